"""Turns a date into the kind of day it is for a school: school day, day off, holiday or make-up day (调休)."""

from __future__ import annotations

from datetime import date, timedelta

from homework_audit.school_calendar.official import DayType, official_days
from homework_audit.school_calendar.settings import CalendarSettings, Days

_LONGEST_BREAK = 120
"""More days than lie between two school days: after so many of them the calendar is not believed."""


class SchoolCalendar:
    """The official calendar with the school's own over it. Raises MissingCalendar where the official one is not at hand."""

    def __init__(self, settings: CalendarSettings) -> None:
        self.settings = settings
        self._official = official_days(settings.country, settings.subdivision)
        self._own = _own_days(settings)
        self._kinds: dict[date, DayType] = {}
        self._next: dict[date, date] = {}

    def day_type(self, day: date) -> DayType:
        """The kind of day: the school's own word first, then the official one, else Monday to Friday are school days."""
        kind = self._kinds.get(day)
        if kind is None:
            usual: DayType = "school-day" if day.isoweekday() <= 5 else "day-off"
            kind = self._kinds[day] = self._own.get(day) or self._official(day) or usual
        return kind

    def is_school_day(self, day: date) -> bool:
        """Whether pupils have lessons on that day."""
        return self.day_type(day) in ("school-day", "make-up-day")

    def is_covered(self, year: int) -> bool:
        """Whether the days off of that year are known, officially or by the school's own word."""
        return year in self.settings.covered_years or self._official(date(year, 7, 1)) is not None

    def is_judged(self, day: date) -> bool:
        """Whether a day may be judged: not where the policy leaves years open of which nothing official is known."""
        return self.settings.on_unknown_year == "weekdays" or self.is_covered(day.year)

    def is_free_of_homework(self, day: date) -> bool:
        """Whether the policy says that no homework is set on that day."""
        settings = self.settings
        return day.isoweekday() in settings.no_homework_weekdays or any(day in days for days in settings.no_homework_days)

    def term_of(self, day: date) -> Days | None:
        """The term that the day lies in."""
        return next((term for term in self.settings.terms if day in term), None)

    def term_around(self, day: date) -> Days | None:
        """The term that is meant on that day: the one it lies in, else the last one that began, else the first to come."""
        begun = [term for term in self.settings.terms if term.first <= day]
        coming = sorted(self.settings.terms, key=lambda term: term.first)
        return self.term_of(day) or max(begun, key=lambda term: term.first, default=next(iter(coming), None))

    def next_school_day(self, day: date) -> date:
        """The first school day after that day."""
        if day not in self._next:
            following = day + timedelta(days=1)
            while not self.is_school_day(following) and (following - day).days < _LONGEST_BREAK:
                following += timedelta(days=1)
            self._next[day] = following
        return self._next[day]

    def days_of_work(self, set_on: date, due: date | None, most: int) -> tuple[date, ...]:
        """The days over which homework is shared, from the day it is set to the day before it is due.

        School days count, at most `most` of them, the first ones. What is set on the last school day before days off and is
        due on the first one after them is shared by the days off alone. Without a due day it is due the next school day.
        Homework set on a day off and due the next school day is shared by the days off from that day on.
        """
        following = self.next_school_day(set_on)
        if due is None or due <= set_on:
            due = following
        span = [set_on + timedelta(days=n) for n in range((min(due, set_on + timedelta(days=366)) - set_on).days)]
        days_off = [day for day in span if not self.is_school_day(day)]
        if due <= following and days_off:
            return tuple(days_off)
        return tuple([day for day in span if self.is_school_day(day)][:most]) or (set_on,)

    def break_of(self, day: date) -> tuple[date, date]:
        """The first and the last of the days off in a row that the day belongs to."""
        first = last = day
        while not self.is_school_day(first - timedelta(days=1)) and (day - first).days < _LONGEST_BREAK:
            first -= timedelta(days=1)
        while not self.is_school_day(last + timedelta(days=1)) and (last - day).days < _LONGEST_BREAK:
            last += timedelta(days=1)
        return first, last


def _own_days(settings: CalendarSettings) -> dict[date, DayType]:
    """The school's own days off and school days; a day that is called both is a school day."""
    own: dict[date, DayType] = {day: "day-off" for span in settings.days_off for day in span.days}
    for span in settings.school_days:
        own |= {day: "school-day" if day.isoweekday() <= 5 else "make-up-day" for day in span.days}
    return own
