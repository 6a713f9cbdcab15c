"""Turns readings into records, causes and uncertainties; every entry ends with exactly one outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from homework_audit.models.reading import Duration, Entry, Problem, Read, Scope, Task
from homework_audit.models.record import Cause, Exact, Origin, Outcome, Record, SchoolClass, Uncertainty, exact
from homework_audit.models.report import Location
from homework_audit.resolve.duplicates import settle_duplicates
from homework_audit.resolve.expectations import expectations, expected_span
from homework_audit.resolve.known_classes import KnownClasses
from homework_audit.resolve.roster import RosterLine
from homework_audit.resolve.settings import ResolveSettings
from homework_audit.resolve.years import Years
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.values.day_parts import day_parts
from homework_audit.values.references import ClassRef


@dataclass
class Resolved:
    """What the entries of all files come to. `unplaced` holds the outcome of entries that made no record."""

    records: list[Record] = field(default_factory=list)
    by_day: dict[tuple[SchoolClass, date], list[Record]] = field(default_factory=dict)
    """The same records by the class and the day that they were set for."""
    causes: list[Cause] = field(default_factory=list)
    uncertainties: list[Uncertainty] = field(default_factory=list)
    entries: int = 0
    unplaced: dict[int, Outcome] = field(default_factory=dict)
    depends_on_as_of: bool = False
    expected: dict[tuple[SchoolClass, date], frozenset[str]] = field(default_factory=dict)
    """Class and school day → the subjects from which the roster expects a report."""


class Expecting(NamedTuple):
    """From whom submissions are expected, and on which days: from `first` to `last`, else on those that the records span.

    `as_of` is the day of the audit, None where the lists are plans for days to come.
    """

    roster: Sequence[RosterLine]
    calendar: SchoolCalendar
    first: date | None = None
    last: date | None = None
    as_of: date | None = None
    is_silent: bool = False
    """Whether nothing at all came from the school: that is said once, not for every class and day."""


def resolve(reads: Sequence[Read], settings: ResolveSettings, as_of: date, expecting: Expecting, school: str | None = None) -> Resolved:
    """The records of all files together; `as_of` gives the year to dates that state none. All are of the `school`, if one is given."""
    sheets = [sheet for read in reads for sheet in read.reading.sheets]
    listed: list[tuple[str | None, ClassRef]] = [(None, ref) for sheet in sheets for ref in sheet.classes]
    listed += [(line.school, ref) for line in expecting.roster for ref in line.refs]
    named = {id(entry.to): entry.to for sheet in sheets for entry in sheet.entries}  # most entries of a sheet share theirs
    known = KnownClasses(named.values(), listed, school)
    work = _Resolving(known, Years(as_of), settings)
    for read in reads:
        work.file(read)
    settle_duplicates(work.resolved.by_day.values(), work.resolved.causes, work.parts)
    work.resolved.depends_on_as_of = work.expect(expecting) or work.years.used
    return work.resolved


_Figures = tuple[Outcome, Exact, Exact | None]


class _Resolving:
    """One pass over the readings, file by file and sheet by sheet, in their fixed order."""

    def __init__(self, known: KnownClasses, years: Years, settings: ResolveSettings) -> None:
        self.resolved = Resolved()
        self.parts: dict[Origin, frozenset[str]] = {}
        self.years = years
        self._known, self._settings = known, settings
        self._figures: dict[tuple[Task, Duration], _Figures] = {}

    def file(self, read: Read) -> None:
        for problem in read.reading.problems:
            self._standing_alone(self._cause(problem, read, ""), problem)
        for sheet in read.reading.sheets:
            origin = Origin(read.name, sheet.name)
            self.parts[origin] = day_parts(f"{read.name} {sheet.name}").union(sheet.parts)
            causes = [self._cause(problem, read, sheet.name) for problem in sheet.problems]
            for cause, problem in zip(causes, sheet.problems, strict=True):
                self._standing_alone(cause, problem)
            self._notice_other_schools(sheet.entries, origin)
            places: dict[int, list[SchoolClass]] = {}
            for entry in sheet.entries:
                self._entry(entry, origin, causes, sheet.problems, places)
            self._name_subjects(sheet.entries, causes)

    def _notice_other_schools(self, entries: Iterable[Entry], origin: Origin) -> None:
        """A sheet that names another school than the folder in which it lies may have been put there by mistake."""
        for named in sorted({entry.to.school for entry in entries if entry.to.school}):
            if self._known.is_other(named):
                location = Location(file=origin.file, sheet=origin.sheet, text=named)
                self._add(Cause("wrong-school", "", {"named": named, "folder": self._known.school(None)}, (location,)))

    def _name_subjects(self, entries: Iterable[Entry], causes: Sequence[int]) -> None:
        """A problem with homework of one subject is that subject's: its teacher is to mend it."""
        subjects: dict[int, set[str]] = defaultdict(set)
        for entry in entries:
            for number in entry.problems:
                subjects[number].add(entry.subject)
        for number, found in subjects.items():
            self.resolved.causes[causes[number]].subject = found.pop() if len(found) == 1 else ""

    def expect(self, expecting: Expecting) -> bool:
        """Adds what the roster expects and nobody reported, and says whether the day of the audit decided anything."""
        records = self.resolved.records
        if not expecting.roster:
            return False
        if expecting.is_silent:
            self._add(Cause("missing-submission", "school", {"school": self._known.school(None)}, ()))
            return False
        days, depends_on_as_of = expected_span(expecting.first, expecting.last, records, expecting.calendar, expecting.as_of)
        found = expectations(expecting.roster, records, self._known, expecting.calendar, days)
        self.resolved.expected = found.expected
        for cause, open_days in found.missing:
            number = self._add(cause)
            self.resolved.uncertainties += [replace(open_day, cause=number) for open_day in open_days]
        return depends_on_as_of

    def _cause(self, problem: Problem, read: Read, sheet: str) -> int:
        whole_file = problem.kind in ("unreadable-file", "unsupported-file")
        location = Location(file=read.name, sheet=sheet, cell=problem.cell, text=problem.text[:200])
        days = {self.years.day(problem.scope.first), self.years.day(problem.scope.last)} if problem.scope.first else set()
        possible = self._known.possible(problem.scope.classes, self._known.school(problem.scope.school)) or frozenset[SchoolClass]()
        cause = Cause(problem.kind, problem.reason, dict(problem.params), (location,))
        cause.school_class = next(iter(possible)) if len(possible) == 1 else None
        cause.day = days.pop() if len(days) == 1 else None
        if whole_file:
            cause.content_hash = read.sha256 if read.sha256 and problem.reason != "empty" else f"{read.sha256} {read.name}"
        return self._add(cause)

    def _add(self, cause: Cause) -> int:
        self.resolved.causes.append(cause)
        return len(self.resolved.causes) - 1

    def _standing_alone(self, cause: int, problem: Problem) -> None:
        """The effect of a problem that belongs to no entry: an unread file, a row nobody explains, a total too large."""
        if problem.extra != 0:
            self._uncertain(cause, problem.scope, None if problem.extra is None else exact(problem.extra))

    def _uncertain(self, cause: int, scope: Scope, extra: Exact | None) -> None:
        """Notes what may be more; with nothing to place it, it touches no class-day and leaves the report incomplete."""
        self.resolved.causes[cause].has_effect = True
        classes = self._known.possible(scope.classes, self._known.school(scope.school))
        first, last = self.years.day(scope.first), self.years.day(scope.last)
        spans = [(first, last)]
        if first and last and last < first and scope.first and scope.last:  # «12月28日-1月3日», neither with its year
            spans = [(scope.first.on(last.year - 1), last), (first, scope.last.on(first.year + 1))]
        if classes is not None or first or last:
            self.resolved.uncertainties += [Uncertainty(cause, classes, *span, extra) for span in spans]

    def _entry(
        self, entry: Entry, origin: Origin, causes: Sequence[int], problems: Sequence[Problem], places: dict[int, list[SchoolClass]]
    ) -> None:
        """The records of one entry; `places` are the classes that entries of its sheet named before it."""
        resolved, task = self.resolved, entry.task
        number = resolved.entries
        resolved.entries += 1
        if task.state in ("example", "not-set"):
            resolved.unplaced[number] = task.state
            return
        own, told = [causes[n] for n in entry.problems], [problems[n] for n in entry.problems]
        day = self.years.day(entry.on.date)
        if entry.on.date and day is None:
            own, told = self._impossible_date(entry, origin, own, told)
        if not entry.to.classes or day is None:
            self._unplaced(number, entry, own, told)
            return
        outcome, low, high = self._figures.get((task, entry.duration)) or self._understand_figures(task, entry.duration)
        implausible = None
        if high is not None and high > self._settings.implausible_above and outcome not in ("non-written", "optional"):
            implausible = self._implausible(entry, origin, day)
        classes = places.get(id(entry.to))
        if classes is None:
            to = entry.to
            classes = places[id(to)] = self._known.of(to.classes, self._known.school(to.school), to.without)
        if not classes:
            resolved.unplaced[number] = "not-set"  # every class that is known was excepted
            return
        due = self.years.day(entry.on.due) if entry.on.due else None
        for place in classes:
            record = Record(origin, entry, number, place, day, due, low, high, outcome, tuple(own), implausible)
            resolved.records.append(record)
            resolved.by_day.setdefault((place, day), []).append(record)

    def _understand_figures(self, task: Task, duration: Duration) -> _Figures:
        """What becomes of homework of that kind, and the minutes that count of it, at least and at most."""
        low, high = _counted_minutes(duration, self._settings)
        found = self._figures[task, duration] = (_outcome(task, duration, self._settings), low, high)
        return found

    def _impossible_date(self, entry: Entry, origin: Origin, causes: list[int], problems: list[Problem]) -> tuple[list[int], list[Problem]]:
        """The weekday beside a date without a year does not agree with the year that is nearest."""
        scope = Scope(entry.school, entry.classes)
        problem = Problem("unreadable-date", "weekday", entry.cell, "", scope=scope)
        location = Location(file=origin.file, sheet=origin.sheet, cell=entry.cell, text=entry.text)
        return [*causes, self._add(Cause(problem.kind, problem.reason, {}, (location,)))], [*problems, problem]

    def _unplaced(self, number: int, entry: Entry, causes: list[int], problems: list[Problem]) -> None:
        """An entry of unknown class or day: it may belong to every class-day that all we know of it allows."""
        if entry.state == "none-declared":
            self.resolved.unplaced[number] = "none-declared"
            return
        self.resolved.unplaced[number] = "rejected"
        if _outcome(entry.task, entry.duration, self._settings) in ("non-written", "optional"):
            return
        for cause, problem in zip(causes, problems, strict=True):
            if problem.kind in ("unreadable-class", "unreadable-date", "missing-column"):
                known = problem.scope
                first, last = (entry.date, entry.date) if entry.date else (known.first, known.last)
                scope = Scope(entry.school or known.school, entry.classes or known.classes, first, last)
                self._uncertain(cause, scope, _counted_minutes(entry.duration, self._settings)[1])
                return

    def _implausible(self, entry: Entry, origin: Origin, day: date) -> int:
        location = Location(file=origin.file, sheet=origin.sheet, cell=entry.cell, text=entry.text)
        params: dict[str, object] = {"minutes": entry.high, "above": self._settings.implausible_above}
        return self._add(Cause("implausible-minutes", "", params, (location,), None, day, entry.subject))


def _counted_minutes(duration: Duration, settings: ResolveSettings) -> tuple[Exact, Exact | None]:
    """At least and at most: of a range the end that the policy names counts; minutes that are not known may be any number."""
    if duration.low is None:
        return 0, None
    if duration.high is None:
        return exact(duration.low), None
    middle = (duration.low + duration.high) / 2
    counted = exact({"upper": duration.high, "middle": middle, "lower": duration.low}[settings.ranges])
    return counted, counted


def _outcome(task: Task, duration: Duration, settings: ResolveSettings) -> Outcome:
    if task.state == "none-declared":
        return "none-declared"
    if task.kind not in settings.kinds:
        return "non-written"
    if task.optional and not settings.optional:
        return "optional"
    return "rejected" if duration.low is None else "counted"
