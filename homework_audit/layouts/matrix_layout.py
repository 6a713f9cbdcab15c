"""Turns a matrix anywhere on a sheet into a reading: where it begins, whether it is homework, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from homework_audit.layouts.evidence import (
    are_teachers,
    holds_homework,
    is_inspection,
    mostly_subjects,
    mostly_timed,
    names_task,
    other_record,
    speaks_of_duration,
    speaks_of_homework,
)
from homework_audit.layouts.facets import Facets
from homework_audit.layouts.headings import unit_of
from homework_audit.layouts.matrix import Matrix, MatrixColumns
from homework_audit.layouts.matrix_columns import find_columns_of
from homework_audit.layouts.matrix_corner import with_corner_heard
from homework_audit.layouts.matrix_headings import find_headings, numbers_as_classes, with_days_settled
from homework_audit.layouts.matrix_table import MatrixTable
from homework_audit.layouts.rows import joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.models.reading import ColumnAccount
from homework_audit.models.sheet import Sheet, column_name
from homework_audit.values.boxes import is_tick
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain, shown

_PLACES = frozenset({"class", "grade", "date", "weekday", "day"})
_LABELLED = expression(r"[:：]")
_DAYS_OF_SUBJECTS = expression(r"布置日|错峰|轮流|轮值")
"""What a table of ticks is about that says on which days a subject may set homework."""


def find(sheet: Sheet, first: int, last: int, settings: LayoutSettings) -> Found | None:
    """The first matrix whose headings stand from row `first` on and above row `last`."""
    headings = find_headings(sheet, first, last, settings.headings)
    return Found(headings.top, headings.bottom, headings) if headings else None


def read(sheet: Sheet, found: Found, end: int, around: Around, settings: LayoutSettings) -> TableReading:
    """What the matrix holds, if its cells, its headings or what stands around it say that it is homework."""
    headings, context = with_corner_heard(numbers_as_classes(found.headings, around.context), around.context, sheet.rows, end)
    headings = with_days_settled(headings, context, typed=sheet.typed)
    matrix = Matrix(sheet, headings, find_columns_of(headings, sheet.rows, end, settings.headings), end)
    said = [joined(row) for row in matrix.sheet.rows[matrix.headings.top : matrix.headings.bottom + 1]]
    reason = _why_not(matrix, said, around)
    if reason:
        return TableReading([], [], reason)
    unit = next((unit for text in (*reversed(around.titles), *said, *around.names) if (unit := unit_of(compact(text)))), "")
    table = MatrixTable(matrix, context, unit, settings)
    table.read()
    return TableReading(table.entries, table.problems, "", _account(matrix), tuple(table.left))


def _account(matrix: Matrix) -> tuple[ColumnAccount, ...]:
    """What each column was taken for: a stub, homework of some subject, class or day, a total, nothing."""
    columns = matrix.columns
    found: dict[int, tuple[str, str]] = {column: (name, "") for name, column in columns.stubs.items()}
    found |= {column: (name, "") for name, column in columns.shared.items()}
    found |= {column: (name, _said(group.about)) for group in columns.groups for name, column in (group.columns | group.traits).items()}
    found |= {column: ("tick", _said(about)) for column, about in columns.ticked}
    found |= {column: ("total", _said(about)) for column, about in columns.totals}
    found |= dict.fromkeys(columns.unknown, ("", ""))
    if columns.label_column is not None:
        found[columns.label_column] = ("label", "")
    rows = matrix.sheet.rows[matrix.headings.top : matrix.headings.bottom + 1]
    return tuple(ColumnAccount(column_name(column), _heading(rows, column), *found[column]) for column in sorted(found))


def _heading(rows: Sequence[Sequence[Cell]], column: int) -> str:
    return " / ".join(dict.fromkeys(shown(row[column]) for row in rows if column < len(row) and row[column] != ""))


def _said(about: Facets) -> str:
    """What headings across say, as a person would put it."""
    said = [about.subject, shown(about.classes), shown(about.date), shown(about.weekday), about.kind, about.place, about.time]
    said += [f"{about.layer}层" if about.layer else "", "" if about.optional is None else "选做" if about.optional else "必做"]
    return " ".join(plain(text).replace("\n", " ") for text in said if text)


def _why_not(matrix: Matrix, headings: Sequence[str], around: Around) -> str:
    """Why the matrix records no homework, '' if it does; "not-understood" where nobody can tell."""
    columns, cells = matrix.columns, matrix.cells
    in_place, whole = _are_minutes_in_place(matrix, around), [*around.near, *headings]
    near = _telling(matrix, around) if in_place else whole
    if not columns.groups:
        return other_record(near) or "not-understood"
    if _names_subjects_again(matrix):
        return "not-understood"
    if mostly_subjects(cells):
        return "timetable"
    if all(map(is_tick, filter(None, cells))) and any(_DAYS_OF_SUBJECTS.search(compact(text)) for text in near):
        return "timetable"
    if any(are_teachers(name, cells) for name in around.names[:2]):
        return "names"
    if is_inspection(near, cells):
        return "inspection"
    timed, has_unit = mostly_timed(cells), any(unit_of(compact(text)) for text in whole)
    if speaks_of_homework([*around.texts, *headings]):
        named = (
            timed
            or has_unit
            or speaks_of_duration(whole if in_place else [*around.titles, *headings])
            or any(group.about.field for group in columns.groups)
            or holds_homework(cells)
        )
        doubt = "" if timed else _ambiguous(columns)
        return doubt if named else other_record(text for text in near if not speaks_of_homework([text])) or doubt
    knows_subject = "subject" in columns.stubs or any(group.about.subject for group in columns.groups)
    if timed and knows_subject:
        return ""  # whatever else its headings are words for
    other = "not-understood" if holds_homework(cells) or any(map(names_task, filter(_is_text, cells))) else other_record(near)
    return other or ("" if knows_subject and has_unit else "not-understood")


def _are_minutes_in_place(matrix: Matrix, around: Around) -> bool:
    """Whether most cells hold figures such as minutes, of subjects that are named and of classes or days that are as well."""
    used = [value for value in matrix.cells if value != ""]
    figures = [read_minutes(value) for value in used if not isinstance(value, bool)]
    told = sum(figure.low is not None or bool(figure.parts) for figure in figures)
    places = {name for group in matrix.columns.groups for name in group.about.dimensions} | matrix.columns.stubs.keys()
    names_subject = "subject" in places or any(subject(part.label) for figure in figures for part in figure.parts)
    is_placed = bool(places & _PLACES) or bool(around.context.classes) or around.context.date is not None
    return names_subject and is_placed and 2 * told > len(used)


def _telling(matrix: Matrix, around: Around) -> list[str]:
    """What may say that such figures are something else: titles, names, the headings above them, words for times and for marks.

    «检查人：王芳» above them and 人数 or 值日 beside them do not.
    """
    titles = [text for text in around.titles if not _LABELLED.search(text)]
    of_homework = [text for text in titles if speaks_of_homework([text])]
    rows = matrix.sheet.rows[matrix.headings.top : matrix.headings.bottom + 1]
    own = [_heading(rows, column) for column in matrix.telling_columns]
    texts = [text for row in rows for text in row if isinstance(text, str)]
    others = [text for text in texts if speaks_of_duration([text]) or other_record([text]) == "marks"]
    return [*(of_homework or titles), *around.names[:2], *own, *others]


def _is_text(value: Cell) -> TypeGuard[str]:
    return isinstance(value, str)


def _names_subjects_again(matrix: Matrix) -> bool:
    """Whether «学科» stands right of homework too: then what stands left of it is no subject of that."""
    stub, groups = matrix.columns.stubs.get("subject"), matrix.columns.groups
    first = min((column for group in groups for column in group.columns.values()), default=0)
    again = [column for column, about in matrix.headings.columns.items() if about.field == "subject" and not about.dimensions]
    return stub is not None and any(column > first for column in again)


def _ambiguous(columns: MatrixColumns) -> str:
    """Two columns of figures under the same headings: nobody can tell which of them counts."""
    bare = [group.about.coordinates for group in columns.groups if "content" not in group.columns or len(group.columns) > 1]
    return "not-understood" if len(set(bare)) < len(bare) else ""
