"""Days and weeks as people name them on the command line."""

from __future__ import annotations

from datetime import date

import pytest

from homework_audit.cli.period import Asked, parse_period
from homework_audit.errors import ConfigurationError

TODAY = date(2026, 9, 16)  # a Wednesday
TERM = date(2026, 9, 1)


def days(asked: dict[str, str], *, plan: bool = False, week_one: date | None = None) -> tuple[str, str]:
    stated = Asked(asked.get("first"), asked.get("last"), asked.get("day"), asked.get("week"))
    first, last = parse_period(stated, TODAY, week_one, plan=plan)
    return str(first), str(last)


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        ({}, ("None", "None")),
        ({"first": "2026-09-14"}, ("2026-09-14", "None")),
        ({"first": "2026年9月14日", "last": "today"}, ("2026-09-14", "2026-09-16")),
        ({"day": "today"}, ("2026-09-16", "2026-09-16")),
        ({"day": "yesterday"}, ("2026-09-15", "2026-09-15")),
        ({"day": "昨天"}, ("2026-09-15", "2026-09-15")),
        ({"day": "2026/9/1"}, ("2026-09-01", "2026-09-01")),
        ({"week": "this"}, ("2026-09-14", "2026-09-20")),
        ({"week": "上周"}, ("2026-09-07", "2026-09-13")),
        ({"week": "next"}, ("2026-09-21", "2026-09-27")),
        ({"week": "2026-W38"}, ("2026-09-14", "2026-09-20")),
        ({"week": "2026-09-27"}, ("2026-09-21", "2026-09-27")),
    ],
)
def test_days_and_weeks(asked: dict[str, str], span: tuple[str, str]) -> None:
    assert days(asked) == span


@pytest.mark.parametrize("week", ["第3周", "3", "第三周"])
def test_a_week_of_the_term(week: str) -> None:
    assert days({"week": week}, week_one=TERM) == ("2026-09-14", "2026-09-20")


def test_a_plan_is_next_week_s_unless_days_are_named() -> None:
    assert days({}, plan=True) == ("2026-09-21", "2026-09-27")
    assert days({"day": "today"}, plan=True) == ("2026-09-16", "2026-09-16")


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"day": "soon"}, "bad-date"),
        ({"day": "9月14日"}, "bad-date"),
        ({"day": "0001-01-01"}, "bad-date"),
        ({"day": "9999-12-31"}, "bad-date"),
        ({"day": "2026-W27-3"}, "bad-date"),
        ({"day": "2026-02-30"}, "bad-date"),
        ({"week": "2026-W60"}, "bad-week"),
        ({"week": "第3周"}, "no-term"),
        ({"week": "this", "day": "today"}, "mixed-period"),
        ({"first": "2026-09-14", "day": "today"}, "mixed-period"),
    ],
)
def test_what_is_no_day_or_week_is_said(asked: dict[str, str], kind: str) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        days(asked)
    assert wrong.value.kind == kind
