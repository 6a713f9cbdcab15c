"""Shapes and words that strangers wrote: remarks on rows, examples, sums in tables of their own, fields down, days in cells."""

from __future__ import annotations

import pytest

from homework_audit.models.reading import Entry, SheetReading
from homework_audit.values.references import ClassRef
from tests.layouts.sheets import kinds, read

HEAD: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)", "备注"]


def told(reading: SheetReading) -> list[tuple[str, tuple[int, int] | None, str, float | None]]:
    """Cell, month and day, subject and minutes of every entry that sets something."""
    return [
        (entry.cell, entry.date and (entry.date.month, entry.date.day), entry.subject, entry.high)
        for entry in reading.entries
        if entry.state == "set"
    ]


def only(reading: SheetReading) -> Entry:
    assert len(reading.entries) == 1, reading
    return reading.entries[0]


@pytest.mark.parametrize(
    ("remark", "optional", "kind", "place"),
    [
        ("选做，不计入", True, "written", "home"),
        ("选做（不计入总时长）", True, "written", "home"),
        ("口头", False, "oral", "home"),
        ("校内完成", False, "written", "school"),
        ("选做的同学请家长签字", False, "written", "home"),
        ("不计入", False, "written", "home"),
        ("当天未布置", False, "written", "home"),
        ("", False, "written", "home"),
    ],
)
def test_a_remark_that_is_a_mark_and_nothing_else_is_heard(remark: str, optional: bool, kind: str, place: str) -> None:
    task = only(read(HEAD, ["2026-09-14", "三(1)班", "语文", "日记", 20.0, remark])).task
    assert (task.optional, task.kind, task.place) == (optional, kind, place)


def test_a_remark_speaks_for_its_row_alone() -> None:
    rows: list[list[object]] = [["2026-09-14", "三(1)班", "语文", "日记", 20.0, remark] for remark in ("", "选做", "", "记得带书")]
    assert [entry.task.optional for entry in read(HEAD, *rows).entries] == [False, True, False, False]


def test_what_a_column_says_outdoes_a_remark() -> None:
    head = [*HEAD, "类型"]
    assert only(read(head, ["2026-09-14", "三(1)班", "语文", "日记", 20.0, "口头", "书面"])).kind == "written"


@pytest.mark.parametrize("label", ["示例", "例", "填写示例", "Example"])
def test_the_example_of_a_template_is_no_homework(label: str) -> None:
    head, row = ["序号", *HEAD], ["", "2026-09-14", "三(1)班", "语文", "日记", 20.0, ""]
    reading = read(head, [label, *row[1:]], [1.0, *row[1:]])
    assert [entry.state for entry in reading.entries] == ["example", "set"]
    assert reading.problems == []


@pytest.mark.parametrize("heading", ["班号", "年级.班", "年班", "年级/班", "班名", "行政班"])
def test_headings_of_classes(heading: str) -> None:
    for label in ("302", "3.2"):
        assert only(read([heading, *HEAD[2:], "日期"], [label, "语文", "日记", 20.0, "", "2026-09-14"])).classes == (ClassRef(3, "2"),)


def test_a_class_written_like_a_date_below_a_heading_of_classes() -> None:
    head: list[object] = ["年级.班", "9月7日", "9月8日"]
    reading = read(["三年级书面作业用时 2026年"], head, ["3.1", 20.0, 30.0], ["3.2", 25.0, 35.0], sheet="语文")
    assert [entry.classes for entry in reading.entries] == [(ClassRef(3, "1"),)] * 2 + [(ClassRef(3, "2"),)] * 2


@pytest.mark.parametrize("label", ["是否超标", "是否超过60分钟", "是否达标", "超标情况"])
def test_what_somebody_made_of_the_homework_is_none(label: str) -> None:
    rows: list[list[object]] = [["9月14日作业用时(分钟) 2026年"], ["学科", "三(1)班", "三(2)班"], ["语文", 20.0, 70.0], [label, "否", "是"]]
    reading = read(*rows)
    assert ([entry.high for entry in reading.entries], reading.problems) == ([20, 70], [])


@pytest.mark.parametrize("heading", ["作业上限(分钟)", "超时分钟", "剩余时间"])
def test_a_bound_is_no_estimate(heading: str) -> None:
    reading = read([*HEAD, heading], ["2026-09-14", "三(1)班", "语文", "日记", 20.0, "", 60.0])
    assert [entry.high for entry in reading.entries] == [20]


def test_several_dates_in_a_title_name_the_week_of_the_weekdays_below() -> None:
    title = "周一为2026年10月12日，周四为10月15日"
    reading = read(["五(1)班作业用时(分钟)"], [title], ["学科", "周一", "周四"], ["语文", 20.0, 30.0])
    assert told(reading) == [("B4", (10, 12), "语文", 20), ("C4", (10, 15), "语文", 30)]


def test_dates_of_two_weeks_name_none() -> None:
    reading = read(["五(1)班作业用时(分钟)"], ["2026年10月12日布置，10月19日检查"], ["学科", "周一", "周四"], ["语文", 20.0, 30.0])
    assert [entry.date for entry in reading.entries] == [None, None]


def test_a_calendar_with_the_homework_below_the_day_in_one_cell() -> None:
    week: list[object] = ["周一", "周二", "周三", "周四", "周五"]
    first: list[object] = ["", "", "", "1日\n国庆假期", "2日\n国庆假期"]
    second: list[object] = ["12日\n语26 数10 科无", "13日\n语文：日记 20分钟", "14日\n无", "15日", "16日\n语5"]
    reading = read(["2026年10月 五(1)班书面作业时长(分钟)"], week, first, second)
    assert told(reading) == [
        ("A4", (10, 12), "语文", 26),
        ("A4", (10, 12), "数学", 10),
        ("B4", (10, 13), "语文", 20),
        ("E4", (10, 16), "语文", 5),
    ]
    assert reading.problems == []


STACKED: list[list[object]] = [
    ["四年级书面作业时长(分钟) 2026年"],
    ["一、语文"], ["班级", "9月14日", "9月15日"], ["四1班", 20.0, 10.0], [],
    ["二、数学"], ["班级", "9月14日", "9月15日"], ["四1班", 15.0, 30.0], [],
]  # fmt: skip


def test_a_table_that_sums_those_above_it_is_a_check() -> None:
    total: list[list[object]] = [["三、各科合计"], ["班级", "9月14日", "9月15日"], ["四1班", 35.0, 40.0]]
    reading = read(*STACKED, *total)
    assert ([entry.high for entry in reading.entries], reading.problems) == ([20, 10, 15, 30], [])


def test_a_sum_of_more_than_was_read_is_told() -> None:
    total: list[list[object]] = [["三、各科合计"], ["班级", "9月14日", "9月15日"], ["四1班", 55.0, 40.0]]
    reading = read(*STACKED, *total)
    assert kinds(reading) == [("total-mismatch", "more")]
    assert [problem.extra for problem in reading.problems] == [20]


def test_a_sum_of_nothing_that_was_read_counts() -> None:
    total: list[list[object]] = [["三、各科合计"], ["班级", "9月14日", "9月15日"], ["四2班", 55.0, 40.0]]
    assert [entry.high for entry in read(*STACKED, *total).entries] == [20, 10, 15, 30, 55, 40]


def test_fields_down_and_a_homework_a_column() -> None:
    rows: list[list[object]] = [
        ["", "三年级作业登记 2026年"],
        ["", "日期", "9月14日", "9月14日", "9月15日", "9月15日"],
        ["", "班级", "三(1)班", "三(1)班", "三(1)班", "三(2)班"],
        ["", "科目", "语文", "语文", "数学", "数学"],
        ["", "作业内容", "日记", "抄写", "口算", "口算"],
        ["", "用时(分)", 20.0, 10.0, "很多", 5.0],
        ["", "布置人", "甲", "乙", "丙", "丁"],
    ]
    reading = read(*rows)
    assert told(reading) == [
        ("C6", (9, 14), "语文", 20),
        ("D6", (9, 14), "语文", 10),
        ("E6", (9, 15), "数学", None),
        ("F6", (9, 15), "数学", 5),
    ]
    assert [(problem.kind, problem.cell) for problem in reading.problems] == [("unreadable-minutes", "E6")]


def test_who_teaches_what_is_no_homework() -> None:
    rows: list[list[object]] = [["年级", "班", "语文", "数学"], [4.0, 2.0, "周砚秋", "王梓衡"], [5.0, 2.0, "吴知夏", "冯若溪"]]
    reading = read(*rows, sheet="任课教师", names=["作业明细"])
    assert (reading.status, reading.entries, reading.problems) == ("not-homework", [], [])


def test_the_grade_of_a_class_by_the_department_of_its_teacher() -> None:
    head: list[object] = ["所在部门", "班级", "日期", "学科", "作业内容", "时长(分钟)"]
    assert only(read(head, ["八年级组", "1班", "2026-09-14", "语文", "日记", 20.0])).classes == (ClassRef(8, "1"),)
