"""Turns a report into the text of one alert: what is new first, from classes, dates and figures alone.

No text of a sheet and no name of a file enters it: they may hold a pupil's name, and the message goes to a group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple, get_args

from homework_audit.locale import Lang
from homework_audit.messages import class_name, say, shown
from homework_audit.models.report import Finding, Report, Severity, State

_MOST_LINES: Final = 20
"""New findings that one message names; chat services cut off long messages."""


class Message(NamedTuple):
    """One alert: a line, the lines below it, and the fingerprints of the findings that it tells of."""

    title: str
    body: str
    about: tuple[str, ...] = ()


def message_of(report: Report, *, level: Severity, untold: Collection[str], always: bool = False, link: str = "") -> Message | None:
    """The alert about a report with states; None where there is nothing new to say, unless one is wanted `always`.

    It names findings at least as severe as `level` of which nobody was told yet: those whose fingerprints are `untold`.
    """
    fresh = [finding for finding in report.findings if finding.fails_at(level) and finding.fingerprint in untold]
    if not fresh and not always:
        return None
    lang = report.lang
    nothing = "notify.title.nothing" if report.entries.read else "notify.title.empty"
    title = say(lang, "notify.title", count=len(fresh)) if fresh else say(lang, nothing)
    return Message(title, "\n".join(_lines(report, fresh, link, lang)) + "\n", tuple(finding.fingerprint for finding in fresh))


def plea(lang: Lang) -> Message:
    """The alert of a run that could not use its history: it cannot say what is new, and somebody must look."""
    return Message(say(lang, "notify.title.history"), say(lang, "notify.history") + "\n")


def _lines(report: Report, fresh: Sequence[Finding], link: str, lang: Lang) -> Iterator[str]:
    if not report.complete:
        yield say(lang, "notify.incomplete", unreadable=report.summary.files_unreadable)
    placed = [finding for finding in fresh if finding.grade is not None]
    for finding in placed[:_MOST_LINES]:
        yield f"- {_line(finding, lang)}"
    if len(placed) > _MOST_LINES:
        yield say(lang, "notify.more", count=len(placed) - _MOST_LINES)
    for rule, count in Counter(finding.rule for finding in fresh if finding.grade is None).items():
        yield f"- {say(lang, 'notify.counted', rule=say(lang, f'rule.{rule}'), count=count)}"
    yield say(lang, "notify.states", **{state.replace("-", "_"): report.states.get(state, 0) for state in get_args(State)})
    summary = report.summary
    yield say(lang, "notify.summary", class_days=summary.class_days, over=summary.over, undetermined=summary.undetermined)
    if link:
        yield say(lang, "notify.link", link=link)


def _line(finding: Finding, lang: Lang) -> str:
    """«三(2)班 2026-09-14：每日书面作业超过上限（75 / 60）»."""
    place = " ".join(filter(None, (class_name(finding.grade, finding.school_class, lang), shown(finding.day) if finding.day else "")))
    rule = say(lang, f"rule.{finding.rule}")
    if finding.measured is None or finding.allowed is None:
        return say(lang, "notify.finding", place=place, rule=rule)
    return say(lang, "notify.measured", place=place, rule=rule, measured=finding.measured, allowed=finding.allowed)
