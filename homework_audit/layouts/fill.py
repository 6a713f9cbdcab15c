"""Turns the cells of a column that stand for the ones above (merged, 同上, left blank below a group) into their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from homework_audit.models.sheet import Grid, Span
from homework_audit.values.text import Cell, compact
from homework_audit.values.vocabulary import DITTO

_LONGEST_DITTO = 20
"""Characters, blanks among them: most texts are longer, and need no further look."""


def with_merged(rows: Grid, merged: Sequence[Span]) -> Grid:
    """The rows with every cell of a range that is merged downwards holding the range's value; others are left alone."""
    spans = [span for span in merged if span[2] > span[0] and span[1] == span[3]]
    if not spans:
        return rows
    full = [list(row) for row in rows]
    for top, left, bottom, _ in spans:
        if top >= len(full) or left >= len(full[top]):
            continue
        for number in range(top + 1, min(bottom + 1, len(full))):
            if left < len(full[number]) and full[number][left] == "":
                full[number][left] = full[top][left]
    return full


@lru_cache(maxsize=65536)
def is_ditto(value: Cell) -> bool:
    """Whether a cell says «the same as above»."""
    return isinstance(value, str) and len(value) <= _LONGEST_DITTO and compact(value) in DITTO


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


def filled(values: Sequence[Cell], used: Sequence[bool], *, group: bool) -> list[Cell]:
    """A column with ditto marks, and the blanks of a column written once a group, holding the value above.

    `used` says of each row whether anything stands in it.
    """
    dittos = {value for value in set(values) if is_ditto(value)}
    if not dittos and not (group and "" in values):
        return list(values)
    down = group and is_grouped(value for value, is_used in zip(values, used, strict=True) if is_used)
    full: list[Cell] = []
    above: Cell = ""
    for value, is_used in zip(values, used, strict=True):
        if value in dittos or (down and value == "" and is_used):
            full.append(above)
            continue
        full.append(value)
        above = value if value != "" else above
    return full
