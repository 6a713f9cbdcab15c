"""Turns a cell into minutes: «约30分钟», «一个半小时», «20-30», 0:30, «A层30/B层20»; what is not understood says why."""

from __future__ import annotations

import math
import re
from datetime import date, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values.labels import label
from homework_audit.values.numerals import CHARACTERS, number
from homework_audit.values.text import Cell, compact, plain

LONGEST = 1440
"""Minutes of a day: more than this, or less than nothing, is no homework but a slip of the pen."""


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

_NONE = re.compile(
    r"(?:今[日天])?(?:无|没有?|未|不|免|暂无)(?:布置|留)?(?:任何)?(?:书面|家庭|课后|回家)*(?:作业)?(?:日)?[。.]?"
    r"|[-/\\]+|none|no|nil|n/?a|no(?:written)?homework|nothing|零|0+(?:\.0+)?(?:分钟?|min|mins|minutes?)?"
)
_HOUR = r"(?:个?(?:小时|钟头)|h(?:(?:ou)?rs?)?\.?(?![a-z]))"
_MINUTE = r"(?:分钟|分|钟(?!头)|min(?:ute)?s?\.?|m(?![a-z])|['′’´`])"
_N = rf"(?:\d+(?:\.\d+)?|[{CHARACTERS}]+)"
_QUANTITY = re.compile(
    rf"(?P<half>半{_HOUR})"
    rf"|(?P<and_half>{_N})个半(?:小时|钟头)"
    rf"|(?P<hours>{_N}){_HOUR}(?:(?P<half_more>半)|[零又加,]?(?:(?P<more>{_N})(?:{_MINUTE})?|(?P<more_quarters>[一二三两1-3])刻钟?))?"
    rf"|(?P<quarters>[一二三两1-3])刻钟?"
    rf"|(?P<clock>\d):(?P<past>[0-5]\d)(?::00)?"
    rf"|(?P<lessons>{_N}|半)(?:课时|节课?|堂课)"
    rf"|(?P<minutes>{_N}){_MINUTE}"
    rf"|(?P<bare>{_N})"
)
_ABOUT = re.compile(
    r"^(?:大?约为?|大概|左右|预计|预估|估计|不超过|不多于|不大于|不超|最多|至多|控制在|限时|每人|共计?|总共|总计|合计|用时|时长|时间|"
    r"建议|需要?|≤|<=|<|≈|~|about|around|approx\.?|upto|max\.?|:)+"
)
_AT_LEAST = re.compile(r"^(?:至少|不少于|不低于|不得少于|超过|大于|≥|>=|>|atleast)")
_OR_MORE = re.compile(r"(?:及?以上|起|\+|ormore)$")
_OR_SO = re.compile(r"(?:左右|上下|以内|之内|内|即可|不等|为宜|完成|每人)+[。.]?$")
_REMARK = re.compile(r"\([^()0-9]*\)")
_UNSAFE_REMARK = re.compile(r"[每各/]|自|适|视|因人|另|天|周|次|题|遍|页|组|人")
_RANGE = re.compile(r"[-~]|至|到")
_APART = re.compile(r"\d\s+\d")
_NUMBERED = re.compile(r"(?:^|(?<=[^\d(]))\(\d{1,2}\)")
_LABELLED = re.compile(rf"([^\d\s:{CHARACTERS}+;,、/。]{{1,6}}?):?((?:大?约)?(?:{_N}|半)[^+;,、/。]*)(?:[+;,、/。]+|$)")


@lru_cache(maxsize=65536, typed=True)
def read_minutes(value: Cell, per: str = "", lesson: float | None = None) -> Minutes:
    """What the cell says, in minutes.

    `per` is the unit that the heading states for bare numbers: "minutes", "hours", "" where it states none, or
    "unknown" where the bare numbers of the column could as well be hours.
    `lesson` is how many minutes a lesson lasts, where the configuration says so. Never raises.
    """
    if isinstance(value, str):
        text = plain(value)
        return Minutes(trouble="words") if _APART.search(text) else _from_text(compact(text), per, lesson)
    if isinstance(value, bool):
        return Minutes(trouble="words")
    if isinstance(value, int | float):
        return _from_number(float(value), per)
    if isinstance(value, timedelta):
        return _checked(value.total_seconds() / 60, value.total_seconds() / 60)
    if isinstance(value, time):
        return _checked(value.hour * 60 + value.minute + value.second / 60, None, same=True)
    return Minutes(trouble="date" if isinstance(value, date) else "words")


def write_minutes(minutes: float) -> str:
    """The way this program writes minutes, which `read_minutes` reads back: 30 → «30分钟», 22.5 → «22.5分钟»."""
    return f"{minutes:g}分钟"


def says_nothing(text: str) -> bool:
    """Whether a text of content declares that no homework was set: «无», «无作业», «-», «今日无书面作业»."""
    return bool(_NONE.fullmatch(compact(text)))


def _from_number(value: float, per: str) -> Minutes:
    if not math.isfinite(value):
        return Minutes(trouble="words")
    if value == 0:
        return NOTHING
    if per == "hours":
        return _checked(value * 60, value * 60)
    if per == "unknown":
        return Minutes(trouble="unit")
    if 0 < value < 5 and not value.is_integer():
        return Minutes(trouble="unit")  # 0.5 or 1.5 among minutes is somebody's hours, and 1/48 a time of day
    return _checked(value, value)


def _from_text(text: str, per: str, lesson: float | None) -> Minutes:
    if not text:
        return BLANK
    if _NONE.fullmatch(text):
        return NOTHING
    whole = _stated(text, per, lesson)
    if whole.trouble != "words":
        return whole
    parts = _labelled(text, per, lesson)
    if not parts:
        return whole
    highs = [part.high for part in parts]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return Minutes(sum(part.low for part in parts), high, parts=parts)


def _stated(text: str, per: str, lesson: float | None) -> Minutes:
    """One quantity, a range, or a sum of them, without labels."""
    if any(_UNSAFE_REMARK.search(remark) for remark in _REMARK.findall(text)):
        return Minutes(trouble="words")
    text = _REMARK.sub("", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1 and not text[1:-1].isdigit():
        text = text[1:-1]
    if len(_NUMBERED.findall(text)) > 1 and text.startswith("("):
        return _summed([part for part in _NUMBERED.split(text) if part], per, lesson)
    if "+" in text[:-1]:
        return _summed(text.rstrip("+").split("+"), per, lesson)
    return _ranged(_NUMBERED.sub("", text), per, lesson)


def _summed(texts: list[str], per: str, lesson: float | None) -> Minutes:
    low, high = 0.0, 0.0
    for text in texts:
        part = _ranged(text.strip(",;、。"), per, lesson)
        if part.low is None or part.high is None:
            return Minutes(trouble=part.trouble or "words")
        low, high = low + part.low, high + part.high
    return _checked(low, high)


def _ranged(text: str, per: str, lesson: float | None) -> Minutes:
    open_ended = bool(_AT_LEAST.search(text) or _OR_MORE.search(text))
    text = _OR_SO.sub("", _OR_MORE.sub("", _ABOUT.sub("", _AT_LEAST.sub("", text.rstrip(",;、。")))))
    quantity = _QUANTITY.fullmatch(text)
    if quantity:
        value = _value(quantity, per, lesson)
        if isinstance(value, str):
            return Minutes(trouble=value)
        return _checked(value, None if open_ended else value)
    for separator in _RANGE.finditer(text):
        first, last = (_QUANTITY.fullmatch(_ABOUT.sub("", half)) for half in (text[: separator.start()], text[separator.end() :]))
        if first and last:
            return _between(first, last, per, lesson)
    return Minutes(trouble="negative" if re.fullmatch(r"-\d+(?:\.\d+)?(?:分钟?|min)?", text) else "words")


def _between(first: re.Match[str], last: re.Match[str], per: str, lesson: float | None) -> Minutes:
    """«20-30分钟», «1-1.5小时», «半小时至40分钟»: a bare first end takes the unit of the second."""
    high = _value(last, per, lesson)
    if first["bare"] and not last["bare"]:
        unit = "hours" if last["hours"] else "lessons" if last["lessons"] else "minutes"
        low: float | str = (lesson or "lesson") if unit == "lessons" else _bare(first["bare"], unit)
        if unit == "lessons" and lesson:
            low = float(first["bare"]) * lesson
    else:
        low = _value(first, per, lesson)
    if isinstance(low, str) or isinstance(high, str):
        return Minutes(trouble=low if isinstance(low, str) else str(high))
    return _checked(low, high) if low <= high else Minutes(trouble="words")


def _value(found: re.Match[str], per: str, lesson: float | None) -> float | str:
    """The minutes of one matched quantity, or the trouble with it."""
    if found["half"]:
        return 30
    if found["and_half"]:
        return _times(found["and_half"], 60) + 30
    if found["hours"]:
        quarters = 15 * (number(found["more_quarters"]) or 0) if found["more_quarters"] else 0
        more = _times(found["more"], 1) if found["more"] else 0
        return _times(found["hours"], 60) + (30 if found["half_more"] else 0) + more + quarters
    if found["quarters"]:
        return 15 * (number(found["quarters"]) or 0)
    if found["clock"]:
        return int(found["clock"]) * 60 + int(found["past"])
    if found["lessons"]:
        return (0.5 if found["lessons"] == "半" else _times(found["lessons"], 1)) * lesson if lesson else "lesson"
    if found["minutes"]:
        return _times(found["minutes"], 1)
    return _bare(found["bare"], per)


def _bare(text: str, per: str) -> float | str:
    value = _times(text, 1)
    if per == "hours":
        return value * 60
    return "unit" if per == "unknown" or (value < 5 and not value.is_integer()) else value


def _times(text: str, factor: int) -> float:
    """A numeral times a factor; a numeral that is none («十百») is not a number, which the last check refuses."""
    whole = number(text)
    if whole is not None:
        return float(whole * factor)
    return float(text) * factor if text[0].isascii() else math.nan


def _labelled(text: str, per: str, lesson: float | None) -> tuple[Part, ...]:
    """The labelled parts, if the whole text is made of nothing else."""
    text = _REMARK.sub("", text)
    parts, end = [], 0
    for found in _LABELLED.finditer(text):
        stated = _stated(found[2], per, lesson)
        name = found[1].strip("()[]【】")
        if found.start() != end or stated.low is None or not label(name):
            return ()
        parts.append(Part(name, stated.low, stated.high))
        end = found.end()
    return tuple(parts) if end == len(text) else ()


def _checked(low: float, high: float | None, *, same: bool = False) -> Minutes:
    """The figures in hundredths of a minute, unless no homework can take so long."""
    if same:
        high = low
    if math.isnan(low) or (high is not None and math.isnan(high)):
        return Minutes(trouble="words")
    if low < 0:
        return Minutes(trouble="negative")
    if low > LONGEST or (high is not None and high > LONGEST):
        return Minutes(trouble="too-long")
    return Minutes(_tidy(low), None if high is None else _tidy(high))


def _tidy(minutes: float) -> float:
    """30.0 as 30, 19.999999 as 20: at most two decimals, and an int where it is whole."""
    rounded = round(minutes, 2)
    return int(rounded) if rounded == int(rounded) else rounded
