"""What a measurement comes to, held against the bar and the goal of the design, and the table of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.timing import Ratio


class Target(NamedTuple):
    """The bar that must be met and the goal to reach; `more` where a larger figure is better."""

    bar: float
    goal: float
    unit: str = "×"
    more: bool = False

    def verdict(self, measured: float) -> str:
        """GOAL, bar or MISSED."""
        if self._reached(measured, self.goal):
            return "GOAL"
        return "bar" if self._reached(measured, self.bar) else "MISSED"

    def shown(self, limit: float) -> str:
        """«≤ 2.5 ×»."""
        return f"{'≥' if self.more else '≤'} {limit:g} {self.unit}"

    def _reached(self, measured: float, limit: float) -> bool:
        return measured >= limit if self.more else measured <= limit


class Result(NamedTuple):
    """One line of the table; `measured` None where `note` says why nothing was."""

    work: str
    target: Target
    measured: float | None
    note: str = ""
    counts: bool = True
    """False where the figure was not taken under the conditions that the target is about."""


def compared(work: str, target: Target, found: Ratio, note: str = "") -> Result:
    """The line of a ratio, with its span and that of processor time."""
    span = f"{found.least:.2f}–{found.most:.2f}, processor {found.processor:.2f}"
    return Result(work, target, found.middle, f"{span}; {note}" if note else span)


def lines(results: Sequence[Result]) -> list[str]:
    """The table as text."""
    rows = [("work", "measured", "bar", "goal", "", "rounds and notes")]
    for result in results:
        target, measured = result.target, result.measured
        verdict = "" if measured is None else target.verdict(measured) if result.counts else f"({target.verdict(measured)})"
        figure = "-" if measured is None else f"{measured:.2f} {target.unit}"
        rows.append((result.work, figure, target.shown(target.bar), target.shown(target.goal), verdict, result.note))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return ["  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[5]]).rstrip() for row in rows]
