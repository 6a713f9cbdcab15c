"""The command `rules`: every rule in a line, or one explained with its settings."""

import inspect
import json
from collections.abc import Callable
from difflib import get_close_matches

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.streams import print_paragraphs, print_text
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang, text_of
from homework_audit.messages import say


def make_rules(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def rules(
        name: str | None = typer.Argument(None, metavar="[NAME]", help=say(lang, "help.rules.name"), show_default=False),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang")),
    ) -> None:
        del language  # read before the commands were made: `lang` is it
        if name is None:
            print_text(_all_rules(lang).encode())
        else:
            print_paragraphs(rule_explained(name, lang))

    return rules


def rule_explained(name: str, lang: Lang) -> str:
    """What a rule finds, why, where its figures come from, an example, and its settings as TOML.

    Raises ConfigurationError for a rule that does not exist.
    """
    from homework_audit.rules import RULES

    if name not in RULES:
        near = next(iter(get_close_matches(name, RULES, n=1, cutoff=0.5)), "")
        raise ConfigurationError("no-such-rule", option="rules", rule=name, near=near, known=", ".join(RULES))
    about = text_of(lang, f"rule.{name}.about") or inspect.getdoc(RULES[name]) or ""
    paragraphs = (" ".join(paragraph.split("\n")) for paragraph in about.split("\n\n"))
    settings = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in RULES[name]().model_dump(mode="json").items())
    return "\n".join([f"{name}: {say(lang, f'rule.{name}')}", *(f"\n{text}" for text in paragraphs), f"\n[rules.{name}]", *settings, ""])


def _all_rules(lang: Lang) -> str:
    """A line a rule: its name, its severity, what it is called."""
    from rich.cells import cell_len

    from homework_audit.rules import RULES

    width = max(map(len, RULES))
    longest = max(cell_len(say(lang, level)) for level in ("error", "warning", "info"))
    lines = []
    for rule, kind in RULES.items():
        level = say(lang, kind().severity)
        lines.append(f"{rule:{width}}  {level}{' ' * (longest - cell_len(level))}  {say(lang, f'rule.{rule}')}\n")
    return "".join(lines)
