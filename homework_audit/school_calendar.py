"""Turns a date into the kind of day it is for a school in China: school day, day off, holiday or make-up day (调休)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

DayType = Literal["school-day", "make-up-day", "day-off", "holiday"]


def is_school_day(day: date) -> bool:
    """Whether pupils have lessons on that day, as far as the official calendar says."""
    return day_type(day) in ("school-day", "make-up-day")


@lru_cache(maxsize=4096)
def day_type(day: date) -> DayType:
    """The kind of day. Years that the official calendar does not cover count Monday to Friday as school days.

    Source: the State Council's yearly notices on holidays, as the chinesecalendar package carries them.
    """
    if not is_covered(day.year):
        return "school-day" if day.isoweekday() <= 5 else "day-off"
    from chinese_calendar import get_holiday_detail, is_workday

    if is_workday(day):
        return "school-day" if day.isoweekday() <= 5 else "make-up-day"
    return "holiday" if get_holiday_detail(day)[1] else "day-off"


@lru_cache(maxsize=256)
def is_covered(year: int) -> bool:
    """Whether official holidays of that year are known."""
    from chinese_calendar import is_workday

    try:
        is_workday(date(year, 7, 1))
    except NotImplementedError:
        return False
    return True


@lru_cache(maxsize=4096)
def next_school_day(day: date) -> date:
    """The first school day after that day."""
    day += timedelta(days=1)
    while not is_school_day(day):
        day += timedelta(days=1)
    return day


def days_of_work(set_on: date, due: date | None, most: int) -> tuple[date, ...]:
    """The days over which homework is shared, from the day it is set to the day before it is due.

    School days count, at most `most` of them, the first ones. What is set on the last school day before days off and is
    due on the first one after them is shared by the days off alone. Without a due day it is due the next school day.
    Homework set on a day off and due the next school day is shared by the days off from that day on.
    """
    following = next_school_day(set_on)
    if due is None or due <= set_on:
        due = following
    span = [set_on + timedelta(days=n) for n in range((min(due, set_on + timedelta(days=366)) - set_on).days)]
    days_off = [day for day in span if not is_school_day(day)]
    if due <= following and days_off:
        return tuple(days_off)
    return tuple([day for day in span if is_school_day(day)][:most]) or (set_on,)
