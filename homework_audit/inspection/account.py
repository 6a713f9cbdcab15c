"""Turns one file into an account of how it was understood: its tables, their columns, the first entries, what was left and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from homework_audit.auditing import Judging, judge, reading_settings
from homework_audit.intake.reading import read_each
from homework_audit.locale import Lang
from homework_audit.models.reading import ColumnAccount, ContextFact, Entry, LeftRow, SheetReading
from homework_audit.models.report import Finding
from homework_audit.policy import Policy
from homework_audit.reporting import Inputs
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.sources import Source, find_sources
from homework_audit.values.references import write_class, write_date

FIRST_ENTRIES = 8
"""Entries of each sheet that an account shows."""

_OF_READING = frozenset(
    {"sheet-not-understood", "unreadable-file", "unsupported-file", "unreadable-minutes", "missing-minutes", "unreadable-date"}
    | {"unreadable-class", "missing-column", "unexplained-row", "unknown-subject", "wrong-file-name", "total-mismatch"}
)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class EntryAccount(_Model):
    """One entry as it was understood; `minutes` is what is stated, '' where it is not known, `state` as in the report."""

    cell: str
    text: str
    classes: str
    date: str
    subject: str
    kind: str
    place: str
    layer: str
    optional: bool
    state: str
    content: str
    minutes: str


class TableView(_Model):
    """One table: its shape, its heading rows, what each column was taken for, what the words around it say, the rows left."""

    layout: str
    headings: str
    reason: str
    columns: tuple[ColumnAccount, ...]
    context: tuple[ContextFact, ...]
    left: tuple[LeftRow, ...]


class SheetView(_Model):
    """One sheet: whether it was read, and why not if it was not."""

    name: str
    layout: str
    status: str
    reason: str
    entries: int
    tables: tuple[TableView, ...]
    first_entries: tuple[EntryAccount, ...]


class Inspection(_Model):
    """One file, with the findings of its reading."""

    schema_version: int = 1
    path: str
    status: str
    reason: str
    encoding: str
    witnessed: bool
    lang: Lang
    sheets: tuple[SheetView, ...]
    findings: tuple[Finding, ...]


def inspect_file(path: Path, policy: Policy, *, as_of: date, lang: Lang) -> Inspection:
    """How the file is understood under the policy's settings of reading. Raises PathError where there is no such file."""
    sources = find_sources([path])
    calendar = SchoolCalendar(policy.calendar)
    reads = list(read_each(sources, reading_settings(policy, calendar, as_of).explained(), 1))
    part = judge(Inputs(sources, list(reads)), Judging(policy, calendar, as_of, lang))
    if not reads:
        return _skipped(sources[0], lang)
    read = reads[0]
    sheets = tuple(_sheet(sheet) for sheet in read.reading.sheets)
    findings = tuple(finding for finding in part.findings if finding.rule in _OF_READING)
    reading = read.reading
    return Inspection(
        path=read.name,
        status=reading.status,
        reason=reading.reason,
        encoding=reading.encoding,
        witnessed=reading.witnessed,
        lang=lang,
        sheets=sheets,
        findings=findings,
    )


def _skipped(source: Source, lang: Lang) -> Inspection:
    """A file that is no submission, or of no type that is opened."""
    return Inspection(
        path=source.name, status="skipped", reason=source.disposal, encoding="", witnessed=False, lang=lang, sheets=(), findings=()
    )


def _sheet(sheet: SheetReading) -> SheetView:
    tables = tuple(
        TableView(
            layout=table.layout,
            headings=table.headings,
            reason=table.reason,
            columns=table.columns,
            context=table.context,
            left=table.left,
        )
        for table in sheet.tables
    )
    first = tuple(_entry(entry) for entry in sheet.entries[:FIRST_ENTRIES])
    return SheetView(
        name=sheet.name,
        layout=sheet.layout,
        status=sheet.status,
        reason=sheet.reason,
        entries=len(sheet.entries),
        tables=tables,
        first_entries=first,
    )


def _entry(entry: Entry) -> EntryAccount:
    classes = "、".join(write_class(ref.grade, ref.label) if ref.grade else f"{ref.label or ''}班" for ref in entry.classes)
    return EntryAccount(
        cell=entry.cell,
        text=entry.text,
        classes=classes,
        date=write_date(entry.date),
        subject=entry.subject,
        kind=entry.kind,
        place=entry.task.place,
        layer=entry.task.layer,
        optional=entry.task.optional,
        state=entry.state,
        content=entry.content,
        minutes=_minutes(entry),
    )


def _minutes(entry: Entry) -> str:
    if entry.low is None:
        return ""
    if entry.high is None:
        return f"≥{entry.low:g}"
    return f"{entry.low:g}" if entry.low == entry.high else f"{entry.low:g}–{entry.high:g}"
