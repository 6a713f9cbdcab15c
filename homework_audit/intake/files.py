"""Turns a path into bytes, safely: a regular file of bounded size, opened once, found unchanged after it was read."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import MIB


def read_file(path: Path, most_mib: int) -> bytes:
    """The bytes of a file. Raises UnreadableFile: not-a-file, limit, changed, or what the system says."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as refused:
        raise _system_error(refused) from refused
    try:
        with os.fdopen(descriptor, "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise UnreadableFile("not-a-file")
            if before.st_size > most_mib * MIB:
                raise UnreadableFile("limit", limit="file_mib", allowed=most_mib)
            data = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
    except OSError as refused:
        raise _system_error(refused) from refused
    if len(data) != before.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UnreadableFile("changed")
    return data


def sha256_of(path: Path, most_mib: int) -> str | None:
    """The SHA-256 of the bytes of a file, None where it cannot be read."""
    try:
        return hashlib.sha256(read_file(path, most_mib)).hexdigest()
    except UnreadableFile:
        return None


def _system_error(refused: OSError) -> UnreadableFile:
    if isinstance(refused, FileNotFoundError):
        return UnreadableFile("vanished")
    if isinstance(refused, PermissionError):
        return UnreadableFile("no-permission")
    if isinstance(refused, IsADirectoryError):
        return UnreadableFile("not-a-file")
    return UnreadableFile("system", error=refused.strerror or type(refused).__name__)
