"""Turns what earlier runs missed and this one found into findings of late submissions: nobody needs a column that says when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from homework_audit.history.looked import Place, class_key
from homework_audit.history.rows import Missed
from homework_audit.judging import fingerprint_of, order_of, waived_on
from homework_audit.messages import in_words
from homework_audit.models.record import SchoolClass
from homework_audit.models.report import Finding, Location, Report
from homework_audit.policy import Policy
from homework_audit.reporting import summary_of
from homework_audit.rules import JudgingRule

_RULE = "late-submission"


def late_findings(whole: Report, missed: Iterable[Missed], policy: Policy, place: Place, today: date) -> list[Finding]:
    """A finding for everything that was missing when its day was over and that the `whole` audit found now.

    It was missing only where the run that missed it had looked everywhere that this one looks (`place`). `today` is the day of
    the run, since which it is there unless an earlier run saw it.
    """
    missed = [one for one in missed if one.missed_on > one.day and (one.came_on or place.lies_in(one.named))]
    known = {(class_key(finding), finding.day, finding.subject) for finding in whole.findings if finding.rule == _RULE}
    return [
        waived_on(in_words(finding, whole.lang), policy, today)
        for finding in _late(whole, missed, policy.rules[_RULE], today)
        if (class_key(finding), finding.day, finding.subject) not in known
    ]


def with_more(report: Report, found: Sequence[Finding]) -> Report:
    """The report with further findings in their places, its figures counted again."""
    if not found:
        return report
    findings = tuple(sorted([*report.findings, *found], key=order_of))
    return report.model_copy(update={"findings": findings, "summary": summary_of(report.class_days, report.files, findings)})


def _late(whole: Report, missed: Iterable[Missed], rule: object, today: date) -> Iterator[Finding]:
    if not isinstance(rule, JudgingRule) or rule.severity == "off":
        return
    stated = {(class_key(line), line.day): {*line.reported, *line.none} for line in whole.completeness}
    shares = {(class_key(day), day.day): day.evidence for day in whole.class_days}
    for one in missed:
        if one.subject in stated.get((one.key, one.day), ()):
            school, grade, label = one.key
            cells = tuple(
                Location(file=share.file, sheet=share.sheet, cell=share.cell, text=share.text)
                for share in shares.get((one.key, one.day), ())
                if share.subject == one.subject
            )
            came_on = one.came_on or today
            params = {"reason": "history", "missed_on": one.missed_on.isoformat(), "came_on": came_on.isoformat()}
            finding = rule.finding(SchoolClass(school, grade or 0, label), one.day, params, cells, subject=one.subject)
            yield replace(finding, fingerprint=fingerprint_of(finding, "history", Counter()))
