"""Turns one class-day into a coloured cell, and says what the colours mean."""

from __future__ import annotations

from homework_audit.messages import say, shown
from homework_audit.models.report import ClassDay, Lang
from homework_audit.renderers.xlsx.formats import HEAT
from homework_audit.renderers.xlsx.sheet import Cell, Sheet, Span


def day_cell(day: ClassDay) -> Cell:
    """The minutes as a number where they are known, «20–45» or «≥20» where they are not, in the colour of the verdict."""
    bounded = day.minutes_high is not None
    known = bounded and day.minutes_high == day.minutes
    if day.verdict == "over":
        if not day.minutes and not day.limit:
            return Cell("?", "day-over")
        return Cell(day.minutes, "day-over" if known else "day-over-more")
    minutes = day.minutes if known else f"{shown(day.minutes)}–{shown(day.minutes_high)}" if bounded else f"≥{shown(day.minutes)}"
    if day.verdict == "undetermined":
        return Cell(minutes, "day-undetermined")
    if day.limit is None:
        return Cell(minutes, "day-no-cap")
    return Cell(minutes, f"day-{_band(day.minutes_high or 0, day.limit)}")


def write_legend(sheet: Sheet, first: int, title: str, lang: Lang) -> None:
    """In the top row the title, left of the days, and above them a cell of each colour."""
    sheet.put_wide(0, Span(0, first - 1), title, "note")
    for column, (share, _) in enumerate(HEAT, start=first):
        sheet.put(0, column, say(lang, "legend.share", share=share), f"day-{share}")
    sheet.put(0, first + len(HEAT), say(lang, "over"), "day-over")
    sheet.put_wide(0, Span(first + len(HEAT) + 1, first + len(HEAT) + 2), say(lang, "undetermined"), "day-undetermined")
    sheet.worksheet.set_row(0, 40)


def _band(minutes: float, limit: float) -> int:
    """The first share of the cap, in percent, that the minutes do not exceed."""
    return next((share for share, _ in HEAT if minutes * 100 <= share * limit), HEAT[-1][0])
