"""Turns one stated quantity of time into minutes: «一个半小时», «1h20», «三刻钟», 0:30, «两节课», a bare 30."""

from __future__ import annotations

import math
import re

from homework_audit.values.expressions import expression
from homework_audit.values.numerals import CHARACTERS, number

_HOUR = r"(?:个?(?:小时|钟头)|h(?:(?:ou)?rs?)?\.?(?![a-z]))"
_MINUTE = r"(?:分钟|分|钟(?!头)|min(?:ute)?s?\.?|m(?![a-z])|['′’´`])"
_LESSON = r"(?:课时|节课?|堂课)"
NUMERAL = rf"(?:\d+(?:\.\d+)?|[{CHARACTERS}]+)"
UNIT = rf"(?:{_HOUR}|{_MINUTE}|{_LESSON}|刻钟?)"
QUANTITY = expression(
    rf"(?P<half>半{_HOUR}|half(?:an)?hour)"
    rf"|(?P<and_half>{NUMERAL})个半(?:小时|钟头)"
    rf"|(?P<hours>{NUMERAL}){_HOUR}(?:(?P<half_more>半)|[零又加,]?(?:(?P<more>{NUMERAL})(?:{_MINUTE})?|(?P<more_quarters>[一二三两1-3])刻钟?))?"
    rf"|(?P<quarters>[一二三两1-3])刻钟?"
    rf"|(?P<clock>0?[0-4]):(?P<past>[0-5]\d)(?::00)?"
    rf"|(?P<lessons>{NUMERAL}|半){_LESSON}"
    rf"|(?P<minutes>{NUMERAL}){_MINUTE}"
    rf"|(?P<bare>{NUMERAL})"
)
"""One quantity, as `compact` leaves it. A clock from 5:00 on is a time of day, no duration."""

_NO_DECIMAL = expression(r"\d\.\d\d")
"""«1.20» is a numbered 20, «9.14» a date: nobody estimates hundredths of a minute."""
_MOST_QUARTERS = 12
"""Three hours: what is more under «时长（刻）» are minutes."""
_HALF_CLOCK = expression(r"\d\.[1-4]0")
"""«1.30小时» may be an hour and a half."""


def minutes_of(found: re.Match[str], per: str, lesson: float | None) -> float | str:
    """The minutes of one match of `QUANTITY`, or the trouble with it."""
    if found["half"]:
        return 30
    if found["and_half"]:
        return _times(found["and_half"], 60) + 30
    if found["hours"]:
        return _hours(found)
    if found["quarters"]:
        return 15 * (number(found["quarters"]) or 0)
    if found["clock"]:
        return int(found["clock"]) * 60 + int(found["past"])
    if found["lessons"]:
        return (0.5 if found["lessons"] == "半" else _times(found["lessons"], 1)) * lesson if lesson else "lesson"
    if found["minutes"]:
        return "words" if _NO_DECIMAL.fullmatch(found["minutes"]) else _times(found["minutes"], 1)
    return bare(found["bare"], per)


def bare(text: str, per: str) -> float | str:
    """The minutes of a numeral without a unit, or the trouble with it."""
    if text == "一" or (per != "hours" and _NO_DECIMAL.fullmatch(text)):
        return "words"  # 一 alone is a dash that was typed so
    if per == "hours" and _HALF_CLOCK.fullmatch(text):
        return "unit"
    return in_minutes(_times(text, 1), per)


def in_minutes(value: float, per: str) -> float | str:
    """A number in the unit that the heading states, or "unit" where it is more likely to be in another one.

    Among minutes, 0.5 or 1.5 is somebody's hours and 1/48 a time of day; where no unit is stated 1 and 2 may be hours
    too. Among hours, 1/48 is a time of day.
    """
    if value <= 0:
        return value
    if per == "hours":
        return value * 60 if value >= 0.1 else "unit"
    if per == "quarters":
        return value * 15 if value <= _MOST_QUARTERS else "unit"
    if per == "unknown" or (value < 5 and not (per and value.is_integer())):
        return "unit"
    return value


def _hours(found: re.Match[str]) -> float | str:
    if _HALF_CLOCK.fullmatch(found["hours"]):
        return "unit"
    more = _times(found["more"], 1) if found["more"] else 0
    if more >= 60:
        return "words"
    quarters = 15 * (number(found["more_quarters"]) or 0) if found["more_quarters"] else 0
    return _times(found["hours"], 60) + (30 if found["half_more"] else 0) + more + quarters


def _times(text: str, factor: int) -> float:
    """A numeral times a factor; not a number for what is no numeral (十百), and for the 三五 of «三五分钟», which is 3 to 5."""
    if text[0].isascii():
        return float(text) * factor
    if len(text) > 1 and not any(c in text for c in "十百零〇○"):
        return math.nan
    whole = number(text)
    return math.nan if whole is None else float(whole * factor)
