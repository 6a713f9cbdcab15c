"""Turns columns of clock times into how long homework takes: «18:30—19:00», or a column 开始时间 beside a column 结束时间."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from itertools import pairwise
from typing import Final, NamedTuple

from homework_audit.models.sheet import Grid
from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, compact, shown

_TIMES: Final = expression(r"时间|时段|时刻|起止|time|slot")
_STARTS: Final = expression(r"开始|起始|^起|start|from|begin")
_ENDS: Final = expression(r"结束|终止|完成|^止|end|finish|^to$|until")
_TIME: Final = expression(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_MOST: Final = 0.5
"""The share of the cells that must be times; the others may say «自行安排»."""


class Slots(NamedTuple):
    """The column of the times, or of their beginnings beside that of their ends."""

    start: int
    end: int | None = None


def slots_of(headings: Sequence[Cell], body: Grid, classes: int | None) -> Slots | None:
    """The columns that say from when to when each homework is done, `classes` being the column of the classes.

    A time in which a class does several things is that of a session, and says of none of them how long it takes.
    """
    named = {column: compact(value) for column, value in enumerate(headings) if isinstance(value, str) and value}
    for column, text in named.items():
        cells = _cells(body, column)
        if _TIMES.search(text) and _mostly(cells, [value for value in cells if is_span(value)]):
            return None if _are_sessions(body, column, classes) else Slots(column)
    starts, ends = (_clocks(named, body, word) for word in (_STARTS, _ENDS))
    if len(starts) == len(ends) == 1 and starts != ends and not _are_sessions(body, starts[0], classes):
        return Slots(starts[0], ends[0])
    return None


def is_span(value: Cell) -> bool:
    """Whether a cell says from when to when: «18:30—19:00»."""
    return isinstance(value, str) and clock_minutes(value) is not None


def span(start: Cell, end: Cell) -> Cell:
    """Two cells as one that says from when to when; '' where both are blank."""
    return "" if start == end == "" else f"{shown(start)[:5] or '?'}—{shown(end)[:5] if _is_clock(end) else shown(end) or '?'}"


def _clocks(named: dict[int, str], body: Grid, word: re.Pattern[str]) -> list[int]:
    """The columns under such a heading that hold the time of a day, and no date."""
    cells = {column: _cells(body, column) for column, text in named.items() if word.search(text)}
    return [column for column, values in cells.items() if _mostly(values, list(filter(_is_clock, values)))]


def _is_clock(value: Cell) -> bool:
    return isinstance(value, time) or (isinstance(value, str) and _TIME.fullmatch(compact(value)) is not None)


def _cells(body: Grid, column: int) -> list[Cell]:
    return [row[column] for row in body if column < len(row) and row[column] != ""]


def _mostly(values: Sequence[Cell], fit: Sequence[Cell]) -> bool:
    return bool(fit) and len(fit) >= _MOST * len(values)


def _are_sessions(body: Grid, column: int, classes: int | None) -> bool:
    """Whether two homeworks of one class that follow each other have the same time."""
    rows = [row for row in body if column < len(row) and row[column] != ""]
    of_class = [row[classes] if classes is not None and classes < len(row) else "" for row in rows]
    told = [(row[column], label) for row, label in zip(rows, of_class, strict=True)]
    return any(above == below for above, below in pairwise(told))
