"""Turns a line that stands alone in a list («9月15日 星期二», «▶ 三(2)班　班主任：…») into the day and the classes that it names."""

from __future__ import annotations

from homework_audit.values.classes import read_classes
from homework_audit.values.dates import dates_within, read_date
from homework_audit.values.expressions import expression
from homework_audit.values.references import ClassRef, DateRef
from homework_audit.values.stated_times import states_time
from homework_audit.values.wording import names_work

_SIGNS = expression(r"^[^\w(（]+")
_APART = expression(r"\s{2,}|\u3000|\s*(?=班主任|人数)")
"""What parts the class of «▶ 四年级1班　班主任：…　人数：43» from what is told of it."""
_LONGEST_DAY = 14
_AGAIN = expression(r"补|续|更正|加")


def section_of(text: str, grade: int | None) -> tuple[DateRef | None, tuple[ClassRef, ...]]:
    """The day and the classes that a line names, None and () where it names none; a class without a grade is one of `grade`."""
    line = _SIGNS.sub("", text)
    refs = read_classes(line, grade) or read_classes(_APART.split(line)[0], grade)
    day, *behind = _APART.split(line, maxsplit=1)
    stated = read_date(line) or (read_date(day) if behind and not names_work(behind[0]) and not states_time(behind[0]) else None)
    return stated or _day_that_returns(line), refs


def _day_that_returns(line: str) -> DateRef | None:
    """The day of «9月15日（补）», which comes again below the days that follow it."""
    dates = dates_within(line) if len(line) <= _LONGEST_DAY and _AGAIN.search(line) else ()
    return dates[0] if len(dates) == 1 else None
