"""Turns two tables of one sheet, one with the homework and one with its minutes, into one with both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from homework_audit.layouts.table import TableReading
from homework_audit.models.reading import Entry

_SHARE = 0.5
"""How much of the homework must find its minutes in the other table, for the two to belong together."""

Key = tuple[object, ...]


def joined_tables(tables: Sequence[TableReading]) -> list[TableReading]:
    """The tables of a sheet, with every table of homework without minutes joined to the table of minutes that fits it."""
    joined = list(tables)
    for position, contents in enumerate(joined):
        if not _lacks_minutes(contents):
            continue
        for other, minutes in enumerate(joined):
            if other != position and _lacks_content(minutes) and _fit(contents, minutes):
                joined[position], joined[other] = _join(contents, minutes)
                break
    return joined


def _lacks_minutes(table: TableReading) -> bool:
    told = [entry for entry in table.entries if entry.state == "set"]
    return bool(told) and all(entry.content and entry.duration.trouble == "blank" for entry in told)


def _lacks_content(table: TableReading) -> bool:
    told = [entry for entry in table.entries if entry.state == "set"]
    return bool(told) and not any(entry.content for entry in told)


def _key(entry: Entry) -> Key:
    return (entry.classes, entry.date, entry.subject, entry.task.layer)


def _fit(contents: TableReading, minutes: TableReading) -> bool:
    wanted = {_key(entry) for entry in contents.entries if entry.state == "set"}
    return len(wanted & {_key(entry) for entry in minutes.entries}) >= _SHARE * len(wanted)


def _join(contents: TableReading, minutes: TableReading) -> tuple[TableReading, TableReading]:
    """Homework with its minutes, shown at the cell of the minutes; and what is left of the table of minutes."""
    waiting: dict[Key, list[Entry]] = defaultdict(list)
    for entry in contents.entries:
        if entry.state == "set":
            waiting[_key(entry)].append(entry)
    timed: list[Entry] = []
    rest: list[Entry] = []
    for entry in minutes.entries:
        homework = waiting.pop(_key(entry), []) if entry.state == "set" else []
        if homework:
            timed.append(_timed(homework, entry))
        else:
            rest.append(entry)
    left = [entry for homework in waiting.values() for entry in homework]
    none = [entry for entry in contents.entries if entry.state != "set"]
    return _kept(contents, [*timed, *left, *none]), minutes._replace(entries=rest)


def _timed(homework: Sequence[Entry], minutes: Entry) -> Entry:
    """Homework with one time for all of it: it is of a kind, a place, a choice of its own only where all its parts agree."""
    first = homework[0]
    task = minutes.task
    if len({one.kind for one in homework}) == 1:
        task = task._replace(kind=first.kind, kind_assumed=first.task.kind_assumed and task.kind_assumed)
    if len({one.task.place for one in homework}) == 1:
        task = task._replace(place=first.task.place)
    if all(one.task.optional for one in homework):
        task = task._replace(optional=True)
    return minutes._replace(content="；".join(one.content for one in homework), problems=(), task=task)


def _kept(contents: TableReading, entries: list[Entry]) -> TableReading:
    """The table without the problems of homework that has found its minutes."""
    owned = {number for entry in contents.entries for number in entry.problems}
    wanted = {number for entry in entries for number in entry.problems}
    numbers = [number for number in range(len(contents.problems)) if number in wanted or number not in owned]
    place = {number: position for position, number in enumerate(numbers)}
    kept = [entry._replace(problems=tuple(place[number] for number in entry.problems)) if entry.problems else entry for entry in entries]
    return TableReading(kept, [contents.problems[number] for number in numbers], contents.reason)
