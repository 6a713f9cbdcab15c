"""Turns the corner of a matrix that names its class or its day («三(1)班» above the days) into what it says of the whole table."""

from __future__ import annotations

from dataclasses import replace

from homework_audit.layouts.column_values import field_of
from homework_audit.layouts.context import Context
from homework_audit.layouts.facets import NOTHING_SAID, Facets
from homework_audit.layouts.matrix_headings import MatrixHeadings
from homework_audit.layouts.matrix_stubs import says_when
from homework_audit.models.sheet import Grid
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_date
from homework_audit.values.text import Cell

_DIMENSIONS = {"class": "class", "date": "day", "weekday": "day"}
"""What a column that stands down says, other than subjects → the dimension that a corner may name instead."""


def with_corner_heard(headings: MatrixHeadings, context: Context, rows: Grid, end: int) -> tuple[MatrixHeadings, Context]:
    """The headings without a corner that heads no column but speaks for the table, and the context with what it says."""
    corner = min(headings.columns, default=0)
    about = headings.columns.get(corner, NOTHING_SAID)
    if not _speaks_for_all(about, headings, corner):
        return headings, context
    body = (row for row in rows[headings.bottom + 1 : end] if len(row) - row.count("") > 1)
    down = _field_below([row[corner] for row in body if corner < len(row) and row[corner] != ""])
    if not down or _DIMENSIONS.get(down, "") in about.dimensions:
        return headings, context
    date = context.dated(read_date(about.date)) if about.date else None
    classes = read_classes(about.classes, context.grade) if about.classes else ()
    heard = replace(context, date=date or context.date, classes=classes or context.classes)
    return headings._replace(columns={**headings.columns, corner: Facets(field=down)}), heard


def _speaks_for_all(about: Facets, headings: MatrixHeadings, corner: int) -> bool:
    """Whether the corner names a class, a day or both, and no heading across names another."""
    named = about.dimensions
    if about.field or not named or not named <= {"class", "day"}:
        return False
    return not any(said.dimensions & named for column, said in headings.columns.items() if column != corner)


def _field_below(below: list[Cell]) -> str:
    """What stands below the corner: days, weekdays, classes or subjects; '' for anything else."""
    down = field_of(below, heading_is_known=False)
    if not down and below and (says_when(below) or all(isinstance(value, float) and read_date(value) for value in below)):
        return "date"
    return down if down == "subject" or down in _DIMENSIONS else ""
