"""Turns the cells by which a sheet itself calls homework too much («是» under «是否超标», «超时», «超标分钟 | 15») into their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from homework_audit.layouts.columns_apart import Span
from homework_audit.models.sheet import Sheet
from homework_audit.values.approval import was_set
from homework_audit.values.boxes import answer
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes, says_nothing
from homework_audit.values.text import Cell, compact, shown

_JUDGES: Final = expression(r"是否(?:超|达标|合格|合规|符合)|(?:超[标时量]|达标|合格)(?:情况|与否|[?？吗])?$|结论|判定|预警")
_LOOKS: Final = expression(r"自查|核查|检查(?:结果|意见|情况)?$|审[核查]意见|[组处室长]意见")
"""Where somebody says what he thinks of homework: that it is too much is heard there, «不合格» may be said of how it was done."""
_REMARKS: Final = expression(r"^(?:备注|说明|remarks?)$")
_BY_HOW_MUCH: Final = expression(r"超[标时量出限](?:的?(?:分钟数?|时[长间]|班级|学科|科目|原因|说明))?(?:\(.*\))?")
_OVER: Final = expression(r"(?:[^,，。;；]{0,8}(?<![未不没无否]))?(?:已|严重)?超(?:[标时量]|出?\d|了|$)")
_FAILS: Final = expression(r"不(?:达标|合格|合规|符合)")

Judged = tuple[int, int, str]
"""A row, a column, and what is said there, with its heading or label."""


def judged_over(sheet: Sheet, tables: Iterable[tuple[Span, Sequence[str]]]) -> Iterator[Judged]:
    """Such cells below the headings of the tables, and beside labels anywhere."""
    for span, headings in tables:
        columns = [column for column, heading in enumerate(headings) if _is_heard(heading)]
        for number in range(span.bottom + 1, min(span.end, len(sheet.rows))) if columns else ():
            yield from _said(number, sheet.rows[number], [(column, headings[column]) for column in columns])
    for number, row in enumerate(sheet.rows):
        first = row[0] if row and row[0] != "" else next((value for value in row if value != ""), "")
        if isinstance(first, str) and _is_heard(first):
            yield from _said(number, row, [(column, compact(first)) for column in range(row.index(first) + 1, len(row))])


@lru_cache(maxsize=16384)
def _is_heard(label: str) -> bool:
    heading = compact(label)
    return any(one.search(heading) for one in (_JUDGES, _LOOKS, _REMARKS)) or _BY_HOW_MUCH.fullmatch(heading) is not None


def _said(number: int, row: Sequence[Cell], told: Iterable[tuple[int, str]]) -> Iterator[Judged]:
    yield from (
        (number, column, f"{heading}：{shown(row[column])}")
        for column, heading in told
        if column < len(row) and row[column] != "" and _says_over(row[column], heading)
    )


def _says_over(value: Cell, heading: str) -> bool:
    text = compact(shown(value))
    if was_set(text) is False:
        return False  # «超量，退回»: what was too much was not set
    if isinstance(value, str) and (_OVER.match(text) or (_JUDGES.search(heading) and _FAILS.match(text))):
        return True
    if _BY_HOW_MUCH.fullmatch(heading):
        minutes = read_minutes(value).high
        if minutes or not _JUDGES.search(heading):
            return minutes != 0 and not says_nothing(text)
    said = answer(value)
    return said is not None and "是否" in heading and said == ("超" in heading)
