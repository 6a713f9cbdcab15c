"""The commands, put together for one run in one language."""

from __future__ import annotations

import sys

import typer

from homework_audit import __version__
from homework_audit.cli.check import make_check
from homework_audit.cli.history import make_history
from homework_audit.cli.inspect import make_inspect
from homework_audit.cli.notify import make_notify
from homework_audit.cli.policies import make_init, make_policy
from homework_audit.cli.render import make_render
from homework_audit.cli.rules import make_rules
from homework_audit.cli.schedule import make_schedule
from homework_audit.cli.template import make_template
from homework_audit.cli.usage import UsageError, complain_of_usage
from homework_audit.messages import say
from homework_audit.models.report import Lang

_HELP = ("-h", "--help")


def run(arguments: list[str], lang: Lang) -> int:
    """Parses the arguments, runs the command and gives its exit code."""
    command = typer.main.get_command(make_app(lang))
    if not arguments or set(_HELP) & set(arguments):
        from homework_audit.cli.help import speak  # rich is slow to import

        speak(command, lang)
    try:
        result = command.main(arguments, prog_name="homework-audit", standalone_mode=False)
    except UsageError as fault:
        return complain_of_usage(fault, lang)
    return result if isinstance(result, int) else 0


def make_app(lang: Lang) -> typer.Typer:
    """The application, with its help in that language."""
    app = typer.Typer(
        help=say(lang, "help.program"),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(_HELP)},
    )

    @app.callback()
    def program(
        version: bool = typer.Option(False, "--version", help=say(lang, "help.version"), callback=_print_version, is_eager=True),
    ) -> None:
        """Options before the command."""

    made = {
        "check": make_check,
        "inspect": make_inspect,
        "render": make_render,
        "template": make_template,
        "notify": make_notify,
        "schedule": make_schedule,
        "policy": make_policy,
        "rules": make_rules,
        "init": make_init,
    }
    for name, make in made.items():
        app.command(name, help=say(lang, f"help.{name}.command"), epilog=say(lang, f"help.{name}.examples"))(make(lang))
    app.add_typer(make_history(lang), name="history")
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"homework-audit {__version__}\n")
        raise typer.Exit
