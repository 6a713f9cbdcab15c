"""Turns the class-days into the page's heat grid: a line a class, a cell a day, and behind each cell what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import class_name, place_text, say, shown, subject_name
from homework_audit.models.report import ClassDay, Evidence, Finding, Report
from homework_audit.renderers.explained import explained_days
from homework_audit.renderers.heat import day_style, day_text
from homework_audit.renderers.html.rows import Row, heads, row_of

_EVIDENCE: Final = ("subject", "minutes", "text", "cell")
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
    evidence: Sequence[Row]


class GridLine(NamedTuple):
    """A class and its days; None where the class has no such class-day."""

    name: str
    grade: int
    cells: Sequence[GridCell | None]


class Grid(NamedTuple):
    """Columns, lines, all cells that a click opens, and the headings of their evidence."""

    days: Sequence[GridDay]
    lines: Sequence[GridLine]
    told: Sequence[GridCell]
    evidence_heads: Sequence[str]


def grid_of(report: Report) -> Grid:
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
        lines.setdefault((name, day.grade), {})[day.day] = _cell(number, name, day, why, lang)
    told = [cell for cells in lines.values() for cell in cells.values()]
    rows = [GridLine(name, grade, [cells.get(day) for day in order]) for (name, grade), cells in lines.items()]
    return Grid(days, rows, told, heads(_EVIDENCE, lang))


def _cell(number: int, name: str, day: ClassDay, why: Sequence[Finding], lang: Lang) -> GridCell:
    limit = say(lang, "no-cap") if day.limit is None else f"{say(lang, 'column.limit')} {shown(day.limit)}"
    title = f"{name} · {shown(day.day)} · {say(lang, day.verdict)} · {day_text(day)} ({limit})"
    evidence = [_evidence(share, lang) for share in day.evidence]
    return GridCell(number, day_style(day), day_text(day), title, [finding.message for finding in why], evidence)


def _evidence(share: Evidence, lang: Lang) -> Row:
    """A share of the day's minutes, and of what whole where it is not all of it."""
    minutes = shown(share.minutes) if share.minutes == share.of else f"{shown(share.minutes)} / {shown(share.of)}"
    texts = {"subject": subject_name(share.subject, lang), "minutes": minutes, "text": share.text, "cell": place_text(share)}
    return row_of(texts, _EVIDENCE, lang)
