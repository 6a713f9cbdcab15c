"""Turns the policy into a sheet that defends the verdicts: the caps and where they come from, the rules, the conventions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from homework_audit.locale import Lang
from homework_audit.messages import cap_figures, say, shown
from homework_audit.renderers.words import rule_title, word
from homework_audit.renderers.xlsx.book import Book
from homework_audit.renderers.xlsx.cell_text import lines_needed
from homework_audit.renderers.xlsx.formats import GREY
from homework_audit.renderers.xlsx.sheet import Cell, Sheet, Span, Value

_WIDTHS: Final = (28, 18, 16, 84)
"""Caps and rules share the columns of the sheet."""
_STYLES: Final[Mapping[str, str]] = {"error": "bad", "warning": "doubtful"}
_CAPS: Final = ("column.grades", "column.limit", "column.places", "column.source")
_RULES: Final = ("column.rule", "column.severity", "column.count", "column.meaning")


def add_rules(book: Book) -> None:
    """Policy, caps, rules; the rules are what the filter is for."""
    report, lang = book.report, book.lang
    sheet = book.add_sheet("sheet.rules", GREY)
    for column, width in enumerate(_WIDTHS):
        sheet.worksheet.set_column(column, column, width)
    row = _write_policy(sheet, book)
    row = _write_rows(sheet, row + 1, _CAPS, [_cap(cap, lang) for cap in report.policy.caps], lang)
    found = Counter(finding.rule for finding in report.findings)
    rules = [_rule(name, settings, found[name], lang) for name, settings in report.policy.rules.items()]
    end = _write_rows(sheet, row + 1, _RULES, rules, lang)
    sheet.worksheet.autofilter(row + 1, 0, end - 1, len(_RULES) - 1)


def _write_policy(sheet: Sheet, book: Book) -> int:
    """A line each for the policy, its source, its fingerprint and the conventions; returns the row after them."""
    lang, policy = book.lang, book.report.policy
    lines = (
        ("column.policy", policy.name),
        ("column.source", policy.source),
        ("column.fingerprint", policy.fingerprint),
        ("column.conventions", say(lang, "convention")),
    )
    for row, (key, text) in enumerate(lines):
        sheet.put(row, 0, say(lang, key), "heading")
        sheet.put_paragraph(row, Span(1, 3, sum(_WIDTHS[1:])), text, "text")
    return len(lines)


def _write_rows(sheet: Sheet, top: int, headings: tuple[str, ...], rows: list[list[Value]], lang: Lang) -> int:
    for column, key in enumerate(headings):
        sheet.put(top, column, say(lang, key), "heading")
    for row, values in enumerate(rows, start=top + 1):
        for column, value in enumerate(values):
            sheet.put(row, column, value)
        sheet.set_lines(row, max(lines_needed(text, width) for text, width in zip(values, _WIDTHS, strict=True) if isinstance(text, str)))
    return top + 1 + max(len(rows), 1)


def _cap(cap: Mapping[str, Any], lang: Lang) -> list[Value]:
    separator = "、" if lang == "zh" else ", "
    grades = separator.join(str(grade) for grade in cap.get("grades", ()))
    places = separator.join(word(lang, f"place.{place}", str(place)) for place in cap.get("places", ()))
    return [Cell(grades, "centred"), Cell(_figures(cap, lang), "centred"), Cell(places, "centred"), str(cap.get("source", ""))]


def _figures(cap: Mapping[str, Any], lang: Lang) -> str | float:
    """The minutes a day as a number, or every figure that the cap states, a line each."""
    lines = cap_figures(cap, lang)
    return float(cap["minutes"]) if len(lines) == 1 and "minutes" in cap else "\n".join(lines)


def _rule(name: str, settings: Mapping[str, Any], found: int, lang: Lang) -> list[Value]:
    severity = str(settings.get("severity", ""))
    own = [f"{key} = {shown(value)}" for key, value in settings.items() if key != "severity"]
    meaning = rule_title(lang, name) + (f" ({', '.join(own)})" if own else "")
    style = _STYLES.get(severity, "quiet") if found else "quiet"
    return [name, Cell(word(lang, severity, severity), style), Cell(found, "centred"), meaning]
