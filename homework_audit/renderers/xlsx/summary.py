"""Turns the report into one page that a head of school reads at a glance: the answer, the figures, who is furthest over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from homework_audit.messages import class_name, say, subjects_text
from homework_audit.models.report import ClassDay, Report
from homework_audit.renderers.answer import answer_of
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.words import filters_text, minutes_of
from homework_audit.renderers.xlsx.book import Book, period_text
from homework_audit.renderers.xlsx.cell_text import lines_needed
from homework_audit.renderers.xlsx.chart import add_chart
from homework_audit.renderers.xlsx.figures import write_figures
from homework_audit.renderers.xlsx.formats import RED
from homework_audit.renderers.xlsx.sheet import Sheet, Span

_COLUMN_WIDTH: Final = 8
_MERGED_WIDTH: Final = _COLUMN_WIDTH + 1
"""What a column adds to a cell that lies over several: it needs no margin of its own."""
_PAGE: Final = Span(0, 11, 12 * _MERGED_WIDTH)
_SMALL_PRINT: Final = Span(0, 11, 12 * _MERGED_WIDTH * 1.15)
_MOST_SHOWN: Final = 10
_CLASS, _SUBJECTS = Span(0, 1, 2 * _MERGED_WIDTH), Span(7, 11, 5 * _MERGED_WIDTH)
_COLUMNS: Final = (
    ("column.class", _CLASS, "text"),
    ("column.date", Span(2, 3), "date"),
    ("column.minutes", Span(4, 4), "strong"),
    ("column.limit", Span(5, 5), "number"),
    ("column.excess", Span(6, 6), "strong"),
    ("column.subjects", _SUBJECTS, "text"),
)


def add_summary(book: Book) -> None:
    """The first sheet, on one A4 page."""
    report = book.report
    sheet = book.add_sheet("sheet.summary", RED, pages_high=1, portrait=True)
    sheet.worksheet.set_column(_PAGE.first, _PAGE.last, _COLUMN_WIDTH)
    row = _write_answer(sheet, report)
    row = write_figures(sheet, row + 1, report)
    over = sorted((day for day in report.class_days if day.verdict == "over"), key=_excess, reverse=True)
    if over:
        top = row + 1
        row = _write_furthest(sheet, top, over, report)
        row = add_chart(book, sheet, row + 1, top + 2, over[:_MOST_SHOWN])
    _write_notes(sheet, row + 1, report)


def _write_answer(sheet: Sheet, report: Report) -> int:
    """Title, period, the answer, and the sentences that open every format; returns the row after them."""
    lang = report.lang
    sheet.put_wide(0, _PAGE, say(lang, "title"), "title")
    sheet.worksheet.set_row(0, 34)
    about = [f"{say(lang, 'period')} {period_text(report.period)}"] if period_text(report.period) else []
    about.append(f"{say(lang, 'column.policy')} {report.policy.name}")
    sheet.put_paragraph(1, _PAGE, " · ".join(about), "subtitle")
    row = 2
    if chosen := filters_text(report):
        sheet.put_paragraph(row, _PAGE, chosen, "subtitle")
        row += 1
    answer, colour = answer_of(report)
    sheet.put_wide(row + 1, _PAGE, answer, f"band-{colour}")
    sheet.worksheet.set_row(row + 1, 46)
    row += 2
    for number, line in enumerate(headline(report)):
        style = "lead" if number or report.complete else "lead-amber"
        sheet.put_paragraph(row, _PAGE, line, style)
        row += 1
    return row


def _write_furthest(sheet: Sheet, top: int, over: Sequence[ClassDay], report: Report) -> int:
    lang, days = report.lang, over[:_MOST_SHOWN]
    sheet.put_wide(top, _PAGE, say(lang, "figure.top", count=len(days), over=len(over)), "section")
    for key, span, _ in _COLUMNS:
        sheet.put_wide(top + 1, span, say(lang, key), "heading")
    for row, day in enumerate(days, start=top + 2):
        name, subjects = class_name(day.grade, day.school_class, lang, day.school), subjects_text(day.subjects, lang)
        values = (name, day.day, minutes_of(day.minutes, day.limit, lang), day.limit, _excess(day), subjects)
        for (_, span, style), value in zip(_COLUMNS, values, strict=True):
            sheet.put_wide(row, span, value, style)
        sheet.set_lines(row, max(lines_needed(name, _CLASS.width), lines_needed(subjects, _SUBJECTS.width)))
    return top + 2 + len(days)


def _write_notes(sheet: Sheet, row: int, report: Report) -> None:
    """The accounts, the policy and its source, the conventions."""
    sheet.put_wide(row, _PAGE, say(report.lang, "figure.accounts"), "section")
    for line in accounts_lines(report):
        row += 1
        sheet.put_paragraph(row, _SMALL_PRINT, line, "note")


def _excess(day: ClassDay) -> float:
    return day.minutes - (day.limit or 0)
