"""Turns a row of totals and the entries above it into a check: the sheet checks our reading, and we check the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple, get_args

from homework_audit.models.reading import Entry, Kind, Problem, Scope
from homework_audit.values.expressions import expression
from homework_audit.values.homework import read_homework
from homework_audit.values.minutes import Minutes, read_minutes
from homework_audit.values.sheet_words import SAID_ALOUD
from homework_audit.values.text import Cell
from homework_audit.values.vocabulary import WRITING
from homework_audit.values.wording import names_work

_TOLERANCE = 0.5
OTHERS: Final = "其他"
"""The subject of what stands under «其他» beside subjects."""
_NO_SUM = expression(r"不超过|不得超|以内|之内|控制|上限|≤|<|平均|[日人班周]均")
"""«不超过60分钟» is what a sum may come to, and none; nor is an average."""
_SUBSETS: Final[tuple[Callable[[Entry], bool], ...]] = (
    lambda entry: True,
    lambda entry: entry.kind == "written",
    lambda entry: entry.kind == "written" and not entry.task.optional,
    lambda entry: entry.kind == "written" and entry.task.place == "home",
    lambda entry: not entry.task.optional,
)
"""What a teacher may have summed: everything, written work, compulsory written work, written home work, compulsory work."""


class _Sum(NamedTuple):
    """A sum as the sheet states it, and where."""

    total: Minutes
    cell: str
    text: str
    is_written: bool


class TotalsCheck:
    """The entries of one table as they are read, and what each row of totals says of them."""

    def __init__(self) -> None:
        self._all: list[Entry] = []
        self._since_last: list[Entry] = []
        self._settled: dict[int, Entry] = {}
        self._above: _Sum | None = None
        """A sum that stands above all entries, or above those that it may hold."""

    def close(self) -> Problem | None:
        """The problem with a sum that stands above everything: of the rows below it, of all of them, or of what stands nowhere."""
        above, self._above = self._above, None
        if above is None:
            return None
        if not self._all:
            params: dict[str, str | int | float] = {"total": above.total.low or 0, "sum": 0}
            return Problem("total-mismatch", "more", above.cell, above.text, params, Scope(), above.total.low)
        return self._problem(above)

    def settled(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries with the kinds that the sheet's own totals of written work have shown."""
        return [self._settled.get(id(entry), entry) for entry in entries] if self._settled else list(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Entries that the next totals may sum."""
        entries = list(entries)
        self._all += entries
        self._since_last += entries

    def begin_anew(self) -> None:
        """Ends what the next totals may sum: one has been held against it."""
        self._since_last = []

    def holds(self, total: Minutes) -> bool:
        """Whether a total is a sum that a teacher would make of the entries since the last one, or of all of them."""
        if total.low is None:
            return False
        groups = [self._all] if len(self._since_last) in (0, len(self._all)) else [self._since_last, self._all]
        sums = chain.from_iterable(chain(_sums(group), _sums_with_withdrawn(group)) for group in groups)
        return any(abs(total.low - value) <= _TOLERANCE for value in sums)

    def against(self, total: Minutes, cell: str, text: str, *, is_written: bool = False) -> Problem | None:
        """The problem that a row of totals shows, or None if it is a sum that a teacher would make of these entries.

        One that stands above all entries is held against those below it, when the next one comes or at the end.

        A total above every sum of ours means that something was not read: the class-days may be more by the difference.
        One that `is_written` and leaves out just what is read aloud or done by hand says that this is no written work.
        """
        stated = _Sum(total, cell, text, is_written)
        if not self._all or (self._above and self.holds(self._above.total)):
            self._above = stated if total.low else self._above
            self._since_last = []
            return None
        return self._problem(stated)

    def _problem(self, stated: _Sum) -> Problem | None:
        total = stated.total.low
        groups = [group for group in (self._since_last, self._all) if group]
        if stated.is_written and total is not None and groups:
            self._settle_others(groups[0], total)
        if total is None or self.holds(stated.total):
            self._since_last = []
            return None
        self._since_last = []
        nearest = groups[0]
        if stated.is_written and self._settle_kinds(nearest, total):
            return None
        largest = max(_sums(nearest))
        excess = max(0, total - largest) and total - _counted(nearest)
        if excess and any(entry.low is None and (_may_count(entry) or not stated.is_written) for entry in nearest):
            return None  # homework whose minutes we could not read makes up the difference, and is said already
        params: dict[str, str | int | float] = {"total": total, "sum": largest}
        problem = "more" if excess else "less"
        return Problem("total-mismatch", problem, stated.cell, stated.text, params, scope_of(nearest), excess)

    def _settle_others(self, entries: Sequence[Entry], total: float) -> None:
        """Takes what stands under «其他» beside subjects, and names nothing to be written, for what a sum of written work left out."""
        others = [entry for entry in entries if entry.subject == OTHERS and entry.task.kind_assumed and not names_work(entry.content)]
        rest = [entry for entry in entries if entry not in others]
        if others and all(entry.low is not None for entry in rest) and abs(total - _counted(rest)) <= _TOLERANCE:
            self._settled |= {id(entry): entry._replace(task=entry.task._replace(kind="practical", kind_assumed=False)) for entry in others}

    def _settle_kinds(self, entries: Sequence[Entry], total: float) -> bool:
        """Takes what its wording says is not written for what it says, if the rest comes to the total of written work."""
        worded = {id(entry): kind for entry in entries if entry.task.kind_assumed and (kind := _worded_kind(entry))}
        rest = [entry for entry in entries if id(entry) not in worded]
        if not worded or not any(abs(total - value) <= _TOLERANCE for value in _sums(rest)):
            return False
        self._settled |= {
            id(entry): entry._replace(task=entry.task._replace(kind=worded[id(entry)])) for entry in entries if id(entry) in worded
        }
        return True


def read_total(label: str, value: Cell, unit: str) -> tuple[Minutes, bool]:
    """The figure of a total, and whether it is one of written work: «书面作业共50分钟»."""
    if isinstance(value, str) and _NO_SUM.search(value):
        return Minutes(trouble="words"), False
    stated = read_minutes(value, unit)
    pieces = read_homework(value, unit) if stated.low is None else ()
    is_written = "书面" in label or (isinstance(value, str) and "书面" in value)
    return (pieces[0].minutes if len(pieces) == 1 else stated), is_written


def is_sum_of_a_day(total: float, entries: Sequence[Entry]) -> bool:
    """Whether a sum is one that a teacher would make of all entries, or of those of one class on one day."""
    days: dict[object, list[Entry]] = {}
    for entry in entries:
        for ref in entry.classes or (None,):
            days.setdefault((ref, entry.date), []).append(entry)
    return any(abs(total - value) <= _TOLERANCE for group in (entries, *days.values()) for value in _sums(group))


def _worded_kind(entry: Entry) -> Kind | None:
    """The kind that the wording of homework suggests where nothing in it is to be written."""
    if entry.kind != "written" or any(word in entry.content for word in WRITING):
        return None
    return next((kind for kind in get_args(Kind) if any(word in entry.content for word in SAID_ALOUD.get(kind, ()))), None)


def _sums(entries: Sequence[Entry]) -> Iterator[float]:
    """The sums that a teacher may have made, one after another: most often the first is the one."""
    counted = [entry for entry in entries if entry.state == "set"]
    for belongs in _SUBSETS:
        chosen = [entry.duration for entry in counted if belongs(entry)]
        yield sum(duration.low or 0 for duration in chosen)
        yield sum(duration.high or duration.low or 0 for duration in chosen)
    if any(entry.task.layer for entry in counted):
        for belongs in _SUBSETS:
            yield _longest_layers(list(filter(belongs, counted)))


def _longest_layers(entries: Sequence[Entry]) -> float:
    """What a child does at most whose layer takes longest in each subject: «按用时最长的一层算»."""
    layers: dict[str | None, dict[str, float]] = {}
    for entry in entries:
        of_subject = layers.setdefault(entry.task.subject if entry.task.layer else None, {})
        of_subject[entry.task.layer] = of_subject.get(entry.task.layer, 0) + (entry.high or entry.low or 0)
    return sum(max(minutes.values()) for minutes in layers.values())


def _sums_with_withdrawn(entries: Sequence[Entry]) -> Iterator[float]:
    """The sums of a register that were made before some of its homework was turned down."""
    if any(entry.state == "not-set" for entry in entries):
        durations = [entry.duration for entry in entries if entry.state in ("set", "not-set")]
        yield sum(duration.low or 0 for duration in durations)
        yield sum(duration.high or duration.low or 0 for duration in durations)


def _may_count(entry: Entry) -> bool:
    """Whether homework is part of a sum of written work: «跳绳» without a time makes up no difference there."""
    return entry.kind == "written" and not entry.task.optional and entry.state == "set"


def _counted(entries: Iterable[Entry]) -> float:
    """What counts for sure of the entries: the rest of a total may all be written work that was not read."""
    counted = (
        entry
        for entry in entries
        if entry.kind == "written" and not entry.task.optional and entry.task.place == "home" and entry.state == "set"
    )
    return sum(entry.low or 0 for entry in counted)


def scope_of(entries: Sequence[Entry]) -> Scope:
    """The classes and the days of entries, the school that the first of them names."""
    classes = tuple(dict.fromkeys(ref for entry in entries for ref in entry.classes))
    dates = sorted(
        {entry.date[:3]: entry.date for entry in entries if entry.date}.values(), key=lambda date: (date.year or 0, date.month, date.day)
    )
    return Scope(entries[0].school, classes, dates[0] if dates else None, dates[-1] if dates else None)
