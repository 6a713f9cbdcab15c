"""The rule `uniform-minutes`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Annotated

from pydantic import Field

from homework_audit.models.day_load import DayLoad
from homework_audit.models.record import Record, SchoolClass
from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level
from homework_audit.rules.evidence import cells
from homework_audit.values.text import compact

_Week = tuple[SchoolClass, date]
_LITTLE_WORDING = 4


class UniformMinutes(JudgingRule):
    """Figures too even to be true: every day exactly at the cap, the same sum all week, last week's list copied.

    A hint for a person that minutes may have been written down to fit. School days alone are looked at.

    Source: this program's own.

    Example: 三(1)班 has exactly 60 minutes from Monday to Friday, where 60 are allowed.
    """

    severity: Level = "info"
    days: Annotated[int, Field(ge=3, le=7)] = 4
    """How many days of a week must be alike."""

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """At most one finding for each class and week, by figures or by texts."""
        copied = _copied(judged.assigned)
        school_days = [load for load in judged.loads if load.day_type in ("school-day", "make-up-day")]
        for week, group in groupby(school_days, key=lambda load: (load.school_class, _monday(load.day))):
            days = [load for load in group if load.low]
            reason = self._reason(days) or ("copied" if week in copied and len(days) >= self.days else "")
            if reason:
                params = {"reason": reason, "minutes": float(days[0].low), "days": [load.day.isoformat() for load in days]}
                yield Judgement(self.finding(week[0], days[0].day, params, cells(days[0]), touches=len(days)), ())

    def _reason(self, days: Sequence[DayLoad]) -> str:
        if len(days) < self.days or len({load.low for load in days}) > 1:
            return ""
        return "at-cap" if days[0].low == days[0].limit else "same-sum"


def _copied(assigned: Mapping[tuple[SchoolClass, date], Sequence[Record]]) -> set[_Week]:
    """The weeks whose homework of each day and subject is word for word that of the week before; those with little wording aside."""
    weeks: dict[_Week, list[Record]] = {}
    for (place, day), records in assigned.items():
        weeks.setdefault((place, _monday(day)), []).extend(record for record in records if record.entry.content)
    copied = set()
    for (place, monday), records in weeks.items():
        before = weeks.get((place, monday - timedelta(days=7)), ())
        if len(records) == len(before) >= _LITTLE_WORDING and _list_of(records) == _list_of(before):
            copied.add((place, monday))
    return copied


def _list_of(records: Iterable[Record]) -> list[tuple[int, str, str]]:
    """Homework by weekday, subject and wording."""
    return sorted((record.day.isoweekday(), record.entry.subject, compact(record.entry.content)) for record in records)


@lru_cache(maxsize=4096)
def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
