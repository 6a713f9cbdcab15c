"""Turns one class-day into a coloured cell, and says what the colours mean."""

from __future__ import annotations

from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.models.report import ClassDay
from homework_audit.renderers.heat import SHARES, day_style, day_text
from homework_audit.renderers.xlsx.sheet import Cell, Sheet, Span


def day_cell(day: ClassDay) -> Cell:
    """The minutes as a number where they are known or surely over, as text where they are not, in the colour of the verdict."""
    style, text = day_style(day), day_text(day)
    countable = style == "day-over-more" or day.minutes_high == day.minutes
    return Cell(day.minutes if countable and text != "?" else text, style)


def write_legend(sheet: Sheet, first: int, title: str, lang: Lang) -> None:
    """In the top row the title, left of the days, and above them a cell of each colour."""
    sheet.put_wide(0, Span(0, first - 1), title, "note")
    for column, share in enumerate(SHARES, start=first):
        sheet.put(0, column, say(lang, "legend.share", share=share), f"day-{share}")
    sheet.put(0, first + len(SHARES), say(lang, "over"), "day-over")
    sheet.put_wide(0, Span(first + len(SHARES) + 1, first + len(SHARES) + 2), say(lang, "undetermined"), "day-undetermined")
    sheet.worksheet.set_row(0, 40)
