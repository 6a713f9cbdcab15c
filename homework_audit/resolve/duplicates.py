"""Turns records that may be the same homework into what counts once, what counts twice, and what nobody can tell.

Never decided by the order of files or by their dates. The order of places only chooses which of two equal cells is shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from string import ascii_uppercase

from homework_audit.models.record import Cause, Exact, Origin, Outcome, Record
from homework_audit.models.report import Location
from homework_audit.values.expressions import expression
from homework_audit.values.text import compact

ALIKE = 0.8
"""Wording as alike as this may be one homework; texts with different numbers never are («第12页», «第14页»)."""

_PUNCTUATION = expression(r"[^\w]+")
_BETWEEN_FIGURES = expression(r"(?<=\d)[^\w]+(?=\d)")
"""«P1-2» is not «P12»."""
_NUMBERS = expression(r"\d+")


def settle_duplicates(days: Iterable[Sequence[Record]], causes: list[Cause], parts: Mapping[Origin, Collection[str]]) -> None:
    """Sets the outcome, and the low end, of records that stand in several places; adds a cause for each.

    `days` holds the records of each class and day together, `parts` those of a day's homework that titles and names speak of:
    必做作业.xlsx and 补充作业.xlsx are no copies.
    """
    duplicates: dict[tuple[Origin, Origin], list[tuple[Record, Record]]] = defaultdict(list)
    for found in days:
        if len(found) == 1:
            continue
        for group in _by_subject(found):
            for kept, duplicate in _same_homework(group, causes):
                duplicates[kept.origin, duplicate.origin].append((kept, duplicate))
            _figures_without_content(group, causes, parts)
            _alike(group, causes)
        _sums_of_day(found, causes)
    causes.extend(_duplicate_cause(pairs) for pairs in duplicates.values())


def _by_subject(found: Sequence[Record]) -> Iterable[list[Record]]:
    """The homework of each subject that has more than one."""
    groups: dict[str, list[Record]] = {}
    for record in found:
        if record.entry.task.state == "set":
            groups.setdefault(record.entry.task.subject, []).append(record)
    return (group for group in groups.values() if len(group) > 1)


def _same_homework(group: Sequence[Record], causes: list[Cause]) -> Iterable[tuple[Record, Record]]:
    """The same text for the same class, day, subject, kind and layer counts once; the larger, where minutes differ."""
    same: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    in_row: Counter[tuple[object, ...]] = Counter()
    for record in group:
        entry = record.entry
        if entry.content:
            unknown = entry.low is None
            key = (entry.kind, entry.task.layer, entry.task.optional, entry.task.place, unknown, normalised(entry.content))
            row = (*key, record.origin, entry.cell.lstrip(ascii_uppercase))
            same[*key, in_row[row]].append(record)  # two items of one cell, or of one row, are two things to do, however alike
            in_row[row] += 1
    for records in same.values():
        kept = max(records, key=lambda record: (record.high is None, record.high or 0, record.low))
        for record in records:
            if record is kept:
                continue
            _leave_out(record, "duplicate")
            if (record.low, record.high) == (kept.low, kept.high):
                yield kept, record
            else:
                causes.append(_conflict("different-minutes", kept, record))


def _figures_without_content(group: Sequence[Record], causes: list[Cause], parts: Mapping[Origin, Collection[str]]) -> None:
    """Bare figures of one table beside another table: the sums of its homework, the same figures again, or a conflict."""
    tables: dict[tuple[str, str, Origin, bool], list[Record]] = defaultdict(list)
    for record in group:
        if _still_counts(record):
            tables[record.entry.task.layer, record.entry.task.place, record.origin, bool(record.entry.content)].append(record)
    bare = [(key, records) for key, records in tables.items() if not key[3]]
    for position, (key, records) in enumerate(bare):
        figure = _total(records)
        listed = [record for other, found in tables.items() if other[3] and other[2] != key[2] and other[:2] == key[:2] for record in found]
        earlier = [found for other, found in bare[:position] if other[2] != key[2] and other[:2] == key[:2]]
        if listed and _is_stated(records) and figure in _sums(listed):
            _leave_out_all(records, "summary")
        elif same := next((found for found in earlier if _is_stated([*found, *records]) and _total(found) == figure), []):
            if parts[same[0].origin] == parts[key[2]]:
                _leave_out_all(records, "duplicate")
            else:
                _doubt(records, causes, _conflict("figures", same[0], records[0]))
        elif listed or earlier:
            other_records = listed or earlier[0]
            _doubt(min(records, other_records, key=_known), causes, _conflict("figures", other_records[0], records[0]))


def _sums_of_day(found: Sequence[Record], causes: list[Cause]) -> None:
    """Figures without content and subject beside homework of the same class and day in another table: a summary, or a conflict."""
    bare: dict[Origin, list[Record]] = defaultdict(list)
    for record in found:
        if not record.entry.content and not record.entry.task.subject and record.entry.task.state == "set" and _still_counts(record):
            bare[record.origin].append(record)
    for origin, figures in bare.items():
        told = (record for record in found if record.origin != origin and record.entry.task.state == "set")
        listed = [record for record in told if record.entry.subject or record.entry.content]
        if not listed:
            continue
        if _is_stated(figures) and _total(figures) in _possible_sums(listed):
            _leave_out_all(figures, "summary")
        else:
            counting = [record for record in listed if _still_counts(record)] or listed
            _doubt(min(figures, counting, key=_known), causes, _conflict("figures", listed[0], figures[0]))


def _possible_sums(listed: Sequence[Record]) -> set[Exact]:
    """The sums that somebody may have made of a day's homework: all of it, the written part, the compulsory written part."""
    once = [record for record in listed if record.outcome != "duplicate"]
    written = [record for record in once if record.entry.kind == "written"]
    counting = [record for record in written if _still_counts(record)]
    parts = (once, written, counting)
    return {_total(part) for part in parts} | {sum((record.low for record in part), 0) for part in parts} | {_largest_layers(counting)}


def _largest_layers(counting: Sequence[Record]) -> Exact:
    """The sum with the largest layer of each subject alone."""
    layers: dict[str, dict[str, Exact]] = defaultdict(lambda: defaultdict(int))
    for record in counting:
        layers[record.entry.subject][record.entry.task.layer] += record.high or 0
    return sum((found.pop("", 0) + max(found.values(), default=0) for found in layers.values()), 0)


def _alike(group: Sequence[Record], causes: list[Cause]) -> None:
    """Two tables with wording so alike that it may be one homework: at least the larger, at most both."""
    counting = [record for record in group if record.entry.content and _still_counts(record)]
    for one, other in combinations(counting, 2):
        if (
            one.origin != other.origin
            and one.entry.task.layer == other.entry.task.layer
            and is_alike(one.entry.content, other.entry.content)
        ):
            smaller = min(one, other, key=lambda record: (record.high is None, record.high or 0))
            _doubt([smaller], causes, _conflict("alike", one, other))


@lru_cache(maxsize=65536)
def normalised(content: str) -> str:
    """A text of homework without spaces and punctuation."""
    return _PUNCTUATION.sub("", _BETWEEN_FIGURES.sub("到", compact(content)))


def is_alike(one: str, other: str) -> bool:
    """Whether two different texts may mean one homework: the same numbers in them, and nearly the same words."""
    one, other = normalised(one), normalised(other)
    if one == other or _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 4 and shorter in longer:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _still_counts(record: Record) -> bool:
    return record.outcome == "counted"


def _leave_out(record: Record, outcome: Outcome) -> None:
    """Records that would not have counted anyway keep their first reason."""
    if record.outcome in ("counted", "rejected"):
        record.outcome = outcome


def _leave_out_all(records: Iterable[Record], outcome: Outcome) -> None:
    for record in records:
        _leave_out(record, outcome)


def _doubt(records: Iterable[Record], causes: list[Cause], cause: Cause) -> None:
    """Records that may be the homework of another table: they count at most, not at least."""
    cause.has_effect = True
    causes.append(cause)
    for record in records:
        record.low = 0
        record.causes = (*record.causes, len(causes) - 1)


def _total(records: Iterable[Record]) -> Exact:
    return sum((record.high or 0 for record in records), 0)


def _known(records: Iterable[Record]) -> Exact:
    """What the records come to as far as anybody knows."""
    return sum((record.low if record.high is None else record.high for record in records), 0)


def _is_stated(records: Iterable[Record]) -> bool:
    """Whether all minutes of the records are known: «70分钟以上» is the sum of nothing."""
    return all(record.high is not None for record in records)


def _sums(listed: Sequence[Record]) -> set[Exact]:
    """The sums that somebody may have made of the listed homework: all of it, or one table's."""
    by_table: dict[Origin, list[Record]] = defaultdict(list)
    for record in listed:
        by_table[record.origin].append(record)
    return {_total(listed), *(_total(found) for found in by_table.values())}


def _conflict(reason: str, kept: Record, other: Record) -> Cause:
    params: dict[str, object] = {"one": kept.entry.text, "other": other.entry.text, "content": kept.entry.content[:80]}
    return Cause("conflicting-entry", reason, params, (_place(kept), _place(other)), kept.school_class, kept.day, kept.entry.subject)


def _duplicate_cause(pairs: Sequence[tuple[Record, Record]]) -> Cause:
    """One finding for all that two tables share, from the first row on."""
    pairs = sorted(pairs, key=lambda pair: (pair[1].entry_number, pair[1].school_class.order))
    places = {place: None for pair in pairs for record in reversed(pair) for place in (_place(record),)}
    duplicate = pairs[0][1]
    alone = len({(record.school_class, record.day) for _, record in pairs}) == 1
    params: dict[str, object] = {"count": len(pairs), "content": duplicate.entry.content[:80]}
    return Cause(
        "duplicate-entry",
        "",
        params,
        tuple(places),
        duplicate.school_class if alone else None,
        duplicate.day if alone else None,
        duplicate.entry.subject if len({record.entry.subject for _, record in pairs}) == 1 else "",
        touches=len({(record.school_class, record.day) for _, record in pairs}),
    )


def _place(record: Record) -> Location:
    return Location(file=record.origin.file, sheet=record.origin.sheet, cell=record.entry.cell, text=record.entry.text)
