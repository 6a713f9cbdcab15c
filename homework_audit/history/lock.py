"""Lets one recording run at a time into a history: the lock goes with its process, however that ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from homework_audit.errors import HistoryError, LockHeld


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Holds the lock that lies beside the history. Raises LockHeld if another run holds it, HistoryError where no lock can be made."""
    lock = FileLock(f"{file}.lock")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as held:
        raise LockHeld("lock-held", file=lock.lock_file) from held
    except (OSError, NotImplementedError) as refused:  # a file system without locks raises the second
        error = getattr(refused, "strerror", None) or str(refused)
        raise HistoryError("history-unusable", file=file, error=error) from refused
    try:
        yield
    finally:
        lock.release()
