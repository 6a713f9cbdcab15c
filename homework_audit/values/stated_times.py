"""Turns a text of homework into the times that it states for how long something takes, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.expressions import expression
from homework_audit.values.labels import Label, is_mark, label
from homework_audit.values.minutes import Minutes, read_minutes
from homework_audit.values.numerals import CHARACTERS
from homework_audit.values.subjects import subject
from homework_audit.values.text import LONGEST_VALUE, plain
from homework_audit.values.vocabulary import UNCERTAIN

_NUMERAL = rf"(?:\d{{1,5}}(?:\.\d+)?|[{CHARACTERS}]{{1,7}})"
_HOUR = r"(?:个?(?:小时|钟头)|h(?:(?:ou)?rs?)?(?![a-z]))"
_MINUTE = r"(?:分钟|分(?![数层类组成别之的析布解式])|min(?:ute)?s?\.?(?![a-z])|m(?=[)\s]|$)|['′’´`](?!['′’´`0-9A-Za-z_]))"
_ONE = (
    rf"(?:半个?(?:小时|钟头)|{_NUMERAL}个半(?:小时|钟头)|{_NUMERAL}(?:个多|多个?|来个?|几个?)\s?(?:{_HOUR}|{_MINUTE})|半点钟|{_NUMERAL}\s?{_HOUR}(?:半|零?\s?{_NUMERAL}\s?(?:{_MINUTE})?)?"
    rf"|[一二三两1-3]刻钟?|[一二两三1-3]时\s?{_NUMERAL}\s?分钟?|{_NUMERAL}\s?{_MINUTE})"
)
_LEAD = r"(?:大?约为?|大概|预计|预估|估计|不超过|最多|控制在|限时|用时|时长|时间|需要?|建议|完成|共计?|总共|总计|合计|计|[:/~≈≤<\s-])"
_SO = r"(?:左右|上下|以内|之内|内|[或及]?以上|即可|为宜|完成|多)"
_BEFORE = r"(?<![\d.第每])(?<!\A[A-Za-z])(?<![^A-Za-z][A-Za-z])(?<!\d:)"
"""No figure of a page («P20»), a lesson or the clock; «APP20分钟» is a time."""
_TIME = expression(rf"{_LEAD}*{_BEFORE}(?:{_NUMERAL}\s?(?:{_MINUTE}|{_HOUR})?\s?[-~至到+]\s?)*{_ONE}\s?{_SO}*", re.IGNORECASE)
_UNIT_SIGN = expression(r"[时刻钟分hHmM'′’´`]")
"""One of these is in every time: most texts hold none, and need no closer look."""
_APART = expression(r"\s[-~]\s")
_BARE = expression(
    r"[(\[【]\s*(?:约\s*)?(\d{1,3}(?:\s?[-~]\s?\d{1,3})?)\s*[)\]】]\s*$"
    r"|(?<!sheet)(?<!list)(?<!ercise)(?<!unit)(?<!lesson)(?<!module)(?<!page)(?<!book)(?<!part)(?<!chapter)(?<!section)(?<!卷)(?<!练)(?<!习册)(?<!单元)(?<!册)"
    r"[\s/:](\d{1,3})\s*$",
    re.IGNORECASE,
)
"""A bare figure at the end; in «Worksheet 1», «小卷 5» it is a number."""
_END = expression(r"\s*(?:$|[,;。、+/!])")
_LOOSE = expression(
    r"[(\[【]\d{1,3}[)\]】](?!\s*[课单节第组页题])"
    r"|(?<![\dA-Za-z第.(\[【])(?<![A-Za-z] )(?<!\d:)(?<!\d-)(?<!\d~)\d{1,3}"
    r"(?![\d.:]|\s*(?:页|题|课|遍|次|个|字|篇|单元|组|行|首|句|道|张|分|小)|[.、)])"
)
"""Bare figures that may all be minutes."""
_UNSAFE = expression(
    r"(?:每(?:门课|节课|课时|[遍次本题篇个道页天日组人项科门课份段首行字词句套面张幅])|各(?:[科门用需约]|练字|练|读|写|抄|做)?|均(?:为|需)?|分别(?:为|需|各)?|早晚各?[^,;。\d]{0,4}|都是?|(?:^|[\s,;。])一[张课遍次面首行篇页题组套]|[×x*])[\s约]*$"
)
_TIMES_OVER = expression(
    rf"\s*(?:[^\d,;。]{{0,6}}[×x*乘]\s*{_NUMERAL}|,?\s?共[一两二三四五\d]{{1,2}}[张遍次面首行套组篇份]|[/每][^\s\d,;。]{{1,2}}|[一两二三四五\d]{{1,2}}[张遍次面首行套](?![\u4e00-\u9fff])|,?早晚)"
)
"""«20分钟×3科», «5分钟/页»: how long it takes together is not said."""
_MARK_AND_COLON = expression(r"\s*([^\s:,;。()]{1,4}):")
_SESSION = expression(r"(?:上午|下午|早上|早晨|中午|傍晚|晚上|晚间|课后)")
_BESIDE = expression(r"另|外加|加|再|不含|不包括|除")
"""«20分钟（另加练字10分钟）»: the second comes on top of the first."""
_INSTEAD = expression(
    r"周[末一二三四五六日]|双休|节?假日|(?:更正|改|调整)[为成]|实际|(?:家长|学生)?反[馈映]|班?平?均|慢的|[一二三四五六七八九十\d]{1,2}班"
)
"""«20分钟（周末40分钟）», «20分钟（2班40分钟）» hold two times for different days or classes."""
_MORE_OR_LESS = expression(r"(?<!最)多|(?<=[\d一二三四五六七八九十])来|几|点钟")
"""«30多分钟», «一刻钟多»: nobody knows how much more."""
_NOT_TOGETHER = expression(r"或|实际|预计|原|现|[层组优困快慢]|平均|[上下]周|周[一二三四五六日末]|改")
"""«（A层10分钟，B层40分钟）», «（10分钟或40分钟）»: several times of which not all are anybody's."""
_EACH_OF_SEVERAL = expression(r"分别[^,;。\d]*\d+\s*[、,和及]\s*$")
_HIGHEST = 60
_TITLED = expression(
    r"《[^《》]*》|[“\"「][^“”\"「」]{1,14}[”\"」](?=为题)|(?<=作文)[“「][^“”「」]{1,14}[”」]|(?<=[那这每此某])一刻(?!钟)|课间十分钟|最后[一1]分钟"
)
"""«作文《那一刻》», «以“课间十分钟”为题»: the words of a title are no times."""
_BEHIND_TASK = expression(r"(?<=[写记习默字算词文诗题练本卷])[(（]?([1-9]\d)(?=[)）]?(?:[,，、;；]|$))")
_CLOCK = expression(r"\s*(\d{1,2}[:：]\d\d\s*[-~—–至到]+\s*\d{1,2}[:：]\d\d)(?=.)")
BRACKETED = expression(r"[(\[【]([^()\[\]【】]*)[)\]】]")


class StatedTime(NamedTuple):
    """One time that a text states, from `start` to `end` with its brackets, and what marks in these brackets say."""

    start: int
    end: int
    minutes: Minutes
    label: Label
    final: bool
    """Whether it ends a phrase: «1分钟跳绳3组» speaks of the exercise, «跳绳 15分钟» of the time it takes."""


def times_in(segment: str, per: str, lesson: float | None) -> list[StatedTime]:
    """Every time that a segment states, in order; a bare «(20)» at its end is one where the heading gives the unit."""
    found = [time for match in _TIME.finditer(_without_titles(segment)) if (time := _time(segment, match, lesson))]
    spelled = [time for time in found if re.search(r"分钟|min|小时|刻|h|时", segment[time.start : time.end].lower())]
    found = _ended_by_subjects(segment, [time for time in found if time in spelled or _is_no_mark(segment, time)] if spelled else found)
    bare = _BARE.search(segment) if per in ("minutes", "hours") and not found else None
    if bare:
        stated = read_minutes(bare[1] or bare[2], per)
        stated = stated if len(_LOOSE.findall(segment)) < 2 else Minutes(trouble="words")  # «抄写(20),练字(10)»
        return [StatedTime(bare.start(), bare.end(), stated, Label(), final=True)]
    return found


def _is_no_mark(segment: str, time: StatedTime) -> bool:
    """Whether «20分» beside a time that is spelled out is one too: more than an hour, or in brackets, it is the mark of a test."""
    return time.final and (time.minutes.high or 0) <= _HIGHEST and segment[time.start - 1 : time.start] not in ("(", "[", "【")


def _ended_by_subjects(segment: str, times: Sequence[StatedTime]) -> list[StatedTime]:
    """The times with an end where the next subject begins: «语文20分钟数学30分钟» are two."""
    return [time._replace(final=True) if _begins_with_subject(segment[time.end :]) else time for time in times[:-1]] + list(times[-1:])


def _begins_with_subject(text: str) -> bool:
    return any(subject(text[:length]) for length in (2, 3, 4) if len(text) >= length)


def states_time(text: str) -> bool:
    """Whether a text states, anywhere in it, how long something takes."""
    if len(text) > LONGEST_VALUE:
        return False
    text = plain(text)
    return _UNIT_SIGN.search(text) is not None and _TIME.search(_without_titles(text)) is not None


def _without_titles(text: str) -> str:
    """The text with the words of titles left out, every other character at its place."""
    return _TITLED.sub(lambda found: "□" * len(found[0]), text)


@lru_cache(maxsize=65536)
def figures_in(text: str) -> int:
    """The minutes that bare figures behind several tasks come to («抄写20，日记20»), or a span of the clock before one; 0 without them."""
    span = _CLOCK.match(text)
    if span:
        return clock_minutes(span[1]) or 0
    figures = [int(figure) for figure in _BEHIND_TASK.findall(text)]
    return sum(figures) if len(figures) > 1 else 0


def _time(segment: str, match: re.Match[str], lesson: float | None) -> StatedTime | None:
    start, end = match.span()
    stated = read_minutes(match[0].strip(" -/:,").removeprefix("完成"), "", lesson)
    if _MORE_OR_LESS.search(match[0]):
        return StatedTime(start, end, Minutes(trouble="words"), Label(), final=True)
    if stated.low is None and (apart := _APART.search(match[0])):
        start += apart.end()  # «p. 55 - 15 min» is no range
        stated = read_minutes(match[0][apart.end() :].strip(" /:,"), "", lesson)
    if stated.low is None:
        return None
    if _UNSAFE.search(segment[:start]) or _EACH_OF_SEVERAL.search(segment[:start]) or _TIMES_OVER.match(segment, end):
        stated = Minutes(trouble="words")
    said = Label()
    for bracket in BRACKETED.finditer(segment):
        if bracket.start() < start and end < bracket.end():
            inside = segment[bracket.start() + 1 : start] + " " + segment[end : bracket.end() - 1]
            words = [word for word in re.split(r"[\s,;、/:+]+", inside) if word]
            if _BESIDE.match(inside.strip()):
                return StatedTime(start, end, stated, said, final=True)
            if segment[end] in ")]】" and _INSTEAD.match(inside.strip()):
                return StatedTime(start, end, Minutes(trouble="words"), said, final=True)
            if len(_TIME.findall(bracket[1])) > 1:
                return _one_of_several(segment, bracket, StatedTime(start, end, stated, said, final=True))
            if not all(is_mark(word) or any(one in word for one in UNCERTAIN) for word in words):
                return StatedTime(start, end, stated, said, final=False) if segment[end] not in ")]】" else None
            said = label("".join(words)) or Label()
            start, end = bracket.span()
            return StatedTime(start, end, stated, said, final=True)
    ends = _END.match(segment, end) or _SESSION.match(segment, end) or _behind_is_mark(segment, end)
    return StatedTime(start, end, stated, said, final=bool(ends))


def _one_of_several(segment: str, bracket: re.Match[str], time: StatedTime) -> StatedTime | None:
    """One of the times in a bracket: of a part each («口算10分钟，竖式30分钟»), unless they explain the time before it."""
    before = [
        match for match in _TIME.finditer(segment) if match.end() <= bracket.start() and not segment[match.end() : bracket.start()].strip()
    ]
    if before:
        return None
    if _NOT_TOGETHER.search(bracket[1]):
        return time._replace(minutes=Minutes(trouble="words"))
    words = re.split(r"[\s,;、/:+]+", segment[: time.start].rpartition(bracket[0][0])[2].strip(" ,;、+"))
    return time._replace(label=(label(words[-1]) or Label())) if is_mark(words[-1]) else time


def _behind_is_mark(segment: str, end: int) -> bool:
    named = _MARK_AND_COLON.match(segment, end)
    if named and is_mark(named[1]):
        return True
    behind = BRACKETED.match(segment.rstrip(), end + len(segment[end:]) - len(segment[end:].lstrip()))
    return bool(behind) or segment[end : end + 1] in (" ", "(", "[", "【")
