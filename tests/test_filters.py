"""Filters choose what is shown and gated, never what is read and summed."""

from __future__ import annotations

from datetime import date

import pytest

from homework_audit.filters import Filters, filtered
from homework_audit.models.report import Report
from homework_audit.values.references import ClassRef
from tests.conftest import Office, row


@pytest.fixture
def report() -> Report:
    rows = [row(70), row(20, day="2026-09-15"), row(70, to="四(1)班"), row(30, subject="数学")]
    office = Office().hand_in("作业.csv", *rows)
    office.files["坏.xlsx"] = b"PK\x03\x04"
    return office.audit()


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (Filters(), [(3, 14), (3, 15), (4, 14)]),
        (Filters(first=date(2026, 9, 15)), [(3, 15)]),
        (Filters(last=date(2026, 9, 14)), [(3, 14), (4, 14)]),
        (Filters(grades=frozenset({4})), [(4, 14)]),
        (Filters(classes=frozenset({ClassRef(3, "1")})), [(3, 14), (3, 15)]),
        (Filters(subjects=frozenset({"数学"})), [(3, 14)]),
    ],
)
def test_what_is_shown(report: Report, filters: Filters, days: list[tuple[int, int]]) -> None:
    shown = filtered(report, filters)
    assert [(day.grade, day.day.day) for day in shown.class_days] == days
    assert shown.summary.class_days == len(days)
    assert shown.summary.over == sum(day.verdict == "over" for day in shown.class_days)
    assert shown.entries == report.entries
    assert not shown.complete, "a filter never makes an incomplete audit complete"
    assert any(finding.rule == "unreadable-file" for finding in shown.findings)


def test_a_subject_is_shown_with_the_sum_of_all(report: Report) -> None:
    (day,) = filtered(report, Filters(subjects=frozenset({"数学"}))).class_days
    assert (day.minutes, dict(day.subjects)) == (100, {"语文": 70, "数学": 30})


def test_the_report_states_its_filters() -> None:
    stated = Filters(date(2026, 9, 14), None, frozenset({3}), frozenset({ClassRef(3, "1")}), frozenset({"数学"}))
    assert stated.as_json() == {"from": "2026-09-14", "grades": [3], "classes": ["3(1)"], "subjects": ["数学"]}


def test_homework_of_a_whole_grade_is_that_of_every_class_that_is_wanted() -> None:
    report = Office().hand_in("作业.csv", row(70, to="三年级")).audit()
    shown = filtered(report, Filters(classes=frozenset({ClassRef(3, "2")})))
    assert [(day.grade, day.school_class, day.verdict) for day in shown.class_days] == [(3, None, "over")]
    assert not filtered(report, Filters(classes=frozenset({ClassRef(4, "2")}))).class_days
