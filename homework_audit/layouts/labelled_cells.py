"""Turns a column of texts that label their parts («【学科】语文【内容】…【预计用时】20分钟», or JSON) into a column for each part."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from homework_audit.layouts.headings import heading
from homework_audit.models.sheet import Sheet, Span
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
    """A sheet with more columns, and for each of them the one that it came from."""

    sheet: Sheet
    columns: Sequence[int]


def parted(sheet: Sheet) -> Parted | None:
    """The sheet with the parts of labelled texts in columns of their own; None if none of its columns holds such texts."""
    width = max(map(len, sheet.rows), default=0)
    for column in range(width):
        told = {number: parts for number, row in enumerate(sheet.rows) if column < len(row) and (parts := _parts(row[column]))}
        first = min(told, default=0)
        texts = sum(column < len(row) and row[column] != "" for row in sheet.rows[first:])
        if first and len(told) >= _FEWEST and texts - len(told) <= _MOST_BESIDE * texts:
            labels = list(dict.fromkeys(label for parts in told.values() for label in parts))
            columns = [*range(column), *(column for _ in labels), *range(column + 1, width)]
            shift = len(labels) - 1
            merged = tuple(_shifted(span, column, shift) for span in sheet.merged)
            lost = tuple(replace(one, column=one.column + shift * (one.column > column)) for one in sheet.lost)
            return Parted(replace(sheet, rows=_rows(sheet, column, told, labels), merged=merged, lost=lost), columns)
    return None


def _shifted(span: Span, column: int, shift: int) -> Span:
    """A merged range where it lies once the column has become several."""
    top, left, bottom, right = span
    return top, left + shift * (left > column), bottom, right + shift * (right >= column)


def _rows(sheet: Sheet, column: int, told: Mapping[int, Mapping[str, Cell]], labels: Sequence[str]) -> list[list[Cell]]:
    """The rows with the labels as headings and their parts below; a text that labels nothing is homework, or says that there is none."""
    first = min(told)
    content = next((label for label in labels if (about := heading(label)) and about.field == "content"), labels[0])
    rows: list[list[Cell]] = []
    for number, row in enumerate(sheet.rows):
        own = row[column] if column < len(row) else ""
        parts = told.get(number, {content: own} if number > first else {labels[0]: own})
        cells: Sequence[Cell] = labels if number == first - 1 else [parts.get(label, "") for label in labels]
        rows.append([*row[:column], *[""] * (column - len(row)), *cells, *row[column + 1 :]])
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
