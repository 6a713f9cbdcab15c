"""Turns what is seen of a table into whether it records homework, or is a timetable, a mark list or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from homework_audit.values import sheet_words
from homework_audit.values import vocabulary as words
from homework_audit.values.expressions import expression
from homework_audit.values.items import names_subject
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact
from homework_audit.values.wording import names_writing

_MOST = 0.6
_SAMPLE = expression(r"样例|示例|范例|例子|仅供参考|勿交|勿填")
_NAMES_FIELDS = frozenset({"字段", "字段名", "字段名称", "列名", "名称", "field"})
_EXPLAINS_FIELDS = frozenset({"说明", "含义", "解释", "填写说明", "description"})
_MOST_OF_A_DICTIONARY = 3
_LONGEST_NAME = 5
_FEW_TASKS = 3
_TASK = expression(rf"第\d+课|[pP]\d+|(?:试卷|小卷|卷子)[一两二三\d]|{'|'.join(sheet_words.BOOK_TASKS)}")
_WRITTEN_TASK = expression(r"^(?!.*(?:检查|批改|情况|要求|评比|比赛)).*(?:练习册|作业本|抄写|默写|听写|口算|作文|[日周]记|试卷|小卷)")
_LONGEST_TASK = 20
BOUND: Final = (
    r"不超过|不得超|以内|控制|上限|不多于|不大于|≤|至少|保证|不少于|封顶|nomorethan|no more than|at ?most|not exceed|maximum|limit"
)
"""A pattern for what says how much homework may be, or must be at least."""
_BOUND = expression(rf"{BOUND}|平均")
_EXPLAINS = expression(r"[=＝如例即]|表示|代表|写法|格式|填|[\"“”「」][^\"“”「」]{1,10}[\"“”「」](?:[为是指的])")
_EXAMPLE = expression(r"[\W\d]*(?:例如?|比如|如|示例)[:：,，]")
_WRITTEN_HOMEWORK = expression(r"书面(?:家庭)?作业")
_AMOUNT = expression(r"(?<![每第])[\d一二两三四五六七八九十半]+(?:页|遍|道|题|篇|张|行|首|段|套)")
_NAME = expression(r"\s*[\u4e00-\u9fff·]{2,4}(?:老师)?\s*")
_HOMEWORK = expression("|".join(sheet_words.HOMEWORK))
_OTHERS = {reason: expression("|".join(known)) for reason, known in sheet_words.NOT_HOMEWORK.items()}
_DURATION = expression("|".join(sheet_words.DURATION))
_INSTRUCTIONS = expression("|".join(sheet_words.INSTRUCTIONS))
_SAYS_WHAT_IS_MEANT = expression(r"就是|表示|代表|[即=＝]")
_INSPECTION = expression("|".join(sheet_words.INSPECTION))


def speaks_of_homework(texts: Iterable[str]) -> bool:
    """Whether any of the texts (titles, headings, names of sheet, file and folders) names homework."""
    return any(_HOMEWORK.search(compact(text)) for text in texts)


def speaks_of_duration(texts: Iterable[str]) -> bool:
    """Whether any of the texts says that a table is about how long something takes."""
    return any(_DURATION.search(compact(text)) for text in texts)


def other_record(texts: Iterable[str]) -> str:
    """What else the texts say that a table is: timetable, marks, attendance, names…; '' if nothing."""
    joined = [compact(text) for text in texts]
    return next((reason for reason, known in _OTHERS.items() if any(known.search(text) for text in joined)), "")


def is_inspection(texts: Iterable[str], cells: Iterable[Cell]) -> bool:
    """Whether a table is about how homework was marked or judged, and says nothing of how long it takes."""
    joined = " ".join(compact(text) for text in texts)
    if not _INSPECTION.search(joined) or _DURATION.search(joined):
        return False
    return not any(isinstance(value, str) and states_time(value) for value in cells)


def mostly_subjects(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a matrix hold subjects: then it is a timetable."""
    texts = [value for value in cells if isinstance(value, str) and value.strip()]
    named = sum(_is_lesson(text) for text in texts)
    return len(texts) > 3 and named >= _MOST * len(texts) and not holds_homework(texts)


def are_teachers(sheet: str, cells: Sequence[Cell]) -> bool:
    """Whether a sheet that is called after teachers holds nothing but their names."""
    texts = [value for value in cells if value != ""]
    named = any(word in sheet for word in sheet_words.TEACHERS)
    return named and bool(texts) and all(isinstance(text, str) and _NAME.fullmatch(text) and not _TASK.search(text) for text in texts)


def _is_lesson(text: str) -> bool:
    """«数学», «语文 王老师»: a subject, at most with the name of a teacher or a room."""
    first, *rest = re.split(r"[\s(（/]+", text.strip(), maxsplit=1)
    behind = "".join(rest)
    is_name = len(behind) <= _LONGEST_NAME and not names_task(behind) and not any(word in behind for word in words.TASKS)
    return subject(text) is not None or (subject(first) is not None and is_name)


def holds_homework(cells: Iterable[Cell]) -> bool:
    """Whether several cells name something to be done with its time or in its book: then a sheet is not nothing."""
    texts = [value for value in cells if isinstance(value, str)]
    timed = sum(states_time(text) and names_subject(text) for text in texts)
    written = sum(len(text) <= _LONGEST_TASK and _WRITTEN_TASK.search(text) is not None for text in texts)
    return timed > 1 or written > 1 or sum(map(names_task, texts)) > _FEW_TASKS


def names_task(text: str) -> bool:
    """Whether a text names something to be done: a page, an exercise book, a sheet of sums."""
    return bool(_TASK.search(compact(text)))


def names_amount(text: str) -> bool:
    """Whether a text says how much is to be done: «字帖一页», «计算20题»; «每页» and «第3题» are none."""
    return _AMOUNT.search(text) is not None


def is_bound(text: str) -> bool:
    """Whether a text says how much homework may be: «一天60分钟封顶»."""
    return _BOUND.search(compact(text)) is not None


def names_written_work(text: str) -> bool:
    """Whether a text names something to be written, and not only written work as such: «书面作业60分钟» names none."""
    return names_writing(_WRITTEN_HOMEWORK.sub("", text))


def explains(text: str) -> bool:
    """Whether a text explains how a form is filled in, or what a sign means: «例：抄写20分钟»."""
    return _EXPLAINS.search(text) is not None


def mostly_timed(cells: Sequence[Cell]) -> bool:
    """Whether most texts of a matrix state how long something takes."""
    texts = [value for value in cells if isinstance(value, str) and value.strip()]
    timed = sum(states_time(text) for text in texts)
    return bool(texts) and timed >= _MOST * len(texts)


def is_prose(rows: Sequence[Sequence[Cell]], titles: Sequence[str]) -> bool:
    """Whether a sheet holds sentences below a title such as «填表须知»: a text a row, and no table."""
    used = [{value for value in row if value != ""} for row in rows]
    lines = [row for row in used if row]
    alone = sum(len(row) == 1 for row in lines)
    texts = [value for row in rows for value in row]
    if any(isinstance(text, str) and _sets_homework(text) for text in texts):
        return False
    return alone >= _MOST * len(lines) and not holds_homework(texts) and any(_INSTRUCTIONS.search(compact(title)) for title in titles)


def _sets_homework(text: str) -> bool:
    """Whether a sentence gives somebody something to do in some time; a bound is no time: «每天不超过60分钟»."""
    if not states_time(text) or is_bound(text) or _EXAMPLE.match(text):
        return False
    named = names_subject(text) or names_task(text)
    return named or (names_written_work(text) and not explains(text))


def is_legend(name: str, cells: Sequence[Cell]) -> bool:
    """Whether a sheet that is named so explains words and signs: it holds no figure and states no time."""
    if not _INSTRUCTIONS.search(compact(name)) or holds_homework(cells):
        return False
    return not any(isinstance(value, int | float) or (isinstance(value, str) and states_time(value)) for value in cells)


def is_dictionary(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a sheet explains what fields mean: «字段 | 说明» over two columns or three."""
    top = next((row for row in rows if len(row) > row.count("")), [])
    heads = [compact(str(value)) for value in top if value != ""]
    return (
        1 < len(heads) <= _MOST_OF_A_DICTIONARY
        and heads[0] in _NAMES_FIELDS
        and heads[-1] in _EXPLAINS_FIELDS
        and max(len(row) - row.count("") for row in rows) <= len(heads)
    )


def is_sample(name: str, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a sheet is named a sample of how a form is to be filled in, and says so itself: «（样例，勿交）»."""
    if compact(name).strip("()[]【】") not in sheet_words.EXAMPLES:
        return False
    return any(isinstance(value, str) and _SAMPLE.search(compact(value)) for row in rows for value in row)


def is_cover(name: str, texts: Sequence[str]) -> bool:
    """Whether a sheet that is named so is a cover or a table of contents: it states no time and names no task."""
    if not any(word in compact(name) for word in sheet_words.COVERS):
        return False
    return not any((states_time(text) and not _SAYS_WHAT_IS_MEANT.search(text)) or names_task(text) for text in texts)
