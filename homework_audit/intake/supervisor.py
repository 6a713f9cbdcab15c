"""Owns one child process: hands it a file at a time, replaces it when it dies, overruns its time or has read many files."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import homework_audit
from homework_audit.intake.frames import read_frame, write_frame
from homework_audit.intake.memory import watch_memory
from homework_audit.intake.request import Request
from homework_audit.readers.limits import MIB


class ChildLimits(NamedTuple):
    """What a child may use: seconds a file and a MiB of it, MiB of memory, files until it is replaced."""

    seconds: float = 30
    seconds_a_mib: float = 1
    memory_mib: int = 1024
    files: int = 500


class ChildFailed(Exception):
    """The child gave no answer; `reason` is "crashed" or "timeout"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Supervisor:
    """One child at a time. Not for two threads at once."""

    def __init__(self, limits: ChildLimits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._files = 0

    def ask(self, request: Request, data: bytes) -> bytes:
        """The child's answer about one file, a FileReading as JSON. Raises ChildFailed if it died or took too long."""
        if self._child is None or self._files >= self._limits.files:
            self.close()
            self._child, self._files = _start(self._limits.memory_mib), 0
        self._files += 1
        overran = threading.Event()
        deadline = self._limits.seconds + self._limits.seconds_a_mib * len(data) / MIB
        alarm = threading.Timer(deadline, _kill, (self._child, overran))
        alarm.daemon = True
        alarm.start()
        try:
            answer = _exchange(self._child, request.to_json(), data)
        finally:
            alarm.cancel()
        if answer is None:
            self.close()
            raise ChildFailed("timeout" if overran.is_set() else "crashed")
        return answer

    def kill(self) -> None:
        """Ends the child in the middle of its work, from another thread."""
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """Ends the child. Safe to call twice."""
        child, self._child = self._child, None
        if child is None:
            return
        for stream in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        try:
            child.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _exchange(child: subprocess.Popen[bytes], head: bytes, data: bytes) -> bytes | None:
    if child.stdin is None or child.stdout is None:
        return None
    try:
        write_frame(child.stdin, head)
        write_frame(child.stdin, data)
        return read_frame(child.stdout)
    except (OSError, ValueError):
        return None


def _start(memory_mib: int) -> subprocess.Popen[bytes]:
    """A fresh interpreter that finds this very package, and nothing in the working folder: submissions may hold a json.py."""
    package = str(Path(homework_audit.__file__).resolve().parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    child = subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "homework_audit.intake.child", str(memory_mib)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "RUST_BACKTRACE": "0"},
        creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
    )
    if sys.platform != "linux":
        watch_memory(child, memory_mib)
    return child


def _kill(child: subprocess.Popen[bytes], overran: threading.Event) -> None:
    overran.set()
    child.kill()
