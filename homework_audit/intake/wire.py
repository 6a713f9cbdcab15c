"""Turns a reading into what crosses from the child process as JSON, and what crossed into a reading again.

Entries cross column by column, and what many of them have in common crosses once: a million of them are then a few lists of
texts and numbers, which are written and validated many times as fast as a million objects.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from sys import intern
from typing import NamedTuple, TypeVar

from homework_audit.models.reading import (
    Duration,
    Entry,
    FileReading,
    FileStatus,
    ForClasses,
    OnDays,
    Problem,
    SheetReading,
    SheetStatus,
    TableAccount,
    Task,
)
from homework_audit.values.references import ClassRef

_T = TypeVar("_T")
_Part = TypeVar("_Part", bound=Hashable)


class WireEntries(NamedTuple):
    """The entries of a sheet: their parts, each once, and a column for each of their fields; parts are named by their places.

    `problems` and `posted` hold those of the entries that have any, by the place of the entry.
    """

    for_classes: list[ForClasses]
    on_days: list[OnDays]
    tasks: list[Task]
    durations: list[Duration]
    cell: list[str]
    content: list[str]
    to: list[int]
    on: list[int]
    task: list[int]
    duration: list[int]
    problems: dict[int, tuple[int, ...]]
    posted: dict[int, str]


class WireSheet(NamedTuple):
    """A SheetReading as it crosses."""

    name: str
    layout: str
    status: SheetStatus
    reason: str
    entries: WireEntries
    problems: list[Problem]
    tables: tuple[TableAccount, ...]
    classes: tuple[ClassRef, ...]
    parts: tuple[str, ...]


class WireFile(NamedTuple):
    """A FileReading as it crosses."""

    status: FileStatus
    reason: str
    witnessed: bool
    encoding: str
    sheets: list[WireSheet]
    problems: list[Problem]


def to_json(reading: FileReading) -> bytes:
    """What the child answers about one file."""
    status, reason, witnessed, encoding, sheets, problems = reading
    wire = WireFile(status, reason, witnessed, encoding, [_packed(sheet) for sheet in sheets], problems)
    return json.dumps(wire, ensure_ascii=False, separators=(",", ":"), default=str).encode("utf-8", "replace")


def from_wire(file: WireFile) -> FileReading:
    """The reading that crossed. Raises ValueError where its parts do not fit together."""
    status, reason, witnessed, encoding, sheets, problems = file
    return FileReading(status, reason, witnessed, encoding, [_unpacked(sheet) for sheet in sheets], problems)


def _packed(sheet: SheetReading) -> WireSheet:
    name, layout, status, reason, entries, problems, tables, classes, parts = sheet
    return WireSheet(name, layout, status, reason, _columns(entries), problems, tables, classes, parts)


def _columns(entries: Sequence[Entry]) -> WireEntries:
    for_classes, to = _numbered(entry.to for entry in entries)
    on_days, on = _numbered(entry.on for entry in entries)
    tasks, task = _numbered(entry.task for entry in entries)
    durations, duration = _numbered(entry.duration for entry in entries)
    return WireEntries(
        *(for_classes, on_days, tasks, durations),
        [entry.cell for entry in entries],
        [entry.content for entry in entries],
        *(to, on, task, duration),
        {number: entry.problems for number, entry in enumerate(entries) if entry.problems},
        {number: entry.posted for number, entry in enumerate(entries) if entry.posted},
    )


def _numbered(parts: Iterable[_Part]) -> tuple[list[_Part], list[int]]:
    """The parts, each once, and for each in turn its place there: many are the very same object, which is quicker to tell."""
    told = list(parts)
    places: dict[_Part, int] = {}
    place_of = {number: places.setdefault(part, len(places)) for number, part in {id(part): part for part in told}.items()}
    return list(places), [place_of[id(part)] for part in told]


def _unpacked(sheet: WireSheet) -> SheetReading:
    name, layout, status, reason, columns, problems, tables, classes, parts = sheet
    count = len(columns.cell)
    if any(not 0 <= place < len(problems) for places in columns.problems.values() for place in places):
        raise ValueError("no such problem")
    fields = (
        map(intern, columns.cell),
        map(intern, columns.content),  # thousands of teachers write the same, and a million texts are to be held once each
        _at(columns.for_classes, columns.to),
        _at(columns.on_days, columns.on),
        _at(columns.tasks, columns.task),
        _at(columns.durations, columns.duration),
        _spread(columns.problems, count, ()),
        _spread(columns.posted, count, ""),
    )
    entries = list(map(Entry._make, zip(*fields, strict=True)))
    return SheetReading(name, layout, status, reason, entries, problems, tables, classes, parts)


def _at(parts: Sequence[_T], places: Sequence[int]) -> list[_T]:
    if min(places, default=0) < 0 or max(places, default=-1) >= len(parts):
        raise ValueError("no such part")
    return [parts[place] for place in places]


def _spread(told: Mapping[int, _T], count: int, otherwise: _T) -> list[_T]:
    column = [otherwise] * count
    for place in told:
        if not 0 <= place < count:
            raise ValueError("no such entry")
        column[place] = told[place]
    return column
