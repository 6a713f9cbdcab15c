"""Turns the rules into the page that explains each of them, as `homework-audit rules NAME` does."""

from __future__ import annotations

from homework_audit.cli.rules import rule_explained
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.rules import RULES


def page(lang: Lang) -> str:
    """The whole page, as Markdown."""
    lines = [f"# {say(lang, 'docs.rules.title')}", "", say(lang, "docs.rules.about"), "", say(lang, "docs.generated"), ""]
    lines += [f"- [{name}](#{name}): {say(lang, f'rule.{name}')} ({say(lang, kind().severity)})" for name, kind in RULES.items()]
    for name in RULES:
        title, *paragraphs, settings = rule_explained(name, lang).strip("\n").split("\n\n")
        toml = [f"    {line}" for line in settings.split("\n")]
        lines += [
            "",
            f"## {name}",
            "",
            f"**{title.removeprefix(f'{name}: ')}**",
            *(line for text in paragraphs for line in ("", text)),
            "",
            *toml,
        ]
    return "\n".join(lines) + "\n"
