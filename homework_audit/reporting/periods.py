"""Turns loads into the weeks and half-months that people look at and authorities report by, beside the days themselves."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Final

from homework_audit.models.day_load import DayLoad
from homework_audit.models.record import shown
from homework_audit.models.report import PeriodKind, PeriodLoad, shortest


@lru_cache(maxsize=4096)
def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday around the day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


@lru_cache(maxsize=4096)
def half_month_of(day: date) -> tuple[date, date]:
    """The 1st to the 15th, or the 16th to the end of the month: the periods in which authorities are reported to."""
    if day.day <= 15:
        return day.replace(day=1), day.replace(day=15)
    return day.replace(day=16), day.replace(day=monthrange(day.year, day.month)[1])


_SPANS: Final[dict[PeriodKind, Callable[[date], tuple[date, date]]]] = {"week": week_of, "half-month": half_month_of}


def periods(loads: Sequence[DayLoad]) -> Iterator[PeriodLoad]:
    """The load of each class in each week, then in each half-month. `loads` are sorted by class and date.

    A mean never stands alone: beside it stand the heaviest day and how many days were over.
    """
    for kind, span in _SPANS.items():
        for key, group in groupby(loads, key=lambda load: (load.school_class, span(load.day))):
            yield _period(kind, key[1], list(group))


def _period(kind: PeriodKind, span: tuple[date, date], loads: Sequence[DayLoad]) -> PeriodLoad:
    heaviest = max(loads, key=lambda load: (load.low, -load.day.toordinal()))
    minutes = sum(load.low for load in loads)
    place = heaviest.school_class
    return PeriodLoad(
        kind=kind,
        school=place.school,
        grade=place.grade,
        school_class=place.label,
        first=span[0],
        last=span[1],
        class_days=len(loads),
        minutes=shown(minutes),
        mean=shortest(float(minutes) / len(loads)),
        heaviest=shown(heaviest.low),
        heaviest_on=heaviest.day,
        over=sum(load.verdict == "over" for load in loads),
        undetermined=sum(load.verdict == "undetermined" for load in loads),
    )
