"""Put into a process of the command by its surroundings: makes one call of one kind fail, the n-th, as a failing system would.

FAULT names the kind, FAULT_AT the number of the call; the file FAULT_SEEN is written once the call was reached.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

KINDS = ("open", "read", "write", "flush", "rename", "child", "sql")


class _Counter:
    def __init__(self, at: int, seen: str) -> None:
        self.left, self._seen = at, seen

    def tick(self, fault: Exception) -> None:
        """Counts a call, and fails it if it is the one."""
        self.left -= 1
        if self.left == 0:
            descriptor = os.open(self._seen, os.O_CREAT | os.O_WRONLY)
            os.close(descriptor)
            raise fault


def _failing(function: Callable[..., Any], counter: _Counter, fault: Exception) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        counter.tick(fault)
        return function(*arguments, **named)

    return call


def install(kind: str, at: int, seen: str) -> None:
    """From now on the n-th call of that kind in this process fails once."""
    counter = _Counter(at, seen)
    full, broken = OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EIO, "Input/output error")
    if kind == "open":
        _patch_opening(counter, broken)
    elif kind == "read":
        from homework_audit.intake import files, frames

        files.os = _Patched(os, fstat=_failing(os.fstat, counter, broken))  # type: ignore[attr-defined]
        frames._exactly = _failing(frames._exactly, counter, broken)
    elif kind == "write":
        from homework_audit.cli import outputs

        outputs.os = _Patched(os, fdopen=_failing_writer(counter, full))  # type: ignore[attr-defined]
    elif kind == "flush":
        os.fsync = _failing(os.fsync, counter, full)
    elif kind == "rename":
        Path.replace = _failing(Path.replace, counter, broken)  # type: ignore[method-assign]
    elif kind == "child":
        subprocess.Popen.__init__ = _failing(subprocess.Popen.__init__, counter, OSError(errno.EAGAIN, "Try again"))  # type: ignore[method-assign]
    elif kind == "sql":
        _patch_sql(counter)


class _Patched:
    """A module with some of its functions replaced."""

    def __init__(self, module: Any, **replaced: Any) -> None:
        self._module = module
        self.__dict__.update(replaced)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


def _patch_opening(counter: _Counter, fault: Exception) -> None:
    from homework_audit.intake import files

    files.os = _Patched(os, open=_failing(os.open, counter, fault))  # type: ignore[attr-defined]
    tempfile.mkstemp = _failing(tempfile.mkstemp, counter, fault)
    Path.read_text = _failing(Path.read_text, counter, fault)  # type: ignore[method-assign]


def _failing_writer(counter: _Counter, fault: Exception) -> Callable[..., Any]:
    def fdopen(*arguments: Any, **named: Any) -> Any:
        file = os.fdopen(*arguments, **named)
        return _Patched(file, write=_failing(file.write, counter, fault), __enter__=None) if False else _Writer(file, counter, fault)

    return fdopen


class _Writer:
    def __init__(self, file: Any, counter: _Counter, fault: Exception) -> None:
        self._file, self._counter, self._fault = file, counter, fault

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *told: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._counter.tick(self._fault)
        self._file.write(data[len(data) // 2 :])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _patch_sql(counter: _Counter) -> None:
    connect = sqlite3.connect

    class Failing(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            counter.tick(sqlite3.OperationalError("disk I/O error"))
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            counter.tick(sqlite3.OperationalError("database or disk is full"))
            return super().executemany(*arguments)

        def executescript(self, *arguments: Any) -> sqlite3.Cursor:
            counter.tick(sqlite3.OperationalError("disk I/O error"))
            return super().executescript(*arguments)

        def commit(self) -> None:
            counter.tick(sqlite3.OperationalError("database or disk is full"))
            super().commit()

    sqlite3.connect = lambda *arguments, **named: connect(*arguments, factory=Failing, **named)  # type: ignore[assignment]
