"""Turns the cells of a column that stand for the ones above (merged, 同上, left blank below a group) into their values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from homework_audit.models.sheet import Grid, Span
from homework_audit.values.sheet_words import DITTO, UNANSWERED
from homework_audit.values.text import Cell, compact

_LONGEST_DITTO = 20
"""Characters, blanks among them: most texts are longer, and need no further look."""
_UNANSWERED = frozenset(UNANSWERED).union(f"（{word.strip('()')}）" for word in UNANSWERED)
_UNCHANGED = frozenset({"不变", "维持不变", "保持不变", "不调整", "未调整", "无调整", "同左", "维持原计划"})
_FEWEST_RECORDS, _FEWEST_OWN, _FEWEST_SAID = 2, 3, 2
"""Records, columns that say something of a record as a whole, and cells of each of its other lines."""


def with_all_filled(rows: Grid, merged: Sequence[Span]) -> Grid:
    """The rows with what cells stand for, as far as it can be told before anything is understood."""
    return with_unchanged(without_unanswered(with_merged(rows, merged)))


def with_merged(rows: Grid, merged: Sequence[Span]) -> Grid:
    """The rows with every cell of a range that is merged downwards holding the range's value; others are left alone."""
    spans = [span for span in merged if span[2] > span[0] and span[1] == span[3]]
    if not spans:
        return rows
    full = [list(row) for row in rows]
    for top, left, bottom, _ in spans:
        if top >= len(full) or left >= len(full[top]):
            continue
        for number in range(top + 1, min(bottom + 1, len(full))):
            if left < len(full[number]) and full[number][left] == "":
                full[number][left] = full[top][left]
    return full


def without_unanswered(rows: Grid) -> Grid:
    """The rows with a blank where the export of an online form says that nobody answered: «(跳过)»."""
    return [
        row if _UNANSWERED.isdisjoint(row) else ["" if isinstance(value, str) and value in _UNANSWERED else value for value in row]
        for row in rows
    ]


def with_unchanged(rows: Grid) -> Grid:
    """The rows with the figure on its left where a cell says that nothing was changed of it: «30 | 不变»."""
    return [
        row
        if _UNCHANGED.isdisjoint(row)
        else [row[place - 1] if place and value in _UNCHANGED else value for place, value in enumerate(row)]
        for row in rows
    ]


def with_records(rows: Grid, shared: Collection[int]) -> Grid:
    """The rows of an export that writes what is true of a whole record in the first of its lines alone, with every line holding it.

    The first column names each record once; a line that it leaves blank belongs to the record above. Two other columns must be filled
    and left blank with it throughout. Only columns in `shared` are filled: a remark or a choice may be that of one line.
    """
    lines = [number for number, row in enumerate(rows) if _is_blank(row, 0) and row.count("") < len(row)]
    if not lines or _is_blank(rows[0], 0):
        return rows
    firsts = [row for row in rows if not _is_blank(row, 0)]
    if len({row[0] for row in firsts}) < max(len(firsts), _FEWEST_RECORDS):
        return rows
    own = {column for column in range(len(rows[0])) if all(_is_blank(rows[line], column) for line in lines)}
    always = [column for column in own if not any(_is_blank(row, column) for row in firsts)]
    if len(always) < _FEWEST_OWN or any(len(rows[line]) - rows[line].count("") < _FEWEST_SAID for line in lines):
        return rows
    full, filled_down = list(rows), own.intersection(shared)
    for line in lines:
        full[line] = [full[line - 1][column] if column in filled_down else value for column, value in enumerate(rows[line])]
    return full


def _is_blank(row: Sequence[Cell], column: int) -> bool:
    return column >= len(row) or row[column] == ""


@lru_cache(maxsize=65536)
def is_ditto(value: Cell) -> bool:
    """Whether a cell says «the same as above»."""
    return isinstance(value, str) and len(value) <= _LONGEST_DITTO and compact(value) in DITTO


def is_grouped(values: Iterable[Cell]) -> bool:
    """Whether a column is written once a group: blanks follow a value, and no value is repeated right below itself.

    Where equal values stand under each other, every row is meant to hold its own and a blank is an omission.
    """
    previous: Cell = ""
    blanks = 0
    for value in values:
        if value == "":
            blanks += 1
        elif value == previous and not is_ditto(value):
            return False
        else:
            previous = value
    return blanks > 0


def filled(values: Sequence[Cell], used: Sequence[bool], *, group: bool) -> list[Cell]:
    """A column with ditto marks, and the blanks of a column written once a group, holding the value above.

    `used` says of each row whether anything stands in it.
    """
    dittos = {value for value in set(values) if is_ditto(value)}
    if not dittos and not (group and "" in values):
        return list(values)
    down = group and is_grouped(value for value, is_used in zip(values, used, strict=True) if is_used)
    full: list[Cell] = []
    above: Cell = ""
    for value, is_used in zip(values, used, strict=True):
        if value in dittos or (down and value == "" and is_used):
            full.append(above)
            continue
        full.append(value)
        above = value if value != "" else above
    return full
