"""Renders a report as JUnit XML for schedulers and CI: a suite a class and a test a day, a test a file, a test a further finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from homework_audit.locale import Lang
from homework_audit.messages import class_name, place_text, say, shown, waived_text
from homework_audit.models.report import ClassDay, FileReport, Finding, Location, Report
from homework_audit.renderers.explained import explained_days, other_findings
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe
from homework_audit.renderers.words import rule_title, state_of, word

_OUTCOMES: Final = {"failures": "failure", "errors": "error", "skipped": "skipped"}
"""The counts that a suite states, and the element of a test that each counts."""
_UNREAD: Final = frozenset({"unreadable", "unsupported", "not-understood"})


class _Test(NamedTuple):
    """A test: its name, what became of it («failure», «error», «skipped», '' for passed), why, and what else is said."""

    name: str
    outcome: str = ""
    kind: str = ""
    message: str = ""
    text: str = ""


def render(report: Report, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The report as one `testsuites`. What is over is a failure, what could not be judged or read an error."""
    root = Element("testsuites", name=report.tool.name)
    suites = [*_classes(report), *_inputs(report)]
    suites += [(say(report.lang, f"section.{name}"), tests) for name, tests in (("other", _others(report)), ("earlier", _earlier(report)))]
    for name, tests in suites:
        if tests:
            _add_suite(root, safe(name), tests)
    for count in ("tests", *_OUTCOMES):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_suite(root: Element, name: str, tests: Sequence[_Test]) -> None:
    suite = SubElement(root, "testsuite", name=name, tests=str(len(tests)))
    for count, outcome in _OUTCOMES.items():
        suite.set(count, str(sum(test.outcome == outcome for test in tests)))
    for test in tests:
        case = SubElement(suite, "testcase", classname=name, name=safe(test.name))
        if test.outcome:
            about = SubElement(case, test.outcome, type=test.kind, message=safe(test.message))
            about.text = _lines(test.text) or None
        elif test.text:
            SubElement(case, "system-out").text = _lines(test.text)


def _classes(report: Report) -> Iterable[tuple[str, list[_Test]]]:
    lang = report.lang
    days = explained_days(report, "over", "within", "undetermined", "no-cap")
    for name, group in groupby(days, key=lambda told: class_name(told[0].grade, told[0].school_class, lang, told[0].school)):
        yield name, [_day(day, reasons, lang) for day, reasons in group]


def _day(day: ClassDay, reasons: Sequence[Finding], lang: Lang) -> _Test:
    name, text = shown(day.day), _said(reasons, lang)
    if day.verdict == "within":
        return _Test(name, text=text)
    if day.verdict == "no-cap":
        return _Test(name, "skipped", "no-cap", say(lang, "no-cap"))
    if day.verdict == "undetermined":
        return _Test(name, "error", "undetermined", _first(reasons) or say(lang, "undetermined"), text)
    failing = [finding for finding in reasons if finding.severity == "error" and not finding.waived]
    if failing:
        return _Test(name, "failure", failing[0].rule, _first(failing), text)
    said = "; ".join(waived_text(finding, lang) or finding.message for finding in reasons)
    return _Test(name, "skipped", "over", said or say(lang, "junit.no-rule", minutes=day.minutes, limit=day.limit or 0), text)


def _inputs(report: Report) -> Iterable[tuple[str, list[_Test]]]:
    """Whether the audit is complete, then a test a file and a test a sheet of it."""
    lang, accounts = report.lang, "\n".join(accounts_lines(report))
    whole = say(lang, "junit.complete")
    complete = _Test(whole, text=accounts) if report.complete else _Test(whole, "error", "incomplete", next(headline(report)), accounts)
    yield say(lang, "sheet.files"), [complete, *(test for file in report.files for test in _file(file, lang))]


def _file(file: FileReport, lang: Lang) -> Iterable[_Test]:
    yield _read(file.path, file.status, file.reason, lang)
    for sheet in file.sheets:
        yield _read(place_text(Location(file=file.path, sheet=sheet.name)), sheet.status, sheet.reason, lang)


def _read(name: str, status: str, reason: str | None, lang: Lang) -> _Test:
    if status == "read":
        return _Test(name)
    why = word(lang, f"skip.{reason}", reason) if reason else ""
    message = f"{word(lang, status, status)} ({why})" if why else word(lang, status, status)
    return _Test(name, "error" if status in _UNREAD else "skipped", status, message)


def _others(report: Report) -> list[_Test]:
    """Findings of no day; those that do not fail the audit by themselves pass, and what they say stands beside."""
    return [_finding(finding, report.lang) for finding in other_findings(report, info=True)]


def _earlier(report: Report) -> list[_Test]:
    """What earlier runs found and this one did not: resolved passes, the rest was not tested."""
    tests = []
    for finding in report.earlier:
        name, state = f"{rule_title(report.lang, finding.rule)}: {finding.message}", state_of([finding], report.lang)
        outcome = "" if finding.state == "resolved" else "skipped"
        tests.append(_Test(name, outcome, str(finding.state), state, _said([finding], report.lang)))
    return tests


def _finding(finding: Finding, lang: Lang) -> _Test:
    name, text = f"{rule_title(lang, finding.rule)}: {finding.message}", _said([finding], lang)
    if finding.waived:
        return _Test(name, "skipped", finding.rule, waived_text(finding, lang), text)
    return _Test(name, "failure" if finding.severity == "error" else "", finding.rule, finding.message, text)


def _said(findings: Iterable[Finding], lang: Lang) -> str:
    lines: list[str] = []
    for finding in findings:
        state = f" [{state_of([finding], lang)}]" if finding.state else ""
        lines += [f"{say(lang, finding.severity)}{state} {finding.rule}: {finding.message}", finding.hint]
        lines += [f"    {place_text(place)}" for place in finding.locations]
    return "\n".join(filter(None, lines))


def _first(findings: Sequence[Finding]) -> str:
    return findings[0].message if findings else ""


def _lines(text: str) -> str:
    return "\n".join(safe(line) for line in text.split("\n"))
