"""Turns the cells of a list's row that stand beside its homework into those that may be homework all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from homework_audit.layouts.aside_texts import (
    changes_minutes,
    is_homework_text,
    is_homework_under,
    states_another_time,
)
from homework_audit.layouts.columns import Columns
from homework_audit.layouts.evidence import is_bound, names_task
from homework_audit.layouts.rows import joined
from homework_audit.models.reading import Entry
from homework_audit.values.homework import may_count
from homework_audit.values.minutes import says_nothing
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, shown


class BesideHomework:
    """Looks at what stands in a row under headings that nobody knows, in remarks, under homework of its own, or behind all headings."""

    def __init__(self, columns: Columns, heading_row: Sequence[Cell]) -> None:
        self._unknown, self._more, self._remarks = columns.unknown, columns.more, columns.remarks
        self._may_change = (*columns.remarks, *columns.unknown, *columns.statuses)
        self._heading_row = heading_row
        self._beside = (*columns.unknown, *columns.more, *columns.remarks, *columns.statuses)

    def is_told(self, row: Sequence[Cell]) -> bool:
        """Whether anything stands there at all: beside most rows there is nothing."""
        width = len(row)
        return width > len(self._heading_row) or any(column < width and row[column] != "" for column in self._beside)

    def remarks(self, row: Sequence[Cell]) -> list[str]:
        """What stands in the row under headings of free remarks and of decisions, or under those that nobody knows."""
        cells = (row[column] for column in self._may_change if column < len(row))
        return [value for value in cells if isinstance(value, str) and value != ""]

    def telling(self, row: Sequence[Cell], entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
        """The columns whose cell may be homework, with its text, beside the `entries` that were made of the row.

        Beside homework that was turned down only what sets other homework instead.
        """
        turned_down = entries and all(entry.state == "not-set" for entry in entries)
        for column, text in self._telling(row, entries):
            if not turned_down or names_task(text) or changes_minutes(text):
                yield column, text

    def _telling(self, row: Sequence[Cell], entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
        if self._unknown:
            yield from self._under_unknown_headings(row)
        if self._more or self._remarks:
            yield from self._under_known_headings(row, entries)
        behind = range(len(self._heading_row), len(row))
        first = next((column for column in behind if row[column] != ""), None)
        if first is not None:  # behind the last heading of a text file
            yield first, joined(row[first:])

    def _under_unknown_headings(self, row: Sequence[Cell]) -> Iterator[tuple[int, str]]:
        beside = {column: row[column] for column in self._unknown if column < len(row) and row[column] != ""}
        for column, value in beside.items():
            if isinstance(value, str) and may_count(value) and self._states_homework(column, value):
                yield column, value
        texts = [column for column, value in beside.items() if isinstance(value, str) and (subject(value) or names_task(value))]
        if texts and any(isinstance(value, int | float) for value in beside.values()):
            yield texts[0], joined(list(beside.values()))  # a second table beside the first, without headings

    def _states_homework(self, column: int, text: str) -> bool:
        """Whether a text states a time, or is homework without one under a heading such as «晚自习»."""
        heading = shown(self._heading_row[column]) if column < len(self._heading_row) else ""
        return (states_time(text) and not is_bound(text)) or is_homework_under(heading, text)

    def _under_known_headings(self, row: Sequence[Cell], entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
        minutes = [entry.high for entry in entries if entry.high is not None]
        for column in (*self._more, *self._remarks):
            value = row[column] if column < len(row) else ""
            if not isinstance(value, str) or value == "" or says_nothing(value) or not may_count(value):
                continue
            adds = column not in self._more and (changes_minutes(value) or states_another_time(value, minutes))
            if adds or (names_task(value) and states_time(value)) or (column in self._more and is_homework_text(value)):
                yield column, value
