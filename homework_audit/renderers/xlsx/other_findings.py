"""Turns the findings without a figure, those of the reading above all, into a table of what to mend and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from homework_audit.locale import Lang
from homework_audit.messages import place_text, subject_name, waived_text
from homework_audit.models.report import Finding, Location
from homework_audit.renderers.words import advice_of, class_of, is_load, rule_title, state_of
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.formats import AMBER
from homework_audit.renderers.xlsx.sheet import Value
from homework_audit.renderers.xlsx.table import Column, write_table
from homework_audit.renderers.xlsx.words import place_cells, places_text, severity_cell

_COLUMNS: Final = (
    Column("column.severity", "centred"),
    Column("column.state", "centred", 10, optional=True),
    Column("column.since", "date", 12, optional=True),
    Column("column.rule", widest=20),
    Column("column.message", widest=46),
    Column("column.hint", widest=26),
    Column("column.school", widest=20, optional=True),
    Column("column.class", widest=18),
    Column("column.date", "date", 12),
    Column("column.subject", widest=14, optional=True),
    Column("column.touches", "number"),
    Column("column.file", widest=26),
    Column("column.sheet", widest=12),
    Column("column.cell", "centred", 10),
    Column("column.text", widest=18),
    Column("column.waived", widest=20, optional=True),
    Column("column.other-places", widest=60, optional=True, screen=True),
)


def add_other_findings(book: Book) -> None:
    """A row a finding, in the order of the report: errors first."""
    _add(book, "sheet.findings", [finding for finding in book.report.findings if not is_load(finding)])


def add_earlier(book: Book) -> None:
    """A row for each finding of earlier runs that this one does not have, where a history is kept."""
    if book.report.earlier:
        _add(book, "sheet.earlier", book.report.earlier)


def _add(book: Book, name: str, findings: Sequence[Finding]) -> None:
    write_table(book.add_sheet(name, AMBER), _COLUMNS, [_row(finding, book.lang) for finding in findings], book.lang)


def _row(finding: Finding, lang: Lang) -> list[Value]:
    place = finding.locations[0] if finding.locations else Location(file="")
    return [
        severity_cell(finding, lang),
        state_of([finding], lang),
        finding.since,
        rule_title(lang, finding.rule),
        _without_place(finding.message, place),
        advice_of(finding, lang),
        finding.school,
        class_of(finding, lang),
        finding.day,
        subject_name(finding.subject, lang) if finding.subject else "",
        finding.touches,
        *place_cells(place),
        waived_text(finding, lang),
        places_text((), finding.locations[1:], lang),
    ]


def _without_place(message: str, place: Location) -> str:
    """The message without the place that it begins with, which stands in columns of its own."""
    start = place_text(place)
    return message.removeprefix(start).lstrip(":： ") if place.file and message.startswith((f"{start}:", f"{start}：")) else message
