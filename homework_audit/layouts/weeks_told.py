"""Turns the titles of a workbook's sheets into when its weeks are: «第9周（10月26日—30日）» on one dates «第9周» on the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from homework_audit.layouts.context import week_one_told
from homework_audit.layouts.rows import joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.models.reading import SheetReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression

_WEEK = expression(r"第?[\d一二三四五六七八九十]{1,3}周")
_NEAR = 3


def with_weeks_dated(
    sheets: Sequence[Sheet],
    readings: Sequence[SheetReading],
    settings: LayoutSettings,
    read: Callable[[Sheet, LayoutSettings], SheetReading],
) -> list[SheetReading]:
    """The readings, with sheets read again whose homework has no day because only another sheet says when their week is."""
    open_ones = [_is_undated(sheet, reading) for sheet, reading in zip(sheets, readings, strict=True)]
    if settings.monday or not any(open_ones) or all(open_ones):
        return list(readings)
    told = [_titles(sheet) for sheet in sheets]
    monday = week_one_told([title for titles in told for title in titles]) or week_one_told(["".join(titles) for titles in told])
    if monday is None:
        return list(readings)
    dated = settings._replace(week_one=(monday.year, monday.month, monday.day))
    return [read(sheet, dated) if again else reading for sheet, reading, again in zip(sheets, readings, open_ones, strict=True)]


def _is_undated(sheet: Sheet, reading: SheetReading) -> bool:
    named = any(_WEEK.search(text) for text in (sheet.name, *_titles(sheet)))
    return named and any(entry.date is None for entry in reading.entries)


def _titles(sheet: Sheet) -> list[str]:
    used = (row for row in sheet.rows if any(value != "" for value in row))
    return [joined(list(dict.fromkeys(row))) for row in islice(used, _NEAR)]
