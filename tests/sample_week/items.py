"""Turns the written week into rows: what every row of every sheet says, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple


class Item(NamedTuple):
    """One row of a sheet; `low` and `high` are the minutes that it means, both None where they cannot be known."""

    day: int
    classes: tuple[str, ...]
    subject: str
    kind: str
    low: int | None
    high: int | None
    words: str
    content: str
    tags: tuple[str, ...]

    @property
    def teacher(self) -> str:
        """Who teaches the subject to the first of the classes."""
        return TEACHERS.get(self.classes[0] + self.subject) or TEACHERS[self.subject]


def items(block: str) -> list[Item]:
    """The rows of a block."""
    return [_item([part.strip() for part in line.split("|")]) for line in block.strip().splitlines()]


def _item(parts: Sequence[str]) -> Item:
    day, classes, subject, kind, minutes, content, *tags = parts
    meaning, _, words = minutes.partition("=")
    low, _, high = meaning.partition("-")
    known = meaning != "?"
    return Item(
        *(int(day), tuple(classes.split("、")), subject, kind),
        *(int(low) if known else None, int(high or low) if known else None, words),
        *(content, tuple(" ".join(tags).split())),
    )


TEACHERS: Final = {
    "三(2)语文": "王玉琴",
    "三(2)数学": "马志强",
    "四(1)语文": "金凤",
    "四(1)数学": "杨秀兰",
    "四(1)劳动": "金凤",
    "五(1)语文": "马晓梅",
    "五(2)语文": "海霞",
    "五(1)数学": "李建军",
    "五(2)数学": "李建军",
    "八(1)语文": "吴国栋",
    "九(1)语文": "田丽华",
    "七(1)语文": "纳文静",
    "七(2)语文": "冯岩",
    "七(1)道法": "白老师",
    "语文": "纳文静",
    "数学": "哈国庆",
    "英语": "丁雪",
    "科学": "何涛",
    "体育": "周老师",
    "生物": "苏老师",
    "历史": "白老师",
    "地理": "汪老师",
    "道法": "白老师",
    "劳动": "海霞",
}
