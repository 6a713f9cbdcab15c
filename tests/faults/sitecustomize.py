"""Makes one call of one kind fail, the n-th that concerns the files of a test, as a failing disk or system would.

Python runs it in every process whose PYTHONPATH has this folder. FAULT names the kind, FAULT_AT the number of the call, FAULT_ROOT
the folder that counts; the file FAULT_SEEN appears once the call was reached. Children that parse are left alone.
"""

from __future__ import annotations

import errno
import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Self

KINDS = ("open", "read", "write", "flush", "rename", "child", "sql")
_BROKEN, _FULL, _BUSY = (OSError(number, os.strerror(number)) for number in (errno.EIO, errno.ENOSPC, errno.EAGAIN))


class Fault:
    """Counts calls and fails one of them."""

    def __init__(self, at: int, seen: str, root: str) -> None:
        self._left, self._seen, self._root = at, seen, root

    def tick(self, fault: Exception) -> None:
        """Counts a call, and fails it if it is the one."""
        self._left -= 1
        if self._left == 0:
            with _OPEN(self._seen, "w", encoding="utf-8"):
                pass
            raise fault

    def before(self, function: Callable[..., Any], fault: Exception, *, anywhere: bool = False) -> Callable[..., Any]:
        """The function, failing where its first argument is a path under the root."""

        def call(*arguments: Any, **named: Any) -> Any:
            if anywhere or (arguments and self._root in os.fsdecode(_path_of(arguments[0]))):
                self.tick(fault)
            return function(*arguments, **named)

        return call

    def opened(self, function: Callable[..., Any], kind: str) -> Callable[..., Any]:
        """`os.fdopen` that gives files whose reading or writing fails."""

        def fdopen(*arguments: Any, **named: Any) -> Any:
            return _File(function(*arguments, **named), self, kind)

        return fdopen


_OPEN = io.open


def _path_of(argument: Any) -> str | bytes:
    return argument if isinstance(argument, str | bytes) else getattr(argument, "__fspath__", str)()


class _File:
    """A file that fails in the middle."""

    def __init__(self, file: Any, fault: Fault, kind: str) -> None:
        self._file, self._fault, self._kind = file, fault, kind

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *told: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def read(self, size: int = -1) -> Any:
        if self._kind == "read":
            self._fault.tick(_BROKEN)
        return self._file.read(size)

    def writelines(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self.write(piece)

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        if self._kind == "write":
            self._fault.tick(_FULL)
        self._file.write(data[len(data) // 2 :])


def _failing_connection(fault: Fault) -> type[sqlite3.Connection]:
    class Failing(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            fault.tick(sqlite3.OperationalError("disk I/O error"))
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            fault.tick(sqlite3.OperationalError("database or disk is full"))
            return super().executemany(*arguments)

        def executescript(self, *arguments: Any) -> sqlite3.Cursor:
            fault.tick(sqlite3.OperationalError("disk I/O error"))
            return super().executescript(*arguments)

        def commit(self) -> None:
            fault.tick(sqlite3.OperationalError("database or disk is full"))
            super().commit()

    return Failing


def _replace(owner: object, name: str, by: Callable[..., Any]) -> None:
    setattr(owner, name, by)


def install(kind: str, fault: Fault) -> None:
    """From now on the n-th call of that kind fails once."""
    if kind == "open":
        _replace(os, "open", fault.before(os.open, _BROKEN))
        _replace(io, "open", fault.before(io.open, _BROKEN))
    elif kind in ("read", "write"):
        _replace(os, "fdopen", fault.opened(os.fdopen, kind))
    elif kind == "flush":
        _replace(os, "fsync", fault.before(os.fsync, _FULL, anywhere=True))
    elif kind == "rename":
        _replace(os, "replace", fault.before(os.replace, _BROKEN))
    elif kind == "child":
        _replace(subprocess.Popen, "__init__", fault.before(subprocess.Popen.__init__, _BUSY, anywhere=True))
    elif kind == "sql":
        _replace(sqlite3, "connect", partial(sqlite3.connect, factory=_failing_connection(fault)))


if os.environ.get("FAULT") and "homework_audit.intake.child" not in sys.orig_argv:
    install(os.environ["FAULT"], Fault(int(os.environ["FAULT_AT"]), os.environ["FAULT_SEEN"], os.environ["FAULT_ROOT"]))
