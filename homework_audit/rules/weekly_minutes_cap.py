"""The rule `weekly-minutes-cap`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.spans import span_finding


class WeeklyMinutesCap(JudgingRule):
    """More counted minutes from Monday to Sunday than the cap of the grade allows.

    The sum of the class-days of one week. It stands beside the cap a day and never excuses a day that is over.

    Source: the cap that the policy names; in india the National School Bag Policy 2020: at most 2 hours a week in grades 3–5.

    Example: 四(1)班 has 130 minutes in a week in which 120 are allowed.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class and week over its cap, or that may be over it and cannot be judged."""
        caps = {grade: cap.week_minutes for grade, cap in judged.caps.items() if cap.week_minutes is not None}
        capped = [load for load in judged.loads if load.school_class.grade in caps] if caps else []
        for (place, _), group in groupby(capped, key=lambda load: (load.school_class, load.day.isocalendar()[:2])):
            finding = span_finding(self, tuple(group), caps[place.grade])
            if finding:
                yield Judgement(finding, ())
