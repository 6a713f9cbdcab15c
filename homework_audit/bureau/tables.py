"""Turns a rollup into its tables, whatever draws them: the whole by half-months and grades, the units of each level, who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from homework_audit.bureau.document import Table
from homework_audit.bureau.unit import Level, Rollup, Unit
from homework_audit.bureau.words import (
    UNIT_COLUMNS,
    figures_row,
    findings_rows,
    grades,
    half_months,
    levels_of,
    unit_row,
)
from homework_audit.messages import say

_FIGURES: Final = ("checked", "within", "over", "undetermined", "rate", "reported-rate")


def tables_of(rollup: Rollup) -> Iterator[Table]:
    """All tables: one for each level from the highest down; half-months, grades and findings of the whole; and of the units below it."""
    lang, unit = rollup.lang, rollup.unit
    for level in levels_of(rollup):
        yield level_table(rollup, level)
    by_grade = [(grade, *figures_row(figures).values()) for grade, figures in grades(unit)]
    yield _half_months(rollup, [unit], "half-months")
    yield Table("grades", say(lang, "rollup.grades"), ("grade", *_FIGURES), by_grade)
    yield _findings(rollup, [unit], "open-findings")
    yield _half_months(rollup, unit.units, "units-by-half-month")._replace(whole=False)
    yield _findings(rollup, unit.units, "units-open-findings")._replace(whole=False)


def _half_months(rollup: Rollup, units: Iterable[Unit], name: str) -> Table:
    rows = [(each.name, span, *figures_row(figures).values()) for each in units for span, figures in half_months(each)]
    return Table(name, say(rollup.lang, f"rollup.{name}"), ("unit", "period", *_FIGURES), rows)


def _findings(rollup: Rollup, units: Iterable[Unit], name: str) -> Table:
    rows = [(each.name, title, count) for each in units for _, title, count in findings_rows(each, rollup.lang)]
    return Table(name, say(rollup.lang, f"rollup.{name}"), ("unit", "rule", "count"), rows)


def level_table(rollup: Rollup, level: Level) -> Table:
    """The units of a level, those that do not keep to the standard first, each with the names of what it is in."""
    found = [(path, unit) for path, unit in rollup.unit.below() if unit.level == level]
    within = max((len(path) for path, _ in found), default=0) > 0
    columns = tuple(column for column in UNIT_COLUMNS if level != "school" or column not in ("schools", "came"))
    rows = []
    for path, unit in sorted(found, key=lambda one: (one[0], _worst(one[1]), one[1].name)):
        row = unit_row(unit, rollup.lang)
        place = (" / ".join(path),) if within else ()
        rows.append((*place, *(row[column] for column in columns)))
    return Table(level, say(rollup.lang, f"level.{level}"), (("in", *columns) if within else columns), rows)


def _worst(unit: Unit) -> int:
    return ("not-met", "undetermined", "silent", "met").index(unit.status)
