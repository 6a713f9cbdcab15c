"""Turns the figures of the report into tiles: a number and its word, in the colour of what it means."""

from __future__ import annotations

from typing import Final

from homework_audit.messages import say
from homework_audit.models.report import Report, Summary
from homework_audit.renderers.xlsx.sheet import Sheet, Span, Value

_COLUMNS: Final = 12


def write_figures(sheet: Sheet, row: int, report: Report) -> int:
    """Four large tiles with the verdicts, six small ones with what was read; returns the row after them."""
    summary, lang = report.summary, report.lang
    verdicts: list[tuple[str, Value, str]] = [
        ("figure.over", summary.over, "red" if summary.over else "pale"),
        ("figure.undetermined", summary.undetermined, "amber" if summary.undetermined else "pale"),
        ("figure.within", summary.within, "green" if summary.within else "pale"),
        ("figure.rate", _rate(summary), "pale"),
    ]
    read: list[tuple[str, Value, str]] = [
        ("figure.class-days", summary.class_days, "small"),
        ("figure.classes", summary.classes, "small"),
        ("figure.no-cap", summary.no_cap, "small"),
        ("figure.files", summary.files, "small"),
        ("figure.unreadable", summary.files_unreadable, "red" if summary.files_unreadable else "small"),
        ("figure.entries", report.entries.read, "small"),
    ]
    for start, tiles, height in ((row, verdicts, 34), (row + 3, read, 24)):
        width = _COLUMNS // len(tiles)
        for number, (key, value, colour) in enumerate(tiles):
            span = Span(number * width, (number + 1) * width - 1)
            sheet.put_wide(start, span, value, f"tile-{colour}")
            sheet.put_wide(start + 1, span, say(lang, key), f"label-{colour}")
        sheet.worksheet.set_row(start, height)
        sheet.worksheet.set_row(start + 1, 18 if tiles is verdicts else 28)
    sheet.worksheet.set_row(row + 2, 5)
    return row + 5


def _rate(summary: Summary) -> str:
    """Within the cap, of those judged either way; rounded down, so that 100 % is said only where none is over."""
    judged = summary.over + summary.within
    return f"{summary.within * 1000 // judged / 10:g}%" if judged else "–"
