"""One class on one day with all that it takes home, before it becomes a line of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from homework_audit.models.record import Exact, Record, SchoolClass, exact_sum
from homework_audit.models.report import LimitBasis, Verdict


class Share(NamedTuple):
    """The part of one record that falls on one day: at least `minutes`, at most `high` (None: no bound)."""

    record: Record
    minutes: Exact
    high: Exact | None


@dataclass(slots=True, eq=False)
class Doubt:
    """Many causes that touch the very same class-days, counted together: how many these are, and how many stay undetermined."""

    causes: tuple[int, ...]
    touches: int = 0
    undetermined: int = 0


@dataclass(slots=True, eq=False)
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
    aside: list[Share] = field(default_factory=list)
    """What is done beside: not written, optional, or in school under a cap of homework at home."""
    causes: set[int] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)
    set_with_unknown_minutes: bool = False
    """Written home work was set though its minutes are not known: under a cap of zero that is over."""

    @property
    def subjects(self) -> dict[str, Exact]:
        """The counted minutes of each subject, the largest first; subjects without known minutes are left out."""
        parts: dict[str, list[Exact]] = {}
        for record, minutes, _ in self.shares:
            if minutes:
                parts.setdefault(record.entry.task.subject, []).append(minutes)
        sums = {subject: exact_sum(minutes) for subject, minutes in parts.items()}
        return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
