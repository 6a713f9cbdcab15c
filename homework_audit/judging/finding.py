"""Turns judged class-days and causes into findings with fingerprints and texts, sorted, and says which explain which day."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from homework_audit.judging.waiving import about_waivers, waived_on
from homework_audit.locale import Lang
from homework_audit.messages import finding_text
from homework_audit.models.day_load import DayLoad, Doubt
from homework_audit.models.record import Cause
from homework_audit.models.report import Finding
from homework_audit.policy import Policy
from homework_audit.rules import Judged, JudgingRule, ReadingRule
from homework_audit.values.text import compact

_SEVERITIES = ("error", "warning", "info")
_MOST_REASONS = 100
"""Causes of one doubt that are named as reasons of each class-day: nobody reads more, and there may be thousands for each of thousands."""


class Findings(NamedTuple):
    """The findings in their order, and for each class-day (by its place) the fingerprints that explain it."""

    findings: tuple[Finding, ...]
    because: dict[int, tuple[str, ...]]


class _Found(NamedTuple):
    """A finding before it has a fingerprint: the text that tells it from its like, and the places of its class-days."""

    finding: Finding
    source: str
    days: tuple[int, ...]


def find(judged: Judged, causes: Sequence[Cause], policy: Policy, lang: Lang, as_of: date, *, school: str | None = None) -> Findings:
    """Everything that the rules of the policy have to say; what a waiver covers on `as_of` is marked.

    `school` is that of all class-days, where schools are judged one by one: a finding that names none is its own.
    """
    found = (*_judgements(judged, policy), *_readings(judged.loads, causes, policy))
    del judged  # and with it what it remembers of a million records, before texts are composed
    marked = [one._replace(finding=waived_on(_of_school(one.finding, school), policy, as_of)) for one in found]
    return _finished(marked, lang)


def find_waivers(findings: Iterable[Finding], days: Iterable[date], policy: Policy, lang: Lang, as_of: date) -> tuple[Finding, ...]:
    """What there is to say of the waivers, when all findings of all class-days are known; `days` are those of the class-days."""
    about = about_waivers(findings, policy, as_of, sorted(set(days)))
    return _finished([_Found(finding, str(sorted(finding.params.items())), ()) for finding in about], lang).findings


def _of_school(finding: Finding, school: str | None) -> Finding:
    return replace(finding, school=school) if school and not finding.school else finding


def _judgements(judged: Judged, policy: Policy) -> Iterator[_Found]:
    places = {id(load): number for number, load in enumerate(judged.loads)}
    for rule in policy.rules.values():
        if rule.severity != "off" and isinstance(rule, JudgingRule):
            for finding, loads in rule.check(judged):
                source = compact(str(finding.params.get("content", "")))
                yield _Found(finding, source, tuple(places[id(load)] for load in loads))


def _readings(loads: Sequence[DayLoad], causes: Sequence[Cause], policy: Policy) -> Iterator[_Found]:
    touched: dict[int, list[int]] = defaultdict(list)
    doubted: dict[Doubt, list[int]] = defaultdict(list)
    for number, load in enumerate(loads):
        for cause in load.causes:
            touched[cause].append(number)
        for doubt in load.doubts:
            doubted[doubt].append(number)
    for doubt, days in doubted.items():
        for cause in doubt.causes[:_MOST_REASONS]:
            touched[cause] += days
    for number, cause_of in enumerate(causes):
        rule = policy.rules[cause_of.kind]
        if rule.severity != "off" and isinstance(rule, ReadingRule):
            yield _Found(rule.describe(cause_of), cause_of.content_hash or _source_text(cause_of), tuple(touched[number]))


def _finished(about: list[_Found], lang: Lang) -> Findings:
    """The findings in their order, with fingerprints and texts; whom they explain."""
    about.sort(key=lambda one: order_of(one.finding))
    equals: Counter[str] = Counter()
    findings: list[Finding] = []
    because: dict[int, list[str]] = defaultdict(list)
    for finding, source, days in about:
        finding.fingerprint = fingerprint_of(finding, source, equals)
        finding.message, finding.hint = finding_text(finding, lang)
        findings.append(finding)
        for day in days:
            because[day].append(finding.fingerprint)
    return Findings(tuple(findings), {day: tuple(found) for day, found in because.items()})


def fingerprint_of(finding: Finding, source: str, equals: Counter[str]) -> str:
    """What the finding is known by in any run: what it is about, the text that tells it from its like, its place among `equals`."""
    key = json.dumps([finding.rule, finding.school, finding.grade, finding.school_class, str(finding.day or ""), finding.subject, source])
    equals[key] += 1
    return hashlib.sha256(f"{key}{equals[key]}".encode()).hexdigest()[:20]


def _source_text(cause: Cause) -> str:
    """The text of the cells, as it survives inserted rows, renamed files and reordered sheets."""
    content = str(cause.params.get("content", ""))
    return cause.reason + "|" + compact("|".join([*(location.text for location in cause.locations), content]))


def order_of(finding: Finding) -> tuple[object, ...]:
    """Errors first; then by school, class and day; then by rule and place. Never by the order of folders or of dicts."""
    label = finding.school_class or ""
    first = finding.locations[0] if finding.locations else None
    place = (first.file, first.sheet, len(first.cell), first.cell) if first else ("", "", 0, "")
    return (
        _SEVERITIES.index(finding.severity),
        *(finding.school or "", finding.grade or 0, not label.isdigit(), int(label) if label.isdigit() else 0, label),
        *(str(finding.day or ""), finding.rule, place, str(sorted(finding.params.items(), key=str))),
    )
