"""Turns a stated date into a day: a missing year is the one that brings it nearest to the day of the audit."""

from __future__ import annotations

from datetime import date

from homework_audit.values.references import DateRef, as_date


class Years:
    """Gives dates their years, and remembers whether the day of the audit decided any of them."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self.used = False
        self._days: dict[DateRef, date | None] = {}

    def day(self, ref: DateRef | None) -> date | None:
        """The day that is meant; None for none, and where no year has such a day or the weekday beside it disagrees."""
        if ref is None:
            return None
        if ref not in self._days:
            self._days[ref] = self._find(ref)
        return self._days[ref]

    def _find(self, ref: DateRef) -> date | None:
        day = as_date(ref.year, ref.month, ref.day) if ref.year else self._nearest(ref)
        if day is None or (ref.weekday and day.isoweekday() != ref.weekday):
            return None
        return day

    def _nearest(self, ref: DateRef) -> date | None:
        self.used = True
        years = range(self._as_of.year - 1, self._as_of.year + 2)
        days = [day for year in years if (day := as_date(year, ref.month, ref.day))]
        return min(days, key=lambda day: abs(day - self._as_of), default=None)
