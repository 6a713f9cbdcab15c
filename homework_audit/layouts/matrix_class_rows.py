"""Turns a row of a matrix that names the classes of each column («布置班级 | 六1班、六2班 | 六1班») into these classes, by group."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.headings import heading
from homework_audit.layouts.matrix import Matrix
from homework_audit.values.classes import read_classes
from homework_audit.values.minutes import says_nothing
from homework_audit.values.text import Cell, shown


def classes_told(matrix: Matrix, grade: int | None) -> dict[int, dict[int, Cell]]:
    """By the number of such a row the classes of each group, by its position; none where a column of classes stands left.

    A class without a grade is one of `grade` (1–12).
    """
    if "class" in matrix.columns.stubs or any(group.about.classes != "" for group in matrix.columns.groups):
        return {}
    first = min(matrix.telling_columns, default=0)
    found: dict[int, dict[int, Cell]] = {}
    for number, row in enumerate(matrix.rows):
        told = _told(matrix, row, grade) if _is_of_classes(row[:first]) else {}
        if told:
            found[number] = told
    return found if len({tuple(told.items()) for told in found.values()}) == 1 else {}  # of several nobody says which homework each is of


def _is_of_classes(left: Sequence[Cell]) -> bool:
    labels = [value for value in left if value != ""]
    return bool(labels) and all((about := heading(value)) is not None and about.field == "class" for value in labels)


def _told(matrix: Matrix, row: Sequence[Cell], grade: int | None) -> dict[int, Cell]:
    """The classes of each group in a row, {} where any of its cells is something else."""
    places = {position: next(iter(group.columns.values())) for position, group in enumerate(matrix.columns.groups)}
    cells = {position: row[column] for position, column in places.items() if column < len(row) and row[column] != ""}
    named = {position: cell for position, cell in cells.items() if not says_nothing(shown(cell))}
    return named if all(read_classes(cell, grade) for cell in named.values()) else {}
