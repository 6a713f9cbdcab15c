"""Which classes and which day a row belongs to, or why that is not known: a wrong place hides homework where it is not missed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.layouts.context import Context
from homework_audit.layouts.placing import place_classes, place_date, settle_tenths, weekday_agrees
from homework_audit.values.dates import YearHint, may_be_tenth
from homework_audit.values.references import ClassRef, DateRef

NOWHERE = Context()
GRADE_3 = Context(classes=(ClassRef(3, None),))
CLASS_32 = Context(classes=(ClassRef(3, "2"),))
TWO = Context(classes=(ClassRef(3, "1"), ClassRef(4, "1")))
LABEL_2 = Context(classes=(ClassRef(None, "2"),))

CLASSES: list[tuple[object, object, Context, bool, tuple[ClassRef, ...], str]] = [
    # the row says it all
    ("三(2)班", "", NOWHERE, True, (ClassRef(3, "2"),), ""),
    ("2班", "三年级", NOWHERE, True, (ClassRef(3, "2"),), ""),
    ("2班,3班", "三年级", NOWHERE, True, (ClassRef(3, "2"), ClassRef(3, "3")), ""),
    ("1-3班", 3, NOWHERE, True, (ClassRef(3, "1"), ClassRef(3, "2"), ClassRef(3, "3")), ""),
    (2.0, 3.0, NOWHERE, True, (ClassRef(3, "2"),), ""),
    ("全年级", "三年级", NOWHERE, True, (ClassRef(3, None),), ""),
    ("三(2)班", "三年级", NOWHERE, True, (ClassRef(3, "2"),), ""),
    # the context completes it, the row wins over it
    ("2班", "", GRADE_3, True, (ClassRef(3, "2"),), ""),
    ("2班", "四年级", GRADE_3, True, (ClassRef(4, "2"),), ""),
    ("四(1)班", "", GRADE_3, True, (ClassRef(4, "1"),), ""),
    ("2班", "", CLASS_32, True, (ClassRef(3, "2"),), ""),
    ("", "", CLASS_32, False, (ClassRef(3, "2"),), ""),
    ("", "", TWO, False, TWO.classes, ""),
    ("", "三年级", NOWHERE, False, (ClassRef(3, None),), ""),
    ("", "四年级", CLASS_32, False, (ClassRef(4, None),), ""),
    # not known: what remains bounds where it may belong
    ("", "", NOWHERE, False, (), "blank"),
    ("", "", LABEL_2, False, LABEL_2.classes, "no-grade"),
    ("", "", CLASS_32, True, CLASS_32.classes, "blank"),
    ("", "三年级", NOWHERE, True, (ClassRef(3, None),), "blank"),
    ("实验班", "三年级", NOWHERE, True, (ClassRef(3, None),), "words"),
    ("实验班", "", CLASS_32, True, CLASS_32.classes, "words"),
    ("实验班", "", NOWHERE, True, (), "words"),
    ("2班", "", NOWHERE, True, (ClassRef(None, "2"),), "no-grade"),
    ("2班", "", TWO, True, (ClassRef(None, "2"),), "no-grade"),
    ("2班", "小学", CLASS_32, True, CLASS_32.classes, "words"),
    ("三(2)班", "高年级段", NOWHERE, True, (), "words"),
    ("3-4", "三年级", NOWHERE, True, (ClassRef(3, None),), "words"),
    # two say different things
    ("四(1)班", "三年级", NOWHERE, True, (), "conflict"),
    ("三(1)班、四(1)班", "三年级", GRADE_3, True, (), "conflict"),
]


@pytest.mark.parametrize(("value", "grade", "context", "column", "classes", "trouble"), CLASSES)
def test_the_classes_of_a_row(
    value: object, grade: object, context: Context, column: bool, classes: tuple[ClassRef, ...], trouble: str
) -> None:
    assert place_classes(value, grade, context, has_class_column=column) == (classes, trouble)


WEEK = Context(period=(DateRef(2026, 9, 14), DateRef(2026, 9, 18)))
YEARLESS_WEEK = Context(period=(DateRef(None, 9, 14), DateRef(None, 9, 18)))
FORTNIGHT = Context(period=(DateRef(2026, 9, 14), DateRef(2026, 9, 25)))
NEW_YEAR = Context(period=(DateRef(2026, 12, 28), DateRef(2027, 1, 3)), year=YearHint(2026))
YEAR = Context(year=YearHint(2026))
SCHOOL_YEAR = Context(year=YearHint(2026, school_year=True))
DAY = Context(date=DateRef(2026, 9, 14, 1))

DATES: list[tuple[object, object, Context, DateRef | None, str]] = [
    # the row says it
    ("2026-09-14", "", NOWHERE, DateRef(2026, 9, 14), ""),
    ("9月14日", "", NOWHERE, DateRef(None, 9, 14), ""),
    ("9月14日", "周一", NOWHERE, DateRef(None, 9, 14, 1), ""),
    (date(2026, 9, 14), "星期一", NOWHERE, DateRef(2026, 9, 14, 1), ""),
    ("2026年9月14日（周一）", "", NOWHERE, DateRef(2026, 9, 14, 1), ""),
    ("2026年9月14日（周一）", "一", NOWHERE, DateRef(2026, 9, 14, 1), ""),
    # homework for days off is set on the day before them
    ("9月30日—10月7日（国庆）", "三", YEAR, DateRef(2026, 9, 30, 3), ""),
    ("9月30日—10月7日", "", YEAR, None, "words"),
    # the context gives the year
    ("9月14日", "", YEAR, DateRef(2026, 9, 14), ""),
    ("9月14日", "", SCHOOL_YEAR, DateRef(2026, 9, 14), ""),
    ("3月2日", "", SCHOOL_YEAR, DateRef(2027, 3, 2), ""),
    ("2025-09-15", "", YEAR, DateRef(2025, 9, 15), ""),
    ("1月3日", "", NEW_YEAR, DateRef(2027, 1, 3), ""),
    ("12月28日", "", NEW_YEAR, DateRef(2026, 12, 28), ""),
    ("9月15日", "", WEEK, DateRef(2026, 9, 15), ""),
    # the context gives the day
    ("", "", DAY, DateRef(2026, 9, 14, 1), ""),
    ("", "周三", WEEK, DateRef(2026, 9, 16, 3), ""),
    ("周三", "", WEEK, DateRef(2026, 9, 16, 3), ""),
    ("周三", "星期三", WEEK, DateRef(2026, 9, 16, 3), ""),
    ("第3周", "星期三", WEEK, DateRef(2026, 9, 16, 3), ""),
    ("", "周六", WEEK, DateRef(2026, 9, 19, 6), ""),
    # not known
    ("", "", NOWHERE, None, "blank"),
    ("", "", WEEK, None, "blank"),
    ("待定", "", NOWHERE, None, "words"),
    ("待定", "", DAY, None, "words"),
    ("周三", "", NOWHERE, None, "words"),
    ("", "周三", NOWHERE, None, "words"),
    ("", "周三", YEARLESS_WEEK, DateRef(None, 9, 16, 3), ""),
    ("", "周日", YEARLESS_WEEK, None, "words"),
    ("", "周三", FORTNIGHT, None, "words"),
    ("第3周", "", WEEK, None, "words"),
    ("9月31日", "周三", WEEK, None, "words"),
    ("待定", "周三", WEEK, None, "words"),
    ("周三", "周四", WEEK, None, "words"),
    ("2026-02-30", "", NOWHERE, None, "words"),
    # a weekday that is stated must agree
    ("2026-09-14", "周二", NOWHERE, None, "weekday"),
    ("2026年9月14日（周二）", "", NOWHERE, None, "weekday"),
    ("2026年9月14日（周一）", "周二", NOWHERE, None, "weekday"),
    ("9月14日（周一）", "周二", NOWHERE, None, "weekday"),
    ("9月14日", "周二", YEAR, None, "weekday"),
    ("9月15日", "周一", WEEK, None, "weekday"),
]


@pytest.mark.parametrize(("value", "weekday", "context", "day", "trouble"), DATES)
def test_the_day_of_a_row(value: object, weekday: object, context: Context, day: DateRef | None, trouble: str) -> None:
    assert place_date(value, weekday, context) == (day, trouble)


@pytest.mark.parametrize(
    ("day", "agrees"),
    [
        (DateRef(2026, 9, 14, 1), True),
        (DateRef(2026, 9, 14, 2), False),
        (DateRef(2026, 9, 14), True),
        (DateRef(None, 9, 14, 2), True),
        (DateRef(2026, 2, 30, 2), True),
    ],
)
def test_a_weekday_agrees_as_far_as_is_known(day: DateRef, agrees: bool) -> None:
    assert weekday_agrees(day) is agrees


SEPTEMBER_1, SEPTEMBER_10 = DateRef(None, 9, 1), DateRef(None, 9, 10)
EARLY = Context(period=(DateRef(2026, 8, 31), DateRef(2026, 9, 4)))
LATER = Context(period=(DateRef(2026, 9, 7), DateRef(2026, 9, 11)))
MONTH = Context(period=(DateRef(2026, 9, 1), DateRef(2026, 9, 30)))

TENTHS: dict[str, tuple[list[object], list[object], Context, dict[int, DateRef | None]]] = {
    "nobody decides": ([9.1], [], NOWHERE, {0: None}),
    "another doubtful one does not decide": ([9.1, 9.2, 9.3], [], NOWHERE, {0: None, 1: None, 2: None}),
    "the neighbours after it": ([9.1, 9.02, 9.03], [], NOWHERE, {0: SEPTEMBER_1}),
    "the neighbours around it": ([9.09, 9.1, 9.11], [], NOWHERE, {1: SEPTEMBER_10}),
    "the neighbour before it": ([9.09, 9.1], [], NOWHERE, {1: SEPTEMBER_10}),
    "both fit between the neighbours": ([8.31, 9.1, 9.11], [], NOWHERE, {1: None}),
    "neither fits between the neighbours": ([10.12, 9.1, 10.14], [], NOWHERE, {1: None}),
    "blanks between": ([9.09, "", 9.1, "", 9.11], [], NOWHERE, {2: SEPTEMBER_10}),
    "the title": ([9.1], [], EARLY, {0: DateRef(2026, 9, 1)}),
    "the title of another week": ([9.1], [], LATER, {0: DateRef(2026, 9, 10)}),
    "the title of a whole month": ([9.1], [], MONTH, {0: None}),
    "the title of a week that holds neither": ([9.2], [], LATER, {0: None}),
    "the weekday": ([9.1], ["周二"], YEAR, {0: DateRef(2026, 9, 1)}),
    "the weekday of the tenth": ([9.1], ["周四"], YEAR, {0: DateRef(2026, 9, 10)}),
    "a weekday of neither": ([9.1], ["周五"], YEAR, {0: None}),
    "a weekday without a year": ([9.1], ["周二"], NOWHERE, {0: None}),
    "the calendar": ([2.3], [], NOWHERE, {0: DateRef(None, 2, 3)}),
    "nothing is in doubt": ([9.14, 9.15, "9月1日", "", "待定"], [], NOWHERE, {}),
    "a typed text is not in doubt": (["9.1", "9.2"], [], NOWHERE, {}),
}


@pytest.mark.parametrize(("values", "weekdays", "context", "settled"), TENTHS.values(), ids=TENTHS)
def test_a_9_1_is_settled_or_left_open(
    values: list[object], weekdays: list[object], context: Context, settled: dict[int, DateRef | None]
) -> None:
    assert settle_tenths(values, weekdays, context, typed=True) == settled


def test_in_a_csv_a_text_may_have_lost_its_nought() -> None:
    assert settle_tenths(["9.09", "9.1", "9.11"], [], NOWHERE, typed=False) == {1: SEPTEMBER_10}
    assert settle_tenths(["9.1"], [], NOWHERE, typed=False) == {0: None}


# --- relations ---

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CELL = st.one_of(
    st.text(max_size=12), st.floats(), st.integers(), st.dates(), st.none(), st.sampled_from(["周一", "三年级", "2班", "9.1", "全年级", ""])
)
CONTEXTS = st.sampled_from([NOWHERE, GRADE_3, CLASS_32, TWO, LABEL_2, WEEK, YEARLESS_WEEK, NEW_YEAR, YEAR, SCHOOL_YEAR, DAY, MONTH])


@settings(max_examples=200, deadline=None)
@given(DAYS, st.integers(1, 7))
def test_a_day_is_placed_only_under_its_own_weekday(day: date, weekday: int) -> None:
    name = "周" + "一二三四五六日"[weekday - 1]
    placed, trouble = place_date(day, name, NOWHERE)
    assert (placed is not None) == (weekday == day.isoweekday()) == (trouble == "")


@settings(max_examples=200, deadline=None)
@given(DAYS, st.integers(0, 6), st.integers(1, 7))
def test_a_weekday_finds_its_day_in_a_week(first: date, days: int, weekday: int) -> None:
    last = first + timedelta(days=days)
    week = Context(period=(DateRef(first.year, first.month, first.day), DateRef(last.year, last.month, last.day)))
    placed, _ = place_date("", "周" + "一二三四五六日"[weekday - 1], week)
    assert placed is not None
    day = placed.on(placed.year or 0)
    assert day is not None
    assert day.isoweekday() == weekday
    assert first <= day <= first + timedelta(days=6)


@settings(max_examples=200, deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=8), st.data())
def test_a_number_in_doubt_is_never_settled_on_another_day(days: list[date], data: st.DataObject) -> None:
    """Days in order, written as numbers: what is settled is the day that was meant."""
    first = data.draw(st.sampled_from(days))
    meant = [first + timedelta(days=n) for n in range(data.draw(st.integers(1, 10)))]
    values = [float(f"{day.month}.{day.day:02}") for day in meant]
    period = Context(period=(DateRef(meant[0].year, meant[0].month, meant[0].day), DateRef(meant[-1].year, meant[-1].month, meant[-1].day)))
    for context in (NOWHERE, period):
        settled = settle_tenths(values, [], context, typed=True)
        assert set(settled) == {row for row, value in enumerate(values) if may_be_tenth(value, typed=True)}
        for row, reading in settled.items():
            assert reading is None or (reading.month, reading.day) == (meant[row].month, meant[row].day)


@settings(max_examples=300, deadline=None)
@given(CELL, CELL, CONTEXTS, st.booleans())
def test_every_row_is_placed_or_says_why_not(value: object, other: object, context: Context, column: bool) -> None:
    classes, trouble = place_classes(value, other, context, has_class_column=column)
    assert trouble in ("", "blank", "words", "no-grade", "conflict")
    assert trouble or (classes and all(ref.grade for ref in classes))
    day, reason = place_date(value, other, context)
    assert reason in ("", "blank", "words", "weekday")
    assert (day is None) == bool(reason)
    settle_tenths([value, other], [other], context, typed=False)
