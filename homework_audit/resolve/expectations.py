"""Turns the roster and the records into what is missing: submissions that were expected and that nobody made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from homework_audit.models.record import Cause, Record, SchoolClass, Uncertainty
from homework_audit.resolve.known_classes import KnownClasses
from homework_audit.resolve.roster import PERIOD, RosterLine
from homework_audit.school_calendar import SchoolCalendar

_MOST_DAYS = 400
"""The days of which submissions are expected at most, counted back from the last: one wrong date stretches them over no years."""


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
                if weekdays != PERIOD:
                    absent = [day for day in school_days if line.expects(name, day) and (school_class, day, name) not in reported]
                    found.missing += [_missing(school_class, name, [day]) for day in absent]
                elif school_days and (school_class, name) not in in_period:
                    found.missing.append(_missing(school_class, name, school_days, is_period=True))
    return found


class Span(NamedTuple):
    """The days on which something is expected, and whether the day of the audit decided which they are."""

    days: list[date]
    depends_on_as_of: bool


def expected_span(first: date | None, last: date | None, records: Iterable[Record], calendar: SchoolCalendar, as_of: date | None) -> Span:
    """The days asked for, else those from the first to the last that a record has.

    Nothing is late that is not due: no day after that of the audit is expected (`as_of` None: the lists are plans). In a term of
    which something was handed in, every day is expected that is over by then: a school that falls silent is missed.
    """
    stated = _near_most(sorted(record.day for record in records))
    first, end = first or min(stated, default=None), last or max(stated, default=None)
    if first is None or end is None:
        return Span([], depends_on_as_of=False)
    wanted = end
    if as_of and last is None:
        term = calendar.term_of(as_of)
        end = max(end, as_of - timedelta(days=1)) if term and end >= term.first else end
    end = min(end, as_of) if as_of else end
    first = max(first, end - timedelta(days=_MOST_DAYS - 1))
    days = [first + timedelta(days=n) for n in range((end - first).days + 1)]
    return Span(days, depends_on_as_of=end != wanted)


def _near_most(stated: Sequence[date]) -> list[date]:
    """The days, in order, without those that lie so far from the middle one that somebody mistook the year."""
    middle = stated[len(stated) // 2] if stated else None
    return [day for day in stated if middle and abs((day - middle).days) <= _MOST_DAYS // 2]


def _missing(school_class: SchoolClass, subject: str, days: Sequence[date], *, is_period: bool = False) -> tuple[Cause, list[Uncertainty]]:
    """What a subject did not report: on one day, or within a period; and the class-days that it leaves open.

    Every day is a finding of its own: it is missed, handed in and accepted by itself.
    """
    params: dict[str, object] = {}
    if is_period:
        params = {"days": [day.isoformat() for day in days], "first": days[0].isoformat(), "last": days[-1].isoformat()}
    cause = Cause("missing-submission", "period" if is_period else "", params, (), school_class, days[0], subject, has_effect=True)
    return cause, [Uncertainty(-1, frozenset({school_class}), day, day, None) for day in days]
