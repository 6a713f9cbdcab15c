"""The commands `history list`, `show` and `diff`: the recorded runs, what each found, and what changed between two."""

from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.history.opened import (
    RUN_COLUMNS,
    HistoryFormat,
    config_option,
    finding_json,
    format_option,
    language_option,
    opened,
    print_findings,
    print_json,
    run_json,
    run_row,
)
from homework_audit.cli.rows import print_rows
from homework_audit.locale import Lang
from homework_audit.messages import say


def make_list_runs(lang: Lang) -> Callable[..., None]:
    """The command `history list`, with its help in that language."""

    def list_runs(
        config: Path | None = config_option(lang),
        format_: HistoryFormat = format_option(lang),
        language: Language | None = language_option(lang),
    ) -> None:
        with opened(config, language, lang) as (history, _, spoken):
            runs = history.runs()
        if format_ is HistoryFormat.JSON:
            print_json([run_json(run) for run in runs])
            return
        print_rows(RUN_COLUMNS, [run_row(run, spoken) for run in runs], spoken, say(spoken, "history.no-runs"))

    return list_runs


def make_show_run(lang: Lang) -> Callable[..., None]:
    """The command `history show`, with its help in that language."""

    def show_run(
        run: int | None = typer.Argument(None, metavar="RUN", help=say(lang, "help.history.run"), show_default=False),
        config: Path | None = config_option(lang),
        format_: HistoryFormat = format_option(lang),
        language: Language | None = language_option(lang),
    ) -> None:
        from homework_audit.history.changes import found_in, run_of

        with opened(config, language, lang) as (history, _, spoken):
            found = run_of(history, run)
            findings, files = found_in(history, found.number, spoken), history.files(found.number)
        if format_ is HistoryFormat.JSON:
            listed = [dict(zip(("path", "sha256", "status", "reason"), file, strict=True)) for file in files]
            print_json({**run_json(found), "findings": [finding_json(finding) for finding in findings], "files": listed})
            return
        print_rows(RUN_COLUMNS, [run_row(found, spoken)], spoken, "")
        print_findings(findings, spoken)

    return show_run


def make_diff_runs(lang: Lang) -> Callable[..., None]:
    """The command `history diff`, with its help in that language."""

    def diff_runs(
        first: int = typer.Argument(-1, metavar="A", help=say(lang, "help.history.first"), show_default=False),
        second: int | None = typer.Argument(None, metavar="B", help=say(lang, "help.history.second"), show_default=False),
        config: Path | None = config_option(lang),
        format_: HistoryFormat = format_option(lang),
        language: Language | None = language_option(lang),
    ) -> None:
        from homework_audit.history.changes import changes, run_of

        with opened(config, language, lang) as (history, _, spoken):
            runs = (run_of(history, first), run_of(history, second))
            found = changes(history, runs[0].number, runs[1].number, spoken)
        if format_ is HistoryFormat.JSON:
            print_json({"from": run_json(runs[0]), "to": run_json(runs[1]), "findings": [finding_json(finding) for finding in found]})
            return
        print_rows(RUN_COLUMNS, [run_row(run, spoken) for run in runs], spoken, "")
        print_findings(found, spoken)

    return diff_runs
