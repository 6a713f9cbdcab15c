"""Renders a report for a terminal: a headline, the classes over the cap, what could not be judged, the accounts."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from homework_audit.messages import class_name, say, shown, subjects_text, waived_text
from homework_audit.models.report import ClassDay, Finding, Lang, PeriodLoad, Report, Severity
from homework_audit.renderers.explained import explained_days, other_findings
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe

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
    over = [day for day in report.class_days if day.verdict == "over"]
    undetermined = explained_days(report, "undetermined")
    if over:
        _section(console, say(report.lang, "section.over"), _over_table(over, report))
    if undetermined:
        _section(console, say(report.lang, "section.undetermined"), _undetermined_table(undetermined, report))
    if options.by != "day":
        loads = [load for load in report.periods if load.kind == options.by]
        _section(console, say(report.lang, f"section.{options.by}"), _period_table(loads, report.lang))
    _other_findings(console, report, options)
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


def _over_table(days: list[ClassDay], report: Report) -> Table:
    lang = report.lang
    table = _table()
    for key in ("class", "date"):
        table.add_column(say(lang, f"column.{key}"), no_wrap=True)
    for key in ("minutes", "limit", "excess"):
        table.add_column(say(lang, f"column.{key}"), justify="right", no_wrap=True)
    plans = report.mode == "plan"
    table.add_column(say(lang, "column.give-way" if plans else "column.subjects"), ratio=1, overflow="fold")
    for day in sorted(days, key=lambda day: -(day.minutes - (day.limit or 0))):
        table.add_row(
            _cell(_class(day, report)),
            _cell(shown(day.day)),
            Text(shown(day.minutes), style="bold red"),
            _cell(shown(day.limit or 0)),
            _cell(shown(day.minutes - (day.limit or 0))),
            _cell(_give_way(day, report) if plans else subjects_text(day.subjects, lang)),
        )
    return table


def _give_way(day: ClassDay, report: Report) -> str:
    """By how many minutes each subject could give way; '' where homework may not be set at all."""
    found = (finding for finding in report.findings if finding.fingerprint in day.because)
    stated = next((way for finding in found if (way := finding.params.get("give_way"))), None)
    return subjects_text(stated, report.lang) if stated else ""


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


def _undetermined_table(days: Sequence[tuple[ClassDay, Sequence[Finding]]], report: Report) -> Table:
    lang = report.lang
    table = _table()
    for key in ("class", "date"):
        table.add_column(say(lang, f"column.{key}"), no_wrap=True)
    for key in ("at-least", "at-most", "limit"):
        table.add_column(say(lang, f"column.{key}"), justify="right", no_wrap=True)
    table.add_column(say(lang, "column.why"), ratio=1, overflow="fold")
    for day, reasons in days:
        table.add_row(
            _cell(_class(day, report)),
            _cell(shown(day.day)),
            _cell(shown(day.minutes)),
            _cell(say(lang, "unlimited") if day.minutes_high is None else shown(day.minutes_high)),
            _cell(shown(day.limit or 0)),
            _cell("\n".join(finding.message for finding in reasons)),
        )
    return table


def _other_findings(console: Console, report: Report, options: RenderOptions) -> None:
    """Findings that no line above has told: those of files and sheets, warnings, and information if asked for."""
    wanted = other_findings(report, info=options.verbose)
    if not wanted:
        return
    console.print()
    console.print(Text(say(report.lang, "section.other"), style="bold"))
    for finding in wanted:
        _finding(console, finding, report)


def _finding(console: Console, finding: Finding, report: Report) -> None:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    severity = say(report.lang, "is-waived") if finding.waived else say(report.lang, finding.severity)
    grid.add_row(Text(severity, style="dim" if finding.waived else _STYLES[finding.severity]), _cell(finding.message))
    said = waived_text(finding, report.lang) or finding.hint
    if said:
        grid.add_row("", Text(safe(said), style="dim"))
    console.print(grid)


def _class(day: ClassDay, report: Report) -> str:
    return class_name(day.grade, day.school_class, report.lang, day.school)


def _cell(text: str) -> Text:
    return Text("\n".join(safe(line) for line in text.split("\n")))
