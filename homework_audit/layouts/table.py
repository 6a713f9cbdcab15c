"""What a layout says of one table: where it found it, and what it read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.models.reading import ColumnAccount, Entry, LeftRow, Problem


@dataclass(frozen=True)
class Found:
    """A table that a layout recognises: its first and its last heading row, and what the layout made of its headings."""

    top: int
    bottom: int
    headings: Any


class Around(NamedTuple):
    """What stands around a table: its titles, the names of sheet, file and folders (nearest first), and what they come to."""

    titles: tuple[str, ...]
    names: tuple[str, ...]
    context: Context

    @property
    def texts(self) -> tuple[str, ...]:
        """All of it: any of it may say that the table is about homework."""
        return (*self.titles, *self.names)

    @property
    def near(self) -> tuple[str, ...]:
        """Titles, sheet and file: what may say that it is something else. A folder's name proves nothing of the kind."""
        return (*self.titles, *self.names[:2])


class TableReading(NamedTuple):
    """What one table holds; `reason` says why it is no record of homework, '' if it is one."""

    entries: list[Entry]
    problems: list[Problem]
    reason: str = ""
    columns: tuple[ColumnAccount, ...] = ()
    left: tuple[LeftRow, ...] = ()
