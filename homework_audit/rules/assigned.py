"""Turns records into the counted homework that each class was set on each day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from homework_audit.models.record import Record, SchoolClass

COUNTED = ("counted", "rejected")
"""Outcomes of homework that counts, with minutes or without."""


def assigned_days(records: Iterable[Record]) -> dict[tuple[SchoolClass, date], list[Record]]:
    """The homework that counts, by class and day of setting, sorted. A bare figure that cannot be read proves no homework."""
    found: dict[tuple[SchoolClass, date], list[Record]] = {}
    for record in records:
        sets = record.outcome == "counted" and (record.high is None or record.high > 0)
        if sets or (record.outcome == "rejected" and record.entry.content):
            found.setdefault((record.school_class, record.day), []).append(record)
    return dict(sorted(found.items(), key=lambda item: (item[0][0].order, item[0][1])))
