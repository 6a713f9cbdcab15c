"""Turns rows into a table that stays readable: frozen and repeated headings, a filter, widths for Chinese text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import say, shown
from homework_audit.renderers.xlsx.cell_text import MARGIN, display_width, lines_needed
from homework_audit.renderers.xlsx.sheet import Area, Cell, Sheet, Value

_MEASURED: Final = 300
"""Rows from which the widths of columns are taken; longer texts further down wrap."""
_MOST_ROOM: Final = 2.2
"""Columns that a character takes at most, with what is lost at the ends of lines."""
_NARROWEST: Final = 6
_FILTER_ARROW: Final = 3
_HEADING_LINES: Final = 1.5
_ROOM: Final = 1_048_574
"""Rows that a sheet holds beside its headings and a last line."""


class Column(NamedTuple):
    """A column: the key of its heading, the style of its cells, and how wide it may become.

    An `optional` one is left out where no row fills it. Those on the `screen` only stand last and are not printed.
    """

    key: str
    style: str = "text"
    widest: int = 60
    optional: bool = False
    screen: bool = False


def write_table(sheet: Sheet, columns: Sequence[Column], rows: list[list[Value]], lang: Lang) -> None:
    """Fill a sheet with a table, headings first."""
    columns, rows = _used(columns, rows)
    widths = _write_headings(sheet, columns, rows, lang)
    styles = [column.style for column in columns]
    for number, row in enumerate(islice(rows, _ROOM), start=1):
        sheet.put_row(number, row, styles)
        if (lines := _lines(row, widths)) > 1:
            sheet.set_lines(number, lines)
    end = min(len(rows), _ROOM)
    if rows:
        sheet.frame(Area(1, 0, end, len(columns) - 1))
    else:
        sheet.put(1, 0, say(lang, "no-findings"), "note")
    if len(rows) > _ROOM:
        sheet.put(end + 1, 0, say(lang, "more-rows", count=len(rows) - _ROOM), "note")
    sheet.worksheet.autofilter(0, 0, max(end, 1), len(columns) - 1)
    printed = sum(not column.screen for column in columns)
    if printed < len(columns):
        sheet.worksheet.print_area(0, 0, max(end, 1), printed - 1)
    hold_headings(sheet)


def hold_headings(sheet: Sheet, top: int = 0, columns: int = 0) -> None:
    """Keep the rows down to the headings, and so many columns, in sight on the screen and on every printed page."""
    sheet.worksheet.freeze_panes(top + 1, columns)
    sheet.worksheet.repeat_rows(0, top)
    if columns:
        sheet.worksheet.repeat_columns(0, columns - 1)


def _used(columns: Sequence[Column], rows: list[list[Value]]) -> tuple[Sequence[Column], list[list[Value]]]:
    """The columns and rows without the optional columns that no row fills."""
    kept = [place for place, column in enumerate(columns) if not column.optional or any(row[place] for row in rows)]
    if len(kept) == len(columns):
        return columns, rows
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]


def _write_headings(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[Value]], lang: Lang) -> list[int]:
    """Write the headings and make the columns as wide as they and the first rows need; returns the widths."""
    widths = []
    for place, column in enumerate(columns):
        heading = say(lang, column.key)
        sheet.put(0, place, heading, "heading")
        widths.append(_width(heading, (_text(row[place]) for row in islice(rows, _MEASURED)), column.widest))
        sheet.worksheet.set_column(place, place, widths[place])
    sheet.set_lines(0, _HEADING_LINES)
    return widths


def _width(heading: str, texts: Iterable[str], widest: int) -> int:
    needed = max((display_width(text) for text in texts if text), default=0)
    return min(max(needed + MARGIN, display_width(heading) + _FILTER_ARROW, _NARROWEST), max(widest, _NARROWEST))


def _lines(row: Sequence[Value], widths: Sequence[int]) -> int:
    """Lines that the tallest cell of a row takes."""
    most = 1
    for value, width in zip(reversed(row), reversed(widths), strict=True):  # the last are the longest and leave the others no doubt
        text = value.value if isinstance(value, Cell) else value
        if isinstance(text, str) and (len(text) * _MOST_ROOM > (width - MARGIN) * most or "\n" in text):
            most = max(most, lines_needed(text, width))
    return most


def _text(value: Value) -> str:
    """The value as it is shown."""
    if isinstance(value, Cell):
        value = value.value
    if value is None or isinstance(value, str):
        return value or ""
    return shown(value if isinstance(value, date) else float(value))
