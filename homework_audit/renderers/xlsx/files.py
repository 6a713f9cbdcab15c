"""Turns the inputs into a table: every file, every sheet, what became of it and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.models.report import FileReport, SheetReport
from homework_audit.renderers.words import word
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.formats import GREY
from homework_audit.renderers.xlsx.sheet import Cell, Value
from homework_audit.renderers.xlsx.table import Column, write_table

_COLUMNS: Final = (
    Column("column.file", widest=48),
    Column("column.status", "centred", 14),
    Column("column.reason", widest=44, optional=True),
    Column("column.sheet", widest=24),
    Column("column.sheet-status", "centred", 14),
    Column("column.sheet-reason", widest=24, optional=True),
    Column("column.layout", "centred", 14),
    Column("column.entries", "number"),
    Column("column.witnessed", "centred", 16),
    Column("column.sha256", "centred", 16),
)
_FILE_RULES: Final = frozenset({"unreadable-file", "unsupported-file"})
_STYLES: Final[Mapping[str, str]] = {
    "unreadable": "bad",
    "unsupported": "bad",
    "not-understood": "bad",
    "skipped": "quiet",
    "hidden": "quiet",
    "not-homework": "quiet",
}
_HASH_SHOWN: Final = 12


def add_files(book: Book) -> None:
    """A row a sheet; a file that has none has one row."""
    sheet = book.add_sheet("sheet.files", GREY)
    findings = (finding for finding in book.report.findings if finding.rule in _FILE_RULES and finding.locations)
    faults = {finding.locations[0].file: finding.message for finding in findings}
    rows = [row for file in book.report.files for row in _rows(file, faults.get(file.path, ""), book.lang)]
    write_table(sheet, _COLUMNS, rows, book.lang)


def _rows(file: FileReport, fault: str, lang: Lang) -> Iterator[list[Value]]:
    reason = file.reason or ""
    about: list[Value] = [file.path, _status(file.status, lang), fault or word(lang, f"skip.{reason}", reason)]
    witnessed = say(lang, "yes" if file.witnessed else "no") if file.status == "read" else ""
    end: list[Value] = [witnessed, (file.sha256 or "")[:_HASH_SHOWN]]
    for sheet in file.sheets:
        yield [*about, *_sheet(sheet, lang), *end]
    if not file.sheets:
        yield [*about, "", "", "", "", None, *end]


def _sheet(sheet: SheetReport, lang: Lang) -> list[Value]:
    reason = sheet.reason or ""
    layout = word(lang, f"layout.{sheet.layout}", sheet.layout)
    return [sheet.name, _status(sheet.status, lang), word(lang, f"skip.{reason}", reason), layout, sheet.entries]


def _status(status: str, lang: Lang) -> Cell:
    return Cell(word(lang, status, status), _STYLES.get(status, ""))
