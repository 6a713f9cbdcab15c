"""The rule `uniform-minutes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated

from pydantic import Field

from homework_audit.models.day_load import DayLoad
from homework_audit.models.record import Record, SchoolClass
from homework_audit.rules.assigned import assigned_days
from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level
from homework_audit.rules.evidence import cells
from homework_audit.values.text import compact

_Week = tuple[SchoolClass, date]


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
        lists = _lists(judged.records)
        copied = {week for week in lists if lists[week] == lists.get((week[0], week[1] - timedelta(days=7)))}
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


def _lists(records: Sequence[Record]) -> dict[_Week, tuple[tuple[int, str, str], ...]]:
    """The homework of each class and week by weekday, subject and wording; weeks with little wording are left out."""
    weeks: dict[_Week, list[tuple[int, str, str]]] = {}
    for (place, day), assigned in assigned_days(records).items():
        texts = [(day.isoweekday(), record.entry.subject, compact(record.entry.content)) for record in assigned if record.entry.content]
        weeks.setdefault((place, _monday(day)), []).extend(texts)
    return {week: tuple(sorted(texts)) for week, texts in weeks.items() if len(texts) >= 4}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
