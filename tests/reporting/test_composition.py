"""Who contributes what: every minute of the class-days shown, and no other, in the account of its class and subject."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.filters import Filters, filtered
from tests.conftest import Office, row

HOMEWORK = st.tuples(
    st.integers(1, 50), st.sampled_from(["语文", "数学", "英语"]), st.sampled_from(["三(1)班", "三(2)班"]), st.integers(14, 18)
)


@given(st.lists(HOMEWORK, min_size=1, max_size=12))
def test_every_minute_is_in_one_account(set_homework: list[tuple[int, str, str, int]]) -> None:
    rows = [
        row(minutes, subject=subject, to=to, day=f"2026-09-{day}", content=f"第{number}题")
        for number, (minutes, subject, to, day) in enumerate(set_homework)
    ]
    report = Office().hand_in("a.csv", *rows).audit()
    for line in report.composition:
        days = [day for day in report.class_days if day.school_class == line.school_class]
        assert line.class_days == len(days)
        assert line.minutes == sum(day.minutes for day in days)
        assert sum(found.minutes for found in line.subjects.values()) == pytest.approx(line.minutes)
        assert sum(found.percent for found in line.subjects.values()) == pytest.approx(100, abs=0.3)
        for name, found in line.subjects.items():
            assert found.heaviest == max(day.subjects.get(name, 0) for day in days)
            assert found.days == sum(name in day.subjects for day in days)
        minutes = [found.minutes for found in line.subjects.values()]
        assert minutes == sorted(minutes, reverse=True)


def test_filters_leave_the_minutes_of_the_days_asked_for(office: Office) -> None:
    office.hand_in("a.csv", row(30), row(20, subject="数学"), row(50, day="2026-09-15"))
    (line,) = filtered(office.audit(), Filters(first=date(2026, 9, 14), last=date(2026, 9, 14))).composition
    assert (line.minutes, {name: found.minutes for name, found in line.subjects.items()}) == (50, {"语文": 30, "数学": 20})


def test_a_class_without_minutes_contributes_nothing(office: Office) -> None:
    (line,) = office.hand_in("a.csv", row("无", content="")).audit().composition
    assert (line.minutes, line.mean, line.subjects) == (0, 0, {})
