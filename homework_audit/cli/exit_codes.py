"""What the exit code of every command means; of several the first in the order 130, 70, 2, 5, 3, 4, 1, 0."""

from __future__ import annotations

from homework_audit.cli import INTERRUPTED
from homework_audit.models.report import Report

__all__ = ["CLEAN", "FAULT", "FINDINGS", "INCOMPLETE", "INTERRUPTED", "NOTHING", "USAGE", "exit_code"]

CLEAN = 0
FINDINGS = 1
USAGE = 2
INCOMPLETE = 3
NOTHING = 4
FAULT = 70

_RANK = {"error": 2, "warning": 1}


def exit_code(report: Report, fail_on: str, *, unwritten: bool) -> int:
    """The exit code of an audit whose outputs could all be written, or not (`unwritten`)."""
    if not report.complete or unwritten:
        return INCOMPLETE
    if not report.entries.read:
        return NOTHING
    if fail_on == "never":
        return CLEAN
    gate = _RANK[fail_on]
    gating = any(_RANK.get(finding.severity, 0) >= gate and not finding.waived for finding in report.findings)
    return FINDINGS if gating or report.summary.undetermined else CLEAN
