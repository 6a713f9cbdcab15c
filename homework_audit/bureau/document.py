"""What a bureau reads, whatever draws it: the sentences that open it, its figures, tables and notes, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import shown
from homework_audit.models.report import Period, Tool
from homework_audit.renderers.figures import Figure

Value = str | int | float | None
PERCENT: Final = frozenset({"rate", "reported-rate", "answered", "share"})
"""Columns of shares: numbers from 0 to 100."""
TEXTS: Final = frozenset(
    {"unit", "in", "verdict", "period", "rule", "school", "class", "date", "subject", "teacher", "text", "interval", "place", "why"}
)
"""Columns of words; all others hold numbers."""


class Table(NamedTuple):
    """A table: its name and title, its columns as keys of their headings, and its rows.

    A terminal shows only tables that are `whole`, and of their columns none that is `wide`.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    whole: bool = True
    wide: frozenset[str] = frozenset()


class Document(NamedTuple):
    """A result, ready to be drawn."""

    title: str
    period: Period
    policy: str
    lang: Lang
    tool: Tool
    lead: tuple[str, ...]
    figures: tuple[tuple[Figure, ...], ...]
    """Rows of large numbers, the most important first."""
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    lines: tuple[str, ...]
    """What stands between lead and notes where there are no tables, a line each."""
    records: tuple[tuple[str, ...], Sequence[Sequence[Value]]]
    """Headings and rows for programs that calculate."""
    json: bytes
    tones: dict[str, str]
    """What a word means: «good», «bad», «doubtful», «quiet»."""


def percent(share: float | None) -> str:
    """«93.2%», or «–» of nothing."""
    return "–" if share is None else f"{share:.1f}%"


def shown_value(column: str, value: Value) -> str:
    """What stands in a column, as text."""
    if column in PERCENT and not isinstance(value, str):
        return percent(value)
    return "" if value is None else shown(value)
