"""Turns what is too much on a class-day into the minutes by which its subjects could give way, in proportion to what they set."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

from homework_audit.models.record import Exact


def give_way(subjects: Mapping[str, Exact], excess: Exact, days: int = 1) -> dict[str, int]:
    """Whole minutes that each subject could leave out so that the excess is gone; of a list shared by `days`, those of the list.

    In proportion to what the subjects set; what rounding leaves goes to those with the largest rests, the largest subject first.
    """
    total = sum(subjects.values())
    if excess <= 0 or not total:
        return {}
    wanted = ceil(excess * days)
    exact = {subject: Fraction(minutes) * wanted / total for subject, minutes in subjects.items()}
    shares = {subject: floor(share) for subject, share in exact.items()}
    by_rest = sorted(exact, key=lambda subject: (shares[subject] - exact[subject], -subjects[subject], subject))
    for subject in by_rest[: wanted - sum(shares.values())]:
        shares[subject] += 1
    return {subject: minutes for subject, minutes in shares.items() if minutes}
