"""Turns a report and what is known of earlier findings into the same report with each finding new or persisting, and the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple, get_args

from homework_audit.history.ground import Ground
from homework_audit.history.looked import Looked
from homework_audit.history.standing import standing
from homework_audit.judging import order_of, says_unused, waived_on, waiver_of
from homework_audit.messages import in_words
from homework_audit.models.report import Finding, Report, Severity, State
from homework_audit.policy import Policy
from homework_audit.reporting import summary_of

OPEN: Final = frozenset(get_args(State)) - {"resolved"}
"""The states in which somebody still has to do something, or to look."""
_ORDER: Final = ("resolved", "withdrawn", "not-judged")


class Earlier(NamedTuple):
    """A finding as it was last seen, the ground it stood on, and what became of it since."""

    finding: Finding
    ground: Ground


def compared(
    report: Report,
    looked: Looked,
    known: Mapping[str, Earlier],
    policy: Policy,
    *,
    today: date,
    wanted: Callable[[Finding], bool] = lambda finding: True,
) -> Report:
    """The report with states, and with those earlier findings that were open and that it does not have.

    `known` are earlier findings by fingerprint. `wanted` says whether the report would show a finding at all: what its filters
    leave out was not judged. `today` is the run's day, on which a new finding is opened.
    """
    findings = tuple(_marked(finding, known.get(finding.fingerprint), today) for finding in report.findings)
    present = {finding.fingerprint for finding in findings}
    absent = []
    for fingerprint, earlier in known.items():
        if fingerprint in present or earlier.finding.state not in OPEN:
            continue
        state = standing(earlier.finding, earlier.ground, looked, policy) if wanted(earlier.finding) else "not-judged"
        absent.append(waived_on(in_words(replace(earlier.finding, state=state), report.lang), policy, today))
    absent.sort(key=lambda finding: (_ORDER.index(finding.state or ""), *order_of(finding)))
    used = [waiver for finding in absent if (waiver := waiver_of(finding, policy, today))]
    findings = tuple(finding for finding in findings if not any(says_unused(finding, waiver) for waiver in used))
    summary = summary_of(report.class_days, report.files, findings)
    return report.model_copy(update={"findings": findings, "earlier": tuple(absent), "summary": summary})


def _was_told(finding: Finding, earlier: Finding) -> bool:
    """Whether somebody was told of the finding as it is now: it was open, not accepted by the office, and no less severe."""
    severities = get_args(Severity)
    no_less_severe = severities.index(earlier.severity) <= severities.index(finding.severity)
    return earlier.state in OPEN and no_less_severe and not (earlier.waived and not finding.waived)


def _marked(finding: Finding, earlier: Earlier | None, today: date) -> Finding:
    """A finding that came back, that is accepted no longer or that grew more severe is new: somebody has to be told."""
    if earlier is None or not _was_told(finding, earlier.finding):
        return replace(finding, state="new", since=today)
    return replace(finding, state="persisting", since=earlier.finding.since)
