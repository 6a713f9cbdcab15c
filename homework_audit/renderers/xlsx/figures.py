"""Turns the figures of the report into tiles: a number and its word, in the colour of what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from homework_audit.models.report import Report
from homework_audit.renderers.figures import Figure, read_figures, verdict_figures
from homework_audit.renderers.xlsx.sheet import Sheet, Span

_COLUMNS: Final = 12


def write_figures(sheet: Sheet, row: int, report: Report) -> int:
    """Four large tiles with the verdicts, six small ones with what was read; returns the row after them."""
    write_tiles(sheet, row, verdict_figures(report), "pale", (34, 18))
    sheet.worksheet.set_row(row + 2, 5)
    write_tiles(sheet, row + 3, read_figures(report), "small", (24, 28))
    return row + 5


def write_tiles(sheet: Sheet, row: int, figures: Sequence[Figure], plain: str, heights: tuple[int, int]) -> None:
    """Tiles over the width of the page; one that means nothing has the `plain` look."""
    width = _COLUMNS // len(figures)
    for number, figure in enumerate(figures):
        span = Span(number * width, (number + 1) * width - 1)
        sheet.put_wide(row, span, figure.value, f"tile-{figure.tone or plain}")
        sheet.put_wide(row + 1, span, figure.word, f"label-{figure.tone or plain}")
    for line, height in enumerate(heights, start=row):
        sheet.worksheet.set_row(line, height)
