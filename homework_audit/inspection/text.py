"""Turns the account of a file into text that a head teacher can read, as wide as the terminal."""

from __future__ import annotations

import io

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from homework_audit.inspection.account import EntryAccount, Inspection, SheetView, TableView
from homework_audit.locale import Lang
from homework_audit.messages import say, subject_name
from homework_audit.renderers.safe_text import safe

_MOST_LEFT = 12
"""Rows that were no entries and are shown of each table."""


def as_text(inspection: Inspection, *, width: int, colour: bool) -> str:
    """The account, sheet by sheet."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    lang = inspection.lang
    status = say(lang, inspection.status)
    reason = f"（{_reason(inspection.reason, lang)}）" if inspection.reason else ""
    encoding = f"  {inspection.encoding}" if inspection.encoding else ""
    console.print(Text(safe(f"{inspection.path}  {status}{reason}{encoding}"), style="bold"))
    for sheet in inspection.sheets:
        _sheet(console, sheet, lang)
    _findings(console, inspection)
    return out.getvalue()


def _sheet(console: Console, sheet: SheetView, lang: Lang) -> None:
    console.print()
    what = say(lang, f"inspect.{sheet.status}", count=sheet.entries, reason=_reason(sheet.reason, lang))
    console.print(Text(safe(say(lang, "inspect.sheet", sheet=sheet.name or "—", what=what)), style="bold cyan"))
    for table in sheet.tables:
        _table(console, table, lang)
    if sheet.first_entries:
        console.print(Text(say(lang, "inspect.entries", count=len(sheet.first_entries)), style="bold"))
        console.print(_entries(sheet.first_entries, lang))


def _table(console: Console, table: TableView, lang: Lang) -> None:
    shape = say(lang, f"layout.{table.layout}")
    console.print(Text(safe(say(lang, "inspect.table", shape=shape, rows=table.headings))))
    if table.reason:
        console.print(Text(safe(f"  {_reason(table.reason, lang)}"), style="yellow"))
    for fact in table.context:
        known = say(lang, f"field.{fact.name}")
        value = say(lang, f"kind.{fact.text}") if fact.name == "kind" else fact.text
        console.print(Text(safe(f"  {known}：{value}  ←「{_short(fact.source, 46)}」"), style="dim"))
    if table.columns:
        console.print(_columns(table, lang))
    for left in table.left[:_MOST_LEFT]:
        console.print(Text(safe(f"  {left.cell}「{_short(left.text, 40)}」 {say(lang, f'left.{left.reason}')}"), style="dim"))
    if len(table.left) > _MOST_LEFT:
        console.print(Text(say(lang, "inspect.more", count=len(table.left) - _MOST_LEFT), style="dim"))


def _columns(table: TableView, lang: Lang) -> Table:
    grid = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for key in ("inspect.column", "inspect.heading", "inspect.meaning"):
        grid.add_column(say(lang, key), overflow="fold")
    for column in table.columns:
        meaning = say(lang, f"field.{column.field}") if column.field else say(lang, "field.nothing")
        said = " ".join(_of(word, lang) for word in column.of.split(" ") if word)
        grid.add_row(column.place, Text(safe(_short(column.heading, 36))), Text(safe(f"{meaning} {said}".strip())))
    return grid


def _of(word: str, lang: Lang) -> str:
    try:
        return say(lang, f"kind.{word}")
    except KeyError:
        return subject_name(word, lang)


def _entries(entries: tuple[EntryAccount, ...], lang: Lang) -> Table:
    grid = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for key in ("column.cell", "column.class", "column.date", "column.subject", "column.kind", "column.content", "column.minutes"):
        grid.add_column(say(lang, key), overflow="fold", justify="right" if key == "column.minutes" else "left")
    for entry in entries:
        kind = say(lang, f"kind.{entry.kind}")
        traits = [kind, say(lang, "inspect.optional") if entry.optional else "", f"{entry.layer}层" if entry.layer else ""]
        state = "" if entry.state == "set" else say(lang, f"inspect.state.{entry.state}")
        cells = [entry.cell, entry.classes or "?", entry.date or "?", subject_name(entry.subject, lang)]
        grid.add_row(
            *(Text(safe(text)) for text in (*cells, " ".join(filter(None, traits)), state or _short(entry.content, 24))),
            entry.minutes or "?",
        )
    return grid


def _findings(console: Console, inspection: Inspection) -> None:
    if inspection.findings:
        console.print()
        console.print(Text(say(inspection.lang, "inspect.findings"), style="bold"))
    for finding in inspection.findings:
        console.print(Text(safe(f"  {finding.message}"), style="red" if finding.severity == "error" else "yellow"))


def _reason(reason: str, lang: Lang) -> str:
    try:
        return say(lang, f"skip.{reason}") if reason else ""
    except KeyError:
        return reason


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
