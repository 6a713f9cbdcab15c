"""Turns a row of a form into its labels with what stands beside each: «班级：八(1)班　　布置日期：10月19日», «学科 | 语文 | 用时 | 20»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from homework_audit.layouts.facets import NOTHING_SAID, TRAITS, Facets, facets
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.values import labels, sheet_words
from homework_audit.values.boxes import ticked
from homework_audit.values.dates import month_within
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, shown

_LONGEST_LABEL_ALONE = 20
_INLINE = expression(r"([^\s:：]{2,12})\s*[:：]\s*(.*?)(?=\s{2,}[^\s:：]{2,12}\s*[:：]|$)", re.DOTALL)
OFFICE = expression("|".join(sheet_words.OF_THE_OFFICE))
"""Labels of a form that say nothing of homework: any other unknown text beside another is no form."""


class Pair(NamedTuple):
    """A label with what stands beside it."""

    label: str
    about: Facets
    value: Cell
    row: int
    column: int


def pairs_of(row: Sequence[Cell], number: int, settings: LayoutSettings) -> list[Pair]:
    """The labels and values of a row; () where it does not consist of them."""
    used = [(column, value) for column, value in enumerate(row) if value != ""]
    if len(used) == 1 and _is_title(used[0][1]):
        return []
    pairs: list[Pair] = []
    position = 0
    while position < len(used):
        column, label = used[position]
        inline = list(_inline(label, number, column, settings))
        if inline:
            pairs += inline
            position += 1
            continue
        about = _label(label, settings)
        beside = used[position + 1] if position + 1 < len(used) else None
        if about is None and (beside is None or not isinstance(label, str) or not OFFICE.search(compact(label))):
            return []
        if beside is None or _is_label_too(about, beside[1], settings):
            if about is None or (beside and position == 0):
                return []
            pairs.append(Pair(shown(label), about, "", number, column))
            position += 1
            continue
        pairs.append(Pair(shown(label), about or NOTHING_SAID, beside[1], number, beside[0]))
        position += 2
    if sum(isinstance(pair.value, str) and subject(pair.value) is not None for pair in pairs if pair.about.field != "subject") > 1:
        return []  # «星期 | 语文 | 时间 | 数学 | 时间» heads a matrix
    empty = sum(pair.value == "" for pair in pairs)
    return _timed(pairs) if empty <= 1 and empty < max(len(pairs), 2) else []


def _timed(pairs: list[Pair]) -> list[Pair]:
    """The pairs of a row, a bare «预计用时» behind the homework of a subject or a kind being the time of that."""
    timed = pairs[:1]
    for before, pair in pairwise(pairs):
        is_bare = pair.about.field == "minutes" and not pair.about.dimensions
        is_its_time = is_bare and before.about.field == "content" and bool(before.about.dimensions)
        timed.append(pair._replace(about=before.about._replace(field="minutes", unit=pair.about.unit)) if is_its_time else pair)
    return timed


def _is_title(value: Cell) -> bool:
    """Whether what stands alone in a row is too long for a label, and holds none with its value."""
    return isinstance(value, str) and len(value) > _LONGEST_LABEL_ALONE and ":" not in value and "：" not in value


def _is_label_too(about: Facets | None, beside: Cell, settings: LayoutSettings) -> bool:
    """Whether what stands beside a label is the next label, and no value: «作业形式 | 书面作业» says what kind it is."""
    if isinstance(beside, int | float) or (about and isinstance(beside, str) and _answers(about.field, beside)):
        return False
    next_label = _label(beside, settings)
    is_person = about is not None and about.field == "other" and next_label is not None and next_label.field == "other"
    return next_label is not None and not is_person


def _answers(field: str, text: str) -> bool:
    """Whether a text is a value below such a label: «书面», «学校（课后服务）»."""
    return field in TRAITS and (labels.is_mark(text) or (field == "place" and labels.place(text) != ""))


def _inline(text: Cell, number: int, column: int, settings: LayoutSettings) -> Iterator[Pair]:
    """«班级：八(1)班　　布置日期：10月19日» in one cell."""
    if not isinstance(text, str) or (":" not in text and "：" not in text):
        return
    found = [(match[1], match[2].strip()) for match in _INLINE.finditer(text)]
    for label, value in found:
        about = _label(label, settings)
        if about:
            yield Pair(label, Facets(field="date") if _is_day(about, value) else about, value, number, column)


def _is_day(about: Facets, value: str) -> bool:
    """Whether a label that may ask for minutes has a day or a month beside it: «时间：2026年9月»."""
    return about.field == "minutes" and bool(month_within(value)) and read_minutes(value).low is None


def _label(value: Cell, settings: LayoutSettings) -> Facets | None:
    """What a text asks for if it is the label of a field, else None."""
    about = facets(value, settings.headings) if isinstance(value, str) and ticked(value) is None else None
    if about and about.subject and not about.field and compact(str(value)).endswith("作业"):
        return about._replace(field="content")  # «语文作业»
    if about and about.dimensions == {"trait"} and about.layer and not about.field:
        return about._replace(field="content")  # «A层», with its homework beside it
    return about if about and about.field and not about.total else None
