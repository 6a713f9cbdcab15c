"""Turns the cells of a matrix that are merged sideways into the group whose homework they are: one text for several classes."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.matrix_columns import Group, Matrix
from homework_audit.values.text import Cell


class MergedGroups:
    """Which groups share a cell in which row; rows are counted from 0 below the headings."""

    def __init__(self, matrix: Matrix) -> None:
        first = matrix.headings.bottom + 1
        self._groups, self._rows = matrix.columns.groups, matrix.rows
        self._left = {
            (top - first, column): left
            for top, left, _, right in matrix.sheet.merged
            if right > left and top >= first
            for column in range(left + 1, right + 1)
        }
        self._of_column = {column: place for place, group in enumerate(self._groups) for column in group.columns.values()}

    def origin(self, position: int, row: int) -> Group | None:
        """The group whose cell is merged over this group's in a row, if it differs in class or day; None for no such cell."""
        if not self._left or any(_at(self._rows[row], column) != "" for column in self._groups[position].columns.values()):
            return None
        lefts = [self._left[row, column] for column in self._groups[position].columns.values() if (row, column) in self._left]
        place = next((self._of_column[left] for left in lefts if left in self._of_column), position)
        here, there = self._groups[position], self._groups[place]
        return there if here.about.classes != there.about.classes or differ_in_day(here, there) else None


def differ_in_day(one: Group, other: Group) -> bool:
    """Whether two groups are of different days."""
    return (one.about.date, one.about.weekday) != (other.about.date, other.about.weekday)


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""
