"""Turns a column of a list that sums each class's day (once, or again on every row) into problems where it is not what was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from homework_audit.layouts.totals import TotalsCheck
from homework_audit.models.reading import Entry, Problem
from homework_audit.models.sheet import cell_name
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import Minutes, read_minutes
from homework_audit.values.text import Cell, compact, shown

_OF_A_DAY = expression(r"[当每全各本]?[日天](?:各科|书面|作业)*(?:总|合计|小计|累计)|全天")
"""A heading that says itself that its figures are those of a day."""

_Day = tuple[object, ...]


class DayTotals:
    """The columns of sums of one list whose cells are not merged, with the entries of the rows beside them."""

    def __init__(self, columns: Sequence[tuple[int, str]], headings: Sequence[Cell], first: int) -> None:
        """`columns` are the numbers of the columns with their units; the first row below the headings is row `first` of the sheet."""
        self._columns, self._headings, self._first = columns, headings, first
        self._entries: dict[_Day, list[Entry]] = defaultdict(list)
        self._stated: dict[int, dict[_Day, dict[Cell, int]]] = {column: defaultdict(dict) for column, _ in columns}
        self._own: dict[int, list[tuple[Minutes, list[Entry]]]] = defaultdict(list)

    def hear(self, number: int, row: Sequence[Cell], entries: Sequence[Entry]) -> None:
        """Takes the entries of one row, and the sums that stand beside them."""
        for entry in entries:
            self._entries[_day(entry)].append(entry)
        for column, unit in self._columns:
            if entries and column < len(row) and row[column] != "":
                self._stated[column][_day(entries[0])].setdefault(row[column], number)
                self._own[column].append((read_minutes(row[column], unit), list(entries)))

    def problems(self) -> Iterator[Problem]:
        """The sums that are not those of their day, of a column whose heading or whose other sums say that they are days' sums."""
        for column, unit in self._columns:
            if all(_problem(entries, total) is None for total, entries in self._own[column]):
                continue  # what a row comes to by itself
            days = {day: next(iter(figures.items())) for day, figures in self._stated[column].items() if len(figures) == 1}
            found = {
                day: _problem(self._entries[day], read_minutes(value, unit), cell_name(self._first + number, column), shown(value))
                for day, (value, number) in days.items()
            }
            wrong = [problem for problem in found.values() if problem]
            if self._stands_once(column) or len(wrong) < len(found) - len(wrong) or _OF_A_DAY.search(compact(self._headings[column])):
                yield from wrong

    def _stands_once(self, column: int) -> bool:
        """Whether a column has one figure for each day, though all days have several rows."""
        rows = [len(self._entries[day]) for day in self._stated[column]]
        return len(self._own[column]) == len(rows) and all(count > 1 for count in rows)


def _problem(entries: Sequence[Entry], total: Minutes, cell: str = "", text: str = "") -> Problem | None:
    check = TotalsCheck()
    check.add(entries)
    return check.against(total, cell, text)


def _day(entry: Entry) -> _Day:
    return (entry.school, entry.classes, entry.date and entry.date[:3])
