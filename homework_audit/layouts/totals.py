"""Turns a row of totals and the entries above it into a check: the sheet checks our reading, and we check the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from homework_audit.models.reading import Entry, Problem, Scope
from homework_audit.values.minutes import Minutes

_TOLERANCE = 0.5
_SUBSETS: Final[tuple[Callable[[Entry], bool], ...]] = (
    lambda entry: True,
    lambda entry: entry.kind == "written",
    lambda entry: entry.kind == "written" and not entry.optional,
    lambda entry: entry.kind == "written" and entry.place == "home",
    lambda entry: not entry.optional,
)
"""What a teacher may have summed: everything, written work, compulsory written work, written home work, compulsory work."""


class TotalsCheck:
    """The entries of one table as they are read, and what each row of totals says of them."""

    def __init__(self) -> None:
        self._all: list[Entry] = []
        self._since_last: list[Entry] = []

    def add(self, entries: Iterable[Entry]) -> None:
        """Entries that the next totals may sum."""
        for entry in entries:
            self._all.append(entry)
            self._since_last.append(entry)

    def against(self, total: Minutes, cell: str, text: str) -> Problem | None:
        """The problem that a row of totals shows, or None if it is a sum that a teacher would make of these entries.

        A total above every sum of ours means that something was not read: the class-days may be more by the difference.
        """
        groups = [group for group in (self._since_last, self._all) if group]
        self._since_last = []
        if total.low is None or not groups:
            return None
        sums = [value for group in groups for value in _sums(group)]
        if any(abs(total.low - value) <= _TOLERANCE for value in sums):
            return None
        nearest = groups[0]
        largest = max(_sums(nearest))
        excess = max(0, total.low - largest)
        if excess and any(entry.low is None for entry in nearest):
            return None  # homework whose minutes we could not read makes up the difference, and is said already
        params: dict[str, str | int | float] = {"total": total.low, "sum": largest}
        return Problem("total-mismatch", "more" if excess else "less", cell, text, params, _scope(nearest), excess)


def _sums(entries: list[Entry]) -> set[float]:
    found = set()
    for belongs in _SUBSETS:
        chosen = [entry for entry in entries if belongs(entry) and entry.state == "set"]
        found.add(sum(entry.low or 0 for entry in chosen))
        found.add(sum(entry.high or entry.low or 0 for entry in chosen))
    return found


def _scope(entries: list[Entry]) -> Scope:
    """The classes and days of the entries that a total sums."""
    classes = tuple(dict.fromkeys(ref for entry in entries for ref in entry.classes))
    dates = sorted(
        {entry.date[:3]: entry.date for entry in entries if entry.date}.values(), key=lambda date: (date.year or 0, date.month, date.day)
    )
    return Scope(entries[0].school, classes, dates[0] if dates else None, dates[-1] if dates else None)
