"""The command `inspect`: shows how one file is understood, and changes nothing."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.outputs import write_new
from homework_audit.cli.streams import complain, print_text, wants_colour, width
from homework_audit.locale import Lang
from homework_audit.messages import say


class InspectFormat(StrEnum):
    """The formats of the account."""

    TEXT = "text"
    JSON = "json"


def make_inspect(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.{key}")

    def inspect(
        file: Path = typer.Argument(..., help=told("inspect.file"), show_default=False),
        config: Path | None = typer.Option(None, "--config", "-c", metavar="FILE", help=told("config")),
        format_: InspectFormat = typer.Option(InspectFormat.TEXT, "--format", "-f", metavar="text|json", help=told("inspect.format")),
        save: Path | None = typer.Option(None, "--save", metavar="FILE", help=told("inspect.save")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=told("lang")),
        debug: bool = typer.Option(False, "--debug", help=told("debug")),
    ) -> None:
        del debug  # read by the guard, which alone decides about tracebacks
        from homework_audit.inspection import as_mapping, as_text, inspect_file
        from homework_audit.policy import find_configuration, load_policy

        policy = load_policy(config or find_configuration([file]), None)
        spoken: Lang = language.value if language else policy.output.lang or lang
        account = inspect_file(file, policy, as_of=date.today(), lang=spoken)  # noqa: DTZ011 (the day on the office's wall)
        if save:
            write_new(save, as_mapping(account).encode())
            complain(say(lang, "written", file=save))
            return
        if format_ is InspectFormat.JSON:
            text = account.model_dump_json(indent=2) + "\n"
        else:
            text = as_text(account, width=width(), colour=wants_colour())
        print_text(text.encode("utf-8", "replace"))

    return inspect
