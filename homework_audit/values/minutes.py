"""Turns a cell into minutes: «约30分钟», «一个半小时», «20-30», 0:30, «A层30/B层20»; what is not understood says why."""

from __future__ import annotations

import math
import re
from datetime import date, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values.clock_spans import LONGEST_CLOCK, clock_minutes
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark, layer
from homework_audit.values.numerals import CHARACTERS
from homework_audit.values.quantities import NUMERAL, QUANTITY, UNIT, bare, in_minutes, minutes_of
from homework_audit.values.subjects import subject
from homework_audit.values.text import LONGEST_VALUE, Cell, compact, plain
from homework_audit.values.wording import names_work, speaks

LONGEST = 1440
"""Minutes of a day: more than this, or less than nothing, is no homework but a slip of the pen."""

CLOCK = "clock"
"""Stands for a unit where a column says from when to when homework is done."""


class Part(NamedTuple):
    """One labelled share of a cell: «语文20+数学25», «A层30/B层20», «必做35分钟，选做10分钟»."""

    label: str
    low: float
    high: float | None


class Minutes(NamedTuple):
    """What a cell says about time, in minutes.

    `low` and `high` are the two ends of what is stated (`high` None: «30分钟以上»). `nothing` means that none was
    declared, which is not the same as a blank. `trouble` says why a cell could not be understood: blank, words,
    lesson, negative, too-long, unit, date; then `low` and `high` are None.
    """

    low: float | None = None
    high: float | None = None
    trouble: str = ""
    nothing: bool = False
    parts: tuple[Part, ...] = ()


BLANK = Minutes(trouble="blank")
NOTHING = Minutes(0, 0, nothing=True)

_UNANSWERED = frozenset({"(跳过)", "(空)", "跳过", "(未填)"})
"""What an online form writes where nobody answered."""
_NONE = expression(
    r"(?:[^,，。;；\d]{1,10}[,，])?(?:各班|全年级|全校)?(?:今[日天晚]|[本当][日天]|本(?:课时?|节课?|次课?)|[本该]学?科)?(?:各科|各学科|全科)?(?:均|都)?(?:(?:无|没有?|免|暂无)(?:布置|留)?|[未不](?:布置|留))(?:任何)?(?:书面|家庭|课后|回家)*(?:作业|小?任务)?(?:日)?[。.!]*"
    r"|[^\d()]{1,8}\(不布置\)|[-/\\]+|none|no|nil|n/?a|no(?:written)?homework|nothing|零|0+(?:\.0+)?(?:分钟?|min|mins|minutes?)?|已?取消|[a-z]+-no(?:written)?homework|\(?(?:本[日天]|今[日天])?(?:不开课|没课|无课|停课)\)?"
)
_NONE_IN_ENGLISH = expression(r"^\s*(?:no (?:written )?homework(?: today)?|none|n/?a|nil)[\s,/·!.。！-]+(?=[\u4e00-\u9fff])", re.IGNORECASE)
"""«No homework 今日无作业»."""
_REASON = expression(r"(?<=作业)\s*(?:[(（]([^()（）\d:：]{2,12})[)）]|[,，。!！~]\s*([^\d:：,，。;；]{2,12})[。!！~]*)\s*$")
"""«今日无作业（校秋季研学）», «今天没有作业，好好休息。»: why nothing was set, or what to do instead."""
_MAY_BE_NONE = expression(
    r"[\s\u200b\ufeff]*[(（今本当该各全均都已取无無没沒免暂暫未不零0nN\-/\\０ｎＮ－／＼‐‑‒–—―−﹣─]|[^\d]{1,16}作业[。！!]?\s*$"
)
_ABOUT = expression(
    r"^(?:大?约为?|大概|左右|预计|预估|估计|不(?:得|能|要|宜)?超过?|不多于|不大于|不到|不足|少于|小于|低于|将?近|接近|最多|至多|控制在|限时|"
    r"每人|共计?|总共|总计|合计|用时|时长|时间|建议|需要?|≤|<=|<|≈|~|about|around|approx\.?|upto|max\.?|:)+"
)
_AT_LEAST = expression(r"^(?:至少|最少|最低|不少于|不低于|不得少于|超过|大于|≥|>=|>|atleast)")
_OR_MORE = expression(r"(?:[或及]?以上|起|\+|ormore)$")
_SO = "左右|上下|以内|之内|内|以下|不到|即可|不等|为宜|完成|每人"
_OR_SO = expression(rf"(?:{_SO})+[。.]?$")
_RANGE = expression(r"[-~]|至|到")
_APART = expression(r"\d\s+\d")
_NUMBER = expression(r"\((\d{1,2})\)")
_NUMBERED = expression(r"(?:^|(?<=[^\d(]))\(\d{1,2}\)")
_EXPLAINED = expression(r"([^()=]+)(?:\(=?([^()]*\d[^()]*)\)|=([^()=]+))")
_IN_TWO_LANGUAGES = expression(r"(\d[\d.]*(?:min(?:ute)?s?|h(?:(?:ou)?rs?)?))\.?/?([\d.一二两三半][^a-z()]*(?:分钟|小时))")
"""«1/2 hr 半小时»."""
_UNIT_REMARK = expression(rf"\(({UNIT}|{_SO}|[或及]?以上|起)\)")
_REMARK = expression(r"\(([^()0-9]*)\)")
_HARMLESS = expression(r"(?:包?含|包括)[^每各天周次人日晚倍×*%/]*|大?约|预计|预估|估计|建议|参考")
_UNSAFE = expression(
    r"[每各/%×*x]|[自适视另外除少限底快单天周次题遍页组人日晚假倍半双两多超或起项科篇张份本道章节]"
    r"|因人|以上|至少|不[止够含包]|小时|单元|一[课张页篇面]"
)
_END = r"[+;,、/。]"
_MARK = r"[(\[【]([^()\[\]【】\d+;,、/。:]{1,8})[)\]】]"
_MARK_BEFORE = expression(rf"(^|{_END}){_MARK}(?=[\d约半{CHARACTERS}])")
_MARK_AFTER = expression(rf"([^+;,、/。()\[\]【】:]+){_MARK}(?={_END}|$)")
_EACH_AND_ALL = expression(r"^每[^\d,;]{1,3}\d+分钟?[,;](?=一?共)一?")
"""«每行5分钟，共20分钟» says in the end how long all of it takes."""
_LETTER = expression(r"[a-e]层?")
_LABELLED = expression(rf"([^\d\s:{CHARACTERS}+;,、/。]{{1,6}}?):?((?:大?约)?(?:{NUMERAL}|半)[^+;,、/。]*)(?:(?!\+$){_END}+|$)")


@lru_cache(maxsize=65536, typed=True)
def read_minutes(value: Cell, per: str = "", lesson: float | None = None) -> Minutes:
    """What the cell says, in minutes.

    `per` is the unit that the heading states for bare numbers: "minutes", "hours", "quarters" of an hour, "" where it states none,
    "unknown" where the bare numbers of the column could as well be hours, or CLOCK where its cells say from when to when.
    `lesson` is how many minutes a lesson lasts, where the configuration says so. Never raises.
    """
    if per == CLOCK:
        return _from_span(value, lesson)
    if isinstance(value, str):
        text = plain(value)
        unclear = len(text) > LONGEST_VALUE or _APART.search(text)
        return Minutes(trouble="words") if unclear else _from_text(compact(text), per, lesson)
    if isinstance(value, bool):
        return Minutes(trouble="words")
    if isinstance(value, int | float):
        return _from_number(value, per)
    if isinstance(value, timedelta):
        return _from_clock(value.total_seconds() / 60)
    if isinstance(value, time):
        return _from_clock(value.hour * 60 + value.minute + value.second / 60)
    return Minutes(trouble="date" if isinstance(value, date) else "words")


def _from_span(value: Cell, lesson: float | None) -> Minutes:
    """«18:30—19:00» is 30 minutes; a time of the day alone says nothing of how long."""
    if not isinstance(value, str):
        return Minutes(trouble="words")
    length = clock_minutes(value)
    return read_minutes(value, "", lesson) if length is None else _checked(length, length)


def is_unanswered(text: str) -> bool:
    """Whether a cell says that nobody answered: «(跳过)», as exports of online forms do."""
    return compact(text) in _UNANSWERED


def write_minutes(minutes: float) -> str:
    """The way this program writes minutes, which `read_minutes` reads back: 30 → «30分钟», 22.5 → «22.5分钟»."""
    return f"{minutes:g}分钟"


def says_nothing(text: str) -> bool:
    """Whether a text of content declares that no homework was set: «无», «无作业», «-», «今日无书面作业»."""
    if not _MAY_BE_NONE.match(text):
        return False
    text = _NONE_IN_ENGLISH.sub("", text)
    reason = _REASON.search(text)
    if reason and not (names_work(reason[1] or reason[2]) or speaks(reason[1] or reason[2])):
        text = text[: reason.start()]
    return bool(_NONE.fullmatch(compact(text))) or all(_NONE.fullmatch(compact(part)) for part in text.split() or ("?",))


def _from_number(value: float, per: str) -> Minutes:
    if abs(value) > 1e9:
        return Minutes(trouble="negative" if value < 0 else "too-long")
    if math.isnan(value):
        return Minutes(trouble="words")
    hundredths = value < 10 and per != "hours" and f"{value:g}"[-3:-2] == "."
    stated = bare(f"{value:g}", per) if hundredths else in_minutes(float(value), per)
    return Minutes(trouble=stated) if isinstance(stated, str) else _checked(stated, stated)


def _from_clock(minutes: float) -> Minutes:
    return Minutes(trouble="words") if LONGEST_CLOCK <= minutes <= LONGEST else _checked(minutes, minutes)


def _from_text(text: str, per: str, lesson: float | None) -> Minutes:
    if not text:
        return BLANK
    if _NONE.fullmatch(text):
        return NOTHING
    if text in _UNANSWERED:
        return BLANK
    text = _EACH_AND_ALL.sub("", _without_remarks(text))
    whole = _stated(text, per, lesson)
    if whole.trouble != "words":
        return whole
    parts = _labelled(text, per, lesson)
    if not parts:
        return whole
    highs = [part.high for part in parts]
    high = None if None in highs else sum(h for h in highs if h is not None)
    total = _checked(sum(part.low for part in parts), high)
    return total if total.trouble or total.nothing else total._replace(parts=parts)


def _without_remarks(text: str) -> str:
    """The text with «30(分钟)» opened, «20(口头)» as «口头:20», and without the remarks that change no figure.

    A remark that may change one stays, and makes the text one that is not understood: «20分钟(每天)», «2(张)».
    """
    if "(" not in text and "[" not in text and "【" not in text:
        return text
    text = _UNIT_REMARK.sub(r"\1", text)
    text = _MARK_BEFORE.sub(lambda m: f"{m[1]}{m[2]}:" if _is_label(m[2]) else m[0], text)
    text = _MARK_AFTER.sub(lambda m: f"{m[2]}:{m[1]}" if _is_label(m[2]) else m[0], text)
    return _REMARK.sub(_kept, text)


def _kept(remark: re.Match[str]) -> str:
    """'' for a remark that changes no figure; a bare number may be that of what the remark names."""
    if _HARMLESS.fullmatch(remark[1]) or is_mark(remark[1]):
        return ""
    bare_before = re.search(rf"[\d{CHARACTERS}]$", remark.string[: remark.start()])
    return remark[0] if bare_before or _UNSAFE.search(remark[1]) else ""


def _is_label(name: str) -> bool:
    """Whether a name is nothing but a subject, or words of kind, place, layer and choice."""
    return subject(name) is not None or is_mark(name)


def _stated(text: str, per: str, lesson: float | None) -> Minutes:
    """One quantity, a range, or a sum of them, without labels."""
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1 and not text[1:-1].isdigit():
        text = text[1:-1]
    explained = _EXPLAINED.fullmatch(text)
    if explained:
        return _agreed(explained[1], explained[2] or explained[3], per, lesson)
    translated = _IN_TWO_LANGUAGES.fullmatch(text)
    same = _agreed(translated[1], translated[2], per, lesson) if translated else BLANK
    if same.low is not None:
        return same
    numbers = _NUMBER.findall(text)
    if len(numbers) > 1 and text.startswith("(1)") and numbers == [str(n + 1) for n in range(len(numbers))]:
        return _summed(_NUMBER.split(text)[2::2], per, lesson)
    if "+" in text[:-1]:
        return _summed(text.split("+"), per, lesson)
    return _ranged(_NUMBERED.sub("", text), per, lesson)


def _agreed(text: str, explanation: str, per: str, lesson: float | None) -> Minutes:
    """«60分钟(1小时)», «20+15=35», «一节课(40分钟)»: understood where both say the same, or one lesson is explained."""
    first, second = _stated(text, per, lesson), _stated(explanation, per, lesson)
    one_lesson = first.trouble == "lesson" and re.fullmatch(r"大?约?[1一]节课?", text) and re.search(UNIT, explanation)
    if second.low is not None and (one_lesson or (first.low, first.high) == (second.low, second.high)):
        return second
    return Minutes(trouble="words")


def _summed(texts: list[str], per: str, lesson: float | None) -> Minutes:
    low, high = 0.0, 0.0
    for text in texts:
        part = _ranged(text.strip(",;、。"), per, lesson)
        if part.low is None or part.high is None:
            return Minutes(trouble=part.trouble or "words")
        low, high = low + part.low, high + part.high
    return _checked(low, high)


def _ranged(text: str, per: str, lesson: float | None) -> Minutes:
    text = text.rstrip(",;、。!")
    open_ended = bool(_AT_LEAST.search(text) or _OR_MORE.search(text))
    text = _OR_SO.sub("", _OR_MORE.sub("", _ABOUT.sub("", _AT_LEAST.sub("", text))))
    quantity = QUANTITY.fullmatch(text)
    if quantity:
        value = minutes_of(quantity, per, lesson)
        return Minutes(trouble=value) if isinstance(value, str) else _checked(value, None if open_ended else value)
    for separator in _RANGE.finditer(text):
        first, last = (QUANTITY.fullmatch(_ABOUT.sub("", half)) for half in (text[: separator.start()], text[separator.end() :]))
        if first and last:
            between = _between(first, last, per, lesson)
            return between._replace(high=None) if open_ended else between
    return Minutes(trouble="negative" if re.fullmatch(r"-\d+(?:\.\d+)?(?:分钟?|min)?", text) else "words")


def _between(first: re.Match[str], last: re.Match[str], per: str, lesson: float | None) -> Minutes:
    """«20-30分钟», «1-1.5小时», «半小时至40分钟»: a bare first end takes the unit of the second."""
    if first["clock"] and first["clock"].strip("0"):
        return Minutes(trouble="words")  # «3:30-4:00» is half an hour of the afternoon
    low, high = minutes_of(first, per, lesson), minutes_of(last, per, lesson)
    if first["bare"] and not last["bare"]:
        unit = "小时" if last["hours"] else "节" if last["lessons"] else "分钟"
        named = QUANTITY.fullmatch(first["bare"] + unit)
        low = minutes_of(named, per, lesson) if named else "words"
    if isinstance(low, str) or isinstance(high, str):
        return Minutes(trouble=low if isinstance(low, str) else str(high))
    return _checked(low, high) if low <= high else Minutes(trouble="words")


def _labelled(text: str, per: str, lesson: float | None) -> tuple[Part, ...]:
    """The labelled parts, if the whole text is made of nothing else; «试卷2» is two papers, whatever the heading says."""
    parts, end = [], 0
    for found in _LABELLED.finditer(text):
        stated = _stated(found[2], "" if per == "minutes" else per, lesson)
        name = found[1].strip("()[]【】")
        if found.start() != end or stated.low is None or not _is_label(name):
            return ()
        parts.append(Part(name, stated.low, stated.high))
        end = found.end()
    if end != len(text):
        return ()
    everybodys = "+" in text and all(layer(part.label) and not _LETTER.fullmatch(part.label) for part in parts)
    return tuple(part._replace(label="") for part in parts) if everybodys else tuple(parts)


def _checked(low: float, high: float | None) -> Minutes:
    """The figures in hundredths of a minute, unless no homework can take so long or so little."""
    if math.isnan(low) or (high is not None and math.isnan(high)):
        return Minutes(trouble="words")
    if low < 0:
        return Minutes(trouble="negative")
    if low > LONGEST or (high is not None and high > LONGEST):
        return Minutes(trouble="too-long")
    stated = Minutes(_tidy(low), None if high is None else _tidy(high))
    if stated.high == 0:
        return NOTHING if low == 0 else Minutes(trouble="unit")
    return stated


def _tidy(minutes: float) -> float:
    """30.0 as 30, 19.999999 as 20: at most two decimals, and an int where it is whole."""
    rounded = round(minutes, 2)
    return int(rounded) if rounded == int(rounded) else rounded
