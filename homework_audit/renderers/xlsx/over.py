"""Turns the findings that have a figure into a table: who is over, by how much, from which cells, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from homework_audit.messages import subjects_text, waived_text
from homework_audit.models.report import ClassDay, Finding, Location
from homework_audit.renderers.words import class_of, is_load, minutes_of, rule_title, state_of
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.formats import RED
from homework_audit.renderers.xlsx.sheet import Value
from homework_audit.renderers.xlsx.table import Column, write_table
from homework_audit.renderers.xlsx.words import place_cells, places_text, severity_cell

_COLUMNS: Final = (
    Column("column.severity", "centred"),
    Column("column.school", widest=16, optional=True),
    Column("column.class", widest=16),
    Column("column.date", "date", 12),
    Column("column.minutes", "strong"),
    Column("column.limit", "number"),
    Column("column.excess", "strong"),
    Column("column.subjects", widest=22),
    Column("column.hint", widest=26),
    Column("column.file", widest=22),
    Column("column.sheet", widest=12),
    Column("column.cell", "centred", 8),
    Column("column.text", widest=12),
    Column("column.sources", widest=52),
    Column("column.state", "centred", 10, optional=True),
    Column("column.waived", widest=20, optional=True),
    Column("column.rule", widest=30, screen=True),
    Column("column.message", widest=60, screen=True),
)


def add_over(book: Book) -> None:
    """A row a finding; class-days that are over though no rule says so (it may be switched off) have a row as well."""
    report = book.report
    sheet = book.add_sheet("sheet.over", RED)
    over = [day for day in report.class_days if day.verdict == "over"]
    days = {fingerprint: day for day in reversed(over) for fingerprint in day.because}
    measured = [finding for finding in report.findings if is_load(finding)]
    told = {finding.fingerprint for finding in measured}
    rows = [_finding_row(finding, days.get(finding.fingerprint), book) for finding in measured]
    rows += [_day_row(day, book) for day in over if told.isdisjoint(day.because)]
    write_table(sheet, _COLUMNS, rows, book.lang)


def _finding_row(finding: Finding, day: ClassDay | None, book: Book) -> list[Value]:
    lang, locations = book.lang, finding.locations
    place = locations[0] if locations else Location(file="")
    subjects = finding.params.get("subjects")
    excess = None if finding.allowed is None or finding.measured is None else finding.measured - finding.allowed
    return [
        severity_cell(finding, lang),
        finding.school,
        class_of(finding, lang),
        finding.day,
        minutes_of(finding.measured, finding.allowed, lang),
        finding.allowed,
        excess,
        subjects_text(subjects, lang) if isinstance(subjects, Mapping) else "",
        finding.hint,
        *place_cells(place),
        places_text(day.evidence if day else (), locations, lang),
        state_of([finding], lang),
        waived_text(finding, lang),
        rule_title(lang, finding.rule),
        finding.message,
    ]


def _day_row(day: ClassDay, book: Book) -> list[Value]:
    lang = book.lang
    minutes, excess = minutes_of(day.minutes, day.limit, lang), day.minutes - (day.limit or 0)
    subjects, sources = subjects_text(day.subjects, lang), places_text(day.evidence, (), lang)
    return [
        *("", day.school, class_of(day, lang), day.day, minutes, day.limit, excess),
        *(subjects, "", "", "", "", "", sources, "", "", "", ""),
    ]
