"""Renders a report's findings as CSV that Excel and WPS open with the right characters and without running anything."""

from __future__ import annotations

import csv
import io

from homework_audit.locale import Lang
from homework_audit.messages import waived_text
from homework_audit.models.marks import OWN_CSV_HEADINGS
from homework_audit.models.report import Finding, Report
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe

_HEADINGS = (
    *OWN_CSV_HEADINGS,
    "subject",
    "measured",
    "allowed",
    "touches",
    "message",
    "hint",
    "file",
    "sheet",
    "cell",
    "text",
    "fingerprint",
    "waived",
    "state",
    "since",
)
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """A row a finding, in UTF-8 with a byte order mark and the line ends of Windows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for finding in (*report.findings, *report.earlier):
        writer.writerow([inert(value) for value in _row(finding, report.lang)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _row(finding: Finding, lang: Lang) -> list[object]:
    place = finding.locations[0] if finding.locations else None
    where = [place.file, place.sheet, place.cell, place.text] if place else [""] * 4
    return [
        *(finding.rule, finding.severity, finding.school, finding.grade, finding.school_class, finding.day, finding.subject),
        *(_number(finding.measured), _number(finding.allowed), finding.touches, finding.message, finding.hint, *where, finding.fingerprint),
        *(waived_text(finding, lang), finding.state, finding.since),
    ]


def _number(minutes: float | None) -> object:
    return "" if minutes is None else round(minutes, 1) if minutes % 1 else int(minutes)


def inert(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP ASVS 1.2.10)."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = safe(value)
    return f"'{text}" if text.startswith(_ACTIVE) else text
