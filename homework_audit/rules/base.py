"""What every rule is: settings, a check or a description, and a docstring that is its documentation."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from homework_audit.models.cap import Cap
from homework_audit.models.day_load import DayLoad
from homework_audit.models.record import Cause, Record, SchoolClass
from homework_audit.models.report import Finding, Location, Severity, shortest
from homework_audit.school_calendar import SchoolCalendar

Level = Literal["error", "warning", "info", "off"]


@dataclass(frozen=True)
class Judged:
    """What rules look at: class-days sorted by class and day, all records, the caps by grade (1–12), and the calendar."""

    loads: Sequence[DayLoad]
    records: Sequence[Record]
    caps: Mapping[int, Cap]
    calendar: SchoolCalendar

    @property
    def homework(self) -> Iterator[list[Record]]:
        """The records of each entry that is nobody else's again; those of one entry stand together."""
        return by_entry(record for record in self.records if record.outcome != "duplicate")

    @cached_property
    def wordings(self) -> dict[str, list[Record]]:
        """The same records by what is to be done, word for word."""
        found: dict[str, list[Record]] = {}
        for record in self.records:
            if record.outcome != "duplicate":
                found.setdefault(record.entry.content, []).append(record)
        return found

    @cached_property
    def assigned(self) -> dict[tuple[SchoolClass, date], list[Record]]:
        """The homework that counts, by class and day of setting. A bare figure that cannot be read proves no homework."""
        found: dict[tuple[SchoolClass, date], list[Record]] = {}
        for record in self.records:
            if record.outcome == "counted":
                sets = record.high is None or record.high > 0
            else:
                sets = record.outcome == "rejected" and record.entry.content != ""
            if sets:
                found.setdefault((record.school_class, record.day), []).append(record)
        return found


def by_entry(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records of each entry; those of one stand together."""
    return (list(found) for _, found in groupby(records, key=attrgetter("entry_number")))


class Judgement(NamedTuple):
    """A finding, and the class-days whose verdict it explains."""

    finding: Finding
    loads: tuple[DayLoad, ...]


class Rule(BaseModel):
    """A kind of finding. Its fields are its settings in the policy; it never prints, reads files or composes text."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    severity: Level = "error"

    @property
    def level(self) -> Severity:
        """The severity of this kind's findings; a rule that is off is not asked for any."""
        return "info" if self.severity == "off" else self.severity

    @classmethod
    def name(cls) -> str:
        """The rule's name, which is its class's name in kebab case: DailyMinutesCap is daily-minutes-cap."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()


class JudgingRule(Rule):
    """A rule that looks at class-days, or at the homework that they are made of."""

    @abstractmethod
    def check(self, judged: Judged) -> Iterator[Judgement]:
        """The findings about what was judged."""

    def finding(
        self,
        place: SchoolClass | None,
        day: date | None,
        params: Mapping[str, Any],
        locations: tuple[Location, ...],
        *,
        measured: float | None = None,
        allowed: float | None = None,
        touches: int = 1,
        subject: str | None = None,
    ) -> Finding:
        """A finding of this rule about a class and a day, as far as it is about one."""
        return Finding(
            rule=self.name(),
            severity=self.level,
            params={"reason": "", **params},
            school=place.school if place else None,
            grade=place.grade if place else None,
            school_class=place.label if place else None,
            day=day,
            subject=subject,
            measured=None if measured is None else shortest(measured),
            allowed=None if allowed is None else shortest(allowed),
            touches=touches,
            locations=locations,
        )


class ReadingRule(Rule):
    """A rule that describes a problem of reading: the problem is found by the reading, never looked for again."""

    softened: ClassVar[Severity] = "info"
    """The severity where the problem has no effect on any verdict."""
    needs_undetermined: ClassVar[bool] = False
    """Whether the full severity is kept for problems that leave a class-day undetermined."""

    def describe(self, cause: Cause) -> Finding:
        """The finding for a cause."""
        place = cause.school_class
        return Finding(
            rule=self.name(),
            severity=self.level if self._bears(cause) else self.softened,
            params={"reason": cause.reason, **cause.params},
            school=place.school if place else None,
            grade=place.grade if place else None,
            school_class=place.label if place else None,
            day=cause.day,
            subject=cause.subject or None,
            touches=cause.touches,
            locations=cause.locations,
        )

    def _bears(self, cause: Cause) -> bool:
        """Whether the cause bears on a verdict: it makes class-days uncertain, or nothing places it."""
        if self.needs_undetermined:
            return cause.undetermined > 0 or (cause.has_effect and cause.touches == 0)
        return cause.touches > 0 or cause.has_effect


class WaiverRule(Rule):
    """A rule that speaks of a waiver of the policy; waivers are matched with findings where findings are made."""

    def about(self, params: Mapping[str, Any]) -> Finding:
        """The finding about a waiver, with what the waiver says as params."""
        return Finding(rule=self.name(), severity=self.level, params={"reason": "", **params})
