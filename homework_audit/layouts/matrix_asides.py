"""Turns a row of a matrix into the reason why it holds no homework, if it has one: an average, a total, a note, a remark."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.evidence import is_bound, names_task
from homework_audit.layouts.facets import facets
from homework_audit.layouts.matrix import Matrix
from homework_audit.layouts.rows import is_aside, is_average, is_explanation, is_note, is_numbered_note, is_total
from homework_audit.layouts.sections import section_of
from homework_audit.values.classes import classes_within, read_classes
from homework_audit.values.expressions import expression
from homework_audit.values.items import names_subject
from homework_audit.values.minutes import read_minutes, says_nothing
from homework_audit.values.nothing_set import is_day_off, is_day_without
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell

_PLACING = ("subject", "class", "date", "weekday", "kind")
_DATE_OF_SIGNING = expression(r"20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?")
"""A day that stands alone below a table is that of who signed it."""
_DAY_WITHOUT = expression(r"[不没未](?:布置|留)|无作业|没有作业|放假|休息|考试|运动会|研学|停课")
_SIGNS = expression(r"^[^\w(（]+|[^\w)）]+$")


class MatrixAsides:
    """Tells the rows that speak about the table from those that hold homework."""

    def __init__(self, matrix: Matrix) -> None:
        self._stubs, self._telling = matrix.columns.stubs, matrix.telling_columns
        self._remarks = _rows_spanned(matrix)

    def reason(self, number: int, row: Sequence[Cell], grade: int | None) -> str:
        """Why a row holds no homework; '' if it may hold some. A class without a grade is one of `grade`."""
        first = next((value for value in row if value != ""), "")
        stubs = [row[column] for column in self._stubs.values() if column < len(row) and row[column] != ""]
        if any(isinstance(text, str) and is_average(text) for text in (first, *stubs)):
            return "average"
        if isinstance(first, str) and self._is_note(number, row, first, grade):
            return "note"
        left = [row[column] for column in range(min(self._telling, default=0)) if column < len(row)]
        return "total" if any(isinstance(text, str) and is_total(text) for text in (*left, *stubs)) else ""

    def _is_note(self, number: int, row: Sequence[Cell], first: str, grade: int | None) -> bool:
        """Whether a row is a note, a line of signatures or a remark."""
        about = facets(first)
        if is_aside(first):
            return not any(states_time(text) or names_task(text) for text in row if isinstance(text, str))
        placed = any(self._own_stub(name, row) not in ("", first) for name in _PLACING)
        if about and about.field == "other" and first not in self._group_values(row) and not placed:
            return not any(isinstance(text, str) and _sets_homework(text) for text in self._group_values(row))
        alone = sum(value != "" for value in row) == 1
        if alone and _DATE_OF_SIGNING.fullmatch(first.strip()):
            return True
        told = next((value for value in self._group_values(row) if value != ""), first)
        only = len({value for value in self._group_values(row) if value != ""}) <= 1
        placed = any(self._own_stub(name, row) not in ("", told) for name in _PLACING)
        if only and isinstance(told, str) and number in self._remarks and _is_remark(told, grade, is_placed=placed):
            return True
        return (is_note(first) and not self._states_homework(row, first)) or (
            alone
            and (
                is_numbered_note(first) or is_explanation(first) or is_day_without(first) or (is_bound(first) and not _sets_homework(first))
            )
        )

    def _own_stub(self, name: str, row: Sequence[Cell]) -> Cell:
        column = self._stubs.get(name, len(row))
        return row[column] if column < len(row) else ""

    def _states_homework(self, row: Sequence[Cell], first: Cell) -> bool:
        values = [value for value in self._group_values(row) if value not in ("", first)]
        return any(read_minutes(value).low is not None or (isinstance(value, str) and states_time(value)) for value in values)

    def _group_values(self, row: Sequence[Cell]) -> list[Cell]:
        return [row[column] for column in self._telling if column < len(row)]


def without_signs(text: str) -> str:
    """A text without the signs and stars around it: «★9月15日★»."""
    return _SIGNS.sub("", text)


def _is_remark(text: str, grade: int | None, *, is_placed: bool) -> bool:
    """Whether a text says nothing of homework, of a class or of a day; one beside a subject or a class is the homework itself."""
    if is_placed and not (is_day_off(text) or _DAY_WITHOUT.search(text)):
        return False  # «周末卷第12张（30）» beside a subject is homework
    if (states_time(text) and not is_bound(text)) or names_subject(text) or names_task(text) or says_nothing(text):
        return False
    if is_bound(text):
        return True
    day, _ = section_of(without_signs(text), grade)
    return not (day or classes_within(text) or read_classes(text, grade))


def _rows_spanned(matrix: Matrix) -> frozenset[int]:
    """The rows in which one cell is merged over most columns: remarks about the table."""
    columns, first = matrix.telling_columns, matrix.headings.bottom + 1
    wide = [span for span in matrix.sheet.merged if sum(span[1] <= column <= span[3] for column in columns) > max(1, len(columns) / 2)]
    return frozenset(row - first for top, _, bottom, _ in wide for row in range(top, bottom + 1))


def _sets_homework(text: str) -> bool:
    """Whether a remark names a subject and states a time: «数学练习40分钟»."""
    return states_time(text) and (names_subject(text) or any(subject(text[:length]) for length in (2, 3, 4)))
