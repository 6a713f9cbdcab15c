"""The commands `history …`: what is kept of runs and findings, as a table for people or JSON for programs."""

import typer

from homework_audit.cli.history.ledger import make_open_findings
from homework_audit.cli.history.prune import make_prune
from homework_audit.cli.history.runs import make_diff_runs, make_list_runs, make_show_run
from homework_audit.cli.history.trend import make_trend
from homework_audit.locale import Lang
from homework_audit.messages import say


def make_history(lang: Lang) -> typer.Typer:
    """The group of commands, with its help in that language."""
    app = typer.Typer(help=say(lang, "help.history.command"), no_args_is_help=True)
    made = {
        "list": make_list_runs,
        "show": make_show_run,
        "diff": make_diff_runs,
        "open": make_open_findings,
        "trend": make_trend,
        "prune": make_prune,
    }
    for name, make in made.items():
        app.command(name, help=say(lang, f"help.history.{name}"))(make(lang))
    return app
