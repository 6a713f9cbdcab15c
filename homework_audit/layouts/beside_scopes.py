"""Turns a text beside homework into where what it says belongs: the classes and the days of its row, and those that it names."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.beside_texts import changes_figures, day_moved_to, moves_to_another_day, speaks_of_other_classes
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import Entry, Scope
from homework_audit.values.classes import classes_within
from homework_audit.values.corrections import corrects
from homework_audit.values.dates import dates_within
from homework_audit.values.expressions import expression
from homework_audit.values.references import ClassRef, DateRef

_CORRECTION = expression(r"\s*(?:更正|勘误|订正|修改)(?:说明)?[:：]")
_MORE_DAYS = expression(r"起|以后|之后|每|开始|及|和|、")


def scope_beside(titles: Scope, entries: Sequence[Entry]) -> Scope:
    """Where something beside these entries belongs, as far as they or the titles say it."""
    own = scope_of(entries) if entries else titles
    return titles._replace(classes=own.classes or titles.classes, first=own.first or titles.first, last=own.last or titles.last)


def with_what_is_named(scope: Scope, text: str) -> Scope:
    """The scope with the days of «改到周二», that of «更正：10月14日数学…», and with the classes of which «1班同» speaks.

    These are the classes that it names, else all of the grade.
    """
    scope = of_the_day_named(_with_day_moved_to(scope, text), text)
    grade = next((ref.grade for ref in scope.classes if ref.grade), None)
    if grade is None or not changes_figures(text) or not speaks_of_other_classes(text):
        return scope
    named = tuple(ref._replace(grade=ref.grade or grade) for ref in classes_within(text) if ref.label)
    return scope._replace(classes=named or (ClassRef(grade, None),))


def of_the_day_named(scope: Scope, text: str) -> Scope:
    """The scope of several days, or of none that are known, narrowed to the one that a correction names."""
    named = dates_within(text) if corrects(text) or _CORRECTION.match(text) else ()
    if len(named) != 1 or _MORE_DAYS.search(text):
        return scope
    if scope.first is None or scope.last is None:
        return scope._replace(first=named[0], last=named[0])
    day = named[0]._replace(year=named[0].year or scope.first.year)
    is_one_of_them = (scope.first.month, scope.first.day) <= (day.month, day.day) <= (scope.last.month, scope.last.day)
    return scope._replace(first=day, last=day) if is_one_of_them else scope


def _with_day_moved_to(scope: Scope, text: str) -> Scope:
    """The scope of one day up to the day on which its homework is done instead."""
    day = scope.first.on(scope.first.year) if scope.first and scope.first.year and moves_to_another_day(text) else None
    if day is None or scope.first != scope.last:
        return scope
    other = day_moved_to(text, day)
    first, last = (DateRef(one.year, one.month, one.day) for one in sorted((day, other)))
    return scope._replace(first=first, last=last)
