"""Turns the bytes of a CSV or TSV file into one sheet: which encoding, which delimiter, and every line accounted for."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.marks import OWN_CSV_HEADINGS
from homework_audit.models.sheet import Contents, Grid, Sheet
from homework_audit.readers.workbook import OwnReport
from homework_audit.values.expressions import expression
from homework_audit.values.heading_words import HEADING_WORDS
from homework_audit.values.text import compact

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gbk", "gb18030", "big5")
_UNMARKED = ("utf-16-le", "utf-16-be")
_LONGEST_HEADING = 15
_DELIMITERS = (",", "\t", ";", "|", "，")
_HEAD_LINES, _HEAD_WIDTH = 40, 4096
_DIGITS = expression(r"\d+")
_LETTERS = expression(r"[^\W\d_]+")


def read_delimited(data: bytes, limits: Limits, encoding: str | None = None) -> Contents:
    """One sheet named «» with a row for every record. Raises UnreadableFile (encoding, quotes, empty)."""
    text, used = _decoded(data, encoding)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableFile("empty")
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, limits)
    if tuple(rows[0][: len(OWN_CSV_HEADINGS)]) == OWN_CSV_HEADINGS:
        raise OwnReport
    return Contents((Sheet("", rows, typed=False),), witnessed=True, encoding=used)


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text and its encoding: what a mark at its start says, else what the user says, else what it looks like."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name), name
    if encoding:
        try:
            return data.decode(encoding), encoding
        except (ValueError, LookupError) as wrong:
            raise UnreadableFile("encoding-given", encoding=encoding) from wrong
    if b"\x00" in data:
        return _guessed(data, _UNMARKED, "damaged" if _is_sprinkled(data) else "encoding")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data, _CHINESE, "encoding")


def _is_sprinkled(data: bytes) -> bool:
    """Whether this is UTF-8 with zero bytes in it, as a disk that filled up or a cut transfer leaves them."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return data.count(0) * 4 < len(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise UnreadableFile("encoding") from wrong


def _guessed(data: bytes, encodings: Sequence[str], otherwise: str) -> tuple[str, str]:
    """Of the encodings the one that yields headings we know; two different texts, or none, are not guessed at."""
    known: dict[str, str] = {}
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text not in known and _known_headings(text) >= 2:
            known[text] = encoding
    if len(known) != 1:
        raise UnreadableFile(otherwise)
    return next(iter(known.items()))


def _head(text: str) -> list[str]:
    """The beginnings of the first lines, where headings are looked for."""
    return [line[:_HEAD_WIDTH] for line in text[: _HEAD_LINES * _HEAD_WIDTH].splitlines()[:_HEAD_LINES]]


def _known_headings(text: str) -> int:
    """The most heading words that one of the first lines holds."""
    return max((sum(word in compact(line) for word in HEADING_WORDS) for line in _head(text)), default=0)


def _delimiter(text: str) -> str:
    """The delimiter that parts one of the first lines into the most cells that hold a heading."""
    lines = [line for line in _head(text) if line.strip()] or [""]

    def headings(delimiter: str) -> tuple[int, int]:
        parted = [line.split(delimiter) for line in lines]
        if delimiter == "，":  # a comma of Chinese prose parts other cells than those of headings
            parted = [cells for cells in parted if len(cells) > 2 and not any(map(_is_prose, cells))]
        known = max((sum(any(word in compact(cell) for word in HEADING_WORDS) for cell in cells) for cells in parted), default=-1)
        return known, sum(len(cells) > 1 for cells in parted)

    return max(_DELIMITERS, key=headings)


def _is_prose(cell: str) -> bool:
    """Whether a cell is longer than any heading, or holds signs that no heading has: «语文：抄写；背诵»."""
    return len(cell) > _LONGEST_HEADING or any(sign in cell for sign in "：；。:;")


def _rows(text: str, delimiter: str, limits: Limits) -> Grid:
    csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    rows: Grid = []
    start = 0
    try:
        for row in reader:
            if reader.line_num - start > 1 or reader.line_num == len(lines):
                _check_quotes(lines[start : reader.line_num], row, delimiter, start + 1)
            start = reader.line_num
            if any(len(cell) > limits.csv_field for cell in row):
                raise UnreadableFile("limit", limit="csv_field", allowed=limits.csv_field)
            rows.append([cell if cell.strip() else "" for cell in row])
            if len(rows) > limits.rows:
                raise UnreadableFile("limit", limit="rows", allowed=limits.rows)
    except csv.Error as wrong:
        raise UnreadableFile("quotes", line=start + 1) from wrong
    if start != len(lines):
        raise UnreadableFile("quotes", line=start + 1)
    return rows


def _check_quotes(lines: Sequence[str], row: Sequence[str], delimiter: str, number: int) -> None:
    """One unbalanced quote makes a cell of everything up to the next one: lines that look like rows would vanish.

    A line inside a cell looks like a row if it has as many cells, and begins like the row or the quotes are no proper ones.
    """
    inner = [line.split(delimiter) for cell in row for line in cell.splitlines()[1:]]
    wide = [cells[0] for cells in inner if len(cells) > max(2, len(row) - 2)]
    first = _shape(lines[0].split(delimiter)[0])
    alike = any(_shape(cell) in (first, "") for cell in wide)
    odd = "".join(lines).count('"') % 2 == 1
    if (odd and len(lines) > 1) or alike or ((odd or wide) and not _is_strictly_quoted(lines, delimiter)):
        raise UnreadableFile("quotes", line=number)


def _is_strictly_quoted(lines: Sequence[str], delimiter: str) -> bool:
    """Whether every quote stands where a program that writes CSV would put it."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _shape(cell: str) -> str:
    """What a cell looks like: every number is 9, every word x."""
    return _LETTERS.sub("x", _DIGITS.sub("9", cell.strip(' "')))
