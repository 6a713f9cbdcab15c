"""What a supervisor tells its child about one file, as plain JSON."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from homework_audit.layouts.settings import LayoutSettings, MappedTable
from homework_audit.models.limits import Limits


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
    as_grid: bool = False
    """Whether its cells are wanted as they stand, not what they mean as homework."""

    def to_json(self) -> bytes:
        """The request as the child reads it."""
        return json.dumps(self, ensure_ascii=True).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Request:
        """The request that a supervisor wrote."""
        names, suffix, named, encoding, limits, layouts, bundled, as_grid = json.loads(data)
        return cls(tuple(names), suffix, named, encoding, Limits(*limits), _layout_settings(layouts), bundled, as_grid)


def _layout_settings(written: list[Any]) -> LayoutSettings:
    headings, lesson, explain, mapped, week_one, junior_years = written
    extra = tuple((field, word) for field, word in headings)
    monday = (week_one[0], week_one[1], week_one[2]) if week_one else None
    return LayoutSettings(extra, lesson, explain, tuple(map(_mapped_table, mapped)), monday, junior_years)


def _mapped_table(written: list[Any]) -> MappedTable:
    sheet, heading_row, columns, constants, ignore = written
    return MappedTable(sheet, heading_row, tuple((f, c) for f, c in columns), tuple((f, t) for f, t in constants), ignore)
