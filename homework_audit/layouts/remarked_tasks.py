"""Turns the remarks beside homework (a column, a row or a label 备注) into those that set homework of their own."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from homework_audit.layouts.aside_texts import is_homework_whole, sets_other_homework
from homework_audit.layouts.columns_apart import Span
from homework_audit.layouts.headings import is_remark
from homework_audit.models.reading import Entry
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.homework import may_count
from homework_audit.values.minutes import says_nothing
from homework_audit.values.text import Cell, compact

_FREE = expression(r"备注|补充说明|其[他它](?:说明|事项)?$|附注|remark|note|comment")
"""Headings of remarks about anything: what stands under 要求 tells how the homework is done."""
_LABEL = expression(r"(?:备注|补充说明|其[他它]说明|附注|remarks?|notes?):?")

Remarked = tuple[int, int, str]
"""A row, a column and what stands there."""


def tasks_remarked(sheet: Sheet, tables: Sequence[tuple[Span, Sequence[str]]], entries: dict[int, list[Entry]]) -> Iterator[Remarked]:
    """The remarks of a sheet that set homework which is not that beside them; `entries` are those of each row."""
    whole = " ".join({entry.content for own in entries.values() for entry in own})
    seen: dict[tuple[str, str, bool], bool] = {}
    for number, column, text, is_free in (*_in_columns(sheet, tables, entries), *_behind_labels(sheet)):
        beside = " ".join(entry.content for entry in entries.get(number, ())) or whole
        key = (text, beside, is_free)
        if key not in seen:
            seen[key] = _sets(text, beside, is_free=is_free)
        if seen[key]:
            yield number, column, text


def _sets(text: str, beside: str, *, is_free: bool) -> bool:
    if says_nothing(text) or not may_count(text):
        return False
    return is_homework_whole(text, beside) or (is_free and sets_other_homework(text, beside))


def _in_columns(
    sheet: Sheet, tables: Sequence[tuple[Span, Sequence[str]]], entries: Container[int]
) -> Iterator[tuple[int, int, str, bool]]:
    """What stands in columns of remarks beside homework, and whether these may be about anything."""
    for span, headings in tables:
        columns = {column: heading for column, heading in enumerate(headings) if is_remark(heading) and column not in span.used}
        for number in range(span.bottom + 1, min(span.end, len(sheet.rows))):
            for column, heading in columns.items() if number in entries else ():
                text = _text(sheet.rows[number], column)
                if text:
                    yield number, column, text, _FREE.search(heading) is not None


def _behind_labels(sheet: Sheet) -> Iterator[tuple[int, int, str, bool]]:
    """What stands behind a label such as 备注 in its row."""
    for number, row in enumerate(sheet.rows):
        first = next((column for column, value in enumerate(row) if value != ""), len(row))
        if _LABEL.fullmatch(compact(_text(row, first))):
            yield from ((number, column, text, True) for column in range(first + 1, len(row)) if (text := _text(row, column)))


def _text(row: Sequence[Cell], column: int) -> str:
    value = row[column] if column < len(row) else ""
    return value if isinstance(value, str) else ""
