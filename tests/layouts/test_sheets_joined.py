"""Homework on one sheet and its minutes on another are read together where they fit, and told apart where they do not."""

from __future__ import annotations

from tests.conftest import Office
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes

Rows = list[list[object]]
SET: Rows = [
    ["布置日期", "班级", "学科", "作业编号", "作业内容"],
    ["2026-09-14", "三(1)班", "语文", "YW01", "抄写生字"],
    ["2026-09-14", "三(2)班", "语文", "YW01", "抄写生字"],
    ["2026-09-14", "三(1)班", "数学", "SX01", "口算练习"],
    ["2026-09-15", "三(1)班", "英语", "YY01", "跟读课文"],
]
TIMES: Rows = [
    ["作业编号", "形式", "预计用时（分钟）"],
    ["YW01", "书面", 20],
    ["SX01", "书面", 45],
    ["YY01", "口头", 10],
]
MATRIX_OF_WORK: Rows = [
    ["三(1)班作业内容（2026年9月14日—18日）"],
    ["学科", "周一", "周二"],
    ["语文", "抄写生字", "练习册"],
    ["数学", "口算本", "无"],
]
MATRIX_OF_TIMES: Rows = [["三(1)班作业时长（2026年9月14日—18日）"], ["学科", "周一", "周二"], ["语文", 20, 25], ["数学", 45, "无"]]


def days(first: Rows, second: Rows) -> tuple[dict[tuple[str | None, str], tuple[float, str]], bool]:
    office = Office()
    office.files = {"三年级作业.xlsx": xlsx_bytes([DrawnSheet("作业布置", first), DrawnSheet("时长登记", second)])}
    report = office.audit()
    return {(day.school_class, str(day.day)): (day.minutes, day.verdict) for day in report.class_days}, report.complete


def test_by_the_number_of_the_homework() -> None:
    told, complete = days(SET, TIMES)
    assert told == {
        ("1", "2026-09-14"): (65, "over"),
        ("2", "2026-09-14"): (20, "within"),
        ("1", "2026-09-15"): (0, "within"),
    }
    assert complete


def test_a_number_without_minutes_leaves_its_days_open() -> None:
    told, _ = days(SET, [*TIMES[:2], ["SX01", "书面", ""], TIMES[3]])
    assert told["1", "2026-09-14"] == (20, "undetermined")
    assert told["2", "2026-09-14"] == (20, "within")


def test_numbers_that_do_not_fit_are_not_joined() -> None:
    told, complete = days(SET, [*TIMES, ["KX01", "书面", 15]])
    assert not complete or any(verdict == "undetermined" for _, verdict in told.values())
    assert not any(verdict == "within" and minutes for minutes, verdict in told.values())


def test_by_class_day_and_subject() -> None:
    told, complete = days(MATRIX_OF_WORK, MATRIX_OF_TIMES)
    assert told == {("1", "2026-09-14"): (65, "over"), ("1", "2026-09-15"): (25, "within")}
    assert complete


def test_homework_that_has_no_minutes_on_the_other_sheet_stays_open() -> None:
    told, _ = days(MATRIX_OF_WORK, [*MATRIX_OF_TIMES[:2], ["语文", 20, 25], ["数学", "", "无"]])
    assert told["1", "2026-09-14"] == (20, "undetermined")
