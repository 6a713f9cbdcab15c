"""Turns a sheet with tables side by side into sheets of one table's width each, every cell in its true place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from homework_audit.layouts.facets import ROW_FIELDS, facets
from homework_audit.layouts.headings import heading
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values.dates import dates_within, read_date
from homework_audit.values.text import Cell, compact

_MOST_STUBS = 1
"""Columns on the left that may be part of all tables beside each other: «日期 | 科目 | 分钟 | 科目 | 分钟»."""


class Band(NamedTuple):
    """The first and the last column of a table, and how many columns on the left of all tables are part of each of them."""

    first: int
    last: int
    stubs: int = 0

    def holds(self, column: int) -> bool:
        """Whether a column is part of the table."""
        return self.first <= column <= self.last or column < self.stubs


def bands_of(sheet: Sheet, top: int, bottom: int) -> list[Band]:
    """The tables that stand side by side in the heading rows; one band where there is one table."""
    width = max((len(one) for one in sheet.rows), default=0)
    below = min(bottom + 2, len(sheet.rows))  # days may stand alone above the headings
    starts = next((starts for number in range(top, below) if (starts := _repeated(sheet.rows[number]))), [])
    starts = starts or _behind_gaps(sheet, top)
    if len(starts) < 2:
        return [Band(0, width - 1)]
    bounds = [0, *starts[1:], width]
    stubs = starts[0] if any(map(_is_stub, sheet.rows[top][: starts[0]])) else 0
    return [Band(bounds[n], bounds[n + 1] - 1, stubs) for n in range(len(starts))]


def within(sheet: Sheet, band: Band, top: int) -> Sheet:
    """The sheet with nothing but the columns of a band; a title alone in a row above the headings (row `top`) is everybody's.

    Below them only what is merged into the band is its own, and a day on the left that stands alone in its row.
    """
    first, last, _ = band
    shared = {row for above, left, below, right in sheet.merged if left <= first and right >= last for row in range(above, below + 1)}
    rows: Grid = []
    for number, row in enumerate(sheet.rows):
        alone = list(dict.fromkeys(value for value in row if value != ""))
        is_everybodys = len(alone) == 1 and (number < top or number in shared or _is_day_on_the_left(row, alone[0]))
        rows.append(list(row) if is_everybodys else [value if band.holds(column) else "" for column, value in enumerate(row)])
    merged = tuple(span for span in sheet.merged if band.holds(span[1]) and band.holds(span[3]))
    lost = tuple(one for one in sheet.lost if band.holds(one.column))
    return replace(sheet, rows=rows, merged=merged, lost=lost)


def _is_day_on_the_left(row: Sequence[Cell], value: Cell) -> bool:
    return bool(row) and row[0] == value and (bool(dates_within(value)) if isinstance(value, str) else read_date(value) is not None)


def _repeated(row: Sequence[Cell]) -> list[int]:
    """Where the first heading of what stands down stands again: «日期 | 学科 | 时长 | 日期 | 学科 | 时长»; a stub may stand left of all."""
    used = [column for column, value in enumerate(row) if value != ""]
    return next((starts for key in used[: 1 + _MOST_STUBS] if (starts := _starts(row, key, used))), [])


def _starts(row: Sequence[Cell], key: int, used: Sequence[int]) -> list[int]:
    about = facets(row[key])
    if about and about.dimensions == {"subject"} and (named := heading(row[key])):
        about = about._replace(field=named.field)  # «科» heads subjects here, whatever it may be the short name of
    if not about or not (about.field in ROW_FIELDS or about.field == "other"):
        return []
    text = compact(str(row[key]))
    starts = [column for column in used if isinstance(row[column], str) and compact(str(row[column])) == text]
    return starts if len(starts) > 1 and min(b - a for a, b in zip(starts, [*starts[1:], len(row)], strict=True)) > 1 else []


def _is_stub(heading: Cell) -> bool:
    about = facets(heading)
    return about is not None and (about.field in ROW_FIELDS or about.field in ("content", "minutes"))


def _behind_gaps(sheet: Sheet, heading_row: int) -> list[int]:
    """Where headings begin again behind a column that is blank all the way down."""
    used = [column for column, value in enumerate(sheet.rows[heading_row]) if value != ""]
    if not used:
        return []
    starts = used[:1]
    covered = {
        column
        for top, left, bottom, right in sheet.merged
        if bottom >= heading_row and right - left < len(sheet.rows[heading_row]) - 1
        for column in range(left, right + 1)
        if top >= heading_row
    }
    found = list(starts)
    for before, column in pairwise(used):
        gap = range(before + 1, column)
        blank = any(one not in covered and all(one >= len(row) or row[one] == "" for row in sheet.rows[heading_row:]) for one in gap)
        if blank:
            found.append(column)
    if not all(_is_stub(sheet.rows[heading_row][column]) for column in found):
        return []
    widths = [sum(start <= column < end for column in used) for start, end in zip(found, [*found[1:], 10**6], strict=True)]
    return found if len(found) > 1 and min(widths) > 1 else []
