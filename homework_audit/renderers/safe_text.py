"""Turns text from a sheet or a file's name into text that a terminal or a log can be given without being steered by it."""

from __future__ import annotations

import re

from homework_audit.values.expressions import expression

_UNSAFE = expression("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """The text on one line, with control, direction and surrogate characters spelled out as their code."""
    return _UNSAFE.sub(_spelled, text.replace("\r\n", "\n").replace("\n", " ").replace("\t", " "))


def _spelled(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
