"""Turns a cell into the moment at which something was put up or sent in: 2026-09-14 19:30, 2026年9月14日 19:30, 9/14/26 7:30."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from homework_audit.values.dates import read_date
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, plain

_CLOCK = expression(r"\s*T?\s*(上午|下午|晚上)?\s*(\d{1,2})[:：](\d{2})(?:[:：]\d{2}(?:\.\d+)?)?\s*(am|pm)?$", re.IGNORECASE)


def read_stamp(value: Cell) -> datetime | None:
    """The moment with its day and, where the cell says it, its time of day (else midnight); None for anything else."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime.combine(value, time())
    if not isinstance(value, str):
        return None
    text = plain(value).strip()
    clock = _CLOCK.search(text)
    day = read_date(text[: clock.start()].strip() if clock else text)
    on = day.on(day.year) if day and day.year else None
    if on is None:
        return None
    return datetime.combine(on, _time(clock) if clock else time())


def _time(clock: re.Match[str]) -> time:
    hour, minute = int(clock[2]), int(clock[3])
    if (clock[4] or "").lower() == "am" and hour == 12:
        hour = 0
    if (clock[1] in ("下午", "晚上") or (clock[4] or "").lower() == "pm") and hour < 12:
        hour += 12
    return time(hour % 24, minute % 60)
