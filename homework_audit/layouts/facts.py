"""What one row, or one cell of a matrix, says of homework by field: the form in which every shape of table hands it on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

from homework_audit.layouts.headings import Heading
from homework_audit.values.text import Cell

FOR_CLASSES: Final = ("class", "grade", "school")
ON_DAYS: Final = ("date", "week", "weekday", "due")
TASK: Final = ("subject", "kind", "place", "layer", "requirement", "remark")
"""Fields that are understood together: what their cells say once, they say of every row in which they stand again."""
Cells = tuple[Cell, ...]
PlainRow = tuple[str, Cell, Cell, Cells, Cells, Cells]
"""What an entry is made of where nothing is to be settled: the name of its cell, content, minutes, classes, days, task."""


class Facts(Protocol):
    """The values of one piece of homework, each with the name of the cell where it stands."""

    @property
    def for_classes(self) -> Cells:
        """The values of FOR_CLASSES."""

    @property
    def on_days(self) -> Cells:
        """The values of ON_DAYS."""

    @property
    def task(self) -> Cells:
        """The values of TASK."""

    def value(self, name: str) -> Cell:
        """The value of a field, '' if there is none."""

    def cell(self, name: str) -> str:
        """The name of the cell that holds a field."""

    def lost(self, name: str) -> str | None:
        """The text of a cell whose value could not be read (an error, «=» for a formula never calculated), else None."""


class About(NamedTuple):
    """What the headings of a table say of all its homework, and which fields they name."""

    fields: frozenset[str]
    heading_cell: str
    unit: str = ""
    minutes: Heading = Heading("minutes")
    content: Heading = Heading("content")
    requirement_heading: str = ""
    place_heading: str = ""
    kind_heading: str = ""
    content_is_shared: bool = False
    """Whether one text is the homework of several columns of minutes, of which each is of a kind of its own."""


class CellFacts:
    """The facts of one cell of a matrix, or of one form: values gathered from headings, stubs and the cell itself."""

    def __init__(self, values: Mapping[str, Cell], cells: Mapping[str, str], lost: Mapping[str, str]) -> None:
        self._values, self._cells, self._lost = values, cells, lost

    @property
    def for_classes(self) -> Cells:
        """The values of FOR_CLASSES."""
        return tuple(map(self.value, FOR_CLASSES))

    @property
    def on_days(self) -> Cells:
        """The values of ON_DAYS."""
        return tuple(map(self.value, ON_DAYS))

    @property
    def task(self) -> Cells:
        """The values of TASK."""
        return tuple(map(self.value, TASK))

    def value(self, name: str) -> Cell:
        """The value of a field, '' if there is none."""
        return self._values.get(name, "")

    def cell(self, name: str) -> str:
        """The name of the cell that holds a field, or of the one that holds the homework."""
        return self._cells.get(name) or self._cells.get("minutes") or self._cells.get("content", "")

    def lost(self, name: str) -> str | None:
        """The text of a cell whose value could not be read, else None."""
        return self._lost.get(name)
