"""Turns what a report states in words of the program into words for people, in the language of the report."""

from __future__ import annotations

from homework_audit.messages import class_name, place_text, say, shown, subject_name
from homework_audit.models.report import ClassDay, Evidence, Finding, Lang, Location, Report
from homework_audit.renderers.xlsx.links import source_link
from homework_audit.renderers.xlsx.sheet import Cell, Value

_SEVERITY_STYLES = {"error": "bad", "warning": "doubtful"}
_MOST_PLACES = 20


def word(lang: Lang, key: str, otherwise: str) -> str:
    """The text of a key, or else a word as a report of another version states it."""
    try:
        return say(lang, key)
    except KeyError:
        return otherwise


def rule_title(lang: Lang, rule: str) -> str:
    """What a rule is called by people."""
    return word(lang, f"rule.{rule}", rule)


def severity_cell(finding: Finding, lang: Lang) -> Cell:
    """The severity in words and colour; what is accepted is quiet."""
    style = "quiet" if finding.waived else _SEVERITY_STYLES.get(finding.severity, "quiet")
    return Cell(say(lang, finding.severity), style)


def is_load(finding: Finding) -> bool:
    """Whether a finding is about too much homework, in figures; advice is not."""
    return finding.measured is not None and finding.severity != "info"


def class_of(of: ClassDay | Finding, lang: Lang) -> str:
    """The name of the class without its school, which has a column of its own."""
    return class_name(of.grade, of.school_class, lang)


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
    place = place_text(Location(file=share.file, sheet=share.sheet, cell=share.cell))
    return f"{subject_name(share.subject, lang)} {shown(share.minutes)} ← {place}"


def filters_text(report: Report) -> str:
    """What the class-days of the report were chosen by; '' for all of them."""
    lang = report.lang
    separator = "、" if lang == "zh" else ", "
    parts = []
    for name, value in report.filters.items():
        stated = separator.join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)
        parts.append(say(lang, f"filter.{name}", value=stated))
    return say(lang, "filtered", filters="；".join(parts) if lang == "zh" else "; ".join(parts)) if parts else ""


def minutes_of(minutes: float | None, limit: float | None, lang: Lang) -> float | str | None:
    """The minutes of something that is over; in words where it is over because written work was set and nobody said how long it takes."""
    return say(lang, "minutes-unknown") if minutes == 0 and limit == 0 else minutes
