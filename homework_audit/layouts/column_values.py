"""Turns the cells of a column whose heading says little into the field they belong to: values name their column too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import time
from typing import Final

from homework_audit.values import labels
from homework_audit.values.approval import was_set
from homework_audit.values.boxes import chosen
from homework_audit.values.classes import class_at_end, read_classes, read_grade
from homework_audit.values.dates import read_date, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes
from homework_audit.values.stamps import read_stamp
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject, subject_within
from homework_audit.values.text import Cell, compact
from homework_audit.values.wording import is_book

_MOST = 0.8
"""The share of the cells that must fit; the rest are slips of the pen."""

_LONGEST_WORD = 8
_WHOLE_GRADE = frozenset({"全年级", "年级", "整个年级", "各班", "全体班级"})
_EXPLAINED = expression(r"[^\W\d第]{1,4}[区类餐层块站园][(（](\w{2,4})[)）]")
_CLASS_IN_ENGLISH = expression(r"class\s?[\dA-Z]{1,2}", re.IGNORECASE)
_DECISION = expression(r"\s*(?:不?同意|批准|退回|驳回|撤回)")
"""What an office decides on homework: «通过» may be said of pupils, too."""
_EXPLANATION = expression(r"(?<=[^\s(（])[(（][^()（）]+[)）]$")
"""«书面练习（课后服务时在校完成）»: what brackets say behind a word for a kind."""
_TASK_BEHIND = expression(r"(?<=..)(?:练习|任务|训练|内容|项目|专?区)$")
_PARTS_OF_ALL = expression(r"题型|卷[别型]|[版板模]块|部分|题组|题类")
_BESIDE_HOMEWORK = expression(r"组织|课型|课题|单元|知识|能力|拍照|上传|打卡|打印|课后服务|课外阅读|锻炼|运动|观看|微课|社团|参加|推荐")
_BRACKETS = expression(r"[()（）]")


def field_of(values: Sequence[Cell], *, heading_is_known: bool) -> str:
    """The field that the non-blank cells of a column speak for, '' for none.

    Under a heading that is known but means nothing to us (备注, 要求) only cells that are nothing but words for a kind, a
    place, a choice or a layer are heard.
    """
    texts = [value for value in values if value != ""]
    if not texts:
        return ""
    fields = _WORDS if heading_is_known else _WORDS | _PLACES
    heard = next((name for name, fits in fields.items() if sum(map(fits, texts)) >= _MOST * len(texts)), "")
    return heard or ("kind" if len(set(texts)) > 1 and sum(map(_is_short_word, texts)) >= _MOST * len(texts) else "")


def heads_something_else(heading: Cell) -> bool:
    """Whether a heading is one of something beside homework, which alone is «自愿» below it: «拍照上传», «课外阅读»."""
    return isinstance(heading, str) and _BESIDE_HOMEWORK.search(compact(heading)) is not None


def heads_parts(heading: Cell) -> bool:
    """Whether a heading is one of the parts of homework, all of which are done: 基础 and 提高 under 题型 are no layers."""
    return isinstance(heading, str) and _PARTS_OF_ALL.search(compact(heading)) is not None


def names_subjects(values: Iterable[Cell]) -> bool:
    """Whether most cells of a column of titles name a subject: «【数学】11月2日作业»."""
    texts = [value for value in values if value != ""]
    named = sum(isinstance(value, str) and subject_within(value) is not None for value in texts)
    return 2 * named > len(texts)


def holds_moments(values: Iterable[Cell]) -> bool:
    """Whether most cells of a column are moments of a day, and not days: 2026-10-19 20:53."""
    stamps = [stamp for value in values if value != "" and (stamp := read_stamp(value))]
    return 2 * sum(stamp.time() != time() for stamp in stamps) > len(stamps)


def names_a_kind(value: Cell) -> bool:
    """Whether a cell says of what kind homework is: 书面, 口头, «阅读»; 课后作业 says nothing."""
    return isinstance(value, str) and len(value) <= _LONGEST_WORD and labels.kind(value) not in ("", "other")


def names_a_class(value: Cell) -> bool:
    """Whether a cell is the name of a class, and of nothing else: 1班, 三(2)班, 三年级1-3班, 全年级."""
    if isinstance(value, str) and value.strip() in _WHOLE_GRADE:
        return True
    if not isinstance(value, str) or not ("班" in value or _CLASS_IN_ENGLISH.fullmatch(value.strip())):
        return False
    return bool(read_classes(value, 1) or class_at_end(value))


def _is_word(value: str) -> bool:
    """Whether a cell is a word for a trait, in brackets or not, or a name that such a word in brackets explains: «必买区（必做）»."""
    explained = _EXPLAINED.fullmatch(value.strip())
    return labels.is_mark(_TASK_BEHIND.sub("", _BRACKETS.sub("", value))) or (explained is not None and labels.is_mark(explained[1]))


def _is_short_word(value: Cell) -> bool:
    """Whether a cell is one of the words for a kind, a place or a choice: «Written», «Oral» and «Optional» below each other."""
    return isinstance(value, str) and len(value) <= _LONGEST_WORD and _is_word(value)


def _word_for(trait: Callable[[labels.Label], object]) -> Callable[[Cell], bool]:
    def fits(value: Cell) -> bool:
        value = chosen(value)
        if not isinstance(value, str):
            return False
        word = _EXPLANATION.sub("", value.strip()) if len(value) > _LONGEST_WORD else value
        if len(word) > _LONGEST_WORD or not _is_word(word):
            return False
        if is_book(word):
            return False  # «日记» under no heading is homework, and no word for a kind
        said = labels.label(word)
        return said is not None and bool(trait(said))

    return fits


_WORDS: Final[dict[str, Callable[[Cell], bool]]] = {
    "kind": _word_for(lambda said: said.kind),
    "requirement": _word_for(lambda said: said.optional is not None),
    "place": _word_for(lambda said: said.place),
    "layer": _word_for(lambda said: said.layer),
}
_PLACES: Final[dict[str, Callable[[Cell], bool]]] = {
    "class": names_a_class,
    "grade": lambda value: isinstance(value, str) and "级" in value and read_grade(value) is not None,
    "subject": lambda value: isinstance(value, str) and subject(value) is not None,
    "date": lambda value: not isinstance(value, int | float) and read_date(value) is not None,
    "weekday": lambda value: read_weekday(value) is not None,
    "status": lambda value: isinstance(value, str) and _DECISION.match(value) is not None and was_set(value) is not None,
}


def settled_field(name: str, column: int, body: Sequence[Sequence[Cell]]) -> str:
    """The field of a column called 时间 or 完成时间: its cells say whether they are minutes or dates."""
    if name not in ("time", "minutes"):
        return name
    values = [row[column] for row in body if column < len(row) and row[column] != ""]
    dates = sum(read_date(value) is not None and not isinstance(value, int | float) for value in values)
    if _hold_homework(values):
        return "content"
    if name == "minutes":
        return "other" if values and dates > len(values) / 2 else "minutes"
    minutes = sum(read_minutes(value).low is not None for value in values)
    return "date" if dates > minutes else "minutes" if minutes else "other"


def _hold_homework(values: Sequence[Cell]) -> bool:
    """Whether the cells of a column «今日书面作业及用时» hold the homework with its minutes, not minutes alone."""
    texts = [value for value in values if isinstance(value, str) and read_minutes(value).trouble == "words"]
    return bool(texts) and sum(states_time(text) for text in texts) > len(values) / 2
