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


@dataclass(frozen=True)
class Contents:
    """What a file holds, and how sure we are: `witnessed` says that a count of its cells agreed with what was read."""

    sheets: tuple[Sheet, ...]
    witnessed: bool
    encoding: str = ""
    is_form: bool = False
    """Whether it is a form of this program that was filled in for a verification: no homework."""


@lru_cache(maxsize=65536)
def cell_name(row: int, column: int) -> str:
    """The name of a cell, counted from 0: (4, 5) → «F5»."""
    return f"{column_name(column)}{row + 1}"


def row_number(name: str) -> int:
    """The number of a cell's row from 0: «F5» → 4; -1 for what names none."""
    digits = name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) - 1 if digits.isdecimal() else -1


def column_number(name: str) -> int:
    """The number of a column from 0: «F» → 5."""
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - 64
    return number - 1


def column_name(column: int) -> str:
    """The name of a column, counted from 0: 5 → «F»."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
