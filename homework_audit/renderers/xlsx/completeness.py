"""Turns who reported what into a grid: a row for a class and day, a column for a subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from homework_audit.messages import class_name, say, shown, subject_name
from homework_audit.models.report import Completeness
from homework_audit.renderers.subjects import in_order
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.cell_text import MARGIN, display_width
from homework_audit.renderers.xlsx.formats import AMBER
from homework_audit.renderers.xlsx.sheet import Cell, Value
from homework_audit.renderers.xlsx.table import hold_headings

_MOST_ROWS: Final = 1_048_000
_STYLES: Final = {"reported": "centred", "none": "quiet", "not-reported": "doubtful", "missing": "bad"}


def add_completeness(book: Book) -> None:
    """Reported, none declared, not reported and missing are four different words and colours; an empty cell is not expected."""
    report, lang = book.report, book.lang
    lines = report.completeness[:_MOST_ROWS]
    subjects = in_order(name for line in lines for name in (*line.reported, *line.none, *line.not_reported))
    sheet = book.add_sheet("sheet.completeness", AMBER, pages_wide=1)
    with_school = any(line.school for line in lines)
    heads = [*(["column.school"] if with_school else []), "column.class", "column.date"]
    names, words = [subject_name(name, lang) for name in subjects], _words(book)
    for column, text in enumerate([*(say(lang, key) for key in heads), *names]):
        sheet.put(0, column, text, "heading")
    for number, line in enumerate(lines, start=1):
        place: list[Value] = [line.school] if with_school else []
        place += [class_name(line.grade, line.school_class, lang), shown(line.day)]
        for column, value in enumerate([*place, *(_state(line, name, words) for name in subjects)]):
            sheet.put(number, column, value)
    sheet.worksheet.set_column(0, len(heads) - 1, 16)
    widest = max(map(display_width, (*names, *words.values())))
    sheet.worksheet.set_column(len(heads), len(heads) + len(subjects), widest + MARGIN)
    sheet.worksheet.autofilter(0, 0, max(len(lines), 1), max(len(heads) + len(subjects) - 1, 0))
    hold_headings(sheet, 0, len(heads))


def _words(book: Book) -> Mapping[str, str]:
    """The words of the four states in the language of the report."""
    keys = {"reported": "reported", "none": "none-reported", "not-reported": "not-reported", "missing": "missing-report"}
    return {state: say(book.lang, key) for state, key in keys.items()}


def _state(line: Completeness, subject: str, words: Mapping[str, str]) -> Value:
    states = {"reported": line.reported, "none": line.none, "missing": line.missing, "not-reported": line.not_reported}
    state = next((state for state, names in states.items() if subject in names), None)
    return Cell(words[state], _STYLES[state]) if state else ""
