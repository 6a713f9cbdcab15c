"""Turns what cost much to find out into an answer for later runs, as long as nothing that the answer depends on changes.

A cache is a convenience: whatever goes wrong with it means that the work is done again, and deleting it changes no report.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from homework_audit import __version__
from homework_audit.models.limits import MIB

_TABLE: Final = "CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, used INTEGER NOT NULL, answer BLOB NOT NULL)"
_WAIT_SECONDS: Final = 5
_DECIDING: Final = ("python-calamine", "chinesecalendar", "holidays")
"""Packages whose word is taken for what files hold and what kind of day it is."""
_T = TypeVar("_T")


class Cache:
    """Answers by key in one SQLite file of at most so many MiB; those not used for the longest time go first.

    Use it in a `with`, from any thread. It never raises: the first fault of the file ends its use for this run.
    """

    def __init__(self, file: Path, most_mib: int) -> None:
        self._most = most_mib * MIB
        self._lock = threading.Lock()
        self._program = " ".join((__version__, *map(_version, _DECIDING))).encode()
        self._connection = _opened(file) or _made_anew(file)
        self._run = self._ask(lambda sql: int(sql.execute("SELECT COALESCE(MAX(used), 0) + 1 FROM readings").fetchone()[0])) or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Drops what is too much and closes the file."""
        self._ask(self._bound)
        self._end()

    def key(self, *given: bytes) -> bytes:
        """The key of an answer: all that it was made from, and the program that made it."""
        return hashlib.sha256(b"\0".join((self._program, *(hashlib.sha256(part).digest() for part in given)))).digest()

    def get(self, key: bytes) -> bytes | None:
        """The answer that was kept, None if there is none or it is damaged."""
        row = self._ask(lambda sql: sql.execute("SELECT answer FROM readings WHERE key = ?", (key,)).fetchone())
        if row is None:
            return None
        self._ask(lambda sql: sql.execute("UPDATE readings SET used = ? WHERE key = ?", (self._run, key)))
        try:
            return zlib.decompress(row[0])
        except (zlib.error, TypeError):
            return None

    def put(self, key: bytes, answer: bytes) -> None:
        """Keeps an answer, with a check sum."""
        self._ask(lambda sql: sql.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", (key, self._run, zlib.compress(answer, 1))))

    def commit(self) -> None:
        """Makes what was kept so far last."""
        self._ask(lambda sql: sql.commit())

    def _ask(self, act: Callable[[sqlite3.Connection], _T]) -> _T | None:
        with self._lock:
            if self._connection is None:
                return None
            try:
                return act(self._connection)
            except sqlite3.Error:
                self._end()
                return None

    def _bound(self, sql: sqlite3.Connection) -> None:
        """Drops the answers that were not used for the longest time until the rest is small enough."""
        excess = sql.execute("SELECT COALESCE(SUM(LENGTH(answer)), 0) FROM readings").fetchone()[0] - self._most
        for key, size in sql.execute("SELECT key, LENGTH(answer) FROM readings ORDER BY used, key").fetchall() if excess > 0 else ():
            if excess <= 0:
                break
            sql.execute("DELETE FROM readings WHERE key = ?", (key,))
            excess -= size
        sql.commit()

    def _end(self) -> None:
        connection, self._connection = self._connection, None
        with suppress(sqlite3.Error):
            if connection:
                connection.close()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _opened(file: Path) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, check_same_thread=False)
        connection.execute(_TABLE)
        connection.execute("SELECT key, used, answer FROM readings LIMIT 1").fetchone()
    except (sqlite3.Error, OSError):
        return None
    return connection


def _made_anew(file: Path) -> sqlite3.Connection | None:
    """A cache that cannot be read is worth nothing; where it cannot be deleted either, there is none."""
    try:
        file.unlink(missing_ok=True)
        file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
    except OSError:
        return None
    return _opened(file)
