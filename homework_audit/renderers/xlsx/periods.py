"""Turns weeks and half-months into a table in which no mean stands without the heaviest day beside it."""

from __future__ import annotations

from typing import Final

from homework_audit.locale import Lang
from homework_audit.messages import class_name, say
from homework_audit.models.report import PeriodLoad
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.formats import GREEN
from homework_audit.renderers.xlsx.sheet import Cell, Value
from homework_audit.renderers.xlsx.table import Column, write_table

_COLUMNS: Final = (
    Column("column.school", widest=20, optional=True),
    Column("column.kind-of-period", widest=12),
    Column("column.from", "date", 13),
    Column("column.to", "date", 13),
    Column("column.class", widest=18),
    Column("column.class-days", "number", 10),
    Column("column.minutes", "number", 10),
    Column("column.mean", "number", 10),
    Column("column.heaviest", "number", 10),
    Column("column.heaviest-on", "date", 13),
    Column("column.over", "number", 10),
    Column("column.undetermined", "number", 12),
)


def add_periods(book: Book) -> None:
    """A row for each class and week, then for each class and half-month."""
    sheet = book.add_sheet("sheet.periods", GREEN)
    write_table(sheet, _COLUMNS, [_row(load, book.lang) for load in book.report.periods], book.lang)


def _row(load: PeriodLoad, lang: Lang) -> list[Value]:
    over = Cell(load.over, "bad") if load.over else load.over
    return [
        *(load.school, say(lang, load.kind), load.first, load.last, class_name(load.grade, load.school_class, lang)),
        *(load.class_days, load.minutes, load.mean, load.heaviest, load.heaviest_on, over, load.undetermined),
    ]
