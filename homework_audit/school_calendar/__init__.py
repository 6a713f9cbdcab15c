"""Turns dates into kinds of day, by the official calendar of the country under the school's own."""

from homework_audit.school_calendar.calendar import SchoolCalendar
from homework_audit.school_calendar.official import DayType, MissingCalendar
from homework_audit.school_calendar.settings import CalendarSettings, Days

__all__ = ["CalendarSettings", "DayType", "Days", "MissingCalendar", "SchoolCalendar"]
