"""Turns the rows of sums of one matrix, above or below what they sum, into problems where they are not what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from homework_audit.layouts.matrix import Group
from homework_audit.layouts.matrix_cells import MatrixCells
from homework_audit.layouts.rows import joined
from homework_audit.layouts.totals import TotalsCheck, read_total
from homework_audit.models.reading import Entry
from homework_audit.values.minutes import Minutes
from homework_audit.values.text import Cell, shown


class _Sum(NamedTuple):
    """What a row of sums says of one group."""

    position: int
    total: Minutes
    is_written: bool
    cell: str
    text: str


class MatrixSums:
    """The sums that stand in rows of their own, a check for each group of columns."""

    def __init__(self, groups: Sequence[Group], cells: MatrixCells) -> None:
        self._groups, self._cells = groups, cells
        self._checks = [TotalsCheck() for _ in groups]
        self._whole = TotalsCheck()
        self._announced: list[_Sum] | None = None
        self._has_entries = False

    def add(self, position: int, entries: Sequence[Entry]) -> None:
        """Entries of one group that the next sums may hold."""
        self._checks[position].add(entries)
        self._whole.add(entries)
        self._has_entries = self._has_entries or bool(entries)

    def read(self, number: int, row: Sequence[Cell]) -> None:
        """Holds a row of sums against the entries above it, or those below it where the first sums stand above all entries."""
        if not self._has_entries and self._announced is None:
            self._announced = []
        if self._announced is None:
            self._check(self._stated(number, row))
        else:
            self._check(self._announced)
            self._announced = list(self._stated(number, row))

    def close(self) -> None:
        """Checks the sums that stand above the last entries."""
        self._check(self._announced or ())

    def settled(self, entries: list[Entry]) -> list[Entry]:
        """The entries with the kinds that the sheet's own sums of written work have shown."""
        for check in self._checks:
            entries = check.settled(entries)
        return entries

    def _stated(self, number: int, row: Sequence[Cell]) -> Iterable[_Sum]:
        for position, group in enumerate(self._groups):
            columns = [group.columns[name] for name in ("minutes", "cell", "content") if name in group.columns]
            column = next((one for one in columns if one < len(row) and row[one] != ""), None)
            if column is None:
                continue
            label = joined([value for value in row[:column] if isinstance(value, str)])
            total, is_written = read_total(label, row[column], self._cells.abouts[position].unit)
            yield _Sum(position, total, is_written, self._cells.name(number, column), shown(row[column]))

    def _check(self, sums: Iterable[_Sum]) -> None:
        sums = list(sums)
        if len(sums) == 1 and self._whole.holds(sums[0].total):
            for check in (*self._checks, self._whole):
                check.begin_anew()
            return
        for stated in sums:
            check = self._checks[stated.position]
            problem = check.against(stated.total, stated.cell, stated.text, is_written=stated.is_written)
            if problem:
                self._cells.problems.note(problem)
        if sums:
            self._whole.begin_anew()
