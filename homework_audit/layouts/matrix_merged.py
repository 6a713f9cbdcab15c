"""Turns the cells of a matrix that are merged sideways into whose homework they are: every class's, or of which day nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from homework_audit.layouts.matrix import Group, Matrix
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell

_DAILY = expression(r"[每各][天日][:：]?\s*(?=\S)")


class _Covered(NamedTuple):
    """A blank cell of one group that a cell of another group is merged over: row of the sheet, column, the group and the other's column."""

    row: int
    column: int
    group: Group
    left: int
    origin: Group


def shared_among_classes(matrix: Matrix) -> Matrix:
    """The matrix with one text over several classes in the cell of each of them, and one over several layers beside its minutes."""
    matrix = _each_day(matrix)
    covered = [one for one in _covered(matrix) if not _differ_in_day(one.group, one.origin)]
    if not covered:
        return matrix
    rows = list(matrix.sheet.rows)
    for one in covered:
        if _has_the_minutes(rows[one.row], one):
            rows[one.row] = [
                rows[one.row][one.left] if column == one.column else "" if column == one.left else value
                for column, value in enumerate(rows[one.row])
            ]
    for one in covered:
        if one.group.about.classes != one.origin.about.classes and _role(one.group, one.column) == _role(one.origin, one.left):
            row = list(rows[one.row])
            row[one.column] = row[one.left]
            rows[one.row] = row
    return matrix._replace(sheet=replace(matrix.sheet, rows=rows))


def _each_day(matrix: Matrix) -> Matrix:
    """The matrix with a text over several days that is that of each («每天10分») in the cell of each of them."""
    told = [one for one in _covered(matrix) if _differ_in_day(one.group, one.origin) and _is_daily(matrix.sheet.rows[one.row][one.left])]
    if not told:
        return matrix
    rows = list(matrix.sheet.rows)
    for row, left in dict.fromkeys((one.row, one.left) for one in told):
        text = _DAILY.sub("", str(rows[row][left]).strip())
        columns = {one.column for one in told if (one.row, one.left) == (row, left)} | {left}
        rows[row] = [text if column in columns else value for column, value in enumerate(rows[row])]
    places = {(one.row, one.left) for one in told}
    merged = tuple(span for span in matrix.sheet.merged if (span[0], span[1]) not in places)
    return matrix._replace(sheet=replace(matrix.sheet, rows=rows, merged=merged))


def _is_daily(value: Cell) -> bool:
    return isinstance(value, str) and _DAILY.match(value.strip()) is not None


def _has_the_minutes(row: Sequence[Cell], one: _Covered) -> bool:
    """Whether homework that is the same for all layers is merged over them and has its minutes under the last: it is that one's."""
    minutes = one.group.columns.get("minutes", len(row))
    same_class = one.group.about.classes == one.origin.about.classes
    content = _role(one.group, one.column) == _role(one.origin, one.left) == "content"
    return same_class and content and minutes < len(row) and row[minutes] != "" and row[one.left] != ""


def shared_among_days(matrix: Matrix) -> dict[tuple[int, int], int]:
    """Row (from 0 below the headings) and place of each group whose homework stands in a cell of another day: that day's group."""
    first, groups = matrix.headings.bottom + 1, matrix.columns.groups
    return {
        (one.row - first, _place(groups, one.group)): _place(groups, one.origin)
        for one in _covered(matrix)
        if _differ_in_day(one.group, one.origin)
    }


def _covered(matrix: Matrix) -> Iterator[_Covered]:
    group_of = {column: group for group in matrix.columns.groups for column in group.columns.values()}
    for top, left, _, right in matrix.sheet.merged:
        if right == left or not matrix.headings.bottom < top < matrix.end or left not in group_of:
            continue
        row = matrix.sheet.rows[top]
        for column in range(left + 1, right + 1):
            if column in group_of and column < len(row) and row[column] == "":
                yield _Covered(top, column, group_of[column], left, group_of[left])


def _place(groups: list[Group], wanted: Group) -> int:
    return next(place for place, group in enumerate(groups) if group is wanted)


def _role(group: Group, column: int) -> str:
    return next(name for name, own in group.columns.items() if own == column)


def _differ_in_day(one: Group, other: Group) -> bool:
    return _day(one) != _day(other)


def _day(group: Group) -> tuple[Cell, Cell]:
    return group.about.date, group.about.weekday
