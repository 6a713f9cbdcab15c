"""Writes reports to files: whole or not at all, never over an input."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from homework_audit.errors import ConfigurationError, OutputError
from homework_audit.renderers import RENDERERS


class Output(NamedTuple):
    """A file to write and the format that it gets."""

    format: str
    path: Path


def parse_output(text: str) -> Output:
    """«report.xlsx» or «FORMAT:FILE»; a drive's letter is no format. Raises ConfigurationError for a name of no format."""
    prefix, colon, rest = text.partition(":")
    if colon and prefix in RENDERERS and rest:
        return Output(prefix, Path(rest))
    path = Path(text)
    named = next((name for name, renderer in RENDERERS.items() if renderer.suffix and renderer.suffix == path.suffix.lower()), None)
    if named is None:
        raise ConfigurationError("unknown-format", file=text, known=", ".join(r.suffix for r in RENDERERS.values() if r.suffix))
    return Output(named, path)


def write_whole(path: Path, data: bytes, inputs: Collection[Path]) -> None:
    """Writes a file beside its place and moves it there. Raises OutputError, leaving what was there as it was."""
    try:
        if os.path.realpath(path) in {os.path.realpath(file) for file in inputs}:
            raise OutputError("output-is-input", file=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _open_to_others(Path(temporary))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as refused:
        raise OutputError("not-written", file=str(path), error=refused.strerror or type(refused).__name__) from refused


def _open_to_others(path: Path) -> None:
    """A temporary file is its owner's alone; a report is as open as the umask says."""
    umask = os.umask(0)
    os.umask(umask)
    path.chmod(0o666 & ~umask)


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that is not there yet. Raises ConfigurationError if it is, OutputError if it cannot be written."""
    if path.exists():
        raise ConfigurationError("file-exists", file=path)
    write_whole(path, data, [])
