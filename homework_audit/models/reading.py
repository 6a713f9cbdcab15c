"""What the child process makes of one file: entries, and problems that say what it could not settle.

Plain named tuples, because a million of them cross a pipe as JSON arrays; pydantic validates them as they arrive.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from homework_audit.values.references import ClassRef, DateRef

Kind = Literal["written", "oral", "reading", "practical", "sport", "labour", "other"]
Place = Literal["home", "school"]
EntryState = Literal["set", "example", "not-set", "none-declared"]
"""What an entry is: homework that was set; the template's example; turned down or withdrawn; a declared «none»."""


_NO_PARAMS: Mapping[str, str | int | float] = {}


class Scope(NamedTuple):
    """Where something that could not be placed may belong: empty and None mean «anywhere»."""

    school: str | None = None
    classes: tuple[ClassRef, ...] = ()
    first: DateRef | None = None
    last: DateRef | None = None
    subject: str = ""


class Problem(NamedTuple):
    """Something that the reading could not settle, with the cell that shows it.

    `kind` is the name of a rule, `reason` the variant of its message. `extra` is by how many minutes the class-days of
    `scope` may be more than what was read (None: unbounded, 0: no effect of its own).
    """

    kind: str
    reason: str = ""
    cell: str = ""
    text: str = ""
    params: Mapping[str, str | int | float] = _NO_PARAMS
    scope: Scope = Scope()
    extra: float | None = 0


class ForClasses(NamedTuple):
    """For which classes homework is: `classes` is empty where they are not known, `school` None where none is named.

    `without` are those of a whole grade that somebody excepted.
    """

    school: str | None = None
    classes: tuple[ClassRef, ...] = ()
    without: tuple[ClassRef, ...] = ()


class OnDays(NamedTuple):
    """The day on which homework was set, None where it is not known, and the day on which it is due where that is said."""

    date: DateRef | None = None
    due: DateRef | None = None


class Task(NamedTuple):
    """What homework is: its subject, its kind (`kind_assumed` where nobody said it), where and by whom it is to be done."""

    subject: str
    kind: Kind
    kind_assumed: bool
    place: Place
    layer: str
    optional: bool
    state: EntryState


class Duration(NamedTuple):
    """How long homework takes: the text that says it, and the minutes (`high` None: unbounded).

    `low` and `high` are both None where `trouble` says why they are not known.
    """

    text: str
    low: float | None
    high: float | None
    trouble: str = ""


class Entry(NamedTuple):
    """One piece of homework for one subject and one kind, as stated in one place, for one or more classes.

    What many entries have in common stands in parts that they share. `problems` are places in the sheet's list of problems;
    `posted` is the moment at which it was put up or handed in, where a column says it: 2026-09-14T19:30:00.
    """

    cell: str
    content: str
    to: ForClasses
    on: OnDays
    task: Task
    duration: Duration
    problems: tuple[int, ...] = ()
    posted: str = ""

    @property
    def school(self) -> str | None:
        """The school that is named for it, if any."""
        return self.to.school

    @property
    def classes(self) -> tuple[ClassRef, ...]:
        """The classes it is for; () where they are not known."""
        return self.to.classes

    @property
    def date(self) -> DateRef | None:
        """The day on which it was set; None where that is not known."""
        return self.on.date

    @property
    def subject(self) -> str:
        """The subject's standard name."""
        return self.task.subject

    @property
    def kind(self) -> Kind:
        """Its kind."""
        return self.task.kind

    @property
    def state(self) -> EntryState:
        """Whether it was set at all."""
        return self.task.state

    @property
    def text(self) -> str:
        """What stands in its cell."""
        return self.duration.text

    @property
    def low(self) -> float | None:
        """Minutes at least; None where they are not known."""
        return self.duration.low

    @property
    def high(self) -> float | None:
        """Minutes at most; None where there is no bound or they are not known."""
        return self.duration.high


class ColumnAccount(NamedTuple):
    """What one column (or one label of a form) was taken for: its place, its heading, the field, and what it is of."""

    place: str
    heading: str
    field: str
    of: str = ""


class LeftRow(NamedTuple):
    """A row that was no entry, and why: total, average, note, heading, section, calendar, blank."""

    cell: str
    text: str
    reason: str


class ContextFact(NamedTuple):
    """Something known of a whole table (class, date, period, year, subject, kind), and the text that says it."""

    name: str
    text: str
    source: str


class TableAccount(NamedTuple):
    """How one table was understood; `reason` says why it was left if it was."""

    layout: str
    headings: str
    reason: str
    columns: tuple[ColumnAccount, ...]
    context: tuple[ContextFact, ...]
    left: tuple[LeftRow, ...]


SheetStatus = Literal["read", "not-homework", "not-understood", "hidden"]


class SheetReading(NamedTuple):
    """What became of one sheet, and why."""

    name: str
    layout: str
    status: SheetStatus
    reason: str
    entries: list[Entry]
    problems: list[Problem]
    tables: tuple[TableAccount, ...] = ()
    """How each table was understood, where somebody asked for it."""
    classes: tuple[ClassRef, ...] = ()
    """Classes that a sheet without homework lists by name: «全年级» means them too."""
    parts: tuple[str, ...] = ()
    """The parts of a day's homework that its titles speak of: 补充, 早间."""


FileStatus = Literal["read", "unreadable", "unsupported", "skipped"]


class FileReading(NamedTuple):
    """What became of one file: its sheets, or the reason why there are none."""

    status: FileStatus
    reason: str
    witnessed: bool
    encoding: str
    sheets: list[SheetReading]
    problems: list[Problem]


class Read(NamedTuple):
    """One file of the audit: its name in the report, the hash of its bytes (None if they could not be had), its reading."""

    name: str
    sha256: str | None
    reading: FileReading
