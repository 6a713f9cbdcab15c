"""Turns the options of time into the days that are shown: dates, today and yesterday, weeks by name, number or date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from homework_audit.cli.arguments import parse_date
from homework_audit.errors import ConfigurationError
from homework_audit.values.expressions import expression
from homework_audit.values.numerals import number
from homework_audit.values.text import compact

_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "今天": 0, "昨天": -1, "明天": 1}
_WEEKS: Final = {"this": 0, "last": -1, "next": 1, "本周": 0, "上周": -1, "下周": 1}
_ISO_WEEK: Final = expression(r"(\d{4})-?w(\d{1,2})")
_TERM_WEEK: Final = expression(r"第?([\d一二三四五六七八九十]{1,3})周?")

Span = tuple[date | None, date | None]


class Asked(NamedTuple):
    """What the command line says of time, as it stands."""

    first: str | None
    last: str | None
    day: str | None
    week: str | None


def parse_period(asked: Asked, today: date, week_one: date | None, *, plan: bool) -> Span:
    """The first and the last day that are shown; a plan without any is next week's. `week_one` is a day of the term's first week.

    Raises ConfigurationError for a day or week that is none, for a period that ends before it begins, and where days and weeks are mixed.
    """
    stated = [option for option, text in (("--from", asked.first or asked.last), ("--date", asked.day), ("--week", asked.week)) if text]
    if len(stated) > 1:
        raise ConfigurationError("mixed-period", options=" ".join(stated))
    if asked.day:
        day = _day("--date", asked.day, today)
        return day, day
    if asked.week or (plan and not stated):
        return _week(asked.week or "next", today, week_one)
    first, last = _day("--from", asked.first, today), _day("--to", asked.last, today)
    if first and last and last < first:
        raise ConfigurationError("backwards-period", first=first, last=last)
    return first, last


def _day(option: str, text: str | None, today: date) -> date | None:
    if text and compact(text) in _DAYS:
        return today + timedelta(days=_DAYS[compact(text)])
    return parse_date(option, text)


def _week(text: str, today: date, week_one: date | None) -> Span:
    """Monday to Sunday of «next», «2026-W38», «第3周» or of the week around a date."""
    word = compact(text)
    iso, counted = _ISO_WEEK.fullmatch(word), _TERM_WEEK.fullmatch(word)
    if word in _WEEKS:
        return _around(today + timedelta(days=7 * _WEEKS[word]))
    if iso:
        try:
            return _around(date.fromisocalendar(int(iso[1]), int(iso[2]), 1))
        except ValueError as none:
            raise ConfigurationError("bad-week", value=text) from none
    if counted:
        if week_one is None:
            raise ConfigurationError("no-term", value=text)
        return _around(week_one + timedelta(days=7 * ((number(counted[1]) or 1) - 1)))
    day = parse_date("--week", text)
    return _around(day) if day else (None, None)


def _around(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
