"""Turns the rows above all homework into cells that set some or state a sum: no title, and no heading."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from homework_audit.layouts.beside_texts import adds_homework, changes_figures, sets_homework
from homework_audit.layouts.heard import states_sum
from homework_audit.models.reading import Entry
from homework_audit.models.sheet import Sheet, row_number
from homework_audit.values.subjects import subject_within
from homework_audit.values.wording import names_work

_BARE_TIME = re.compile(r"(?:大?约)?\d{1,3}(?:\s*[-~—–至]\s*\d{1,3})?\s*(?:分钟?|min(?:ute)?s?|['′’])(?:左右)?")
_MOST_TITLES = 8


def homework_above(sheet: Sheet, entries: Sequence[Entry], examples: Container[int]) -> Iterator[tuple[int, int, str]]:
    """Lines above all homework that give something to be done a time («补：英语抄写50分钟» is no title), also beside a title.

    Rows of `examples` set nothing.
    """
    told = ((number, [value for value in dict.fromkeys(row) if value != ""]) for number, row in enumerate(sheet.rows[:_MOST_TITLES]))
    texts = [
        (number, text)
        for number, values in told
        for text in values
        if isinstance(text, str) and (_is_no_title(text) if len(values) == 1 else _sets_beside_a_title(text))
    ]
    first = min((row for entry in entries if (row := row_number(entry.cell)) >= 0), default=0) if texts else 0
    for number, text in texts:
        if number < first and number not in examples:
            yield number, sheet.rows[number].index(text), text


def times_above(sheet: Sheet, entries: Sequence[Entry], explained: Container[int]) -> Iterator[tuple[int, int, str]]:
    """Bare times above all homework, beside something else: a form of which nothing was made («A层 | 因式分解6题 | 预计用时 | 35分钟»)."""
    times = [
        (number, column, value)
        for number, row in enumerate(sheet.rows[:_MOST_TITLES])
        for column, value in enumerate(row)
        if isinstance(value, str) and _BARE_TIME.fullmatch(value.strip()) and number not in explained
    ]
    first = min((row for entry in entries if (row := row_number(entry.cell)) >= 0), default=0) if times else 0
    yield from (place for place in times if place[0] < first and len({value for value in sheet.rows[place[0]] if value != ""}) > 1)


def _sets_beside_a_title(text: str) -> bool:
    return sets_homework(text) and (states_sum(text) or names_work(text))


def _is_no_title(text: str) -> bool:
    """Whether a line above a table sets homework or opens a question about that of a subject: «英语作业另发»."""
    opens = (changes_figures(text) and "单位" not in text) or adds_homework(text)
    return sets_homework(text) or (opens and subject_within(text) is not None)
