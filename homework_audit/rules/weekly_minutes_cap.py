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
        for (place, _), group in groupby(judged.loads, key=lambda load: (load.school_class, load.day.isocalendar()[:2])):
            cap = judged.caps.get(place.grade)
            finding = span_finding(self, tuple(group), cap.week_minutes) if cap and cap.week_minutes is not None else None
            if finding:
                yield Judgement(finding, ())
