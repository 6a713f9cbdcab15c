"""Turns the reports of schools into a draw: which classes and pupils are asked about the homework of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from homework_audit.bureau.drawing import ClassPlace, draw, register_numbers
from homework_audit.bureau.form import Draw, Drawn
from homework_audit.bureau.handed import Handed
from homework_audit.bureau.slip import Slip, SlipDay
from homework_audit.errors import ConfigurationError

_AT_SCHOOL: Final = ("school-day", "make-up-day")


class Wanted(NamedTuple):
    """What is to be drawn: the day that is asked about (None: the last school day of the reports), the share of classes, the seed,
    the register numbers, and how many pupils a class has. The share is above 0 and at most 1.
    """

    day: date | None
    share: float
    seed: int
    numbers: str
    pupils: int


def sample_of(handed: Iterable[Handed], wanted: Wanted) -> Draw:
    """The draw. Raises ConfigurationError for rollups, and where no report has a class on the day."""
    places: dict[ClassPlace, dict[date, SlipDay]] = {}
    for one in handed:
        if not isinstance(one.told, Slip):
            raise ConfigurationError("verify-rollup", file=one.file)
        for day in one.told.class_days:
            if day.school_class:
                place = ClassPlace(day.school or one.school, day.grade, day.school_class)
                places.setdefault(place, {})[day.day] = day
    on = wanted.day or max((on for days in places.values() for on, day in days.items() if day.day_type in _AT_SCHOOL), default=None)
    classes = [place for place, days in places.items() if on in days]
    if on is None or not classes:
        raise ConfigurationError("sample-of-nothing", day=on or "")
    numbers = register_numbers(wanted.numbers, wanted.pupils)
    drawn = [Drawn(place, _subjects(places[place][on]), numbers) for place in draw(classes, wanted.share, wanted.seed)]
    return Draw(on, len(classes), wanted.share, wanted.seed, wanted.numbers, drawn)


def _subjects(day: SlipDay) -> tuple[str, ...]:
    return tuple(name for name, minutes in day.subjects.items() if minutes > 0)
