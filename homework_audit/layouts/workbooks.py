"""Turns the sheets of a workbook into what they hold: each is read by itself, then with what only the others say."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.summary_sheets import with_summaries_checked
from homework_audit.layouts.understanding import understand
from homework_audit.layouts.weeks_told import with_weeks_dated
from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import Sheet


def understand_workbook(sheets: Sequence[Sheet], names: Sequence[str], settings: LayoutSettings) -> list[SheetReading]:
    """What each sheet holds. `names` are those of the file and its folders, nearest first."""

    def read(sheet: Sheet, settings: LayoutSettings = settings) -> SheetReading:
        return understand(sheet, names, settings)

    readings = with_weeks_dated(sheets, [read(sheet) for sheet in sheets], settings, read)
    return with_summaries_checked(sheets, readings, read)
