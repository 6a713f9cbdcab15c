"""What holds for every day, cell and title, whatever a teacher writes."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values.dates import FIRST_YEAR, LAST_YEAR, dates_within, may_be_tenth, period_within, read_date, read_weekday, year_hint
from homework_audit.values.numerals import chinese
from homework_audit.values.references import DateRef

DAY = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
ALPHABET = "0123456789.０９:：-—~～/年月日号周星期一二三四五六七八九十〇至到()（） \n第课班级分小时%填表提交日期TZMonday"
TEXT = st.one_of(st.text(max_size=30), st.text(ALPHABET, max_size=20), st.from_regex(r"\A\d{1,4}[-./年]\d{1,2}[-./月]\d{0,4}日?\Z"))
CELL = st.one_of(
    TEXT,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.integers(30000, 80000),
)


@settings(max_examples=200, deadline=None)
@given(DAY)
def test_every_day_is_read_back_from_every_way_to_write_it(day: date) -> None:
    stated = DateRef(day.year, day.month, day.day)
    weekday = stated._replace(weekday=day.isoweekday())
    name = "一二三四五六日"[day.weekday()]
    month, number = f"{chinese(day.month)}月", f"{chinese(day.day)}日"
    assert read_date(day) == read_date(day.isoformat()) == stated
    assert read_date(f"{day.year}.{day.month}.{day.day}") == read_date(f"{day.year}/{day.month}/{day.day}") == stated
    assert read_date(f"{day:%Y%m%d}") == read_date(int(f"{day:%Y%m%d}")) == stated
    assert read_date((day - date(1899, 12, 30)).days) == stated
    assert read_date(f"{day.year}年{day.month}月{day.day}日（周{name}）") == weekday
    assert read_date(f"星期{name} {day.isoformat()}") == weekday
    assert (
        read_date(month + number)
        == read_date(f"{day.month}.{day.day:02}")
        == read_date(f"{day.month}/{day.day}")
        == stated._replace(year=None)
    )
    assert stated.on(day.year) == day


@settings(max_examples=200, deadline=None)
@given(DAY)
def test_a_day_as_a_number_of_month_and_day(day: date) -> None:
    value = float(f"{day.month}.{day.day:02}")
    read = read_date(value)
    assert read in (DateRef(None, day.month, day.day), DateRef(None, day.month, day.day // 10))
    assert may_be_tenth(value, typed=True) == (day.day in (10, 20, 30))


@settings(max_examples=200, deadline=None)
@given(DAY, st.integers(0, 6), st.sampled_from(["—", "-", "~", "至", "到"]))
def test_a_period_is_read_back(first: date, days: int, dash: str) -> None:
    last = min(first + timedelta(days=days), date(LAST_YEAR, 12, 31))
    text = f"第3周作业（{first.year}年{first.month}月{first.day}日{dash}{last.month}月{last.day}日）"
    found = period_within(text)
    assert found is not None
    assert [end[:3] for end in found] == [(first.year, first.month, first.day), (last.year, last.month, last.day)]


@settings(max_examples=300, deadline=None)
@given(CELL)
def test_every_cell_is_a_day_of_the_century_or_nothing(value: object) -> None:
    read = read_date(value)
    may_be_tenth(value, typed=False)
    weekday = read_weekday(value)
    assert weekday is None or 1 <= weekday <= 7
    if read is not None:
        assert read.year is None or FIRST_YEAR <= read.year <= LAST_YEAR
        assert read.on(read.year or 2024) is not None
        assert read.weekday is None or 1 <= read.weekday <= 7


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_every_title_is_read_without_a_fault(text: str) -> None:
    assert all(found.on(found.year or 2024) for found in dates_within(text))
    period = period_within(text)
    assert period is None or all(end.on(end.year or 2024) for end in period)
    hint = year_hint(text)
    assert hint is None or FIRST_YEAR - 1 <= hint.year <= LAST_YEAR
