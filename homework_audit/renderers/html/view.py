"""Turns the report into what the page shows, part by part, in words of the report's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from homework_audit.locale import Lang
from homework_audit.messages import cap_figures, class_name, say, shown, subject_name
from homework_audit.models.report import Completeness, FileReport, Finding, Report
from homework_audit.renderers.answer import answer_of
from homework_audit.renderers.explained import explained_days, other_findings
from homework_audit.renderers.figures import read_figures, verdict_figures
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.html.bars import bars_of
from homework_audit.renderers.html.composition import composition_of
from homework_audit.renderers.html.grid import grid_of
from homework_audit.renderers.html.rows import Row, Section, row_of, section, worst
from homework_audit.renderers.rows import EARLIER, OTHERS, UNDETERMINED, other_row, over_row, undetermined_row, used
from homework_audit.renderers.subjects import in_order
from homework_audit.renderers.words import filters_text, word

_OVER: Final = ("class", "date", "minutes", "limit", "excess", "subjects", "state", "hint", "waived", "sources")
_UNDETERMINED: Final = (*UNDETERMINED, "hint")
_COMPLETENESS: Final = ("class", "date", "missing", "not-reported", "none", "reported")
_FILES: Final = ("file", "status", "reason", "sheet", "entries")


def view_of(report: Report) -> dict[str, Any]:
    """Everything that the template asks for beside the report."""
    lang = report.lang
    answer, colour = answer_of(report)
    first, last = report.period.first, report.period.last
    return {
        "say": partial(say, lang),
        "period": f"{shown(first)} – {shown(last)}" if first and last else "",
        "chosen": filters_text(report),
        "answer": answer,
        "colour": colour,
        "headline": list(headline(report)),
        "figures": [*verdict_figures(report), *read_figures(report)],
        "grades": sorted({str(day.grade) for day in report.class_days}, key=int),
        "judged": [_over(report), _undetermined(report)],
        "composition": composition_of(report),
        "beside": [_others(report), _earlier(report), _completeness(report), _files(report)],
        "bars": bars_of(report),
        "grid": grid_of(report),
        "accounts": list(accounts_lines(report)),
        "caps": [_cap(cap, lang) for cap in report.policy.caps],
    }


def _over(report: Report) -> Section:
    lang = report.lang
    told = [(day, why, over_row(day, why, lang)) for day, why in explained_days(report, "over")]
    columns = used(_OVER, [row for *_, row in told])
    rows = [row_of(row, columns, lang, grade=day.grade, severity=worst(why)) for day, why, row in told]
    return section("over", "section.over", columns, rows, lang)


def _undetermined(report: Report) -> Section:
    lang = report.lang
    told = [(day, why, undetermined_row(day, why, lang)) for day, why in explained_days(report, "undetermined")]
    columns = used(_UNDETERMINED, [row for *_, row in told])
    rows = [row_of(row, columns, lang, grade=day.grade, severity=worst(why)) for day, why, row in told]
    return section("undetermined", "section.undetermined", columns, rows, lang)


def _others(report: Report) -> Section:
    return _findings("others", "section.other", OTHERS, other_findings(report, info=True), report.lang)


def _earlier(report: Report) -> Section:
    return _findings("earlier", "section.earlier", EARLIER, report.earlier, report.lang)


def _findings(name: str, title: str, columns: Sequence[str], findings: Sequence[Finding], lang: Lang) -> Section:
    told = [(finding, other_row(finding, lang)) for finding in findings]
    columns = used(columns, [row for _, row in told])
    rows = [row_of(row, columns, lang, grade=finding.grade, severity=finding.severity) for finding, row in told]
    return section(name, title, columns, rows, lang)


def _completeness(report: Report) -> Section:
    """The class-days of which a subject did not report; who is complete needs no line on a page."""
    lang = report.lang
    rows = [row_of(_told(line, lang), _COMPLETENESS, lang, grade=line.grade) for line in report.completeness if line.not_reported]
    return section("completeness", "sheet.completeness", _COMPLETENESS, rows, lang)


def _told(line: Completeness, lang: Lang) -> dict[str, str]:
    others = [name for name in line.not_reported if name not in line.missing]
    names = {"missing": line.missing, "not-reported": others, "none": line.none, "reported": line.reported}
    separator = "、" if lang == "zh" else ", "
    place = {"class": class_name(line.grade, line.school_class, lang, line.school), "date": shown(line.day)}
    return place | {state: separator.join(subject_name(name, lang) for name in in_order(found)) for state, found in names.items()}


def _files(report: Report) -> Section:
    rows = [row for file in report.files for row in _file(file, report.lang)]
    return section("files", "sheet.files", _FILES, rows, report.lang)


def _file(file: FileReport, lang: Lang) -> Iterator[Row]:
    """A row a sheet; a file that has none has one row."""
    for sheet in file.sheets or (None,):
        status, reason = (sheet.status, sheet.reason) if sheet else (file.status, file.reason)
        texts = {
            "file": file.path,
            "status": word(lang, status, status),
            "reason": word(lang, f"skip.{reason}", reason) if reason else "",
            "sheet": sheet.name if sheet else "",
            "entries": str(sheet.entries) if sheet else "",
        }
        yield row_of(texts, _FILES, lang)


def _cap(cap: Mapping[str, Any], lang: Lang) -> str:
    separator = "、" if lang == "zh" else ", "
    grades = separator.join(str(grade) for grade in cap.get("grades", ()))
    return f"{say(lang, 'column.grades')} {grades}: {separator.join(cap_figures(cap, lang))} ({cap.get('source', '')})"
