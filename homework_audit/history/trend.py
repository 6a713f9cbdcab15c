"""Turns the recorded class-days of one class into its minutes over the term, drawn as bars of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from homework_audit.history.looked import Place
from homework_audit.history.rows import RecordedDay
from homework_audit.history.store import History
from homework_audit.locale import Lang
from homework_audit.messages import say, shown

_FULL: Final = 30
"""Signs of the longest bar."""
_MARKS: Final = {"over": "!", "undetermined": "?", "within": "", "no-cap": ""}


def trend_of(
    history: History, school: str | None, grade: int, label: str | None, *, first: date | None = None, last: date | None = None
) -> list[RecordedDay]:
    """The class-days of a class from one day to another, each as the last run has it that could see as much as those before.

    A run over a part of the folders does not speak against one over all of them. What a whole run no longer has on a date that
    it judged is gone; dates that it knows nothing of, those of last term perhaps, stay as they were.
    """
    found: dict[date, RecordedDay] = {}
    own = history.days(school, grade, label)
    scope: tuple[str, ...] = ()
    for run, view in history.views().items():
        days = {day.day: day for day in own.get(run, ())}
        if not Place(scope, {}).lies_in(view.named):
            found = days | found
            continue
        scope = view.named
        gone = view.dates - days.keys() if view.is_whole else frozenset[date]()
        found = {day: known for day, known in found.items() if day not in gone} | days
    return [found[day] for day in sorted(found) if (first is None or first <= day) and (last is None or day <= last)]


def drawn(name: str, days: Sequence[RecordedDay], lang: Lang) -> str:
    """A line a day with its minutes as a bar, «│» where the cap lies, and the mean of each week."""
    return "".join(f"{line}\n" for line in _lines(name, days, lang))


def _lines(name: str, days: Sequence[RecordedDay], lang: Lang) -> Iterator[str]:
    yield say(lang, "history.trend", name=name, days=len(days))
    most = max((max(day.minutes, day.cap or 0) for day in days), default=0) or 1
    for monday, week in groupby(days, key=lambda day: day.day - timedelta(days=day.day.weekday())):
        listed = list(week)
        mean = sum(day.minutes for day in listed) / len(listed)
        in_doubt = any(day.minutes_high != day.minutes for day in listed)
        yield say(lang, "history.trend.week", monday=monday, mean=f"{'≥' if in_doubt else ''}{shown(mean)}")
        for day in listed:
            yield f"  {day.day:%m-%d} {_bar(day, most)} {_minutes(day):>5} {_MARKS.get(day.verdict, '')}".rstrip()


def _minutes(day: RecordedDay) -> str:
    """The minutes at least, said to be so where they may be more."""
    return shown(day.minutes) if day.minutes_high == day.minutes else f"≥{shown(day.minutes)}"


def _bar(day: RecordedDay, most: float) -> str:
    """The minutes as a bar with a mark at the cap: what lies beyond is over."""
    length = round(day.minutes / most * _FULL)
    bar = "█" * length + " " * (_FULL - length)
    if day.cap is None:
        return bar
    at = min(_FULL - 1, round(day.cap / most * _FULL))
    return f"{bar[:at]}│{bar[at:]}"
