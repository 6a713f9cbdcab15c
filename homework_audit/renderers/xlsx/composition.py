"""Turns who contributes what into a sheet: a row a class, a column a subject, the minutes a class-day in colour, and bars."""

from __future__ import annotations

from typing import Any, Final

from homework_audit.locale.fonts import FONTS
from homework_audit.messages import class_name, say, subject_name
from homework_audit.renderers.subjects import contributing_subjects
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.cell_text import display_width
from homework_audit.renderers.xlsx.formats import GREEN
from homework_audit.renderers.xlsx.sheet import Sheet
from homework_audit.renderers.xlsx.table import hold_headings

_HEADS: Final = ("column.class", "column.class-days", "column.mean")
_MOST_ROWS: Final = 1_048_000
_MOST_BARS: Final = 24
_ARROW: Final = 4
"""The columns that a heading needs for the arrow of its filter, and around it."""
_SCALE: Final = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#8EA9DB"}


def add_composition(book: Book) -> None:
    """The minutes that each subject gives a class on a mean class-day; what it never gives is left empty."""
    report, lang = book.report, book.lang
    lines, subjects = report.composition[:_MOST_ROWS], contributing_subjects(report)
    sheet = book.add_sheet("sheet.composition", GREEN)
    heads = [*(say(lang, key) for key in _HEADS), *(subject_name(name, lang) for name in subjects)]
    for column, text in enumerate(heads):
        sheet.put(1, column, text, "heading")
    for row, line in enumerate(lines, start=2):
        sheet.put(row, 0, class_name(line.grade, line.school_class, lang, line.school), "centred")
        sheet.put(row, 1, line.class_days, "number")
        sheet.put(row, 2, line.mean, "number")
        for column, name in enumerate(subjects, start=len(_HEADS)):
            found = line.subjects.get(name)
            sheet.put(row, column, found.mean if found else None, "number")
    sheet.put(0, 0, say(lang, "composition.about"), "note-line")
    if not lines:
        sheet.put(2, 0, say(lang, "no-findings"), "note")
    sheet.worksheet.set_column(0, 0, 18)
    sheet.worksheet.set_column(1, len(heads) - 1, max(map(display_width, heads[1:])) + _ARROW)
    sheet.worksheet.autofilter(1, 0, max(len(lines), 1) + 1, len(heads) - 1)
    hold_headings(sheet, 1, 1)
    if lines and subjects:
        sheet.worksheet.conditional_format(2, len(_HEADS), len(lines) + 1, len(heads) - 1, _SCALE)
        _add_chart(book, sheet, min(len(lines), _MOST_BARS), len(subjects), len(lines) + 3)


def _add_chart(book: Book, sheet: Sheet, lines: int, subjects: int, row: int) -> None:
    """A bar for each of the first classes, its subjects one behind the other."""
    lang, name = book.lang, say(book.lang, "sheet.composition")
    chart: Any = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for column in range(len(_HEADS), len(_HEADS) + subjects):
        chart.add_series(
            {"name": [name, 1, column], "categories": [name, 2, 0, lines + 1, 0], "values": [name, 2, column, lines + 1, column], "gap": 40}
        )
    font = {"name": FONTS[lang], "size": 9}
    chart.set_title({"name": say(lang, "chart.composition"), "name_font": {**font, "size": 11, "bold": True}})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_y_axis({"reverse": True, "num_font": font, "major_tick_mark": "none"})
    chart.set_x_axis({"num_font": font, "min": 0, "label_position": "high"})
    chart.set_size({"width": 900, "height": 130 + 22 * lines})
    sheet.worksheet.insert_chart(row, 0, chart, {"object_position": 1, "description": say(lang, "chart.composition")})
