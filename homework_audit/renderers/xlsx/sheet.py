"""One sheet of the workbook: the only place where a value becomes a cell."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import Any, Final, NamedTuple

from homework_audit.renderers.xlsx.cell_text import cell_text, is_active, lines_needed
from homework_audit.renderers.xlsx.formats import Formats

Plain = str | float | date | None
_MOST_LINKS: Final = 5_000
"""More links than this make a workbook slow to open; the place stands beside each as text anyway."""
_FIRST_YEAR: Final = 1901
"""Spreadsheets have no dates before 1900 and disagree about that year."""

_LINE_HEIGHT: Final = 14.5
_TALLEST: Final = 400
"""Rows cannot be taller than 409 points."""


class Cell(NamedTuple):
    """A value with a look of its own, or with a link."""

    value: Plain
    style: str = ""
    link: str = ""


Value = Plain | Cell


class Sheet:
    """A worksheet that is written with named styles. `cut` ends texts that are too long for a cell."""

    def __init__(self, worksheet: Any, formats: Formats, cut: str) -> None:
        self.worksheet = worksheet
        self._formats = formats
        self._cut = cut
        self._links = 0

    def put(self, row: int, column: int, value: Value, style: str = "text") -> None:
        """Write a value: text as text whatever it holds, minutes to a tenth, days as dates, nothing as an empty cell."""
        link = ""
        if isinstance(value, Cell):
            link, style, value = value.link, value.style or style, value.value
        if isinstance(value, str) and value:
            self._put_text(row, column, value, style, link)
        elif isinstance(value, date):
            if value.year < _FIRST_YEAR:
                self._put_text(row, column, value.isoformat(), style, "")
            else:
                self.worksheet.write_datetime(row, column, value, self._formats.named(style))
        elif value is None or isinstance(value, str) or not isfinite(value):
            self.worksheet.write_blank(row, column, None, self._formats.named(style))
        else:
            self.worksheet.write_number(row, column, round(value, 1), self._formats.named(style))

    def _put_text(self, row: int, column: int, value: str, style: str, link: str) -> None:
        text = cell_text(value, self._cut)
        if link and self._links < _MOST_LINKS:
            self._links += 1
            self.worksheet.write_url(row, column, link, self._formats.named("link"), text)
        else:
            self.worksheet.write_string(row, column, text, self._formats.named(style, quoted=is_active(text)))

    def put_wide(self, row: int, first: int, last: int, value: Value, style: str) -> None:
        """Write a value over several columns of a row."""
        self.worksheet.merge_range(row, first, row, last, "", self._formats.named(style))
        self.put(row, first, value, style)

    def put_paragraph(self, row: int, first: int, last: int, text: str, style: str, width: float) -> None:
        """Write a text over several columns that are so many characters wide together, in a row as high as it needs."""
        self.put_wide(row, first, last, text, style)
        self.set_lines(row, lines_needed(text, width))

    def set_lines(self, row: int, lines: float) -> None:
        """Make a row as high as so many lines of text: programs other than Excel do not see to it themselves."""
        self.worksheet.set_row(row, min(_LINE_HEIGHT * lines + 3, _TALLEST))
