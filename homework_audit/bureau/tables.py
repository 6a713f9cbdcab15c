"""Turns a rollup into its tables, whatever draws them: the whole by half-months and grades, the units of each level, who is silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from homework_audit.bureau.unit import Level, Rollup, Unit
from homework_audit.bureau.words import (
    UNIT_COLUMNS,
    Value,
    figures_row,
    findings_rows,
    grades,
    half_months,
    levels_of,
    unit_row,
)
from homework_audit.messages import say

_FIGURES: Final = ("checked", "within", "over", "undetermined", "rate", "reported-rate")


class Table(NamedTuple):
    """A table: its name and title, its columns as keys of their headings, and its rows."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def tables_of(rollup: Rollup, *, whole: bool = False) -> Iterator[Table]:
    """All tables: a table for each level from the highest down, then half-months, grades and findings.

    The last ones are of the whole and of each unit directly below, or of the `whole` alone.
    """
    lang, unit = rollup.lang, rollup.unit
    units = (unit,) if whole else (unit, *unit.units)
    for level in levels_of(rollup):
        yield level_table(rollup, level)
    periods = [(each.name, span, figures) for each in units for span, figures in half_months(each)]
    rows = [(name, span, *figures_row(figures).values()) for name, span, figures in periods]
    yield Table("half-months", say(lang, "rollup.half-months"), ("unit", "period", *_FIGURES), rows)
    by_grade = [(grade, *figures_row(figures).values()) for grade, figures in grades(unit)]
    yield Table("grades", say(lang, "rollup.grades"), ("grade", *_FIGURES), by_grade)
    found = [(each.name, title, count) for each in units for _, title, count in findings_rows(each, lang)]
    yield Table("findings", say(lang, "rollup.findings"), ("unit", "rule", "count"), found)


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
