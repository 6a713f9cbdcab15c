"""Turns what became of the homework of one school, or of all where schools are not told apart, into its part of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from homework_audit.judging import Findings
from homework_audit.models.day_load import DayLoad, Share
from homework_audit.models.reading import Read
from homework_audit.models.record import NOT_COUNTED, Cause, Outcome, shown
from homework_audit.models.report import (
    Accounts,
    ClassDay,
    Completeness,
    Composition,
    Evidence,
    FileReport,
    Finding,
    PeriodLoad,
    SheetReport,
)
from homework_audit.reporting.composition import composition
from homework_audit.reporting.periods import periods
from homework_audit.resolve import Resolved
from homework_audit.sources import Source


class Part(NamedTuple):
    """What is kept of one school when it is done: class-days with their evidence, findings, and what became of files and entries."""

    school: str | None
    files: tuple[FileReport, ...]
    entries: Accounts
    complete: bool
    class_days: tuple[ClassDay, ...]
    findings: tuple[Finding, ...]
    completeness: tuple[Completeness, ...]
    periods: tuple[PeriodLoad, ...]
    composition: tuple[Composition, ...]
    depends_on_as_of: bool


class Inputs(NamedTuple):
    """All files that were found of a school, and the readings of those that were read.

    `school` is None where schools are not told apart, or none is known.
    """

    sources: Sequence[Source]
    reads: list[Read]
    school: str | None = None


def part_of(inputs: Inputs, resolved: Resolved, lines: tuple[Completeness, ...], loads: list[DayLoad], findings: Findings) -> Part:
    """What one school comes to, before any filter. Readings, records and loads are used up: there may be a million of them."""
    files, accounts = _files(inputs), _accounts(resolved)
    complete = accounts.close and _is_complete(files, resolved.causes)
    inputs.reads.clear()
    resolved.records.clear()
    weeks = tuple(periods(loads))
    days = tuple(_class_days(loads, findings))
    return Part(
        inputs.school,
        files,
        accounts,
        complete,
        days,
        findings.findings,
        lines,
        weeks,
        tuple(composition(days)),
        resolved.depends_on_as_of,
    )


def _class_days(loads: list[DayLoad], findings: Findings) -> Iterator[ClassDay]:
    loads.reverse()
    for number in range(len(loads)):
        yield _class_day(loads.pop(), findings.because.get(number, ()))


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


def _accounts(resolved: Resolved) -> Accounts:
    """What became of every entry: counted if any of its records counts, else the first reason, else rejected."""
    final = Counter(resolved.unplaced.values())
    for _, records in groupby(resolved.records, key=attrgetter("entry_number")):  # those of one entry stand together
        final[_final({record.outcome for record in records})] += 1
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
    unread = any(file.is_unread or any(sheet.status == "not-understood" for sheet in file.sheets) for file in files)
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
