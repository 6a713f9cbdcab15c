"""What the commands `history …` share: their options, the opened history, and how runs and findings become rows or JSON."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import typer
from pydantic import TypeAdapter

from homework_audit.cli.arguments import Language
from homework_audit.cli.keeping import history_file
from homework_audit.cli.rows import print_rows
from homework_audit.cli.streams import print_text
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.messages import say, shown
from homework_audit.models.report import Finding, State

if TYPE_CHECKING:
    from homework_audit.history.rows import RecordedRun
    from homework_audit.history.store import History
    from homework_audit.policy import Policy


class HistoryFormat(StrEnum):
    """How what is kept is shown."""

    TABLE = "table"
    JSON = "json"


def config_option(lang: Lang) -> Any:
    """The option that names the configuration."""
    return typer.Option(None, "--config", "-c", metavar="FILE", help=say(lang, "help.config-here"))


def format_option(lang: Lang) -> Any:
    """The option that chooses between a table and JSON."""
    return typer.Option(HistoryFormat.TABLE, "--format", "-f", metavar="table|json", help=say(lang, "help.history.format"))


def language_option(lang: Lang) -> Any:
    """The option that chooses the language."""
    return typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang"))


RUN_COLUMNS = ("run", "as-of", "class-days", "over", "undetermined", "complete", "findings")
_FINDING_COLUMNS = ("severity", "state", "since", "message")


@contextmanager
def opened(config: Path | None, language: Language | None, lang: Lang) -> "Iterator[tuple[History, Policy, Lang]]":
    """The history that the configuration names, and the language of what is shown of it: `--lang`, the configuration's, the user's.

    Raises ConfigurationError where nothing has been recorded.
    """
    from homework_audit.history.store import History
    from homework_audit.policy import find_configuration, load_policy

    configuration = config or find_configuration([])
    policy = load_policy(configuration, None)
    file = history_file(policy, configuration)
    if not os.path.lexists(file):
        raise ConfigurationError("no-history", file=file)
    with History(file) as history:
        yield history, policy, lang if language else policy.output.lang or lang


def run_json(run: "RecordedRun") -> dict[str, Any]:
    """A run as JSON."""
    return {**run._asdict(), "summary": run.summary.model_dump(mode="json"), "states": dict(run.states)}


def run_row(run: "RecordedRun", lang: Lang) -> dict[str, str]:
    """A run as a row."""
    separator = "、" if lang == "zh" else ", "
    return {
        "run": str(run.number),
        "as-of": shown(run.day),
        "class-days": str(run.summary.class_days),
        "over": str(run.summary.over),
        "undetermined": str(run.summary.undetermined),
        "complete": "✓" if run.complete else "✗",
        "findings": separator.join(f"{say(lang, f'state.{name}')} {run.states[name]}" for name in get_args(State) if run.states.get(name)),
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as JSON."""
    stated: dict[str, Any] = TypeAdapter(Finding).dump_python(finding, mode="json", by_alias=True)
    return stated


def finding_row(finding: Finding, lang: Lang) -> dict[str, str]:
    """A finding as a row."""
    return {
        "severity": say(lang, "is-waived" if finding.waived else finding.severity),
        "state": say(lang, f"state.{finding.state}"),
        "since": shown(finding.since) if finding.since else "",
        "message": finding.message,
    }


def print_findings(findings: Sequence[Finding], lang: Lang) -> None:
    """Prints errors and warnings; information is in JSON alone."""
    rows = [finding_row(finding, lang) for finding in findings if finding.severity != "info"]
    print_rows(_FINDING_COLUMNS, rows, lang, say(lang, "no-findings"))


def print_json(value: dict[str, Any] | Sequence[dict[str, Any]]) -> None:
    """Prints JSON."""
    print_text((json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n").encode())
