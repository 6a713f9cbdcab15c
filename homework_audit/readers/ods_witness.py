"""Turns an ods package's content into a witness and its merged ranges, which calamine does not give for this format."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.sheet import Lost, Span
from homework_audit.values.expressions import expression

_ATTRIBUTES = rb"""(?:\s[^>"'/]*(?:(?:"[^"]*"|'[^']*')[^>"'/]*)*)?"""
_TAG = expression(
    rb"<table:table(?P<table>%b)>|(?P<end></table:table>)"
    rb"|<table:table-row(?P<row>%b)(?P<no_cells>/?)>|(?P<row_end></table:table-row>)"
    rb"|<table:(?:covered-)?table-cell(?P<cell>%b)(?:/>|>(?P<body>.*?)</table:(?:covered-)?table-cell>)"
    % (_ATTRIBUTES, _ATTRIBUTES, _ATTRIBUTES),
    re.DOTALL,
)
_TEXT = expression(rb"<text:p(?:\s[^>]*)?(?<!/)>(.*?)</text:p>", re.DOTALL)
_ASIDE = expression(rb"<(office:annotation|draw:[\w-]+)(?:\s[^>]*)?(?<!/)>.*?</\1>", re.DOTALL)
_MARKUP = expression(rb"<[^>]*>")


class OdsWitness(NamedTuple):
    """What the bytes of one sheet say: cells with a value, cells that hold an error, merged ranges."""

    valued: int
    lost: tuple[Lost, ...]
    merged: tuple[Span, ...]


def ods_witnesses(content: bytes, limits: Limits) -> list[tuple[str, OdsWitness]]:
    """A witness for each sheet, with its name. Raises UnreadableFile where a sheet claims more cells than the limits."""
    found: list[tuple[str, OdsWitness]] = []
    name, row, column, times = "", 0, 0, 1
    valued, lost, merged = 0, list[Lost](), list[Span]()
    for tag in _TAG.finditer(content):
        if tag["table"] is not None:
            name = unescape(_attribute(tag["table"], b"table:name").decode("utf-8", "replace"))
            row, valued, lost, merged = 0, 0, [], []
        elif tag["end"]:
            found.append((name, OdsWitness(valued, tuple(lost), tuple(merged))))
        elif tag["row"] is not None:
            column, times = 0, _count(tag["row"], b"table:number-rows-repeated")
            row += times if tag["no_cells"] else 0
        elif tag["row_end"]:
            row += times
        else:
            cell, repeated = tag["cell"], _count(tag["cell"], b"table:number-columns-repeated")
            value, fault = _value(cell, tag["body"] or b"")
            if value or fault:
                valued += repeated * times if value else 0
                _check("rows", row + times, limits)
                _check("columns", column + repeated, limits)
                _check("cells", valued + len(lost) + (repeated * times if fault else 0), limits)
            if fault:
                lost.extend(Lost(row + down, column + across, fault) for down in range(times) for across in range(repeated))
            down, across = _count(cell, b"table:number-rows-spanned"), _count(cell, b"table:number-columns-spanned")
            if down > 1 or across > 1:
                merged.append((row, column, row + down - 1, column + across - 1))
                _check("merged_ranges", len(merged), limits)
            column += repeated
    return found


def _value(cell: bytes, body: bytes) -> tuple[bool, str]:
    """Whether a cell holds more than blanks; and its error, «=» for a formula never calculated, «» for neither."""
    if b"draw:" in body or b"office:annotation" in body:
        body = _ASIDE.sub(b"", body)
    text = unescape(_MARKUP.sub(b"", b"".join(_TEXT.findall(body))).decode("utf-8", "replace")).strip()
    kind = _attribute(cell, b"office:value-type")
    formula = b"table:formula" in cell
    if _attribute(cell, b"calcext:value-type") == b"error" or (formula and text.startswith(("#", "Err:"))):
        return False, text or "#"
    if formula and not kind and not text:
        return False, "="
    return bool(text) or kind not in (b"", b"string"), ""


def _check(name: str, value: int, limits: Limits) -> None:
    allowed = getattr(limits, name)
    if value > allowed:
        raise UnreadableFile("limit", limit=name, allowed=allowed)


def _attribute(attributes: bytes, name: bytes) -> bytes:
    if name not in attributes:
        return b""
    found = re.search(rb"""(?<!\S)%b\s*=\s*["']([^"']*)["']""" % name, attributes)
    return found[1] if found else b""


def _count(attributes: bytes, name: bytes) -> int:
    value = _attribute(attributes, name)
    return max(1, int(value)) if value.isdigit() and len(value) < 10 else 1
