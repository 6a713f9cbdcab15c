"""Kinds of day, and over which days homework is shared. 2026: National Day 1–7 October, make-up Sunday 20 September."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.school_calendar import CalendarSettings, MissingCalendar, SchoolCalendar

CALENDAR = SchoolCalendar(CalendarSettings())

SEPTEMBER, OCTOBER = 9, 10


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (on(9, 14), "school-day"),
        (on(9, 19), "day-off"),
        (on(9, 20), "make-up-day"),
        (on(10, 1), "holiday"),
        (on(10, 7), "holiday"),
        (on(10, 10), "make-up-day"),
        (on(9, 25), "holiday"),
        (date(2027, 10, 1), "school-day"),
        (date(2027, 10, 2), "day-off"),
    ],
)
def test_kind_of_day(day: date, kind: str) -> None:
    assert CALENDAR.day_type(day) == kind


def test_years_that_nobody_has_announced_are_not_covered() -> None:
    assert CALENDAR.is_covered(2026)
    assert not CALENDAR.is_covered(2027)


@pytest.mark.parametrize(
    ("set_on", "due", "days"),
    [
        pytest.param(on(9, 14), None, [on(9, 14)], id="a Monday without a due day: that evening"),
        pytest.param(on(9, 14), on(9, 15), [on(9, 14)], id="due the next day"),
        pytest.param(on(9, 14), on(9, 18), [on(9, n) for n in (14, 15, 16, 17)], id="a project from Monday to Friday"),
        pytest.param(on(9, 14), on(10, 9), [on(9, n) for n in (14, 15, 16, 17, 18)], id="due in three weeks: five days at most"),
        pytest.param(on(9, 11), None, [on(9, 12), on(9, 13)], id="a Friday list is the weekend's"),
        pytest.param(on(9, 11), on(9, 14), [on(9, 12), on(9, 13)], id="a Friday list due on Monday"),
        pytest.param(on(9, 11), on(9, 15), [on(9, 11), on(9, 14)], id="a Friday list due on Tuesday: school days only"),
        pytest.param(on(9, 18), None, [on(9, 19)], id="before a make-up Sunday only Saturday is off"),
        pytest.param(on(9, 20), None, [on(9, 20)], id="a make-up Sunday is a school day"),
        pytest.param(on(9, 30), None, [on(10, n) for n in range(1, 8)], id="the last evening before National Day"),
        pytest.param(on(9, 12), None, [on(9, 12), on(9, 13)], id="set on a Saturday: shared by the days off that remain"),
        pytest.param(on(9, 14), on(9, 1), [on(9, 14)], id="a due day that lies before it is no due day"),
    ],
)
def test_days_over_which_homework_is_shared(set_on: date, due: date | None, days: list[date]) -> None:
    assert list(CALENDAR.days_of_work(set_on, due, 5)) == days


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.none() | st.integers(0, 60), st.integers(1, 10))
def test_homework_is_always_shared_by_some_day_and_never_before_it_was_set(set_on: date, lead: int | None, most: int) -> None:
    due = None if lead is None else date.fromordinal(set_on.toordinal() + lead)
    days = CALENDAR.days_of_work(set_on, due, most)
    assert days
    assert days == tuple(sorted(set(days)))
    assert days[0] >= set_on
    assert len([day for day in days if CALENDAR.is_school_day(day)]) <= most
    assert CALENDAR.next_school_day(set_on) > set_on


@pytest.mark.parametrize(
    ("country", "subdivision", "day", "kind"),
    [
        ("DE", "NW", on(10, 3), "holiday"),
        ("DE", "NW", on(11, 1), "holiday"),
        ("DE", "BE", on(11, 1), "day-off"),
        ("US", "", on(11, 26), "holiday"),
        ("RU", "", on(11, 4), "holiday"),
        ("DE", "NW", on(10, 1), "school-day"),
        ("DE", "NW", on(10, 4), "day-off"),
    ],
)
def test_other_countries_have_their_own_holidays(country: str, subdivision: str, day: date, kind: str) -> None:
    assert SchoolCalendar(CalendarSettings(country=country, subdivision=subdivision)).day_type(day) == kind


def test_a_calendar_that_is_not_at_hand_is_never_replaced_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    for settings in (CalendarSettings(country="ZZ"), CalendarSettings(country="DE", subdivision="??")):
        with pytest.raises(MissingCalendar) as unknown:
            SchoolCalendar(settings)
        assert unknown.value.kind == "no-such-calendar"
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(MissingCalendar) as absent:
        SchoolCalendar(CalendarSettings(country="DE"))
    assert absent.value.kind == "calendar-not-installed"


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (on(10, 1), on(9, 1)),
        (on(8, 1), on(9, 1)),
        (date(2027, 2, 1), on(9, 1)),
        (date(2027, 3, 20), date(2027, 2, 22)),
        (date(2028, 1, 1), date(2027, 2, 22)),
    ],
)
def test_the_term_that_is_meant_on_a_day(day: date, first: date) -> None:
    terms = ({"from": on(9, 1), "to": date(2027, 1, 22)}, {"from": date(2027, 2, 22), "to": date(2027, 7, 2)})
    calendar = SchoolCalendar(CalendarSettings.model_validate({"terms": terms}))
    term = calendar.term_around(day)
    assert term
    assert term.first == first


def test_days_off_in_a_row_are_one_break() -> None:
    assert CALENDAR.break_of(on(10, 3)) == (on(10, 1), on(10, 7))
    assert CALENDAR.break_of(on(9, 12)) == (on(9, 12), on(9, 13))
