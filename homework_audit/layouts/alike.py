"""Tells homeworks of one list apart that are alike but for what stands beside them: «练习册» twice, «第一篇» and «第二篇» in a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Pattern
from typing import Final

from homework_audit.models.reading import Entry
from homework_audit.models.sheet import row_number
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, compact, plain, shown

_OF_THE_HOMEWORK: Final = expression(
    r"备注|说明|题型|册次|本子|作业本|附件|目的|形式|星级|课题|课次|课文|篇目|篇名|范围|栏目|题目|教辅|资料|册别|分册|^页$|内容|单元|章节|课时|节次|时段|书名|教材|知识点|题[量数号]|页[数码]|要求|出处|完成时段|次[数序]|批次|类别|难度|班型|地点|场所|remark|note|unit|page|book"
)
"""Headings of what belongs to a homework; a moment, a sender or a number of its own may differ where it was handed in twice."""
_OF_THE_HOMEWORK_OR_ITS_TEACHER: Final = expression(f"{_OF_THE_HOMEWORK.pattern}|教师|老师|任课|teacher")
_WHAT_IS_TO_BE_DONE: Final = expression(
    r"(?:作业|具体|任务)(?:要求|内容|说明|描述|详情)|^(?:要求|内容|描述|详情)$|范围|^页$|页[数码]|题号|description|detail"
)
"""Headings of what a homework is, whatever time it takes: «11月10日语文作业» twice, with two requirements."""
_ROW: Final = expression(r"\d+$")


def told_apart(entries: Sequence[Entry], rows: Sequence[Sequence[Cell]], headings: Sequence[Cell], first: int) -> list[Entry]:
    """The entries, those that are alike with what tells them apart behind their texts; the rows begin in row `first` of the sheet.

    Where no subject is named, the same words of two teachers are two homeworks.
    """
    named = any(entry.subject for entry in entries)
    telling = _OF_THE_HOMEWORK if named else _OF_THE_HOMEWORK_OR_ITS_TEACHER
    told = _with_what_tells(list(entries), rows, _columns(headings, telling), first, timed_alike=True)
    return _with_what_tells(told, rows, _columns(headings, _WHAT_IS_TO_BE_DONE), first, timed_alike=False)


def _columns(headings: Sequence[Cell], telling: Pattern[str]) -> list[int]:
    return [column for column, text in enumerate(headings) if isinstance(text, str) and telling.search(compact(text))]


def _with_what_tells(
    told: list[Entry], rows: Sequence[Sequence[Cell]], columns: Sequence[int], first: int, *, timed_alike: bool
) -> list[Entry]:
    for places in _alike(told, timed_alike=timed_alike) if columns else ():
        beside = [_beside(told[place], rows, columns, first) for place in places]
        if len(set(beside)) > 1 and told[places[0]].content:
            for place, text in zip(places, beside, strict=True):
                told[place] = told[place]._replace(content=f"{told[place].content} {text}".strip())
    return told


def _alike(entries: Sequence[Entry], *, timed_alike: bool) -> Iterator[list[int]]:
    """The places of entries that say the same of the same classes and days, with the same minutes or with any.

    Classes are shared by all entries for which cells say them: their identity tells as much as their value.
    """
    placed: dict[tuple[object, ...], list[int]] = {}
    for place, entry in enumerate(entries):
        placed.setdefault((id(entry.to), entry.on.date, entry.content), []).append(place)
    for places in placed.values():
        if len(places) > 1:
            alike: dict[tuple[object, ...], list[int]] = {}
            for place in places:
                alike.setdefault((entries[place].task, entries[place].duration.text if timed_alike else ""), []).append(place)
            yield from (group for group in alike.values() if len(group) > 1)


def _beside(entry: Entry, rows: Sequence[Sequence[Cell]], columns: Sequence[int], first: int) -> str:
    number = row_number(entry.cell)
    row = rows[number - first] if number >= first else ()
    return " ".join(plain(shown(row[column])) for column in columns if column < len(row) and row[column] != "")
