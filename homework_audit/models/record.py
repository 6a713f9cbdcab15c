"""A record: an entry, understood, for exactly one class; and what may be more than was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from homework_audit.models.reading import Entry
from homework_audit.models.report import Location, shortest

Exact = int | Fraction
"""Minutes without rounding: shares of homework over days are compared exactly."""

Outcome = Literal[
    "counted", "example", "not-set", "none-declared", "non-written", "optional", "in-school", "lower-layer", "summary", "duplicate",
    "rejected",
]  # fmt: skip
"""What became of a record or an entry; `NOT_COUNTED` has the order in which reasons are given."""

NOT_COUNTED: tuple[Outcome, ...] = (
    "example", "not-set", "none-declared", "non-written", "optional", "in-school", "lower-layer", "summary", "duplicate",
)  # fmt: skip


class SchoolClass(NamedTuple):
    """A class: school (None where there is one only), grade 1–12, label (None: a whole grade whose classes nobody names)."""

    school: str | None
    grade: int
    label: str | None

    @property
    def order(self) -> tuple[str, int, bool, int, str]:
        """The order of classes in every report: 2 before 10, numbers before letters."""
        label = self.label or ""
        number = int(label) if label.isdigit() else 0
        return (self.school or "", self.grade, not label.isdigit(), number, label)


class Origin(NamedTuple):
    """Where an entry stands."""

    file: str
    sheet: str


@dataclass(slots=True, eq=False)
class Record:
    """One entry for one class on one day. `low` and `high` are minutes, `high` None where there is no bound."""

    origin: Origin
    entry: Entry
    entry_number: int
    school_class: SchoolClass
    day: date
    due: date | None
    low: Exact
    high: Exact | None
    outcome: Outcome = "counted"
    causes: tuple[int, ...] = ()
    """Places, in the list of causes, of what makes the record uncertain."""
    implausible: int | None = None
    """The place of the cause, where the minutes are so many that a slip of the pen is likely."""

    # What falls on one day alone is its own share of it: a million shares more would say nothing new.

    @property
    def record(self) -> Record:
        """The record whose share it is."""
        return self

    @property
    def minutes(self) -> Exact:
        """Minutes at least."""
        return self.low


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """By how much class-days may be more than what was read: those of `classes` from `first` to `last`.

    `extra` is minutes, None without a bound; `classes` None and missing dates mean every one that the audit knows.
    """

    cause: int
    classes: frozenset[SchoolClass] | None
    first: date | None
    last: date | None
    extra: Exact | None


@dataclass(slots=True)
class Cause:
    """Why something is uncertain, left out or odd: what becomes one finding. `touches` is counted as class-days are made."""

    kind: str
    reason: str
    params: dict[str, object]
    locations: tuple[Location, ...]
    school_class: SchoolClass | None = None
    day: date | None = None
    subject: str = ""
    content_hash: str = ""
    has_effect: bool = False
    """Whether it could leave a class-day undetermined; if it touches none then, nothing places it."""
    touches: int = 0
    undetermined: int = 0


def exact(minutes: float) -> Exact:
    """Minutes with at most two decimals, exactly."""
    return int(minutes) if minutes == int(minutes) else Fraction(round(minutes * 100), 100)


def exact_sum(minutes: Iterable[Exact]) -> Exact:
    """The sum, exactly; fractions are added by their denominators, for that is many times as fast as adding each to the next."""
    whole = 0
    parts: dict[int, int] = {}
    for one in minutes:
        if isinstance(one, int):
            whole += one
        else:
            parts[one.denominator] = parts.get(one.denominator, 0) + one.numerator
    if not parts:
        return whole
    total = whole + sum(Fraction(parts[denominator], denominator) for denominator in sorted(parts))
    return int(total) if total.denominator == 1 else total


def shown(minutes: Exact) -> float:
    """Exact minutes as a report shows them."""
    return minutes if isinstance(minutes, int) else shortest(float(minutes))
