"""Turns the XML of an xlsx sheet into a witness: how many cells hold a value, and which the reader will have lost.

calamine turns error cells and formulas that were never calculated into blanks without a word. Counting the closing tags
in the bytes is quick enough to be done for every file; where that count is not what was read, every cell is looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.sheet import Lost, cell_name
from homework_audit.values.expressions import expression

_PREFIX = rb"(?:[^\s<>/!?:]+:)?"
_TAG = expression(
    rb"<%b(?:row(?=[\s/>])(?P<row>[^>]*)>|c(?=[\s/>])(?P<cell>[^>]*?)(?:/>|>(?P<body>.*?)</%bc\s*>))" % (_PREFIX, _PREFIX), re.DOTALL
)
_VALUE = expression(rb"<%b(?:v|is)(?:\s[^>]*)?(?:/>|>(.*?)</%b(?:v|is)\s*>)" % (_PREFIX, _PREFIX), re.DOTALL)
_FORMULA = expression(rb"<%bf[\s/>]" % _PREFIX)
_PLAIN_FORMULA = expression(rb"<f[\s/>]")
_NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DEFAULT_NAMESPACE = b'xmlns="%b"' % _NAMESPACE
_TYPE = expression(rb"""(?<!\S)t\s*=\s*["'](\w+)""")
_REFERENCE = expression(rb"""(?<!\S)r\s*=\s*["']([A-Za-z]*)(\d{1,20})["']""")
_STRING = expression(rb"<%bsi(?:\s[^>]*)?(?:/>|>(.*?)</%bsi\s*>)" % (_PREFIX, _PREFIX), re.DOTALL)
_PHONETIC = expression(rb"<%brPh\b.*?</%brPh\s*>" % (_PREFIX, _PREFIX), re.DOTALL)
_MARKUP = expression(rb"<[^!>][^>]*>")
_COMMENT = expression(rb"<!--.*?-->", re.DOTALL)
_ESCAPED = expression(r"_x([0-9A-Fa-f]{4})_")
_CLAIMED = expression(rb"""\s(?:uniqueC|c)ount=["'](\d+)["']""")


class Witness(NamedTuple):
    """What the bytes of one sheet say: cells whose value is more than blanks, and those whose value a reader cannot give."""

    valued: int
    lost: tuple[Lost, ...]


def check_strings(part: bytes, limits: Limits) -> None:
    """Raises UnreadableFile where the shared strings claim to be more than any workbook holds: room is made for them all."""
    head = part[: part.find(b"<", part.find(b"sst") + 1)][:4096]
    if any(int(claimed) > limits.strings for claimed in _CLAIMED.findall(head)):
        raise UnreadableFile("limit", limit="strings", allowed=limits.strings)


class Look(NamedTuple):
    """What a glance at the bytes of a sheet says: cells with a value (blanks and errors too), and whether all is closed that is opened."""

    valued: int
    is_even: bool


def look_at(part: bytes, limits: Limits) -> Look:
    """A glance at a sheet, by a few searches through its bytes.

    Raises UnreadableFile where it holds too many cells, or one so far away that no machine holds the dense grid.
    """
    look = _prefixed_look(part) if _is_prefixed(part) else _look(part)
    if look.valued > limits.cells:
        raise UnreadableFile("limit", limit="cells", allowed=limits.cells)
    if part.count(b"mergeCell ") > limits.merged_ranges:
        raise UnreadableFile("limit", limit="merged_ranges", allowed=limits.merged_ranges)
    check_bounds(part, limits)
    return look


def _look(part: bytes) -> Look:
    values = part.count(b"</v")
    texts = part.count(b"</is") if b"<is" in part else 0
    is_even = part.count(b"<v>") == values and (not texts or part.count(b"<is>") == texts)
    return Look(values + texts, is_even and b"worksheet>" in part[-256:])


def _prefixed_look(part: bytes) -> Look:
    return Look(part.count(b"</v") + part.count(b"</is") + (part.count(b":v>") + part.count(b":is>")) // 2, is_even=False)


def _is_prefixed(part: bytes) -> bool:
    """Whether elements of a sheet may carry a prefix: its namespace does not stand once, as the default one of all elements."""
    return _DEFAULT_NAMESPACE not in part[:4096] or part.count(_NAMESPACE) != 1


def check_bounds(part: bytes, limits: Limits) -> None:
    """Raises UnreadableFile where a cell that holds something lies beyond the last row or column."""
    for far in _far(limits.rows, limits.columns).finditer(part):
        if far[2] or far[3] or part[far.start() - 1 : far.start()].strip():
            continue  # a cell or row that holds nothing, or the end of another attribute's name
        letters = far[1].rstrip(b"0123456789")
        digits = far[1][len(letters) :].lstrip(b"0")
        if len(digits) > 7 or int(digits or b"0") > limits.rows:
            raise UnreadableFile("limit", limit="rows", allowed=limits.rows)
        if _column(letters) >= limits.columns:
            raise UnreadableFile("limit", limit="columns", allowed=limits.columns)


@lru_cache
def _far(rows: int, columns: int) -> re.Pattern[bytes]:
    """References that may lie beyond the last row or column; they are rare enough to be looked at one by one."""
    letters, digits = len(cell_name(0, columns)) - 1, len(str(rows + 1))
    name = rb"[A-Za-z]{%d,}\d+|[A-Za-z]*\d{%d,}" % (letters, digits)
    return expression(rb"""r=["'](%b)["'][^<>]*?(/?)>(</)?""" % name)


def never_calculated(part: bytes) -> tuple[Lost, ...] | None:
    """The formulas without a value, found by looking at the cells with formulas alone; None where every cell must be looked at."""
    if b"<!" in part or _is_prefixed(part):
        return None
    lost = []
    for formula in _PLAIN_FORMULA.finditer(part, 0, part.rfind(b"</sheetData>") + 1):
        cell = part[part.rfind(b"<c ", 0, formula.start()) : part.find(b"</c>", formula.end())]
        if b"</v" not in cell and b"</is" not in cell:
            lost.append(_lost(cell[: cell.find(b">")], -1, -1, "="))
    return tuple(lost) if all(one.row >= 0 for one in lost) else None


def witness(part: bytes, blank: frozenset[bytes] = frozenset()) -> Witness:
    """What the sheet holds, cell by cell; `blank` are the numbers of the shared strings that hold nothing."""
    valued, lost = 0, list[Lost]()
    row, column = -1, -1
    for tag in _TAG.finditer(_without_comments(part)):
        if tag["row"] is not None:
            reference = _REFERENCE.search(tag["row"])
            row, column = int(reference[2]) - 1 if reference else row + 1, -1
            continue
        column += 1
        attributes, body = tag["cell"], tag["body"] or b""
        value = _VALUE.search(body)
        kind = _TYPE.search(attributes)
        what = kind[1] if kind else b"n"
        if what == b"e":
            lost.append(_lost(attributes, row, column, _text(value[1] or b"") if value else ""))
        elif value is None or (what != b"str" and not value[1]):
            if _FORMULA.search(body):
                lost.append(_lost(attributes, row, column, "="))
        elif (value[1] or b"").strip() not in blank if what == b"s" else _text(value[1] or b"").strip():
            valued += 1
    return Witness(valued, tuple(lost))


def blank_strings(part: bytes) -> frozenset[bytes]:
    """The numbers of shared strings that hold nothing but blanks: cells that point at them are blank."""
    return frozenset(str(number).encode() for number, string in enumerate(_STRING.findall(part)) if not _text(string).strip())


def _text(markup: bytes) -> str:
    """The text of a value as the reader gives it: without markup and readings of characters, escapes resolved."""
    if b"<" in markup:
        markup = _MARKUP.sub(b"", _PHONETIC.sub(b"", markup))
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), unescape(markup.decode("utf-8", "replace")))


def _lost(attributes: bytes, row: int, column: int, text: str) -> Lost:
    reference = _REFERENCE.search(attributes)
    if reference:
        row, column = int(reference[2]) - 1, _column(reference[1])
    return Lost(row, column, text or "#")


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters[:8].upper():
        column = 26 * column + letter - 64
    return column - 1


def _without_comments(part: bytes) -> bytes:
    """The part without what nobody reads; a CDATA section may hold the marks of a comment, and then nothing is cut."""
    return _COMMENT.sub(b"", part) if b"<!--" in part and b"<![CDATA[" not in part else part
