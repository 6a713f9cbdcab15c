"""Runs commands as processes of their own, in turns, so that whatever else the machine does falls on all of them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
Command = Sequence[str]
_INSTALLED: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The surroundings of a program that was installed: its modules are compiled once, and not at every start."""


class CommandFailed(Exception):
    """A command that was to be timed did not do its work; the message says what it printed."""


class Times(NamedTuple):
    """Seconds of one process: on the clock, and of processors (its children's too; 0 where the system does not tell)."""

    wall: float
    processor: float


class Ratio(NamedTuple):
    """How one command compares with another, round by round: the median, the least, the most; and that of processor time."""

    middle: float
    least: float
    most: float
    processor: float


def python(*arguments: str) -> Command:
    """A command of this interpreter."""
    return (sys.executable, *arguments)


def timed(command: Command) -> Times:
    """The times of one run from the root of the repository, its output thrown away. Raises CommandFailed for an exit code but 0."""
    before, start = _processor(), time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=_INSTALLED, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    wall, processor = time.perf_counter() - start, _processor() - before
    if done.returncode:
        raise CommandFailed(f"{' '.join(command[:6])} ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()[-300:]}")
    return Times(wall, processor)


def interleaved(commands: Mapping[str, Command], rounds: int) -> dict[str, list[Times]]:
    """So many runs of every command, in turns; every other round in reverse order."""
    found: dict[str, list[Times]] = {name: [] for name in commands}
    for number in range(rounds):
        for name in list(commands)[:: -1 if number % 2 else 1]:
            found[name].append(timed(commands[name]))
    return found


def ratio(of: Sequence[Times], to: Sequence[Times]) -> Ratio:
    """The median of the rounds' ratios, with their span."""
    rounds = [one.wall / other.wall for one, other in zip(of, to, strict=True)]
    processors = [one.processor / other.processor for one, other in zip(of, to, strict=True) if other.processor]
    return Ratio(median(rounds), min(rounds), max(rounds), median(processors) if processors else 0)


def seconds(times: Sequence[Times]) -> float:
    """The median time on the clock."""
    return median(run.wall for run in times)


def _processor() -> float:
    times = os.times()
    return times.children_user + times.children_system
