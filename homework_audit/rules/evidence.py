"""Turns class-days and records into the cells that their minutes came from."""

from __future__ import annotations

from collections.abc import Iterable

from homework_audit.models.day_load import DayLoad
from homework_audit.models.record import Record
from homework_audit.models.report import Location


def cells(load: DayLoad) -> tuple[Location, ...]:
    """The cells of a class-day, the largest share first."""
    shares = sorted(load.shares, key=lambda share: (-share.minutes, share.record.origin, share.record.entry_number))
    return cells_of(share.record for share in shares)


def cells_of(records: Iterable[Record]) -> tuple[Location, ...]:
    """The cells of records, each once, in their order."""
    return tuple(
        dict.fromkeys(
            Location(file=record.origin.file, sheet=record.origin.sheet, cell=record.entry.cell, text=record.entry.text)
            for record in records
        )
    )
