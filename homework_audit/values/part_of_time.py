"""Turns «30分钟(其中口头10分钟)» into the whole and the part of it that is said to be something else."""

from __future__ import annotations

from typing import NamedTuple

from homework_audit.values.expressions import expression
from homework_audit.values.labels import Label, label

_WHOLE_AND_PART = expression(r"([^()]+)\((?:其中|内?含|包括)([^()\d]{1,6}?)(?:约|占)?:?\s*(\d+(?:\.\d+)?)\s*(?:分钟?|min)?\)")
_PART = expression(r"\((?:其中|内?含|包括)[^()]*\)")


class Part(NamedTuple):
    """What a text says of a part: the text of the whole, the part's minutes, and the label of the part alone."""

    whole: str
    minutes: float
    label: Label


def part_stated(text: str) -> Part | None:
    """The part that a text tells with its minutes and a label of its own; None where it tells of none."""
    found = _WHOLE_AND_PART.fullmatch(text)
    said = label(found[2]) if found else None
    return Part(found[1], float(found[3]), said) if found and said and (said.kind or said.optional) else None


def without_parts(text: str) -> str:
    """The text without what it says of a part only, for that is not said of all of the homework."""
    return _PART.sub("", text)
