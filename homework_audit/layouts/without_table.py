"""Turns a sheet on which no table was found into what it is: a blank form, instructions, another record, or nothing we know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from homework_audit.layouts.context import context_of
from homework_audit.layouts.evidence import holds_homework, is_cover, is_prose, names_task, other_record, speaks_of_homework
from homework_audit.layouts.facets import facets
from homework_audit.layouts.headings import LONGEST_HEADING
from homework_audit.layouts.rows import joined
from homework_audit.models.reading import Problem, SheetReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, shown
from homework_audit.values.wording import names_work

LOOKED_AT = 400
"""Texts of a sheet without tables that are looked at to tell what it is."""
_FEWEST_HEADINGS, _MOST_TITLES, _MOST = 3, 2, 0.6
"""Of a blank form: cells in its row of headings, texts in a row above it, and the share of the headings that we must know."""


def without_table(sheet: Sheet, words: Sequence[str]) -> SheetReading:
    """A sheet without any table that could hold homework: told apart by its words, else not understood."""
    texts = list(islice((shown(value) for row in sheet.rows for value in row if value != ""), LOOKED_AT))
    if _is_blank_form(sheet):
        return SheetReading(sheet.name, "", "not-homework", "empty", [], [])
    reason = "instructions" if is_prose(sheet.rows, [*words[:2], *texts[:2]]) else ""
    if not reason and is_cover(words[0], texts):
        reason = "cover"
    if not reason and not speaks_of_homework(texts) and not holds_homework(texts):
        reason = other_record([*words[:2], *texts])
    if reason:
        return SheetReading(sheet.name, "", "not-homework", reason, [], [])
    return not_understood(sheet, words)


def _is_blank_form(sheet: Sheet) -> bool:
    """Whether a sheet ends with its headings, below a few titles: nobody has filled it in yet."""
    used = [list(dict.fromkeys(value for value in row if value != "")) for row in sheet.rows if any(value != "" for value in row)]
    if not used:
        return False
    *above, last = used
    if len(last) < _FEWEST_HEADINGS or any(len(row) > _MOST_TITLES for row in above):
        return False
    if not all(isinstance(value, str) and len(value) <= LONGEST_HEADING and not states_time(value) for value in last):
        return False
    known = {value for value in last if facets(value) is not None}
    return len(known) >= _MOST * len(last) and not any(names_work(shown(value)) or names_task(shown(value)) for value in {*last} - known)


def not_understood(sheet: Sheet, words: Sequence[str]) -> SheetReading:
    """A sheet that nothing explains may hold homework of every class and day that its titles and names mention."""
    used = [row for row in sheet.rows if any(value != "" for value in row)]
    titles = [joined(row) for row in used[:3] if sum(value != "" for value in row) <= 2 and any(map(_is_worded, row))]
    text = next((shown(value) for row in used for value in row if value != ""), "")[:80]
    scope = context_of(titles, words).scope
    problem = Problem("sheet-not-understood", "", "", text, {"sheet": sheet.name}, scope, None)
    return SheetReading(sheet.name, "", "not-understood", "no-known-shape", [], [problem])


def _is_worded(value: Cell) -> bool:
    """Whether a cell holds words: a number or a bare date at the top of a sheet is no title."""
    return isinstance(value, str) and re.search(r"[^\W\d_]{2}", value) is not None
