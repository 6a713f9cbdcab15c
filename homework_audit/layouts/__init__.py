"""Turns a sheet into entries: every shape of table is looked for, and each table is read as the shape it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from homework_audit.layouts import form_layout, lines_layout, list_layout, matrix_layout
from homework_audit.layouts.bands import bands_of, within
from homework_audit.layouts.context import Context, context_of
from homework_audit.layouts.evidence import is_prose, other_record, speaks_of_homework
from homework_audit.layouts.fill import with_merged
from homework_audit.layouts.parallel import joined_tables
from homework_audit.layouts.rows import joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.sheet_tables import Layout, first_table, tables_of
from homework_audit.layouts.table import Around, TableReading
from homework_audit.models.reading import Problem, SheetReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.text import shown

_LOOKED_AT = 400
"""Texts of a sheet without tables that are looked at to tell what it is."""

LAYOUTS: Final[dict[str, Layout]] = {
    "form": Layout(form_layout.find, form_layout.read),
    "list": Layout(list_layout.find, list_layout.read),
    "matrix": Layout(matrix_layout.find, matrix_layout.read),
    "lines": Layout(lines_layout.find, lines_layout.read),
}


def understand(sheet: Sheet, names: Sequence[str], settings: LayoutSettings) -> SheetReading:
    """What one sheet holds. `names` are those of the file and its folders, nearest first; the sheet's own is added."""
    if not sheet.visible:
        return SheetReading(sheet.name, "", "hidden", "hidden", [], [])
    if not any(value != "" for row in sheet.rows for value in row) and not sheet.lost:
        return SheetReading(sheet.name, "", "not-homework", "empty", [], [])
    words = (sheet.name, *names) if sheet.name else tuple(names)
    whole = Sheet(sheet.name, with_merged(sheet.rows, sheet.merged), sheet.merged, sheet.visible, sheet.lost, sheet.typed)
    first = first_table(whole, 0, len(whole.rows), LAYOUTS, settings)
    if first is None:
        return _without_table(sheet, words)
    bands = bands_of(whole, first[1].top, first[1].bottom)
    read: list[tuple[str, TableReading]] = []
    for band in bands:
        part = within(whole, band) if len(bands) > 1 else whole
        read += _read_tables(part, words, settings)
    return _together(sheet, words, read)


def _read_tables(sheet: Sheet, words: Sequence[str], settings: LayoutSettings) -> list[tuple[str, TableReading]]:
    read = []
    context: Context | None = None
    top: tuple[str, ...] = ()
    for table in tables_of(sheet, LAYOUTS, settings):
        if table.titles or context is None:
            context = context_of(table.titles, (*reversed(top), *words))
        top = top or table.titles
        around = Around((*top, *(table.titles if top is not table.titles else ())), tuple(words), context)
        read.append((table.layout, LAYOUTS[table.layout].read(sheet, table.found, table.end, around, settings)))
    return read


def _together(sheet: Sheet, words: Sequence[str], read: Sequence[tuple[str, TableReading]]) -> SheetReading:
    """One reading of all tables: homework if any of them is, else what the first of them is."""
    homework = [(name, table) for name, table in read if not table.reason]
    if not homework:
        reasons = [table.reason for _, table in read]
        known = next((reason for reason in reasons if reason != "not-understood"), "")
        return SheetReading(sheet.name, "", "not-homework", known, [], []) if known else _not_understood(sheet, words)
    layout = "+".join(dict.fromkeys(name for name, _ in homework))
    reading = SheetReading(sheet.name, layout, "read", "", [], [])
    for table in joined_tables([table for _, table in homework]):
        shift = len(reading.problems)
        reading.problems.extend(table.problems)
        reading.entries.extend(
            entry._replace(problems=tuple(number + shift for number in entry.problems)) if entry.problems else entry
            for entry in table.entries
        )
    return reading


def _without_table(sheet: Sheet, words: Sequence[str]) -> SheetReading:
    """A sheet without any table that could hold homework: told apart by its words, else not understood."""
    texts = [shown(value) for row in sheet.rows for value in row if value != ""][:_LOOKED_AT]
    reason = "instructions" if is_prose(sheet.rows, [*words[:2], *texts[:2]]) else ""
    if not reason and not speaks_of_homework(texts):
        reason = other_record([*words[:2], *texts])
    if reason:
        return SheetReading(sheet.name, "", "not-homework", reason, [], [])
    return _not_understood(sheet, words)


def _not_understood(sheet: Sheet, words: Sequence[str]) -> SheetReading:
    """A sheet that nothing explains may hold homework of every class and day that its titles and names mention."""
    used = [row for row in sheet.rows if any(value != "" for value in row)]
    titles = [joined(row) for row in used[:3] if sum(value != "" for value in row) <= 2]
    text = next((shown(value) for row in used for value in row if value != ""), "")[:80]
    scope = context_of(titles, words).scope
    problem = Problem("sheet-not-understood", "", "", text, {"sheet": sheet.name}, scope, None)
    return SheetReading(sheet.name, "", "not-understood", "no-known-shape", [], [problem])
