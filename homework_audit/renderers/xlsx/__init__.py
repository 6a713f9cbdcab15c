"""Renders a report as an Excel workbook that an office can print, filter and hand on: the same bytes for the same report."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

from xlsxwriter import Workbook

from homework_audit.locale.fonts import FONTS
from homework_audit.messages import say
from homework_audit.models.marks import OWN_PROPERTY
from homework_audit.models.report import Report
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.completeness import add_completeness
from homework_audit.renderers.xlsx.composition import add_composition
from homework_audit.renderers.xlsx.files import add_files
from homework_audit.renderers.xlsx.grid import add_grid
from homework_audit.renderers.xlsx.other_findings import add_earlier, add_other_findings
from homework_audit.renderers.xlsx.over import add_over
from homework_audit.renderers.xlsx.periods import add_periods
from homework_audit.renderers.xlsx.rules import add_rules
from homework_audit.renderers.xlsx.summary import add_summary
from homework_audit.renderers.xlsx.undetermined import add_undetermined

_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 (no time of any place: a report tells none, so that its bytes repeat)


def render(report: Report, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The report as a workbook."""
    out = io.BytesIO()
    workbook = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": FONTS[report.lang], "font_size": 10},
        },
    )
    tool = f"{report.tool.name} {report.tool.version}"
    workbook.set_properties({"title": say(report.lang, "title"), "author": tool, "created": _CREATED})
    workbook.set_custom_property(OWN_PROPERTY, report.tool.version, "text")
    book = Book(workbook, report)
    for add in (
        add_summary,
        add_over,
        add_grid,
        add_composition,
        add_periods,
        add_completeness,
        add_undetermined,
        add_other_findings,
        add_earlier,
        add_files,
        add_rules,
    ):
        add(book)
    workbook.close()
    return out.getvalue()
