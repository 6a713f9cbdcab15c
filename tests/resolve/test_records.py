"""How entries are understood together: years, weekdays, schools, accounts."""

from __future__ import annotations

from datetime import date

import pytest

from homework_audit.resolve.duplicates import is_alike
from homework_audit.resolve.years import Years
from homework_audit.values.references import DateRef
from tests.conftest import HEADINGS, Office, findings, row, the_day


@pytest.mark.parametrize(
    ("ref", "as_of", "day"),
    [
        (DateRef(None, 9, 14), date(2026, 9, 30), date(2026, 9, 14)),
        (DateRef(None, 12, 28), date(2027, 1, 5), date(2026, 12, 28)),
        (DateRef(None, 1, 5), date(2026, 12, 28), date(2027, 1, 5)),
        (DateRef(2025, 9, 14), date(2026, 9, 30), date(2025, 9, 14)),
        (DateRef(None, 9, 14, 1), date(2026, 9, 30), date(2026, 9, 14)),
        (DateRef(None, 9, 14, 2), date(2026, 9, 30), None),
        (DateRef(None, 2, 29), date(2026, 3, 1), None),
        (None, date(2026, 3, 1), None),
    ],
)
def test_a_missing_year_is_the_one_that_brings_the_date_nearest(ref: DateRef | None, as_of: date, day: date | None) -> None:
    assert Years(as_of).day(ref) == day


def test_the_report_says_that_a_year_was_taken_from_the_day_of_the_audit(office: Office) -> None:
    assert office.hand_in("三年级.csv", row(20, day="9月14日")).audit().as_of == date(2026, 9, 30)
    assert Office().hand_in("三年级.csv", row(20)).audit().as_of is None


def test_a_weekday_that_disagrees_makes_the_day_unknown(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(20), row(30, subject="数学", day="9月14日（周二）")).audit()
    assert [found.params["reason"] for found in findings(report, "unreadable-date")] == ["weekday"]
    assert (report.entries.read, report.entries.counted, report.entries.rejected) == (2, 1, 1)


def test_the_year_of_a_title_outdoes_the_day_of_the_audit(office: Office) -> None:
    report = office.hand_in("周.csv", HEADINGS, row(20, day="9月14日"), headings=["2025—2026学年度三年级作业"]).audit()
    assert (str(report.class_days[0].day), report.as_of) == ("2025-09-14", None)


def test_one_school_named_anywhere_is_the_school_of_all(office: Office) -> None:
    office.hand_in("a.csv", ["塞上湖学校", *row(20)], headings=("学校", *HEADINGS))
    report = office.hand_in("b.csv", row(25, subject="数学")).audit()
    assert [(day.school, day.minutes) for day in report.class_days] == [("塞上湖学校", 45)]


def test_two_schools_named_are_two_classes(office: Office) -> None:
    rows = [["甲校", *row(20)], ["乙校", *row(30)]]
    report = office.hand_in("a.csv", *rows, headings=("学校", *HEADINGS)).audit()
    assert [(day.school, day.minutes) for day in report.class_days] == [("乙校", 30), ("甲校", 20)]


def test_rows_turned_down_or_withdrawn_were_never_set(office: Office) -> None:
    rows = [[*row(20), "已通过"], [*row(50, subject="数学"), "驳回"], [*row(30, subject="英语"), "待审核"]]
    report = office.hand_in("导出.csv", *rows, headings=(*HEADINGS, "审核状态")).audit()
    assert the_day(report).minutes == 50
    assert report.entries.not_counted["not-set"] == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("完成练习册第12—13页", "练习册12-13页", True),
        ("抄写生字三遍", "抄写生字两遍", True),
        ("练习册第12页", "练习册第14页", False),
        ("写一篇日记", "背诵古诗", False),
        ("练习册", "练习册", False),
        ("口算", "口算题卡", False),
    ],
)
def test_alike(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is alike
