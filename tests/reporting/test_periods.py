"""Weeks and half-months beside the days: sums, and no mean that hides a bad day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.filters import Filters, filtered
from homework_audit.reporting.periods import half_month_of, week_of
from tests.conftest import Office, row


@pytest.mark.parametrize(
    ("day", "span"),
    [
        (date(2026, 9, 15), (date(2026, 9, 1), date(2026, 9, 15))),
        (date(2026, 9, 16), (date(2026, 9, 16), date(2026, 9, 30))),
        (date(2026, 2, 28), (date(2026, 2, 16), date(2026, 2, 28))),
        (date(2024, 2, 29), (date(2024, 2, 16), date(2024, 2, 29))),
        (date(2026, 12, 31), (date(2026, 12, 16), date(2026, 12, 31))),
    ],
)
def test_half_months(day: date, span: tuple[date, date]) -> None:
    assert half_month_of(day) == span


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_lies_in_its_week_and_half_month(day: date) -> None:
    for span in (week_of, half_month_of):
        first, last = span(day)
        assert first <= day <= last
        assert span(first) == span(last) == (first, last)
    assert week_of(day)[0].isoweekday() == 1


def test_a_mean_within_the_cap_shows_the_day_that_is_over(office: Office) -> None:
    report = office.hand_in("三.csv", row(100), row(10, day="2026-09-15"), row("适量", day="2026-09-16")).audit()
    week = next(period for period in report.periods if period.kind == "week")
    assert (week.class_days, week.minutes, round(week.mean), week.heaviest, str(week.heaviest_on)) == (3, 110, 37, 100, "2026-09-14")
    assert (week.over, week.undetermined) == (1, 1)


def test_half_months_split_a_week(office: Office) -> None:
    report = office.hand_in("三.csv", row(30, day="2026-09-15"), row(20, day="2026-09-16")).audit()
    found = [(str(period.first), str(period.last), period.minutes) for period in report.periods if period.kind == "half-month"]
    assert found == [("2026-09-01", "2026-09-15", 30), ("2026-09-16", "2026-09-30", 20)]


def test_filters_show_the_periods_of_the_days_asked_for_with_all_their_days(office: Office) -> None:
    report = office.hand_in("三.csv", row(30, day="2026-09-14"), row(20, day="2026-09-16"), row(9, day="2026-09-22")).audit()
    shown = filtered(report, Filters(first=date(2026, 9, 16), last=date(2026, 9, 16))).periods
    assert [(period.kind, period.minutes) for period in shown] == [("week", 50), ("half-month", 29)]
