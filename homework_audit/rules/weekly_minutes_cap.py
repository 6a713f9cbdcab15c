"""The rule `weekly-minutes-cap`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.evidence import cells


class WeeklyMinutesCap(JudgingRule):
    """More counted minutes from Monday to Sunday than the cap of the grade allows.

    The sum of the class-days of one week. It stands beside the cap a day and never excuses a day that is over.

    Source: the cap that the policy names; in india the National School Bag Policy 2020: at most 2 hours a week in grades 3–5.

    Example: 四(1)班 has 130 minutes in a week in which 120 are allowed.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class and week over its cap."""
        for (place, _), group in groupby(judged.loads, key=lambda load: (load.school_class, load.day.isocalendar()[:2])):
            days = tuple(group)
            cap = judged.caps.get(place.grade)
            minutes = sum(load.low for load in days)
            if cap is None or cap.week_minutes is None or minutes <= cap.week_minutes:
                continue
            params = {
                "minutes": float(minutes),
                "limit": float(cap.week_minutes),
                "excess": float(minutes) - float(cap.week_minutes),
                "days": [load.day.isoformat() for load in days],
            }
            places = tuple(dict.fromkeys(location for load in days for location in cells(load)))
            measured, allowed = float(minutes), float(cap.week_minutes)
            yield Judgement(self.finding(place, days[0].day, params, places, measured=measured, allowed=allowed, touches=len(days)), ())
