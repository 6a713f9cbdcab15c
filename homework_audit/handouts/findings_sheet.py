"""Turns the findings of one workbook into its first sheet: what was found where, what to do, a link to each cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from homework_audit.locale import Lang
from homework_audit.locale.fonts import FONTS
from homework_audit.messages import say, waived_text
from homework_audit.models.marks import OWN_SHEET_START
from homework_audit.models.report import Finding, Location
from homework_audit.renderers.safe_text import safe
from homework_audit.renderers.words import rule_title
from homework_audit.renderers.xlsx.cell_text import is_active, lines_needed

_WIDTHS: Final = {"severity": 9, "rule": 24, "message": 60, "hint": 40, "sheet": 16, "cell": 9, "text": 24}
_LINE: Final = 14
_TALLEST: Final = 400
"""The height of a line and of the tallest row, in points."""
_HEADINGS: Final = 3
"""The row of the headings: the title and what the sheet is for stand above it."""


def add_findings(book: Workbook, findings: Sequence[tuple[Finding, Location]], lang: Lang) -> None:
    """Puts the sheet before all others, and opens the workbook on it; one of an earlier audit goes."""
    for sheet in [sheet for sheet in book.worksheets if str(sheet["A1"].value or "").startswith(OWN_SHEET_START)]:
        book.remove(sheet)
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = False
    sheet = book.create_sheet(_free_name(book, say(lang, "annotate.sheet")), 0)
    book.active = 0
    sheet.sheet_properties.tabColor = "C00000"
    _fill(sheet, findings, lang)


def _free_name(book: Workbook, wanted: str) -> str:
    return next(name for number in range(len(book.sheetnames) + 1) if (name := f"{wanted}{number or ''}") not in book.sheetnames)


def _fill(sheet: Worksheet, findings: Sequence[tuple[Finding, Location]], lang: Lang) -> None:
    font = FONTS[lang]
    _put(sheet, 1, 1, f"{OWN_SHEET_START}{say(lang, 'annotate.title')}").font = Font(name=font, bold=True, size=14)
    _put(sheet, 2, 1, say(lang, "annotate.about")).font = Font(name=font)
    for column, (key, width) in enumerate(_WIDTHS.items(), start=1):
        heading = _put(sheet, _HEADINGS, column, say(lang, f"column.{key}"))
        heading.font, heading.fill = Font(name=font, bold=True), PatternFill("solid", fgColor="DDEBF7")
        sheet.column_dimensions[heading.column_letter].width = width
    for row, (finding, place) in enumerate(findings, start=_HEADINGS + 1):
        texts = list(_texts(finding, place, lang))
        for column, text in enumerate(texts, start=1):
            cell = _put(sheet, row, column, text)
            cell.font, cell.alignment = Font(name=font, size=10), Alignment(wrap_text=True, vertical="top")
        lines = max(lines_needed(safe(text), width) for text, width in zip(texts, _WIDTHS.values(), strict=True))
        sheet.row_dimensions[row].height = min(_LINE * lines + 2, _TALLEST)
        if place.sheet and place.cell:
            link = cast(Cell, sheet.cell(row, list(_WIDTHS).index("cell") + 1))
            quoted = place.sheet.replace("'", "''")
            link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{quoted}'!{place.cell}")
            link.font = Font(name=font, size=10, color="0563C1", underline="single")
    sheet.freeze_panes = f"A{_HEADINGS + 1}"
    _print_on_one_width(sheet)


def _print_on_one_width(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"


def _texts(finding: Finding, place: Location, lang: Lang) -> Iterator[str]:
    yield say(lang, "is-waived" if finding.waived else finding.severity)
    yield rule_title(lang, finding.rule)
    yield finding.message
    yield waived_text(finding, lang) or finding.hint
    yield from (place.sheet, place.cell, place.text)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Writes a text as text, whatever a program might run it as."""
    cell = cast(Cell, sheet.cell(row, column))  # on a sheet of our own nothing is merged
    cell.value = safe(text)
    cell.data_type = "s"
    if is_active(text):
        cell.quotePrefix = True
    return cell
