"""Turns a row of a list into whether it is a note about the table, or was not filled in."""

from __future__ import annotations

from homework_audit.layouts.aside_texts import is_homework_of_a_subject
from homework_audit.layouts.beside_texts import is_sentence_of_homework
from homework_audit.layouts.columns import Columns
from homework_audit.layouts.evidence import names_task
from homework_audit.layouts.fill import is_ditto
from homework_audit.layouts.rows import is_aside, is_explanation, is_note, is_numbered_note, is_of_parents, joined
from homework_audit.layouts.table_values import TableValues
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_date, read_weekday
from homework_audit.values.nothing_set import is_day_without
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, shown


class ListAsides:
    """Tells the rows that speak about the table, or are blank, from those that hold homework."""

    def __init__(self, values: TableValues, columns: Columns) -> None:
        self._values, self._columns = values, columns

    def is_note(self, number: int, first: Cell) -> bool:
        """Whether a row that begins with `first` is a footnote or a line of signatures: it states no minutes, no subject and no content."""
        if not isinstance(first, str):
            return False
        if is_of_parents(first):
            return True
        stated = [self._values.own(name, number) for name in ("subject", "content", "minutes")]
        if is_aside(first) and (
            self._values.value("minutes", number) == "" or read_date(self._values.value("minutes", number)) is not None
        ):
            return not any(states_time(text) or names_task(text) for text in map(shown, stated))
        if stated == ["", "", ""] and is_note(joined(self._values.rows[number])):
            return True
        alone = sum(value != "" for value in self._values.rows[number]) == 1
        if alone and is_day_without(first):
            return True
        if is_note(first):
            return all(text in ("", first) or is_note(shown(text)) or read_date(text) is not None for text in stated)
        return alone and (is_numbered_note(first) or is_explanation(first)) and not any(text for text in stated if text != first)

    def is_blank_form(self, number: int, grade: int | None) -> bool:
        """Whether a row of a form was not filled in: not reported, which is no homework and no «none» either.

        A class without a grade is one of `grade`.
        """
        if self._values.value("minutes", number) != "" or self._values.value("content", number) != "" or self._values.has_lost(number):
            return False
        row, named = self._values.rows[number], self._values.own("subject", number)
        if isinstance(named, str) and is_sentence_of_homework(named):
            return False
        if not self._is_placed_or_blank(number, grade) or any(isinstance(value, str) and is_homework_of_a_subject(value) for value in row):
            return False
        return all(value == "" or column in self._columns.quiet or _is_number(value) for column, value in enumerate(row))

    def _is_placed_or_blank(self, number: int, grade: int | None) -> bool:
        """Whether what stands in the columns of date and class is a date and a class: «见黑板» there is something else."""
        day, classes = self._values.own("date", number), self._values.own("class", number)
        is_day = day == "" or read_date(day) is not None or read_weekday(day) is not None or is_ditto(day)
        return is_day and (classes == "" or bool(read_classes(classes, grade)) or is_ditto(classes))


def _is_number(value: Cell) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdecimal())
