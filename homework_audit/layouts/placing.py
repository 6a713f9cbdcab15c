"""Turns a row's cells of class, grade, date and weekday into classes and a date, or into the problem with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from homework_audit.layouts.context import Context
from homework_audit.values.classes import class_at_end, read_classes, read_grade
from homework_audit.values.dates import may_be_tenth, period_within, read_date, read_day, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.numerals import CHARACTERS
from homework_audit.values.references import ClassRef, DateRef, as_date, write_date
from homework_audit.values.text import Cell, compact, shown

_TWO_CLASSES = expression(r"[1-9]\.[1-9]班?")
"""«1.2班» under grade 3 may be two classes."""
_HOLIDAY = expression(r"国庆|中秋|假|元旦|清明|五一|劳动节|端午|双休|周末|holiday", re.IGNORECASE)
_DAY_OF_MONTH = expression(r"3[01]|[12]\d|0?[1-9]")
_ENTRY_YEAR = expression(r"20\d\d级?")
_DASHED = expression(r"\s*(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])\s*")
_ANY_YEAR, _SHORTEST_WEEK = 2023, 3
"""A year in which days are counted where none is said, and the days from the first to the last of a week of four."""
_WEEK = expression(rf"第(?:\d{{1,2}}|[{CHARACTERS}]{{1,3}})周")


def place_classes(value: Cell, grade: Cell, context: Context, *, has_class_column: bool) -> tuple[tuple[ClassRef, ...], str]:
    """The classes of a row, and '' or why they are not known: blank, no-grade, words, conflict.

    With a reason the classes are what is known all the same, the bound of where the row may belong.
    """
    row_grade = read_grade(grade) if grade != "" else None
    known = row_grade or context.grade
    if grade != "" and row_grade is None:
        named = read_classes(value) if value != "" and _ENTRY_YEAR.fullmatch(str(grade).strip()) else ()
        full = bool(named) and all(ref.grade and ref.label for ref in named)
        return (named, "") if full else (_bound(None, context), "words")  # «2026级» beside «七年级3班»
    if not has_class_column:
        refs = (ClassRef(row_grade, None),) if row_grade else context.classes
        return (refs, "") if refs and all(ref.grade for ref in refs) else (refs, "no-grade" if refs else "blank")
    if value == "":
        return _bound(row_grade, context), "blank"
    refs = read_classes(value, known) or (class_at_end(value) if isinstance(value, str) else ())
    if not refs or (known and _TWO_CLASSES.fullmatch(str(value).strip()) and any(ref.grade != known for ref in refs)):
        return _bound(row_grade, context), "words"
    if any(ref.grade is None for ref in refs):
        return refs, "no-grade"
    if row_grade and any(ref.grade != row_grade for ref in refs):
        return (), "conflict"
    return refs, ""


def _bound(grade: int | None, context: Context) -> tuple[ClassRef, ...]:
    return (ClassRef(grade, None),) if grade else context.classes


def place_date(value: Cell, weekday: Cell, context: Context) -> tuple[DateRef | None, str]:
    """The date of a row with the year of its context, and '' or why it is not known: blank, words, weekday."""
    said = read_weekday(weekday) if weekday != "" else None
    if value == "" and said is None:
        return context.date, "" if context.date else "blank"
    date = (read_date(value) or _dashed(value) or first_of_holiday(value)) if value != "" else None
    day = (read_day(value) or (_bare_day(value) if said else None)) if date is None else None
    if day:
        date = context.on_day(*day)
        return (date, "") if date and weekday_agrees(date) and date.on(date.year or 2024) else (None, "weekday" if date else "words")
    if date is None:
        date = _in_period(_weekday_of(value, said), context.week(value) or context.week(weekday) or context.period)
    if date is None:
        return None, "words"
    date = _dated(date, context)
    if said and date.weekday and said != date.weekday:
        return None, "weekday"
    date = date._replace(weekday=date.weekday or said)
    return (None, "weekday") if not weekday_agrees(date) else (date, "")


def _dashed(value: Cell) -> DateRef | None:
    """«9-14» where a date is expected: elsewhere it may be a class."""
    found = _DASHED.fullmatch(value) if isinstance(value, str) else None
    return DateRef(None, int(found[1]), int(found[2])) if found else None


def _bare_day(value: Cell) -> tuple[int, None] | None:
    """A bare 1 to 31 beside a weekday: the day of a month that a title names."""
    text = f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else shown(value).strip()
    return (int(text), None) if _DAY_OF_MONTH.fullmatch(text) else None


def first_of_holiday(value: Cell) -> DateRef | None:
    """«9月30日—10月7日（国庆）»: homework for the days off is set on the day before them."""
    period = period_within(value) if isinstance(value, str) and _HOLIDAY.search(value) else None
    return period[0] if period else None


def weekday_agrees(date: DateRef) -> bool:
    """Whether the weekday that is stated beside a date is that of the date; True while the year is not known."""
    day = as_date(date.year, date.month, date.day) if date.year and date.weekday else None
    return day is None or day.isoweekday() == date.weekday


def _weekday_of(value: Cell, said: int | None) -> int | None:
    """The weekday to look for where a cell states no date: that of its column if the cell says the same, a week or nothing."""
    if value == "" or (isinstance(value, str) and _WEEK.fullmatch(compact(value))):
        return said
    named = read_weekday(value)
    return named if said in (None, named) else None


def _dated(date: DateRef, context: Context) -> DateRef:
    """The date with the year that puts it into the period of the context (which may span New Year), else the context's."""
    if date.year is None and context.period and all(end.year for end in context.period):
        first, last = context.period
        dated = (date._replace(year=end.year) for end in context.period)
        return next((one for one in dated if first[:3] <= one[:3] <= last[:3]), context.dated(date) or date)
    return context.dated(date) or date


def _in_period(weekday: int | None, period: tuple[DateRef, DateRef] | None) -> DateRef | None:
    """The day of that name in a period, if the period is dated and has just one."""
    if weekday is None or period is None:
        return None
    first, last = ((as_date(end.year, end.month, end.day) if end.year else None) for end in period)
    if period[0].year is None and period[1].year is None:
        return _in_week(weekday, period)
    if first is None or last is None or not 0 <= (last - first).days < 7:
        return None
    days = [first + timedelta(days=n) for n in range(7)]
    day = next(day for day in days if day.isoweekday() == weekday)
    return DateRef(day.year, day.month, day.day, weekday)


def _in_week(weekday: int, period: tuple[DateRef, DateRef]) -> DateRef | None:
    """The day of that name in a week from Monday on whose year nobody says; the weekday is held against the year that is found."""
    first, last = (as_date(_ANY_YEAR, end.month, end.day) for end in period)
    if first is None or last is None or not _SHORTEST_WEEK <= (last - first).days < 7 or weekday - 1 > (last - first).days:
        return None
    day = first + timedelta(days=weekday - 1)
    return DateRef(None, day.month, day.day, weekday)


def settle_tenths(values: Sequence[Cell], weekdays: Sequence[Cell], context: Context, *, typed: bool) -> dict[int, DateRef | None]:
    """The rows whose 9.1 may be a typed 9.10, with the date that weekday, title or neighbours decide on, else None."""
    settled: dict[int, DateRef | None] = {}
    doubtful = {value for value in set(values) if value != "" and may_be_tenth(value, typed=typed)}
    for row, value in enumerate(values if doubtful else ()):
        if value not in doubtful:
            continue
        date = read_date(value)
        if date is None:
            continue
        readings = [_dated(reading, context) for reading in (date, date._replace(day=10 * date.day))]
        readings = [reading for reading in readings if as_date(reading.year or 2024, reading.month, reading.day)]
        weekday = read_weekday(weekdays[row]) if row < len(weekdays) and weekdays[row] != "" else None
        kept = [reading for reading in readings if _fits(reading._replace(weekday=weekday), row, values, context, typed=typed)]
        settled[row] = kept[0] if len(kept) == 1 else None
    return settled


def with_tenths_settled(values: Sequence[Cell], weekdays: Sequence[Cell], context: Context, *, typed: bool) -> list[Cell]:
    """The same cells, with the date in place of every 9.1 that is settled as one, and no date where nothing decides."""
    settled = settle_tenths(values, weekdays, context, typed=typed)
    told: dict[int, Cell] = {row: write_date(date) or f"{shown(values[row])}(0)?" for row, date in settled.items()}
    return [told.get(row, value) for row, value in enumerate(values)]


def _fits(reading: DateRef, row: int, values: Sequence[Cell], context: Context, *, typed: bool) -> bool:
    if not weekday_agrees(reading):
        return False
    if context.period:
        first, last = context.period
        return (first.month, first.day) <= (reading.month, reading.day) <= (last.month, last.day)
    if reading.weekday and reading.year:
        return True
    before = next((date for value in reversed(values[:row]) if (date := _sure(value, typed=typed))), None)
    after = next((date for value in values[row + 1 :] if (date := _sure(value, typed=typed))), None)
    if before is None and after is None:
        return True
    here = (reading.month, reading.day)
    near = [date for date in (before, after) if date]
    ordered = (before is None or (before.month, before.day) <= here) and (after is None or here <= (after.month, after.day))
    return ordered and all(abs(31 * (date.month - here[0]) + date.day - here[1]) <= 14 for date in near)


def _sure(value: Cell, *, typed: bool) -> DateRef | None:
    return None if value == "" or may_be_tenth(value, typed=typed) else read_date(value)
