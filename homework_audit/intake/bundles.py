"""Turns a .zip of submissions into one reading: a sheet of the bundle is a sheet of one of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from homework_audit.errors import UnreadableFile
from homework_audit.intake.refusals import refusal
from homework_audit.intake.request import Request
from homework_audit.models.reading import FileReading, SheetReading, SheetStatus
from homework_audit.readers.bundle import open_bundle
from homework_audit.sources import OTHER_SUBMISSIONS, SPREADSHEETS

Reader = Callable[[bytes, Request], FileReading]


def read_bundle(data: bytes, request: Request, read: Reader) -> FileReading:
    """The sheets of every file in the bundle, each named after its file; a file that cannot be read is a sheet that says so."""
    sheets: list[SheetReading] = []
    witnessed = True
    try:
        for name, inflated in open_bundle(data, request.limits):
            reading = _read(name, inflated, request, read)
            witnessed = witnessed and reading.witnessed
            sheets.extend(_sheets(name, reading))
    except UnreadableFile as refused:
        return refusal(refused.reason, request, refused.params)
    if not sheets:
        return refusal("empty", request, {})
    return FileReading("read", "", witnessed, "", sheets, [])


def _read(name: str, inflated: bytes, request: Request, read: Reader) -> FileReading:
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    inner = request._replace(names=(path.stem, *reversed(path.parts[:-1]), *request.names), suffix=suffix, bundled=True)
    if path.name.startswith(("~$", ".~", ".")) or "__MACOSX" in path.parts:
        return FileReading("skipped", "owner-file", witnessed=True, encoding="", sheets=[], problems=[])
    if suffix in OTHER_SUBMISSIONS or suffix == ".zip":
        return refusal("archive" if suffix in (".zip", ".rar", ".7z") else "document", inner, {})
    if suffix not in SPREADSHEETS:
        return FileReading("skipped", "other-type", witnessed=True, encoding="", sheets=[], problems=[])
    return read(inflated, inner)


def _sheets(name: str, reading: FileReading) -> Iterator[SheetReading]:
    """The sheets of one file of the bundle under names of their own."""
    told = [problem._replace(params={**problem.params, "member": name}) for problem in reading.problems]
    if not reading.sheets:
        status: SheetStatus = "not-understood" if reading.problems else "not-homework"
        yield SheetReading(name, "", status, reading.reason, [], told)
    for number, sheet in enumerate(reading.sheets):
        problems = sheet.problems if number else [*sheet.problems, *told]
        yield sheet._replace(name=f"{name}/{sheet.name}" if sheet.name else name, problems=problems)
