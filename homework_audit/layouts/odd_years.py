"""Turns a date whose year no neighbour has («2025-09-16» in a list of September 2026) into a doubt about the day that was meant."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from homework_audit.models.reading import Entry, Problem, Scope, SheetReading
from homework_audit.values.references import DateRef, as_date, write_date

_FEWEST: Final = 3
"""Days that must agree on a year before another one among them is a slip of the pen."""
_SHARE: Final = 5
"""At most one day in so many may be such a slip."""
_FAR: Final = 180
_NEAR: Final = 14
"""Days that part a slip from all others at least, and from some of them at most in the year that was meant."""


def with_odd_years(reading: SheetReading) -> SheetReading:
    """The reading with homework of such a date placed on no day, and a problem that keeps the day that was meant open."""
    dates = {entry.on.date for entry in reading.entries}
    days = {stated[:3]: day for stated in dates if stated and (day := _day(stated))}
    meant = {stated: found for stated, day in days.items() if (found := _meant(day, days.values()))}
    if not meant or len(meant) * _SHARE > len(days):
        return reading
    entries = [
        _in_doubt(entry, meant[entry.date[:3]], reading) if entry.date and entry.date[:3] in meant else entry for entry in reading.entries
    ]
    return reading._replace(entries=entries)


def _meant(day: date, days: Collection[date]) -> date | None:
    """The same day of the year that the others have; None where the day may be what is meant, or nobody knows."""
    if any(0 < abs((day - other).days) < _FAR for other in days):
        return None
    years = {year for other in days if other != day for year in (other.year - 1, other.year, other.year + 1)}
    shifted = (moved for year in sorted(years - {day.year}) if (moved := as_date(year, day.month, day.day)))
    return next((moved for moved in shifted if sum(abs((moved - other).days) <= _NEAR for other in days) >= _FEWEST), None)


def _in_doubt(entry: Entry, meant: date, reading: SheetReading) -> Entry:
    """The entry without its date; the problem is added to those of the sheet."""
    if entry.state not in ("set", "none-declared"):
        return entry
    day = DateRef(meant.year, meant.month, meant.day)
    scope = Scope(entry.school, entry.classes, day, day)
    reading.problems.append(Problem("unreadable-date", "year", entry.cell, write_date(entry.date), scope=scope))
    return entry._replace(on=entry.on._replace(date=None), problems=(*entry.problems, len(reading.problems) - 1))


def _day(stated: DateRef) -> date | None:
    return as_date(stated.year, stated.month, stated.day) if stated.year else None
