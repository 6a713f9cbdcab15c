"""Turns a submitted workbook and its findings into a copy that tells the teacher, cell by cell, what was found."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.exceptions import CellCoordinatesException
from openpyxl.worksheet.worksheet import Worksheet

from homework_audit.handouts.findings_sheet import add_findings
from homework_audit.handouts.obstacles import obstacle
from homework_audit.locale import Lang
from homework_audit.messages import say, waived_text
from homework_audit.models.report import Finding, Location
from homework_audit.renderers.safe_text import safe

_COLOURS: Final = {"error": "F8CBAD", "warning": "FFE699", "info": "DDEBF7"}
_OURS: Final = "homework-audit"
"""The author of our comments, and the line with which ours begins in a comment that was there before."""
_MOST_TOLD: Final = 10
_WIDTH: Final = 380
_LINE: Final = 18
"""The size of a comment, in points."""


class CannotAnnotate(Exception):
    """A copy of the workbook would lose something: `reason` is a word for messages.py."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def annotated(data: bytes, findings: Sequence[tuple[Finding, Location]], lang: Lang) -> bytes:
    """A copy of the workbook with a comment and a colour at every cell that a finding points to, and a first sheet that lists them.

    Raises CannotAnnotate where the copy would not hold all that the original holds.
    """
    lost = obstacle(data)
    if lost:
        raise CannotAnnotate(lost)
    try:
        book = load_workbook(io.BytesIO(data), rich_text=True)
        _remove_ours(book)
        _comment(book, findings, lang)
        add_findings(book, findings, lang)
        out = io.BytesIO()
        book.save(out)
    except Exception as refused:  # openpyxl raises whatever its parts raise: none of it may end the audit of other files
        raise CannotAnnotate("not-saved") from refused
    return out.getvalue()


def _comment(book: Workbook, findings: Iterable[tuple[Finding, Location]], lang: Lang) -> None:
    told: dict[tuple[str, str], list[Finding]] = {}
    for finding, place in findings:
        if place.sheet in book.sheetnames and place.cell:
            told.setdefault((place.sheet, place.cell), []).append(finding)
    for (sheet, name), found in told.items():
        cell = _cell(book[sheet], name)
        if cell is not None:
            _mark(cell, found, lang)


def _cell(sheet: Worksheet, name: str) -> Cell | None:
    """The cell, or that in which a merged one shows its value."""
    try:
        cell = sheet[name]
    except (ValueError, CellCoordinatesException):
        return None
    if isinstance(cell, MergedCell):
        around = next(area for area in sheet.merged_cells.ranges if name in area)
        cell = sheet.cell(around.min_row, around.min_col)
    return cell if isinstance(cell, Cell) else None


def _mark(cell: Cell, found: Sequence[Finding], lang: Lang) -> None:
    """The findings as a comment below any that stood there, and the colour of the gravest."""
    lines = [line for finding in found[:_MOST_TOLD] for line in _said(finding, lang)]
    if len(found) > _MOST_TOLD:
        lines.append(say(lang, "more-places", count=len(found) - _MOST_TOLD))
    before = f"{cell.comment.text}\n" if cell.comment else ""
    author = (cell.comment.author if cell.comment else "") or _OURS
    text = "\n".join(map(safe, lines))
    height = _LINE * (2 + sum(1 + len(line) // 28 for line in (*before.split("\n"), *lines)))
    cell.comment = Comment(f"{before}{_OURS}:\n{text}", author, height=height, width=_WIDTH)
    gravest = next(severity for severity in _COLOURS if any(finding.severity == severity for finding in found))
    cell.fill = PatternFill("solid", fgColor=_COLOURS[gravest])


def _said(finding: Finding, lang: Lang) -> Iterable[str]:
    severity = say(lang, "is-waived" if finding.waived else finding.severity)
    yield f"{severity}: {finding.message}"
    if hint := waived_text(finding, lang) or finding.hint:
        yield hint


def _remove_ours(book: Workbook) -> None:
    """Takes out what an earlier audit noted: a copy that the teacher corrected comes back with it."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment and f"{_OURS}:\n" in cell.comment.text:
                    before, _, _ = cell.comment.text.partition(f"{_OURS}:\n")
                    author = cell.comment.author
                    cell.comment = Comment(before.rstrip("\n"), author) if before.strip() else None
                    cell.fill = PatternFill()
