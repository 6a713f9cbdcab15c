"""Turns class-days and findings, which name each other by fingerprint, into days with their reasons and findings of no day."""

from __future__ import annotations

from homework_audit.models.report import ClassDay, Finding, Report, Verdict


def explained_days(report: Report, *verdicts: Verdict) -> list[tuple[ClassDay, list[Finding]]]:
    """The class-days with one of these verdicts, each with the findings that explain it, in the order of the report."""
    findings = {finding.fingerprint: finding for finding in report.findings}
    return [
        (day, [findings[fingerprint] for fingerprint in day.because if fingerprint in findings])
        for day in report.class_days
        if day.verdict in verdicts
    ]


def other_findings(report: Report, *, info: bool) -> list[Finding]:
    """What no line about a day over or undetermined has told, and all that is accepted; information only if it is asked for."""
    told = {finding.fingerprint for _, reasons in explained_days(report, "over", "undetermined") for finding in reasons}
    rest = (finding for finding in report.findings if finding.waived or finding.fingerprint not in told)
    return [finding for finding in rest if info or finding.waived or finding.severity != "info"]


def earlier_findings(report: Report, *, info: bool) -> list[Finding]:
    """What earlier runs found and this one did not; information only if it is asked for."""
    return [finding for finding in report.earlier if info or finding.severity != "info"]
