"""Renders a report for a terminal: a headline, the classes over the cap, what could not be judged, the accounts."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from homework_audit.locale import Lang
from homework_audit.messages import class_name, say, shown
from homework_audit.models.report import Finding, PeriodLoad, Report, Severity
from homework_audit.renderers.explained import earlier_findings, explained_days, other_findings
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.rows import NUMBERS, UNDETERMINED, Row, other_row, over_row, undetermined_row, used
from homework_audit.renderers.safe_text import safe

_OVER = ("class", "date", "minutes", "limit", "excess", "state")
_STYLES: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "dim"}


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as text, `options.width` columns wide, with colours if they are wanted."""
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
    _print(console, report, options)
    return out.getvalue().encode("utf-8", "replace")


def _print(console: Console, report: Report, options: RenderOptions) -> None:
    for number, line in enumerate(headline(report)):
        style = "bold red" if number == 0 and (not report.complete or report.summary.over) else "bold"
        console.print(Text(safe(line), style=style))
    over = sorted(explained_days(report, "over"), key=lambda told: (told[0].limit or 0) - told[0].minutes)
    undetermined = explained_days(report, "undetermined")
    if over:
        columns = (*_OVER, "give-way" if report.mode == "plan" else "subjects")
        _section(
            console, say(report.lang, "section.over"), _row_table(columns, [over_row(*told, report.lang) for told in over], report.lang)
        )
    if undetermined:
        rows = [undetermined_row(*told, report.lang) for told in undetermined]
        _section(console, say(report.lang, "section.undetermined"), _row_table(UNDETERMINED, rows, report.lang))
    if options.by != "day":
        loads = [load for load in report.periods if load.kind == options.by]
        _section(console, say(report.lang, f"section.{options.by}"), _period_table(loads, report.lang))
    _findings(console, say(report.lang, "section.other"), other_findings(report, info=options.verbose), report)
    _findings(console, say(report.lang, "section.earlier"), earlier_findings(report, info=options.verbose), report)
    if not options.quiet:
        console.print()
        for line in accounts_lines(report):
            console.print(Text(safe(line), style="dim"))


def _section(console: Console, title: str, table: Table) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    console.print(table)


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")


def _row_table(columns: Sequence[str], rows: Sequence[Row], lang: Lang) -> Table:
    """Rows under their columns; the last column takes the room that is left."""
    columns, table = used(columns, rows), _table()
    for column in columns[:-1]:
        table.add_column(say(lang, f"column.{column}"), justify="right" if column in NUMBERS else "left", no_wrap=True)
    table.add_column(say(lang, f"column.{columns[-1]}"), ratio=1, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row[column], "bold red" if column == "minutes" else "") for column in columns))
    return table


def _period_table(periods: Sequence[PeriodLoad], lang: Lang) -> Table:
    table = _table()
    for key in ("class", "period"):
        table.add_column(say(lang, f"column.{key}"), no_wrap=True)
    for key in ("minutes", "mean", "heaviest"):
        table.add_column(say(lang, f"column.{key}"), justify="right", no_wrap=True)
    table.add_column(say(lang, "column.heaviest-on"), no_wrap=True)
    for key in ("over", "undetermined"):
        table.add_column(say(lang, key), justify="right", no_wrap=True)
    for load in periods:
        table.add_row(
            _cell(class_name(load.grade, load.school_class, lang, load.school)),
            _cell(f"{load.first:%m-%d}—{load.last:%m-%d}"),
            *(_cell(shown(minutes)) for minutes in (load.minutes, load.mean, load.heaviest)),
            _cell(f"{load.heaviest_on:%m-%d}"),
            Text(str(load.over), style="bold red" if load.over else ""),
            _cell(str(load.undetermined)),
        )
    return table


def _findings(console: Console, title: str, findings: Sequence[Finding], report: Report) -> None:
    """Findings that no line above has told, each with what to do."""
    if not findings:
        return
    console.print()
    console.print(Text(title, style="bold"))
    for finding in findings:
        _finding(console, finding, report)


def _finding(console: Console, finding: Finding, report: Report) -> None:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    row = other_row(finding, report.lang)
    label = " ".join(filter(None, (row["severity"], row["state"])))
    grid.add_row(_cell(label, "dim" if finding.waived or finding.state == "resolved" else _STYLES[finding.severity]), _cell(row["message"]))
    if row["hint"]:
        grid.add_row("", _cell(row["hint"], "dim"))
    console.print(grid)


def _cell(text: str, style: str = "") -> Text:
    return Text("\n".join(safe(line) for line in text.split("\n")), style=style)
