"""The command `history open`: what is open, for how long, and who follows up."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language, parse_date
from homework_audit.cli.history.opened import (
    HistoryFormat,
    config_option,
    finding_json,
    finding_row,
    format_option,
    language_option,
    opened,
    print_json,
)
from homework_audit.cli.rows import print_rows
from homework_audit.locale import Lang
from homework_audit.messages import say


def make_open_findings(lang: Lang) -> Callable[..., None]:
    """The command `history open`, with its help in that language."""

    def open_findings(
        as_of: str | None = typer.Option(None, "--as-of", metavar="DATE", help=say(lang, "help.history.as-of")),
        config: Path | None = config_option(lang),
        format_: HistoryFormat = format_option(lang),
        language: Language | None = language_option(lang),
    ) -> None:
        from homework_audit.history.changes import still_open

        today = parse_date("--as-of", as_of) or date.today()  # noqa: DTZ011 (the day on the office's wall)
        with opened(config, language, lang) as (history, policy, spoken):
            found = still_open(history, policy.history, today, spoken)
        if format_ is HistoryFormat.JSON:
            print_json([{**finding_json(one.finding), "last_seen": one.last_seen, "age": one.age, "owner": one.owner} for one in found])
            return
        rows = [{**finding_row(one.finding, spoken), "age": str(one.age), "owner": one.owner} for one in found]
        print_rows(("severity", "state", "since", "age", "owner", "message"), rows, spoken, say(spoken, "history.nothing-open"))

    return open_findings
