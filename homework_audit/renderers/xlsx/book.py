"""The workbook as the sheets are given it: the report, its language, and a way to begin a sheet ready for printing."""

from __future__ import annotations

from typing import Any, Final

from homework_audit.messages import say, shown
from homework_audit.models.report import Report
from homework_audit.renderers.xlsx.formats import Formats
from homework_audit.renderers.xlsx.sheet import Sheet

_A4: Final = 9


class Book:
    """A workbook under construction."""

    def __init__(self, workbook: Any, report: Report) -> None:
        self.workbook = workbook
        self.report = report
        self.lang = report.lang
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
            worksheet.set_header(f"&L{say(self.lang, 'title')}&C&A&R{period(self.report)}")
        worksheet.set_footer(f"&C{say(self.lang, 'page')}")
        worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return Sheet(worksheet, self._formats, self._quoted, say(self.lang, "cut"))


def period(report: Report) -> str:
    """«2026-09-14 – 2026-09-18»; '' where there is no class-day."""
    first, last = report.period.first, report.period.last
    return f"{shown(first)} – {shown(last)}" if first and last else ""
