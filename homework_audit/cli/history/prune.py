"""The command `history prune`: forgets old runs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.history.opened import config_option, language_option, opened
from homework_audit.cli.streams import complain
from homework_audit.locale import Lang
from homework_audit.messages import say


def make_prune(lang: Lang) -> Callable[..., None]:
    """The command `history prune`, with its help in that language."""

    def prune(
        keep_days: int | None = typer.Option(None, "--keep-days", min=1, max=36_500, metavar="N", help=say(lang, "help.history.keep-days")),
        config: Path | None = config_option(lang),
        language: Language | None = language_option(lang),
    ) -> None:
        from homework_audit.history.lock import locked

        with opened(config, language, lang) as (history, policy, spoken), locked(history.file):
            today = date.today()  # noqa: DTZ011 (the day on the office's wall)
            forgotten = history.prune(today, keep_days or policy.history.keep_days)
        complain(say(spoken, "history.pruned", count=forgotten))

    return prune
