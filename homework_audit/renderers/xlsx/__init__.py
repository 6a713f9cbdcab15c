"""Renders a report as an Excel workbook that an office can print, filter and hand on: the same bytes for the same report."""

from __future__ import annotations

from homework_audit.messages import say
from homework_audit.models.report import Report
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.xlsx.book import Book, workbook_bytes
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


def render(report: Report, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The report as a workbook."""
    return workbook_bytes(say(report.lang, "title"), report.tool, report.lang, lambda workbook: _fill(Book(workbook, report)))


def _fill(book: Book) -> None:
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
