"""Turns a column that stands left of the homework into the field that its cells belong to: subject, class, day, kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from homework_audit.layouts.column_values import field_of, heads_something_else, names_a_class
from homework_audit.layouts.facets import ROW_FIELDS, TRAITS, Facets, facets
from homework_audit.layouts.headings import Extra, is_place
from homework_audit.layouts.matrix import Column, MatrixColumns
from homework_audit.layouts.rows import is_average, is_note, is_total
from homework_audit.values import labels
from homework_audit.values.approval import was_withdrawn
from homework_audit.values.classes import read_classes, read_grade
from homework_audit.values.dates import period_within, read_date, read_weekday
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain

_VALUES_WIN = frozenset({"date", "weekday", "class", "grade", "subject"})
_MOST = 0.8


def facets_of_label(value: Cell, extra: Extra = ()) -> Facets | None:
    """What a label that stands down says: «布置» above «用时» is the homework."""
    return Facets(field="content") if isinstance(value, str) and compact(value) == "布置" else facets(value, extra)


def place_stub(found: MatrixColumns, column: Column, extra: Extra) -> None:
    """A column that stands left of the homework and says where its rows belong; its cells know better than a corner."""
    if not column.used:
        return
    if found.label_column is None and _holds_labels(column.used, extra):
        found.label_column = column.number
        return
    name = _stub_field(found, column)
    if name in TRAITS and heads_something_else(column.heading):
        return
    if name and name not in found.stubs:
        found.stubs[name] = column.number
    elif not name and "class" not in found.stubs and _is_outline(column.used):
        found.stubs["class"] = column.number
    elif not name:
        found.unknown.append(column.number)


def _stub_field(found: MatrixColumns, column: Column) -> str:
    """The field of a stub: that of its heading, unless its cells speak for another one."""
    told = any(isinstance(value, str) and ("周" in value or "星期" in value) for value in column.used)
    if isinstance(column.heading, str) and "节次" in column.heading and not told:
        return ""  # «一» is the first lesson, and no Monday
    name = "" if is_place(column.heading) else column.said.field
    telling = [value for value in column.used if not (isinstance(value, str) and _says_nothing_of_homework(value))]
    heard = field_of(telling, heading_is_known=False) or _mixed_subjects(telling) or ("week" if says_when(telling) else "")
    if _are_days_of_classes(telling):
        heard = "date"
    if heard:
        doubtful = name in _VALUES_WIN | {"week"} and heard in _VALUES_WIN and not _fits(name, telling)
        return heard if not name or column.is_corner or doubtful else name
    if column.is_corner:
        fitting = next((one for one in _corner_fields(column.heading) if one == "class" and _fits(one, column.used)), "")
        if fitting:
            return fitting
        name = next((one for one in _corner_fields(column.heading) if one not in found.stubs), name)
        if name in ("class", "grade") and "subject" not in found.stubs:
            return "subject"  # classes stand across, so that what stands down is something else
    return name


def place_remark(found: MatrixColumns, column: Column) -> None:
    """A column of remarks, some of which say something of all homework of their row."""
    if "remark" not in found.stubs and any(map(_says_of_homework, column.used)):
        found.stubs["remark"] = column.number


def _says_of_homework(value: Cell) -> bool:
    """Whether a remark says of what kind homework is, or that it was withdrawn."""
    return isinstance(value, str) and (labels.remark(value) is not None or was_withdrawn(value))


def _says_nothing_of_homework(text: str) -> bool:
    about = facets(text)
    is_aside = is_note(text) and read_grade(text) is None  # «八年级组» may sign, or say whose homework it is
    return is_total(text) or is_average(text) or is_aside or (about is not None and about.field == "other")


def _mixed_subjects(used: Sequence[Cell]) -> str:
    """Subjects with kinds of homework among them, such as 体育锻炼 and 课外阅读."""
    texts = [value for value in used if isinstance(value, str)]
    named = sum(subject(text) is not None for text in texts)
    kinds = sum(labels.is_mark(text) for text in texts if subject(text) is None)
    return "subject" if texts and len(texts) == len(used) and named >= 0.5 * len(texts) and named + kinds >= _MOST * len(texts) else ""


def says_when(used: Sequence[Cell]) -> bool:
    """Whether the cells of a column called 时间 are days or weeks."""
    when = sum(
        isinstance(value, date) or (isinstance(value, str) and bool(read_date(value) or period_within(value) or read_weekday(value)))
        for value in used
    )
    return bool(used) and when > len(used) / 2


def _holds_labels(used: Sequence[Cell], extra: Extra) -> bool:
    """Whether 内容 and 时长 stand down instead of across."""
    named = [about.field for value in used if (about := facets_of_label(value, extra)) and about.field in ("content", "minutes")]
    return len(set(named)) == 2 and len(named) >= 0.5 * len(used)


def _fits(name: str, used: Sequence[Cell]) -> bool:
    """Whether the cells of a column are what its heading says, though they could be something else: «一» is a grade too, «3.1» a class."""
    if name == "class":
        return all((refs := read_classes(value)) and all(ref.grade and ref.label for ref in refs) for value in used)
    return name == "grade" and all(read_grade(value) is not None for value in used)


def _corner_fields(text: Cell) -> list[str]:
    """The fields that the corner of a matrix names: «科目/班级» → subject, class."""
    parts = [part for part in re.split(r"[\\/|\n]", plain(text)) if part.strip()] if isinstance(text, str) else []
    return [about.field for part in parts if (about := facets(part.strip())) and about.field in ROW_FIELDS]


def _are_days_of_classes(used: Sequence[Cell]) -> bool:
    """Classes with their days below them: the stub of a pivot table."""
    days = sum(read_date(value) is not None for value in used)
    classes = sum(read_date(value) is None and names_a_class(value) for value in used)
    return classes > 0 and days > classes and days + classes == len(used)


def _is_outline(used: Sequence[Cell]) -> bool:
    """Grades with their classes below them as 1, 2, 3: the stub of a pivot table."""
    grades = sum(isinstance(value, str) and "级" in value and read_grade(value) is not None for value in used)
    return grades > 0 and all(read_classes(value, 1) or (isinstance(value, str) and is_total(value)) for value in used)
