"""Turns a table that says in its title that it sums those above it («五、各科合计») into a check of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from homework_audit.layouts.rows import is_total
from homework_audit.layouts.table import TableReading
from homework_audit.layouts.totals import TotalsCheck
from homework_audit.models.reading import Entry
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import Minutes

_NUMBERING = expression(r"^\W*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[、.．)）\s]*")


def is_summary(titles: Sequence[str]) -> bool:
    """Whether the title right above a table is nothing but the word for a sum."""
    return bool(titles) and is_total(_NUMBERING.sub("", titles[-1]))


def without_summaries(tables: Sequence[TableReading], summaries: Sequence[bool]) -> list[TableReading]:
    """The tables of a sheet, those that are summaries held against the rest: a figure of which they know nothing stays homework."""
    if not any(summaries):
        return list(tables)
    listed: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for table, is_sum in zip(tables, summaries, strict=True):
        for entry in () if is_sum else table.entries:
            listed[_key(entry)].append(entry)
    return [_checked(table, listed) if is_sum else table for table, is_sum in zip(tables, summaries, strict=True)]


def _checked(table: TableReading, listed: dict[tuple[object, ...], list[Entry]]) -> TableReading:
    if any(column.field == "subject" for column in table.columns) or len({entry.subject for entry in table.entries}) > 1:
        return table  # what names subjects is no sum over them
    problems = list(table.problems)
    kept = []
    for entry in table.entries:
        summed = listed.get(_key(entry))
        if entry.content or not summed:
            kept.append(entry)
            continue
        check = TotalsCheck()
        check.add(summed)
        problem = check.against(Minutes(entry.low, entry.high), entry.cell, entry.text)
        if problem:
            problems.append(problem)
    return table._replace(entries=kept, problems=problems)


def _key(entry: Entry) -> tuple[object, ...]:
    return (entry.school, entry.classes, entry.date and entry.date[:3])
