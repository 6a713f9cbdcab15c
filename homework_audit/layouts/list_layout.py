"""Turns a list anywhere on a sheet, a row an entry, into a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homework_audit.layouts.columns import Columns, find_columns
from homework_audit.layouts.context import Context
from homework_audit.layouts.evidence import is_inspection, other_record, speaks_of_homework
from homework_audit.layouts.facets import facets_of_row
from homework_audit.layouts.list_table import ListTable
from homework_audit.layouts.rows import joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.layouts.turned_down import is_turned_down, turned_down
from homework_audit.models.reading import ColumnAccount
from homework_audit.models.sheet import Grid, Sheet, column_name
from homework_audit.values.classes import read_classes
from homework_audit.values.text import Cell, shown

_MOST_TIMES_OF_A_ROW = 2
_SAMPLE = 40
"""Rows of which the kinds are looked at to tell what a list is about."""


def find(sheet: Sheet, first: int, last: int, settings: LayoutSettings) -> Found | None:
    """The first list whose headings stand from row `first` on and above row `last`."""
    columns = find_columns(sheet.rows, first, last, settings.headings)
    if columns is None or _is_ticked(sheet, columns):
        return None
    return Found(columns.top, columns.bottom, columns)


def _is_ticked(sheet: Sheet, columns: Columns) -> bool:
    """Whether times or kinds stand across in the headings, to be ticked: that is a matrix."""
    rows = sheet.rows[columns.top : columns.bottom + 2]
    stubs = [columns.fields[name] for name in ("date", "class", "subject") if name in columns.fields]
    if any(_at(rows[-1], column) not in ("", _at(rows[0], column)) for column in stubs):
        rows = rows[:-1]  # a row with values of its own heads nothing
    said = [about for row in rows for about in facets_of_row(row).values()]
    across = ("",) if "minutes" in columns.fields else ("", "minutes")  # «校内完成(分钟) | 校外完成(分钟)»
    kinds = {about.coordinates for about in said if about.dimensions == {"trait"} and about.field in across}
    return sum(bool(about.time) for about in said) > _MOST_TIMES_OF_A_ROW or len(kinds) > 1


def read(sheet: Sheet, found: Found, end: int, around: Around, settings: LayoutSettings) -> TableReading:
    """What the list holds, if its headings or what stands around it say that it is homework."""
    columns: Columns = found.headings
    reason = _why_not(sheet.rows[columns.top : end], columns, around)
    if reason:
        return TableReading([], [], reason)
    table = ListTable(sheet, columns, end, _with_corner(around.context, sheet.rows[columns.top], columns), settings)
    table.read()
    entries = turned_down(table.entries) if is_turned_down(sheet.rows, table.entries) else table.entries
    return TableReading(entries, table.problems, "", _account(sheet, columns), tuple(table.left))


def _with_corner(context: Context, headings: Sequence[Cell], columns: Columns) -> Context:
    """The context with the class that stands in the corner instead of a heading: «八(4)班 | 今日作业»."""
    corner = next((value for value in headings if value != ""), "")
    refs = read_classes(corner, context.grade) if isinstance(corner, str) and "class" not in columns.fields else ()
    return replace(context, classes=refs) if refs and all(ref.grade and ref.label for ref in refs) else context


def _account(sheet: Sheet, columns: Columns) -> tuple[ColumnAccount, ...]:
    """What each column with a heading was taken for, those that say nothing of homework too."""
    fields = {column: name for name, column in columns.fields.items()}
    headings = sheet.rows[columns.top]
    below = sheet.rows[columns.bottom]
    texts = {column: shown(value) or shown(_at(below, column)) for column, value in enumerate(headings)}
    return tuple(
        ColumnAccount(column_name(column), text, fields.get(column, "")) for column, text in texts.items() if text or column in fields
    )


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _kinds_named(rows: Grid, columns: Columns) -> list[Cell]:
    """What the cells of a column of kinds say: of «作业» beside «通知» a list is one of homework, whatever it is called."""
    column = columns.fields.get("kind")
    return [] if column is None else list(dict.fromkeys(_at(row, column) for row in rows[1:_SAMPLE]))


def _why_not(rows: Grid, columns: Columns, around: Around) -> str:
    """Why the list records no homework, '' if it does; "not-understood" where nobody can tell."""
    headings = joined([*rows[0], *_kinds_named(rows, columns)])
    placed = columns.fields.keys() & {"class", "grade", "date"}
    if placed and columns.fields.keys() >= {"minutes", "content", "subject"}:
        return ""  # whatever a title says beside it
    if speaks_of_homework([*around.texts, headings]):
        cells = (value for row in rows for value in row)
        return "inspection" if "minutes" not in columns.fields and is_inspection([*around.near, headings], cells) else ""
    if "subject" in columns.fields and placed and not other_record(around.titles):
        return ""
    other = other_record([*around.near, headings])
    context = around.context
    if not other and columns.fields.keys() >= {"minutes", "content", "class", "date"} and (context.subject or "kind" in columns.fields):
        return ""  # of one subject, whose name the file bears
    is_placed = any(ref.label for ref in context.classes) and (context.date or context.period)
    if not other and is_placed and columns.fields.keys() >= {"minutes", "content", "subject"}:
        return ""  # «每日小任务卡» of a class and a day
    return other or "not-understood"
