"""A sheet that sums the others is a check of them; one that tells more than they do is not understood."""

from __future__ import annotations

import pytest

from homework_audit.models.report import Report
from tests.conftest import Office
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes

Rows = list[list[object]]
HEAD: list[object] = ["日期", "作业内容", "时长(分钟)"]
DAYS = ("2026-09-14", "2026-09-15")


def audited(sums: Rows, name: str = "汇总") -> Report:
    office = Office()
    sheets = [
        DrawnSheet("语文", [HEAD, *([day, "练习册", 20] for day in DAYS)]),
        DrawnSheet("数学", [HEAD, [DAYS[0], "口算", 25], [DAYS[1], "无", ""]]),
        DrawnSheet(name, sums),
    ]
    office.files = {"三(1)班.xlsx": xlsx_bytes(sheets)}
    return office.audit()


def verdicts(report: Report) -> dict[str, tuple[float, str]]:
    return {str(one.day): (one.minutes, one.verdict) for one in report.class_days}


@pytest.mark.parametrize("heading", ["书面合计（分钟）", "合计", "当日总时长(分钟)"])
@pytest.mark.parametrize("name", ["汇总", "统计", "Sheet3"])
def test_sums_that_agree_are_a_check_and_nothing_else(heading: str, name: str) -> None:
    report = audited([["日期", heading], [DAYS[0], 45], [DAYS[1], 20]], name)
    assert verdicts(report) == {DAYS[0]: (45, "within"), DAYS[1]: (20, "within")}
    assert report.complete


def test_a_sum_that_is_more_than_was_read_leaves_its_day_open() -> None:
    report = audited([["日期", "书面合计"], [DAYS[0], 45], [DAYS[1], 70]])
    assert [finding.rule for finding in report.findings if finding.severity == "error"] == ["total-mismatch"]
    assert verdicts(report) == {DAYS[0]: (45, "within"), DAYS[1]: (20, "undetermined")}


def test_a_sum_of_a_day_of_which_nothing_else_is_known_leaves_the_sheet_not_understood() -> None:
    report = audited([["日期", "书面合计"], [DAYS[0], 45], ["2026-09-16", 70]])
    assert "sheet-not-understood" in {finding.rule for finding in report.findings}


@pytest.mark.parametrize("line", ["补：英语抄写50分钟", "英语作业另发", "另加练字20分钟"])
@pytest.mark.parametrize(
    "sums",
    [[["班级", "两天合计"], ["三(1)班", 65]], [["日期", "书面合计"], [DAYS[0], 45], [DAYS[1], 20]]],
    ids=["classes", "days"],
)
def test_a_line_above_the_sums_that_sets_homework_is_not_lost(sums: Rows, line: str) -> None:
    report = audited([[line, ""], *sums])
    assert report.class_days
    assert not report.complete or all(verdict == "undetermined" for _, verdict in verdicts(report).values())


def test_sums_of_whole_classes_below_a_title_are_a_check() -> None:
    report = audited([["第3周作业汇总", ""], ["班级", "两天合计"], ["三(1)班", 65]])
    assert report.complete
    assert {verdict for _, verdict in verdicts(report).values()} == {"within"}
