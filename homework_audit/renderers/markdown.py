"""Renders a report as Markdown for chats, tickets and wikis: the answer, the days over, what could not be judged, the accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from homework_audit.messages import class_name, place_text, say, shown, subjects_text, waived_text
from homework_audit.models.report import ClassDay, Finding, Lang, Report
from homework_audit.renderers.answer import answer_of
from homework_audit.renderers.explained import explained_days, other_findings
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe
from homework_audit.renderers.words import filters_text, rule_title

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&@$#{}]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
"""What Markdown, or a program that shows it, would take for something else than text: links that make themselves as well."""
_OVER = ("class", "date", "minutes", "limit", "excess", "subjects", "sources")
_UNDETERMINED = ("class", "date", "at-least", "at-most", "limit", "why")
_OTHERS = ("severity", "rule", "message", "hint")


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as CommonMark with tables."""
    return "".join(f"{line}\n" for line in _lines(report, options)).encode()


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    lang = report.lang
    yield from (f"# {escaped(say(lang, 'title'))}", "", f"**{escaped(answer_of(report)[0])}**", "")
    for line in filter(None, (*headline(report), filters_text(report))):
        yield from (escaped(line), "")
    over = [_over(day, why, lang) for day, why in explained_days(report, "over")]
    undetermined = [_undetermined(day, why, lang) for day, why in explained_days(report, "undetermined")]
    others = [_other(finding, lang) for finding in other_findings(report, info=options.verbose)]
    for name, columns, rows in (("over", _OVER, over), ("undetermined", _UNDETERMINED, undetermined), ("other", _OTHERS, others)):
        if rows:
            yield from (f"## {escaped(say(lang, f'section.{name}'))}", "")
            yield from _table([say(lang, f"column.{column}") for column in columns], rows)
    if not options.quiet:
        yield from (f"## {escaped(say(lang, 'figure.accounts'))}", "")
        yield from (f"- {escaped(line)}" for line in accounts_lines(report))


def _over(day: ClassDay, why: Sequence[Finding], lang: Lang) -> list[str]:
    limit = day.limit or 0
    accepted = [f"{say(lang, 'is-waived')}: {waived_text(finding, lang)}" for finding in why if finding.waived]
    places = dict.fromkeys(place_text(place) for finding in why for place in finding.locations)
    figures = [shown(day.minutes), shown(limit), shown(day.minutes - limit)]
    return [*_named(day, lang), *figures, "\n".join([subjects_text(day.subjects, lang), *accepted]), "\n".join(places)]


def _undetermined(day: ClassDay, why: Sequence[Finding], lang: Lang) -> list[str]:
    most = say(lang, "unlimited") if day.minutes_high is None else shown(day.minutes_high)
    limit = say(lang, "no-cap") if day.limit is None else shown(day.limit)
    return [*_named(day, lang), shown(day.minutes), most, limit, "\n".join(finding.message for finding in why)]


def _named(day: ClassDay, lang: Lang) -> list[str]:
    return [class_name(day.grade, day.school_class, lang, day.school), shown(day.day)]


def _other(finding: Finding, lang: Lang) -> list[str]:
    severity = say(lang, "is-waived" if finding.waived else finding.severity)
    return [severity, rule_title(lang, finding.rule), finding.message, waived_text(finding, lang) or finding.hint]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(escaped(head) for head in heads)
    yield _row("---" for _ in heads)
    for cells in rows:
        yield _row("<br>".join(escaped(line) for line in cell.split("\n")) for cell in cells)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text on one line, as Markdown shows it word for word."""
    return _MARKUP.sub(r"\\\g<0>", safe(text).strip())
