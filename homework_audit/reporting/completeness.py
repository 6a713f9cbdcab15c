"""Turns records and the roster into who reported, who declared none and who did not report, class by class and day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from homework_audit.models.record import SchoolClass
from homework_audit.models.report import Completeness
from homework_audit.resolve import Resolved
from homework_audit.school_calendar import SchoolCalendar


class _Said(NamedTuple):
    """The subjects that stated homework for a class-day, and those that declared none."""

    reported: set[str]
    nothing: set[str]


def completeness(resolved: Resolved, calendar: SchoolCalendar) -> Iterator[Completeness]:
    """A line for each class and school day: which of the class's subjects reported homework, none, or nothing."""
    said: dict[SchoolClass, dict[date, _Said]] = defaultdict(dict)
    for (school_class, day), records in resolved.by_day.items():
        here = said[school_class][day] = _Said(set(), set())
        for record in records:
            (here.nothing if record.outcome == "none-declared" else here.reported).add(record.entry.task.subject)
    for school_class, day in resolved.expected:
        said[school_class].setdefault(day, _Said(set(), set()))
    for school_class in sorted(said, key=lambda found: found.order):
        days = said[school_class]
        subjects = {subject for here in days.values() for subject in (*here.reported, *here.nothing)}
        for day in sorted(days):
            if calendar.is_school_day(day):
                yield _line(school_class, day, days[day], subjects, resolved.expected.get((school_class, day)))


def _line(school_class: SchoolClass, day: date, said: _Said, subjects: set[str], expected: frozenset[str] | None) -> Completeness:
    """One line: the roster says who was to report, else it is every subject that the class has."""
    none = said.nothing - said.reported
    absent = tuple(sorted((subjects if expected is None else expected) - said.reported - none))
    return Completeness(
        *school_class,
        day,
        tuple(sorted(said.reported)),
        tuple(sorted(none)),
        absent,
        () if expected is None else absent,
    )
