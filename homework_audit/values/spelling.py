"""Turns a text of homework as teachers shorten it into one in which every mark and every time stands by itself."""

from __future__ import annotations

import re

from homework_audit.values.clock_spans import LONGEST_CLOCK
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark
from homework_audit.values.subjects import subject
from homework_audit.values.vocabulary import SHORT_MARKS

_MARK_BEFORE_FIGURE = expression(
    r"(?:^|(?<![\s,;、+])[\s,;、+]+)([\u4e00-\u9fff]{0,3})\s*[(\[【](口头?|朗?读|背诵?|听说|选做?)[)\]】]\s*(\d+)(?:分钟?)?(?=$|[\s,;、+])"
)
_SUBJECT_BEFORE_SPACE = expression(r"^([语数英科物化生史地道政体音美劳信]) (?=\S)", re.MULTILINE)
"""«语 抄写词语⏎数 练习册P28»: one such line alone may be anything."""
_BARE_MARK = expression(r"(?:^|(?<=[\s,;、+/]))(口头?)(?=\d{1,3}(?:分钟?)?(?:$|[\s,;、+/]))")
"""«15+口10»."""
_MARK_BEFORE_TIME = expression(r"\(([口读背选])[,、:;]\s*(?=\d)")
"""«古诗一首（背，15′）»."""
_LAYER_WITH_MARK = expression(r"([^\s:;,。()\[\]【】]{1,6})\(([^()]{1,8})\):")
_PLACES = expression(r"(?:[校家]\d{1,3}(?:分钟?)?[\s,;、+]*)+")
"""«校15 家10»."""
_CLOCK = expression(r"(\d{1,2})点(?:(\d{1,2})分?|(半))?[到至~-]+(?:[上下早晚][午上]?)?(\d{1,2})点(?:(\d{1,2})分?|(半))?")


def spelled_out(text: str) -> str:
    """The text with marks as parts of their own («英(口)10», «25+(口)10», «A层（选做）：») and times of the clock as minutes."""
    text = text.replace("分鐘", "分钟").replace("小時", "小时")
    if len(_SUBJECT_BEFORE_SPACE.findall(text)) > 1:
        text = _SUBJECT_BEFORE_SPACE.sub(r"\1:", text)
    if _PLACES.fullmatch(text):
        text = text.replace("校", "校内").replace("家", "家庭")
    text = _LAYER_WITH_MARK.sub(_mark_first, text)
    text = _CLOCK.sub(_length_of_clock, text)
    text = _MARK_BEFORE_TIME.sub(lambda m: f"({SHORT_MARKS[m[1]]},", text)
    return _MARK_BEFORE_FIGURE.sub(_part_of_its_own, _BARE_MARK.sub(r"(\1)", text))


def _length_of_clock(found: re.Match[str]) -> str:
    """«6点到7点10分» as 70 minutes."""
    start, end = (int(found[hour]) * 60 + (30 if found[half] else int(found[minute] or 0)) for hour, minute, half in ((1, 2, 3), (4, 5, 6)))
    return f"{end - start}分钟" if 0 < end - start <= LONGEST_CLOCK else "待定"


def _part_of_its_own(found: re.Match[str]) -> str:
    name, mark = subject(found[1]) if found[1] else "", SHORT_MARKS.get(found[2], found[2])
    return found[0] if name is None else f";{name}{':' if name else ''}【{mark}】{found[3]}分钟"


def _mark_first(found: re.Match[str]) -> str:
    """«A层（选做）：» as two marks."""
    return f"【{found[1]}】【{found[2]}】" if is_mark(found[1]) and is_mark(found[2]) else found[0]
