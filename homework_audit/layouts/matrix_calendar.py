"""Turns a row of the days of a month below weekdays, as on a wall calendar, into the dates of what stands below it."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.context import Context
from homework_audit.layouts.matrix import MatrixColumns
from homework_audit.values.dates import read_day
from homework_audit.values.text import Cell, shown


def days_of_row(row: Sequence[Cell], columns: MatrixColumns, context: Context) -> dict[int, str]:
    """The date of each group's column («11月9日»), {} if the row is no row of days or the month is not said."""
    groups = columns.groups
    if context.month is None or columns.stubs or not all(group.about.weekday != "" for group in groups):
        return {}
    if not all(group.about.date == "" or read_day(group.about.date) for group in groups):
        return {}
    values = [_at(row, group.columns.get("cell", -1)) for group in groups]
    days = [_day(value) for value in values]
    if not any(days) or any(value != "" and not day for value, day in zip(values, days, strict=True)):
        return {}
    return _dated(days, context.month[1])


def _dated(days: Sequence[int], month: int) -> dict[int, str]:
    """The days one after the other. Where they begin again at 1, the larger part of the week is of the month that is said."""
    turn = next((position for position, day in enumerate(days) if day == 1 and position and days[position - 1]), len(days))
    shift = -1 if turn < len(days) - turn else 0
    dates: dict[int, str] = {}
    previous = 0
    for position, day in enumerate(days):
        if not day:
            continue
        if previous and day != previous + 1 and position != turn:
            return {}
        previous = day
        dates[position] = f"{(month + shift + (position >= turn) - 1) % 12 + 1}月{day}日"
    return dates


def _day(value: Cell) -> int:
    text = shown(value)
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 31 else 0
    day = read_day(value)
    return day[0] if day else 0


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if 0 <= column < len(row) else ""
