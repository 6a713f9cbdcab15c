"""Turns the rows above all homework into cells that set some or state a sum: no title, and no heading."""

from __future__ import annotations

from collections.abc import Container, Iterator

from homework_audit.layouts.beside_texts import adds_homework, changes_figures, sets_homework
from homework_audit.layouts.heard import states_sum
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.subjects import subject_within
from homework_audit.values.wording import names_work

_BARE_TIME = expression(r"(?:大?约)?\d{1,3}(?:\s*[-~—–至]\s*\d{1,3})?\s*(?:分钟?|min(?:ute)?s?|['′’])(?:左右)?")
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
    return sets_homework(text) or (opens and subject_within(text) is not None)
