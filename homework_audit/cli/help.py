"""Makes the command line speak the language of its user: headings, what Typer says itself, and faults of usage in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final

import typer
from rich.table import Table
from rich.text import Text
from typer import rich_utils

from homework_audit.cli.exit_codes import USAGE
from homework_audit.cli.streams import complain
from homework_audit.messages import say
from homework_audit.models.report import Lang

UsageError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""What Typer raises for arguments that it does not understand; it gives the class no public name."""
_PANELS = {"ARGUMENTS_PANEL_TITLE": "arguments", "OPTIONS_PANEL_TITLE": "options", "COMMANDS_PANEL_TITLE": "commands"}
_FLAG = " "
"""What stands where an option's value would: a flag has none."""


class _WholeTable(Table):
    """A table that breaks long texts anywhere: Chinese has no spaces, and rich would cut it off."""

    def add_row(self, *cells: Any, **settings: Any) -> None:
        super().add_row(*cells, **settings)
        for column in self.columns:
            column.overflow = "fold"


def _joined(parts: Iterable[Text]) -> Text:
    """The help of an option and its default, as one text that breaks anywhere."""
    joined = Text(" ").join(parts)
    joined.overflow = "fold"
    return joined


def speak(command: Any, lang: Lang) -> None:
    """Puts the texts of Typer and of its own options into the language, for this command and those below it."""
    texts = {name: say(lang, f"help.panel.{key}") for name, key in _PANELS.items()}
    shapes = {"Table": _WholeTable, "Columns": _joined}
    for name, value in {**texts, **shapes, "DEFAULT_STRING": say(lang, "help.default", value="{}")}.items():
        setattr(rich_utils, name, value)
    for one in (command, *getattr(command, "commands", {}).values()):
        context = typer.Context(one, help_option_names=["-h", "--help"])
        for option in (*one.params, one.get_help_option(context)):
            if option is not None and option.name in ("help", "install_completion", "show_completion"):
                option.help = say(lang, f"help.{option.name}")
            if getattr(option, "is_flag", False):
                option.metavar = _FLAG


def complain_of_usage(fault: Any, lang: Lang) -> int:
    """Says in one line what is wrong with the arguments, and in another what to do; gives the exit code."""
    context = fault.ctx
    if type(fault).__name__ != "NoArgsIsHelpError":  # that one has printed the help
        path = context.command_path if context else "homework-audit"
        told, near = _told(fault, context, lang)
        hint = say(lang, "usage.near", near=near) if near else say(lang, "usage.hint", command=path)
        complain(told, hint)
    return USAGE


def _told(fault: Any, context: Any, lang: Lang) -> tuple[str, str]:
    """What is wrong, and what was probably meant."""
    if name := getattr(fault, "option_name", ""):
        possible = getattr(fault, "possibilities", None)
        key = "usage.no-such-option" if possible is not None or "No such option" in fault.message else "usage.no-value"
        return say(lang, key, option=name), ", ".join(sorted(possible or ()))
    if found := re.match(r"No such command '(.+?)'", fault.message):
        known = list(getattr(context.command, "commands", {}))
        return say(lang, "usage.no-such-command", command=found[1]), ", ".join(get_close_matches(found[1], known))
    if found := re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", fault.message):
        return say(lang, "usage.unexpected", arguments=found[1]), ""
    param = getattr(fault, "param", None)
    if param is not None and param.param_type_name == "option":
        return say(lang, "usage.bad-value", option="/".join(param.opts), wanted=param.metavar or ""), ""
    if param is not None:
        return say(lang, "usage.missing", argument=(param.metavar or param.name).upper()), ""
    return fault.format_message(), ""
