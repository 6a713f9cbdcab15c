"""Turns files into what is rolled up: the slip of a school's report, or the rollup of a lower level."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from glob import glob
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ValidationError

from homework_audit.bureau.slip import Slip
from homework_audit.bureau.unit import KIND, SCHEMA, Rollup
from homework_audit.errors import ConfigurationError, PathError

Naming = Literal["file", "folder"]
"""After what a school is named whose report names none: its report's file, or the folder that it lies in."""


class Handed(NamedTuple):
    """A report as it was handed in, and what its school is called if it does not say."""

    file: str
    school: str
    told: Slip | Rollup


def handed_in(paths: Sequence[Path], naming: Naming) -> Iterator[Handed]:
    """Every report under the paths, one after another. Raises PathError and ConfigurationError for what is no report."""
    for file in dict.fromkeys(_files(paths)):
        school = file.stem if naming == "file" else file.absolute().parent.name
        yield Handed(str(file), school, read_handed(_bytes_of(file), str(file)))


def read_handed(data: bytes, file: str) -> Slip | Rollup:
    """What is told by the bytes of a file. Raises ConfigurationError where that is neither a report nor a rollup, or of another version."""
    try:
        return Slip.model_validate_json(data)
    except ValidationError as fault:
        try:
            stated = json.loads(data)
            is_rollup = stated.get("kind") == KIND
            schema = stated["schema"]
            stated["tool"]["name"], stated["unit" if is_rollup else "class_days"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise ConfigurationError("no-report", file=file) from fault
        if schema != SCHEMA:
            raise ConfigurationError("report-of-other-schema", file=file, schema=schema, known=SCHEMA) from fault
        if not is_rollup:
            raise _damaged(fault, file) from fault
    return _rollup(data, file)


def _rollup(data: bytes, file: str) -> Rollup:
    try:
        return Rollup.model_validate_json(data)
    except ValidationError as fault:
        raise _damaged(fault, file) from fault


def _damaged(fault: ValidationError, file: str) -> ConfigurationError:
    return ConfigurationError("report-damaged", file=file, key=".".join(map(str, fault.errors()[0]["loc"])))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files, those of a folder and of all below it, and those that fit a pattern: the shell of Windows does not expand it."""
    for path in paths:
        if path.is_dir():
            found = sorted(path.rglob("*.json"))
        else:
            found = [path] if path.exists() else sorted(map(Path, glob(str(path), recursive=True)))  # noqa: PTH207 (it takes no absolute one)
        if not found:
            raise PathError("no-such-path", path=str(path))
        yield from found


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as refused:
        raise PathError("report-unread", file=str(file), error=refused.strerror or type(refused).__name__) from refused
