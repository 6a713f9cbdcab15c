"""Turns the part of a school into bytes that are kept, and these into the part again where the same files are judged alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from homework_audit.intake.cache import Cache
from homework_audit.intake.files import sha256_of
from homework_audit.intake.refusals import BY_CHANCE
from homework_audit.reporting.part import Inputs, Part
from homework_audit.sources import Source

_MOST_ENTRIES: Final = 200_000
"""A part of more entries is not kept: as one text it would take more memory than all the rest of an audit."""

_Schools = Mapping[str | None, Sequence[Source]]


class KeptParts:
    """The parts of schools of earlier runs, each for the very same files and settings.

    `given` is all that a part depends on beside its files and the day of the audit. `as_of` is that day, on which every part
    depends where `is_dated`, and else those that say so themselves.
    """

    def __init__(self, store: Cache, given: Sequence[str], as_of: date, *, is_dated: bool) -> None:
        self._store = store
        self._given = json.dumps(given).encode()
        self._as_of, self._is_dated = as_of, is_dated

    def known(self, schools: _Schools, most_mib: int) -> dict[str | None, Part]:
        """The parts of the schools of which nothing changed. Files are read for their hashes, of `most_mib` at most."""
        found = {school: self._find(school, sources, most_mib) for school, sources in schools.items() if sources}
        return {school: part for school, part in found.items() if part}

    def judged(self, inputs: Inputs, judge: Callable[[Inputs], Part]) -> Part:
        """What the inputs come to, kept for later runs where nothing that chance decides is part of it."""
        hashes = {read.name: read.sha256 for read in inputs.reads if read.reading.reason not in BY_CHANCE}
        files = _files(inputs.school, inputs.sources, hashes)
        part = judge(inputs)  # after which the readings are used up
        if files and part.entries.read <= _MOST_ENTRIES:
            key = self._key(files, is_dated=self._is_dated or part.depends_on_as_of)
            self._store.put(key, _parts().dump_json(part, by_alias=True))
        return part

    def _find(self, school: str | None, sources: Sequence[Source], most_mib: int) -> Part | None:
        files = _files(school, sources, {source.name: sha256_of(source.path, most_mib) for source in sources if source.is_read})
        if files is None:
            return None
        kept = next((kept for is_dated in (False, True) if (kept := self._store.get(self._key(files, is_dated=is_dated)))), None)
        try:
            return _parts().validate_json(kept) if kept else None
        except ValueError:  # whatever it is that was kept, the files are at hand
            return None

    def _key(self, files: bytes, *, is_dated: bool) -> bytes:
        return self._store.key(b"part", self._given, self._as_of.isoformat().encode() if is_dated else b"", files)


def _files(school: str | None, sources: Sequence[Source], hashes: Mapping[str, str | None]) -> bytes | None:
    """What a part depends on of its files; None where it would depend on more than their names and contents."""
    if any(source.is_read and not hashes.get(source.name) for source in sources):
        return None
    lines = [(source.name, source.school, source.disposal, source.named, hashes.get(source.name)) for source in sources]
    return json.dumps([school, lines]).encode()


@cache
def _parts() -> TypeAdapter[Part]:
    return TypeAdapter(Part)
