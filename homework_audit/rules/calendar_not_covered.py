"""The rule `calendar-not-covered`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from homework_audit.models.day_load import DayLoad
from homework_audit.models.report import Finding
from homework_audit.rules.base import Judgement, JudgingRule, Level
from homework_audit.school_calendar import is_covered


class CalendarNotCovered(JudgingRule):
    """A year of whose holidays and make-up days nothing official is known.

    Monday to Friday are taken for school days in such a year. A make-up Saturday may then be judged as a day off, and a
    holiday as a school day; the office can say so in its own calendar.

    Example: a class-day in January 2027, before the State Council has announced that year's holidays.
    """

    severity: Level = "warning"

    def check(self, loads: Sequence[DayLoad]) -> Iterator[Judgement]:
        """One finding for each year that the official calendar does not cover."""
        for year in sorted({load.day.year for load in loads}):
            if not is_covered(year):
                days = tuple(load for load in loads if load.day.year == year)
                params = {"reason": "", "year": year}
                yield Judgement(Finding(rule=self.name(), severity=self.level, params=params, touches=len(days)), ())
