"""Turns findings and the office's waivers into findings with the waiver that covers them, and findings about waivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from homework_audit.models.report import Finding, Waived
from homework_audit.policy import Policy
from homework_audit.policy.class_names import is_about
from homework_audit.policy.waivers import Waiver
from homework_audit.rules import WaiverRule


def about_waivers(findings: Iterable[Finding], policy: Policy, as_of: date, days: Sequence[date]) -> list[Finding]:
    """What there is to say of the waivers: expired, or covering no finding; `days` are those of the class-days, sorted."""
    used = {id(waiver_of(finding, policy, as_of)) for finding in findings if finding.waived}
    honoured = [waiver for waiver in policy.waivers if as_of <= waiver.until]
    unused = [waiver for waiver in honoured if id(waiver) not in used and _was_audited(waiver, days)]
    expired = [waiver for waiver in policy.waivers if waiver.until < as_of and _was_audited(waiver, days)]
    return [*_about("waiver-expired", expired, policy), *_about("waiver-unused", unused, policy)]


def waived_on(finding: Finding, policy: Policy, as_of: date) -> Finding:
    """The finding with the first waiver that covers it and is honoured on that day, or with none."""
    waiver = waiver_of(finding, policy, as_of)
    if waiver is None:
        return replace(finding, waived=None) if finding.waived else finding
    return replace(finding, waived=Waived(reason=waiver.reason, owner=waiver.owner, until=waiver.until))


def waiver_of(finding: Finding, policy: Policy, as_of: date) -> Waiver | None:
    """The first waiver that covers a finding and is honoured on that day."""
    return next((waiver for waiver in policy.waivers if as_of <= waiver.until and covers(waiver, finding)), None)


def says_unused(finding: Finding, waiver: Waiver) -> bool:
    """Whether a finding says of that very waiver that it covers nothing."""
    return finding.rule == "waiver-unused" and _told(waiver).items() <= finding.params.items()


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is for this finding: its rule, its school, its class or grade, its subject, its days."""
    if waiver.rule != finding.rule or (waiver.subject and waiver.subject != finding.subject):
        return False
    if waiver.school and waiver.school != finding.school:
        return False
    if not is_about(finding, waiver.school_class):
        return False
    if finding.day is None:
        return waiver.first is None and waiver.last is None
    days = [finding.day, *(date.fromisoformat(day) for day in finding.params.get("days", ()))]
    return (waiver.first is None or waiver.first <= min(days)) and (waiver.last is None or max(days) <= waiver.last)


def _was_audited(waiver: Waiver, days: Sequence[date]) -> bool:
    """Whether any day that the waiver covers lies in what was audited: one for other days has nothing to cover."""
    if not days:
        return False
    return (waiver.first or days[0]) <= days[-1] and (waiver.last or days[-1]) >= days[0]


def _about(name: str, waivers: Iterable[Waiver], policy: Policy) -> Iterator[Finding]:
    rule = policy.rules[name]
    if not isinstance(rule, WaiverRule) or rule.severity == "off":
        return
    yield from (rule.about(_told(waiver)) for waiver in waivers)


def _told(waiver: Waiver) -> dict[str, str]:
    """What a finding about a waiver says of it."""
    return {
        "waived_rule": waiver.rule,
        **({"school": waiver.school} if waiver.school else {}),
        "school_class": waiver.school_class,
        "first": waiver.first.isoformat() if waiver.first else "",
        "last": waiver.last.isoformat() if waiver.last else "",
        "until": waiver.until.isoformat(),
        "reason_given": waiver.reason,
        "owner": waiver.owner,
    }
