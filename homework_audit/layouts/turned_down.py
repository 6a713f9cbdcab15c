"""Turns the entries of a slip and the opinion of an office below it into entries that were never set, where it was turned down."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.rows import is_aside, joined
from homework_audit.models.reading import Entry
from homework_audit.models.sheet import Grid, row_number
from homework_audit.values.approval import was_set
from homework_audit.values.text import shown

_BELOW = 4
"""Rows below the last homework of a slip in which an office gives its opinion."""


def is_turned_down(rows: Grid, entries: Sequence[Entry]) -> bool:
    """Whether right below the entries an office turns all of them down: «年级组长意见 | 退回。超时，请商量后重报»."""
    last = max((row_number(entry.cell) for entry in entries), default=len(rows))
    for row in rows[last + 1 : last + 1 + _BELOW]:
        texts = [value for value in row if value != ""]
        if texts and not is_aside(shown(texts[0])):
            return False
        if texts and was_set(joined(texts[1:])) is False:
            return True
    return False


def turned_down(entries: Sequence[Entry]) -> list[Entry]:
    """The entries as homework that was never set, of which nothing is left to be asked."""
    return [entry._replace(task=entry.task._replace(state="not-set"), problems=()) for entry in entries]
