"""Turns what the stages made into class-days with evidence, accounts, files and figures: the Report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from homework_audit import __version__
from homework_audit.judging import Findings
from homework_audit.locale import Lang
from homework_audit.models.day_load import DayLoad, Share
from homework_audit.models.reading import Read
from homework_audit.models.record import NOT_COUNTED, Cause, Exact, Outcome
from homework_audit.models.report import (
    Accounts,
    ClassDay,
    Evidence,
    FileReport,
    Period,
    PolicyReport,
    Report,
    SheetReport,
    Summary,
    Tool,
    shortest,
)
from homework_audit.policy import Policy
from homework_audit.reporting.completeness import completeness
from homework_audit.reporting.composition import composition
from homework_audit.reporting.periods import periods
from homework_audit.resolve import Resolved
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.sources import Source


class Inputs(NamedTuple):
    """All files that were found, and the readings of those that were read."""

    sources: Sequence[Source]
    reads: Sequence[Read]


def build_report(
    inputs: Inputs,
    resolved: Resolved,
    loads: Sequence[DayLoad],
    findings: Findings,
    *,
    policy: Policy,
    calendar: SchoolCalendar,
    lang: Lang,
    as_of: date,
    plan: bool,
) -> Report:
    """The report of one audit, before any filter."""
    accounts = _accounts(resolved)
    chooses_term = len(policy.calendar.terms) > 1  # «第3周» is counted from the one that is meant on the day of the audit
    days = tuple(_class_day(load, findings.because.get(number, ())) for number, load in enumerate(loads))
    files = _files(inputs)
    return Report(
        lang=lang,
        mode="plan" if plan else "audit",
        as_of=as_of if resolved.depends_on_as_of or findings.depends_on_as_of or chooses_term else None,
        tool=Tool(name="homework-audit", version=__version__),
        policy=_policy(policy),
        period=Period(first=min((day.day for day in days), default=None), last=max((day.day for day in days), default=None)),
        filters={},
        complete=accounts.close and _is_complete(files, resolved.causes),
        entries=accounts,
        summary=summary_of(days, files, findings.findings),
        class_days=days,
        findings=findings.findings,
        completeness=tuple(completeness(resolved, calendar)),
        periods=tuple(periods(loads)),
        composition=tuple(composition(days)),
        files=files,
    )


def summary_of(days: Sequence[ClassDay], files: Sequence[FileReport], findings: Iterable[object]) -> Summary:
    """The figures of the first page, counted from what is shown."""
    verdicts = Counter(day.verdict for day in days)
    severities = Counter(getattr(finding, "severity", "") for finding in findings if getattr(finding, "waived", None) is None)
    return Summary(
        files=sum(file.status != "skipped" for file in files),
        files_unreadable=sum(file.status in ("unreadable", "unsupported") for file in files),
        classes=len({(day.school, day.grade, day.school_class) for day in days}),
        class_days=len(days),
        over=verdicts["over"],
        within=verdicts["within"],
        undetermined=verdicts["undetermined"],
        no_cap=verdicts["no-cap"],
        findings={severity: severities[severity] for severity in ("error", "warning", "info")},
    )


def _class_day(load: DayLoad, because: tuple[str, ...]) -> ClassDay:
    place = load.school_class
    return ClassDay(
        place.school,
        place.grade,
        place.label,
        load.day,
        load.day_type,
        shown(load.low),
        None if load.high is None else shown(load.high),
        None if load.limit is None else shown(load.limit),
        load.limit_source,
        load.limit_basis,
        load.verdict,
        {subject: shown(minutes) for subject, minutes in load.subjects.items()},
        shown(load.non_written),
        shown(load.optional),
        because,
        tuple(map(_evidence, sorted(load.shares, key=_place_of))),
    )


def _place_of(share: Share) -> tuple[object, ...]:
    record = share.record
    return (record.entry.task.subject, record.origin, record.entry_number)


def _evidence(share: Share) -> Evidence:
    record = share.record
    entry, whole = record.entry, record.high or record.low
    return Evidence(
        *(entry.task.subject, shown(share.minutes), shown(whole)), entry.content, record.origin.file, record.origin.sheet, entry.cell
    )


def shown(minutes: Exact) -> float:
    """Exact minutes as a report shows them."""
    return minutes if isinstance(minutes, int) else shortest(float(minutes))


def _accounts(resolved: Resolved) -> Accounts:
    """What became of every entry: counted if any of its records counts, else the first reason, else rejected."""
    outcomes: dict[int, set[Outcome] | Outcome] = dict(resolved.unplaced)
    for record in resolved.records:
        known = outcomes.setdefault(record.entry_number, record.outcome)
        if known not in (record.outcome, "counted"):
            outcomes[record.entry_number] = {record.outcome, *({known} if isinstance(known, str) else known)}
    final = Counter(found if isinstance(found, str) else _final(found) for found in outcomes.values())
    return Accounts(
        read=resolved.entries,
        counted=final["counted"],
        rejected=final["rejected"],
        not_counted={reason: final[reason] for reason in NOT_COUNTED},
    )


def _final(outcomes: set[Outcome]) -> Outcome:
    if "counted" in outcomes:
        return "counted"
    return next((reason for reason in NOT_COUNTED if reason in outcomes), "rejected")


def _is_complete(files: Iterable[FileReport], causes: Iterable[Cause]) -> bool:
    """Whether everything handed in was read and placed: nothing that could bear on a verdict hangs in the air."""
    unread = any(
        file.status in ("unreadable", "unsupported") or any(sheet.status == "not-understood" for sheet in file.sheets) for file in files
    )
    return not unread and not any(cause.has_effect and not cause.touches for cause in causes)


def _files(inputs: Inputs) -> tuple[FileReport, ...]:
    by_name = {read.name: read for read in inputs.reads}
    return tuple(_file(source, by_name.get(source.name)) for source in inputs.sources)


def _file(source: Source, read: Read | None) -> FileReport:
    if read is None:
        return FileReport(path=source.name, sha256=None, status="skipped", reason=source.disposal, witnessed=False)
    reading = read.reading
    sheets = tuple(
        SheetReport(name=sheet.name, layout=sheet.layout, status=sheet.status, reason=sheet.reason or None, entries=len(sheet.entries))
        for sheet in reading.sheets
    )
    return FileReport(
        path=read.name, sha256=read.sha256, status=reading.status, reason=reading.reason or None, witnessed=reading.witnessed, sheets=sheets
    )


def _policy(policy: Policy) -> PolicyReport:
    caps = policy.model_dump(mode="json", include={"caps"}, exclude_none=True)["caps"]
    rules: Mapping[str, object] = policy.model_dump(mode="json", include={"rules"})["rules"]
    return PolicyReport(name=policy.name, source=policy.source, fingerprint=policy.fingerprint, caps=tuple(caps), rules=dict(rules))
