"""What holds for every cell of minutes, whatever a teacher writes."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values.minutes import LONGEST, NOTHING, Minutes, read_minutes, write_minutes
from tests.values.test_minutes import UNDERSTOOD

PER = st.sampled_from(["", "minutes", "hours", "unknown"])
LESSON = st.one_of(st.none(), st.sampled_from([35.0, 40.0, 45.0]))
ALPHABET = (
    "0123456789.０１①②½²:：-—~～+＋/、，,;；()（）【】 \n　'′″\"≤≥<>=?*×%"
    "约大概每天人共无没不分钟小时个半刻节课时min h语数书面口头背诵选做必层ABabc一二三十百两零〇○以上内左右含"
)
STATED = st.from_regex(r"\A[\d一二三十半约]{1,3}[.:\-~+/(（]?[\d分钟小时刻节]{0,6}\Z")
TEXT = st.one_of(st.text(max_size=30), st.text(ALPHABET, max_size=16), STATED)
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
)


@settings(max_examples=400, deadline=None)
@given(CELL, PER, LESSON)
def test_every_cell_is_a_figure_of_a_day_none_or_trouble(value: object, per: str, lesson: float | None) -> None:
    said = read_minutes(value, per, lesson)
    if said.trouble:
        assert said == Minutes(trouble=said.trouble)
        return
    assert said.low is not None
    assert 0 <= said.low <= LONGEST
    assert said.high is None or said.low <= said.high <= LONGEST
    assert said.nothing == (said.high == 0)
    assert all(0 <= part.low <= (LONGEST if part.high is None else part.high) for part in said.parts)
    if said.parts:
        assert said.low == pytest.approx(sum(part.low for part in said.parts), abs=0.01)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 2 * LONGEST), PER)
def test_what_the_program_writes_it_reads_back(halves: int, per: str) -> None:
    assert read_minutes(write_minutes(halves / 2), per) == Minutes(halves / 2, halves / 2)


WHOLE = st.integers(5, 200)
BEFORE = st.sampled_from(["", "约", "大约", "预计", "不超过", "共", "用时："])
AFTER = st.sampled_from(["", "左右", "以内", "。", "（左右）"])
UNIT = st.sampled_from(["分钟", "分", "min", "'", " 分钟", "mins"])


@settings(max_examples=200, deadline=None)
@given(
    WHOLE,
    UNIT,
    st.sampled_from(["", "约", "大约", "预计", "不超过", "共", "用时："]),
    st.sampled_from(["", "左右", "以内", "。", "（左右）"]),
)
def test_words_around_a_figure_do_not_change_it(figure: int, unit: str, before: str, after: str) -> None:
    assert read_minutes(f"{before}{figure}{unit}{after}") == Minutes(figure, figure)


@settings(max_examples=200, deadline=None)
@given(WHOLE, WHOLE, st.sampled_from("-~－～—–至到"), UNIT)
def test_a_range_keeps_both_ends_or_is_trouble(first: int, last: int, dash: str, unit: str) -> None:
    said = read_minutes(f"{first}{dash}{last}{unit}")
    assert said == (Minutes(first, last) if first <= last else Minutes(trouble="words"))


@settings(max_examples=200, deadline=None)
@given(st.lists(WHOLE, min_size=2, max_size=5), st.sampled_from(["+", "＋", " + "]), UNIT)
def test_a_sum_is_added_up(figures: list[int], plus: str, unit: str) -> None:
    assert read_minutes(plus.join(f"{figure}{unit}" for figure in figures)) == Minutes(sum(figures), sum(figures))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([text for text in UNDERSTOOD if text.isprintable()]), st.sampled_from([" ", "　", "\n", "\u00a0"]))
def test_spaces_around_and_full_width_do_not_change_a_figure(text: str, space: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() and c.isascii() else c for c in text)
    assert read_minutes(f"{space}{text}{space}") == read_minutes(text)
    assert read_minutes(wide) == read_minutes(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 4), st.integers(0, 59))
def test_a_clock_is_a_duration_up_to_five_hours(hours: int, minutes: int) -> None:
    expected = Minutes(60 * hours + minutes, 60 * hours + minutes) if hours or minutes else NOTHING
    assert read_minutes(f"{hours}:{minutes:02}") == read_minutes(time(hours, minutes)) == expected
    assert read_minutes(timedelta(hours=hours, minutes=minutes)) == expected
