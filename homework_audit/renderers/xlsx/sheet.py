"""One sheet of the workbook: the only place where a value becomes a cell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import isfinite
from typing import Any, Final, NamedTuple

from homework_audit.renderers.xlsx.cell_text import cell_text, is_active, lines_needed
from homework_audit.renderers.xlsx.formats import Formats

Plain = str | float | date | None
_OFTEN: Final = 40
"""Texts of so many characters are likely to stand in many cells."""
_MOST_LINKS: Final = 5_000
"""More links than this make a workbook slow to open; the place stands beside each as text anyway."""
_FIRST_YEAR: Final = 1901
"""Spreadsheets have no dates before 1900 and disagree about that year."""
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
"""Where spreadsheets begin to count days."""

_LINE_HEIGHT: Final = 14.5
_TALLEST: Final = 400
"""Rows cannot be taller than 409 points."""


class Cell(NamedTuple):
    """A value with a look of its own, or with a link."""

    value: Plain
    style: str = ""
    link: str = ""


Value = Plain | Cell


class Span(NamedTuple):
    """Columns of a row, from the first to the last, and how many characters wide they are together."""

    first: int
    last: int
    width: float = 0


class Area(NamedTuple):
    """Cells from the first row and column to the last, both counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet:
    """A worksheet that is written with named styles: `quoted` ones mark a text as text, whatever a program would make of it."""

    def __init__(self, worksheet: Any, formats: Formats, quoted: Formats, cut: str) -> None:
        self.worksheet = worksheet
        self._formats = formats
        self._quoted = quoted
        self._cut = cut
        self._links = 0
        self._texts: dict[str, tuple[str, Formats]] = {}
        self._write_string, self._write_number = worksheet.write_string, worksheet.write_number

    def put(self, row: int, column: int, value: Value, style: str = "text") -> None:
        """Write a value: text as text whatever it holds, minutes to a tenth, days as dates, nothing as an empty cell."""
        if isinstance(value, str) and value:
            text, formats = self._texts.get(value) or self._known(value)
            self._write_string(row, column, text, formats[style])
        elif isinstance(value, Cell):
            self._put_cell(row, column, value, style)
        elif isinstance(value, date):
            self._put_date(row, column, value, style)
        elif value is None or isinstance(value, str) or not isfinite(value):
            self.worksheet.write_blank(row, column, None, self._formats[style])
        else:
            self._write_number(row, column, round(value, 1), self._formats[style])

    def _known(self, value: str) -> tuple[str, Formats]:
        """A text as a cell holds it, and the formats that keep it a text; names, words and places are looked at once a sheet."""
        text = cell_text(value, self._cut)
        known = text, self._quoted if is_active(text) else self._formats
        if len(value) <= _OFTEN:
            self._texts[value] = known
        return known

    def _put_cell(self, row: int, column: int, cell: Cell, style: str) -> None:
        if cell.link and isinstance(cell.value, str) and self._links < _MOST_LINKS:
            self._links += 1
            self.worksheet.write_url(row, column, cell.link, self._formats["link"], cell_text(cell.value, self._cut))
        else:
            self.put(row, column, cell.value, style if cell.link else cell.style or style)

    def _put_date(self, row: int, column: int, day: date, style: str) -> None:
        if day.year < _FIRST_YEAR:
            self.put(row, column, day.isoformat(), style)
        else:
            self._write_number(row, column, day.toordinal() - _DAY_ZERO, self._formats[style])

    def put_row(self, row: int, values: Iterable[Value], styles: Iterable[str]) -> None:
        """Write the cells of a row from its first column on; nothing stays nothing, `frame` draws the lines around it."""
        for column, (value, style) in enumerate(zip(values, styles, strict=True)):
            if value is not None and value != "":
                self.put(row, column, value, style)

    def frame(self, area: Area) -> None:
        """Draw the lines of a table around cells that nothing was written to, however many: one rule costs less than they would."""
        rule = {"type": "blanks", "format": self._formats["nothing"]}
        self.worksheet.conditional_format(*area, rule)

    def put_wide(self, row: int, span: Span, value: Value, style: str) -> None:
        """Write a value over several columns of a row."""
        if span.first < span.last:
            self.worksheet.merge_range(row, span.first, row, span.last, "", self._formats[style])
        self.put(row, span.first, value, style)

    def put_paragraph(self, row: int, span: Span, text: str, style: str) -> None:
        """Write a text over several columns, in a row as high as it needs."""
        self.put_wide(row, span, text, style)
        self.set_lines(row, lines_needed(text, span.width))

    def set_lines(self, row: int, lines: float) -> None:
        """Make a row as high as so many lines of text: programs other than Excel do not see to it themselves."""
        self.worksheet.set_row(row, min(_LINE_HEIGHT * lines + 3, _TALLEST))
