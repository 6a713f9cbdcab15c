"""Turns the class-days into a map: classes down, days across, coloured by how much of the cap is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import say, shown
from homework_audit.models.report import ClassDay
from homework_audit.renderers.words import class_of, word
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.cell_text import display_width
from homework_audit.renderers.xlsx.formats import GREEN
from homework_audit.renderers.xlsx.heat import day_cell, write_legend
from homework_audit.renderers.xlsx.sheet import Area, Sheet, Value
from homework_audit.renderers.xlsx.table import hold_headings

_Class = tuple[str | None, int, str | None]
_DAYS_A_PAGE: Final = 21
_MOST_DAYS: Final = 16_000
_DAY_WIDTH: Final = 8
_OFF: Final = frozenset({"day-off", "holiday"})
_HEADINGS_AT: Final = 1


class _Line(NamedTuple):
    """One class: its school and grade, what stands left of its days, and its days."""

    grade: tuple[str | None, int]
    heads: list[Value]
    days: dict[date, ClassDay]


def add_grid(book: Book) -> None:
    """A row a class, a column a day that any class has; where two lines of a legend are needed, the table begins under it."""
    report, lang = book.report, book.lang
    kinds = {day.day: day.day_type for day in report.class_days}
    days = sorted(kinds)[:_MOST_DAYS]
    sheet = book.add_sheet("sheet.grid", GREEN, pages_wide=max(1, ceil(len(days) / _DAYS_A_PAGE)))
    with_school = any(day.school for day in report.class_days)
    keys = [*(["column.school"] if with_school else []), "column.grade", "column.class", "column.limit"]
    lines = _lines(report.class_days, lang, with_school=with_school)
    _write_headings(sheet, [say(lang, key) for key in keys], days, kinds, lang)
    _write_lines(sheet, lines, days, len(keys))
    if not lines:
        sheet.put(_HEADINGS_AT + 1, 0, say(lang, "no-findings"), "note")
    _set_widths(sheet, keys, lines)
    more = len(kinds) - len(days)
    write_legend(sheet, len(keys), say(lang, "legend.title") + (say(lang, "more-places", count=more) if more else ""), lang)
    sheet.worksheet.autofilter(_HEADINGS_AT, 0, _HEADINGS_AT + max(len(lines), 1), len(keys) - 1)
    hold_headings(sheet, _HEADINGS_AT, len(keys))


def _lines(class_days: Sequence[ClassDay], lang: Lang, *, with_school: bool) -> list[_Line]:
    of_class: dict[_Class, dict[date, ClassDay]] = {}
    for day in class_days:
        of_class.setdefault((day.school, day.grade, day.school_class), {})[day.day] = day
    return [_Line((school, grade), _heads(days, lang, with_school=with_school), days) for (school, grade, _), days in of_class.items()]


def _heads(days: Mapping[date, ClassDay], lang: Lang, *, with_school: bool) -> list[Value]:
    first = next(iter(days.values()))
    caps = sorted({day.limit for day in days.values() if day.limit is not None})
    cap: Value = caps[0] if len(caps) == 1 else " / ".join(shown(limit) for limit in caps) or say(lang, "no-cap")
    return [*([first.school] if with_school else []), first.grade, class_of(first, lang), cap]


def _write_headings(sheet: Sheet, heads: Sequence[str], days: Sequence[date], kinds: Mapping[date, str], lang: Lang) -> None:
    for column, head in enumerate(heads):
        sheet.put(_HEADINGS_AT, column, head, "heading")
    years = len({day.year for day in days}) > 1
    for column, day in enumerate(days, start=len(heads)):
        kind = kinds[day]
        parts = [f"{day:%Y-%m-%d}" if years else f"{day:%m-%d}", say(lang, f"weekday.{day.isoweekday()}")]
        if kind != "school-day":
            parts.append(word(lang, kind, kind))
        sheet.put(_HEADINGS_AT, column, "\n".join(parts), "heading-off" if kind in _OFF else "heading")
    sheet.worksheet.set_row(_HEADINGS_AT, 52)
    if days:
        sheet.worksheet.set_column(len(heads), len(heads) + len(days) - 1, _DAY_WIDTH + 3 * years)


def _write_lines(sheet: Sheet, lines: Sequence[_Line], days: Sequence[date], first: int) -> None:
    grades = list(dict.fromkeys(line.grade for line in lines))
    places = {day: column for column, day in enumerate(days, start=first)}
    for row, line in enumerate(lines, start=_HEADINGS_AT + 1):
        shade = grades.index(line.grade) % 2
        for column, head in enumerate(line.heads):
            sheet.put(row, column, head, f"head-{shade}")
        for day, found in line.days.items():
            if day in places:
                sheet.put(row, places[day], day_cell(found))
    if lines and days:
        sheet.frame(Area(_HEADINGS_AT + 1, first, _HEADINGS_AT + len(lines), first + len(days) - 1))


def _set_widths(sheet: Sheet, keys: Sequence[str], lines: Sequence[_Line]) -> None:
    for column, key in enumerate(keys):
        narrow = key in ("column.grade", "column.limit")
        widest = max((display_width(str(line.heads[column] or "")) for line in lines), default=0)
        sheet.worksheet.set_column(column, column, 9 if narrow else min(max(widest, 10), 24) + 2)
