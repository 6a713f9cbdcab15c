"""What texts refer to, as it is stated: classes and dates; and the way in which this program writes them itself."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class ClassRef(NamedTuple):
    """Classes as they are stated: grade (1–12, None: not said) and label (None: every class of the grade)."""

    grade: int | None
    label: str | None


class DateRef(NamedTuple):
    """A date as it is stated: the year (None: not said), month, day, and the weekday said beside it (1 Monday – 7)."""

    year: int | None
    month: int
    day: int
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """The date in that year, unless it has no such day."""
        return as_date(year, self.month, self.day)


def as_date(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def write_class(grade: int, label: str | None) -> str:
    """The way this program names a class, which `read_classes` reads back: 三(2)班, 高一(3)班, 三年级全年级."""
    name = "一二三四五六七八九"[grade - 1] if grade <= 9 else "高" + "一二三"[grade - 10]
    if label is None:
        return f"{name}年级全年级" if grade <= 9 else f"{name}全年级"
    return f"{name}({label})班"


def write_date(date: DateRef | None) -> str:
    """The way this program writes a date, with the year where it is known: «2026-09-14», «9月14日»; '' for none."""
    if date is None:
        return ""
    return f"{date.year}-{date.month:02}-{date.day:02}" if date.year else f"{date.month}月{date.day}日"
