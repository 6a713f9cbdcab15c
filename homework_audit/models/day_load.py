"""One class on one day with all that it takes home, before it becomes a line of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from homework_audit.models.record import Exact, Record, SchoolClass
from homework_audit.models.report import LimitBasis, Verdict


class Share(NamedTuple):
    """The part of one record that falls on one day."""

    record: Record
    minutes: Exact


@dataclass(slots=True)
class DayLoad:
    """The workload of a class-day: at least `low`, at most `high` minutes (None: unbounded), under `limit` minutes."""

    school_class: SchoolClass
    day: date
    day_type: str
    limit: Exact | None = None
    limit_source: str = ""
    limit_basis: LimitBasis = "none"
    low: Exact = 0
    high: Exact | None = 0
    non_written: Exact = 0
    optional: Exact = 0
    verdict: Verdict = "no-cap"
    shares: list[Share] = field(default_factory=list)
    causes: set[int] = field(default_factory=set)
    set_with_unknown_minutes: bool = False
    """Written home work was set though its minutes are not known: under a cap of zero that is over."""

    @property
    def subjects(self) -> dict[str, Exact]:
        """The counted minutes of each subject, the largest first; subjects without known minutes are left out."""
        sums: dict[str, Exact] = {}
        for share in self.shares:
            subject = share.record.entry.subject
            sums[subject] = sums.get(subject, 0) + share.minutes
        return dict(sorted(((subject, minutes) for subject, minutes in sums.items() if minutes), key=lambda item: (-item[1], item[0])))
