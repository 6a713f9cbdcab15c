"""Renders a report as JSON, schema 1: the report exactly, sorted, the same bytes for the same input."""

from __future__ import annotations

from dataclasses import replace

from homework_audit.models.report import Report
from homework_audit.renderers.options import RenderOptions


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as indented UTF-8 JSON with a final line break."""
    if not options.all_evidence:
        days = tuple(replace(day, evidence=()) if day.verdict == "within" else day for day in report.class_days)
        report = report.model_copy(update={"class_days": days})
    return report.model_dump_json(by_alias=True, indent=1).encode() + b"\n"
