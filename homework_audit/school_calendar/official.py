"""Turns a country into its official days off and make-up days, from the packages that carry them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Literal

from homework_audit.errors import ConfigurationError

DayType = Literal["school-day", "make-up-day", "day-off", "holiday"]
OfficialDay = Callable[[date], DayType | None]
"""The kind of a day, None where nothing official is known of its year."""


class MissingCalendar(ConfigurationError):
    """The calendar of that country is not installed, or there is no such country."""


def official_days(country: str, subdivision: str) -> OfficialDay:
    """What is official about days in that country. Raises MissingCalendar for one that is not known or not installed."""
    return _china if country == "CN" else _elsewhere(country, subdivision)


@lru_cache(maxsize=4096)
def _china(day: date) -> DayType | None:
    """Source: the State Council's yearly notices on holidays, as the chinesecalendar package carries them."""
    from chinese_calendar import get_holiday_detail, is_workday

    try:
        works = is_workday(day)
    except NotImplementedError:  # what the package raises for a year that has not been announced
        return None
    if works:
        return "school-day" if day.isoweekday() <= 5 else "make-up-day"
    return "holiday" if get_holiday_detail(day)[1] else "day-off"


def _elsewhere(country: str, subdivision: str) -> OfficialDay:
    """Source: the holidays package, which computes them for any year."""
    try:
        import holidays
    except ImportError as absent:
        raise MissingCalendar("calendar-not-installed", country=country) from absent
    try:
        official = holidays.country_holidays(country, subdiv=subdivision or None)
    except NotImplementedError as unknown:  # what the package raises for a country that it does not know
        raise MissingCalendar("no-such-calendar", country=country, subdivision=subdivision) from unknown

    def kind(day: date) -> DayType:
        if day in official:
            return "holiday"
        return "school-day" if day.isoweekday() <= 5 else "day-off"

    return kind
