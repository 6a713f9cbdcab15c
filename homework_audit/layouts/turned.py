"""Turns a sheet with its fields down and a homework a column into one with a homework a row, and what was read there back."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from homework_audit.layouts.column_values import names_a_class
from homework_audit.layouts.headings import heading
from homework_audit.models.reading import LeftRow, SheetReading, TableAccount
from homework_audit.models.sheet import Grid, Lost, Sheet, cell_name, column_number
from homework_audit.values.boxes import answer, is_tick
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, shown

_FEWEST_FIELDS = 4
_NAME = expression(r"([A-Z]+)(\d+)")


class Turned(NamedTuple):
    """A sheet whose rows from `top` on, and columns from `left` on, were turned."""

    sheet: Sheet
    top: int
    left: int

    def back(self, reading: SheetReading) -> SheetReading:
        """The reading with every cell named by its true place."""
        return reading._replace(
            entries=[entry._replace(cell=self._name(entry.cell)) for entry in reading.entries],
            problems=[problem._replace(cell=self._name(problem.cell)) for problem in reading.problems],
            tables=tuple(map(self._account, reading.tables)),
        )

    def _account(self, table: TableAccount) -> TableAccount:
        left = tuple(LeftRow(self._name(row.cell), row.text, row.reason) for row in table.left)
        columns = tuple(column._replace(place=str(self.top + column_number(column.place) + 1)) for column in table.columns)
        return table._replace(left=left, columns=columns)

    def _name(self, cell: str) -> str:
        found = _NAME.fullmatch(cell)
        if not found or int(found[2]) <= self.top:
            return cell
        return cell_name(self.top + column_number(found[1]), self.left + int(found[2]) - 1 - self.top)


def turned(sheet: Sheet) -> Turned | None:
    """The sheet with a homework a row, if the headings of a list stand down its first column; None for any other sheet."""
    left = min((column for row in sheet.rows for column, value in enumerate(row) if value != ""), default=0)
    first = [row[left] if left < len(row) else "" for row in sheet.rows]
    about = list(map(heading, first))
    top = next((number for number, found in enumerate(about) if found), len(first))
    bottom = next((number for number in range(top, len(first)) if first[number] == ""), len(first))
    classes = [number for number in range(top, bottom) if about[number] is None and names_a_class(first[number])]
    fields = {found.field for found in about[top:bottom] if found} | ({"class"} if classes else set())
    if not _is_list(fields) or _holds_more(sheet.rows[bottom:]):
        return None
    block = [sheet.rows[number] for number in range(top, bottom) if number not in classes]
    if classes:
        ticked = _ticked(block, [sheet.rows[number] for number in classes], left)
        if ticked is None or classes != list(range(classes[0], bottom)):
            return None
        block.append(ticked)
    rows: Grid = [[row[column] if column < len(row) else "" for row in block] for column in range(left, max(map(len, block)))]
    spans = (span for span in sheet.merged if span[0] >= top)
    merged = tuple((top + first - left, above - top, top + last - left, below - top) for above, first, below, last in spans)
    lost = tuple(Lost(top + one.column - left, one.row - top, one.text) for one in sheet.lost if one.row >= top)
    return Turned(replace(sheet, rows=[*sheet.rows[:top], *rows], merged=merged, lost=lost), top, left)


def _ticked(block: Grid, classes: Grid, left: int) -> list[Cell] | None:
    """One row of classes for rows of them in which a tick says whose homework a column is; None where homework has anything else there."""
    told: list[Cell] = ["班级"]
    for column in range(left + 1, max(map(len, block))):
        values = [row[column] if column < len(row) else "" for row in classes]
        if all(value == "" or is_tick(value) or answer(value) is not None for value in values):
            names = (shown(row[left]) for row, value in zip(classes, values, strict=True) if is_tick(value) or answer(value))
            told.append("、".join(names))
        elif sum(column < len(row) and row[column] != "" for row in block) > 1:
            return None
        else:
            told.append("")  # a column of signatures
    return [""] * left + told


def _is_list(fields: set[str]) -> bool:
    return len(fields - {"other"}) >= _FEWEST_FIELDS and "minutes" in fields and bool(fields & {"content", "subject"})


def _holds_more(rows: Grid) -> bool:
    """Whether anything but notes in single cells stands below: then it is another shape."""
    return any(sum(value != "" for value in row) > 1 for row in rows)
