"""Turns the row below a list's headings into further headings, where it refines them: «内容» and «用时» below «书面作业»."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.headings import Extra, Heading, heading, known_fields
from homework_audit.models.sheet import Grid
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, compact, shown

_OFFICE = expression(r"[组处部室]$")


def second_row_of(rows: Grid, number: int, known: dict[int, Heading], extra: Extra) -> dict[int, Heading]:
    """Headings of a second heading row, which stands below blank or merged headings and holds nothing but headings, but for one remark."""
    if number + 1 >= len(rows):
        return {}
    above = rows[number]
    row = ["" if column < len(above) and value == above[column] else value for column, value in enumerate(rows[number + 1])]
    states = dict.fromkeys(_under_states(above, row, known), Heading("status"))
    below = known_fields(row, extra) | states
    fresh = {column: about for column, about in below.items() if column not in known}
    unknown = [column for column, value in enumerate(row) if value != "" and column not in below]
    if not fresh or len(unknown) > 1 or any(column >= len(above) or above[column] == "" for column in unknown):
        return {}
    spanned = {column: about for column, about in below.items() if column + 1 in fresh and above[column + 1] == ""}
    return fresh | spanned | states | {column: about for column, about in below.items() if about.field == "minutes" and about.unit}


def _under_states(above: Sequence[Cell], row: Sequence[Cell], known: dict[int, Heading]) -> list[int]:
    """The columns of unknown headings below one of states of approval: «教研组» and «教导处» below «审核意见»."""
    over = ""
    found = []
    for column, value in enumerate(row):
        if column < len(above) and above[column] != "":
            over = known[column].field if column in known else ""
        if value != "" and over == "status" and (heading(value) is None or _OFFICE.search(compact(shown(value)))):
            found.append(column)
    return found
