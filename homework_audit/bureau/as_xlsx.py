"""Renders a rollup as a workbook: the answer, a sheet for each level, half-months, grades, findings."""

from __future__ import annotations

from typing import Any, Final

from homework_audit.bureau.tables import Table, tables_of
from homework_audit.bureau.unit import Rollup, rate
from homework_audit.bureau.words import headline, notes, percent
from homework_audit.messages import say
from homework_audit.renderers.figures import Figure
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.xlsx.book import Pages, period_text, workbook_bytes
from homework_audit.renderers.xlsx.figures import write_tiles
from homework_audit.renderers.xlsx.formats import AMBER, GREEN, RED
from homework_audit.renderers.xlsx.sheet import Cell, Sheet, Span, Value
from homework_audit.renderers.xlsx.table import Column, write_table

_WIDTH: Final = 9
_PAGE: Final = Span(0, 11, 12 * (_WIDTH + 1))
_STATUS: Final = {"met": "centred", "not-met": "bad", "undetermined": "doubtful", "silent": "quiet"}
_LOOKS: Final = {
    "rate": "percent",
    "reported-rate": "percent",
    "unit": "text",
    "in": "text",
    "period": "text",
    "rule": "text",
    "verdict": "centred",
}


def render(rollup: Rollup, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The rollup as a workbook."""
    title = f"{say(rollup.lang, 'rollup.title')} · {rollup.unit.name}"
    return workbook_bytes(title, rollup.tool, rollup.lang, lambda workbook: _fill(workbook, title, rollup))


def _fill(workbook: Any, title: str, rollup: Rollup) -> None:
    pages = Pages(workbook, rollup.lang, title, period_text(rollup.period))
    _write_summary(pages, title, rollup)
    for table in tables_of(rollup):
        _write(pages, table)


def _write_summary(pages: Pages, title: str, rollup: Rollup) -> None:
    """The first sheet, on one A4 page."""
    sheet = pages.add_sheet("sheet.summary", RED, pages_high=1, portrait=True)
    sheet.worksheet.set_column(_PAGE.first, _PAGE.last, _WIDTH)
    sheet.put_wide(0, _PAGE, title, "title")
    sheet.worksheet.set_row(0, 34)
    sheet.put_paragraph(1, _PAGE, f"{say(rollup.lang, 'period')} {period_text(rollup.period)}", "subtitle")
    row = 3
    for number, line in enumerate(headline(rollup)):
        sheet.put_paragraph(row, _PAGE, line, "lead" if number < 2 else "note")
        row += 1
    _write_tiles(sheet, row + 1, rollup)
    sheet.put_wide(row + 6, _PAGE, say(rollup.lang, "figure.accounts"), "section")
    for number, line in enumerate(notes(rollup), start=row + 7):
        sheet.put_paragraph(number, _PAGE, line, "note")


def _write_tiles(sheet: Sheet, row: int, rollup: Rollup) -> None:
    lang, totals, statuses = rollup.lang, rollup.unit.totals, rollup.unit.statuses()
    verdicts = [
        Figure(say(lang, "column.rate"), percent(rate(totals.within, totals.checked))),
        Figure(say(lang, "column.within"), totals.within, "green" if totals.within else ""),
        Figure(say(lang, "column.over"), totals.over, "red" if totals.over else ""),
        Figure(say(lang, "column.undetermined"), totals.undetermined, "amber" if totals.undetermined else ""),
    ]
    schools = [Figure(say(lang, f"figure.schools.{name}"), statuses[name]) for name in ("met", "not-met", "undetermined", "silent")]
    write_tiles(sheet, row, verdicts, "pale", (34, 18))
    write_tiles(sheet, row + 3, schools, "small", (24, 28))


def _write(pages: Pages, table: Table) -> None:
    columns = [Column(f"column.{column}", _LOOKS.get(column, "number"), 40 if column in ("in", "rule") else 26) for column in table.columns]
    sheet = pages.add_sheet(f"sheet.rollup.{table.name}", AMBER if table.name == "findings" else GREEN)
    words = {say(pages.lang, f"unit.{status}"): look for status, look in _STATUS.items()}
    rows: list[list[Value]] = [
        [_cell(column, value, words) for column, value in zip(table.columns, row, strict=True)] for row in table.rows
    ]
    write_table(sheet, columns, rows, pages.lang)


def _cell(column: str, value: str | float | None, words: dict[str, str]) -> Value:
    if column == "verdict":
        return Cell(value, words.get(str(value), "centred"))
    return Cell(value, "bad") if column == "over" and value else value
