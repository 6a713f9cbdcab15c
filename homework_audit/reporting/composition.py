"""Turns class-days into who contributes what: the minutes of each subject in each class, and how heavy its heaviest day is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from homework_audit.models.report import ClassDay, Composition, Contribution, shortest


def composition(days: Sequence[ClassDay]) -> Iterator[Composition]:
    """A line for each class, its subjects in the order of their minutes. `days` are sorted by class.

    Sums are those of the minutes as they are shown, so that they can be checked by hand.
    """
    for (school, grade, label), group in groupby(days, key=lambda day: (day.school, day.grade, day.school_class)):
        of_class = list(group)
        minutes = sum(day.minutes for day in of_class)
        names = {name for day in of_class for name in day.subjects}
        shares = {name: _contribution(name, of_class) for name in names}
        yield Composition(
            school=school,
            grade=grade,
            school_class=label,
            class_days=len(of_class),
            minutes=shortest(minutes),
            mean=shortest(minutes / len(of_class)),
            subjects={name: shares[name] for name in sorted(names, key=lambda name: (-shares[name].minutes, name))},
        )


def _contribution(subject: str, days: Sequence[ClassDay]) -> Contribution:
    own = [day for day in days if subject in day.subjects]
    minutes = sum(day.subjects[subject] for day in own)
    heaviest = max(own, key=lambda day: (day.subjects[subject], -day.day.toordinal()))
    return Contribution(
        minutes=shortest(minutes),
        days=len(own),
        mean=shortest(minutes / len(days)),
        percent=shortest(100 * minutes / (sum(day.minutes for day in days) or 1)),
        heaviest=heaviest.subjects[subject],
        heaviest_on=heaviest.day,
    )
