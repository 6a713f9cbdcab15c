"""Turns the class-days furthest over into a chart that Excel and WPS draw themselves: the cap, and what lies above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from homework_audit.locale import Lang
from homework_audit.locale.fonts import FONTS
from homework_audit.messages import class_name, say
from homework_audit.models.report import ClassDay
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.formats import GREY, RED
from homework_audit.renderers.xlsx.sheet import Sheet

_LIMIT, _EXCESS = 5, 6
"""The columns of the table above, from which the bars are drawn."""
_ROW_PIXELS: Final = 20
_WIDTH: Final = 730


def add_chart(book: Book, sheet: Sheet, row: int, table: int, days: Sequence[ClassDay]) -> int:
    """A bar for each day of the table that begins at row `table`; returns the row after the chart, which hides its labels."""
    lang, name = book.lang, say(book.lang, "sheet.summary")
    for number, day in enumerate(days):
        sheet.put(row + 1 + number, 0, f"{class_name(day.grade, day.school_class, lang, day.school)} {day.day:%m-%d}", "label")
    last = len(days) - 1
    labels = [name, row + 1, 0, row + 1 + last, 0]
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for key, column, colour in (("chart.cap", _LIMIT, GREY), ("chart.excess", _EXCESS, RED)):
        chart.add_series(
            {
                "name": say(lang, key),
                "categories": labels,
                "values": [name, table, column, table + last, column],
                "fill": {"color": colour},
                "gap": 45,
                "data_labels": {"value": True, "num_format": "General;;", "font": _font(lang, "#FFFFFF" if colour == RED else "#000000")},
            }
        )
    _finish(chart, lang)
    rows = len(days) + 6
    chart.set_size({"width": _WIDTH, "height": rows * _ROW_PIXELS})
    sheet.worksheet.insert_chart(row, 0, chart, {"object_position": 1, "description": say(lang, "chart.over")})
    return row + rows


def _finish(chart: Any, lang: Lang) -> None:
    font = _font(lang, "#000000")
    chart.set_title({"name": say(lang, "chart.over"), "name_font": {**font, "size": 11, "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_y_axis({"reverse": True, "num_font": font, "major_tick_mark": "none"})
    chart.set_x_axis({"num_font": font, "min": 0, "major_gridlines": {"visible": True, "line": {"color": GREY}}, "label_position": "high"})
    chart.set_chartarea({"fill": {"color": "#FFFFFF"}, "border": {"color": GREY}})


def _font(lang: Lang, colour: str) -> dict[str, Any]:
    return {"name": FONTS[lang], "size": 9, "color": colour}
