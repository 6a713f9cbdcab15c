"""A slip of the pen in one year does not clear the day that was meant; days that are far apart on purpose stay where they are."""

from __future__ import annotations

import pytest

from tests.layouts.test_no_false_clear import H, K, Rows, audited

WEEK = ["2026-09-14", "2026-09-15", "2026-09-16", "2026-09-17", "2026-09-21", "2026-09-22"]


def listed(days: list[str]) -> Rows:
    return [H, *([day, K, subject, work, 35] for day in days for subject, work in (("语文", "抄写"), ("数学", "口算")))]


def slipped(to: str) -> Rows:
    rows = listed(WEEK)
    rows[5] = [to, *rows[5][1:]]
    return rows


@pytest.mark.parametrize("stated", ["2025-09-16", "2027-09-16", "2062-09-16", "2025年9月16日"])
def test_the_day_that_was_meant_is_open(stated: str) -> None:
    report = audited(slipped(stated))
    assert [str(day.day) for day in report.class_days] == WEEK
    assert {str(day.day): day.verdict for day in report.class_days}["2026-09-16"] == "undetermined"
    assert [(one.rule, one.params["reason"]) for one in report.findings if one.rule == "unreadable-date"] == [("unreadable-date", "year")]


def test_it_is_open_by_no_more_than_what_was_set() -> None:
    rows = slipped("2025-09-16")
    rows[5][4] = 20
    day = next(day for day in audited(rows).class_days if str(day.day) == "2026-09-16")
    assert (day.minutes, day.minutes_high, day.verdict) == (35, 55, "within")


@pytest.mark.parametrize(
    "days",
    [
        ["2025-12-30", "2025-12-31", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08"],  # across New Year
        ["2025-09-15", "2025-09-16", "2025-09-17", "2026-09-14", "2026-09-15", "2026-09-16"],  # two terms
        ["2026-03-02", "2026-09-14", "2026-09-15", "2026-09-16", "2026-09-17", "2026-09-21"],  # of the same year
        ["2025-09-16", "2026-09-14"],  # nobody knows which
    ],
)
def test_days_that_are_far_apart_on_purpose_stay(days: list[str]) -> None:
    report = audited(listed(days))
    assert len({day.day.year for day in report.class_days}) == len({day[:4] for day in days})
    assert not any(one.rule == "unreadable-date" for one in report.findings)
