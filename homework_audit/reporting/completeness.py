"""Turns records and the roster into who reported, who declared none and who did not report, class by class and day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from homework_audit.models.record import Record, SchoolClass
from homework_audit.models.report import Completeness
from homework_audit.resolve import Resolved
from homework_audit.school_calendar import SchoolCalendar


class _Said(NamedTuple):
    """The subjects that stated homework for a class-day, and those that declared none."""

    reported: set[str]
    nothing: set[str]


def completeness(resolved: Resolved, calendar: SchoolCalendar) -> tuple[Completeness, ...]:
    """A line for each class and school day: which of the class's subjects reported homework, none, or nothing.

    What the records are by day is used up: nothing else is told from it, and there may be a million of them.
    """
    lines = tuple(_lines(resolved, calendar))
    resolved.by_day.clear()
    return lines


def _lines(resolved: Resolved, calendar: SchoolCalendar) -> Iterator[Completeness]:
    days_of: dict[SchoolClass, set[date]] = defaultdict(set)
    for school_class, day in chain(resolved.by_day, resolved.expected):
        days_of[school_class].add(day)
    for school_class in sorted(days_of, key=lambda found: found.order):
        said = {day: _said(resolved.by_day.get((school_class, day), ())) for day in days_of[school_class]}
        subjects = {subject for here in said.values() for subject in (*here.reported, *here.nothing)}
        for day in sorted(said):
            if calendar.is_school_day(day):
                yield _line(school_class, day, said[day], subjects, resolved.expected.get((school_class, day)))


def _said(records: Sequence[Record]) -> _Said:
    nothing = {record.entry.task.subject for record in records if record.outcome == "none-declared"}
    return _Said({record.entry.task.subject for record in records if record.outcome != "none-declared"}, nothing)


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
