"""Renders a report as Markdown for chats, tickets and wikis: the answer, the days over, what could not be judged, the accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.models.report import Report
from homework_audit.renderers.answer import answer_of
from homework_audit.renderers.explained import earlier_findings, explained_days, other_findings
from homework_audit.renderers.headline import accounts_lines, headline
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.rows import EARLIER, NUMBERS, OTHERS, UNDETERMINED, Row, other_row, over_row, undetermined_row, used
from homework_audit.renderers.safe_text import safe
from homework_audit.renderers.words import filters_text
from homework_audit.values.expressions import expression

_MARKUP = expression(r"[\\`*_\[\]<>|~&@$#{}]|^[-+=]|(?<=^\d)[.)](?=\s|$)|(?<=^\d\d)[.)](?=\s|$)|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
"""What Markdown, or a program that shows it, would take for something else than text: links that make themselves as well."""
_OVER = ("class", "date", "minutes", "limit", "excess", "subjects", "state", "waived", "sources")


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as CommonMark with tables."""
    return "".join(f"{line}\n" for line in _lines(report, options)).encode()


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    lang = report.lang
    yield from (f"# {escaped(say(lang, 'title'))}", "", f"**{escaped(answer_of(report)[0])}**", "")
    for line in filter(None, (*headline(report), filters_text(report))):
        yield from (escaped(line), "")
    over = [over_row(day, why, lang) for day, why in explained_days(report, "over")]
    undetermined = [undetermined_row(day, why, lang) for day, why in explained_days(report, "undetermined")]
    others = [other_row(finding, lang) for finding in other_findings(report, info=options.verbose)]
    earlier = [other_row(finding, lang) for finding in earlier_findings(report, info=options.verbose)]
    judged = (("over", _OVER, over), ("undetermined", UNDETERMINED, undetermined))
    for name, columns, rows in (*judged, ("other", OTHERS, others), ("earlier", EARLIER, earlier)):
        if rows:
            yield from (f"## {escaped(say(lang, f'section.{name}'))}", "")
            yield from _table(columns, rows, lang)
    if not options.quiet:
        yield from (f"## {escaped(say(lang, 'figure.accounts'))}", "")
        yield from (f"- {escaped(line)}" for line in accounts_lines(report))


def _table(columns: Sequence[str], rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    shown = used(columns, rows)
    yield _line(escaped(say(lang, f"column.{column}")) for column in shown)
    yield _line("---:" if column in NUMBERS else "---" for column in shown)
    for row in rows:
        yield _line("<br>".join(escaped(line) for line in row[column].split("\n")) for column in shown)
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text on one line, as Markdown shows it word for word."""
    return _MARKUP.sub(r"\\\g<0>", safe(text).strip())
