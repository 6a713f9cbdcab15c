"""Turns paths into the files to read, in a fixed order, and those left aside with a reason."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from homework_audit.errors import PathError

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlt", ".xlsb", ".ods", ".et", ".ett", ".csv", ".tsv"})
"""Endings of files that are opened; what they really are is decided by their content."""

OTHER_SUBMISSIONS = frozenset(
    {".doc", ".docx", ".wps", ".wpt", ".pdf", ".ofd", ".rtf", ".ppt", ".pptx", ".zip", ".rar", ".7z", ".numbers", ".fods"}
    | {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".heic", ".tif", ".tiff"}
)
"""Endings of files that may be somebody's submission in a form that cannot be read."""

Disposal = Literal["read", "unsupported", "owner-file", "hidden", "excluded", "other-type", "link-outside", "link-broken"]


@dataclass(frozen=True)
class Source:
    """One file: where it is, the name it has in every report, and whether it is to be read or why not."""

    path: Path
    name: str
    disposal: Disposal
    named: bool = False
    """Whether the user named this very file, rather than a folder that holds it."""


def find_sources(paths: Sequence[Path], *, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[Source]:
    """The files under the paths, sorted by the names they have in the report.

    Names are relative to the one folder given, else to the parent that the paths share; parts are joined by «/».
    Raises PathError for a path that does not exist.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise PathError("no-such-path", path=shown_path(str(path)))
    root = _root(paths)
    found: dict[str, Source] = {}
    for path in paths:
        for file in _files(path):
            name = _name(file, root)
            disposal = _disposal(file, name, root, named=file == path, include=include, exclude=exclude)
            found.setdefault(name, Source(file, name, disposal, named=file == path))
    return [found[name] for name in sorted(found, key=lambda name: (name.split("/")[:-1], name))]


def shown_path(text: str) -> str:
    """A path as text that every output can hold: bytes that are no UTF-8 become «\\xNN»."""
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def _root(paths: Sequence[Path]) -> Path:
    absolute = [Path(os.path.abspath(path)) for path in paths]
    if len(absolute) == 1:
        return absolute[0] if absolute[0].is_dir() else absolute[0].parent
    try:
        common = Path(os.path.commonpath(absolute))
    except ValueError:  # drives of Windows that share no parent
        return Path(absolute[0].anchor)
    return common if common.is_dir() else common.parent


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and not (Path(folder) / name).is_symlink())
        for name in sorted(files):
            yield Path(folder) / name


def _name(file: Path, root: Path) -> str:
    absolute = Path(os.path.abspath(file))
    try:
        return shown_path(absolute.relative_to(root).as_posix())
    except ValueError:
        return shown_path(absolute.as_posix())


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def _disposal(file: Path, name: str, root: Path, *, named: bool, include: Sequence[str], exclude: Sequence[str]) -> Disposal:
    if file.name.startswith(("~$", ".~")):
        return "owner-file"
    if any(fnmatchcase(name, glob) or fnmatchcase(file.name, glob) for glob in exclude):
        return "excluded"
    if named:
        return "read"
    if _is_hidden(file.name):
        return "hidden"
    if file.is_symlink():
        target = Path(os.path.realpath(file))
        if not target.is_relative_to(os.path.realpath(root)):
            return "link-outside"
        if not target.exists():
            return "link-broken"
    suffix = file.suffix.lower()
    if include:
        return "read" if any(fnmatchcase(name, glob) or fnmatchcase(file.name, glob) for glob in include) else "excluded"
    if suffix in SPREADSHEETS:
        return "read"
    return "unsupported" if suffix in OTHER_SUBMISSIONS else "other-type"
