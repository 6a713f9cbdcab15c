"""Turns the roster and the records into what is missing: submissions that were expected and that nobody made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from homework_audit.models.record import Cause, Record, SchoolClass, Uncertainty
from homework_audit.resolve.known_classes import KnownClasses
from homework_audit.resolve.roster import PERIOD, RosterLine
from homework_audit.school_calendar import SchoolCalendar

_MOST_DAYS = 400
"""More days than are audited at once: a span that one wrong date stretches over years expects nothing."""


@dataclass
class Expectations:
    """What a roster expects, and what of it is missing: causes, each with the class-days that it leaves open."""

    expected: dict[tuple[SchoolClass, date], frozenset[str]] = field(default_factory=dict)
    missing: list[tuple[Cause, list[Uncertainty]]] = field(default_factory=list)


def expectations(
    roster: Sequence[RosterLine], records: Sequence[Record], known: KnownClasses, calendar: SchoolCalendar, days: Sequence[date]
) -> Expectations:
    """What was expected on those days, and what nobody reported. A declared «none» is a report; a rejected row is none.

    Days off, and days on which the policy says that no homework is set, expect nothing.
    """
    found = Expectations()
    reported = {(record.school_class, record.day, record.entry.subject) for record in records}
    in_period = {(school_class, subject) for school_class, day, subject in reported if days and days[0] <= day <= days[-1]}
    school_days = [day for day in days if calendar.is_school_day(day) and not calendar.is_free_of_homework(day)]
    for line in roster:
        for school_class in known.of(line.refs, known.school(line.school)):
            for day in school_days:
                expected = frozenset(name for name in line.subjects if line.expects(name, day))
                key = (school_class, day)
                found.expected[key] = found.expected.get(key, frozenset()) | expected
            for name, weekdays in line.subjects.items():
                if weekdays == PERIOD:
                    absent = school_days if (school_class, name) not in in_period else []
                else:
                    absent = [day for day in school_days if line.expects(name, day) and (school_class, day, name) not in reported]
                if absent:
                    found.missing.append(_missing(school_class, name, absent, is_period=weekdays == PERIOD))
    return found


def days_between(first: date | None, last: date | None, records: Iterable[Record]) -> list[date]:
    """The days on which something is expected: those asked for, else from the first to the last day that a record has."""
    stated = sorted({record.day for record in records})
    first, last = first or next(iter(stated), None), last or next(iter(reversed(stated)), None)
    if first is None or last is None or not 0 <= (last - first).days <= _MOST_DAYS:
        return []
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _missing(school_class: SchoolClass, subject: str, days: Sequence[date], *, is_period: bool) -> tuple[Cause, list[Uncertainty]]:
    params: dict[str, object] = {
        "count": len(days),
        "days": [day.isoformat() for day in days],
        "first": days[0].isoformat(),
        "last": days[-1].isoformat(),
    }
    cause = Cause("missing-submission", "period" if is_period else "", params, (), school_class, days[0], subject, has_effect=True)
    return cause, list(_open_days(school_class, days))


def _open_days(school_class: SchoolClass, days: Iterable[date]) -> Iterator[Uncertainty]:
    """The class-days of each missing day; the place of the cause is filled in where causes are numbered."""
    for day in days:
        yield Uncertainty(-1, frozenset({school_class}), day, day, None)
