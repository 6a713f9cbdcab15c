"""Renders a rollup as one HTML file: the answer in figures, then a table for each level; no script, no network."""

from __future__ import annotations

from functools import partial

from homework_audit.bureau.tables import Table, tables_of
from homework_audit.bureau.unit import Rollup, rate
from homework_audit.bureau.words import headline, notes, percent, shown_value
from homework_audit.messages import say, shown
from homework_audit.renderers.figures import Figure
from homework_audit.renderers.html.page import page
from homework_audit.renderers.options import RenderOptions

_NUMBERS = frozenset({"schools", "came", "checked", "within", "over", "undetermined", "rate", "reported-rate", "open", "count"})


def render(rollup: Rollup, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The rollup as a page."""
    first, last = rollup.period.first, rollup.period.last
    return page(
        "homework_audit.bureau",
        "rollup.html.j2",
        rollup=rollup,
        say=partial(say, rollup.lang),
        period=f"{shown(first)} – {shown(last)}" if first and last else "",
        headline=list(headline(rollup)),
        figures=_figures(rollup),
        tables=[_drawn(table, rollup) for table in tables_of(rollup) if table.rows],
        notes=list(notes(rollup)),
    )


def _figures(rollup: Rollup) -> list[Figure]:
    lang, totals, statuses = rollup.lang, rollup.unit.totals, rollup.unit.statuses()
    return [
        Figure(say(lang, "column.rate"), percent(rate(totals.within, totals.checked))),
        Figure(say(lang, "column.over"), totals.over, "red" if totals.over else ""),
        Figure(say(lang, "column.undetermined"), totals.undetermined, "amber" if totals.undetermined else ""),
        Figure(say(lang, "figure.schools.met"), statuses["met"], "green" if statuses["met"] else ""),
        Figure(say(lang, "figure.schools.not-met"), statuses["not-met"], "red" if statuses["not-met"] else ""),
        Figure(say(lang, "figure.schools.silent"), statuses["silent"], "amber" if statuses["silent"] else ""),
    ]


def _drawn(table: Table, rollup: Rollup) -> dict[str, object]:
    heads = [(say(rollup.lang, f"column.{column}"), "number" if column in _NUMBERS else "") for column in table.columns]
    rows = [
        [(shown_value(column, value), _tone(column, value)) for column, value in zip(table.columns, row, strict=True)] for row in table.rows
    ]
    return {"name": table.name, "title": table.title, "heads": heads, "rows": rows}


def _tone(column: str, value: object) -> str:
    if column == "over" and value:
        return "strong"
    return "number" if column in _NUMBERS else ""
