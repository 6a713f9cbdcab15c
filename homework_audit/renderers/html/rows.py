"""Turns texts under columns into the rows that the page shows: their lines, their looks, and what the filters look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.models.report import Finding
from homework_audit.renderers.rows import NUMBERS

_TONES: Final = {"minutes": "strong", "excess": "strong", "class": "name", "date": "name", "state": "name", "since": "name"}


class Cell(NamedTuple):
    """The lines of a cell and what it looks like."""

    lines: Sequence[str]
    tone: str = ""


class Row(NamedTuple):
    """A row: its cells under their headings, and what the filters look at."""

    cells: Sequence[tuple[str, Cell]]
    grade: str = ""
    severity: str = ""


class Section(NamedTuple):
    """A table under a title."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Sequence[Row]


def section(name: str, title: str, columns: Sequence[str], rows: Sequence[Row], lang: Lang) -> Section:
    """A table of rows that have these columns."""
    return Section(name, say(lang, title), heads(columns, lang), rows)


def heads(columns: Sequence[str], lang: Lang) -> list[str]:
    """What the columns are called."""
    return [say(lang, f"column.{column}") for column in columns]


def row_of(texts: Mapping[str, str], columns: Sequence[str], lang: Lang, *, grade: int | None = None, severity: str = "") -> Row:
    """The columns of a row that are wanted, in that order."""
    cells = [(head, _cell(column, texts[column], severity)) for head, column in zip(heads(columns, lang), columns, strict=True)]
    return Row(cells, str(grade or ""), severity)


def _cell(column: str, text: str, severity: str) -> Cell:
    tone = severity if column == "severity" else _TONES.get(column, "number" if column in NUMBERS else "")
    return Cell(text.split("\n") if text else (), tone)


def worst(findings: Iterable[Finding]) -> str:
    """The gravest severity among them; '' for none."""
    severities = {finding.severity for finding in findings}
    return next((severity for severity in ("error", "warning", "info") if severity in severities), "")
