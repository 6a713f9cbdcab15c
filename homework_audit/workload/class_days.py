"""Turns records and uncertainties into judged class-days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from homework_audit.models.cap import Cap
from homework_audit.models.day_load import DayLoad, Doubt, Part
from homework_audit.models.record import Cause, Exact, Record, SchoolClass, Uncertainty, exact, exact_sum
from homework_audit.models.report import Verdict
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.workload.layers import settle_layers
from homework_audit.workload.settings import WorkloadSettings

_SHORT_PERIOD = 14
_FEW = 8
_NO_LOAD = frozenset({"none-declared", "duplicate", "summary", "lower-layer"})
_ASIDE = frozenset({"non-written", "optional", "in-school"})


def class_days(
    records: Sequence[Record],
    uncertainties: Iterable[Uncertainty],
    causes: Sequence[Cause],
    *,
    caps: Mapping[int, Cap],
    settings: WorkloadSettings,
    calendar: SchoolCalendar,
) -> list[DayLoad]:
    """The class-days that a record, a share or something uncertain touches, judged and sorted by class and date.

    Sets the outcome of records that the cap or the layers leave out, and counts what each cause touches.
    """
    summing = _Summing(caps, settings, calendar)
    summing.settle_places(records)
    settle_layers(records, settings.layers)
    for record in records:
        summing.add(record)
    for load in summing.loads.values():
        _sum(load)
    doubts = [doubt for doubt in (summing.doubt(alike) for alike in _alike(uncertainties)) if doubt]
    for load in summing.loads.values():
        _judge(load, causes, is_open=not calendar.is_judged(load.day), has_cap=load.school_class.grade in caps)
    for doubt in doubts:
        for number in doubt.causes:
            causes[number].touches += doubt.touches
            causes[number].undetermined += doubt.undetermined
    return sorted(summing.loads.values(), key=lambda load: (load.school_class.order, load.day))


def _alike(uncertainties: Iterable[Uncertainty]) -> Iterable[list[Uncertainty]]:
    """The uncertainties by the class-days that they may belong to: thousands of rows may lack the very same thing."""
    found: dict[tuple[object, ...], list[Uncertainty]] = defaultdict(list)
    for one in uncertainties:
        found[one.classes, one.first, one.last].append(one)
    return found.values()


class _Summing:
    """Class-days as they grow."""

    def __init__(self, caps: Mapping[int, Cap], settings: WorkloadSettings, calendar: SchoolCalendar) -> None:
        self.loads: dict[tuple[SchoolClass, date], DayLoad] = {}
        self._of_class: dict[SchoolClass, list[DayLoad]] = {}
        self._caps, self._settings, self._calendar = caps, settings, calendar
        self._shared_by: dict[tuple[date, date | None, int], tuple[date, ...]] = {}
        self._parts: dict[tuple[Exact, int], Exact] = {}

    def settle_places(self, records: Iterable[Record]) -> None:
        """Written work in school is outside a cap that speaks of homework at home."""
        for record in records:
            cap = self._caps.get(record.school_class.grade)
            if cap and record.outcome in ("counted", "rejected") and record.entry.task.place not in cap.places:
                record.outcome = "in-school"

    def add(self, record: Record) -> None:
        """Adds a record to the days over which it is shared."""
        outcome = record.outcome
        if outcome in _NO_LOAD:
            if outcome == "none-declared":
                self._load(record.school_class, record.day)
            return
        days = self._days(record.day, record.due, self._settings.max_spread_days)
        share = record if len(days) == 1 else self._share(record, len(days))
        for day in days:
            load = self._load(record.school_class, day)
            if outcome in _ASIDE:
                load.add_aside(share)
                continue
            load.shares.append(share)
            if record.causes:
                load.add_causes(record.causes)
            if outcome == "rejected" and record.entry.content:
                load.set_with_unknown_minutes = True

    def doubt(self, alike: Sequence[Uncertainty]) -> Doubt | None:
        """Raises the high end of every class-day that some unplaced things could belong to; few causes stand at each day itself."""
        extras = [one.extra for one in alike]
        extra = None if None in extras else exact_sum(one for one in extras if one is not None)
        causes = tuple(dict.fromkeys(one.cause for one in alike))
        doubt = Doubt(causes) if len(causes) > _FEW else None
        for load in self._possible(alike[0]):
            if doubt:
                load.add_doubt(doubt)
            else:
                load.add_causes(causes)
            load.high = None if extra is None or load.high is None else load.high + extra
        return doubt

    def _possible(self, uncertainty: Uncertainty) -> list[DayLoad]:
        """The class-days it could belong to: those of a short span of days are made, of a longer one those that exist."""
        classes = sorted(self._of_class if uncertainty.classes is None else uncertainty.classes, key=lambda found: found.order)
        first, last = uncertainty.first or date.min, uncertainty.last or date.max
        if (last - first).days <= _SHORT_PERIOD:
            stated = [first + timedelta(days=n) for n in range((last - first).days + 1)]
            days = {day for on in stated for day in self._days(on, None, 1)}
            return [self._load(school_class, day) for school_class in classes for day in sorted(days)]
        return [load for found in classes for load in self._of_class.get(found, ()) if first <= load.day <= last]

    def _share(self, record: Record, days: int) -> Part:
        """What falls on each of several days."""
        low = self._part(record.low, days)
        return Part(record, low, low if record.high == record.low else None if record.high is None else self._part(record.high, days))

    def _part(self, minutes: Exact, days: int) -> Exact:
        """The share of one of so many days, exactly."""
        key = (minutes, days)
        if key not in self._parts:
            part = Fraction(minutes) / days
            self._parts[key] = int(part) if part.denominator == 1 else part
        return self._parts[key]

    def _load(self, school_class: SchoolClass, day: date) -> DayLoad:
        load = self.loads.get((school_class, day))
        if load is None:
            load = self.loads[school_class, day] = DayLoad(school_class, day, self._calendar.day_type(day))
            self._of_class.setdefault(school_class, []).append(load)
            _set_limit(load, self._caps.get(school_class.grade))
        return load

    def _days(self, day: date, due: date | None, most: int) -> tuple[date, ...]:
        if self._settings.spread == "assigned-day":
            return (day,)
        key = (day, due, most)
        if key not in self._shared_by:
            self._shared_by[key] = self._calendar.days_of_work(day, due, most)
        return self._shared_by[key]


def _set_limit(load: DayLoad, cap: Cap | None) -> None:
    """The cap of the day: on days off the policy's own figure, else that of a school day, which is a convention."""
    if cap is None:
        return
    rests = load.day_type in ("day-off", "holiday")
    minutes = cap.rest_day_minutes if rests and cap.rest_day_minutes is not None else cap.minutes
    if minutes is None:
        return
    load.limit, load.limit_source = exact(minutes), cap.source
    load.limit_basis = "school-day" if not rests else "rest-day-convention" if cap.rest_day_minutes is None else "rest-day"


def _sum(load: DayLoad) -> None:
    """Sums what the shares come to: at least, at most, and what is done beside."""
    load.low = exact_sum(share.minutes for share in load.shares)
    if all(share.high is share.minutes for share in load.shares):
        load.high = load.low
    else:
        highs = [share.high for share in load.shares]
        load.high = None if None in highs else exact_sum(high for high in highs if high is not None)
    if load.aside:
        load.non_written, load.optional = (
            exact_sum(share.high or share.minutes for share in load.aside if share.record.outcome == outcome)
            for outcome in ("non-written", "optional")
        )


def _judge(load: DayLoad, causes: Sequence[Cause], *, is_open: bool, has_cap: bool) -> None:
    """The verdict; `is_open` says that nobody knows what kind of day it is, and that the policy does not guess.

    A day without a cap of its own may still be part of a week with one (`has_cap`): what is uncertain there bears on that.
    """
    _set_aside_implausible(load)
    load.verdict = "undetermined" if is_open and load.limit is not None else _verdict(load)
    bears = load.verdict == "undetermined" or (load.verdict == "no-cap" and has_cap and load.high != load.low)
    for number in load.causes:
        causes[number].touches += 1
        causes[number].undetermined += bears
    for doubt in load.doubts:
        doubt.touches += 1
        doubt.undetermined += bears


def _set_aside_implausible(load: DayLoad) -> None:
    """Minutes that only a slip of the pen explains do not alone make a day over: then they count at most, not at least."""
    doubtful = [share for share in load.shares if share.record.implausible is not None]
    if not doubtful:
        return
    load.add_causes(share.record.implausible for share in doubtful if share.record.implausible is not None)
    without = load.low - exact_sum(share.minutes for share in doubtful)
    if load.limit is not None and load.low > load.limit >= without:
        load.low = without
        load.shares = [Part(share.record, 0, share.high) if share in doubtful else share for share in load.shares]


def _verdict(load: DayLoad) -> Verdict:
    if load.limit is None:
        return "no-cap"
    if load.low > load.limit or (load.limit == 0 and load.set_with_unknown_minutes):
        return "over"
    return "within" if load.high is not None and load.high <= load.limit else "undetermined"
