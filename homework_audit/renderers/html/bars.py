"""Turns the class-days furthest over into bars: the cap and what lies above it, drawn to one scale."""

from __future__ import annotations

from typing import Final, NamedTuple

from homework_audit.messages import class_name, shown
from homework_audit.models.report import ClassDay, Report

_LONGEST: Final = 360
"""The length of the longest bar, in the units of the drawing."""
_MOST_BARS: Final = 10


class Bar(NamedTuple):
    """A bar with its name and the minutes that stand behind it; lengths are in the units of the drawing."""

    name: str
    cap: float
    excess: float
    minutes: str


def bars_of(report: Report) -> list[Bar]:
    """A bar for each of the days furthest over; those whose minutes nobody knows have no length."""
    over = [day for day in report.class_days if day.verdict == "over" and day.minutes]
    furthest = sorted(over, key=lambda day: (day.limit or 0) - day.minutes)[:_MOST_BARS]
    unit = _LONGEST / max((day.minutes for day in furthest), default=1)
    return [_bar(day, unit, report) for day in furthest]


def _bar(day: ClassDay, unit: float, report: Report) -> Bar:
    limit = day.limit or 0
    name = class_name(day.grade, day.school_class, report.lang, day.school)
    return Bar(f"{name} {day.day:%m-%d}", round(limit * unit, 1), round((day.minutes - limit) * unit, 1), shown(day.minutes))
