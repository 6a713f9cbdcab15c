"""Turns a cell or a title into dates: 2026-09-14, 9月14日（周一）, 九月十四日, 9.14 as a number, serials, weeks, school years."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values.expressions import expression
from homework_audit.values.numerals import CHARACTERS, number
from homework_audit.values.references import DateRef
from homework_audit.values.text import LONGEST_VALUE, Cell, compact, plain


class YearHint(NamedTuple):
    """The year that a title, a file's or a folder's name gives: a calendar year, or a school year from August to July."""

    year: int
    school_year: bool = False

    def year_of(self, month: int) -> int:
        """The calendar year of a month under this hint."""
        return self.year + 1 if self.school_year and month < 8 else self.year


FIRST_YEAR, LAST_YEAR = 2000, 2099
_FIRST_OF_TWO_DIGITS = 18
"""The first year that two digits in front are taken for: no sheet that is audited is older, and smaller figures are days or months."""
WEEKDAYS = {c: n for n, c in enumerate("一二三四五六日", 1)} | {"天": 7} | {str(n): n for n in range(1, 8)}
_PAGE = expression(r"第?\s*[1-9]\s*/\s*[1-9]\s*页?")
_LESSON = expression(r"(?<=[周期拜].)第?[一二三四五六七八九\d]{1,2}节课?$")
"""«周一第1节»: the lesson in which it was set."""
_WITH_WEEKEND = expression(r"(?<=.)\((?:含|包括|及)?(?:双休|周末)[日天]?(?:作业)?\)$")
"""«星期五（含周末）»."""
_OF_A_WEEK = expression(rf"^第(?:\d{{1,2}}|[{CHARACTERS}]{{1,3}})(?:教学)?周[-,、·]?(?=[周星礼(])")
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_C = f"[{CHARACTERS}]"
_C1 = "[一二三四五六七八九]"
_DAY_NAME = r"(?:星期|周|礼拜|週)([一二三四五六日天1-7])(?!次|期|节|课)"
_WEEKDAY = expression(rf"{_DAY_NAME}|\b(?:mon|fri|sun|tues?|wed(?:nes)?|thu(?:rs?)?|sat(?:ur)?)(?:day)?\b")
_WEEKDAY_LAST = expression(rf"(?:{_WEEKDAY.pattern})[\s,(]*$")
_WEEKDAY_IS = expression(rf"(?:{_WEEKDAY.pattern})\s*(?:[为是即:]|指的?是)\s*$")
_YEAR = rf"(?:(?P<year>20\d\d|\d\d(?=[-./年])|二[〇零○]{_C}{{2}})\s*(?:年|[-./])\s*)?"
_DAY_OF_MONTH = expression(r"(3[01]|[12]\d|0?[1-9])\s*[日号]\s*([(\[]?(?:星期|周|礼拜).[)\]]?)?")
_MONTH = expression(
    rf"(?:(20\d\d|二[〇零○]{_C}{{2}})\s*[年./-]\s*)?(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月"
    r"(?!\s*(?:\d|[一二三四五六七八九十]{1,3}[日号]))(?:份)?"
)
_BRACKETED_DAY = expression(r"\(([一二三四五六日])\)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = rf"(?i:{'|'.join(_MONTHS)})[a-zA-Z]*"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DATE = expression(
    rf"(?<!\d){_YEAR}(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9]|[一二三]?十{_C1}?|{_C1})\s*[日号號]?(?![\d月])"
    rf"|(?<![\d.])(?P<y2>20\d\d|\d\d)\s*(?P<s>[-./])\s*(?P<m2>1[0-2]|0?[1-9])\s*(?P=s)\s*(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|(?<!\d)(?P<y3>20\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<!\d)(?P<d6>3[01]|[12]\d|0?[1-9]){_ORDINAL}[\s-]+(?P<m6>{_ENGLISH_MONTH})\.?(?:[\s,-]+(?P<y6>20\d\d))?(?!\w)"
    rf"|(?<![a-zA-Z])(?P<m7>{_ENGLISH_MONTH})\.?\s+(?P<d7>3[01]|[12]\d|0?[1-9]){_ORDINAL}(?:[\s,]+(?P<y7>20\d\d))?(?!\w)"
    rf"|(?<![\d.\-])(?P<m5>1[0-2]|0?[1-9])-(?P<d5>3[01]|[12]\d|0?[1-9])(?=\s*[(\[]?\s*(?:星期|周|礼拜)[一二三四五六日天])"
    r"|\A\s*(?P<m8>1[0-2]|0[1-9])-(?P<d8>3[01]|[12]\d|0[1-9])\s*\Z"
    rf"|(?<![\d.第pPvV])(?P<m4>1[0-2]|0?[1-9])\s*[./]\s*(?P<d4>3[01]|[12]\d|0?[1-9])(?![\d.]|\s*(?:[小分时%年级单节课章题元版]|班(?!主任|会)))"
)
_TO = expression(rf"^\s*(?:\([^()]*\)|{_DAY_NAME})?\s*(?:-|~|至|到)+\s*")
_DAY_ONLY = expression(r"(3[01]|[12]\d|0?[1-9])\s*(?:[日号號]|(?![\d.:/月年分节题]|班(?!主任|会)))(?!\d)")
_SCHOOL_YEAR = expression(r"(20\d\d)\s*(?:[-~/]\s*(?:20\d\d|\d\d)\s*学?年|学年)")
_TERM = expression(rf"(20\d\d|二[〇零○]{_C}{{2}})\s*年?\s*([春秋])")
_PLAIN_YEAR = expression(
    rf"(?<!\d)(20\d\d|二[〇零○]{_C}{{2}})\s*(?:年|[-./](?:1[0-2]|0?[1-9])(?!\d)|(?=(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)))"
)
_OTHER_DAY = expression(
    r"(?:归档|建档|交表|填单|填表|制表|填报|填写|填|上报|审核|审批|打印|提交|更新|导出|签字|公布|截止|截至|报送|检查)(?:日期|时间|日|于)?\s*:?\s*$"
    r"|(?:发布|公示|统计|汇总|整理|登记|录入|抄报|存档|上交|交|执行|修订|收)(?:日期|时间|日|于)\s*:?\s*$|(?:版本|修订|发布|起草|编制|拟)\s*:?\s*$"
    r"|(?:家长会|会议|考试|运动会|放假|活动)(?:时间|日期)?\s*:?\s*$|[上下前]次[^,。;]{0,8}[:(]?\s*$"
)

_OTHER_USE = expression(
    r"\s*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?\)?(?:起|前|之前|以前|召开|举行|举办|开展|进行|(?:[早晚]上|[上下]午)[^\s,。;]{0,3}交|运动会|考试|放假|家长会|[\u4e00-\u9fff]{1,3}节(?!课)|检查|截止|上交|交|收|带|讲评|默写|听写|测[验试]|批改|审|发布|起草|(?:作业)?反馈|相同|一样)(?!作业)"
)
_AROUND = expression(
    r"\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?|第.{1,3}周|(?<!\d)\d{1,2}周|上午|下午|\((?:含)?(?:双休|周末)[日天]?\)|[\s,()tz日期:./]|布置|作业"
)


@lru_cache(maxsize=65536, typed=True)
def read_date(value: Cell) -> DateRef | None:
    """The one date that a cell states, or None. Never raises.

    A float is month.day (9.14); whether 9.1 is a typed 9.10 is for the neighbours to decide (`may_be_tenth`).
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return DateRef(value.year, value.month, value.day) if FIRST_YEAR <= value.year <= LAST_YEAR else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_number(float(value)) if abs(value) < 1e9 else None
    if not isinstance(value, str) or len(value) > LONGEST_VALUE:
        return None
    text = _in_tens(plain(value))
    found = dates_within(text)
    rest = _DATE.sub("", text, count=1).lower()
    named = _WEEKDAY.search(rest) or _BRACKETED_DAY.search(rest)
    rest = _AROUND.sub("", _without_weekday(rest, named) if named else rest)
    if len(found) != 1 or rest:
        return None
    return found[0]._replace(weekday=_weekday(named)) if named else found[0]


def _without_weekday(text: str, named: re.Match[str]) -> str:
    """A text without the weekday that it names, and without the same in another language: «Mon 周一 10/19»."""
    text = text.replace(named[0], "", 1)
    again = _WEEKDAY.search(text)
    return text.replace(again[0], "", 1) if again and _weekday(again) == _weekday(named) else text


def _in_tens(text: str) -> str:
    """«九月廿一日» as «九月二十一日»."""
    return text.replace("廿", "二十").replace("卅", "三十") if "廿" in text or "卅" in text else text


def is_page(text: str) -> bool:
    """Whether a text counts pages and names no day: «1/3», «第1/3页»."""
    return _PAGE.fullmatch(text.strip()) is not None


@lru_cache(maxsize=4096)
def dates_within(text: str) -> tuple[DateRef, ...]:
    """Every date that a text mentions as the day of homework, in order: not that of filling in, checking or printing."""
    text = _in_tens(plain(text[:LONGEST_VALUE]))
    found = []
    for match in _DATE.finditer(text):
        stated = _from_match(match)
        if stated and not _OTHER_DAY.search(text[: match.start()]) and not _OTHER_USE.match(text[match.end() :]):
            before, after = text[: match.start()], text[match.end() :]
            named = _WEEKDAY_IS.search(before.lower())  # «周一为10月12日，周四为10月15日»
            found.append(stated._replace(weekday=_weekday(named) if named else _weekday_after(after) or _weekday_before(before)))
    return tuple(found)


@lru_cache(maxsize=4096)
def period_within(text: str) -> tuple[DateRef, DateRef] | None:
    """The first and last day of a span such as «2026年9月14日—9月18日», «10月12日-18日», «9.14~9.18», else None."""
    text = plain(text[:LONGEST_VALUE])
    for match in _DATE.finditer(text):
        first = _from_match(match)
        to = _TO.match(text[match.end() :])
        if not first or not to:
            continue
        rest = text[match.end() + to.end() :]
        second, day_only = _DATE.match(rest), _DAY_ONLY.match(rest)
        last = _from_match(second) if second else None
        if not second and day_only and int(day_only[1]) > first.day:
            last = _real(first._replace(day=int(day_only[1])))
        if last:
            return first, last if last.year else last._replace(year=_year_after(first, last))
    return None


@lru_cache(maxsize=4096)
def year_hint(text: str) -> YearHint | None:
    """The year that a title or a name gives: «2026—2027学年度», «二〇二六年秋季学期», «2026年9月»; None for none."""
    text = plain(text[:LONGEST_VALUE])
    school_year = _SCHOOL_YEAR.search(text)
    if school_year:
        return YearHint(int(school_year[1]), school_year=True)
    term = _TERM.search(text)
    year = None if term else _PLAIN_YEAR.search(text)
    stated = number(term[1]) if term else number(year[1]) if year else None
    if stated is None:
        return None  # also for digits of other scripts, which no number is written in here
    return YearHint(stated - (term[2] == "春"), school_year=True) if term else YearHint(stated)


@lru_cache(maxsize=4096)
def read_day(value: Cell) -> tuple[int, int | None] | None:
    """The day of a month that is said elsewhere, and the weekday beside it: «12日(周一)», «14号»; None for anything else."""
    if not isinstance(value, str) or len(value) > LONGEST_VALUE:
        return None
    found = _DAY_OF_MONTH.fullmatch(plain(value).lower())
    named = _WEEKDAY.search(found[2] or "") if found else None
    return (int(found[1]), _weekday(named) if named else None) if found else None


@lru_cache(maxsize=4096)
def month_within(text: str) -> tuple[int | None, int] | None:
    """The one month that a title names without a day, with its year if it says one: «2026年10月作业月历» → (2026, 10)."""
    found = {(number(match[1]) if match[1] else None, number(match[2]) or 0) for match in _MONTH.finditer(plain(text[:LONGEST_VALUE]))}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def read_weekday(value: Cell) -> int | None:
    """The weekday that a cell names, and nothing else but its week: «星期一», «第3周周五», «Mon»: 1 Monday – 7 Sunday."""
    if not isinstance(value, str):
        return None
    text = _WITH_WEEKEND.sub("", _LESSON.sub("", _OF_A_WEEK.sub("", compact(value))))
    found = _WEEKDAY.fullmatch(text)
    return _weekday(found) if found else (WEEKDAYS.get(text) if text in "一二三四五六日" and len(text) == 1 else None)


def may_be_tenth(value: Cell, *, typed: bool) -> bool:
    """Whether 9.1, 9.2 or 9.3 may be a 9.10, 9.20 or 9.30 that lost its nought as a number.

    `typed` says that texts of this sheet were typed as they stand (not so in a CSV, where every cell is text).
    """
    if isinstance(value, str) and typed:
        return False
    return bool(re.fullmatch(r"(?:1[0-2]|[1-9])\.[123]", plain(value if isinstance(value, str) else f"{value}")))


def _from_number(value: float) -> DateRef | None:
    if value.is_integer():
        whole = int(value)
        if 36526 <= whole <= 73050:  # serials of 2000-01-01 to 2099-12-31
            day = date(1899, 12, 30) + timedelta(days=whole)
            return DateRef(day.year, day.month, day.day)
        match = _DATE.fullmatch(str(whole)) if 20000101 <= whole <= 20991231 else None
        return _from_match(match) if match else None
    match = _DATE.fullmatch(f"{value:g}")
    return _from_match(match) if match else None


def _from_match(match: re.Match[str]) -> DateRef | None:
    year = match["year"] or match["y2"] or match["y3"] or match["y6"] or match["y7"]
    named = match["m6"] or match["m7"]
    month = (
        _MONTHS.index(named[:3].lower()) + 1
        if named
        else number(match["month"] or match["m2"] or match["m3"] or match["m4"] or match["m5"] or match["m8"])
    )
    day = number(match["day"] or match["d2"] or match["d3"] or match["d4"] or match["d5"] or match["d6"] or match["d7"] or match["d8"])
    full_year = number(year) if year else None
    if full_year is not None and full_year < 100:
        if full_year < _FIRST_OF_TWO_DIGITS:
            return None  # «10/09/26» is of 2026, and nobody can tell whether of September or of October
        full_year += 2000
    return _real(DateRef(full_year, month or 0, day or 0))


def _real(stated: DateRef) -> DateRef | None:
    """The date, unless its year, or every year, has no such day."""
    return stated if stated.on(stated.year or 2024) else None


def _year_after(first: DateRef, last: DateRef) -> int | None:
    if first.year is None:
        return None
    return first.year + ((last.month, last.day) < (first.month, first.day))


def _weekday_after(text: str) -> int | None:
    found = _WEEKDAY.match(text.lower().lstrip(" (（[,\n日"))
    return _weekday(found) if found else None


def _weekday_before(text: str) -> int | None:
    found = _WEEKDAY_LAST.search(text.lower())
    return _weekday(found) if found else None


def _weekday(found: re.Match[str]) -> int:
    return WEEKDAYS[found[1]] if found[1] else _ENGLISH_DAYS.index(found[0][:3]) + 1
