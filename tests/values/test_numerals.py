"""Chinese numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values.numerals import CHARACTERS, chinese, number


@pytest.mark.parametrize("value", range(100))
def test_what_is_written_is_read_back(value: int) -> None:
    assert number(chinese(value)) == value


READ = {
    "0": 0,
    "7": 7,
    "007": 7,
    "123456789": 123456789,
    "零": 0,
    "一": 1,
    "两": 2,
    "十": 10,
    "十二": 12,
    "二十": 20,
    "二十一": 21,
    "一十": 10,
    "九十九": 99,
    "一百": 100,
    "一百零二": 102,
    "一百〇二": 102,
    "一百二": 120,
    "一百二十": 120,
    "一百二十三": 123,
    "一百一十": 110,
    "九百九十九": 999,
    "两百": 200,
    "二〇二六": 2026,
    "二○二六": 2026,
    "二零二六": 2026,
    "三〇": 30,
    "一二": 12,
}
NOT_READ = [
    *("", " ", "a", "-1", "1.5", "3班", "二十年", "十十", "百", "百二", "十百", "零十", "二十零", "一百百", "一百零", "五十六十"),
    *("〇", "○", "1234567890", "²", "３", "٣"),
]


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert number(text) is None


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=12), st.text(CHARACTERS, max_size=12), st.text("0123456789", max_size=12)))
def test_any_text_is_a_whole_number_or_nothing(text: str) -> None:
    value = number(text)
    assert value is None or 0 <= value < 10**9


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 9), st.integers(0, 99))
def test_hundreds_are_read(hundreds: int, rest: int) -> None:
    between = "零" if 0 < rest < 10 else "一" if 10 <= rest < 20 else ""
    text = f"{chinese(hundreds)}百" + (between + chinese(rest) if rest else "")
    assert number(text) == 100 * hundreds + rest
