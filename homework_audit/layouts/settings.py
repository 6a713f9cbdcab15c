"""What the configuration says about reading tables, as plain data that crosses to the child process."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class MappedTable(NamedTuple):
    """What the configuration says of the sheets whose names fit `sheet`: a list below `heading_row` (0: no headings).

    `columns` are (field, column from 0), `constants` (field, text) for what no column says; `ignore`: no homework.
    """

    sheet: str = "*"
    heading_row: int = 1
    columns: tuple[tuple[str, int], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    ignore: bool = False


class LayoutSettings(NamedTuple):
    """`headings`: extra (field, word) pairs; `lesson_minutes`: how long «一节课» is, None where nobody said.

    `explain` asks for an account of how every table was understood.
    """

    headings: tuple[tuple[str, str], ...] = ()
    lesson_minutes: float | None = None
    explain: bool = False
    mapped: tuple[MappedTable, ...] = ()
    week_one: tuple[int, int, int] | None = None
    """Year, month and day of the Monday from which «第3周» is counted."""
    junior_years: int = 3
    """How many grades the junior school has: of four (五四学制) 初一 is grade 6."""

    @property
    def monday(self) -> date | None:
        """The Monday of the first week."""
        return date(*self.week_one) if self.week_one else None
