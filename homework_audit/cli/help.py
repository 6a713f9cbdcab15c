"""Makes help speak the language of its user: headings, what Typer says itself, and every text whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer
from rich.table import Table
from rich.text import Text
from typer import rich_utils

from homework_audit.locale import Lang
from homework_audit.messages import say

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
