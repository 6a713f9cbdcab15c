"""Turns the rows above all homework into cells that set some or state a sum: no title, and no heading."""

from __future__ import annotations

from collections.abc import Container, Iterator

from homework_audit.layouts.beside_texts import adds_homework, changes_figures, sets_homework
from homework_audit.layouts.heard import states_sum
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.subjects import ANY, subject_within
from homework_audit.values.wording import names_work, names_writing

_BARE_TIME = expression(r"(?:大?约)?\d{1,3}(?:\s*[-~—–至]\s*\d{1,3})?\s*(?:分钟?|min(?:ute)?s?|['′’])(?:左右)?")
_TASK_OF_A_SUBJECT = expression(
    rf"(?:别忘了|记得|补充?[:：]?)?(?:{ANY})(?:老师)?(?:今[天日])?(?:的?作业)?(?:[:：\s是]|布置了?)[^:：]*$|(?:作业)?(?:补充|附加|另加)[:：].+|(?:别忘了|记得).+"
)
_LISTED = expression(r"[:：]")
_OF_A_TITLE = expression(r"登记|公示|[表册簿]$|统计|安排|记录(?!单)|情况|清单|汇总|台账|要求|说明|老师[:：]|教师")
_BRACKETS = expression(r"[（()）\s]+")
_MOST_TITLES = 8


def homework_above(sheet: Sheet, first: int, examples: Container[int]) -> Iterator[tuple[int, int, str]]:
    """Lines above all homework that give something to be done a time («补：英语抄写50分钟» is no title), also beside a title.

    The homework begins in row `first`; rows of `examples` set nothing.
    """
    for number, row in enumerate(sheet.rows[: min(first, _MOST_TITLES)]):
        values = [value for value in dict.fromkeys(row) if value != ""] if number not in examples else []
        is_telling = _is_no_title if len(values) == 1 else _sets_beside_a_title
        yield from ((number, row.index(text), text) for text in values if isinstance(text, str) and is_telling(text))


def times_above(sheet: Sheet, first: int, explained: Container[int]) -> Iterator[tuple[int, int, str]]:
    """Bare times above all homework, beside something else: a form of which nothing was made («A层 | 因式分解6题 | 预计用时 | 35分钟»)."""
    for number, row in enumerate(sheet.rows[: min(first, _MOST_TITLES)]):
        if number not in explained and len({value for value in row if value != ""}) > 1:
            texts = ((column, value) for column, value in enumerate(row) if isinstance(value, str))
            yield from ((number, column, text) for column, text in texts if _BARE_TIME.fullmatch(text.strip()))


def _sets_beside_a_title(text: str) -> bool:
    return sets_homework(text) and (states_sum(text) or names_work(text))


def _is_no_title(text: str) -> bool:
    """Whether a line above a table sets homework or opens a question about that of a subject: «英语作业另发»."""
    opens = (changes_figures(text) and "单位" not in text) or adds_homework(text)
    sets_a_task = names_writing(text) or (names_work(text) and _LISTED.search(text) is not None)
    is_told = sets_a_task and _TASK_OF_A_SUBJECT.match(text.strip()) is not None and not _OF_A_TITLE.search(text)
    parts = _BRACKETS.split(text)[1:]
    opens_in_part = any(changes_figures(part) and subject_within(part) for part in parts)
    return sets_homework(text) or is_told or opens_in_part or (opens and subject_within(text) is not None)
