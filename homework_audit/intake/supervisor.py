"""Owns one child process: hands it a file at a time, replaces it when it dies, overruns its time or has read many files."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from typing import NamedTuple

from homework_audit.intake.frames import read_frame, write_frame
from homework_audit.intake.memory import OUT_OF_MEMORY
from homework_audit.intake.request import Request
from homework_audit.intake.start import MEMORY_MIB, start
from homework_audit.models.limits import MIB


class ChildLimits(NamedTuple):
    """What a child may use: seconds a file and a MiB of it, MiB of memory, files until it is replaced."""

    seconds: float = 30
    seconds_a_mib: float = 1
    memory_mib: int = MEMORY_MIB
    files: int = 2_000


class ChildFailed(Exception):
    """The child gave no answer; `reason` is "crashed", "memory", "timeout", or "no-child" where none could be started."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Supervisor:
    """One child at a time. Not for two threads at once, except that any thread may `kill`."""

    def __init__(self, limits: ChildLimits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._files = 0
        self._ended = False

    def ask(self, request: Request, data: bytes) -> bytes:
        """The child's answer about one file, a FileReading as JSON. Raises ChildFailed if it died or took too long.

        A child that read other files before may have died of what they left behind, or of a hand from outside; so a
        fresh one is asked, and whether a file can be read never depends on the files before it.
        """
        try:
            return self._ask(request, data)
        except ChildFailed as failed:
            if failed.reason == "timeout" or self._files == 1:
                raise
        return self._ask(request, data)

    def _ask(self, request: Request, data: bytes) -> bytes:
        child = self._ready_child()
        overran = threading.Event()
        deadline = self._limits.seconds + self._limits.seconds_a_mib * len(data) / MIB
        alarm = threading.Timer(deadline, _kill, (child, overran))
        alarm.daemon = True
        alarm.start()
        try:
            answer = _exchange(child, request.to_json(), data)
        finally:
            alarm.cancel()
        if answer is None:
            self.close()
            raise ChildFailed("timeout" if overran.is_set() else "memory" if child.returncode == OUT_OF_MEMORY else "crashed")
        return answer

    def _ready_child(self) -> subprocess.Popen[bytes]:
        child = self._child
        if child is None or child.poll() is not None or self._files >= self._limits.files:
            self.close()
            if self._ended:
                raise ChildFailed("crashed")
            self._files = 0
            try:
                child = self._child = start(self._limits.memory_mib)
            except OSError as refused:  # too many processes, or no memory for one more
                raise ChildFailed("no-child") from refused
        self._files += 1
        return child

    def kill(self) -> None:
        """Ends the child in the middle of its work, from another thread, and lets no other follow it."""
        self._ended = True
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


def _kill(child: subprocess.Popen[bytes], overran: threading.Event) -> None:
    overran.set()
    child.kill()
