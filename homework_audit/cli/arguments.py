"""Turns the texts of options into dates, grades, classes and subjects, or says which one is wrong.

The readers of values are imported where an option is given: they are slow to import, and most runs state none.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from enum import StrEnum

from homework_audit.errors import ConfigurationError
from homework_audit.values.references import ClassRef


class Language(StrEnum):
    """The languages of messages."""

    ZH = "zh"
    EN = "en"


class By(StrEnum):
    """What the table shows beside the days."""

    DAY = "day"
    WEEK = "week"
    HALF_MONTH = "half-month"


def parse_date(option: str, text: str | None) -> date | None:
    """The day that an option states with its year; None where the option is absent."""
    if text is None:
        return None
    with suppress(ValueError):
        if len(text) == len("2026-09-14") and text.startswith("20") and text[4] == text[7] == "-":
            return date.fromisoformat(text)
    from homework_audit.values.dates import read_date  # slow to import; a job writes its days as above

    found = read_date(text)
    day = found.on(found.year) if found and found.year else None
    if day is None:
        raise ConfigurationError("bad-date", option=option, value=text)
    return day


def parse_grade(text: str, junior_years: int = 3) -> int:
    """A grade such as 3, 三年级 or 初一; of a junior school of four years 初一 is grade 6."""
    from homework_audit.layouts.junior_years import FOUR_YEARS, four_junior_years
    from homework_audit.values.classes import read_grade

    grade = read_grade(four_junior_years(text) if junior_years == FOUR_YEARS else text)
    if grade is None:
        raise ConfigurationError("bad-filter", option="--grade", value=text)
    return grade


def parse_class(text: str, junior_years: int = 3) -> tuple[ClassRef, ...]:
    """Classes such as 三(2)班 or 三年级1-3班; of a junior school of four years 初一 is grade 6."""
    from homework_audit.layouts.junior_years import FOUR_YEARS, four_junior_years
    from homework_audit.values.classes import read_classes

    classes = read_classes(four_junior_years(text) if junior_years == FOUR_YEARS else text)
    if not classes or any(ref.grade is None for ref in classes):
        raise ConfigurationError("bad-filter", option="--class", value=text)
    return classes


def parse_subject(text: str) -> str:
    """A subject's standard name; a name that is not known stands as it is."""
    from homework_audit.values.subjects import subject

    return subject(text) or text
