"""Turns a sheet of lists, a row an entry, into entries: one or several tables, each with its own headings and titles."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.columns import Columns, find_columns
from homework_audit.layouts.context import context_of
from homework_audit.layouts.fill import with_merged
from homework_audit.layouts.list_table import ListTable
from homework_audit.layouts.rows import is_note, is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.text import shown


def score(sheet: Sheet, settings: LayoutSettings) -> float:
    """How sure it is that the sheet is a list: 1 if a row of headings says so, else 0."""
    return 1.0 if find_columns(sheet.rows, 0, settings.headings) else 0.0


def read(sheet: Sheet, names: Sequence[str], settings: LayoutSettings) -> SheetReading:
    """The entries and problems of every list on the sheet; `names` are those of sheet, file and folders, nearest first."""
    whole = Sheet(sheet.name, with_merged(sheet.rows, sheet.merged), sheet.merged, sheet.visible, sheet.lost, sheet.typed)
    found = _tables(whole, settings)
    reading = SheetReading(sheet.name, "list", "read", "", [], [])
    before = 0
    for position, columns in enumerate(found):
        end = found[position + 1].top if position + 1 < len(found) else len(whole.rows)
        end = _end_before_titles(whole, columns, end) if position + 1 < len(found) else end
        titles = [joined(row) for row in sheet.rows[before : columns.top] if any(value != "" for value in row)]
        table = ListTable(whole, columns, end, context_of(titles, names), settings)
        table.read()
        shift = len(reading.problems)
        reading.problems.extend(table.problems)
        reading.entries.extend(
            entry._replace(problems=tuple(number + shift for number in entry.problems)) if entry.problems else entry
            for entry in table.entries
        )
        before = end
    return reading


def _tables(sheet: Sheet, settings: LayoutSettings) -> list[Columns]:
    """The heading rows of the sheet: the first, and those below it that repeat it or head another list."""
    first = find_columns(sheet.rows, 0, settings.headings)
    if first is None:
        return []
    found = [first]
    key = first.fields.get("minutes", first.fields.get("content", 0))
    again = shown(sheet.rows[first.top][key])
    for number in range(first.bottom + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if key < len(row) and row[key] == again:
            columns = find_columns(sheet.rows[: number + 2], number, settings.headings)
            if columns and columns.top == number:
                found.append(columns)
    return found


def _end_before_titles(sheet: Sheet, columns: Columns, end: int) -> int:
    """Where the rows of a table end and the titles of the next one begin: titles state no minutes and close nothing."""
    key = columns.fields.get("minutes", columns.fields.get("content", 0))
    while end > columns.bottom + 1:
        row = sheet.rows[end - 1]
        first = next((value for value in row if value != ""), "")
        closes = isinstance(first, str) and (is_total(first) or is_note(first))
        if (key < len(row) and row[key] != "") or closes or sum(value != "" for value in row) > 4:
            break
        end -= 1
    return end
