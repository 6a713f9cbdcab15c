"""Turns the grades of a junior school of four years (五四学制: 初一 … 初四) into the grades that they are (六年级 … 九年级)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.numerals import number

FOUR_YEARS: Final = 4
_JUNIOR = expression(r"(?<![月年最])初中?([一二三四1-4])(?:年级?|级)?(?![次步期始])")
_GRADES: Final = "六七八九"


def four_junior_years(text: str) -> str:
    """The text with 初一 as 六年级, 初四 as 九年级: the same words mean another grade where the junior school has three years."""
    return _JUNIOR.sub(lambda found: f"{_GRADES[(number(found[1]) or 1) - 1]}年级", text)


def with_four_junior_years(sheet: Sheet) -> Sheet:
    """The sheet with every junior grade as the grade that it is."""
    rows = [[four_junior_years(cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.rows]
    return replace(sheet, rows=rows)
