"""A rollup: units from schools upwards, whose counts are summed and whose percentages are never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import Field

from homework_audit.locale import Lang
from homework_audit.models.report import Frozen, Period, Tool

SCHEMA: Final = 1
KIND: Final = "homework-audit rollup"
Level = Literal["school", "county", "city", "region", "country"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
Status = Literal["met", "not-met", "undetermined", "silent"]
"""A school keeps to the standard if everything it handed in was read and every class-day that has a cap is within; it does not if
one is over; it sent nothing; or nobody can tell."""


@dataclass(slots=True)
class Figures:
    """Counts: class-days by their verdict, and the reports that were expected of subjects and that came (a declared «none» did)."""

    within: int = 0
    over: int = 0
    undetermined: int = 0
    no_cap: int = 0
    expected: int = 0
    reported: int = 0

    @property
    def checked(self) -> int:
        """The class-days that were held against a cap."""
        return self.within + self.over + self.undetermined

    def add(self, other: Figures) -> None:
        """Counts those of the other too."""
        self.within += other.within
        self.over += other.over
        self.undetermined += other.undetermined
        self.no_cap += other.no_cap
        self.expected += other.expected
        self.reported += other.reported


def total(figures: Iterable[Figures]) -> Figures:
    """The sum of counts."""
    found = Figures()
    for one in figures:
        found.add(one)
    return found


@dataclass(slots=True)
class Cell:
    """The counts of one school for one grade (1–12) in one half-month (1–15, 16–end)."""

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    grade: int
    figures: Figures


@dataclass(slots=True)
class Unit:
    """A school with its cells, or what stands above schools with its units.

    `reports` is how many were rolled up, `incomplete` how many of them could not read or place everything; `findings` are those
    that are open, by rule. `listed` is None where there is no list of who had to send.
    """

    name: str
    level: Level
    reports: int = 0
    incomplete: int = 0
    findings: Mapping[str, int] = field(default_factory=dict)
    listed: bool | None = None
    cells: tuple[Cell, ...] = ()
    units: tuple[Unit, ...] = ()
    totals: Figures = field(default_factory=Figures)
    """The sum of its cells and units."""

    def __post_init__(self) -> None:
        """Sums, whatever was said to be the sum."""
        self.totals = total((*(cell.figures for cell in self.cells), *(unit.totals for unit in self.units)))

    def all_cells(self) -> Iterator[Cell]:
        """Its own cells and those of all units below."""
        yield from self.cells
        for unit in self.units:
            yield from unit.all_cells()

    def schools(self) -> Iterator[Unit]:
        """The schools in it; a school is one itself. What is above schools and sent nothing is no school: how many it has is not known."""
        if self.level == "school":
            yield self
        for unit in self.units:
            yield from unit.schools()

    def statuses(self) -> Counter[Status]:
        """How many of its schools have which status."""
        return Counter(school.status for school in self.schools())

    @property
    def status(self) -> Status:
        """Whether a school, or every school of what is above, keeps to the standard."""
        if not self.all_reports():
            return "silent"
        figures = self.totals
        if figures.over:
            return "not-met"
        whole = self.is_whole() and figures.within and not figures.undetermined
        return "met" if whole else "undetermined"

    def is_whole(self) -> bool:
        """Whether nothing of it is missing: no report is incomplete, and no unit sent nothing."""
        own = self.incomplete == 0 and (self.reports > 0 or bool(self.units))
        return own and all(unit.is_whole() for unit in self.units)

    def all_reports(self) -> int:
        """How many reports of schools are in it."""
        return self.reports + sum(unit.all_reports() for unit in self.units)

    def all_incomplete(self) -> int:
        """How many of them are incomplete."""
        return self.incomplete + sum(unit.all_incomplete() for unit in self.units)

    def all_findings(self) -> Counter[str]:
        """The open findings in it, by rule."""
        found = Counter(self.findings)
        for unit in self.units:
            found += unit.all_findings()
        return found

    def below(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Unit]]:
        """Every unit below with the names of those that it is in, from the highest down."""
        for unit in self.units:
            yield path, unit
            yield from unit.below((*path, unit.name))


class RolledPolicy(Frozen):
    """By which caps all was judged, and under how many settings beside them: fingerprint → schools and their reports."""

    name: str
    source: str
    caps: tuple[Mapping[str, Any], ...]
    fingerprints: Mapping[str, int]


class Rollup(Frozen):
    """Many schools in one report; its JSON is a schema of its own."""

    kind: Literal["homework-audit rollup"] = KIND
    schema_version: int = Field(default=SCHEMA, alias="schema")
    lang: Lang
    tool: Tool
    policy: RolledPolicy
    period: Period
    unit: Unit
    """The highest unit, with everything below it."""


def rate(part: int, whole: int) -> float | None:
    """A share in per cent, rounded down to a tenth: 100 is said only of all. None of nothing."""
    return part * 1000 // whole / 10 if whole else None
