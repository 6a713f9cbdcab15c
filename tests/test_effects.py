"""The table of effects: what is uncertain is said in the two ends of a class-day's minutes, and nowhere else."""

from __future__ import annotations

import pytest

from homework_audit.models.report import Report
from tests.conftest import HEADINGS, MONDAY, Office, findings, row, the_day


def bounds(report: Report, *, day: str = MONDAY, grade: int = 3, label: str | None = "1") -> tuple[float, float | None, str]:
    found = the_day(report, day=day, grade=grade, label=label)
    return found.minutes, found.minutes_high, found.verdict


def explained(report: Report) -> bool:
    """Every undetermined class-day is explained by at least one finding of severity error."""
    errors = {finding.fingerprint for finding in report.findings if finding.severity == "error"}
    return all(errors & set(day.because) for day in report.class_days if day.verdict == "undetermined")


@pytest.mark.parametrize(("minutes", "rule"), [("适量", "unreadable-minutes"), ("", "missing-minutes"), ("一节课", "unreadable-minutes")])
def test_compulsory_written_work_without_known_minutes_has_no_upper_end(office: Office, minutes: str, rule: str) -> None:
    report = office.hand_in("三年级.csv", row(20), row(minutes, subject="数学")).audit()
    assert bounds(report) == (20, None, "undetermined")
    assert [(found.severity, found.touches) for found in findings(report, rule)] == [("error", 1)]
    assert explained(report)
    assert report.entries.rejected == 1


def test_a_day_over_by_what_is_known_stays_over(office: Office) -> None:
    assert bounds(office.hand_in("三年级.csv", row(70), row("适量", subject="数学")).audit()) == (70, None, "over")


def test_written_home_work_under_a_cap_of_zero_is_over_even_without_minutes(office: Office) -> None:
    report = office.hand_in("二年级.csv", row("适量", to="二(1)班")).audit()
    assert bounds(report, grade=2)[2] == "over"
    (finding,) = findings(report, "no-written-homework")
    assert finding.params["reason"] == "minutes-unknown"
    assert [location.cell for location in finding.locations] == ["F2"]


def test_a_bare_figure_that_cannot_be_read_does_not_prove_homework(office: Office) -> None:
    headings = ("日期", "班级", "学科", "时长(分钟)")
    report = office.hand_in("二年级.csv", [MONDAY, "二(1)班", "语文", "适量"], headings=headings).audit()
    assert bounds(report, grade=2) == (0, None, "undetermined")
    assert explained(report)


@pytest.mark.parametrize(("kind", "content"), [("口头", "朗读"), ("书面", "（选做）练习册")])
def test_oral_and_optional_work_without_known_minutes_has_no_effect(office: Office, kind: str, content: str) -> None:
    report = office.hand_in("三年级.csv", row(20), row("适量", subject="英语", kind=kind, content=content)).audit()
    assert bounds(report) == (20, 20, "within")
    assert [found.severity for found in findings(report, "unreadable-minutes")] == ["info"]


def test_an_entry_of_unknown_day_may_belong_to_every_day_of_its_class(office: Office) -> None:
    days = [row(20), row(45, day="2026-09-15"), row(10, to="三(2)班")]
    report = office.hand_in("三年级.csv", *days, row(30, subject="数学", day="下周")).audit()
    assert bounds(report) == (20, 50, "within")
    assert bounds(report, day="2026-09-15") == (45, 75, "undetermined")
    assert bounds(report, label="2") == (10, 10, "within")
    assert [found.touches for found in findings(report, "unreadable-date")] == [2]
    assert explained(report)
    assert report.complete


def test_an_entry_of_unknown_class_may_belong_to_every_class_of_its_grade_on_its_day(office: Office) -> None:
    rows = [row(20), row(45, to="三(2)班"), row(45, to="四(1)班"), row(45, to="三(2)班", day="2026-09-15")]
    report = office.hand_in("三年级作业.csv", *rows, row(30, subject="数学", to="重点班")).audit()
    assert bounds(report) == (20, 50, "within")
    assert bounds(report, label="2") == (45, 75, "undetermined")
    assert bounds(report, grade=4) == (45, 45, "within")
    assert bounds(report, label="2", day="2026-09-15") == (45, 45, "within")


def test_the_week_in_a_title_bounds_an_unknown_day(office: Office) -> None:
    titled = [["三(1)班作业 2026年9月14日—9月18日"], HEADINGS, row(20), row(30, subject="数学", day="某日")]
    office.hand_in("周.csv", *titled[1:], headings=titled[0])
    report = office.hand_in("下周.csv", row(45, day="2026-09-21")).audit()
    assert bounds(report) == (20, 50, "within")
    assert bounds(report, day="2026-09-21") == (45, 45, "within")


def test_an_unreadable_file_leaves_undetermined_what_its_name_places(office: Office) -> None:
    office.files["三(1)班 9月14日.xlsx"] = b"PK\x03\x04 cut short"
    report = office.hand_in("三年级.csv", row(20), row(20, day="2026-09-15"), row(20, to="三(2)班")).audit()
    assert bounds(report) == (20, None, "undetermined")
    assert bounds(report, day="2026-09-15")[2] == "within"
    assert bounds(report, label="2")[2] == "within"
    assert not report.complete
    assert explained(report)


def test_an_unreadable_file_of_a_grade_touches_every_class_day_of_it(office: Office) -> None:
    office.files["三年级数学.xlsx"] = b"PK\x03\x04 cut short"
    report = office.hand_in("班级.csv", row(20), row(20, to="三(2)班"), row(20, to="四(1)班")).audit()
    assert [day.verdict for day in report.class_days] == ["undetermined", "undetermined", "within"]
    assert [found.touches for found in findings(report, "unreadable-file")] == [2]


def test_what_nothing_places_makes_the_report_incomplete_and_touches_no_class_day(office: Office) -> None:
    office.files["数学.pdf"] = b"%PDF-1.7 ..."
    report = office.hand_in("三年级.csv", row(20)).audit()
    assert bounds(report) == (20, 20, "within")
    assert not report.complete
    assert [(found.severity, found.touches) for found in findings(report, "unsupported-file")] == [("error", 0)]


def test_an_entry_that_nothing_places_makes_the_report_incomplete(office: Office) -> None:
    office.hand_in("某表.csv", row(30, subject="数学", day="某日", to="重点班"))
    report = office.hand_in("班级.csv", row(20)).audit()
    assert bounds(report) == (20, 20, "within")
    assert not report.complete
    assert report.entries.rejected == 1


def test_a_sheet_that_is_not_understood_may_hold_homework_of_the_class_in_its_name(office: Office) -> None:
    office.files["三(1)班.csv"] = "甲,乙\n丙,丁\n".encode()
    report = office.hand_in("班级.csv", row(20), row(20, to="三(2)班")).audit()
    assert bounds(report) == (20, None, "undetermined")
    assert bounds(report, label="2")[2] == "within"
    assert not report.complete


def test_a_row_that_nothing_explains_leaves_its_class_day_undetermined(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(20), [MONDAY, "三(1)班", "", "", "", 30], row(20, day="2026-09-15")).audit()
    assert bounds(report) == (20, None, "undetermined")
    assert bounds(report, day="2026-09-15") == (20, 20, "within")
    assert [location.cell for location in findings(report, "unexplained-row")[0].locations] == ["A3"]
    assert explained(report)


def test_clearly_different_homework_of_two_tables_counts_twice(office: Office) -> None:
    office.hand_in("语文组.csv", row(30, content="写一篇日记"))
    report = office.hand_in("班主任.csv", row(35, content="练习册第12页")).audit()
    assert bounds(report) == (65, 65, "over")


def test_wording_so_alike_that_it_may_be_one_homework_counts_at_least_once_and_at_most_twice(office: Office) -> None:
    office.hand_in("语文组.csv", row(40, content="完成练习册第12—13页"))
    report = office.hand_in("班主任.csv", row(35, content="练习册12-13页")).audit()
    assert bounds(report) == (40, 75, "undetermined")
    assert [found.severity for found in findings(report, "conflicting-entry")] == ["error"]
    assert explained(report)


def test_an_alike_wording_that_bears_on_no_verdict_is_a_warning(office: Office) -> None:
    office.hand_in("语文组.csv", row(20, content="完成练习册第12—13页"))
    report = office.hand_in("班主任.csv", row(15, content="练习册12-13页")).audit()
    assert bounds(report) == (20, 35, "within")
    assert [found.severity for found in findings(report, "conflicting-entry")] == ["warning"]


def test_the_same_homework_with_different_minutes_counts_with_the_larger(office: Office) -> None:
    office.hand_in("语文组.csv", row(20))
    report = office.hand_in("班主任.csv", row(35)).audit()
    assert bounds(report) == (35, 35, "within")
    assert [(found.severity, len(found.locations)) for found in findings(report, "conflicting-entry")] == [("warning", 2)]
    assert report.entries.not_counted["duplicate"] == 1


def test_the_same_homework_handed_in_twice_counts_once(office: Office) -> None:
    office.hand_in("语文组.csv", row(40), row(30, day="2026-09-15"))
    report = office.hand_in("班主任.csv", row(40), row(30, day="2026-09-15")).audit()
    assert bounds(report) == (40, 40, "within")
    (duplicate,) = findings(report, "duplicate-entry")
    assert (duplicate.severity, duplicate.params["count"], duplicate.touches) == ("info", 2, 2)
    assert report.entries.not_counted["duplicate"] == 2


def test_figures_without_content_that_sum_the_listed_homework_are_a_summary(office: Office) -> None:
    office.hand_in("语文组.csv", row(20, content="日记"), row(15, content="练习册第9页"))
    report = office.hand_in("统计.csv", [MONDAY, "三(1)班", "语文", 35], headings=("日期", "班级", "学科", "时长(分钟)")).audit()
    assert bounds(report) == (35, 35, "within")
    assert report.entries.not_counted["summary"] == 1


def test_figures_without_content_that_no_sum_explains_leave_both_ends_open(office: Office) -> None:
    office.hand_in("语文组.csv", row(20, content="日记"), row(15, content="练习册第9页"))
    report = office.hand_in("统计.csv", [MONDAY, "三(1)班", "语文", 50], headings=("日期", "班级", "学科", "时长(分钟)")).audit()
    assert bounds(report) == (50, 85, "undetermined")
    assert explained(report)


def test_bare_figures_repeated_in_two_tables_count_once_and_within_one_table_twice(office: Office) -> None:
    headings = ("日期", "班级", "学科", "时长(分钟)")
    office.hand_in("甲.csv", [MONDAY, "三(1)班", "语文", 20], [MONDAY, "三(1)班", "语文", 20], headings=headings)
    report = office.hand_in("乙.csv", [MONDAY, "三(1)班", "语文", 40], headings=headings).audit()
    assert bounds(report) == (40, 40, "within")


def test_a_total_above_every_sum_of_ours_raises_the_upper_end_to_it(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(20), row(25, subject="数学"), ["合计", "", "", "", "", 90]).audit()
    assert bounds(report) == (45, 90, "undetermined")
    assert [found.severity for found in findings(report, "total-mismatch")] == ["error"]
    assert explained(report)


@pytest.mark.parametrize("total", [55, 45])
def test_a_total_that_is_a_sum_a_teacher_would_make_is_no_finding(office: Office, total: int) -> None:
    rows = [row(20), row(25, subject="数学"), row(10, subject="英语", kind="口头", content="朗读课文")]
    assert not findings(office.hand_in("三年级.csv", *rows, ["小计", "", "", "", "", total]).audit(), "total-mismatch")


def test_a_total_below_ours_is_a_warning_and_changes_nothing(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(20), row(25, subject="数学"), ["合计", "", "", "", "", 40]).audit()
    assert bounds(report) == (45, 45, "within")
    assert [found.severity for found in findings(report, "total-mismatch")] == ["warning"]


@pytest.mark.parametrize("minutes", ["-20", "1500", "nan"])
def test_minutes_that_no_homework_can_take_are_rejected(office: Office, minutes: str) -> None:
    report = office.hand_in("三年级.csv", row(20), row(minutes, subject="数学")).audit()
    assert bounds(report) == (20, None, "undetermined")
    assert report.entries.rejected == 1
    assert explained(report)


def test_implausible_minutes_that_alone_make_a_day_over_leave_it_undetermined(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(20), row(300, subject="数学")).audit()
    assert bounds(report) == (20, 320, "undetermined")
    assert [found.severity for found in findings(report, "implausible-minutes")] == ["error"]
    assert explained(report)


def test_implausible_minutes_on_a_day_that_is_over_anyway_count(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(70), row(300, subject="数学")).audit()
    assert bounds(report) == (370, 370, "over")
    assert [found.severity for found in findings(report, "implausible-minutes")] == ["warning"]


def test_none_declared_is_reported_and_a_blank_row_is_not(office: Office) -> None:
    rows = [row("无", content="无"), row(0, subject="数学", content="无作业"), row("", subject="英语", content="")]
    report = office.hand_in("三年级.csv", *rows).audit()
    assert bounds(report) == (0, 0, "within")
    assert report.entries.not_counted["none-declared"] == 2
    assert (report.entries.read, report.entries.rejected) == (2, 0)
    assert report.completeness[0].none == ("数学", "语文")


def test_homework_that_is_to_take_no_time_is_missing_its_minutes(office: Office) -> None:
    report = office.hand_in("三年级.csv", row("/", content="抄写生字")).audit()
    assert bounds(report) == (0, None, "undetermined")
    assert [found.params["reason"] for found in findings(report, "missing-minutes")] == ["contradiction"]


def test_a_day_without_a_cap_has_no_verdict(office: Office) -> None:
    assert bounds(office.hand_in("高一.csv", row(300, to="高一(1)班")).audit(), grade=10)[2] == "no-cap"
