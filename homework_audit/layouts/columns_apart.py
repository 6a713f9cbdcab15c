"""Turns the headings of a table into cells below them that may be homework of its own: «预习用时» beside «用时», a second «用时»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from homework_audit.layouts.column_values import names_a_class
from homework_audit.layouts.evidence import names_amount, names_task
from homework_audit.layouts.headings import heading, is_remark
from homework_audit.layouts.memo import Memo
from homework_audit.layouts.rows import is_note
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.heading_words import ADJUSTED
from homework_audit.values.items import names_subject
from homework_audit.values.labels import is_mark
from homework_audit.values.minutes import read_minutes
from homework_audit.values.subjects import ANY
from homework_audit.values.text import Cell, compact
from homework_audit.values.wording import is_book, is_said_of_it, names_work, names_writing

_WORK = expression(
    r"预习|复习|练字|写字|订正|加练|额外|补充|附加|追加|另加|拓展|周末|周日|周六|家庭|练笔|抄写|作文|日记|周记|习题|练习|试卷|小卷|笔头|书面|字帖"
)
_CLASSES = expression(r"班级?\d?$|合班|班级?(?:名称|号)?\d?$")
_COUNTS = expression(r"(?<![每今当])天|号|名次|排名|序|等级|积分|得分|评分|考核|工号|班额|应到|实到|应交|实交|周次|备注|学号|人数|上交|项")
_CORRECTED = expression(rf"^最终|审[批核](?:时[长间]|用时)|^(?:→|增加|加时|追加|修改|更正|复核)|核实|{ADJUSTED}|(?:现|实|应)为$")
_TIMES = expression(r"(?:次|遍|份|倍)数|系数")
"""How often a homework is to be done, so that the figure beside it may be that of once."""
_ABOUT_IT = expression(
    r"上限|限额|标准|规定|同期|上周|上月|去年|教室|办公室|班级数|人|次数|个数|数量|率|题[量数]|页|字数|份|是否|有无|情况|日期|要求|反馈|版本|名称|教辅|书名|地址|签|意见|评|原因|住址|电话|说明|目的|类型|方式"
    r"|建议|来源|随记|记[事载]|课时(?!练)|概述|概要|概况|摘要|进度|反思|心得|日志|合计|小计|累计|总|计$|平均|均|非书面|不动笔|口头|朗读|背诵|阅读|超|剩|差|比"
)
"""What a column says of homework without being any: how many did it, of which book it is, whether it was marked."""
_OF_A_SUBJECT = expression(rf"{ANY}(?:教辅|.{{0,4}}(?:练|本|册|卷|报|必做))$")
"""«语文教辅», «英语报» beside «语文» and «英语»."""
_PERSON = expression(r"班主任|教师$|老师$")
_LONGEST_ALONE = 6
"""Characters: «日记» and «数学小卷» are homework; a longer text that names writing may be about it."""
_SHORTEST = 5
_TIME = expression(r"时长|用时|分钟|minutes|时间\(分", re.IGNORECASE)


class Span(NamedTuple):
    """Where one table stands: its first and last heading rows, the row behind its last one, and the columns of which something was made."""

    top: int
    bottom: int
    end: int
    used: frozenset[int] = frozenset()


def cells_apart(sheet: Sheet, span: Span, headings: Sequence[str]) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a table in columns whose headings name work of its own."""
    rows, (_, bottom, end, used) = sheet.rows, span
    unknown = [column for column, heading in enumerate(headings) if column not in used and _says_nothing(heading)] if used else []
    columns = [column for column, heading in enumerate(headings) if _names_work(heading) or _comes_again(heading, column, headings)]
    often = [column for column, heading in enumerate(headings) if _TIMES.fullmatch(heading)]
    behind = [column for column in unknown if column > max(used) and headings[column] == ""]
    looks = ((unknown, _is_homework), (behind, _is_time), (behind, _may_be_told), (often, _is_more_than_once), (columns, _may_be_homework))
    telling = [(column, is_telling) for some, is_telling in looks for column in some]
    for column, is_telling in telling:
        told = Memo(is_telling)
        for number in range(bottom + 1, min(end, len(rows))):
            row = rows[number]
            if column < len(row) and row[column] != "" and told[row[column]]:
                yield number, column, row[column]


def corrected_minutes(sheet: Sheet, span: Span, headings: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The figures of a table in columns that nothing was made of and whose headings say that others were corrected: 核定, 修改后, →."""
    columns = [column for column, text in enumerate(headings) if column not in span.used and _CORRECTED.search(text)]
    for number in range(span.bottom + 1, min(span.end, len(sheet.rows))) if columns else ():
        row = sheet.rows[number]
        for column in columns:
            value = row[column] if column < len(row) else ""
            stated = read_minutes(value).high if value != "" and not isinstance(value, bool) else None
            if stated is not None:
                yield number, column, stated


def classes_apart(sheet: Sheet, span: Span, headings: Sequence[str]) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a table that name classes, in columns whose headings do so as well: 班级1 and 班级2, 适用班级 beside 班级."""
    columns = [column for column, heading in enumerate(headings) if _CLASSES.search(heading)]
    for number in range(span.bottom + 1, min(span.end, len(sheet.rows))) if len(columns) > 1 else ():
        row = sheet.rows[number]
        yield from ((number, column, row[column]) for column in columns if column < len(row) and names_a_class(row[column]))


def headings_of(sheet: Sheet, span: Span) -> list[str]:
    """What stands above each column, the words that are merged over several of them included."""
    rows = [list(row) for row in sheet.rows[span.top : span.bottom + 1]]
    for top, left, _, right in sheet.merged:
        row = rows[top - span.top] if span.top <= top <= span.bottom else []
        row[left : right + 1] = row[left : left + 1] * len(row[left : right + 1])
    texts = ([row[column] for row in rows if column < len(row)] for column in range(max(map(len, rows), default=0)))
    return ["".join(compact(text) for text in above if isinstance(text, str)) for above in texts]


def _names_work(heading: str) -> bool:
    return _WORK.search(heading) is not None and not _ABOUT_IT.search(heading)


def is_about_homework(heading: str) -> bool:
    """Whether a heading stands above what is said of homework, or of anything else, and not above minutes."""
    return _ABOUT_IT.search(heading) is not None or _COUNTS.search(heading) is not None


def _says_nothing(heading_text: str) -> bool:
    """Whether a heading says nothing that we know, or is the name of somebody, below whom homework may stand as well."""
    if heading_text == "" or _PERSON.search(heading_text) or _OF_A_SUBJECT.match(heading_text):
        return True
    return heading(heading_text) is None and not is_remark(heading_text) and not is_about_homework(heading_text)


def _is_homework(value: Cell) -> bool:
    """Whether a text names something to be done, whatever stands above it."""
    if not isinstance(value, str) or (is_mark(value) and not is_book(value)) or is_note(value):
        return False
    is_short = len(value) <= _LONGEST_ALONE
    return (names_writing(value) and (names_amount(value) or is_short)) or names_task(value) or (names_work(value) and is_short)


def _is_time(value: Cell) -> bool:
    """Whether a figure that stands alone beside a table may be minutes."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= _SHORTEST and value == int(value)


def _may_be_told(value: Cell) -> bool:
    """Whether a text behind all headings names something to be done: «英语作业：抄单词»."""
    return isinstance(value, str) and not is_note(value) and names_work(value) and not is_said_of_it(value) and names_subject(value)


def _comes_again(heading: str, column: int, headings: Sequence[str]) -> bool:
    """Whether a heading of minutes stands there before: of «用时 | 用时» one alone is read."""
    return _TIME.search(heading) is not None and not _ABOUT_IT.search(heading) and heading in headings[:column]


def _is_more_than_once(value: Cell) -> bool:
    return isinstance(value, int | float) and value > 1


def _may_be_homework(value: Cell) -> bool:
    if isinstance(value, str):
        if is_mark(value) or is_note(value):
            return False
        return names_task(value) or names_work(value) or names_amount(value)
    return isinstance(value, int | float) and value > 0
