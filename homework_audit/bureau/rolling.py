"""Turns reports of schools, and rollups of lower levels, into one rollup, without reading a workbook again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from homework_audit import __version__
from homework_audit.bureau.handed import Handed
from homework_audit.bureau.slip import Slip
from homework_audit.bureau.unit import LEVELS, Cell, Figures, Level, RolledPolicy, Rollup, Unit
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.models.report import Period, Tool
from homework_audit.reporting.periods import half_month_of

_PART_OF_ALL = frozenset({"grades", "classes", "subjects"})
"""Filters that leave out what belongs to the same day: figures of such a report are no figures of a school."""


class Asked(NamedTuple):
    """What the rollup is called, its level (None: the one above its parts), and who had to send (None: nobody says)."""

    name: str
    level: Level | None = None
    listed: Sequence[str] | None = None


@dataclass
class _School:
    """A school as its reports come in."""

    reports: int = 0
    incomplete: int = 0
    cells: dict[tuple[date, date, int], Figures] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)
    """Fingerprint → rule: two reports may tell of the same."""
    days: dict[tuple[int, str | None, date], str] = field(default_factory=dict)
    """Class-day → the file that has it."""
    file: str = ""
    """One of its reports."""

    def cell(self, grade: int, day: date) -> Figures:
        return self.cells.setdefault((*half_month_of(day), grade), Figures())

    def as_unit(self, name: str) -> Unit:
        cells = tuple(Cell(first, last, grade, self.cells[first, last, grade]) for first, last, grade in sorted(self.cells))
        findings = dict(sorted(Counter(self.findings.values()).items()))
        return Unit(name, "school", self.reports, self.incomplete, findings, cells=cells)


def roll_up(handed: Iterable[Handed], asked: Asked, lang: Lang) -> Rollup:
    """The rollup of everything that was handed in.

    Raises ConfigurationError where two do not fit together: other caps, a plan among audits, a part of a school, the same class-day or
    the same unit twice, a level that is not above all others.
    """
    rolling = _Rolling()
    for one in handed:
        rolling.add(one)
    return rolling.finished(asked, lang)


class _Rolling:
    """What was handed in so far."""

    def __init__(self) -> None:
        self._schools: dict[str, _School] = {}
        self._units: dict[str, tuple[Unit, str]] = {}
        self._policy: tuple[str, RolledPolicy] | None = None
        self._fingerprints: Counter[str] = Counter()
        self._days: set[date] = set()
        self._of_nobody = _School()

    def add(self, handed: Handed) -> None:
        told = handed.told
        if isinstance(told, Slip):
            self._fit(handed.file, told.policy.name, told.policy.source, told.policy.caps)
            self._add_slip(handed, told)
        else:
            self._fit(handed.file, told.policy.name, told.policy.source, told.policy.caps)
            self._fingerprints += Counter(told.policy.fingerprints)
            self._add_rollup(handed.file, told)

    def finished(self, asked: Asked, lang: Lang) -> Rollup:
        if self._policy is None:
            raise ConfigurationError("rollup-of-nothing")
        units = self._all_units()
        level = _level(units.values(), asked)
        units = _held_against(units, asked.listed, LEVELS[LEVELS.index(level) - 1])
        nobodys = self._of_nobody
        own = nobodys.as_unit("").findings
        unit = Unit(asked.name, level, 0, nobodys.incomplete, own, units=tuple(units[name] for name in sorted(units)))
        return Rollup(
            lang=lang,
            tool=Tool(name="homework-audit", version=__version__),
            policy=self._policy[1].model_copy(update={"fingerprints": dict(sorted(self._fingerprints.items()))}),
            period=Period(first=min(self._days, default=None), last=max(self._days, default=None)),
            unit=unit,
        )

    def _all_units(self) -> dict[str, Unit]:
        """The units directly below. Raises ConfigurationError where a school has the name of a rollup, or is in one already."""
        schools = {name: school.as_unit(name) for name, school in self._schools.items()}
        for unit, file in self._units.values():
            below = (unit, *unit.schools())
            twice = next((one.name for one in below if one.name in schools and (one is unit or one.cells == schools[one.name].cells)), None)
            if twice is not None:
                raise ConfigurationError("rollup-same-unit", unit=twice, file=file, other=self._schools[twice].file)
        return {name: unit for name, (unit, _) in self._units.items()} | schools

    def _fit(self, file: str, name: str, source: str, caps: tuple[Mapping[str, Any], ...]) -> None:
        """Raises ConfigurationError for other caps than those before: what keeps to one need not keep to the other."""
        if self._policy is None:
            self._policy = (file, RolledPolicy(name=name, source=source, caps=caps, fingerprints={}))
        known_file, known = self._policy
        if _limits(caps) != _limits(known.caps):
            raise ConfigurationError("rollup-other-caps", file=file, policy=name, other=known_file, known=known.name)

    def _add_slip(self, handed: Handed, slip: Slip) -> None:
        if slip.mode == "plan":
            raise ConfigurationError("rollup-plan", file=handed.file)
        if partly := sorted(_PART_OF_ALL & slip.filters.keys()):
            raise ConfigurationError("rollup-filtered", file=handed.file, filters=", ".join(partly))
        for name, came, is_complete in _schools_of(slip, handed.school):
            school = self._school(name, handed.file)
            school.reports += came
            school.incomplete += not is_complete
            self._fingerprints[slip.policy.fingerprint] += came
        self._add_days(handed, slip)
        self._add_findings(handed, slip)

    def _school(self, name: str | None, file: str) -> _School:
        return self._of_nobody if name is None else self._schools.setdefault(name, _School(file=file))

    def _add_days(self, handed: Handed, slip: Slip) -> None:
        for day in slip.class_days:
            name = day.school or handed.school
            school = self._school(name, handed.file)
            key = (day.grade, day.school_class, day.day)
            if (other := school.days.setdefault(key, handed.file)) != handed.file:
                raise ConfigurationError("rollup-twice", school=name, day=day.day, file=handed.file, other=other)
            figures = school.cell(day.grade, day.day)
            setattr(figures, _FIELDS[day.verdict], getattr(figures, _FIELDS[day.verdict]) + 1)
            self._days.add(day.day)
        for line in slip.completeness:
            figures = self._school(line.school or handed.school, handed.file).cell(line.grade, line.day)
            came = len(line.reported) + len(line.none)
            figures.reported += came
            figures.expected += came + len(line.not_reported)

    def _add_findings(self, handed: Handed, slip: Slip) -> None:
        """Those that name no school are of the only one that the report tells of; where it tells of several, of nobody."""
        names = [name for name, _, _ in _schools_of(slip, handed.school)]
        unnamed = None if slip.schools or len(names) > 1 else names[0]
        for finding in (*slip.findings, *slip.earlier):
            if finding.is_open:
                self._school(finding.school or unnamed, handed.file).findings[finding.fingerprint] = finding.rule

    def _add_rollup(self, file: str, rollup: Rollup) -> None:
        name = rollup.unit.name
        if name in self._units:
            raise ConfigurationError("rollup-same-unit", unit=name, file=file, other=self._units[name][1])
        self._units[name] = (rollup.unit, file)
        self._days |= {day for day in (rollup.period.first, rollup.period.last) if day}


def _schools_of(slip: Slip, otherwise: str) -> list[tuple[str | None, bool, bool]]:
    """The schools that a report tells of: name, whether anything came from it, whether all of that was read and placed.

    None is nobody: files beside the folders of schools. `otherwise` is what a school is called where nothing in the report names it.
    """
    if slip.schools:
        return [(account.school, account.files > 0, account.complete) for account in slip.schools]
    return [(name, True, slip.complete) for name in sorted({day.school or otherwise for day in slip.class_days} or {otherwise})]


_FIELDS = {"within": "within", "over": "over", "undetermined": "undetermined", "no-cap": "no_cap"}


def _limits(caps: Iterable[Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
    """Grade → the figures of its cap, whatever the source is called."""
    return {grade: {key: value for key, value in cap.items() if key not in ("grades", "source")} for cap in caps for grade in cap["grades"]}


def _level(units: Iterable[Unit], asked: Asked) -> Level:
    """The level of the whole: the one that is asked for, if it is above all, else the one above the highest part."""
    highest = max(LEVELS.index(unit.level) for unit in units)
    if asked.level is not None and LEVELS.index(asked.level) <= highest:
        raise ConfigurationError("rollup-level", level=asked.level, part=LEVELS[highest])
    return asked.level or LEVELS[min(highest + 1, len(LEVELS) - 1)]


def _held_against(units: dict[str, Unit], listed: Sequence[str] | None, level: Level) -> dict[str, Unit]:
    """The units with whether they are on the list, and those of the list that sent nothing."""
    if listed is None:
        return units
    for name, unit in units.items():
        unit.listed = name in listed
    return units | {name: Unit(name, level, listed=True) for name in listed if name not in units}
