"""Turns severities, places and sources into what a cell of the workbook holds."""

from __future__ import annotations

from homework_audit.locale import Lang
from homework_audit.messages import place_text, say, shown, subject_name
from homework_audit.models.report import Evidence, Finding, Location
from homework_audit.renderers.xlsx.links import source_link
from homework_audit.renderers.xlsx.sheet import Cell, Value

_SEVERITY_STYLES = {"error": "bad", "warning": "doubtful"}
_MOST_PLACES = 20


def severity_cell(finding: Finding, lang: Lang) -> Cell:
    """The severity in words and colour; what is accepted is quiet."""
    style = "quiet" if finding.waived else _SEVERITY_STYLES.get(finding.severity, "quiet")
    return Cell(say(lang, finding.severity), style)


def place_cells(place: Location) -> tuple[Value, ...]:
    """File, sheet, cell and text of a place; the cell, or the file where none is known, leads to the source."""
    link = source_link(place)
    file: Value = place.file if place.cell else Cell(place.file, link=link)
    return file, place.sheet, Cell(place.cell, link=link) if link else place.cell, place.text


def places_text(evidence: tuple[Evidence, ...], locations: tuple[Location, ...], lang: Lang) -> str:
    """Where the minutes of a class-day come from, a line each: subject and minutes where they are known, then the cell."""
    lines = [_source(share, lang) for share in evidence[:_MOST_PLACES]] or [place_text(location) for location in locations[:_MOST_PLACES]]
    more = (len(evidence) or len(locations)) - _MOST_PLACES
    return "\n".join([*lines, say(lang, "more-places", count=more)] if more > 0 else lines)


def _source(share: Evidence, lang: Lang) -> str:
    return f"{subject_name(share.subject, lang)} {shown(share.minutes)} ← {place_text(share)}"
