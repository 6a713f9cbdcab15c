"""Turns class-days into the weeks and half-months that people look at and authorities report by, beside the days themselves."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from homework_audit.models.report import ClassDay, PeriodKind, PeriodLoad


def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday around the day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def half_month_of(day: date) -> tuple[date, date]:
    """The 1st to the 15th, or the 16th to the end of the month: the periods in which authorities are reported to."""
    if day.day <= 15:
        return day.replace(day=1), day.replace(day=15)
    return day.replace(day=16), day.replace(day=monthrange(day.year, day.month)[1])


_SPANS: Final[dict[PeriodKind, Callable[[date], tuple[date, date]]]] = {"week": week_of, "half-month": half_month_of}


def periods(days: Sequence[ClassDay]) -> Iterator[PeriodLoad]:
    """The load of each class in each week, then in each half-month. `days` are sorted by class and date.

    A mean never stands alone: beside it stand the heaviest day and how many days were over.
    """
    for kind, span in _SPANS.items():
        for key, group in groupby(days, key=lambda day: (day.school, day.grade, day.school_class, span(day.day))):
            yield _period(kind, key[3], list(group))


def _period(kind: PeriodKind, span: tuple[date, date], days: Sequence[ClassDay]) -> PeriodLoad:
    heaviest = max(days, key=lambda day: (day.minutes, -day.day.toordinal()))
    minutes = sum(day.minutes for day in days)
    return PeriodLoad(
        kind=kind,
        school=heaviest.school,
        grade=heaviest.grade,
        school_class=heaviest.school_class,
        first=span[0],
        last=span[1],
        class_days=len(days),
        minutes=minutes,
        mean=minutes / len(days),
        heaviest=heaviest.minutes,
        heaviest_on=heaviest.day,
        over=sum(day.verdict == "over" for day in days),
        undetermined=sum(day.verdict == "undetermined" for day in days),
    )
