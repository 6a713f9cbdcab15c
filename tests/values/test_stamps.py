"""Moments at which something was put up or sent in."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from homework_audit.values.stamps import read_stamp


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-09-14 19:30", "2026-09-14T19:30:00"),
        ("2026/9/14 7:05:12", "2026-09-14T07:05:00"),
        ("2026年9月14日 下午7:30", "2026-09-14T19:30:00"),
        ("2026-09-14 07:30 PM", "2026-09-14T19:30:00"),
        ("2026-09-14 12:30 am", "2026-09-14T00:30:00"),
        ("2026-09-14 12:30 pm", "2026-09-14T12:30:00"),
        ("2026-09-14T19:30:00.5", "2026-09-14T19:30:00"),
        ("2026-09-14", "2026-09-14T00:00:00"),
        (datetime(2026, 9, 14, 19, 30), "2026-09-14T19:30:00"),
        (date(2026, 9, 14), "2026-09-14T00:00:00"),
    ],
)
def test_moments(text: object, moment: str) -> None:
    stamp = read_stamp(text)
    assert stamp
    assert stamp.isoformat() == moment


@pytest.mark.parametrize("text", ["", "昨晚", "19:30", "9月14日", 3, None, "30分钟"])
def test_what_is_no_moment(text: object) -> None:
    assert read_stamp(text) is None
