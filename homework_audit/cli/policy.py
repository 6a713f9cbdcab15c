"""The command `policy`: what this program judges by, and where the figures come from."""

import json
from collections.abc import Callable
from enum import StrEnum

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.streams import print_paragraphs, print_text
from homework_audit.locale import Lang
from homework_audit.messages import cap_figures, say


class PolicyFormat(StrEnum):
    """How one policy is shown."""

    TEXT = "text"
    TOML = "toml"


def make_policy(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def policy(
        name: str | None = typer.Argument(None, metavar="[NAME]", help=say(lang, "help.policy.name"), show_default=False),
        format_: PolicyFormat = typer.Option(
            PolicyFormat.TEXT, "--format", "-f", metavar="text|toml", help=say(lang, "help.policy.format")
        ),
        schema: bool = typer.Option(False, "--schema", help=say(lang, "help.policy.schema")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang")),
    ) -> None:
        del language  # read before the commands were made: `lang` is it
        from homework_audit.policy import describing

        if schema:
            print_text((json.dumps(describing.schema(), ensure_ascii=False, indent=2) + "\n").encode())
        elif name is None:
            print_paragraphs(_all_policies(lang))
        else:
            _print_policy(name, lang, as_toml=format_ is PolicyFormat.TOML)

    return policy


def _all_policies(lang: Lang) -> str:
    """A paragraph for each built-in policy: its figures by grades, and where they come from."""
    from homework_audit.policy import load_policy, presets

    return "\n".join(_described(load_policy(preset=name).model_dump(mode="json"), lang, whole=False) for name in presets())


def _print_policy(name: str, lang: Lang, *, as_toml: bool) -> None:
    """One policy for people, or as TOML word for word."""
    from homework_audit.policy import load_policy
    from homework_audit.policy.loading import preset_text

    policy = load_policy(preset=name)
    if as_toml:
        print_text(preset_text(name).encode())
    else:
        print_paragraphs(_described(policy.model_dump(mode="json"), lang, whole=True))


def _described(policy: dict[str, object], lang: Lang, *, whole: bool) -> str:
    """A policy for people; the caveat that a copy proves what was published, not what is in force, stands under every one."""
    caps, notes = policy["caps"], policy["notes"]
    comma, semicolon = ("、", "；") if lang == "zh" else (", ", "; ")
    lines = [str(policy["name"])]
    for cap in caps if isinstance(caps, list) else ():
        figures = semicolon.join(cap_figures(cap, lang))
        lines.append("  " + say(lang, "policy.grades", grades=comma.join(map(str, cap["grades"])), figures=figures))
        if whole:
            lines.append(f"    {cap['source']}")
    lines.append("  " + say(lang, "policy.source", source=policy["source"]))
    published = say(lang, "policy.published", published=policy["published"]) if policy["published"] else say(lang, "policy.undated")
    lines.append("  " + published + say(lang, "policy.read-in", read_in=policy["read_in"]))
    if whole:
        lines += [f"  ·{note}" for note in notes] if isinstance(notes, list) else []
        lines.append("  " + say(lang, "policy.caveat"))
    return "\n".join(lines) + "\n"
