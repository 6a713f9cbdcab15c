"""Turns one source into what a child says of it, and that into a reading: the two may happen on two machines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple

from pydantic import TypeAdapter

from homework_audit.errors import UnreadableFile
from homework_audit.intake.files import read_file
from homework_audit.intake.refusals import refusal
from homework_audit.intake.request import Request
from homework_audit.intake.settings import InputSettings
from homework_audit.intake.supervisor import ChildFailed
from homework_audit.intake.wire import WireFile, from_wire
from homework_audit.models.reading import FileReading, Read
from homework_audit.sources import Source

_WIRE: TypeAdapter[WireFile] = TypeAdapter(WireFile)


class Answer(NamedTuple):
    """What came of one source: the words of the child as they stand, or a reading where there is no need to take any apart."""

    name: str
    sha256: str | None
    said: bytes | FileReading


Ask = Callable[[Request, bytes, str], bytes | FileReading]
"""Who is asked about the bytes of a file, whose SHA-256 comes with them. May raise ChildFailed, and ValueError for a bad answer."""


def answer(source: Source, settings: InputSettings, ask: Ask) -> Answer:
    """What there is to say about the source. Never raises for what the file holds."""
    request = _request(source, settings)
    sha256 = None
    try:
        data = read_file(source.path, settings.limits.file_mib)
        sha256 = hashlib.sha256(data).hexdigest()
        if source.disposal == "unsupported":
            return Answer(source.name, sha256, refusal(_unsupported(request.suffix), request, {}))
        return Answer(source.name, sha256, ask(request, data, sha256))
    except UnreadableFile as refused:
        return Answer(source.name, sha256, refusal(refused.reason, request, refused.params))
    except ChildFailed as failed:
        return Answer(source.name, sha256, refusal(failed.reason, request, _allowed(settings)))
    except ValueError:  # ValidationError is one
        return Answer(source.name, sha256, refusal("crashed", request, _allowed(settings)))


def as_read(source: Source, settings: InputSettings, given: Answer) -> Read:
    """The answer, taken apart. Never raises for what the answer holds."""
    try:
        reading = given.said if isinstance(given.said, FileReading) else reading_of(given.said)
    except ValueError:
        reading = refusal("crashed", _request(source, settings), _allowed(settings))
    if settings.schools and source.school is None and any(sheet.entries for sheet in reading.sheets):
        reading = refusal("no-school", _request(source, settings), {})
    return Read(given.name, given.sha256, reading)


def reading_of(said: bytes) -> FileReading:
    """What a child said, as a reading. Raises ValueError for what is none."""
    return from_wire(_WIRE.validate_json(said))


def _request(source: Source, settings: InputSettings) -> Request:
    path = PurePosixPath(source.name)
    return Request(
        (path.stem, *reversed(path.parts[:-1])),
        path.suffix.lower(),
        source.named,
        settings.encoding,
        settings.limits,
        settings.layout_settings(source.name),
    )


def _allowed(settings: InputSettings) -> dict[str, str | int | float]:
    return {"seconds": settings.seconds, "memory_mib": settings.memory_mib}


def _unsupported(suffix: str) -> str:
    """The reason for an ending that is not opened at all."""
    if suffix in (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".heic", ".tif", ".tiff"):
        return "picture"
    if suffix in (".rar", ".7z"):
        return "archive"
    return "pdf" if suffix in (".pdf", ".ofd") else "document"
