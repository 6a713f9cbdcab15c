"""Turns the cell of a list that states the minutes of another kind of homework into entries beside those of its row."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.layouts.traits import KINDS
from homework_audit.models.reading import Duration, Entry
from homework_audit.values.homework import read_homework
from homework_audit.values.text import Cell, shown


def of_another_kind(entry: Entry, stated: tuple[Cell, str], kind: str, unit: str, lesson: float | None) -> Iterator[Entry]:
    """What a cell (its value, its name) such as «朗读5分钟» under «口头作业及用时» sets for the class and the day of an entry.

    Bare numbers are in `unit`, a lesson takes `lesson` minutes.
    """
    value, cell = stated
    task = entry.task._replace(kind=KINDS[kind], kind_assumed=False, layer="", state="set")
    for piece in read_homework(value, unit, lesson):
        if not piece.minutes.nothing:
            duration = Duration(shown(value), piece.minutes.low, piece.minutes.high, piece.minutes.trouble)
            yield Entry(cell, piece.content or entry.content, entry.to, entry.on, task, duration)
