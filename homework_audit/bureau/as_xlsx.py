"""Renders a result of a bureau as a workbook: the answer, then a sheet for each table."""

from __future__ import annotations

from typing import Any, Final

from homework_audit.bureau.document import PERCENT, TEXTS, Document, Table, Value
from homework_audit.messages import say
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.xlsx.book import Pages, period_text, workbook_bytes
from homework_audit.renderers.xlsx.figures import write_tiles
from homework_audit.renderers.xlsx.formats import GREEN, RED
from homework_audit.renderers.xlsx.sheet import Cell, Span
from homework_audit.renderers.xlsx.sheet import Value as CellValue
from homework_audit.renderers.xlsx.table import Column, write_table

_WIDTH: Final = 9
_PAGE: Final = Span(0, 11, 12 * (_WIDTH + 1))
_TILES: Final = (("pale", (34, 18)), ("small", (24, 28)))
"""The look of each row of figures, and the heights of its two lines."""
_STYLES: Final = {"good": "centred", "bad": "bad", "doubtful": "doubtful", "quiet": "quiet"}


def render(document: Document, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The result as a workbook."""
    return workbook_bytes(document.title, document.tool, document.lang, lambda workbook: _fill(workbook, document))


def _fill(workbook: Any, document: Document) -> None:
    pages = Pages(workbook, document.lang, document.title, period_text(document.period))
    _write_summary(pages, document)
    for table in document.tables:
        _write(pages, table, document)


def _write_summary(pages: Pages, document: Document) -> None:
    """The first sheet, on one A4 page."""
    sheet = pages.add_sheet("sheet.summary", RED, pages_high=1, portrait=True)
    sheet.worksheet.set_column(_PAGE.first, _PAGE.last, _WIDTH)
    sheet.put_wide(0, _PAGE, document.title, "title")
    sheet.worksheet.set_row(0, 34)
    sheet.put_paragraph(1, _PAGE, f"{say(document.lang, 'period')} {period_text(document.period)}", "subtitle")
    row = 3
    for number, line in enumerate(document.lead):
        sheet.put_paragraph(row, _PAGE, line, "lead" if number < 2 else "note")
        row += 1
    for figures, (look, heights) in zip(document.figures, _TILES, strict=False):
        write_tiles(sheet, row + 1, figures, look, heights)
        row += 3
    sheet.put_wide(row + 1, _PAGE, say(document.lang, "figure.accounts"), "section")
    for number, line in enumerate(document.notes, start=row + 2):
        sheet.put_paragraph(number, _PAGE, line, "note")


def _write(pages: Pages, table: Table, document: Document) -> None:
    sheet = pages.add_sheet(f"sheet.{table.name}", GREEN)
    columns = [Column(f"column.{column}", _style(column), 40) for column in table.columns]
    rows = [[_cell(column, value, document) for column, value in zip(table.columns, row, strict=True)] for row in table.rows]
    write_table(sheet, columns, rows, document.lang)


def _style(column: str) -> str:
    if column in PERCENT:
        return "percent"
    return "text" if column in TEXTS else "number"


def _cell(column: str, value: Value, document: Document) -> CellValue:
    if column == "verdict":
        return Cell(value, _STYLES[document.tones.get(str(value), "good")])
    return Cell(value, "bad") if column == "over" and value else value
