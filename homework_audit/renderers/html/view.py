"""Turns the report into what the page shows, part by part, in words of the report's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from homework_audit.messages import cap_figures, class_name, place_text, say, shown, subject_name, subjects_text, waived_text
from homework_audit.models.report import ClassDay, FileReport, Finding, Lang, Location, Report
from homework_audit.renderers.answer import answer_of
from homework_audit.renderers.explained import explained_days, other_findings
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.html.grid import grid_of
from homework_audit.renderers.words import filters_text, rule_title, word

_BAR: Final = 360
"""The length of the longest bar, in the units of the drawing."""
_MOST_BARS: Final = 10
_OVER: Final = ("class", "date", "minutes", "limit", "excess", "subjects", "hint", "sources")
_UNDETERMINED: Final = ("class", "date", "at-least", "at-most", "limit", "why", "hint")
_OTHERS: Final = ("severity", "rule", "message", "hint")
_FILES: Final = ("file", "status", "reason", "sheet", "entries")
_EVIDENCE: Final = ("subject", "minutes", "text", "cell")
_TONES: Final = {
    "minutes": "strong",
    "excess": "strong",
    "limit": "number",
    "at-least": "number",
    "at-most": "number",
    "entries": "number",
    "class": "name",
    "date": "name",
}


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


def view_of(report: Report) -> dict[str, Any]:
    """Everything that the template asks for beside the report."""
    lang = report.lang
    answer, colour = answer_of(report)
    first, last = report.period.first, report.period.last
    over = explained_days(report, "over")
    return {
        "say": partial(say, lang),
        "period": f"{shown(first)} – {shown(last)}" if first and last else "",
        "chosen": filters_text(report),
        "answer": answer,
        "colour": colour,
        "headline": list(headline(report)),
        "figures": _figures(report),
        "grades": sorted({str(day.grade) for day in report.class_days}, key=int),
        "judged": _judged(report, over),
        "beside": _beside(report),
        "bars": _bars([day for day, _ in over], lang),
        "grid": grid_of(report, lambda day: [_evidence(share, lang) for share in day.evidence]),
        "evidence_heads": [say(lang, f"column.{key}") for key in _EVIDENCE],
        "accounts": list(accounts_lines(report)),
        "caps": [_cap(cap, lang) for cap in report.policy.caps],
    }


def _figures(report: Report) -> list[tuple[str, int, str]]:
    summary = report.summary
    return [
        ("over", summary.over, "red" if summary.over else "pale"),
        ("undetermined", summary.undetermined, "amber" if summary.undetermined else "pale"),
        ("within", summary.within, "green" if summary.within else "pale"),
        ("no-cap", summary.no_cap, "pale"),
        ("class-days", summary.class_days, "pale"),
        ("classes", summary.classes, "pale"),
        ("files", summary.files, "pale"),
        ("unreadable", summary.files_unreadable, "red" if summary.files_unreadable else "pale"),
        ("entries", report.entries.read, "pale"),
    ]


def _judged(report: Report, over: Sequence[tuple[ClassDay, Sequence[Finding]]]) -> list[Section]:
    lang = report.lang
    undetermined = [_undetermined(day, why, lang) for day, why in explained_days(report, "undetermined")]
    return [
        _section("over", say(lang, "section.over"), _OVER, [_over(day, why, lang) for day, why in over], lang),
        _section("undetermined", say(lang, "section.undetermined"), _UNDETERMINED, undetermined, lang),
    ]


def _beside(report: Report) -> list[Section]:
    lang = report.lang
    others = [_other(finding, lang) for finding in other_findings(report, info=True)]
    files = [row for file in report.files for row in _files(file, lang)]
    return [
        _section("others", say(lang, "section.other"), _OTHERS, others, lang),
        _section("files", say(lang, "sheet.files"), _FILES, files, lang),
    ]


def _section(name: str, title: str, columns: Sequence[str], rows: Sequence[Row], lang: Lang) -> Section:
    return Section(name, title, [say(lang, f"column.{column}") for column in columns], rows)


def _row(columns: Sequence[str], texts: Sequence[str], lang: Lang, *, grade: int | None = None, severity: str = "") -> Row:
    cells = []
    for column, text in zip(columns, texts, strict=True):
        tone = severity if column == "severity" else _TONES.get(column, "")
        cells.append((say(lang, f"column.{column}"), Cell(text.split("\n") if text else (), tone)))
    return Row(cells, str(grade or ""), severity)


def _over(day: ClassDay, why: Sequence[Finding], lang: Lang) -> Row:
    limit = day.limit or 0
    accepted = [f"{say(lang, 'is-waived')}: {waived_text(finding, lang)}" for finding in why if finding.waived]
    hints = dict.fromkeys(finding.hint for finding in why if finding.hint and not finding.waived)
    places = dict.fromkeys(place_text(place) for finding in why for place in finding.locations)
    figures = [shown(day.minutes), shown(limit), shown(day.minutes - limit), subjects_text(day.subjects, lang)]
    texts = [*_named(day, lang), *figures, "\n".join([*hints, *accepted]), "\n".join(places)]
    return _row(_OVER, texts, lang, grade=day.grade, severity=_worst(why))


def _undetermined(day: ClassDay, why: Sequence[Finding], lang: Lang) -> Row:
    most = say(lang, "unlimited") if day.minutes_high is None else shown(day.minutes_high)
    limit = say(lang, "no-cap") if day.limit is None else shown(day.limit)
    told = ["\n".join(dict.fromkeys(text for text in texts if text)) for texts in zip(*((f.message, f.hint) for f in why), strict=True)]
    texts = [*_named(day, lang), shown(day.minutes), most, limit, *(told or ["", ""])]
    return _row(_UNDETERMINED, texts, lang, grade=day.grade, severity=_worst(why))


def _worst(findings: Sequence[Finding]) -> str:
    severities = {finding.severity for finding in findings}
    return next((severity for severity in ("error", "warning", "info") if severity in severities), "")


def _other(finding: Finding, lang: Lang) -> Row:
    severity = say(lang, "is-waived" if finding.waived else finding.severity)
    texts = [severity, rule_title(lang, finding.rule), finding.message, waived_text(finding, lang) or finding.hint]
    return _row(_OTHERS, texts, lang, grade=finding.grade, severity=finding.severity)


def _files(file: FileReport, lang: Lang) -> list[Row]:
    rows = []
    for sheet in file.sheets or (None,):
        status, reason = (sheet.status, sheet.reason) if sheet else (file.status, file.reason)
        why = word(lang, f"skip.{reason}", reason) if reason else ""
        texts = [file.path, word(lang, status, status), why, sheet.name if sheet else "", str(sheet.entries) if sheet else ""]
        rows.append(_row(_FILES, texts, lang))
    return rows


def _evidence(share: Any, lang: Lang) -> Row:
    place = place_text(Location(file=share.file, sheet=share.sheet, cell=share.cell))
    minutes = shown(share.minutes) if share.minutes == share.of else f"{shown(share.minutes)} / {shown(share.of)}"
    return _row(_EVIDENCE, [subject_name(share.subject, lang), minutes, share.text, place], lang)


def _named(day: ClassDay, lang: Lang) -> list[str]:
    return [class_name(day.grade, day.school_class, lang, day.school), shown(day.day)]


def _bars(days: Sequence[ClassDay], lang: Lang) -> list[dict[str, object]]:
    """The days furthest over, each as the cap and what lies above it, drawn to one scale."""
    furthest = sorted(days, key=lambda day: (day.limit or 0) - day.minutes)[:_MOST_BARS]
    unit = _BAR / max((day.minutes for day in furthest), default=0) if any(day.minutes for day in furthest) else 0
    return [
        {
            "name": f"{class_name(day.grade, day.school_class, lang, day.school)} {day.day:%m-%d}",
            "cap": round((day.limit or 0) * unit, 1),
            "excess": round(max(day.minutes - (day.limit or 0), 0) * unit, 1),
            "minutes": shown(day.minutes),
        }
        for day in furthest
    ]


def _cap(cap: Mapping[str, Any], lang: Lang) -> str:
    separator = "、" if lang == "zh" else ", "
    grades = separator.join(str(grade) for grade in cap.get("grades", ()))
    return f"{say(lang, 'column.grades')} {grades}: {separator.join(cap_figures(cap, lang))} ({cap.get('source', '')})"
