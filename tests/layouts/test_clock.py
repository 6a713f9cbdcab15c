"""Columns of clock times say how long homework takes, where each homework has a time of its own."""

from __future__ import annotations

from datetime import time

import pytest

from tests.layouts.sheets import kinds, read

TITLE = ["三(1)班 2026年9月14日作业安排"]


def test_a_column_of_spans_is_one_of_minutes() -> None:
    reading = read(TITLE, ["起止时间", "学科", "作业内容"], ["18:30—19:00", "语文", "日记"], ["19:10-19:25", "数学", "口算"])
    assert [(entry.subject, entry.low, entry.high) for entry in reading.entries] == [("语文", 30, 30), ("数学", 15, 15)]


@pytest.mark.parametrize("heads", [("开始时间", "结束时间"), ("起", "止"), ("Start time", "End time")])
@pytest.mark.parametrize(("start", "end"), [("18:30", "19:05"), (time(18, 30), time(19, 5)), ("18:30:00", "19:05:00")])
def test_two_columns_of_times_are_one_of_minutes(heads: tuple[str, str], start: object, end: object) -> None:
    reading = read(TITLE, ["学科", "作业内容", *heads], ["语文", "日记", start, end], ["数学", "口算", end, time(19, 20)])
    assert [(entry.low, entry.high) for entry in reading.entries] == [(35, 35), (15, 15)]


@pytest.mark.parametrize("end", ["完成为止", "", "18:10"])
def test_an_end_that_is_no_time_leaves_the_minutes_unknown(end: str) -> None:
    rows = [["语文", "日记", "18:30", end], ["数学", "口算", "19:05", "19:20"]]
    reading = read(TITLE, ["学科", "作业内容", "开始时间", "结束时间"], *rows)
    assert [entry.high for entry in reading.entries] == [None, 15]
    assert kinds(reading) == [("unreadable-minutes", "words")]


def test_a_column_of_minutes_comes_before_one_of_times() -> None:
    reading = read(TITLE, ["起止时间", "学科", "作业内容", "时长(分钟)"], ["18:30—19:30", "语文", "日记", 20.0])
    assert [entry.low for entry in reading.entries] == [20]


def test_the_time_of_a_session_is_not_that_of_each_homework_in_it() -> None:
    rows = [["18:30—19:30", "语文", "日记"], ["18:30—19:30", "数学", "口算"]]
    reading = read(TITLE, ["时间段", "学科", "作业内容"], *rows)
    assert all(entry.high is None for entry in reading.entries)


def test_two_classes_may_work_at_the_same_time() -> None:
    rows = [["三(1)班", "18:30—19:00", "语文", "日记"], ["三(2)班", "18:30—19:00", "语文", "日记"]]
    reading = read(["2026年9月14日作业安排"], ["班级", "时间", "学科", "作业内容"], *rows)
    assert [entry.low for entry in reading.entries] == [30, 30]
