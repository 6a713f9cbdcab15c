"""What a matrix on a sheet is: its headings, the columns that stand left (stubs), and the groups that stand across."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from homework_audit.layouts.facets import Facets
from homework_audit.layouts.matrix_headings import MatrixHeadings
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values.text import Cell


@dataclass
class Group:
    """Columns that state the same homework: its text, its minutes, or both in one cell."""

    about: Facets
    columns: dict[str, int] = field(default_factory=dict)
    """"content", "minutes", and "cell" where one column holds both."""
    traits: dict[str, int] = field(default_factory=dict)
    """Columns that say of what kind, where or for whom the homework beside them is: those of TRAITS."""
    content: int | None = None
    """The column of the homework whose minutes stand here for one place alone: «作业 | 校内 | 回家»."""
    figures: tuple[int, ...] = ()
    """Of a column of homework alone those of its minutes, each for one place."""

    def has(self, name: str) -> bool:
        """Whether a column of that name belongs to it already."""
        return name in self.columns or name in self.traits


@dataclass
class MatrixColumns:
    """What each column of a matrix holds."""

    stubs: dict[str, int] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    shared: dict[str, int] = field(default_factory=dict)
    """Columns of content and minutes that belong to the whole row, beside groups of their own."""
    ticked: list[tuple[int, Facets]] = field(default_factory=list)
    """Columns in which a tick says what their heading says: a kind, a layer, a time."""
    totals: list[tuple[int, Facets]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    label_column: int | None = None
    """The column of 内容 and 时长 where these stand down, in rows that belong together."""


class Matrix(NamedTuple):
    """A matrix on a sheet: its heading rows, its columns, and the row behind its last one."""

    sheet: Sheet
    headings: MatrixHeadings
    columns: MatrixColumns
    end: int

    @property
    def rows(self) -> Grid:
        """The rows below the headings."""
        return self.sheet.rows[self.headings.bottom + 1 : self.end]

    @property
    def telling_columns(self) -> list[int]:
        """Every column that may hold homework."""
        return [column for group in self.columns.groups for column in group.columns.values()]

    @property
    def cells(self) -> list[Cell]:
        """Every cell that may hold homework."""
        return [row[column] for row in self.rows for column in self.telling_columns if column < len(row)]


class Column(NamedTuple):
    """One column: what the headings say above it, its topmost heading as it stands, and its cells that are not blank."""

    number: int
    said: Facets
    heading: Cell
    used: list[Cell]
    is_corner: bool
    is_timed: bool = False
    """Whether the column beside it is one of minutes."""
    is_of_a_group: bool = False
    """Whether its headings place it with one homework of several in a row: below the subject of that one, or below its place."""
