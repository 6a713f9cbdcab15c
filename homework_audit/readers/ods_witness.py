"""Turns an ods package's content into a witness and its merged ranges, which calamine does not give for this format."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from homework_audit.errors import UnreadableFile
from homework_audit.models.sheet import Lost, Span
from homework_audit.readers.limits import Limits

_TAG = re.compile(
    rb"<table:table (?P<table>[^>]*)>|(?P<end></table:table>)|<table:table-row(?P<row>[^>]*)>|(?P<row_end></table:table-row>)"
    rb"|<table:(?:covered-)?table-cell(?P<cell>[^>]*?)(?:/>|>(?P<body>.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_TEXT = re.compile(rb"<text:p[^>]*>(.*?)</text:p>", re.DOTALL)


class OdsWitness(NamedTuple):
    """What the bytes of one sheet say: cells with a value, cells that hold an error, merged ranges."""

    valued: int
    lost: tuple[Lost, ...]
    merged: tuple[Span, ...]


def ods_witnesses(parts: dict[str, bytes], limits: Limits) -> dict[str, OdsWitness]:
    """A witness for each sheet by its name. Raises UnreadableFile where the sheet claims more cells than the limits."""
    content = parts.get("content.xml", b"")
    found: dict[str, OdsWitness] = {}
    name, row, column, times = "", 0, 0, 1
    valued, lost, merged = 0, list[Lost](), list[Span]()
    for tag in _TAG.finditer(content):
        if tag["table"] is not None:
            name = unescape((_attribute(tag["table"], b"table:name") or b"").decode("utf-8", "replace"))
            row, valued, lost, merged = 0, 0, [], []
        elif tag["end"]:
            found[name] = OdsWitness(valued, tuple(lost), tuple(merged))
        elif tag["row"] is not None:
            column, times = 0, _count(tag["row"], b"table:number-rows-repeated")
        elif tag["row_end"]:
            row += times
        else:
            cell, repeated = tag["cell"], _count(tag["cell"], b"table:number-columns-repeated")
            if b"office:value-type=" in cell:
                text = b"".join(_TEXT.findall(tag["body"] or b""))
                if b'calcext:value-type="error"' in cell or (text.startswith((b"#", b"Err:")) and b"table:formula" in cell):
                    lost.append(Lost(row, column, text.decode("utf-8", "replace") or "#"))
                elif text or b'value-type="string"' not in cell:
                    valued += repeated * times
                    _check(row + times, column + repeated, valued, limits)
            down, across = _count(cell, b"table:number-rows-spanned"), _count(cell, b"table:number-columns-spanned")
            if down > 1 or across > 1:
                merged.append((row, column, row + down - 1, column + across - 1))
            column += repeated
    return found


def _check(rows: int, columns: int, valued: int, limits: Limits) -> None:
    for name, value, allowed in (("rows", rows, limits.rows), ("columns", columns, limits.columns), ("cells", valued, limits.cells)):
        if value > allowed:
            raise UnreadableFile("limit", limit=name, allowed=allowed)


def _attribute(attributes: bytes, name: bytes) -> bytes | None:
    found = re.search(name + rb'="([^"]*)"', attributes)
    return found[1] if found else None


def _count(attributes: bytes, name: bytes) -> int:
    value = _attribute(attributes, name) if name in attributes else None
    return int(value) if value and value.isdigit() and len(value) < 10 else 1
