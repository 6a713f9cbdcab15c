"""Turns one sheet into the tables on it: where each begins and ends, which titles are its own, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from homework_audit.layouts.columns import Columns
from homework_audit.layouts.evidence import names_task
from homework_audit.layouts.facets import ROW_FIELDS, facets
from homework_audit.layouts.matrix_headings import MatrixHeadings
from homework_audit.layouts.rows import is_note, is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table import Found, TableReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.classes import classes_within, read_classes
from homework_audit.values.dates import dates_within, read_date
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell

_DAY_NAMED = expression(r"\s*[◆●■★▲#]*\s*(?:作业)?(?:布置|公示)?(?:日期|时间)\s*[:：]\s*[\d年月日号./()（）周星期一二三四五六天\s-]+$")
_NEAR = 60
_TITLE_CELLS = 4
_LABELLED_CELLS = 6


_MOST_USUAL = "list"
"""The layout that is looked for first: where its table begins, the others need not look further."""

Start = tuple[str, Found]
"""The name of a layout, and where its table begins."""


class Layout(NamedTuple):
    """A shape of table: a function that finds the first one on a sheet, and one that reads it."""

    find: Callable[[Sheet, int, int, LayoutSettings], Found | None]
    read: Callable[..., TableReading]


@dataclass(frozen=True)
class Table:
    """A table on a sheet: its shape, its headings, the row behind its last one, and the titles right above it."""

    layout: str
    found: Found
    end: int
    titles: tuple[str, ...]


def tables_of(sheet: Sheet, starts: Sequence[Start]) -> list[Table]:
    """The tables of a sheet that begin there, from top to bottom."""
    tables = []
    before = 0
    for position, (layout, found) in enumerate(starts):
        is_last = position + 1 == len(starts)
        end = len(sheet.rows) if is_last else _end_before_titles(sheet, found, starts[position + 1][1].top)
        titles = tuple(joined(_once(row)) for row in sheet.rows[before : found.top] if any(value != "" for value in row))
        tables.append(Table(layout, found, end, titles))
        before = end
    return tables


def first_table(sheet: Sheet, first: int, last: int, layouts: Mapping[str, Layout], settings: LayoutSettings) -> Start | None:
    """The table that begins first from row `first` on and above row `last`; of several in one row the first layout's."""
    ranks = {name: rank for rank, name in enumerate(layouts)}
    best: Start | None = None
    for end in sorted({min(last, first + _NEAR), last}):  # most tables begin near the top, and a sheet may have a million rows
        for name in sorted(layouts, key=lambda name: (name != _MOST_USUAL, ranks[name])):
            bound = end if best is None else min(end, best[1].top + (ranks[name] < ranks[best[0]]))
            found = layouts[name].find(sheet, first, bound, settings)
            if found and (best is None or found.top < best[1].top or ranks[name] < ranks[best[0]]):
                best = (name, found)
        if best:
            break
    return best


def tables_from(sheet: Sheet, layouts: Mapping[str, Layout], settings: LayoutSettings, start: Start | None = None) -> list[Start]:
    """Where the tables of a sheet begin, from top to bottom; `start` is the first of them where it is known."""
    starts = []
    current = start or first_table(sheet, 0, len(sheet.rows), layouts, settings)
    while current:
        starts.append(current)
        current = _next(sheet, current[1], layouts, settings)
    return starts


def _next(sheet: Sheet, found: Found, layouts: Mapping[str, Layout], settings: LayoutSettings) -> Start | None:
    """The next table below: its headings are the same again, or stand below a blank row or a title."""
    heading_row = sheet.rows[found.top]
    key = next((column for column, value in enumerate(heading_row) if value != ""), 0)
    for number in range(max(found.top, found.bottom) + 1, len(sheet.rows)):
        row = sheet.rows[number]
        again = key < len(row) and row[key] == heading_row[key] and row[key] != ""
        if again or (_follows_a_break(sheet, number) and _heads_anew(row, heading_row) and not _goes_on(row, found)):
            start = first_table(sheet, number, number + 1, layouts, settings)
            if start and start[1].top == number:
                return start
    return None


def _goes_on(row: Sequence[Cell], found: Found) -> bool:
    """Whether a row below a blank one is of the table above it: it has its class, its day and its homework where they stand there."""
    columns = _columns_of(found)
    fields = {name: row[column] for name, column in columns.items() if column < len(row) and row[column] != ""}
    placed = [bool(read_classes(fields["class"], 1))] if "class" in fields else []
    placed += [read_date(fields["date"]) is not None] if "date" in fields else []
    return all(placed) and len(placed) == len(columns.keys() & {"class", "date"}) > 0 and bool(fields.keys() & {"content", "minutes"})


def _columns_of(found: Found) -> dict[str, int]:
    """The first column of each field in the headings of a list or a matrix; none of a table without headings."""
    if isinstance(found.headings, Columns):
        return found.headings.fields
    columns: dict[str, int] = {}
    if isinstance(found.headings, MatrixHeadings):
        for column, about in found.headings.columns.items():
            columns.setdefault(about.field, column)
    return columns


def _follows_a_break(sheet: Sheet, number: int) -> bool:
    row, before = sheet.rows[number], sheet.rows[number - 1]
    return len(before) - before.count("") <= 2 and len(row) - row.count("") >= 2 and len(set(_once(before))) <= 2


def _heads_anew(row: Sequence[Cell], heading_row: Sequence[Cell]) -> bool:
    """Whether a row says what its columns hold; a row of subjects alone may be the lower half of a timetable."""
    said = [about for value in row if value != "" and (about := facets(value))]
    fields = ROW_FIELDS | {"content", "minutes"}
    return any(about.field in fields or about.dimensions - {"subject"} for about in said) or list(row) == list(heading_row)


def _end_before_titles(sheet: Sheet, found: Found, following: int) -> int:
    """Where the rows of a table end and the titles of the next one begin: titles state no minutes and close nothing."""
    end = following
    day = _columns_of(found).get("date")
    is_near = True  # no blank row stands between it and the table below
    while end > found.bottom + 1 and not _is_of_a_day(sheet.rows[end - 1], day):
        row = sheet.rows[end - 1]
        is_near = is_near and any(value != "" for value in row)
        if not (_is_title(row) or (is_near and _names_day(row))):
            break
        end -= 1
    return end


def _names_day(row: Sequence[Cell]) -> bool:
    """Whether a row holds no more than the day of what follows: «日期：2026.11.25（周三）»."""
    texts = _once(row)
    return len(texts) == 1 and isinstance(texts[0], str) and _DAY_NAMED.match(texts[0]) is not None and len(dates_within(texts[0])) == 1


def _is_of_a_day(row: Sequence[Cell], column: int | None) -> bool:
    """Whether a row has a day where those of the table have theirs, and something beside it: «9月18日 | 周末习作 | 习作提纲»."""
    if column is None or column >= len(row) or read_date(row[column]) is None or _is_labelled(row):
        return False
    return any(value not in ("", row[column]) and not dates_within(str(value)) and not classes_within(str(value)) for value in row)


def _is_title(row: Sequence[Cell]) -> bool:
    used = [value for value in row if value != ""]
    texts = [value for value in dict.fromkeys(_once(row)) if isinstance(value, str)]
    if not used or _is_labelled(row):
        return True
    if len(texts) > _TITLE_CELLS or len(texts) < len(set(map(str, used))) or is_total(texts[0]) or is_note(texts[0]):
        return False
    if any(states_time(text) or read_minutes(text).low is not None for text in texts):
        return False
    if len(texts) == 1:
        return True
    if any(subject(text) is not None or names_task(text) for text in texts):
        return False
    return any(":" in text or "：" in text or classes_within(text) or dates_within(text) for text in texts)


def _is_labelled(row: Sequence[Cell]) -> bool:
    """Whether a row begins with a label and says nothing of homework: «班级人数 | 42 | 班主任 | …»."""
    used = [value for value in row if value != ""]
    labels = sum(map(_is_label, used[::2]))
    if not _is_label(used[0]) or (len(used) > _LABELLED_CELLS and 2 * labels < len(used[::2])):
        return False
    return not any(isinstance(value, str) and states_time(value) for value in used)


def _is_label(value: Cell) -> bool:
    about = facets(value)
    return about is not None and about.field not in ("", "content", "minutes") and not about.dimensions and not about.total


def _once(row: Sequence[Cell]) -> list[Cell]:
    return list(dict.fromkeys(value for value in row if value != ""))
