"""The commands, put together for one run in one language: the one that is asked for, and of the others their names."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final

import typer

from homework_audit import __version__
from homework_audit.cli.usage import UsageError, complain_of_usage
from homework_audit.locale import Lang
from homework_audit.messages import say

COMMANDS: Final = (
    "check", "inspect", "render", "rollup", "sample", "verify", "template", "notify", "schedule", "policy", "rules", "init", "history",
)  # fmt: skip
"""The commands as help lists them; each has its module here, and in it a function `make_…`."""
_GROUPS: Final = ("history",)
_HELP: Final = ("-h", "--help")
_COMPLETION: Final = "_HOMEWORK_AUDIT_COMPLETE"


def run(arguments: list[str], lang: Lang) -> int:
    """Parses the arguments, runs the command and gives its exit code."""
    command = typer.main.get_command(make_app(lang, _asked(arguments)))
    if not arguments or set(_HELP) & set(arguments):
        from homework_audit.cli.help import speak  # rich is slow to import

        speak(command, lang)
    try:
        result = command.main(arguments, prog_name="homework-audit", standalone_mode=False)
    except UsageError as fault:
        return complain_of_usage(fault, lang)
    return result if isinstance(result, int) else 0


def _asked(arguments: list[str]) -> str | None:
    """The command that is asked for, if it is one; None where a shell asks for what could follow, which may be any."""
    if _COMPLETION in os.environ:
        return None
    return next((argument for argument in arguments if argument in COMMANDS), "")


def make_app(lang: Lang, asked: str | None = None) -> typer.Typer:
    """The application, with its help in that language; of the commands that are not asked for (None: all are) only name and help."""
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

    for name in COMMANDS:
        made = _made(name, lang) if asked in (None, name) else _not_asked
        if isinstance(made, typer.Typer):
            app.add_typer(made, name=name)
        else:
            epilog = say(lang, f"help.{name}.examples") if name not in _GROUPS else None
            app.command(name, help=say(lang, f"help.{name}.command"), epilog=epilog)(made)
    return app


def _made(name: str, lang: Lang) -> Callable[..., None] | typer.Typer:
    """The command in the module of its name: each imports what it needs, and the others are not waited for."""
    made: Callable[..., None] | typer.Typer = getattr(import_module(f"homework_audit.cli.{name}"), f"make_{name}")(lang)
    return made


def _not_asked() -> None:
    """Stands for a command whose help is told and which is not run."""


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"homework-audit {__version__}\n")
        raise typer.Exit
