"""Turns the headings of a matrix and the cells below them into stubs (what stands down) and groups (what stands across)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from homework_audit.layouts.column_values import field_of
from homework_audit.layouts.facets import NOTHING_SAID, ROW_FIELDS, TRAITS, Facets, facets, joined
from homework_audit.layouts.headings import is_place
from homework_audit.layouts.matrix_headings import Extra, MatrixHeadings
from homework_audit.layouts.rows import is_average, is_note, is_total
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values import labels
from homework_audit.values.classes import read_classes, read_grade
from homework_audit.values.dates import period_within, read_date, read_weekday
from homework_audit.values.homework import names_subject
from homework_audit.values.minutes import read_minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact
from homework_audit.values.vocabulary import TICKS

_SAMPLE = 80
"""Rows below the headings that are looked at to settle what a column holds."""
_VALUES_WIN = frozenset({"date", "weekday", "class", "grade", "subject"})
_MOST = 0.8
_LONGEST_MARK = 3


@dataclass
class Group:
    """Columns that state the same homework: its text, its minutes, or both in one cell."""

    about: Facets
    columns: dict[str, int] = field(default_factory=dict)
    """"content", "minutes", and "cell" where one column holds both."""
    traits: dict[str, int] = field(default_factory=dict)
    """Columns that say of what kind, where or for whom the homework beside them is: those of TRAITS."""

    def has(self, name: str) -> bool:
        """Whether a column of that name belongs to it already."""
        return name in self.columns or name in self.traits


@dataclass
class MatrixColumns:
    """What each column of a matrix holds."""

    stubs: dict[str, int] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    shared: dict[str, int] = field(default_factory=dict)
    """Columns of content and minutes that belong to the whole row, beside groups of their own."""
    ticked: list[tuple[int, Facets]] = field(default_factory=list)
    """Columns in which a tick says what their heading says: a kind, a layer, a time."""
    totals: list[tuple[int, Facets]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    label_column: int | None = None
    """The column of 内容 and 时长 where these stand down, in rows that belong together."""


class Matrix(NamedTuple):
    """A matrix on a sheet: its heading rows, its columns, and the row behind its last one."""

    sheet: Sheet
    headings: MatrixHeadings
    columns: MatrixColumns
    end: int

    @property
    def rows(self) -> Grid:
        """The rows below the headings."""
        return self.sheet.rows[self.headings.bottom + 1 : self.end]

    @property
    def telling_columns(self) -> list[int]:
        """Every column that may hold homework."""
        return [column for group in self.columns.groups for column in group.columns.values()]

    @property
    def cells(self) -> list[Cell]:
        """Every cell that may hold homework."""
        return [row[column] for row in self.rows for column in self.telling_columns if column < len(row)]


def is_tick(value: Cell) -> bool:
    """Whether a cell holds a tick and nothing else."""
    return isinstance(value, str) and compact(value) in TICKS


class _Column(NamedTuple):
    """One column: what the headings say above it, its topmost heading as it stands, and its cells that are not blank."""

    number: int
    said: Facets
    heading: Cell
    used: list[Cell]
    is_corner: bool


def find_columns_of(headings: MatrixHeadings, rows: Grid, end: int, extra: Extra) -> MatrixColumns:
    """What the columns of the matrix hold, settled by its headings and, where these say little, by its cells."""
    body = [row for row in rows[headings.bottom + 1 : end] if sum(value != "" for value in row) > 1][:_SAMPLE]
    found = MatrixColumns()
    about = _paired(headings.columns)
    across = frozenset(name for said in about.values() if said.field not in ROW_FIELDS for name in said.dimensions)
    groups: list[tuple[Facets, str, int]] = []
    for number in range(max([len(row) for row in [*body, *rows[headings.top : headings.bottom + 1]]], default=0)):
        said = about.get(number, NOTHING_SAID)
        heading = rows[headings.top][number] if number < len(rows[headings.top]) else ""
        used = [row[number] for row in body if number < len(row) and row[number] != ""]
        is_corner = not groups and (_is_corner(heading, said) or _heads_what_is_across(number, about, across))
        _place(found, groups, _Column(number, said, heading, used, is_corner), extra)
    _assemble(found, _with_other_subjects(found, groups, rows[headings.top : headings.bottom + 1], body))
    return found


def _with_other_subjects(
    found: MatrixColumns, groups: list[tuple[Facets, str, int]], headings: Grid, body: Grid
) -> list[tuple[Facets, str, int]]:
    """The groups, with a column such as «国学» among subjects, with minutes below it, for a subject that nobody knows."""
    subjects = [column for about, _, column in groups if about.dimensions == {"subject"} and not about.field]
    if len(subjects) < 2:
        return groups
    end = min((column for column, _ in found.totals if column > subjects[0]), default=len(headings[0]))
    for column in [column for column in found.unknown if subjects[0] < column < end]:
        named = next((row[column] for row in reversed(headings) if column < len(row) and row[column] != ""), "")
        used = [row[column] for row in body if column < len(row) and row[column] != ""]
        if isinstance(named, str) and named and _are_times(used):
            found.unknown.remove(column)
            groups.append((Facets(subject=named), "cell", column))
    return sorted(groups, key=lambda group: group[2])


def _are_times(used: Sequence[Cell]) -> bool:
    """Whether the cells of a column are minutes, or say how long something takes."""
    timed = sum(read_minutes(value).low is not None or (isinstance(value, str) and states_time(value)) for value in used)
    return timed > len(used) / 2


def _place(found: MatrixColumns, groups: list[tuple[Facets, str, int]], column: _Column, extra: Extra) -> None:
    said, used = column.said, column.used
    if said.total:
        found.totals.append((column.number, said))
    elif said.field in ("minutes", "time") and not said.dimensions and _says_when(used):
        _place_stub(found, column._replace(said=NOTHING_SAID), extra)
    elif said.field in TRAITS and said.dimensions - {"trait"} and _are_marks(used):
        groups.append((said, said.field, column.number))
    elif said.field in ROW_FIELDS or said is NOTHING_SAID or (column.is_corner and not said.field) or is_place(column.heading):
        _place_stub(found, column, extra)
    elif said.field == "requirement":
        _place_requirement(found, groups, column)
    elif all(map(is_tick, used)) and (said.time or (said.dimensions == {"trait"} and not said.field)):
        found.ticked.append((column.number, said))
    elif said.time:
        groups.append((said._replace(field=""), "cell", column.number))
    elif said.field in ("content", "minutes", "time"):
        groups.append((said, "content" if said.field == "content" else "minutes", column.number))
    elif said.dimensions or (said.field == "session" and _hold_homework(column.used)):
        groups.append((said, "cell", column.number))
    elif said.field == "session" and column.used:
        found.unknown.append(column.number)


def _place_stub(found: MatrixColumns, column: _Column, extra: Extra) -> None:
    """A column that stands left of the homework and says where its rows belong; its cells know better than a corner."""
    if not column.used:
        return
    if found.label_column is None and _holds_labels(column.used, extra):
        found.label_column = column.number
        return
    name = _stub_field(found, column)
    if name and name not in found.stubs:
        found.stubs[name] = column.number
    elif not name and "class" not in found.stubs and _is_outline(column.used):
        found.stubs["class"] = column.number
    elif not name:
        found.unknown.append(column.number)


def _stub_field(found: MatrixColumns, column: _Column) -> str:
    """The field of a stub: that of its heading, unless its cells speak for another one."""
    name = "" if is_place(column.heading) else column.said.field
    telling = [value for value in column.used if not (isinstance(value, str) and _says_nothing_of_homework(value))]
    heard = field_of(telling, heading_is_known=False) or _mixed_subjects(telling) or ("week" if _says_when(telling) else "")
    if heard:
        doubtful = name in _VALUES_WIN and heard in _VALUES_WIN and not _fits(name, column.used)
        return heard if not name or column.is_corner or doubtful else name
    if column.is_corner:
        name = next((one for one in _corner_fields(column.heading) if one not in found.stubs), name)
        if name in ("class", "grade") and "subject" not in found.stubs:
            return "subject"  # classes stand across, so that what stands down is something else
    return name


def _says_nothing_of_homework(text: str) -> bool:
    about = facets(text)
    return is_total(text) or is_average(text) or is_note(text) or (about is not None and about.field == "other")


def _are_marks(used: Sequence[Cell]) -> bool:
    """Whether the cells of a column are words such as 口头, 选做 and 是, and no homework."""
    short = sum(isinstance(value, str) and (len(compact(value)) <= _LONGEST_MARK or labels.is_mark(value)) for value in used)
    return short >= _MOST * len(used)


def _hold_homework(used: Sequence[Cell]) -> bool:
    """Whether the cells below a lesson or an evening say what is to be done in it."""
    told = sum(isinstance(value, str) and (states_time(value) or names_subject(value)) for value in used)
    return bool(used) and told > len(used) / 2


def _mixed_subjects(used: Sequence[Cell]) -> str:
    """Subjects with kinds of homework among them, such as 体育锻炼 and 课外阅读."""
    texts = [value for value in used if isinstance(value, str)]
    named = sum(subject(text) is not None for text in texts)
    kinds = sum(labels.is_mark(text) for text in texts if subject(text) is None)
    return "subject" if texts and len(texts) == len(used) and named >= 0.5 * len(texts) and named + kinds >= _MOST * len(texts) else ""


def _says_when(used: Sequence[Cell]) -> bool:
    """Whether the cells of a column called 时间 are days or weeks."""
    when = sum(
        isinstance(value, date) or (isinstance(value, str) and bool(read_date(value) or period_within(value) or read_weekday(value)))
        for value in used
    )
    return bool(used) and when > len(used) / 2


def _holds_labels(used: Sequence[Cell], extra: Extra) -> bool:
    """Whether 内容 and 时长 stand down instead of across."""
    named = [about.field for value in used if (about := facets(value, extra)) and about.field in ("content", "minutes")]
    return len(set(named)) == 2 and len(named) >= 0.5 * len(used)


def _place_requirement(found: MatrixColumns, groups: list[tuple[Facets, str, int]], column: _Column) -> None:
    """«必做» above homework is one of two columns, above yes and no it says something of the row."""
    if column.used and not _are_marks(column.used):
        groups.append((column.said._replace(field="", optional=False), "cell", column.number))
    elif "requirement" not in found.stubs:
        found.stubs["requirement"] = column.number


def _fits(name: str, used: Sequence[Cell]) -> bool:
    """Whether the cells of a column are what its heading says, though they could be something else: «一» is a grade too."""
    return name == "grade" and all(read_grade(value) is not None for value in used)


def _corner_fields(text: Cell) -> list[str]:
    """The fields that the corner of a matrix names: «科目/班级» → subject, class."""
    parts = [part for part in re.split(r"[\\/|\n]", text) if part.strip()] if isinstance(text, str) else []
    return [about.field for part in parts if (about := facets(part.strip())) and about.field in ROW_FIELDS]


def _is_outline(used: Sequence[Cell]) -> bool:
    """Grades with their classes below them as 1, 2, 3: the stub of a pivot table."""
    grades = sum(isinstance(value, str) and "级" in value and read_grade(value) is not None for value in used)
    return grades > 0 and all(read_classes(value, 1) or (isinstance(value, str) and is_total(value)) for value in used)


def _is_corner(heading: Cell, said: Facets) -> bool:
    """Whether a heading such as «学科/星期» speaks of what stands down and of what stands across."""
    return isinstance(heading, str) and any(sign in heading for sign in "\\/|\n") and not said.date


def _heads_what_is_across(number: int, about: Mapping[int, Facets], across: frozenset[str]) -> bool:
    """Whether a corner that is merged over several stubs names only the classes that stand across."""
    here, beside = about.get(number, NOTHING_SAID), about.get(number + 1, NOTHING_SAID)
    named = here.field in ("class", "grade") and "class" in across and "subject" not in across
    return named and number + 1 in about and beside.field in ("", "class")


def _paired(columns: Mapping[int, Facets]) -> Mapping[int, Facets]:
    """«语文 | 时长 | 数学 | 时长»: a bare column of minutes beside a subject, several times over, belongs to it."""
    lone = [column for column, about in columns.items() if about.field == "minutes" and not about.dimensions]
    beside = [column for column in lone if (left := columns.get(column - 1)) and left.dimensions and left.field in ("", "content")]
    if len(beside) < 2 or len(beside) < len(lone):
        return columns
    paired = dict(columns)
    for column in beside:
        left = columns[column - 1]
        paired[column - 1] = left._replace(field="content")
        paired[column] = left._replace(field="minutes", unit=columns[column].unit)
    return paired


def _belongs(about: Facets, beside: Group, column: int) -> bool:
    """Whether a column of minutes is that of the content right beside it, though only one of the headings names a kind."""
    if list(beside.columns) not in (["content"], ["cell"]) or column - 1 not in beside.columns.values():
        return False
    pairs = list(zip(about.coordinates, beside.about.coordinates, strict=True))
    return any(one == other and one not in ("", None) for one, other in pairs) and all(
        one == other or "" in (one, other) or None in (one, other) for one, other in pairs
    )


def _assemble(found: MatrixColumns, groups: Sequence[tuple[Facets, str, int]]) -> None:
    across = any(about.dimensions for about, _, _ in groups)
    own = [name for about, name, _ in groups if about.dimensions]
    if any(about.subject for about, _, _ in groups):  # «其他» beside subjects is other subjects, not another kind
        groups = [
            (about._replace(kind="", subject="其他") if about.kind == "other" else about, name, column) for about, name, column in groups
        ]
    for about, name, column in groups:
        if across and not about.dimensions and not about.time and about.field != "session":
            if name == "content" or "minutes" not in own:  # «所用时间» beside the minutes of each subject is something else
                found.shared.setdefault(name, column)
            continue
        group = next((one for one in found.groups if one.about.coordinates == about.coordinates and not one.has(name)), None)
        beside = found.groups[-1] if found.groups else None
        if group is None and beside and name == "minutes" and _belongs(about, beside, column):
            group, beside.about = beside, joined(beside.about, about)
        if group is None:
            group = Group(about)
            found.groups.append(group)
        if name in TRAITS:
            group.traits[name] = column
            continue
        if about.unit:
            group.about = group.about._replace(unit=about.unit)
        group.columns[name] = column
    found.groups = [group for group in found.groups if group.columns]
    for group in found.groups:
        if "cell" in group.columns and "minutes" in group.columns:
            group.columns["content"] = group.columns.pop("cell")
        elif list(group.columns) == ["minutes"] and "content" not in found.shared:
            group.columns["cell"] = group.columns.pop("minutes")  # «作业内容（预计时间）» holds both
