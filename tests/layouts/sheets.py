"""Turns rows written in a test into a sheet's reading, and a reading into what a test compares."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.understanding import understand
from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import Lost, Sheet, Span

PLAIN = LayoutSettings()


def read(
    *rows: Sequence[object],
    names: Sequence[str] = (),
    sheet: str = "Sheet1",
    merged: tuple[Span, ...] = (),
    lost: tuple[Lost, ...] = (),
    settings: LayoutSettings = PLAIN,
) -> SheetReading:
    """The reading of a sheet with these rows."""
    width = max((len(row) for row in rows), default=0)
    grid: list[list[object]] = [[*row, *[""] * (width - len(row))] for row in rows]
    return understand(Sheet(sheet, grid, merged, lost=lost), names, settings)


def kinds(reading: SheetReading) -> list[tuple[str, str]]:
    """The rule and the variant of every problem."""
    return [(problem.kind, problem.reason) for problem in reading.problems]


def minutes(reading: SheetReading) -> list[tuple[str, str, float | None]]:
    """Cell, subject and minutes of every entry."""
    return [(entry.cell, entry.subject, entry.high) for entry in reading.entries]
