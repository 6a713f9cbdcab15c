"""Turns rows of homework into tables as different schools lay them out: other columns, other ways to write the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Final, NamedTuple

from benchmarks import texts
from benchmarks.homework import Row

Cell = str | int | date

_CHINESE: Final = "零一二三四五六七八九"
_WEEKDAYS: Final = "一二三四五六日"

_DATES: Final[tuple[Callable[[date], Cell], ...]] = (
    lambda day: day,
    lambda day: day,
    lambda day: f"{day.month}月{day.day}日",
    lambda day: day.isoformat(),
    lambda day: f"{day.month}月{day.day}日（周{_WEEKDAYS[day.weekday()]}）",
)
_CLASSES: Final[tuple[Callable[[int, int], Cell], ...]] = (
    lambda grade, label: f"{_CHINESE[grade]}({label})班",
    lambda grade, label: f"{_CHINESE[grade]}（{label}）班",
    lambda grade, label: f"{_CHINESE[grade]}年级{label}班",
    lambda grade, label: f"{grade}.{label}班",
    lambda grade, label: f"{grade}{label:02}班",
)
_EXTRAS: Final[dict[str, Callable[[Row], Cell]]] = {
    "星期": lambda row: f"星期{_WEEKDAYS[row.day.weekday()]}",
    "任课教师": lambda row: row.teacher,
    "审核人": lambda row: row.school[:1] + "主任",
    "备注": lambda row: "家长签字" if row.figure > 15 else "",
}
"""Headings of further columns and what stands below them."""


class Style(NamedTuple):
    """How one school lays out its lists; `words` writes minutes as texts, `formula` sums them by a formula."""

    date: Callable[[date], Cell]
    school_class: Callable[[int, int], Cell]
    extras: tuple[str, ...]
    words: bool
    formula: bool


def style(random: Random) -> Style:
    """One of many styles. Only figures can be summed by a formula."""
    words = random.random() < 0.4
    extras = tuple(sorted(random.sample(sorted(_EXTRAS), random.randint(0, len(_EXTRAS)))))
    return Style(random.choice(_DATES), random.choice(_CLASSES), extras, words, formula=not words)


def headings(how: Style) -> list[str]:
    """The row of headings, 8 to 12 columns."""
    return ["序号", "学校", "日期", "班级", "学科", "作业内容", "作业类型", "预计时长" if how.words else "预计时长（分钟）", *how.extras]


EXPORT: Final = Style(_DATES[0], _CLASSES[0], ("星期", "任课教师"), words=False, formula=False)
"""How a platform exports: real dates, one way to write a class, figures."""
MINUTES_COLUMN: Final = 7


def cells(rows: Sequence[Row], how: Style, random: Random) -> list[list[Cell]]:
    """The body of the table."""
    return [
        [
            *(number, row.school, how.date(row.day), how.school_class(row.grade, row.label), row.subject, row.content, row.kind),
            _minutes(row, how, random),
            *(_EXTRAS[name](row) for name in how.extras),
        ]
        for number, row in enumerate(rows, 1)
    ]


def _minutes(row: Row, how: Style, random: Random) -> Cell:
    return texts.minutes_in_words(random, row.figure) if how.words and row.figure else row.minutes
