"""Figures that only say how much it is at least, and days at the turn of a year, clear no class."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Office, row, table, the_day

STATISTICS = ("日期", "班级", "时长(分钟)")


@pytest.mark.parametrize(("listed", "kind"), [(20, "口头"), (0, "书面"), (30, "书面")])
def test_a_figure_without_an_upper_end_is_the_sum_of_nothing(office: Office, listed: int, kind: str) -> None:
    office.hand_in("三年级.csv", row(listed, kind=kind, content="练习册" if kind == "书面" else "朗读课文"))
    office.files["三年级作业时长统计表.csv"] = table(["2026-09-14", "三(1)班", "70分钟以上"], headings=STATISTICS)
    assert the_day(office.audit()).verdict == "over"


@pytest.mark.parametrize("on", [date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 10)])
def test_an_unread_file_over_the_turn_of_a_year_leaves_its_days_open(office: Office, on: date) -> None:
    office.as_of = on
    day = "2025-12-29" if on.month == 7 else "2026-12-29"
    office.files["三(1)班12月28日-1月3日.xlsx"] = b"\xd0\xcf\x11\xe0 cut off"
    office.hand_in("三.csv", row(20, day=day))
    assert the_day(office.audit(), day=day).verdict == "undetermined"
