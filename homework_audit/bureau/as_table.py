"""Renders a result of a bureau for a terminal: the sentences that open it, then its tables."""

from __future__ import annotations

import io
from typing import Final, Literal

from rich import box
from rich.console import Console
from rich.table import Table as Drawn
from rich.text import Text

from homework_audit.bureau.document import TEXTS, Document, Table, Value, shown_value
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe

_LONG: Final = frozenset({"unit", "in", "rule", "school", "place", "why", "teacher"})
"""Columns of names and texts, which may take several lines."""


def render(document: Document, options: RenderOptions) -> bytes:
    """The result as text, `options.width` columns wide, with colours if they are wanted."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for number, line in enumerate(document.lead):
        console.print(Text(safe(line), style="bold" if number < 2 else ""))
    for table in document.tables:
        if table.rows and table.whole:
            console.print()
            console.print(Text(table.title, style="bold"))
            console.print(_drawn(table, document.lang))
    if not options.quiet:
        console.print()
        for line in document.notes:
            console.print(Text(safe(line), style="dim"))
    return out.getvalue().encode("utf-8", "replace")


def _drawn(table: Table, lang: Lang) -> Drawn:
    drawn = Drawn(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    shown = [place for place, column in enumerate(table.columns) if column not in table.wide]
    for column in (table.columns[place] for place in shown):
        side: Literal["left", "right"] = "left" if column in TEXTS else "right"
        drawn.add_column(say(lang, f"column.{column}"), justify=side, overflow="fold", no_wrap=column not in _LONG)
    for row in table.rows:
        drawn.add_row(*(_cell(table.columns[place], row[place]) for place in shown))
    return drawn


def _cell(column: str, value: Value) -> Text:
    return Text(safe(shown_value(column, value)), style="bold red" if column == "over" and value else "")
