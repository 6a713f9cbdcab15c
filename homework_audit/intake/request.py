"""What a supervisor tells its child about one file, as plain JSON."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from homework_audit.layouts.settings import LayoutSettings, MappedTable
from homework_audit.readers.limits import Limits


class Request(NamedTuple):
    """A file to understand: its names (file first, then its folders, nearest first), its ending, and the settings."""

    names: tuple[str, ...]
    suffix: str
    named: bool
    encoding: str | None = None
    limits: Limits = Limits()
    layouts: LayoutSettings = LayoutSettings()
    bundled: bool = False
    """Whether the file stands in a bundle: a bundle within a bundle is not opened."""

    def to_json(self) -> bytes:
        """The request as the child reads it."""
        return json.dumps(self, ensure_ascii=True).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Request:
        """The request that a supervisor wrote."""
        names, suffix, named, encoding, limits, (headings, lesson, explain, mapped), bundled = json.loads(data)
        extra = tuple((field, word) for field, word in headings)
        tables = tuple(map(_mapped_table, mapped))
        return cls(tuple(names), suffix, named, encoding, Limits(*limits), LayoutSettings(extra, lesson, explain, tables), bundled)


def _mapped_table(written: list[Any]) -> MappedTable:
    sheet, heading_row, columns, constants, ignore = written
    return MappedTable(sheet, heading_row, tuple((f, c) for f, c in columns), tuple((f, t) for f, t in constants), ignore)
