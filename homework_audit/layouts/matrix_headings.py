"""Turns the rows of a sheet into the heading rows of a matrix: where they are, and what they say above each column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.layouts.facets import Facets
from homework_audit.layouts.headings import Extra
from homework_audit.layouts.matrix_levels import is_lower, is_upper, names_people, superseded, together, under_inspection
from homework_audit.layouts.matrix_rows import may_head, said_across
from homework_audit.layouts.placing import with_tenths_settled
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.text import shown

MOST_LEVELS = 4
"""Heading rows that one matrix has at the most."""
_DOTTED = expression(r"([1-9])\.(\d{1,2})")


class MatrixHeadings(NamedTuple):
    """The first and the last heading row of a matrix, and what they say of each column together."""

    top: int
    bottom: int
    columns: Mapping[int, Facets]


def find_headings(sheet: Sheet, first: int, last: int, extra: Extra) -> MatrixHeadings | None:
    """The first heading rows of a matrix from row `first` on and above row `last`; None if there are none."""
    for number in range(first, min(last, len(sheet.rows) - 1)):
        row = sheet.rows[number]
        if len(row) - row.count("") < 2:
            continue
        said = said_across(row, extra)
        if may_head(row, said) and _has_body(sheet.rows, number):
            return _with_levels(sheet, number, first, extra)
    return None


def numbers_as_classes(headings: MatrixHeadings, context: Context) -> MatrixHeadings:
    """«5.1», «5.2», «5.3» across are classes of grade 5, where the grade is said and the day, or the month, is another one."""
    dotted = {column: found for column, about in headings.columns.items() if (found := _DOTTED.fullmatch(shown(about.date)))}
    grades = {int(found[1]) for found in dotted.values()}
    labels = [int(found[2]) for found in dotted.values()]
    stands = [column for column, about in headings.columns.items() if about.dimensions & {"class", "day"}]
    if grades != {context.grade} or labels != list(range(labels[0], labels[0] + len(labels))) or len(stands) > len(dotted):
        return headings
    months = {date.month for date in (context.date, *(context.period or ())) if date} | ({context.month[1]} if context.month else set())
    if len(labels) < 2 or not months or context.grade in months:
        return headings
    as_classes = {column: headings.columns[column]._replace(date="", classes=f"{found[1]}({found[2]})") for column, found in dotted.items()}
    return headings._replace(columns={**headings.columns, **as_classes})


def with_days_settled(headings: MatrixHeadings, context: Context, *, typed: bool) -> MatrixHeadings:
    """«9.9», «9.1» and «9.11» across, where the 9.1 is a 9.10 that lost its nought as a number."""
    order = sorted(headings.columns)
    abouts = [headings.columns[column] for column in order]
    days = with_tenths_settled([about.date for about in abouts], [about.weekday for about in abouts], context, typed=typed)
    settled = {column: about._replace(date=day) for column, about, day in zip(order, abouts, days, strict=True) if day is not about.date}
    return headings._replace(columns={**headings.columns, **settled}) if settled else headings


def _has_body(rows: Grid, number: int) -> bool:
    return any(value != "" for row in rows[number + 1 : number + 1 + MOST_LEVELS] for value in row)


def _with_levels(sheet: Sheet, number: int, first: int, extra: Extra) -> MatrixHeadings:
    top = number
    while top > first and number - top < MOST_LEVELS - 1 and is_upper(sheet, top - 1, extra):
        top -= 1
    bottom = number
    columns = together(sheet, top, bottom, extra)
    while bottom - top < MOST_LEVELS - 1 and (lower := _next_level(sheet, bottom, columns, extra)) is not None:
        bottom = lower
        columns = together(sheet, top, bottom, extra)
    levels = sheet.rows[top : bottom + 1]
    idle = under_inspection(levels, columns) | superseded(levels, columns)
    return MatrixHeadings(top, bottom, columns | dict.fromkeys(idle, Facets(field="other")))


def _next_level(sheet: Sheet, bottom: int, columns: Mapping[int, Facets], extra: Extra) -> int | None:
    """The next heading row below, over which the names of teachers may stand; None if there is none."""
    rows, below = sheet.rows, bottom + 1
    if below + 1 < len(rows) and names_people(rows, below) and is_lower(rows, below + 1, columns, extra):
        return below + 1
    return below if below < len(rows) and is_lower(rows, below, columns, extra) else None
