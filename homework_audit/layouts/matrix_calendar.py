"""Turns the days of a month below weekdays, as on a wall calendar, into the dates of what stands below or beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.layouts.matrix import Matrix, MatrixColumns
from homework_audit.values.dates import read_date, read_day
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, shown

_DAY_AND_TEXT = expression(r"\s*(\d{1,2}\s*[日号]?)[ \t\u3000]*\n\s*(.+)", re.DOTALL)

Days = dict[int, str]
"""The place of a group of columns → the date of its homework, «11月9日»."""


class Page(NamedTuple):
    """A matrix without the days that stood in the cells of its homework, and these days by row, counted from 0 below the headings."""

    matrix: Matrix
    days: dict[int, Days]


def days_of_row(row: Sequence[Cell], columns: MatrixColumns, context: Context) -> Days:
    """The dates of a row that holds nothing but days, {} for any other row, and where the month is not said."""
    values = _values(row, columns)
    if not _is_calendar(columns):
        return {}
    if sum(value != "" for value in values) > 1 and all(value == "" or _is_date(value) for value in values):
        return {position: shown(value) for position, value in enumerate(values) if value != ""}
    if context.month is None:
        return {}
    days = [_day(value) for value in values]
    if not any(days) or any(value != "" and not day for value, day in zip(values, days, strict=True)):
        return {}
    return _dated(days, context.month[1])


def with_days_apart(matrix: Matrix, context: Context) -> Page:
    """The page of a calendar in whose cells the homework stands below the day: «12日⏎语20 数15»."""
    dated: dict[int, Days] = {}
    if context.month is None or not _is_calendar(matrix.columns):
        return Page(matrix, dated)
    rows = list(matrix.sheet.rows)
    for number, row in enumerate(matrix.rows):
        parted = [_parted(value) for value in _values(row, matrix.columns)]
        if not any(text for _, text in parted) or any(day is None for day, _ in parted):
            continue
        days = _dated([day or 0 for day, _ in parted], context.month[1])
        if days:
            texts = {group.columns["cell"]: text for group, (_, text) in zip(matrix.columns.groups, parted, strict=True)}
            dated[number] = days
            rows[matrix.headings.bottom + 1 + number] = [texts.get(column, value) for column, value in enumerate(row)]
    return Page(matrix._replace(sheet=replace(matrix.sheet, rows=rows)), dated) if dated else Page(matrix, dated)


def _is_calendar(columns: MatrixColumns) -> bool:
    """Whether nothing but weekdays stands across, and nothing but weeks down."""
    if columns.stubs.keys() - {"week"} or not all(group.about.weekday != "" and "cell" in group.columns for group in columns.groups):
        return False
    return all(group.about.date == "" or read_day(group.about.date) or _is_date(group.about.date) for group in columns.groups)


def _is_date(value: Cell) -> bool:
    return not isinstance(value, int | float) and read_date(value) is not None


def _values(row: Sequence[Cell], columns: MatrixColumns) -> list[Cell]:
    return [_at(row, group.columns.get("cell", -1)) for group in columns.groups]


def _parted(value: Cell) -> tuple[int | None, str]:
    """The day that a cell begins with and the text below it; 0 for a blank cell, None for one without a day."""
    found = _DAY_AND_TEXT.fullmatch(value) if isinstance(value, str) else None
    if found:
        return _day(found[1].strip()) or None, found[2].strip()
    return (0 if value == "" else _day(value) or None), ""


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
