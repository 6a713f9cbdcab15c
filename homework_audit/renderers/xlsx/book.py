"""The workbook as the sheets are given it: its language, a way to begin a sheet ready for printing, and the report."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from xlsxwriter import Workbook

from homework_audit.locale import Lang
from homework_audit.locale.fonts import FONTS
from homework_audit.messages import say, shown
from homework_audit.models.marks import OWN_PROPERTY
from homework_audit.models.report import Period, Report, Tool
from homework_audit.renderers.xlsx.formats import Formats
from homework_audit.renderers.xlsx.sheet import Sheet

_A4: Final = 9
_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 (no time of any place: a report tells none, so that its bytes repeat)


def workbook_bytes(title: str, tool: Tool, lang: Lang, fill: Callable[[Any], None], mark: str = OWN_PROPERTY) -> bytes:
    """A workbook that says what made it (by the `mark` it is known again), filled by `fill`: the same bytes for the same contents."""
    out = io.BytesIO()
    workbook = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": FONTS[lang], "font_size": 10},
        },
    )
    workbook.set_properties({"title": title, "author": f"{tool.name} {tool.version}", "created": _CREATED})
    workbook.set_custom_property(mark, tool.version, "text")
    fill(workbook)
    workbook.close()
    return out.getvalue()


class Pages:
    """A workbook under construction: `title` and `beside` stand above every printed page."""

    def __init__(self, workbook: Any, lang: Lang, title: str, beside: str) -> None:
        self.workbook = workbook
        self.lang = lang
        self._title, self._beside = title, beside
        self._formats = Formats(workbook)
        self._quoted = Formats(workbook, {"quote_prefix": True})

    def add_sheet(self, key: str, colour: str, *, pages_wide: int = 1, pages_high: int = 0, portrait: bool = False) -> Sheet:
        """A sheet named by a text of ours, on A4, so many pages wide and high (0: as many as it takes)."""
        worksheet = self.workbook.add_worksheet(say(self.lang, key))
        worksheet.set_tab_color(colour)
        worksheet.hide_gridlines(2)
        worksheet.set_paper(_A4)
        worksheet.center_horizontally()
        if not portrait:
            worksheet.set_landscape()
        worksheet.fit_to_pages(pages_wide, pages_high)
        worksheet.set_margins(left=0.4, right=0.4, top=0.4 if portrait else 0.7, bottom=0.6)
        if not portrait:
            worksheet.set_header(f"&L{_plain(self._title)}&C&A&R{self._beside}")
        worksheet.set_footer(f"&C{say(self.lang, 'page')}")
        worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return Sheet(worksheet, self._formats, self._quoted, say(self.lang, "cut"))


class Book(Pages):
    """The workbook of a report."""

    def __init__(self, workbook: Any, report: Report) -> None:
        super().__init__(workbook, report.lang, say(report.lang, "title"), period_text(report.period))
        self.report = report


def period_text(period: Period) -> str:
    """«2026-09-14 – 2026-09-18»; '' where there is no class-day."""
    first, last = period.first, period.last
    return f"{shown(first)} – {shown(last)}" if first and last else ""


def _plain(text: str) -> str:
    """Text in a header, in which & begins a command."""
    return text.replace("&", "&&")
