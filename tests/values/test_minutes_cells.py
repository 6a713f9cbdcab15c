"""Minutes in cells that are no texts, under headings with a unit, with lessons of a known length; contents that say «none»."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from homework_audit.values.minutes import NOTHING, Minutes, read_minutes, says_nothing
from tests.values.test_minutes import ids

CELLS: list[tuple[object, str, Minutes]] = [
    (30, "", Minutes(30, 30)),
    (30.0, "", Minutes(30, 30)),
    (22.5, "", Minutes(22.5, 22.5)),
    (33.333333, "", Minutes(33.33, 33.33)),
    (1440, "", Minutes(1440, 1440)),
    (1441, "", Minutes(trouble="too-long")),
    (10**400, "", Minutes(trouble="too-long")),
    (-(10**400), "", Minutes(trouble="negative")),
    (float("inf"), "", Minutes(trouble="too-long")),
    (float("-inf"), "", Minutes(trouble="negative")),
    (float("nan"), "", Minutes(trouble="words")),
    (-5, "", Minutes(trouble="negative")),
    (-5, "hours", Minutes(trouble="negative")),
    (0, "", NOTHING),
    (0.0, "hours", NOTHING),
    (-0.0, "minutes", NOTHING),
    (0, "unknown", NOTHING),
    (0.5, "", Minutes(trouble="unit")),
    (1.5, "minutes", Minutes(trouble="unit")),
    (1 / 48, "", Minutes(trouble="unit")),
    (2, "", Minutes(trouble="unit")),
    (2, "minutes", Minutes(2, 2)),
    (5, "", Minutes(5, 5)),
    (30, "unknown", Minutes(trouble="unit")),
    (9.14, "", Minutes(trouble="words")),
    (9.14, "minutes", Minutes(trouble="words")),
    (7.5, "minutes", Minutes(7.5, 7.5)),
    (0.5, "hours", Minutes(30, 30)),
    (1, "hours", Minutes(60, 60)),
    (1.25, "hours", Minutes(75, 75)),
    (1 / 48, "hours", Minutes(trouble="unit")),
    (30, "hours", Minutes(trouble="too-long")),
    ("0.5", "hours", Minutes(30, 30)),
    ("1.5", "hours", Minutes(90, 90)),
    ("1", "hours", Minutes(60, 60)),
    ("0.5-1", "hours", Minutes(30, 60)),
    ("1.30", "hours", Minutes(trouble="unit")),
    ("30分钟", "hours", Minutes(30, 30)),
    ("1:30", "hours", Minutes(90, 90)),
    ("2", "minutes", Minutes(2, 2)),
    ("3-5", "minutes", Minutes(3, 5)),
    ("30", "unknown", Minutes(trouble="unit")),
    ("30分钟", "unknown", Minutes(30, 30)),
    ("A层30/B层20", "unknown", Minutes(trouble="words")),
    (True, "", Minutes(trouble="words")),
    (False, "", Minutes(trouble="words")),
    (None, "", Minutes(trouble="words")),
    (date(2026, 5, 8), "", Minutes(trouble="date")),
    (datetime.fromisoformat("2026-05-08T12:00:00"), "", Minutes(trouble="date")),
    (time(0, 30), "", Minutes(30, 30)),
    (time(1, 20), "hours", Minutes(80, 80)),
    (time(0, 0), "", NOTHING),
    (time(19, 30), "", Minutes(trouble="words")),
    (time(20, 0), "", Minutes(trouble="words")),
    (timedelta(minutes=45), "", Minutes(45, 45)),
    (timedelta(hours=1, minutes=20), "", Minutes(80, 80)),
    (timedelta(0), "", NOTHING),
    (timedelta(hours=20), "", Minutes(trouble="words")),
    (timedelta(hours=30), "", Minutes(trouble="too-long")),
    (timedelta(minutes=-5), "", Minutes(trouble="negative")),
    (timedelta.max, "", Minutes(trouble="too-long")),
]


@pytest.mark.parametrize(("value", "per", "said"), CELLS, ids=ids)
def test_a_cell_is_read_in_the_unit_of_its_heading(value: object, per: str, said: Minutes) -> None:
    assert read_minutes(value, per) == said


LESSONS = {
    "一节课": (40, 40),
    "两节课": (80, 80),
    "半节课": (20, 20),
    "1-2节": (40, 80),
    "一至两节课": (40, 80),
    "约1课时": (40, 40),
    "半小时到一节课": (30, 40),
    "30分钟": (30, 30),
}


@pytest.mark.parametrize(("text", "ends"), LESSONS.items(), ids=ids)
def test_a_lesson_is_as_long_as_the_configuration_says(text: str, ends: tuple[float, float]) -> None:
    said = read_minutes(text, "", 40.0)
    assert (said.low, said.high) == ends


@pytest.mark.parametrize("text", ["无", "无作业", "-", "/", "今日无书面作业", "不布置作业", "No written homework"])
def test_a_content_may_declare_none(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text", ["", "不", "未", "抄写生字", "无障碍阅读", "没有共享单车的城市", "不懂就要问", "免费师范生", "第0课", "0.5"]
)
def test_a_content_that_is_homework_declares_nothing(text: str) -> None:
    assert not says_nothing(text)
