"""Turns the class-days that could not be judged into a table with what is known of each and why it is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.models.report import ClassDay, Finding
from homework_audit.renderers.explained import explained_days
from homework_audit.renderers.words import class_of, state_of
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.formats import AMBER
from homework_audit.renderers.xlsx.sheet import Value
from homework_audit.renderers.xlsx.table import Column, write_table

_COLUMNS: Final = (
    Column("column.school", widest=20, optional=True),
    Column("column.class", widest=18),
    Column("column.date", "date", 13),
    Column("column.at-least", "number"),
    Column("column.at-most", "number", 10),
    Column("column.limit", "number"),
    Column("column.state", "centred", 10, optional=True),
    Column("column.why", widest=70),
    Column("column.hint", widest=40),
)


def add_undetermined(book: Book) -> None:
    """A row a class-day, with every finding that explains it."""
    sheet = book.add_sheet("sheet.undetermined", AMBER)
    rows = [_row(day, reasons, book.lang) for day, reasons in explained_days(book.report, "undetermined")]
    write_table(sheet, _COLUMNS, rows, book.lang)


def _row(day: ClassDay, reasons: Sequence[Finding], lang: Lang) -> list[Value]:
    return [
        day.school,
        class_of(day, lang),
        day.day,
        day.minutes,
        say(lang, "unlimited") if day.minutes_high is None else day.minutes_high,
        day.limit,
        state_of(reasons, lang),
        "\n".join(finding.message for finding in reasons),
        "\n".join(dict.fromkeys(finding.hint for finding in reasons if finding.hint)),
    ]
