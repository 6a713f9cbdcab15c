"""The rule `calendar-not-covered`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level


class CalendarNotCovered(JudgingRule):
    """A year of whose holidays and make-up days nothing official is known.

    Monday to Friday are taken for school days in such a year. A make-up Saturday may then be judged as a day off, and a
    holiday as a school day. With `on_unknown_year = "undetermined"` its class-days are not judged at all. The office can say
    in `[calendar]` what it knows, with the year under `covered_years`.

    Source: the State Council announces holidays and make-up days late in the year before; this rule is this program's own.

    Example: a class-day in January 2027, before the State Council has announced that year's holidays.
    """

    severity: Level = "warning"

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each year that the calendar does not cover; an error where its class-days are not judged."""
        for year in sorted({load.day.year for load in judged.loads}):
            if judged.calendar.is_covered(year):
                continue
            loads = tuple(load for load in judged.loads if load.day.year == year)
            opens = not judged.calendar.is_judged(loads[0].day)
            finding = self.finding(None, None, {"reason": "open" if opens else "", "year": year}, (), touches=len(loads))
            if opens:
                finding = replace(finding, severity="error")
            yield Judgement(finding, loads if opens else ())
