"""Turns the sheets of a workbook into what they hold: each is read by itself, then with what only the others say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from homework_audit.layouts.codes import decoded
from homework_audit.layouts.legends import legend_of, merged, only_explains
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.sheets_joined import with_sheets_joined
from homework_audit.layouts.summary_sheets import with_summaries_checked
from homework_audit.layouts.understanding import left_open, understand
from homework_audit.layouts.weeks_told import with_weeks_dated
from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import Sheet


def understand_workbook(sheets: Sequence[Sheet], names: Sequence[str], settings: LayoutSettings) -> list[SheetReading]:
    """What each sheet holds. `names` are those of the file and its folders, nearest first."""

    def read(sheet: Sheet, settings: LayoutSettings = settings) -> SheetReading:
        return understand(sheet, names, settings)

    readings = with_weeks_dated(sheets, _in_words(sheets, [read(sheet) for sheet in sheets], read), settings, read)
    return with_summaries_checked(sheets, with_sheets_joined(sheets, readings, read), read)


def _in_words(sheets: Sequence[Sheet], readings: list[SheetReading], read: Callable[[Sheet], SheetReading]) -> list[SheetReading]:
    """The readings, those of sheets in codes that another sheet explains read with these codes written out."""
    if all(reading.entries for reading in readings) or not any(reading.entries for reading in readings):
        return readings
    legends = {place: legend_of(sheet) for place, sheet in enumerate(sheets) if not readings[place].entries}
    told = merged(legends.values())
    in_words = {place: words for place, sheet in enumerate(sheets) if place not in legends and (words := decoded(sheet, told))}
    for place, words in in_words.items():
        readings[place] = min(read(words), readings[place], key=left_open)
    for place, legend in legends.items() if in_words else ():
        reading = readings[place]
        if reading.status == "not-understood" and only_explains(sheets[place], legend):
            readings[place] = SheetReading(reading.name, "", "not-homework", "instructions", [], [], reading.tables)
    return readings
