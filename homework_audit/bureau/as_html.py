"""Renders a result of a bureau as one HTML file: the answer in figures, then its tables; no script, no network."""

from __future__ import annotations

from functools import partial
from itertools import chain

from homework_audit.bureau.document import TEXTS, Document, Table, Value, shown_value
from homework_audit.messages import say, shown
from homework_audit.renderers.html.page import page
from homework_audit.renderers.options import RenderOptions

_CLASSES = {"good": "", "bad": "error", "doubtful": "warning", "quiet": ""}


def render(document: Document, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The result as a page."""
    first, last = document.period.first, document.period.last
    return page(
        "homework_audit.bureau",
        "document.html.j2",
        document=document,
        say=partial(say, document.lang),
        period=f"{shown(first)} – {shown(last)}" if first and last else "",
        figures=list(chain.from_iterable(document.figures)),
        tables=[_drawn(table, document) for table in document.tables if table.rows],
    )


def _drawn(table: Table, document: Document) -> dict[str, object]:
    heads = [(say(document.lang, f"column.{column}"), "" if column in TEXTS else "number") for column in table.columns]
    rows = [
        [(shown_value(column, value), _tone(column, value, document)) for column, value in zip(table.columns, row, strict=True)]
        for row in table.rows
    ]
    return {"name": table.name, "title": table.title, "heads": heads, "rows": rows}


def _tone(column: str, value: Value, document: Document) -> str:
    if column == "over" and value:
        return "strong"
    if column == "verdict":
        return _CLASSES.get(document.tones.get(str(value), ""), "")
    return "" if column in TEXTS else "number"
