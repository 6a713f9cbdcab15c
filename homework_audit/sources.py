"""Turns paths into the files to read, in a fixed order, and those left aside with a reason."""

# ruff: noqa: PTH100, PTH110, PTH112, PTH114 (pathlib raises where a path is too long or may not be seen, and follows links)

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from glob import glob
from pathlib import Path
from typing import Literal

from homework_audit.errors import PathError

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlt", ".xlsb", ".ods", ".et", ".ett", ".csv", ".tsv", ".zip"})
"""Endings of files that are opened; what they really are is decided by their content."""

OTHER_SUBMISSIONS = frozenset(
    {".doc", ".docx", ".wps", ".wpt", ".pdf", ".ofd", ".rtf", ".ppt", ".pptx", ".rar", ".7z", ".numbers", ".fods"}
    | {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".heic", ".tif", ".tiff"}
)
"""Endings of files that may be somebody's submission in a form that cannot be read."""

_BUNDLES = frozenset({".zip", ".rar", ".7z"})

Disposal = Literal["read", "unsupported", "owner-file", "hidden", "excluded", "other-type", "link-outside", "link-broken"]


@dataclass(frozen=True)
class Source:
    """One file: where it is, the name it has in every report, and whether it is to be read or why not."""

    path: Path
    name: str
    disposal: Disposal
    named: bool = False
    """Whether the user named this very file, rather than a folder that holds it."""

    @property
    def is_read(self) -> bool:
        """Whether it may be a submission: one that cannot be opened is read too, for what its names say."""
        return self.disposal in ("read", "unsupported")

    def from_anywhere(self) -> Source:
        """The same file for a process that works in another folder."""
        return replace(self, path=self.path.absolute())

    @property
    def school(self) -> str | None:
        """The school, where every folder below the one that is audited is one: that folder, or a bundle in its stead."""
        folder, below, _ = self.name.partition("/")
        if below:
            return folder
        return self.path.stem if self.path.suffix.lower() in _BUNDLES else None


def find_sources(paths: Sequence[Path], *, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[Source]:
    """The files under the paths, sorted by the names they have in the report.

    Names are relative to the one folder given, else to the parent that the paths share; parts are joined by «/».
    A pattern such as «三年级/*.xlsx» is every path that fits it: the shell of Windows does not expand it. Raises PathError for
    a path that does not exist, and a pattern that nothing fits.
    """
    paths = [found for path in paths for found in _expanded(path)]
    root = _root(paths)
    found: dict[str, Source] = {}
    for path in sorted(paths, key=os.path.isdir):  # what is named itself comes before the folder that holds it
        refused: set[Path] = set()
        for file in _files(path, paths, refused):
            name = _name(file, root)
            while name in found and os.path.abspath(found[name].path) != os.path.abspath(file):
                name += "'"  # names that are no UTF-8 may be shown alike
            named = file == path or file in refused
            disposal = _disposal(file, name, root, named=named, include=include, exclude=exclude)
            found.setdefault(name, Source(file, name, disposal, named=file == path))
    return [found[name] for name in sorted(found, key=lambda name: (name.split("/")[:-1], name))]


def _expanded(path: Path) -> list[Path]:
    if os.path.lexists(path):
        return [path]
    fitting = sorted(map(Path, glob(str(path), recursive=True)))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not fitting:
        raise PathError("no-such-path", path=shown_path(str(path)))
    return fitting


def shown_path(text: str) -> str:
    r"""A path as text that every output can hold: bytes that are no UTF-8 become «\xNN»."""
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def _root(paths: Sequence[Path]) -> Path:
    absolute = [Path(os.path.abspath(path)) for path in paths]
    if len(absolute) == 1:
        return absolute[0] if os.path.isdir(absolute[0]) else absolute[0].parent
    try:
        common = Path(os.path.commonpath(absolute))
    except ValueError:  # drives of Windows that share no parent
        return Path(absolute[0].anchor)
    return common if os.path.isdir(common) else common.parent


def _files(path: Path, walked: Sequence[Path], refused: set[Path]) -> Iterator[Path]:
    """The file, or those of the folder with links to folders not `walked` and the folders that cannot be opened (`refused`)."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, files in os.walk(path, onerror=lambda error: refused.add(Path(error.filename))):
        links = [name for name in folders if os.path.islink(Path(folder) / name)]
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and name not in links)
        for name in sorted(files + [link for link in links if not _is_walked(Path(folder) / link, walked)]):
            yield Path(folder) / name
    yield from sorted(refused)


def _is_walked(link: Path, walked: Sequence[Path]) -> bool:
    """Whether a link leads to a folder that is read where it stands: below one that is walked, and not hidden there."""
    target = Path(os.path.realpath(link))
    below = (target.relative_to(os.path.realpath(path)) for path in walked if target.is_relative_to(os.path.realpath(path)))
    return any(not any(map(_is_hidden, parts.parts)) for parts in below)


def _leads_out(link: Path, root: Path) -> bool:
    return not Path(os.path.realpath(link)).is_relative_to(os.path.realpath(root))


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
    if os.path.islink(file):
        if _leads_out(file, root) or os.path.isdir(file):
            return "link-outside"
        if not os.path.exists(file):
            return "link-broken"
    suffix = file.suffix.strip().lower()
    if include:
        return "read" if any(fnmatchcase(name, glob) or fnmatchcase(file.name, glob) for glob in include) else "excluded"
    if suffix in SPREADSHEETS:
        return "read"
    return "unsupported" if suffix in OTHER_SUBMISSIONS else "other-type"
