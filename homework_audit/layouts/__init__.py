"""Turns a sheet into entries: every shape of table scores the sheet, and the surest one reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from homework_audit.layouts import list_layout
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.models.reading import Problem, SheetReading
from homework_audit.models.sheet import Sheet


class Layout(NamedTuple):
    """A shape of table: how sure it is that a sheet has it (0–1), and the function that reads it."""

    score: Callable[[Sheet, LayoutSettings], float]
    read: Callable[[Sheet, Sequence[str], LayoutSettings], SheetReading]


LAYOUTS: Final[dict[str, Layout]] = {
    "list": Layout(list_layout.score, list_layout.read),
}


def understand(sheet: Sheet, names: Sequence[str], settings: LayoutSettings) -> SheetReading:
    """What one sheet holds. `names` are those of the file and its folders, nearest first; the sheet's own is added."""
    if not sheet.visible:
        return SheetReading(sheet.name, "", "hidden", "hidden", [], [])
    if not any(value != "" for row in sheet.rows for value in row) and not sheet.lost:
        return SheetReading(sheet.name, "", "not-homework", "empty", [], [])
    scores = {name: layout.score(sheet, settings) for name, layout in LAYOUTS.items()}
    best = max(scores, key=lambda name: scores[name])
    words = (sheet.name, *names) if sheet.name else tuple(names)
    if scores[best] > 0:
        return LAYOUTS[best].read(sheet, words, settings)
    return _not_understood(sheet, words)


def _not_understood(sheet: Sheet, words: Sequence[str]) -> SheetReading:
    """A sheet that nothing explains may hold homework of every class and day that its titles and names mention."""
    from homework_audit.layouts.context import context_of
    from homework_audit.layouts.rows import joined
    from homework_audit.values.text import shown

    used = [row for row in sheet.rows if any(value != "" for value in row)]
    titles = [joined(row) for row in used[:3] if sum(value != "" for value in row) <= 2]
    text = next((shown(value) for row in used for value in row if value != ""), "")[:80]
    scope = context_of(titles, words).scope
    problem = Problem("sheet-not-understood", "", "", text, {"sheet": sheet.name}, scope, None)
    return SheetReading(sheet.name, "", "not-understood", "no-known-shape", [], [problem])
