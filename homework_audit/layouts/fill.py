"""Turns the cells of a column that stand for the ones above (merged, 同上, left blank below a group) into their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homework_audit.models.sheet import Grid, Span
from homework_audit.values.text import Cell, compact
from homework_audit.values.vocabulary import DITTO


def with_merged(rows: Grid, merged: Sequence[Span]) -> Grid:
    """The rows with every cell of a range that is merged downwards holding the range's value; others are left alone."""
    spans = [span for span in merged if span[2] > span[0] and span[1] == span[3]]
    if not spans:
        return rows
    filled = [list(row) for row in rows]
    for top, left, bottom, _ in spans:
        if top >= len(filled) or left >= len(filled[top]):
            continue
        for number in range(top + 1, min(bottom + 1, len(filled))):
            if left < len(filled[number]) and filled[number][left] == "":
                filled[number][left] = filled[top][left]
    return filled


def is_ditto(value: Cell) -> bool:
    """Whether a cell says «the same as above»."""
    return isinstance(value, str) and compact(value) in DITTO


def is_grouped(values: Iterable[Cell]) -> bool:
    """Whether a column is written once a group: blanks follow a value, and no value is repeated right below itself.

    Where equal values stand under each other, every row is meant to hold its own and a blank is an omission.
    """
    previous: Cell = ""
    blanks = 0
    for value in values:
        if value == "":
            blanks += 1
        elif value == previous and not is_ditto(value):
            return False
        else:
            previous = value
    return blanks > 0
