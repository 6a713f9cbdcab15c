"""Writes reports to files: whole or not at all, never over an input."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from homework_audit.errors import ConfigurationError, OutputError
from homework_audit.renderers import Renderer

Thing = TypeVar("Thing")
_PART: Final = ".part"
_STALE_SECONDS: Final = 3600
"""No report takes so long to be written: who began it is gone."""
_MOST_SIBLINGS: Final = 100
_LONGEST_PREFIX: Final = 60
"""Characters of a name that stand in that of the file beside it: names of files have an end."""


class Output(NamedTuple):
    """A file to write and the format that it gets."""

    format: str
    path: Path


def parse_output(text: str, formats: Mapping[str, Renderer[Thing]]) -> Output:
    """«report.xlsx» or «FORMAT:FILE»; a drive's letter is no format. Raises ConfigurationError for a name of no format."""
    prefix, colon, rest = text.partition(":")
    if colon and prefix in formats and rest:
        return Output(prefix, Path(rest))
    path = Path(text)
    named = next((name for name, renderer in formats.items() if renderer.suffix and renderer.suffix == path.suffix.lower()), None)
    if named is None:
        raise ConfigurationError("unknown-format", file=text, known=", ".join(r.suffix for r in formats.values() if r.suffix))
    return Output(named, path)


def write_whole(path: Path, pieces: Iterable[bytes], inputs: Collection[Path]) -> Path:
    """Writes a file beside its place and moves it there; gives the place where it is.

    A link stays one: what it leads to is replaced. What is no file (a device, a pipe) is written to. On Windows a report that is
    open in Excel cannot be replaced: the new one gets the next name that is free, «report (2).xlsx».
    Raises OutputError, leaving what was there as it was.
    """
    try:
        if os.path.realpath(path) in {os.path.realpath(file) for file in inputs}:
            raise OutputError("output-is-input", file=str(path))
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as device:
                device.writelines(pieces)
            return path
        if path.is_symlink():
            written = _replaced(Path(os.path.realpath(path)), pieces)
            return path if written == Path(os.path.realpath(path)) else written
        return _replaced(path, pieces)
    except OSError as refused:
        reason = "full" if refused.errno == errno.ENOSPC else ""
        raise OutputError("not-written", reason=reason, file=str(path), error=refused.strerror or type(refused).__name__) from refused


def _replaced(path: Path, pieces: Iterable[bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_LONGEST_PREFIX]}.", suffix=_PART)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        _open_to_others(Path(temporary))
        return _moved(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _moved(temporary: Path, path: Path) -> Path:
    """Moves the file to its place, or to the next free name beside it if that place is a file held open by another program."""
    try:
        temporary.replace(path)
    except PermissionError:
        if not path.is_file():
            raise
        for number in range(2, _MOST_SIBLINGS):
            sibling = path.with_name(f"{path.stem} ({number}){path.suffix}")
            if not sibling.exists():
                temporary.replace(sibling)
                return sibling
        raise
    return path


def _sweep(path: Path) -> None:
    """Removes what runs that were killed in the middle of writing this file left beside it."""
    for left in path.parent.glob(f".{escape(path.name[:_LONGEST_PREFIX])}.*{_PART}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()


def _open_to_others(path: Path) -> None:
    """A temporary file is its owner's alone; a report is as open as the umask says."""
    umask = os.umask(0)
    os.umask(umask)
    path.chmod(0o666 & ~umask)


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that is not there yet. Raises ConfigurationError if it is, OutputError if it cannot be written."""
    if path.exists():
        raise ConfigurationError("file-exists", file=path)
    write_whole(path, [data], [])
