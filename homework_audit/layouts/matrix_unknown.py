"""Turns the columns of a matrix that no heading explains into those of a row that may hold homework all the same."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.columns_apart import is_about_homework
from homework_audit.layouts.evidence import is_bound
from homework_audit.layouts.facets import NOTHING_SAID
from homework_audit.layouts.matrix import Matrix
from homework_audit.layouts.matrix_cells import MatrixCells
from homework_audit.layouts.row_totals import RowTotals
from homework_audit.layouts.totals import is_sum_of_a_day
from homework_audit.models.reading import Entry
from homework_audit.values import labels
from homework_audit.values.boxes import answer
from homework_audit.values.dates import read_date
from homework_audit.values.homework import may_count
from homework_audit.values.minutes import says_nothing
from homework_audit.values.nothing_set import declares_none
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, shown

_SHORTEST = 5
"""Minutes."""


class UnknownColumns:
    """Looks at what stands in a row under headings that nobody knows, or under none."""

    def __init__(self, matrix: Matrix, cells: MatrixCells, totals: RowTotals) -> None:
        self._columns, self._said, self._cells, self._totals = matrix.columns, matrix.headings.columns, cells, totals
        self._heading_rows = matrix.sheet.rows[matrix.headings.top : matrix.headings.bottom + 1]

    def telling(self, number: int, entries: Sequence[Entry]) -> list[int]:
        """The columns whose cell in that row may be homework, beside the `entries` that were made of the row."""
        unknown = [column for column in self._columns.unknown if self._may_be_homework(number, column, entries)]
        return unknown if entries else [*unknown, *self._without_time(number)]

    def _without_time(self, number: int) -> list[int]:
        """The column of a row's homework whose minutes are blank in every column that might hold them («校内完成 | 校外完成»)."""
        column = self._columns.shared.get("content")
        content = self._cells.value(number, column) if column is not None else ""
        if column is None or not isinstance(content, str) or says_nothing(content) or declares_none(content) or not may_count(content):
            return []
        kind = labels.kind(shown(self._cells.stub_values(number).get("kind", "")))
        return [column] if kind in ("", "written", "other") else []

    def _may_be_homework(self, number: int, column: int, entries: Sequence[Entry]) -> bool:
        value = self._cells.value(number, column)
        if isinstance(value, str) and value.isdecimal():
            value = float(value)
        if isinstance(value, int | float):
            is_placed = bool(self._said.get(column, NOTHING_SAID).dimensions - {"trait"})
            if is_placed or self._is_of_a_subject(column, value):
                return True
            return self._is_one_more_figure(column, value, entries) and not self._totals.confirms(number, entries)
        if self._waits_for_its_time(number, column):
            return True
        if isinstance(value, str) and states_time(value) and may_count(value) and not is_bound(value):
            return not self._is_of_no_written_kind(column)
        return self._heading(column) == "" and value != "" and read_date(value) is not None

    def _heading(self, column: int) -> str:
        return "".join(compact(row[column]) for row in self._heading_rows if column < len(row) and isinstance(row[column], str))

    def _is_of_no_written_kind(self, column: int) -> bool:
        """Whether the heading of a column says that nothing below it is written: «今日体育锻炼打卡»."""
        return labels.kind(self._heading(column)) not in ("", "written", "other")

    def _is_of_a_subject(self, column: int, value: float) -> bool:
        """Whether minutes may stand under the name of a subject and something that nobody knows: «语文口头为主»."""
        heading = self._heading(column)
        named = any(subject(heading[:length]) for length in (2, 3, 4) if length < len(heading))
        return named and value >= _SHORTEST and not is_about_homework(heading) and not self._is_of_no_written_kind(column)

    def _is_one_more_figure(self, column: int, value: Cell, entries: Sequence[Entry]) -> bool:
        """Whether a figure among figures stands under «周二、周三», «每天» or nothing at all, and is not the sum of its row."""
        if not isinstance(value, int | float) or value <= 0:
            return False
        if column < min((*self._columns.stubs.values(), self._cells.first_telling)) and self._heading(column) == "":
            return False  # a number of the row, left of everything
        if any(not isinstance(entry.high, int | float) or entry.content for entry in entries) or not entries:
            return False
        return not is_about_homework(self._heading(column)) and not is_sum_of_a_day(value, entries)

    def _waits_for_its_time(self, number: int, column: int) -> bool:
        """Whether a text stands beside a blank where minutes are expected: it may be homework without a time."""
        minutes = {place for group in self._columns.groups for name, place in group.columns.items() if name in ("minutes", "cell")}
        value, beside = self._cells.value(number, column), self._cells.value(number, column + 1)
        if column + 1 not in minutes or not isinstance(value, str) or value == "" or beside != "":
            return False
        return answer(value) is None and not says_nothing(value)
