"""Turns what every school comes to into the one frozen Report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from homework_audit import __version__
from homework_audit.judging import find_waivers, order_of
from homework_audit.locale import Lang
from homework_audit.models.record import NOT_COUNTED
from homework_audit.models.report import Accounts, ClassDay, FileReport, Finding, Period, PolicyReport, Report, SchoolAccount, Summary, Tool
from homework_audit.policy import Policy
from homework_audit.reporting.part import Part

_Thing = TypeVar("_Thing")


def build_report(parts: Sequence[Part], policy: Policy, *, lang: Lang, as_of: date, plan: bool) -> Report:
    """The report of one audit, before any filter. `parts` are those of its schools, in the order of their names."""
    days = _all(part.class_days for part in parts)
    files = _all(part.files for part in parts)
    findings = _findings(parts, days, policy, lang, as_of)
    chooses_term = len(policy.calendar.terms) > 1  # «第3周» is counted from the one that is meant on the day of the audit
    depends_on_as_of = chooses_term or bool(policy.waivers) or any(part.depends_on_as_of for part in parts)
    entries = _summed([part.entries for part in parts])
    return Report(
        lang=lang,
        mode="plan" if plan else "audit",
        as_of=as_of if depends_on_as_of else None,
        tool=Tool(name="homework-audit", version=__version__),
        policy=_policy(policy),
        period=Period(first=min((day.day for day in days), default=None), last=max((day.day for day in days), default=None)),
        filters={},
        complete=all(part.complete for part in parts) and entries.close,
        entries=entries,
        summary=summary_of(days, files, findings),
        schools=tuple(map(_account, parts)) if policy.input.schools else (),
        class_days=days,
        findings=findings,
        completeness=_all(part.completeness for part in parts),
        periods=_all(part.periods for part in parts),
        composition=_all(part.composition for part in parts),
        files=files,
    )


def _all(found: Iterable[Sequence[_Thing]]) -> tuple[_Thing, ...]:
    return tuple(chain.from_iterable(found))


def _findings(parts: Sequence[Part], days: Sequence[ClassDay], policy: Policy, lang: Lang, as_of: date) -> tuple[Finding, ...]:
    """The findings of all schools and those about waivers, in the order of every report."""
    found = _all(part.findings for part in parts)
    about = find_waivers(found, (day.day for day in days), policy, lang, as_of)
    return tuple(sorted((*found, *about), key=order_of)) if about or len(parts) > 1 else found


def _account(part: Part) -> SchoolAccount:
    read = [file for file in part.files if file.status != "skipped"]
    return SchoolAccount(part.school, part.complete, len(read), sum(file.is_unread for file in read), part.entries)


def _summed(accounts: Sequence[Accounts]) -> Accounts:
    return Accounts(
        read=sum(one.read for one in accounts),
        counted=sum(one.counted for one in accounts),
        rejected=sum(one.rejected for one in accounts),
        not_counted={reason: sum(one.not_counted[reason] for one in accounts) for reason in NOT_COUNTED},
    )


def summary_of(days: Sequence[ClassDay], files: Sequence[FileReport], findings: Iterable[object]) -> Summary:
    """The figures of the first page, counted from what is shown."""
    verdicts = Counter(day.verdict for day in days)
    severities = Counter(getattr(finding, "severity", "") for finding in findings if getattr(finding, "waived", None) is None)
    return Summary(
        files=sum(file.status != "skipped" for file in files),
        files_unreadable=sum(file.is_unread for file in files),
        classes=len({(day.school, day.grade, day.school_class) for day in days}),
        class_days=len(days),
        over=verdicts["over"],
        within=verdicts["within"],
        undetermined=verdicts["undetermined"],
        no_cap=verdicts["no-cap"],
        findings={severity: severities[severity] for severity in ("error", "warning", "info")},
    )


def _policy(policy: Policy) -> PolicyReport:
    caps = policy.model_dump(mode="json", include={"caps"}, exclude_none=True)["caps"]
    rules: Mapping[str, object] = policy.model_dump(mode="json", include={"rules"})["rules"]
    return PolicyReport(name=policy.name, source=policy.source, fingerprint=policy.fingerprint, caps=tuple(caps), rules=dict(rules))
