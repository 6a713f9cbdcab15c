"""Turns a column of texts that label their parts («【学科】语文【内容】…【预计用时】20分钟», or JSON) into a column for each part."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from homework_audit.layouts.headings import heading
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, shown

_LABELLED: Final = expression(r"[【\[]([^【】\[\]]{1,10})[】\]]\s*[:：]?\s*([^【\[]*)")
_WHOLE: Final = expression(r"\s*(?:[【\[][^【】\[\]]{1,10}[】\]][^【\[]*){2,}")
_FEWEST: Final = 2
_MOST_BESIDE: Final = 0.4
"""The share of a column's texts that may label nothing: «今天没有作业» among others."""
_HOMEWORK: Final = frozenset({"content", "minutes"})
_LONGEST: Final = 2_000


class Parted(NamedTuple):
    """A sheet with more columns: how many it had, and the one whose texts were parted."""

    sheet: Sheet
    width: int
    column: int


def parted(sheet: Sheet) -> Parted | None:
    """The sheet with the parts of labelled texts in columns of their own; None if none of its columns holds such texts."""
    width = max(map(len, sheet.rows), default=0)
    for column in range(width):
        told = {number: parts for number, row in enumerate(sheet.rows) if column < len(row) and (parts := _parts(row[column]))}
        first = min(told, default=0)
        texts = sum(column < len(row) and row[column] != "" for row in sheet.rows[first:])
        if first and len(told) >= _FEWEST and texts - len(told) <= _MOST_BESIDE * texts:
            return Parted(replace(sheet, rows=_rows(sheet, column, told, width)), width, column)
    return None


def _rows(sheet: Sheet, column: int, told: dict[int, dict[str, Cell]], width: int) -> list[list[Cell]]:
    labels = list(dict.fromkeys(label for parts in told.values() for label in parts))
    first = min(told)
    content = next((label for label in labels if (about := heading(label)) and about.field == "content"), labels[0])
    rows: list[list[Cell]] = []
    for number, row in enumerate(sheet.rows):
        parts = told.get(number, {})
        if number > first and not parts and column < len(row):
            parts = {content: row[column]}  # «今天没有作业，好好休息。»
        more: Sequence[Cell] = labels if number == first - 1 else [parts.get(label, "") for label in labels]
        kept = [*row, *[""] * (width - len(row))]
        if number >= first - 1:
            kept[column] = ""
        rows.append([*kept, *more] if number >= first - 1 else kept)
    return rows


def _parts(value: Cell) -> dict[str, Cell]:
    """The parts of a labelled text, where they are those of a homework."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return {}
    parts = _json(value) if value.lstrip().startswith("{") else _labelled(value)
    fields = {about.field for label in parts if (about := heading(label))}
    return parts if len(parts) >= _FEWEST and fields >= _HOMEWORK else {}


def _labelled(text: str) -> dict[str, Cell]:
    return {label.strip(): part.strip() for label, part in _LABELLED.findall(text)} if _WHOLE.fullmatch(text) else {}


def _json(text: str) -> dict[str, Cell]:
    try:
        told = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(label): "" if part is None else part if isinstance(part, int | float) else shown(str(part)) for label, part in told.items()}
