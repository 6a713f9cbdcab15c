"""Turns the bytes of a CSV or TSV file into one sheet: which encoding, which delimiter, and every line accounted for."""

from __future__ import annotations

import codecs
import csv
import io

from homework_audit.errors import UnreadableFile
from homework_audit.models.marks import OWN_CSV_HEADINGS
from homework_audit.models.sheet import Contents, Grid, Sheet
from homework_audit.readers.limits import Limits
from homework_audit.readers.workbook import OwnReport
from homework_audit.values.text import compact
from homework_audit.values.vocabulary import HEADING_WORDS

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gbk", "gb18030", "big5")
_DELIMITERS = (",", "\t", ";", "|", "，")
_HEAD = 40


def read_delimited(data: bytes, limits: Limits, encoding: str | None = None) -> Contents:
    """One sheet named «» with a row for every record. Raises UnreadableFile (encoding, quotes, empty)."""
    text, used = _decoded(data, encoding)
    if not text.strip():
        raise UnreadableFile("empty")
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, limits)
    if tuple(rows[0][: len(OWN_CSV_HEADINGS)]) == OWN_CSV_HEADINGS:
        raise OwnReport
    return Contents((Sheet("", rows, typed=False),), witnessed=True, encoding=used)


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding:
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError) as wrong:
            raise UnreadableFile("encoding-given", encoding=encoding) from wrong
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _chinese(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise UnreadableFile("encoding") from wrong


def _chinese(data: bytes) -> tuple[str, str]:
    """Of GBK, GB18030 and Big5 the one that yields headings we know; two different texts, or none, are not guessed at."""
    known: dict[str, str] = {}
    for encoding in _CHINESE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text not in known and _known_headings(text) >= 2:
            known[text] = encoding
    if len(known) != 1:
        raise UnreadableFile("encoding")
    return next(iter(known.items()))


def _known_headings(text: str) -> int:
    """The most heading words that one of the first lines holds."""
    return max((sum(word in compact(line) for word in HEADING_WORDS) for line in text.splitlines()[:_HEAD]), default=0)


def _delimiter(text: str) -> str:
    """The delimiter that parts one of the first lines into the most cells that hold a heading."""
    lines = [line for line in text.splitlines()[:_HEAD] if line.strip()]

    def headings(delimiter: str) -> tuple[int, int]:
        parted = [line.split(delimiter) for line in lines]
        known = max(sum(any(word in compact(cell) for word in HEADING_WORDS) for cell in cells) for cells in parted)
        return known, sum(len(cells) > 1 for cells in parted)

    return max(_DELIMITERS, key=headings)


def _rows(text: str, delimiter: str, limits: Limits) -> Grid:
    csv.field_size_limit(10 * limits.csv_field)
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    rows: Grid = []
    start = 0
    try:
        for row in reader:
            if reader.line_num - start > 1:
                _check_quotes("".join(lines[start : reader.line_num]), row, delimiter, start + 1)
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


def _check_quotes(source: str, row: list[str], delimiter: str, line: int) -> None:
    """One unbalanced quote makes a cell of everything up to the next one: lines that look like rows would vanish."""
    swallowed = any(part.count(delimiter) >= max(2, len(row) - 2) for cell in row if "\n" in cell for part in cell.splitlines())
    if source.count('"') % 2 or swallowed:
        raise UnreadableFile("quotes", line=line)
