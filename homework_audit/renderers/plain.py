"""Renders a report for logs and scripts: a line a finding, never wrapped, the verdict in the first line."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.messages import place_text, say, waived_text
from homework_audit.models.report import Finding, Report
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe
from homework_audit.renderers.words import state_of


def render(report: Report, options: RenderOptions) -> bytes:
    """`file:sheet!cell: severity rule: message` for each finding, between the headline and the accounts."""
    return "".join(f"{safe(line)}\n" for line in _lines(report, options)).encode()


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    if not options.quiet:
        yield from headline(report)
    for finding in (*report.findings, *report.earlier):
        yield _line(finding, report)
        if options.verbose and finding.hint:
            yield "    " + say(report.lang, "hint", hint=finding.hint)
    if not options.quiet:
        yield from accounts_lines(report)


def _line(finding: Finding, report: Report) -> str:
    """Messages of reading begin with the place themselves, which is not said twice."""
    place = place_text(finding.locations[0]) if finding.locations else ""
    message = finding.message.removeprefix(place).lstrip("：: ") if place else finding.message
    severity = say(report.lang, "is-waived" if finding.waived else finding.severity)
    if finding.state:
        severity += f" [{state_of([finding], report.lang)}]"
    accepted = f" [{waived_text(finding, report.lang)}]" if finding.waived else ""
    return f"{place}: {severity} {finding.rule}: {message}{accepted}".removeprefix(": ")
