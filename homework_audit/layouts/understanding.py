"""Turns a sheet into entries: every shape of table is looked for, and each table is read as the shape it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from sys import maxsize
from typing import Final, NamedTuple

from homework_audit.layouts import form_layout, lines_layout, list_layout, matrix_layout
from homework_audit.layouts.additions import with_additions
from homework_audit.layouts.bands import bands_of, within
from homework_audit.layouts.beyond import shown_at
from homework_audit.layouts.codes import decoded
from homework_audit.layouts.column_values import names_a_class
from homework_audit.layouts.columns_apart import Span
from homework_audit.layouts.context import Context, context_of, explain_context
from homework_audit.layouts.evidence import (
    holds_homework,
    is_dictionary,
    is_legend,
    is_sample,
    speaks_of_homework,
)
from homework_audit.layouts.fill import with_all_filled
from homework_audit.layouts.headings import LONGEST_HEADING
from homework_audit.layouts.junior_years import FOUR_YEARS, four_junior_years, with_four_junior_years
from homework_audit.layouts.labelled_cells import parted
from homework_audit.layouts.legends import explains_signs, legend_of
from homework_audit.layouts.mapped_layout import mapping_of, read_mapped
from homework_audit.layouts.odd_years import with_odd_years
from homework_audit.layouts.parallel import joined_tables
from homework_audit.layouts.rows import is_note, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.sheet_tables import Layout, Start, Table, first_table, tables_from, tables_of
from homework_audit.layouts.summary_tables import is_summary, without_summaries
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.layouts.totals import scope_of
from homework_audit.layouts.turned import turned
from homework_audit.layouts.unfolding import unfolded
from homework_audit.layouts.without_table import LOOKED_AT, not_understood, without_table
from homework_audit.models.marks import OWN_SHEET_START
from homework_audit.models.reading import Entry, Problem, Scope, SheetReading, TableAccount
from homework_audit.models.sheet import Sheet, cell_name, column_number
from homework_audit.values.classes import read_classes
from homework_audit.values.day_parts import day_parts
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark
from homework_audit.values.references import ClassRef
from homework_audit.values.stated_times import states_time

_FEW = 20
"""Entries for each problem of a sheet that is understood: codes and folded tables leave more open than slips of the pen do."""

_NUMBERING = expression(r"^\s*[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*")
LAYOUTS: Final[dict[str, Layout]] = {
    "messages": Layout(lines_layout.find_messages, lines_layout.read),
    "form": Layout(form_layout.find, form_layout.read),
    "list": Layout(list_layout.find, list_layout.read),
    "matrix": Layout(matrix_layout.find, matrix_layout.read),
    "lines": Layout(lines_layout.find, lines_layout.read),
}
_BY_SENDER: Final = {"messages": Layout(lines_layout.find_messages_by_sender, lines_layout.read)}


def understand(sheet: Sheet, names: Sequence[str], settings: LayoutSettings) -> SheetReading:
    """What one sheet holds. `names` are those of the file and its folders, nearest first; the sheet's own is added."""
    if not sheet.visible:
        return SheetReading(sheet.name, "", "hidden", "hidden", [], [])
    if not any(value != "" for row in sheet.rows for value in row) and not sheet.lost:
        return SheetReading(sheet.name, "", "not-homework", "empty", [], [])
    if sheet.rows and sheet.rows[0] and str(sheet.rows[0][0]).startswith(OWN_SHEET_START):
        return SheetReading(sheet.name, "", "not-homework", "own-findings", [], [])
    if is_dictionary(sheet.rows) or is_sample(sheet.name, sheet.rows):
        return SheetReading(sheet.name, "", "not-homework", "instructions", [], [])
    words = (sheet.name, *names) if sheet.name else tuple(names)
    if settings.junior_years == FOUR_YEARS:
        sheet, words = with_four_junior_years(sheet), tuple(map(four_junior_years, words))
    reading = _understood(sheet, words, settings)
    if reading.problems and left_open(reading) * _FEW > len(reading.entries):
        reading = _looked_at_again(sheet, words, settings, reading)
    elif explains_signs(sheet.rows) and (in_words := decoded(sheet, legend_of(sheet))):
        reading = min(_understood(in_words, words, settings), reading, key=left_open)
    if reading.status == "not-understood" or (reading.entries and not _known(reading)):
        reading = _with_parts(sheet, words, settings, reading)
    if reading.status == "not-understood":
        reading = _turned(sheet, words, settings) or _told_by_senders(sheet, words, settings) or reading
    if reading.status == "not-understood" and is_legend(sheet.name, [value for row in sheet.rows for value in row if value != ""]):
        return SheetReading(sheet.name, "", "not-homework", "instructions", [], [], reading.tables)
    return reading._replace(classes=_listed_classes(sheet, words)) if reading.status == "not-homework" else with_odd_years(reading)


def _understood(sheet: Sheet, words: tuple[str, ...], settings: LayoutSettings, layouts: Mapping[str, Layout] = LAYOUTS) -> SheetReading:
    whole = replace(sheet, rows=with_all_filled(sheet.rows, sheet.merged))
    mapped = mapping_of(whole, settings)
    if mapped:
        return read_mapped(whole, mapped, words, settings)
    first = first_table(whole, 0, len(whole.rows), layouts, settings)
    if first is None:
        return without_table(sheet, words)
    bands = bands_of(whole, first[1].top, first[1].bottom)
    read: list[_Read] = []
    for band in bands:
        alone = len(bands) == 1
        part = whole if alone else within(whole, band, first[1].top)
        starts = tables_from(part, layouts, settings, first if alone else None)
        read += _read_tables(part, words, settings, layouts, starts)
    return _together(sheet, words, read)


def _looked_at_again(sheet: Sheet, words: tuple[str, ...], settings: LayoutSettings, reading: SheetReading) -> SheetReading:
    """The reading that leaves least open, of a sheet that may be written in codes or fold several tables into one."""
    in_words = decoded(sheet, legend_of(sheet))
    told = [_understood(in_words, words, settings), reading] if in_words else [reading]
    whole = in_words or sheet
    read: list[_Read] = []
    for part in unfolded(replace(whole, rows=with_all_filled(whole.rows, whole.merged))):
        start = first_table(part, 0, len(part.rows), LAYOUTS, settings)
        read += _read_tables(part, words, settings, LAYOUTS, [start]) if start else []
    if read:
        told.append(_together(sheet, words, read))
    return min(told, key=left_open)


def left_open(reading: SheetReading) -> int:
    """How much a reading leaves open: its problems, and the homework of which class or day is not known; all of a sheet not understood."""
    if reading.status == "not-understood":
        return maxsize
    return len(reading.problems) + sum(entry.date is None or not entry.classes for entry in reading.entries)


def _with_parts(sheet: Sheet, words: tuple[str, ...], settings: LayoutSettings, reading: SheetReading) -> SheetReading:
    """The reading of a sheet whose texts label their parts, if it tells minutes of more homework."""
    more = parted(sheet)
    told = shown_at(_understood(more.sheet, words, settings), more.columns) if more else reading
    return told if _known(told) > _known(reading) else reading


def _known(reading: SheetReading) -> int:
    """Of how much homework the minutes are known."""
    return sum(entry.low is not None for entry in reading.entries)


def _turned(sheet: Sheet, words: tuple[str, ...], settings: LayoutSettings) -> SheetReading | None:
    """The reading of a sheet with its fields down and a homework a column, if it is one."""
    other_way = turned(sheet)
    reading = _understood(other_way.sheet, words, settings) if other_way else None
    return other_way.back(reading) if other_way and reading and reading.status == "read" else None


def _told_by_senders(sheet: Sheet, words: tuple[str, ...], settings: LayoutSettings) -> SheetReading | None:
    """The reading of a log of messages that do not say themselves whose homework they are, if it is one."""
    reading = _understood(sheet, words, settings, _BY_SENDER)
    return reading if reading.status == "read" else None


def _listed_classes(sheet: Sheet, words: Sequence[str]) -> tuple[ClassRef, ...]:
    """The classes that the sheet names in cells of their own, with the grade that the words around it may give."""
    grade = context_of([joined(row) for row in sheet.rows[:2]], words).grade
    cells = dict.fromkeys(value for row in sheet.rows for value in row if names_a_class(value))
    refs = (ref for value in cells for ref in read_classes(value, grade))
    return tuple(dict.fromkeys(ref for ref in refs if ref.grade and ref.label))


_HEADED: Final = frozenset({"list", "matrix"})
"""The layouts that have rows of headings, and homework below them alone."""


class _Read(NamedTuple):
    """One table as it was read: its shape and place, what it holds, and how it was understood if somebody asked."""

    layout: str
    found: Found
    end: int
    scope: Scope
    table: TableReading
    account: TableAccount | None
    is_summary: bool = False


def _read_tables(
    sheet: Sheet, words: Sequence[str], settings: LayoutSettings, layouts: Mapping[str, Layout], starts: Sequence[Start]
) -> list[_Read]:
    read: list[_Read] = []
    around: Around | None = None
    top: tuple[str, ...] = ()
    for table in tables_of(sheet, starts):
        if table.titles or around is None:
            titles = (*top, *table.titles)
            around = Around(titles, tuple(words), context_of(table.titles, (*reversed(_of_all(top)), *words), settings.monday))
        elif _stands_apart(sheet, table.found.top):
            around = around._replace(context=around.context.of_kind(context_of((), words)))
        if table.layout == "form" and not table.titles and read and read[-1].layout == "form" and not _stands_apart(sheet, table.found.top):
            around = around._replace(context=_of_form_above(around.context, read[-1].table.entries))
        top = top or table.titles
        reading = layouts[table.layout].read(sheet, table.found, table.end, around, settings)
        account = _account(table, reading, around) if settings.explain else None
        read.append(_Read(table.layout, table.found, table.end, around.context.scope, reading, account, is_summary(table.titles)))
    return read


def _of_all(titles: Sequence[str]) -> list[str]:
    """The titles above the first table that speak for those below as well: not «口头作业», where each has a caption of its own."""
    return [text for text in titles if not is_mark(_NUMBERING.sub("", text).strip("【】[]()（）:： "))]


def _of_form_above(context: Context, entries: Sequence[Entry]) -> Context:
    """The context of a form that goes on right below another: where it names no class and no day, it is of those above."""
    if not entries:
        return context
    known = scope_of(entries)
    return replace(
        context, classes=context.classes or known.classes, date=context.date or (known.first if known.first == known.last else None)
    )


def _stands_apart(sheet: Sheet, top: int) -> bool:
    """Whether a blank row parts a table from what stands above it: the title there may be that of the other table alone."""
    return top > 0 and all(value == "" for value in sheet.rows[top - 1])


def _account(table: Table, reading: TableReading, around: Around) -> TableAccount:
    first, last = table.found.top + 1, max(table.found.bottom, table.found.top) + 1
    rows = str(first) if first == last else f"{first}-{last}"
    context = explain_context(around.titles, around.names)
    return TableAccount(table.layout, rows, reading.reason, reading.columns, context, reading.left)


def _together(sheet: Sheet, words: Sequence[str], read: Sequence[_Read]) -> SheetReading:
    """One reading of all tables: homework if any of them is, else what the first of them is."""
    accounts = tuple(one.account for one in read if one.account)
    homework = [one for one in read if not one.table.reason and not _is_doubtful(sheet, one)]
    if not homework:
        known = next((one.table.reason for one in read if one.table.reason not in ("", "not-understood")), "")
        cells = list(islice((value for row in sheet.rows for value in row if value != ""), LOOKED_AT))
        doubtful = any(one.table.reason == "not-understood" for one in read) or _announces_homework(sheet, read[0].found.bottom + 1)
        if known and not holds_homework(cells) and not doubtful:
            return SheetReading(sheet.name, "", "not-homework", known, [], [], accounts)
        return not_understood(sheet, words)._replace(tables=accounts)
    layout = "+".join(dict.fromkeys(one.layout for one in homework))
    titles = (joined(row) for row in sheet.rows[: homework[0].found.top])
    reading = SheetReading(sheet.name, layout, "read", "", [], [], accounts, parts=tuple(sorted(day_parts(" ".join(titles)))))
    reading.problems.extend(_table_not_understood(sheet, one) for one in read if _is_doubtful(sheet, one))
    tables = without_summaries([one.table for one in homework], [one.is_summary for one in homework])
    for table in joined_tables(tables):
        shift = len(reading.problems)
        reading.problems.extend(table.problems)
        reading.entries.extend(
            entry._replace(problems=tuple(number + shift for number in entry.problems)) if entry.problems else entry
            for entry in table.entries
        )
    headed = [one for one in homework if one.layout in _HEADED]
    spans = [Span(one.found.top, max(one.found.top, one.found.bottom), one.end, _columns_used(one.table)) for one in headed]
    return with_additions(sheet, reading, homework[0].scope, spans, [row for one in homework for row in one.table.left])


def _columns_used(table: TableReading) -> frozenset[int]:
    """The columns of which something was made."""
    return frozenset(column_number(account.place) for account in table.columns if account.field)


def _announces_homework(sheet: Sheet, first: int) -> bool:
    """Whether a title among the rows from `first` on says that homework follows, though no table was found there."""
    texts = [value for row in sheet.rows[first:] if len({value for value in row if value != ""}) == 1 for value in row if value != ""]
    return speaks_of_homework(text for text in texts if isinstance(text, str) and len(text) <= LONGEST_HEADING and not is_note(text))


def _is_doubtful(sheet: Sheet, read: _Read) -> bool:
    """Whether a table beside others holds something that was not understood: it has rows, and none of them is explained."""
    if read.table.reason:
        return read.table.reason == "not-understood"
    if read.table.entries or read.table.problems or read.table.left:
        return False
    body, head = sheet.rows[read.found.bottom + 1 : read.end], sheet.rows[read.found.top : read.found.bottom + 1]
    if any(isinstance(value, int | float) or (isinstance(value, str) and states_time(value)) for row in head for value in row):
        return True
    return any(sum(value != "" for value in row) > 1 for row in body)


def _table_not_understood(sheet: Sheet, read: _Read) -> Problem:
    """The problem with a table that is not understood beside others that are."""
    column = next((column for column, value in enumerate(sheet.rows[read.found.top]) if value != ""), 0)
    text = joined(sheet.rows[read.found.top])[:80]
    cell = cell_name(read.found.top, column)
    return Problem("sheet-not-understood", "table", cell, text, {"sheet": sheet.name}, read.scope, None)
