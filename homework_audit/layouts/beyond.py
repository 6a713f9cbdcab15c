"""Turns places beyond the last column of a sheet, which only a joined or parted copy of it has, into the cell that they came from."""

from __future__ import annotations

from string import digits

from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import cell_name, column_number, row_number


def shown_at(reading: SheetReading, width: int, column: int) -> SheetReading:
    """The reading with everything that stands beyond `width` columns shown in that column of its row."""

    def place(cell: str) -> str:
        return cell_name(row_number(cell), column) if column_number(cell.rstrip(digits)) >= width else cell

    entries = [entry._replace(cell=place(entry.cell)) for entry in reading.entries]
    problems = [problem._replace(cell=place(problem.cell)) for problem in reading.problems]
    return reading._replace(entries=entries, problems=problems)
