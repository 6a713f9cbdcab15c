"""Renders a report as one HTML file: no network, no other script or style than its own, text from sheets only ever text."""

from __future__ import annotations

from homework_audit.models.report import Report
from homework_audit.renderers.html.page import page
from homework_audit.renderers.html.view import view_of
from homework_audit.renderers.options import RenderOptions


def render(report: Report, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The report as a page that a school's computer or a phone opens by itself."""
    return page("homework_audit.renderers.html", "report.html.j2", "report.js", **view_of(report), report=report)
