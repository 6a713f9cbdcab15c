"""Turns records and the roster into who reported, who declared none and who did not report, class by class and day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from homework_audit.models.record import SchoolClass
from homework_audit.models.report import Completeness
from homework_audit.resolve import Resolved
from homework_audit.school_calendar import SchoolCalendar


def completeness(resolved: Resolved, calendar: SchoolCalendar) -> Iterable[Completeness]:
    """A line for each class and school day: which of the class's subjects reported homework, none, or nothing."""
    reported: dict[tuple[SchoolClass, date], set[str]] = defaultdict(set)
    nothing: dict[tuple[SchoolClass, date], set[str]] = defaultdict(set)
    subjects: dict[SchoolClass, set[str]] = defaultdict(set)
    for record in resolved.records:
        key = (record.school_class, record.day)
        (nothing if record.outcome == "none-declared" else reported)[key].add(record.entry.subject)
        subjects[record.school_class].add(record.entry.subject)
    lines = reported.keys() | nothing.keys() | resolved.expected.keys()
    for school_class, day in sorted(lines, key=lambda key: (key[0].order, key[1])):
        if not calendar.is_school_day(day):
            continue
        here = reported[school_class, day]
        none = nothing[school_class, day] - here
        expected = resolved.expected.get((school_class, day))
        wanted = subjects[school_class] if expected is None else expected
        absent = tuple(sorted(wanted - here - none))
        yield Completeness(
            school=school_class.school,
            grade=school_class.grade,
            school_class=school_class.label,
            day=day,
            reported=tuple(sorted(here)),
            none=tuple(sorted(none)),
            not_reported=absent,
            missing=() if expected is None else absent,
        )
