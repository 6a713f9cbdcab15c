"""Turns two sheets of a workbook, one with the homework and one with its minutes, into readings that know both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from homework_audit.layouts.beyond import shown_at
from homework_audit.layouts.headings import heading
from homework_audit.layouts.parallel import joined_tables
from homework_audit.layouts.table import TableReading
from homework_audit.layouts.understanding import left_open
from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.text import Cell, compact, shown

_NEAR = 8
"""Rows among which the headings of such a sheet stand."""
_FEWEST = 2


class _Numbered(NamedTuple):
    """A sheet with a column of numbers by which another one speaks of its rows: its heading row, that column, its rows by number."""

    top: int
    column: int
    rows: Mapping[str, Sequence[Cell]]


def with_sheets_joined(
    sheets: Sequence[Sheet], readings: Sequence[SheetReading], read: Callable[[Sheet], SheetReading]
) -> list[SheetReading]:
    """The readings, those of homework without minutes joined to those of minutes that fit it, by numbers or by class, day and subject."""
    joined = list(readings)
    for place, contents in enumerate(readings):
        if not _lacks_minutes(contents):
            continue
        for other, minutes in enumerate(readings):
            if other == place or not minutes.entries or _lacks_minutes(minutes):
                continue
            pair = _by_number(sheets[place], sheets[other], (contents, minutes), read) or _by_place(contents, minutes)
            if pair:
                joined[place], joined[other] = pair
                break
    return joined


def _lacks_minutes(reading: SheetReading) -> bool:
    told = [entry for entry in reading.entries if entry.state == "set"]
    return bool(told) and all(entry.content and entry.low is None for entry in told)


def _by_place(contents: SheetReading, minutes: SheetReading) -> tuple[SheetReading, SheetReading] | None:
    """Homework and minutes of the same classes, days and subjects; each entry is shown where its minutes stand."""
    tables = [TableReading(list(one.entries), list(one.problems), "") for one in (contents, minutes)]
    whole, rest = joined_tables(tables)
    if whole is tables[0]:
        return None
    timed = [entry for entry in whole.entries if entry.low is not None and entry.state == "set"]
    if not timed or rest.problems or any(entry.problems for entry in (*timed, *rest.entries)):
        return None  # what is left open is told where it stands
    left = [entry for entry in whole.entries if entry.low is None or entry.state != "set"]
    return contents._replace(entries=left, problems=whole.problems), minutes._replace(entries=[*timed, *rest.entries])


def _by_number(
    contents: Sheet, minutes: Sheet, readings: tuple[SheetReading, SheetReading], read: Callable[[Sheet], SheetReading]
) -> tuple[SheetReading, SheetReading] | None:
    """Homework with the minutes that another sheet states for its number; what has none there is told as before."""
    if any(entry.date and entry.classes for entry in readings[1].entries):
        return None
    found = _numbers(contents, minutes)
    if not found:
        return None
    own, other = found
    width = max(map(len, contents.rows))
    heads = minutes.rows[other.top]
    places = [place for place, value in enumerate(heads) if value != "" and place != other.column]
    told = [
        _beside(row, width, heads if number == own.top else other.rows.get(_number(row, own.column), ()), places)
        for number, row in enumerate(contents.rows)
    ]
    reading = read(replace(contents, rows=told))
    if reading.status != "read" or left_open(reading) >= left_open(readings[0]) + left_open(readings[1]):
        return None
    return shown_at(reading, [*range(width), *(own.column for _ in places)]), readings[1]._replace(entries=[], problems=[])


def _numbers(contents: Sheet, minutes: Sheet) -> tuple[_Numbered, _Numbered] | None:
    """The columns of the same heading by which every row of one sheet is found in the other, where it stands once, and the other way."""
    for top, row in enumerate(minutes.rows[:_NEAR]):
        for column, value in enumerate(row):
            about = heading(value)
            if value == "" or not isinstance(value, str) or (about and about.field != "other"):
                continue
            place = next(((at, heads.index(value)) for at, heads in enumerate(contents.rows[:_NEAR]) if value in heads), None)
            other = _numbered(minutes, top, column) if place else None
            own = _numbered(contents, *place) if place and other else None
            if own and other and own.rows.keys() == other.rows.keys() and len(other.rows) >= _FEWEST:
                is_once = len(other.rows) == sum(bool(_number(cells, column)) for cells in minutes.rows[top + 1 :])
                return (own, other) if is_once else None
    return None


def _numbered(sheet: Sheet, top: int, column: int) -> _Numbered:
    rows = {number: row for row in sheet.rows[top + 1 :] if (number := _number(row, column))}
    return _Numbered(top, column, rows)


def _number(row: Sequence[Cell], column: int) -> str:
    return compact(shown(row[column])) if column < len(row) else ""


def _beside(row: Sequence[Cell], width: int, other: Sequence[Cell], places: Sequence[int]) -> list[Cell]:
    """A row with what the other sheet says of it, in these places there, behind its last column."""
    return [*row, *[""] * (width - len(row)), *(other[place] if place < len(other) else "" for place in places)]
