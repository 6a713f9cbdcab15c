"""A real Dask scheduler on loopback with workers in processes of their own, as a bureau would run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.command import UNMEASURED, surroundings_with


class Dask(NamedTuple):
    """The address of a scheduler, and the processes of its workers."""

    address: str
    workers: Sequence[subprocess.Popen[bytes]]


@contextmanager
def dask(folder: Path, workers: int) -> Iterator[Dask]:
    """A scheduler whose workers have one thread each; whatever is left of them and their children is ended afterwards."""
    told = folder / "scheduler.json"
    scheduler = _started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", told)
    started = [scheduler]
    try:
        started += [_worker(told, folder) for _ in range(workers)]
        yield Dask(_address(told, scheduler), started[1:])
    finally:
        _end(started)


def _worker(told: Path, folder: Path) -> subprocess.Popen[bytes]:
    rest = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--local-directory", folder)
    return _started("worker", "--scheduler-file", told, *rest)


def _started(part: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *map(str, arguments)]
    surroundings = surroundings_with({**UNMEASURED, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)})
    return subprocess.Popen(command, env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _address(told: Path, scheduler: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and scheduler.poll() is None:
        try:
            return str(json.loads(told.read_text("utf-8"))["address"])
        except (OSError, ValueError):  # not yet written, or only half
            time.sleep(0.1)
    raise AssertionError("the scheduler did not start")


def _end(started: Sequence[subprocess.Popen[bytes]]) -> None:
    below = [child for process in started if process.poll() is None for child in psutil.Process(process.pid).children(recursive=True)]
    for process in reversed(started):
        process.kill()
        process.wait()
    _, left = psutil.wait_procs(below, timeout=10)
    assert not left, "the children of a worker end with it"
