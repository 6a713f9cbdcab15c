"""The rule `rest-period-cap`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from homework_audit.models.day_load import DayLoad
from homework_audit.models.record import SchoolClass
from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.spans import span_finding


class RestPeriodCap(JudgingRule):
    """More counted minutes over days off in a row than the office allows for all of them together.

    A weekend, or a holiday with the days off around it. `rest_period_minutes` of the cap is the whole list's.

    Source: the office's own. The regulation says that homework for days off must be controlled too, and gives no number.

    Example: `rest_period_minutes = 90` and a Friday list of 130 minutes in 三(1)班.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class and days off over their cap, or that may be over it and cannot be judged."""

        def days_off(load: DayLoad) -> tuple[SchoolClass, object]:
            return load.school_class, judged.calendar.break_of(load.day)

        caps = {grade: cap.rest_period_minutes for grade, cap in judged.caps.items() if cap.rest_period_minutes is not None}
        off = [load for load in judged.loads if load.day_type in ("day-off", "holiday") and load.school_class.grade in caps] if caps else []
        for (place, _), group in groupby(off, key=days_off):
            finding = span_finding(self, tuple(group), caps[place.grade])
            if finding:
                yield Judgement(finding, ())
