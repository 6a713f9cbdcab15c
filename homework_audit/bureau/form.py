"""Turns a draw into a workbook to be filled in on site: which classes and pupils, and a row for each pupil's minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from homework_audit import __version__
from homework_audit.bureau.drawing import ClassPlace
from homework_audit.locale import Lang
from homework_audit.messages import class_name, say, subject_name
from homework_audit.models.marks import OWN_FORM_PROPERTY
from homework_audit.models.report import Tool
from homework_audit.renderers.subjects import in_order
from homework_audit.renderers.xlsx.book import Pages, workbook_bytes
from homework_audit.renderers.xlsx.cell_text import lines_needed
from homework_audit.renderers.xlsx.formats import AMBER, GREEN, GREY, RED
from homework_audit.renderers.xlsx.sheet import Value
from homework_audit.renderers.xlsx.table import Column, hold_headings, write_table

FIXED: Final = ("school", "class", "date", "number")
"""The first columns of the form, which say whose minutes a row holds."""
OTHER, TOTAL, REMARK = "other", "total", "remark"
_PAPER: Final = 90
_HOW: Final = ("fill", "zero", "empty", "other", "names", "verify")


class Drawn(NamedTuple):
    """A class that was drawn, the subjects that declared homework for the day, and the register numbers of the pupils that are asked."""

    place: ClassPlace
    subjects: tuple[str, ...]
    numbers: Sequence[int]


class Draw(NamedTuple):
    """A whole draw: the day whose homework is asked about, out of how many classes, in which share, and from which seed."""

    day: date
    classes: int
    share: float
    seed: int
    numbers: str
    drawn: Sequence[Drawn]


def form(draw: Draw, lang: Lang) -> bytes:
    """The workbook, in the words of one language; the same draw gives the same bytes."""
    tool = Tool(name="homework-audit", version=__version__)
    return workbook_bytes(say(lang, "form.title"), tool, lang, lambda workbook: _fill(workbook, draw, lang), OWN_FORM_PROPERTY)


def _fill(workbook: Any, draw: Draw, lang: Lang) -> None:
    pages = Pages(workbook, lang, say(lang, "form.title"), draw.day.isoformat())
    _write_instructions(pages, draw)
    _write_rows(pages, draw)
    _write_teachers(pages, draw)
    _write_drawn(pages, draw)


def about(draw: Draw, lang: Lang) -> list[str]:
    """What was drawn and how: with the same reports, share and seed anybody draws the same."""
    pupils = sum(len(one.numbers) for one in draw.drawn)
    return [
        say(lang, "form.about", date=draw.day, drawn=len(draw.drawn), classes=draw.classes, pupils=pupils),
        say(lang, "form.method", share=draw.share * 100, seed=draw.seed, numbers=draw.numbers),
    ]


def _write_instructions(pages: Pages, draw: Draw) -> None:
    lang = pages.lang
    sheet = pages.add_sheet("sheet.form-about", RED, portrait=True)
    sheet.worksheet.set_column(0, 0, _PAPER)
    sheet.put(0, 0, say(lang, "form.title"), "title")
    sheet.worksheet.set_row(0, 34)
    for row, line in enumerate((*about(draw, lang), *(say(lang, f"form.how.{name}") for name in _HOW)), start=2):
        sheet.put(row, 0, line, "note")
        sheet.set_lines(row, lines_needed(line, _PAPER))


def _write_rows(pages: Pages, draw: Draw) -> None:
    """A row for each pupil that is asked, the classes on pages of their own."""
    lang = pages.lang
    sheet = pages.add_sheet("sheet.form", GREEN)
    subjects = in_order(subject for one in draw.drawn for subject in one.subjects)
    heads = [*(say(lang, f"form.{name}") for name in FIXED), *(subject_name(subject, lang) for subject in subjects)]
    heads += [say(lang, f"form.{name}") for name in (OTHER, TOTAL, REMARK)]
    widths = (20, 14, 13, 8, *(9 for _ in subjects), 9, 9, 20)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.put(0, column, head, "heading")
        sheet.worksheet.set_column(column, column, width)
    row, breaks = 1, []
    for one in draw.drawn:
        name = class_name(one.place.grade, one.place.label, lang)
        for number in one.numbers:
            filled = ("number" if subject in one.subjects else "day-no-cap" for subject in subjects)
            styles = ("text", "centred", "date", "centred", *filled, "number", "number", "text")
            known: tuple[Value, ...] = (one.place.school, name, draw.day, number)
            for column, (value, style) in enumerate(zip_longest(known, styles)):
                sheet.put(row, column, value, style)
            row += 1
        breaks.append(row)
    sheet.worksheet.set_h_pagebreaks(breaks[:-1])
    hold_headings(sheet, columns=len(FIXED))


def _write_teachers(pages: Pages, draw: Draw) -> None:
    """Who teaches what, by a code or a post: only where ratios are wanted by teacher."""
    columns = (
        Column("column.school"),
        Column("column.class", "centred"),
        Column("column.subject", "centred"),
        Column("column.teacher", widest=24),
    )
    rows: list[list[Value]] = [
        [one.place.school, class_name(one.place.grade, one.place.label, pages.lang), subject_name(subject, pages.lang), ""]
        for one in draw.drawn
        for subject in in_order(one.subjects)
    ]
    write_table(pages.add_sheet("sheet.form-teachers", AMBER), columns, rows, pages.lang)


def _write_drawn(pages: Pages, draw: Draw) -> None:
    columns = (Column("column.school"), Column("column.class", "centred"), Column("column.numbers", widest=70))
    rows: list[list[Value]] = [
        [one.place.school, class_name(one.place.grade, one.place.label, pages.lang), "、".join(map(str, one.numbers))] for one in draw.drawn
    ]
    write_table(pages.add_sheet("sheet.form-drawn", GREY), columns, rows, pages.lang)
