"""A sheet as a reader gives it: a grid of values with true row and column numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

Grid = list[list[object]]
"""Rows of cells, from row 1 and column A on; blank is ''."""

Span = tuple[int, int, int, int]
"""A merged range: first row, first column, last row, last column, all from 0."""


@dataclass(frozen=True)
class Lost:
    """A cell whose value the reader could not give: an error value (#N/A) or a formula that was never calculated."""

    row: int
    column: int
    text: str

    def turned(self) -> Lost:
        """The same cell where rows and columns are exchanged."""
        return Lost(self.column, self.row, self.text)


@dataclass(frozen=True)
class Sheet:
    """One sheet of one file."""

    name: str
    rows: Grid
    merged: tuple[Span, ...] = ()
    visible: bool = True
    lost: tuple[Lost, ...] = ()
    typed: bool = True
    """Whether texts stand as somebody typed them; in a CSV a number's text is whatever the exporter made of it."""
    turned: bool = False
    """Whether rows and columns are exchanged: a table that lies on its side, read as if it stood."""

    def cell(self, row: int, column: int) -> str:
        """The name of a cell as it is called in the file."""
        return cell_name(column, row) if self.turned else cell_name(row, column)


@dataclass(frozen=True)
class Contents:
    """What a file holds, and how sure we are: `witnessed` says that a count of its cells agreed with what was read."""

    sheets: tuple[Sheet, ...]
    witnessed: bool
    encoding: str = ""


@lru_cache(maxsize=65536)
def cell_name(row: int, column: int) -> str:
    """The name of a cell, counted from 0: (4, 5) → «F5»."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return f"{name}{row + 1}"
