"""Turns a class-day into the cells that its minutes came from."""

from __future__ import annotations

from homework_audit.models.day_load import DayLoad
from homework_audit.models.report import Location


def cells(load: DayLoad) -> tuple[Location, ...]:
    """The cells, the largest share first."""
    shares = sorted(load.shares, key=lambda share: (-share.minutes, share.record.origin, share.record.entry_number))
    return tuple(
        Location(file=record.origin.file, sheet=record.origin.sheet, cell=record.entry.cell, text=record.entry.text)
        for record in (share.record for share in shares)
    )
