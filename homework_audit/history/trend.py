"""Turns the recorded class-days of one class into its minutes over the term, drawn as bars of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from homework_audit.history.rows import RecordedDay
from homework_audit.history.store import History
from homework_audit.messages import say, shown
from homework_audit.models.report import Lang

_FULL: Final = 30
"""Signs of the longest bar."""
_MARKS: Final = {"over": "!", "undetermined": "?", "within": "", "no-cap": ""}


def trend_of(
    history: History, school: str | None, grade: int, label: str | None, *, first: date | None = None, last: date | None = None
) -> list[RecordedDay]:
    """The class-days of a class from one day to another, each as the last run that judged it has it."""
    days = history.days(school, grade, label)
    return [day for day in days if (first is None or first <= day.day) and (last is None or day.day <= last)]


def drawn(name: str, days: Sequence[RecordedDay], lang: Lang) -> str:
    """A line a day with its minutes as a bar, «│» where the cap lies, and the mean of each week."""
    return "".join(f"{line}\n" for line in _lines(name, days, lang))


def _lines(name: str, days: Sequence[RecordedDay], lang: Lang) -> Iterator[str]:
    yield say(lang, "history.trend", name=name, days=len(days))
    most = max((max(day.minutes, day.cap or 0) for day in days), default=0) or 1
    for monday, week in groupby(days, key=lambda day: day.day - timedelta(days=day.day.weekday())):
        listed = list(week)
        mean = sum(day.minutes for day in listed) / len(listed)
        yield say(lang, "history.trend.week", monday=monday, mean=mean)
        for day in listed:
            yield f"  {day.day:%m-%d} {_bar(day, most)} {shown(day.minutes):>5} {_MARKS.get(day.verdict, '')}".rstrip()


def _bar(day: RecordedDay, most: float) -> str:
    """The minutes as a bar with a mark at the cap: what lies beyond is over."""
    length = round(day.minutes / most * _FULL)
    bar = "█" * length + " " * (_FULL - length)
    if day.cap is None:
        return bar
    at = min(_FULL - 1, round(day.cap / most * _FULL))
    return f"{bar[:at]}│{bar[at:]}"
