"""One class on one day with all that it takes home, before it becomes a line of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from homework_audit.models.record import Exact, Record, SchoolClass, exact_sum
from homework_audit.models.report import LimitBasis, Verdict

NO_CAUSES: Final[frozenset[int]] = frozenset()


class Part(NamedTuple):
    """The part of one record that falls on one of several days: at least `minutes`, at most `high` (None: no bound)."""

    record: Record
    minutes: Exact
    high: Exact | None


Share = Part | Record
"""What of a record falls on one day: a part of it, or the whole record itself."""


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
    aside: list[Share] | tuple[()] = ()
    """What is done beside: not written, optional, or in school under a cap of homework at home."""
    causes: set[int] | frozenset[int] = NO_CAUSES
    doubts: list[Doubt] | tuple[()] = ()
    set_with_unknown_minutes: bool = False
    """Written home work was set though its minutes are not known: under a cap of zero that is over."""

    # Most of a million class-days have nothing aside and nothing in doubt, and an empty set takes more room than all the rest.

    def add_aside(self, share: Share) -> None:
        """Adds what is done beside."""
        if isinstance(self.aside, list):
            self.aside.append(share)
        else:
            self.aside = [share]

    def add_causes(self, causes: Iterable[int]) -> None:
        """Adds causes of doubt by their places."""
        if isinstance(self.causes, set):
            self.causes.update(causes)
        else:
            self.causes = set(causes) or NO_CAUSES

    def add_doubt(self, doubt: Doubt) -> None:
        """Adds a doubt of many causes."""
        if isinstance(self.doubts, list):
            self.doubts.append(doubt)
        else:
            self.doubts = [doubt]

    @property
    def subjects(self) -> dict[str, Exact]:
        """The counted minutes of each subject, the largest first; subjects without known minutes are left out."""
        parts: dict[str, list[Exact]] = {}
        for share in self.shares:
            if share.minutes:
                parts.setdefault(share.record.entry.task.subject, []).append(share.minutes)
        sums = {subject: minutes[0] if len(minutes) == 1 else exact_sum(minutes) for subject, minutes in parts.items()}
        return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
