"""Turns a sheet that the configuration describes into a reading: its columns and constants instead of all guessing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from homework_audit.layouts.columns import Columns
from homework_audit.layouts.context import Context, context_of
from homework_audit.layouts.junior_years import FOUR_YEARS, four_junior_years
from homework_audit.layouts.list_table import ListTable
from homework_audit.layouts.settings import LayoutSettings, MappedTable
from homework_audit.models.reading import ColumnAccount, SheetReading, TableAccount
from homework_audit.models.sheet import Grid, Sheet, column_name
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_date
from homework_audit.values.labels import kind
from homework_audit.values.subjects import subject
from homework_audit.values.text import shown


def mapping_of(sheet: Sheet, settings: LayoutSettings) -> MappedTable | None:
    """The first mapping of the configuration that is for this sheet."""
    return next((mapped for mapped in settings.mapped if fnmatchcase(sheet.name, mapped.sheet)), None)


def read_mapped(sheet: Sheet, mapped: MappedTable, names: Sequence[str], settings: LayoutSettings) -> SheetReading:
    """The list that the mapping describes; `names` are those of sheet, file and folders."""
    if mapped.ignore:
        return SheetReading(sheet.name, "", "not-homework", "mapped-away", [], [])
    width = max((column for _, column in mapped.columns), default=0) + 1
    headings = sheet.rows[mapped.heading_row - 1] if 0 < mapped.heading_row <= len(sheet.rows) else []
    top = mapped.heading_row - 1
    rows: Grid = [[*row, *[""] * (width - len(row))] for row in sheet.rows]
    whole = replace(sheet, rows=rows)
    columns = Columns(top, top, dict(mapped.columns), quiet=frozenset(range(width)))
    table = ListTable(whole, columns, len(rows), _context(mapped, names, settings), settings)
    table.read()
    accounts = tuple(ColumnAccount(column_name(column), _heading(headings, column), name) for name, column in mapped.columns)
    account = TableAccount("mapped", str(mapped.heading_row), "", accounts, (), tuple(table.left))
    return SheetReading(sheet.name, "mapped", "read", "", table.entries, table.problems, (account,) if settings.explain else ())


def _heading(headings: Sequence[object], column: int) -> str:
    return shown(headings[column]) if column < len(headings) else ""


def _context(mapped: MappedTable, names: Sequence[str], settings: LayoutSettings) -> Context:
    """What the names say, and over it the constants of the mapping."""
    context = context_of((), names, settings.monday)
    said = dict(mapped.constants)
    if settings.junior_years == FOUR_YEARS and "class" in said:
        said["class"] = four_junior_years(said["class"])
    date = read_date(said.get("date", ""))
    return replace(
        context,
        classes=read_classes(said["class"]) if "class" in said else context.classes,
        date=date or context.date,
        subject=subject(said.get("subject", "")) or said.get("subject", "") or context.subject,
        kind=kind(said.get("kind", "")) or context.kind,
    )
