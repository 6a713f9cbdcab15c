"""Sheets that fold several tables into one lose nothing when they are unfolded, and name every cell by its true place."""

from __future__ import annotations

from homework_audit.models.reading import Entry, SheetReading
from tests.layouts.sheets import kinds, read


def told(reading: SheetReading) -> set[tuple[str, str, str, float | None]]:
    return {(entry.cell, _day(entry), entry.subject, entry.high) for entry in reading.entries}


def _day(entry: Entry) -> str:
    label = entry.classes[0].label if len(entry.classes) == 1 else "?"
    return f"{label}/{entry.date.month}-{entry.date.day}" if entry.date else f"{label}/?"


def test_homework_by_number() -> None:
    heads = ["班级", "日期", "第1项·学科", "第1项·内容", "第1项·几分钟", "第2项·学科", "第2项·内容", "第2项·几分钟", "审核状态"]
    first = ["三(1)班", "2026-11-02", "语文", "日记", 20.0, "数学", "口算", 15.0, "同意"]
    second = ["三(2)班", "2026-11-03", "语文", "抄写", 25.0, "", "", "", "同意"]
    reading = read(heads, first, second)
    assert told(reading) == {("E2", "1/11-2", "语文", 20), ("H2", "1/11-2", "数学", 15), ("E3", "2/11-3", "语文", 25)}
    assert not reading.problems


def test_a_row_that_was_turned_down_has_no_homework_of_any_number() -> None:
    heads = ["班级", "日期", "学科1", "内容1", "时长1", "学科2", "内容2", "时长2", "审核状态"]
    row = ["三(1)班", "2026-11-02", "语文", "日记", 20.0, "数学", "口算", 15.0, "退回"]
    assert {entry.state for entry in read(heads, row).entries} == {"not-set"}


def test_a_day_for_each_class() -> None:
    title = ["六年级数学单元作业计划"]
    heads = [["课时", "作业内容", "预设时长", "各班布置日", ""], ["", "", "", "601", "602"]]
    rows = [["第1课时", "练习一", "20分钟", "2026-9-14", "2026-9-15"], ["第2课时", "练习二", "25分钟", "2026-9-15", ""]]
    reading = read(title, *heads, *rows)
    assert told(reading) == {("C4", "1/9-14", "数学", 20), ("C4", "2/9-15", "数学", 20), ("C5", "1/9-15", "数学", 25)}


def test_boards_with_their_day_where_headings_would_be() -> None:
    title = ["六（5）班 作业手账（2026年秋）"]
    heads = ["10月12日", "星期一", "大约用时", "写/说", "", "10月13日", "星期二", "大约用时", "写/说"]
    rows = [
        ["语文", "练习册", "15′", "写", "", "语文", "卷子", "20′", "写"],
        ["英语", "朗读", "5′", "说", "", "数学", "口算", "没估", "写"],
    ]
    reading = read(title, [], heads, *rows)
    assert {(entry.cell, entry.high, entry.kind) for entry in reading.entries} == {
        ("C4", 15, "written"),
        ("C5", 5, "oral"),
        ("H4", 20, "written"),
        ("H5", None, "written"),
    }
    assert kinds(reading) == [("unreadable-minutes", "words")]


def test_what_stands_left_of_a_board_keeps_it_from_being_one() -> None:
    rows = [["", "10月12日", "星期一", "大约用时"], ["补充：口算40分钟", "语文", "练习册", "15′"]]
    reading = read(["六（5）班 作业手账（2026年秋）"], [], *rows)
    assert reading.problems
