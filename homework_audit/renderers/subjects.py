"""Turns the subjects of a report into the order in which they stand as columns: that of the curriculum, then others by name."""

from __future__ import annotations

from collections.abc import Iterable

from homework_audit.models.report import Report
from homework_audit.values.vocabulary import SUBJECTS


def in_order(names: Iterable[str]) -> list[str]:
    """Each subject once, 语文 before 数学 before 英语."""
    places = {name: place for place, name in enumerate(SUBJECTS)}
    return sorted(set(names), key=lambda name: (places.get(name, len(places)), name))


def contributing_subjects(report: Report) -> list[str]:
    """Every subject that contributes minutes to a class."""
    return in_order(name for line in report.composition for name in line.subjects)
