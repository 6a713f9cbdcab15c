"""Turns places on a copy of a sheet that has more columns, because it was joined or parted, into the cells that they came from."""

from __future__ import annotations

from collections.abc import Sequence
from string import digits

from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import cell_name, column_number, row_number


def shown_at(reading: SheetReading, columns: Sequence[int]) -> SheetReading:
    """The reading with everything shown where it came from: `columns` says of each column of the copy which one that is."""

    def place(cell: str) -> str:
        column = column_number(cell.rstrip(digits))
        return cell_name(row_number(cell), columns[column]) if 0 <= column < len(columns) else cell

    entries = [entry._replace(cell=place(entry.cell)) for entry in reading.entries]
    problems = [problem._replace(cell=place(problem.cell)) for problem in reading.problems]
    return reading._replace(entries=entries, problems=problems)
