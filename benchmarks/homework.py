"""The homework of made-up schools: the rows that stand in the workbooks, the same for the same number on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product
from random import Random
from typing import Final, NamedTuple

from benchmarks import texts

GRADES: Final = range(3, 10)
GROUPS: Final = 3
SCHOOLS: Final = 30
_PLACES: Final = ("城关", "东河", "西山", "南湖", "北塘", "新华", "解放", "人民", "和平", "育才")
_TERMS: Final = ((date(2025, 9, 1), 4), (date(2025, 10, 13), 14), (date(2026, 3, 2), 18))
"""Mondays on which weeks of lessons begin, and how many follow each other without a holiday of a week."""
_SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗"


class Row(NamedTuple):
    """One homework as a teacher states it; `figure` is what `minutes` means (0: none, or nobody knows)."""

    school: str
    day: date
    grade: int
    label: int
    subject: str
    teacher: str
    content: str = "无"
    kind: str = "书面"
    minutes: int | str = ""
    figure: int = 0


class Unit(NamedTuple):
    """What one workbook is about: a school, a grade, a fortnight, and the subjects of a group of teachers."""

    school: str
    grade: int
    subjects: tuple[str, ...]
    days: tuple[date, ...]
    classes: int


def unit(number: int) -> Unit:
    """The unit of the workbook with this number: groups first, then grades, schools, fortnights, further schools."""
    rest, group = divmod(number, GROUPS)
    rest, grade = divmod(rest, len(GRADES))
    rest, school = divmod(rest, SCHOOLS)
    more, fortnight = divmod(rest, len(list(_fortnights())))
    return unit_of(school + SCHOOLS * more, GRADES.start + grade, group, fortnight)


def unit_of(school: int, grade: int, group: int, fortnight: int) -> Unit:
    """The unit of a group of teachers (0–2) of a grade (3–9) of the school with this number, in a fortnight of the year (from 0)."""
    name = _school(school)
    subjects = (texts.SUBJECTS_OF_PRIMARY if grade <= 6 else texts.SUBJECTS_OF_JUNIOR)[group]
    return Unit(name, grade, subjects, list(_fortnights())[fortnight], Random(f"{name} {grade}").randint(4, 10))


def unit_rows(number: int, about: Unit, subject: str) -> list[Row]:
    """The rows of one subject in the workbook with this number: one for most classes and days, some twice."""
    random = Random(f"{number} {subject}")
    rows = []
    for day in about.days:
        shared: dict[int, Row] = {}
        for label in range(1, about.classes + 1):
            if random.random() < 0.02:
                continue  # forgotten
            taught_by = (label - 1) // 2
            if taught_by not in shared or random.random() < 0.2:
                place = Row(about.school, day, about.grade, label, subject, _teacher(about.school, subject, taught_by))
                shared[taught_by] = _set(random, place)
            rows.append(shared[taught_by]._replace(label=label))
            if random.random() < 0.002:
                rows.append(rows[-1])  # entered twice
    return rows


def district_rows(count: int) -> list[Row]:
    """So many rows as a platform of a district exports them: school by school, day by day, class by class."""
    days = [day for days in _fortnights() for day in days]
    subjects = ("语文", "数学", "英语", "科学", "道德与法治")
    random = Random(count)
    places = ((number, day) for number in range(count) for day in days)
    rows = (
        _set(random, Row(_school(number), day, grade, label, subject, _teacher(_school(number), subject, label)))
        for number, day in places
        for grade, label, subject in product(GRADES, range(1, 7), subjects)
    )
    return list(islice(rows, count))


def _set(random: Random, row: Row) -> Row:
    """What the teacher sets: nothing at times, often so in the smaller subjects; rarely without usable minutes."""
    chance = random.random()
    if chance < 0.03 or (chance < 0.4 and row.subject not in ("语文", "数学", "英语")):
        return row._replace(minutes=random.choice((0, "")))
    kind = texts.kind(random, row.subject)
    content = texts.content(random, row.subject, kind)
    if chance > 0.996:
        return row._replace(content=content, kind=kind, minutes=random.choice(("适量", "")))
    figure = texts.minutes(random, row.subject)
    return row._replace(content=content, kind=kind, minutes=figure, figure=figure)


def _fortnights() -> Iterator[tuple[date, ...]]:
    for first, weeks in _TERMS:
        for week in range(0, weeks, 2):
            yield tuple(first + timedelta(weeks=week, days=day) for day in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11))


def _school(number: int) -> str:
    return f"{_PLACES[number % len(_PLACES)]}第{number // len(_PLACES) + 1}学校"


def _teacher(school: str, subject: str, number: int) -> str:
    return Random(f"{school} {subject} {number}").choice(_SURNAMES) + "老师"
