"""What the exit code of every command means; of several the first in the order 130, 70, 2, 5, 3, 4, 1, 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from homework_audit.cli import INCOMPLETE, INTERRUPTED

if TYPE_CHECKING:
    from homework_audit.models.report import Report

__all__ = ["CLEAN", "FAULT", "FINDINGS", "INCOMPLETE", "INTERRUPTED", "NOTHING", "USAGE", "FailLevel", "exit_code"]

CLEAN = 0
FINDINGS = 1
USAGE = 2
NOTHING = 4
FAULT = 70

FailLevel = Literal["error", "warning", "never"]
"""From which severity on a finding fails a check."""


def exit_code(report: Report, fail_on: FailLevel, *, unwritten: bool, only_new: bool = False) -> int:
    """The exit code of an audit whose outputs could all be written, or not (`unwritten`).

    `only_new` lets findings that were said before pass; an audit that is incomplete is so every night.
    """
    if not report.complete or unwritten:
        return INCOMPLETE
    if not report.entries.read:
        return NOTHING
    if fail_on == "never":
        return CLEAN
    said = {finding.fingerprint for finding in report.findings if only_new and finding.state == "persisting"}
    gating = any(finding.fails_at(fail_on) and finding.fingerprint not in said for finding in report.findings)
    in_doubt = (day for day in report.class_days if day.verdict == "undetermined")
    return FINDINGS if gating or any(not day.because or not said.issuperset(day.because) for day in in_doubt) else CLEAN
