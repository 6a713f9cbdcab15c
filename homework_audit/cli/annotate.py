"""Writes annotated copies of the workbooks in which something was found, and says which could not be made and why."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from homework_audit.cli.outputs import write_whole
from homework_audit.cli.streams import complain
from homework_audit.errors import ConfigurationError, OutputError
from homework_audit.locale import Lang
from homework_audit.messages import fault_text, say
from homework_audit.models.report import Finding, Location, Report
from homework_audit.sources import Source


def check_folder(folder: Path, places: Sequence[Path]) -> None:
    """Raises ConfigurationError for a folder in which the copies would be audited as submissions the next time."""
    for place in places:
        if place.is_dir() and Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(place)):
            raise ConfigurationError("annotate-inside", folder=folder, place=place)


def write_annotated(report: Report, sources: Sequence[Source], folder: Path, lang: Lang, *, quiet: bool) -> bool:
    """A copy of each workbook with findings, under its name in the report; says whether one could not be written."""
    from homework_audit.handouts.annotate import CannotAnnotate, annotated

    paths = {source.name: source.path for source in sources}
    digests = {file.path: file.sha256 for file in report.files if file.status == "read"}
    unwritten, made = False, 0
    for name, findings in _by_file(report).items():
        try:
            data = _audited(paths.get(name), digests.get(name))
            alike = [path for path in paths.values() if path.name == Path(name).name]  # only they can be written over
            write_whole(folder / name, [annotated(data, findings, report.lang)], alike)
            made += 1
        except CannotAnnotate as refused:
            complain(say(lang, "annotate.refused", file=name, reason=say(lang, f"annotate.{refused.reason}")), say(lang, "annotate.hint"))
        except OutputError as fault:
            complain(*fault_text(fault, lang))
            unwritten = True
    if not quiet:
        complain(say(lang, "annotate.written", count=made, folder=folder))
    return unwritten


def _by_file(report: Report) -> dict[str, list[tuple[Finding, Location]]]:
    """The findings that point to each file, each with its places there, in the order of the report."""
    found: dict[str, list[tuple[Finding, Location]]] = {}
    for finding in report.findings:
        for place in finding.locations:
            found.setdefault(place.file, []).append((finding, place))
    return found


def _audited(path: Path | None, digest: str | None) -> bytes:
    """The bytes that were audited. Raises CannotAnnotate for a file that was not read, or has changed since."""
    from homework_audit.handouts.annotate import CannotAnnotate

    if path is None or digest is None:
        raise CannotAnnotate("unread")
    try:
        data = path.read_bytes()
    except OSError as refused:
        raise CannotAnnotate("changed") from refused
    if hashlib.sha256(data).hexdigest() != digest.removeprefix("sha256:"):
        raise CannotAnnotate("changed")
    return data
