"""The roster: who is expected to report, and that zero, none declared and not reported stay three different things."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from homework_audit.errors import ConfigurationError
from homework_audit.filters import Filters
from homework_audit.messages import fault_text
from homework_audit.models.report import Completeness, Report
from homework_audit.policy import Policy, load_policy
from tests.conftest import MONDAY, Office, findings, row, the_day

DAILY = '[[roster]]\nclasses = "三年级1-2班"\nsubjects = ["语文", "数学"]\n'


def policy(tmp_path: Path, text: str) -> Policy:
    file = tmp_path / "homework-audit.toml"
    file.write_text(text, encoding="utf-8")
    return load_policy(file)


def line(report: Report, label: str, day: str = MONDAY) -> Completeness:
    (found,) = [one for one in report.completeness if (one.school_class, str(one.day)) == (label, day)]
    return found


def test_zero_none_declared_and_not_reported_are_three_things(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, DAILY))
    report = office.hand_in("三.csv", row(20), row("无", subject="数学", content="无"), row(30, to="三(2)班")).audit()
    full, lacking = line(report, "1"), line(report, "2")
    assert (full.reported, full.none, full.missing) == (("语文",), ("数学",), ())
    assert (lacking.reported, lacking.none, lacking.missing) == (("语文",), (), ("数学",))
    assert the_day(report).verdict == "within"
    assert (the_day(report, label="2").minutes, the_day(report, label="2").minutes_high) == (30, None)
    (finding,) = findings(report, "missing-submission")
    assert (finding.severity, finding.subject, finding.school_class, finding.touches) == ("error", "数学", "2", 1)
    assert finding.fingerprint in the_day(report, label="2").because


def test_a_subject_without_a_lesson_that_day_is_not_missing(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[[roster]]\nclasses = "三(1)班"\nsubjects = { "语文" = "每天", "英语" = "周二、周四" }\n'))
    report = office.hand_in("三.csv", row(20), row(20, day="2026-09-15")).audit()
    (finding,) = findings(report, "missing-submission")
    assert (finding.subject, str(finding.day)) == ("英语", "2026-09-15")
    assert [day.verdict for day in report.class_days] == ["within", "undetermined"]


def test_every_day_that_is_missed_is_a_finding_of_its_own(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, DAILY))
    rows = [row(20, day=day, to=to) for day in (MONDAY, "2026-09-15") for to in ("三(1)班", "三(2)班")]
    report = office.hand_in("三.csv", *rows, row(20, subject="数学")).audit()
    found = [(one.school_class, str(one.day)) for one in findings(report, "missing-submission")]
    assert found == [("1", "2026-09-15"), ("2", MONDAY), ("2", "2026-09-15")]


@pytest.mark.parametrize("wrong", ["2016-09-14", "2206-09-14"])
@pytest.mark.parametrize("until", [None, date(2026, 9, 15)])
def test_a_year_that_somebody_mistook_hides_nothing_that_is_missing(office: Office, tmp_path: Path, wrong: str, until: date | None) -> None:
    office.under(policy(tmp_path, DAILY))
    rows = [row(20, day=day, to=to) for day in (MONDAY, "2026-09-15") for to in ("三(1)班", "三(2)班")]
    office.hand_in("三.csv", *rows, row(20, day=wrong, subject="数学"))
    found = {(one.school_class, str(one.day)) for one in findings(office.audit(Filters(last=until)), "missing-submission")}
    assert {("1", MONDAY), ("2", MONDAY), ("1", "2026-09-15"), ("2", "2026-09-15")} <= found


TERM = "[calendar]\nterms = [{ from = 2026-09-01, to = 2027-01-22 }]\n"


@pytest.mark.parametrize(
    ("term", "as_of", "expected"),
    [
        pytest.param("", "2026-09-30", {"14"}, id="without a term nothing is expected after the last day handed in"),
        pytest.param(TERM, "2026-09-18", {"14", "15", "16", "17"}, id="in a term every day that is over is expected"),
        pytest.param(TERM, "2026-09-14", {"14"}, id="the day itself is expected once anybody reported for it"),
        pytest.param(TERM, "2026-09-13", set(), id="what is not due yet is not missing"),
        pytest.param(TERM, "2027-03-01", {"14"}, id="a term that is over expects no more"),
    ],
)
def test_a_school_that_falls_silent_is_missed(office: Office, tmp_path: Path, term: str, as_of: str, expected: set[str]) -> None:
    office.under(policy(tmp_path, term + '[[roster]]\nclasses = "三(1)班"\nsubjects = ["数学"]\n')).as_of = date.fromisoformat(as_of)
    report = office.hand_in("三.csv", row(20)).audit()
    assert {f"{finding.day:%d}" for finding in findings(report, "missing-submission")} == expected
    assert report.as_of == (None if expected == {"14"} else date.fromisoformat(as_of))


def test_of_a_week_that_has_just_begun_nothing_is_missing_but_in_a_plan(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, DAILY)).as_of = date(2026, 9, 14)
    week = Filters(first=date(2026, 9, 14), last=date(2026, 9, 18))
    office.hand_in("三.csv", *[row(20, to="三年级1-2班", subject=name) for name in ("语文", "数学")])
    assert not findings(office.audit(week), "missing-submission")
    assert len(findings(office.audit(week, plan=True), "missing-submission")) == 16


def test_a_subject_expected_within_the_period_may_report_on_any_day_of_it(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[[roster]]\nclasses = "三年级1-2班"\nsubjects = { "科学" = "period" }\n'))
    rows = [row(20), row(20, day="2026-09-15"), row(10, subject="科学"), row(20, to="三(2)班"), row(20, to="三(2)班", day="2026-09-15")]
    report = office.hand_in("三.csv", *rows).audit()
    (finding,) = findings(report, "missing-submission")
    assert (finding.school_class, finding.params["reason"], finding.touches) == ("2", "period", 2)


def test_a_class_that_handed_in_nothing_at_all_is_on_the_report(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, DAILY))
    report = office.hand_in("三.csv", row(20), row(20, subject="数学")).audit()
    assert the_day(report, label="2").verdict == "undetermined"
    assert {finding.subject for finding in findings(report, "missing-submission")} == {"语文", "数学"}


def test_days_asked_for_are_expected_though_nobody_reported_on_them(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, DAILY))
    tuesday = date(2026, 9, 15)
    report = office.hand_in("三.csv", row(20)).audit(Filters(first=tuesday, last=tuesday))
    assert {str(day.day) for day in report.class_days if day.verdict == "undetermined"} == {"2026-09-15"}


def test_days_off_expect_nothing(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, DAILY))
    rows = [row(20, day=day, to="三年级1-2班", subject=name) for day in ("2026-09-11", MONDAY) for name in ("语文", "数学")]
    assert not findings(office.hand_in("三.csv", *rows).audit(), "missing-submission")


def test_a_rejected_row_is_no_report(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[[roster]]\nclasses = "三(1)班"\nsubjects = ["语文"]\n'))
    headings = ("日期", "班级", "学科", "作业内容", "时长(分钟)", "状态")
    report = office.hand_in(
        "三.csv", [MONDAY, "三(1)班", "语文", "练习册", 20, "驳回"], [MONDAY, "三(1)班", "数学", "口算", 9, "通过"], headings=headings
    ).audit()
    assert [finding.subject for finding in findings(report, "missing-submission")] == ["语文"]


def test_a_whole_grade_means_the_classes_of_the_roster(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[[roster]]\nclasses = "三年级1-3班"\n'))
    report = office.hand_in("三.csv", row(20, to="三年级")).audit()
    assert [day.school_class for day in report.class_days] == ["1", "2", "3"]


def saved(path: Path, *rows: list[object]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in rows:
        sheet.append(cells)
    book.save(path)


def test_a_roster_may_be_a_workbook_which_is_no_submission(tmp_path: Path) -> None:
    saved(
        tmp_path / "班级名册.xlsx",
        ["2026年秋季班级名册"],
        ["年级", "班级", "学科", "报送", "人数"],
        ["三年级", 1, "语文、数学", "每天", 41],
        ["三年级", 1, "英语", "周二、周四", 41],
        ["三年级", "三(2)班", "语文", None, 40],
        [None, "四(1)班", None, None, None],
    )
    found = policy(tmp_path, 'roster = "班级名册.xlsx"\n')
    assert [(line.classes, dict(line.subjects), line.pupils) for line in found.roster] == [
        ("三(1)班", {"语文": (1, 2, 3, 4, 5, 6, 7), "数学": (1, 2, 3, 4, 5, 6, 7), "英语": (2, 4)}, 41),
        ("三(2)班", {"语文": (1, 2, 3, 4, 5, 6, 7)}, 40),
        ("四(1)班", {}, None),
    ]
    assert "班级名册.xlsx" in found.input.exclude


def test_a_calendar_may_be_a_workbook(tmp_path: Path) -> None:
    saved(
        tmp_path / "校历.xlsx",
        ["日期", "至", "类型", "名称"],
        [date(2026, 9, 1), date(2027, 1, 22), "学期", "秋季"],
        ["2026-11-05", "2026-11-06", "放假", "校运会"],
        ["2026年11月7日", None, "上课", None],
        [date(2026, 11, 9), None, "无作业日", None],
    )
    calendar = policy(tmp_path, '[calendar]\nfile = "校历.xlsx"\ndays_off = [2026-12-01]\n').calendar
    assert [(term.first, term.last) for term in calendar.terms] == [(date(2026, 9, 1), date(2027, 1, 22))]
    assert [str(days.first) for days in calendar.days_off] == ["2026-12-01", "2026-11-05"]
    assert [str(days.first) for days in calendar.school_days] == ["2026-11-07"]
    assert [str(days.first) for days in calendar.no_homework_days] == ["2026-11-09"]


@pytest.mark.parametrize(
    ("rows", "config", "said"),
    [
        ([["姓名", "学号"]], 'roster = "t.xlsx"', "班级"),
        ([["日期", "类型"], ["2026-09-01", "春游"]], '[calendar]\nfile = "t.xlsx"', "春游"),
        ([["日期", "类型"], ["九月", "放假"]], '[calendar]\nfile = "t.xlsx"', "九月"),
        ([["班级"], ["甲班"]], 'roster = "t.xlsx"', "甲班"),
    ],
)
def test_a_workbook_that_is_wrong_is_one_sentence(tmp_path: Path, rows: list[list[object]], config: str, said: str) -> None:
    saved(tmp_path / "t.xlsx", *rows)
    with pytest.raises(ConfigurationError) as wrong:
        policy(tmp_path, config)
    message, hint = fault_text(wrong.value, "zh")
    assert said in message
    assert hint


def test_a_workbook_that_is_not_there_or_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"PK\x03\x04 nothing")
    for name in ("t.xlsx", "none.xlsx"):
        with pytest.raises(ConfigurationError) as wrong:
            policy(tmp_path, f'roster = "{name}"\n')
        assert name in fault_text(wrong.value, "en")[0]


def test_a_day_without_homework_expects_nothing(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, f'[calendar]\nno_homework_weekdays = ["周二"]\n{DAILY}'))
    rows = [row(20, day=day, to="三年级1-2班", subject=name) for day in (MONDAY, "2026-09-16") for name in ("语文", "数学")]
    assert not findings(office.hand_in("三.csv", *rows).audit(), "missing-submission")
