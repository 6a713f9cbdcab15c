"""Turns a row of cells into what it says across, and whether it heads a matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homework_audit.layouts.facets import NOTHING_SAID, ROW_FIELDS, Facets, facets_of_row
from homework_audit.layouts.headings import Extra
from homework_audit.values.classes import classes_within, read_classes, read_grade
from homework_audit.values.dates import dates_within
from homework_audit.values.text import Cell, shown

_FEWEST_PAIRS = 2
_PLACES = frozenset({"class", "day"})
_FEWEST_DAYS, _LAST_DAY = 10, 31
"""Of days across as bare numbers: fewer may be anything."""


def said_across(row: list[Cell], extra: Extra) -> dict[int, Facets]:
    """What the texts of a row say, by column: «日» alone is the day of the month."""
    said = facets_of_row(row, extra)
    said |= {column: Facets(date=f"{day}日") for column, day in _days_counted(row).items()}
    said |= {column: Facets(classes=str(code)) for column, code in _class_codes(row).items()}
    days = [column for column, about in said.items() if about.weekday]
    if len(days) == 1 and said[days[0]].weekday == "日":
        said[days[0]] = Facets(field="date")  # the day of the month, and no Sunday
    return said


def _days_counted(row: Sequence[Cell]) -> dict[int, int]:
    """The days of a month across as bare numbers, by column: 1, 2, 3 … 31."""
    counted = {column: int(value) for column, value in enumerate(row) if isinstance(value, int | float) and value == int(value)}
    numbers = list(counted.values())
    follow = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return counted if follow and len(numbers) >= _FEWEST_DAYS and numbers[0] >= 1 and numbers[-1] <= _LAST_DAY else {}


def _class_codes(row: Sequence[Cell]) -> dict[int, int]:
    """Classes across as bare numbers, by column, once or again for each day: 401, 402, 403, which are none of minutes."""
    numbers = {column: int(value) for column, value in enumerate(row) if isinstance(value, int | float) and value == int(value)}
    grades: dict[int, set[int]] = {}
    for number in numbers.values():
        grades.setdefault(number // 100, set()).add(number % 100)
    are_codes = all(
        grade in range(1, 10) and classes == set(range(1, len(classes) + 1)) and len(classes) > 1 for grade, classes in grades.items()
    )
    return numbers if are_codes else {}


def may_head(row: list[Cell], said: Mapping[int, Facets]) -> bool:
    """Whether a row heads a matrix: several subjects, classes, days or kinds across, or a field of the row and of homework."""
    used = sum(value != "" for value in row)
    if any(_is_pair(about, said.get(column + 1), said.get(column + 2)) for column, about in said.items()):
        return False
    if len(said) < 2 or len(said) < used / 2 or begins_with_title(row, said) or are_labels_and_values(row, said):
        return False
    first = next((about for about in said.values()), NOTHING_SAID)
    if sum(bool(about.time) for about in said.values()) > 1 and first.field not in ROW_FIELDS:
        return False
    across = [about for about in said.values() if not about.total]
    several = any(
        len({value for about in across if (value := getattr(about, name)) != ""}) > 1
        for name in ("subject", "classes", "date", "weekday", "kind", "place", "layer")
    )
    several = several and not _is_one_class(across)
    lessons = sum(about.field == "session" for about in across)
    choices = {about.optional for about in across if about.optional is not None} | {False for a in across if a.field == "requirement"}
    fields = {about.field for about in across}
    plain = bool(fields & {"content", "minutes"}) and bool(fields & ROW_FIELDS)
    return (
        several
        or len(choices) > 1
        or plain
        or (lessons > 1 and bool(fields & ROW_FIELDS))
        or bool(fields & ROW_FIELDS and _one_across(across))
    )


def begins_with_title(row: list[Cell], said: Mapping[int, Facets]) -> bool:
    """Whether a row begins with a title that ends like a heading: «三(1)班 2026年9月15日作业 | 今日无口头作业»."""
    first = min(said)
    text = row[first]
    if not isinstance(text, str) or any(about.dimensions & _PLACES for column, about in said.items() if column != first):
        return False
    day, classes = bool(dates_within(text)), bool(classes_within(text))
    return (day and classes) or ((day or classes) and not said[first].dimensions & _PLACES)


def _is_pair(label: Facets, beside: Facets | None, behind: Facets | None) -> bool:
    """«班级 | 三年级一班»: a label with its value beside it, and not one class of several."""
    if beside is None or label.field != "class" or (behind and behind.classes):
        return False
    return beside.field == "" and beside.dimensions == {"class"}


def _is_one_class(across: Sequence[Facets]) -> bool:
    """«八年级 | 5班» beside each other in a title are one class, where nothing else stands across."""
    named = [shown(about.classes) for about in across if about.classes]
    others = {name for about in across for name in about.dimensions - {"class", "subject"}}
    return (
        len(named) == 2
        and not others
        and read_grade(named[0]) is not None
        and read_classes(named[1]) != ()
        and not read_classes(named[1])[0].grade
    )


def are_labels_and_values(row: Sequence[Cell], said: Mapping[int, Facets]) -> bool:
    """«作业日期 | 10月19日 | 填表日期 | 10月16日»: labels, each with its value beside it."""
    used = [column for column, value in enumerate(row) if value != ""]
    labels, values = used[::2], used[1::2]
    if len(values) < _FEWEST_PAIRS or len(labels) != len(values):
        return False
    told = [said[column] for column in labels if column in said]
    if 2 * len(told) <= len(labels) or any(about.dimensions for about in told):
        return False
    times = [said.get(value, NOTHING_SAID).date != "" for label, value in zip(labels, values, strict=True) if _asks_when(said.get(label))]
    if not all(times) or any(about.field not in ROW_FIELDS | {"other"} and not _asks_when(about) for about in told):
        return False
    return not any(column in said and said[column].field for column in values)


def _asks_when(about: Facets | None) -> bool:
    """Whether a label is «时间», beside which a day may stand as well as how long something takes."""
    return about is not None and about.field in ("time", "minutes") and not about.dimensions and not about.unit


def _one_across(across: list[Facets]) -> bool:
    """A single day or class across, beside the heading of something else that stands down: a matrix of one column."""
    fields = {about.field for about in across}
    taken = ({"class"} if fields & {"class", "grade"} else set()) | ({"day"} if fields & {"date", "weekday", "week"} else set())
    return any(about.dimensions & {"day", "class"} - taken and not about.field for about in across)
