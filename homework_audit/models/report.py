"""The report: the one frozen result from which every format is rendered. Its JSON is schema 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from homework_audit.locale import Lang

Severity = Literal["error", "warning", "info"]
Verdict = Literal["over", "within", "undetermined", "no-cap"]
State = Literal["new", "persisting", "not-judged", "withdrawn", "resolved"]
"""What became of a finding since earlier runs: first said now; said before; not looked at by this run; gone together with the
homework that proved it; judged again and gone. All but the last are open."""
LimitBasis = Literal["school-day", "rest-day", "rest-day-convention", "none"]
"""Why a cap applied: that of a school day; the policy's own for days off; that of a school day for want of one; none."""


def shortest(value: float) -> float:
    """Minutes as they are shown: rounded to 0.1, and whole ones without a fraction, so that 60.0 is written as 60."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


Shown = Annotated[int | float, AfterValidator(shortest), WithJsonSchema({"type": "number"})]
"""Minutes as they are shown, so that a report says the same before it is stored and after; what is compared is exact."""


class Frozen(BaseModel):
    """What is stored as it is: no further keys, and nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


# What a report has a million of is plain, for validating each costs as much as all the rest. Who makes it rounds its minutes
# (`shortest`); who reads a stored report has it validated; nobody changes it when it is finished.


@dataclass(frozen=True, slots=True)
class Location:
    """A cell, or a sheet or file as a whole where `cell` or `sheet` is ''; `text` is what stood there."""

    file: str
    sheet: str = ""
    cell: str = ""
    text: str = ""


@dataclass(slots=True)
class Evidence:
    """One share of a class-day's minutes and the cell that it comes from; `of` is the whole of which it is a share."""

    subject: str
    minutes: Shown
    of: Shown
    text: str
    file: str
    sheet: str
    cell: str


@dataclass(slots=True)
class ClassDay:
    """One class on one date, judged. `minutes` is at least, `minutes_high` at most (None: unbounded)."""

    school: str | None
    grade: int
    school_class: Annotated[str | None, Field(alias="class")]
    day: Annotated[date, Field(alias="date")]
    day_type: str
    minutes: Shown
    minutes_high: Shown | None
    limit: Shown | None
    limit_source: str
    limit_basis: LimitBasis
    verdict: Verdict
    subjects: Mapping[str, Shown]
    non_written_minutes: Shown
    optional_minutes: Shown
    because: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Waived(Frozen):
    """Why a finding is accepted, by whom, until when."""

    reason: str
    owner: str
    until: date


@dataclass(slots=True)
class Finding:
    """What a rule, or the reading, has to say, with the numbers as data and the text composed from them."""

    rule: str
    severity: Severity
    params: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""
    hint: str = ""
    school: str | None = None
    grade: int | None = None
    school_class: Annotated[str | None, Field(alias="class")] = None
    day: Annotated[date | None, Field(alias="date")] = None
    subject: str | None = None
    measured: Shown | None = None
    allowed: Shown | None = None
    touches: int = 0
    locations: tuple[Location, ...] = ()
    fingerprint: str = ""
    state: State | None = None
    since: date | None = None
    """The day of the first run of those that recorded it without a break; None where no history is kept."""
    waived: Waived | None = None

    def fails_at(self, level: Severity) -> bool:
        """Whether the finding is at least as severe as that, and nobody accepted it."""
        order = get_args(Severity)
        return not self.waived and order.index(self.severity) <= order.index(level)


@dataclass(slots=True)
class SheetReport:
    """One sheet of one file and what became of it."""

    name: str
    layout: str
    status: str
    reason: str | None = None
    entries: int = 0


@dataclass(slots=True)
class FileReport:
    """One file and what became of it; `witnessed` says that a count of its cells agreed with what was read."""

    path: str
    sha256: str | None
    status: str
    reason: str | None
    witnessed: bool
    sheets: tuple[SheetReport, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether it may be a submission and could not be read."""
        return self.status in ("unreadable", "unsupported")


class Tool(Frozen):
    """The program that made the report."""

    name: str
    version: str


class PolicyReport(Frozen):
    """The policy under which the audit was made, with its source and everything that the verdicts depend on."""

    name: str
    source: str
    fingerprint: str
    caps: tuple[Mapping[str, Any], ...]
    rules: Mapping[str, Any]


class Period(Frozen):
    """The first and last day that a class-day of the report has; None where there is none."""

    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")


class Accounts(Frozen):
    """What became of every entry: read = counted + all of not_counted + rejected."""

    read: int
    counted: int
    rejected: int
    not_counted: Mapping[str, int]

    @property
    def close(self) -> bool:
        """Whether the numbers add up."""
        return self.read == self.counted + self.rejected + sum(self.not_counted.values())


@dataclass(slots=True)
class SchoolAccount:
    """What became of the files and entries of one school, where every folder is a school of its own."""

    school: str | None
    complete: bool
    files: int
    files_unreadable: int
    entries: Accounts


class Summary(Frozen):
    """The figures of the first page."""

    files: int
    files_unreadable: int
    classes: int
    class_days: int
    over: int
    within: int
    undetermined: int
    no_cap: int
    findings: Mapping[str, int]


@dataclass(slots=True)
class Completeness:
    """For a class-day, the subjects that reported homework, declared none, or did not report though the class has them.

    `missing` are those of `not_reported` that the roster expects.
    """

    school: str | None
    grade: int
    school_class: Annotated[str | None, Field(alias="class")]
    day: Annotated[date, Field(alias="date")]
    reported: tuple[str, ...]
    none: tuple[str, ...]
    not_reported: tuple[str, ...]
    missing: tuple[str, ...] = ()


PeriodKind = Literal["week", "half-month"]


@dataclass(slots=True)
class PeriodLoad:
    """One class over a week (Monday to Sunday) or half a month (1–15, 16–end): minutes at least, their mean a class-day,
    and the heaviest day, so that no mean hides it.
    """

    kind: PeriodKind
    school: str | None
    grade: int
    school_class: Annotated[str | None, Field(alias="class")]
    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    class_days: int
    minutes: Shown
    mean: Shown
    heaviest: Shown
    heaviest_on: date
    over: int
    undetermined: int


@dataclass(slots=True)
class Contribution:
    """What one subject gives one class: minutes at least, on how many days, a class-day of the class, of all its minutes."""

    minutes: Shown
    days: int
    mean: Shown
    percent: Shown
    heaviest: Shown
    heaviest_on: date


@dataclass(slots=True)
class Composition:
    """The minutes of one class over the class-days of the report, at least, their mean a class-day, and who contributes what."""

    school: str | None
    grade: int
    school_class: Annotated[str | None, Field(alias="class")]
    class_days: int
    minutes: Shown
    mean: Shown
    subjects: Mapping[str, Contribution]


class Report(Frozen):
    """All that an audit found, sorted. Every renderer is given this and nothing else."""

    schema_version: int = Field(default=1, alias="schema")
    lang: Lang
    mode: Literal["audit", "plan"] = "audit"
    """Whether homework was audited after the fact or before it happens."""
    as_of: date | None
    tool: Tool
    policy: PolicyReport
    period: Period
    filters: Mapping[str, Any]
    complete: bool
    entries: Accounts
    summary: Summary
    schools: tuple[SchoolAccount, ...] = ()
    """Each school's own account; empty where schools are not told apart."""
    class_days: tuple[ClassDay, ...]
    findings: tuple[Finding, ...]
    earlier: tuple[Finding, ...] = ()
    """What earlier runs found and this one did not: resolved, withdrawn or not judged."""
    completeness: tuple[Completeness, ...]
    periods: tuple[PeriodLoad, ...] = ()
    composition: tuple[Composition, ...] = ()
    files: tuple[FileReport, ...]

    @property
    def states(self) -> Mapping[State, int]:
        """How many errors and warnings that nobody accepted are in each state; empty where no history is kept."""
        return Counter(one.state for one in (*self.findings, *self.earlier) if one.state and one.fails_at("warning"))
