"""Starts children: each a fresh interpreter that finds this very package; one may be started while its parent still gets ready."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import homework_audit
from homework_audit.intake.memory import watch_memory

MEMORY_MIB = 1024
"""What a child may use unless the office says otherwise."""

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _FLAGS = 0

_ahead: list[subprocess.Popen[bytes]] = []


def start_ahead() -> None:
    """Starts a child that is likely to be needed: it imports what it needs at the same time as its parent does."""
    try:
        _ahead.append(_started(MEMORY_MIB))
    except OSError:
        return  # it is tried again, and said, when one is really needed


def start(memory_mib: int) -> subprocess.Popen[bytes]:
    """A child that may use so many MiB of memory. Raises OSError where the system allows no further process."""
    while memory_mib == MEMORY_MIB and _ahead:
        child = _ahead.pop()
        if child.poll() is None:
            return child
    return _started(memory_mib)


def _started(memory_mib: int) -> subprocess.Popen[bytes]:
    """A fresh interpreter that finds this very package, and nothing in the working folder: submissions may hold a json.py."""
    package = str(Path(homework_audit.__file__).resolve().parent.parent)
    paths = [package, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    child = subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "homework_audit.intake.child", str(memory_mib)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "RUST_BACKTRACE": "0"},
        creationflags=_FLAGS,
    )
    if sys.platform != "linux":
        watch_memory(child, memory_mib)
    return child
