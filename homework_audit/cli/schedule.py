"""The command `schedule`: prints a nightly job, ready to paste."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Final

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.keeping import history_file
from homework_audit.cli.outputs import parse_output
from homework_audit.cli.streams import print_text
from homework_audit.errors import ConfigurationError, PathError
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.renderers import RENDERERS
from homework_audit.scheduling import SCHEDULERS, Nightly

_ALWAYS: Final = ("--record", "--only-new", "--format", "plain")


class Scheduler(StrEnum):
    """What starts the job."""

    CRON = "cron"
    SYSTEMD = "systemd"
    WINDOWS = "windows"


def make_schedule(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.schedule.{key}")

    def schedule(
        scheduler: Scheduler = typer.Argument(..., metavar="cron|systemd|windows", help=told("scheduler"), show_default=False),
        paths: list[Path] = typer.Argument(None, help=say(lang, "help.paths"), show_default=False),
        at: str = typer.Option("21:00", "--at", metavar="HH:MM", help=told("at")),
        output: list[str] = typer.Option([], "--output", "-o", metavar="FILE", help=told("output")),
        config: Path | None = typer.Option(None, "--config", "-c", metavar="FILE", help=say(lang, "help.config")),
        log: Path | None = typer.Option(None, "--log", metavar="FILE", help=told("log")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang")),
    ) -> None:
        spoken = ["--lang", language.value] if language else []
        job = _nightly(paths or [Path()], config, [*_outputs(output), *spoken], log, _time(at))
        print_text(SCHEDULERS[scheduler.value](job, lang).encode())

    return schedule


def _nightly(paths: Sequence[Path], config: Path | None, options: Sequence[str], log: Path | None, at: time) -> Nightly:
    """The job whose every path is absolute, as no scheduler starts it in this folder."""
    from homework_audit.policy import find_configuration, load_policy

    places = [_absolute(path) for path in paths]
    if missing := next((place for place in places if not place.exists()), None):
        raise PathError("no-such-path", path=str(missing))
    configuration = config or find_configuration(places)
    kept = _absolute(history_file(load_policy(configuration, None), configuration)).parent
    job = Nightly(
        (sys.executable, "-m", "homework_audit", "check", *map(str, places), *_ALWAYS, *options),
        str(_absolute(configuration).parent if configuration else Path.cwd()),
        str(_absolute(log) if log else kept / "nightly.log"),
        str(kept / "environment"),
        at,
    )
    if any(sign in part for part in (*job.command, job.folder, job.log) for sign in "\n\r"):
        raise ConfigurationError("schedule-line-break")
    return job


def _outputs(texts: Sequence[str]) -> Iterator[str]:
    for wanted in (parse_output(text, RENDERERS) for text in texts):
        yield from ("--output", f"{wanted.format}:{_absolute(wanted.path)}")


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (a drive that is mapped stays as people know it)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as wrong:
        raise ConfigurationError("bad-time", value=text) from wrong
