"""Turns a text beside homework into where what it says belongs: the classes and the days of its row, and those that it names."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.beside_texts import changes_figures, day_moved_to, moves_to_another_day, speaks_of_other_classes
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import Entry, Scope
from homework_audit.values.classes import classes_within
from homework_audit.values.references import ClassRef, DateRef


def scope_beside(titles: Scope, entries: Sequence[Entry]) -> Scope:
    """Where something beside these entries belongs, as far as they or the titles say it."""
    own = scope_of(entries) if entries else titles
    return titles._replace(classes=own.classes or titles.classes, first=own.first or titles.first, last=own.last or titles.last)


def with_what_is_named(scope: Scope, text: str) -> Scope:
    """The scope with the days of «改到周二», and with the classes of which «1班同» speaks: those it names, else all of the grade."""
    scope = _with_day_moved_to(scope, text)
    grade = next((ref.grade for ref in scope.classes if ref.grade), None)
    if grade is None or not changes_figures(text) or not speaks_of_other_classes(text):
        return scope
    named = tuple(ref._replace(grade=ref.grade or grade) for ref in classes_within(text) if ref.label)
    return scope._replace(classes=named or (ClassRef(grade, None),))


def _with_day_moved_to(scope: Scope, text: str) -> Scope:
    """The scope of one day up to the day on which its homework is done instead."""
    day = scope.first.on(scope.first.year) if scope.first and scope.first.year and moves_to_another_day(text) else None
    if day is None or scope.first != scope.last:
        return scope
    other = day_moved_to(text, day)
    first, last = (DateRef(one.year, one.month, one.day) for one in sorted((day, other)))
    return scope._replace(first=first, last=last)
