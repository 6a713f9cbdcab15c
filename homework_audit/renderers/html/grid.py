"""Turns the class-days into the page's heat grid: a line a class, a cell a day, and behind each cell what proves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from homework_audit.messages import class_name, say, shown
from homework_audit.models.report import ClassDay, Finding, Lang, Report
from homework_audit.renderers.explained import explained_days
from homework_audit.renderers.heat import day_style, day_text

_OFF: Final = frozenset({"day-off", "holiday"})


class GridDay(NamedTuple):
    """A column: the date, its weekday, and whether school is out."""

    date: str
    weekday: str
    off: bool


class GridCell(NamedTuple):
    """A class-day: its colour and text, and what opens on a click."""

    number: int
    style: str
    text: str
    title: str
    why: Sequence[str]
    evidence: Sequence[Any]


class GridLine(NamedTuple):
    """A class and its days; None where the class has no such class-day."""

    name: str
    grade: int
    cells: Sequence[GridCell | None]


class Grid(NamedTuple):
    """Columns, lines, and all cells that a click opens."""

    days: Sequence[GridDay]
    lines: Sequence[GridLine]
    told: Sequence[GridCell]


def grid_of(report: Report, evidence_of: Callable[[ClassDay], Sequence[Any]]) -> Grid:
    """The grid of all class-days, in the order of the report."""
    lang = report.lang
    kinds = {day.day: day.day_type for day in report.class_days}
    order = sorted(kinds)
    years = len({day.year for day in order}) > 1
    days = [
        GridDay(f"{day:%Y-%m-%d}" if years else f"{day:%m-%d}", say(lang, f"weekday.{day.isoweekday()}"), kinds[day] in _OFF)
        for day in order
    ]
    lines: dict[tuple[str, int], dict[date, GridCell]] = {}
    for number, (day, why) in enumerate(explained_days(report, "over", "within", "undetermined", "no-cap")):
        name = class_name(day.grade, day.school_class, lang, day.school)
        lines.setdefault((name, day.grade), {})[day.day] = _cell(number, name, (day, why), evidence_of(day), lang)
    told = [cell for cells in lines.values() for cell in cells.values()]
    return Grid(days, [GridLine(name, grade, [cells.get(day) for day in order]) for (name, grade), cells in lines.items()], told)


def _cell(number: int, name: str, told: tuple[ClassDay, Sequence[Finding]], evidence: Sequence[Any], lang: Lang) -> GridCell:
    day, why = told
    limit = say(lang, "no-cap") if day.limit is None else f"{say(lang, 'column.limit')} {shown(day.limit)}"
    title = f"{name} · {shown(day.day)} · {say(lang, day.verdict)} · {day_text(day)} ({limit})"
    return GridCell(number, day_style(day), day_text(day), title, [finding.message for finding in why], evidence)
