"""Turns the rows of all sheets into the minutes and the verdict of every class-day, as a careful person would sum them.

It knows nothing of the program that audits the sheets: it sums what the rows mean, not what their cells say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final, TypedDict

from tests.sample_week.items import Item

GRADES: Final = "一二三四五六七八九"
FRIDAY: Final = 18
SATURDAY: Final = 19
"""The one day off after that Friday, Sunday being a make-up school day: it carries all of Friday's homework."""


ClassDay = TypedDict("ClassDay", {"grade": int, "class": str, "date": str, "minutes": int, "verdict": str})
"""One line of expected.json; `minutes` are those that are known, of a range the upper end."""


def class_days(rows: Iterable[Item]) -> list[ClassDay]:
    """Every class-day for which written homework was set, or for which a teacher declared that there is none."""
    sums: dict[tuple[int, str, int], dict[tuple[str, str, str], Item]] = defaultdict(dict)
    for item in rows:
        if item.kind not in ("书面", "Written", "无"):
            continue
        for name in item.classes:
            grade = GRADES.index(name[0]) + 1
            day = SATURDAY if item.day == FRIDAY else item.day
            same = (item.subject, item.content, _layer(item))
            sums[grade, name[2:-1], day][same] = item  # handed in twice, it is the same homework
    return [_judged(grade, label, day, list(sums[grade, label, day].values())) for grade, label, day in sorted(sums)]


def _judged(grade: int, label: str, day: int, rows: list[Item]) -> ClassDay:
    """The sum of a class-day; of the layers of a subject, which are for different pupils, only the largest counts."""
    cap = 0 if grade <= 2 else 60 if grade <= 6 else 90
    counted = [item for item in rows if "选做" not in item.tags and not (grade <= 2 and "校内" in item.tags)]
    layered: dict[str, Item] = {}
    for item in counted:
        if _layer(item):
            layered[item.subject] = max(item, layered.get(item.subject, item), key=lambda one: one.high or 0)
    summed = [item for item in counted if not _layer(item)] + list(layered.values())
    low, high = sum(item.low or 0 for item in summed), sum(item.high or 0 for item in summed)
    unknown = any(item.high is None for item in summed)
    verdict = "over" if low > cap else "within" if high <= cap and not unknown else "undetermined"
    return {"grade": grade, "class": label, "date": date(2026, 9, day).isoformat(), "minutes": high, "verdict": verdict}


def _layer(item: Item) -> str:
    return next((tag for tag in item.tags if tag.endswith("层")), "")
