"""Turns the sums at the end of a table's rows into problems, where they are not what was read of those rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homework_audit.layouts.facets import Facets
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.totals import TotalsCheck, is_sum_of_a_day
from homework_audit.models.reading import Entry
from homework_audit.models.sheet import Span, cell_name
from homework_audit.values.minutes import read_minutes
from homework_audit.values.text import Cell, shown

_PLACED = ("subject", "classes", "date", "weekday", "place")
"""What must agree for a total, or a tick, to be that of a group."""


def agrees(total: Facets, group: Facets) -> bool:
    """Whether a sum under these headings would hold what stands under those; what names no place is done at home."""
    at_home = total.place == "home" and group.place == ""
    return all(getattr(total, name) in ("", getattr(group, name)) for name in _PLACED if name != "place" or not at_home)


class RowTotals:
    """The sums of one table, each held against the entries of all the rows that its cell is merged over."""

    def __init__(self, totals: Iterable[tuple[int, Facets]], rows: Sequence[Sequence[Cell]], first: int, merged: Iterable[Span]) -> None:
        """`rows` are those below the headings, the first of them row `first` of the sheet."""
        self._totals = {column: about for column, about in totals if about.total == "sum"}
        self._rows, self._first = rows, first
        self._checks: list[TotalsCheck] = []
        self._open: dict[int, tuple[int, TotalsCheck]] = {}
        self._first_of = {
            (row - first, column): top - first
            for top, left, bottom, right in merged
            for column in self._totals.keys() & set(range(left, right + 1))
            for row in range(top, bottom + 1)
        }

    def settled(self, entries: list[Entry]) -> list[Entry]:
        """The entries with the kinds that sums of written work have shown."""
        for check in self._checks:
            entries = check.settled(entries)
        return entries

    def hear(self, first: int, last: int, made: Sequence[tuple[Facets, Sequence[Entry]]], problems: Problems) -> None:
        """Takes the entries of one row, or of rows that belong together; a sum that ended above them is checked."""
        for column, total in self._totals.items():
            row = next((row for row in range(first, last + 1) if self._value(row, column) != ""), first)
            start = self._first_of.get((row, column), row)
            if column in self._open and self._open[column][0] != start:
                self._check(column, problems)
            _, check = self._open.setdefault(column, (start, TotalsCheck()))
            check.add(entry for about, entries in made if agrees(total, about) for entry in entries)

    def stands_alone(self, number: int) -> int | None:
        """The column of a sum above nothing in a row, of whose homework nothing was read; None if there is no such sum."""
        own = ((column, about) for column, about in self._totals.items() if self._first_of.get((number, column), number) == number)
        return next((column for column, about in own if _is_more(self._value(number, column), about.unit)), None)

    def confirms(self, number: int, entries: Sequence[Entry]) -> bool:
        """Whether a sum in a row is that of these entries, so that nothing else in the row is homework."""
        sums = (read_minutes(self._value(number, column), about.unit).low for column, about in self._totals.items())
        return any(total is not None and is_sum_of_a_day(total, entries) for total in sums)

    def close(self, problems: Problems) -> None:
        """Checks the sums that nothing has ended yet."""
        for column in list(self._open):
            self._check(column, problems)

    def _check(self, column: int, problems: Problems) -> None:
        row, check = self._open.pop(column)
        value = self._value(row, column)
        if value == "":
            return
        about = self._totals[column]
        is_written = about.kind == "written"
        problem = check.against(read_minutes(value, about.unit), cell_name(self._first + row, column), shown(value), is_written=is_written)
        self._checks.append(check)
        if problem:
            problems.note(problem)

    def _value(self, row: int, column: int) -> Cell:
        cells = self._rows[row]
        return cells[column] if column < len(cells) else ""


def _is_more(value: Cell, unit: str) -> bool:
    return value != "" and (read_minutes(value, unit).low or 0) > 0
