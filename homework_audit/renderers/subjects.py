"""Turns who contributes what into the order in which subjects stand as columns."""

from __future__ import annotations

from collections import Counter

from homework_audit.models.report import Report


def subjects_of(report: Report) -> list[str]:
    """Every subject that contributes to a class, the one that contributes to most classes first."""
    found = Counter(name for line in report.composition for name in line.subjects)
    return sorted(found, key=lambda name: (-found[name], name))
