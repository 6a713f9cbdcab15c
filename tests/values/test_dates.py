"""What a cell or a title says of days: dates, weekdays, periods, years, and the 9.1 that may have lost its nought."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from homework_audit.values.dates import YearHint, dates_within, may_be_tenth, period_within, read_date, read_weekday, year_hint
from homework_audit.values.references import DateRef, as_date

MONDAY = DateRef(2026, 9, 14)
YEARLESS = DateRef(None, 9, 14)

DATES: list[tuple[object, DateRef]] = [
    *((text, MONDAY) for text in ("2026-09-14", "2026-9-14", "2026.9.14", "2026.09.14", "2026/9/14", "20260914", "26.9.14", "26/9/14")),
    *(
        (text, MONDAY)
        for text in ("2026年9月14日", "2026年09月14日", "2026 年 9 月 14 日", "2026年9月14", "26年9月14日", "２０２６年９月１４日")
    ),
    *(
        (text, MONDAY)
        for text in ("二〇二六年九月十四日", "二零二六年九月十四日", "二○二六年9月14日", "日期：2026年9月14日", "2026-09-14 08:00:00")
    ),
    *((text, MONDAY) for text in ("2026-09-14T08:00:00Z", "2026/9/14 8:05", "2026年9月14日上午", "第3周 2026-09-14", "2026—9—14")),
    *(
        (text, YEARLESS)
        for text in ("9月14日", "9月14", "9月14号", "9月14號", "09月14日", "九月十四日", "九月十四", "9.14", "9/14", "09.14", "９．１４")
    ),
    *((text, YEARLESS) for text in (" 9月14日 ", "布置日期：9月14日", "第3周 9月14日", 9.14, 9.140000000000001)),
    *(
        (text, MONDAY._replace(weekday=1))
        for text in ("2026年9月14日（周一）", "2026年9月14日 星期一", "2026-09-14 (Mon)", "Monday 2026-09-14")
    ),
    *(
        (text, YEARLESS._replace(weekday=1))
        for text in ("9月14日(星期一)", "周一\n9.14", "9.14周一", "9/14 周一", "9月14日/周一", "9月14日第3周 周一", "Mon 周一\n9/14")
    ),
    ("9月1日（周三）", DateRef(None, 9, 1, 3)),
    ("9月14日 週二", DateRef(None, 9, 14, 2)),
    ("十月十日", DateRef(None, 10, 10)),
    ("十二月三十一日", DateRef(None, 12, 31)),
    ("二月二十九日", DateRef(None, 2, 29)),
    ("2024-02-29", DateRef(2024, 2, 29)),
    ("3/4", DateRef(None, 3, 4)),
    ("12.31", DateRef(None, 12, 31)),
    (10.1, DateRef(None, 10, 1)),
    (3.4, DateRef(None, 3, 4)),
    (46279, MONDAY),
    (46279.0, MONDAY),
    (20260914, MONDAY),
    (36526, DateRef(2000, 1, 1)),
    (73050, DateRef(2099, 12, 31)),
    (date(2026, 9, 14), MONDAY),
    (datetime.fromisoformat("2026-09-14T08:30:00"), MONDAY),
]

NO_DATES: list[object] = [
    *(
        "",
        " ",
        "14分",
        "P24-25",
        "1.5小时",
        "1.5 小时",
        "10.5分钟",
        "9.14%",
        "第3课",
        "第3.2课",
        "P9.14",
        "v1.2",
        "3.2班",
        "1.2单元",
        "2.5元",
        "语文",
    ),
    *(
        "2026-02-30",
        "2023-02-29",
        "2026-13-01",
        "2026-00-10",
        "9月31日",
        "9.31",
        "2.30",
        "4.31",
        "13.1",
        "0.5",
        "0.9",
        "9.0",
        "9月0日",
        "九月三十一日",
    ),
    *(
        "2026.9",
        "26.9",
        "2026年9月",
        "10月份",
        "十月",
        "9-14",
        "14/9",
        "9/14/2026",
        "1.2.3",
        "1.2.3.4",
        "9.14.15.16",
        "914",
        "46279",
        "2026-09-141",
    ),
    *(
        "12026-09-14",
        "1999年9月14日",
        "2126年9月14日",
        "19月14日",
        "1999-09-14",
        "周一",
        "星期一",
        "第3周",
        "9.14-9.18",
        "9.14-18",
        "9月14日-18日",
    ),
    *(
        "9月14日、15日",
        "9月14日和9月15日",
        "9月14日前",
        "9月14日周一周二",
        "Tue 周一\n9/14",
        "提交日期：9月14日",
        "截止9月14日",
        "填表时间:2026-09-14",
        "30分钟",
        "正月初一",
    ),
    *("9。14", "9，14", "nan", "inf", "True"),
    *(0, 1, 9, 914, 36525, 73051, 20261301, 20991332, 10**400, -9.14, 0.5, 13.1, 9.31, 30.5, 9.145, float("nan"), float("inf"), 1e300),
    *(
        True,
        False,
        None,
        time(9, 14),
        timedelta(days=9),
        date(1999, 9, 14),
        date(2100, 1, 1),
        datetime.fromisoformat("1900-01-01T00:30:00"),
    ),
]


@pytest.mark.parametrize(("value", "stated"), DATES, ids=repr)
def test_a_date_is_read(value: object, stated: DateRef) -> None:
    assert read_date(value) == stated


@pytest.mark.parametrize("value", NO_DATES, ids=lambda value: repr(value)[:40])
def test_what_is_no_one_date_is_none(value: object) -> None:
    assert read_date(value) is None


WITHIN: dict[str, list[tuple[int | None, int, int, int | None]]] = {
    "三年级2班 2026年9月14日（星期一）作业公示": [(2026, 9, 14, 1)],
    "五（1）班　　　九月十六日　　　星期三": [(None, 9, 16, 3)],
    "9.14 作业": [(None, 9, 14, None)],
    "作业20260914": [(2026, 9, 14, None)],
    "2026年9月14日—9月18日": [(2026, 9, 14, None), (None, 9, 18, None)],
    "作业日期：9月14日 填表日期：9月11日": [(None, 9, 14, None)],
    "审核日期:2026-09-11": [],
    "上报时间 2026年9月11日": [],
    "3.2班作业": [],
    "第3.2课 练习": [],
    "2026年秋季学期": [],
    "周一至周五作业": [],
    "星期三作业（9月16日）": [(None, 9, 16, None)],
    "9月31日": [],
    "": [],
}


@pytest.mark.parametrize(("text", "dates"), WITHIN.items(), ids=repr)
def test_the_days_of_homework_that_a_title_mentions(text: str, dates: list[tuple[int | None, int, int, int | None]]) -> None:
    assert [tuple(found) for found in dates_within(text)] == dates


PERIODS: dict[str, tuple[tuple[int | None, int, int], tuple[int | None, int, int]] | None] = {
    "三年级2班一周作业公示（第3周 2026年9月14日—9月18日）": ((2026, 9, 14), (2026, 9, 18)),
    "2026年9月14日（周一）至9月18日（周五）": ((2026, 9, 14), (2026, 9, 18)),
    "2026年9月14日周一至18日周五": ((2026, 9, 14), (2026, 9, 18)),
    "2026.9.14—2026.9.18": ((2026, 9, 14), (2026, 9, 18)),
    "2026-09-14～2026-09-18": ((2026, 9, 14), (2026, 9, 18)),
    "2026-09-14-2026-09-18": ((2026, 9, 14), (2026, 9, 18)),
    "20260914-20260918": ((2026, 9, 14), (2026, 9, 18)),
    "2026年12月28日—1月3日": ((2026, 12, 28), (2027, 1, 3)),
    "2026年12月28日—2027年1月3日": ((2026, 12, 28), (2027, 1, 3)),
    "12月28日-1月3日": ((None, 12, 28), (None, 1, 3)),
    "10月12日-18日": ((None, 10, 12), (None, 10, 18)),
    "9月14-18日": ((None, 9, 14), (None, 9, 18)),
    "9.14~9.18": ((None, 9, 14), (None, 9, 18)),
    "9.14-18": ((None, 9, 14), (None, 9, 18)),
    "9/14到9/18": ((None, 9, 14), (None, 9, 18)),
    "9月14日——9月18日": ((None, 9, 14), (None, 9, 18)),
    "时间：2026.9.14——9.18 班主任：王明": ((2026, 9, 14), (2026, 9, 18)),
    "9月28日-2日": None,
    "9月14日-31日": None,
    "9月14日-9月31日": None,
    "9.14-20分钟": None,
    "9月14日": None,
    "9月14日、9月18日": None,
    "3.2班-3.4班": None,
    "第3周": None,
    "": None,
}


@pytest.mark.parametrize(("text", "ends"), PERIODS.items(), ids=repr)
def test_the_period_that_a_title_mentions(text: str, ends: tuple[tuple[int, int, int], tuple[int, int, int]] | None) -> None:
    found = period_within(text)
    assert (found and tuple(end[:3] for end in found)) == ends


HINTS: dict[str, YearHint | None] = {
    "2026—2027学年度第一学期": YearHint(2026, school_year=True),
    "2026-2027学年": YearHint(2026, school_year=True),
    "2026-27学年": YearHint(2026, school_year=True),
    "2026/2027学年": YearHint(2026, school_year=True),
    "2026学年第一学期": YearHint(2026, school_year=True),
    "二〇二六年秋季学期": YearHint(2026, school_year=True),
    "2026秋": YearHint(2026, school_year=True),
    "2027年春季": YearHint(2026, school_year=True),
    "2027春": YearHint(2026, school_year=True),
    "2026年9月": YearHint(2026),
    "2026年": YearHint(2026),
    "二〇二六年": YearHint(2026),
    "2026-09-14": YearHint(2026),
    "2026.9.14": YearHint(2026),
    "2026/9/14": YearHint(2026),
    "作业20260914": YearHint(2026),
    "2024级1班": None,
    "2026届": None,
    "2026": None,
    "12026年": None,
    "1999年": None,
    "三年级": None,
    "": None,
}


@pytest.mark.parametrize(("text", "hint"), HINTS.items(), ids=repr)
def test_the_year_that_a_title_hints_at(text: str, hint: YearHint | None) -> None:
    assert year_hint(text) == hint


@pytest.mark.parametrize(("month", "year"), [(8, 2026), (9, 2026), (12, 2026), (1, 2027), (2, 2027), (7, 2027)])
def test_a_school_year_begins_in_august(month: int, year: int) -> None:
    assert YearHint(2026, school_year=True).year_of(month) == year
    assert YearHint(2026).year_of(month) == 2026


WEEKDAYS: dict[str, int | None] = {
    **dict.fromkeys(("星期一", "周一", "礼拜一", "週一", "周1", "一", "Mon", "Monday", "MON", " 周 一 "), 1),
    **dict.fromkeys(("星期二", "Tue", "Tues", "Tuesday"), 2),
    **dict.fromkeys(("周三", "Wed", "Wednesday", "三"), 3),
    **dict.fromkeys(("周四", "Thu", "Thur", "Thurs", "Thursday"), 4),
    **dict.fromkeys(("周五", "Fri", "Friday"), 5),
    **dict.fromkeys(("周六", "Sat", "Saturday"), 6),
    **dict.fromkeys(("星期日", "星期天", "周日", "日", "Sun", "Sunday"), 7),
    **dict.fromkeys(("", "1", "周末", "周8", "星期", "周一至周五", "周一、周三", "周一次", "第一周", "周一(9.14)", "天", "七"), None),
    **dict.fromkeys(("Month", "Sunny", "Wedding", "Thus", "Friend", "Satin", "Tu"), None),
}


@pytest.mark.parametrize(("text", "weekday"), WEEKDAYS.items(), ids=repr)
def test_a_weekday_is_read(text: str, weekday: int | None) -> None:
    assert read_weekday(text) == weekday


@pytest.mark.parametrize("value", [1, 1.0, True, None, date(2026, 9, 14), time(1), float("nan")], ids=repr)
def test_a_cell_that_is_no_text_names_no_weekday(value: object) -> None:
    assert read_weekday(value) is None


TENTHS: list[tuple[object, bool, bool]] = [
    *((value, True, True) for value in (9.1, 9.2, 9.3, 10.1, 12.3)),
    *((value, True, False) for value in (9.4, 9.14, 9.11, 9.0, 9, 13.1, 0.1, -9.1, True, None, date(2026, 9, 1), float("nan"))),
    *((text, False, True) for text in ("9.1", "9.2", "12.3", "９．１", " 9.1 ")),
    *((text, False, False) for text in ("9.10", "9.01", "09.1", "9/1", "9月1日", "13.1", "2026.9.1", "")),
    *((text, True, False) for text in ("9.1", "9.10")),
]


@pytest.mark.parametrize(("value", "typed", "may_be"), TENTHS, ids=repr)
def test_a_number_may_have_lost_its_nought(value: object, typed: bool, may_be: bool) -> None:
    assert may_be_tenth(value, typed=typed) is may_be


def test_a_day_that_the_calendar_has_not_is_none() -> None:
    assert as_date(2026, 2, 30) is None
    assert DateRef(None, 2, 29).on(2026) is None
    assert DateRef(None, 2, 29).on(2028) == date(2028, 2, 29)
