"""Turns arguments that Typer does not understand into one line that says what is wrong, and one that says what to do."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, Final

import typer

from homework_audit.cli.exit_codes import USAGE
from homework_audit.cli.streams import complain
from homework_audit.locale import Lang
from homework_audit.messages import say

UsageError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""What Typer raises for arguments that it does not understand; it gives the class no public name."""


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
    if param is not None and type(fault).__name__ != "MissingParameter":
        return say(lang, "usage.bad-argument", argument=(param.metavar or param.name).upper()), ""
    if param is not None:
        return say(lang, "usage.missing", argument=(param.metavar or param.name).upper()), ""
    return fault.format_message(), ""
