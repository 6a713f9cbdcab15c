"""Turns a report into the sentences that open and close it in every text format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from homework_audit.messages import say
from homework_audit.models.report import Report, State


def headline(report: Report) -> Iterator[str]:
    """First whether the audit is complete, then how many class-days are over and how many could not be judged."""
    lang, summary = report.lang, report.summary
    if not report.complete:
        yield say(lang, "incomplete", within=summary.within)
    if not summary.class_days:
        yield say(lang, "headline.nothing-shown" if report.filters and report.entries.read else "headline.nothing", files=summary.files)
        yield from _since(report)
        return
    if report.mode == "plan":
        yield say(lang, "headline.plan")
    key = "headline.over" if summary.over else "headline.none-over"
    first, last = report.period.first, report.period.last
    text = say(lang, key, over=summary.over, class_days=summary.class_days, classes=summary.classes, first=first, last=last)
    if summary.undetermined:
        text += (" " if lang == "en" else "") + say(lang, "headline.undetermined", undetermined=summary.undetermined)
    yield text
    yield from _since(report)


def _since(report: Report) -> Iterator[str]:
    """How many errors and warnings are new, persist, or became something else since earlier runs, where a history is kept."""
    if any(finding.state for finding in (*report.findings, *report.earlier)):
        yield say(report.lang, "headline.since", **{state.replace("-", "_"): report.states.get(state, 0) for state in get_args(State)})


def accounts_lines(report: Report) -> Iterator[str]:
    """What became of every entry and every file, the policy, and the conventions that a verdict rests on."""
    lang, entries, summary = report.lang, report.entries, report.summary
    not_counted = {reason: count for reason, count in entries.not_counted.items() if count}
    yield say(
        lang, "accounts", read=entries.read, counted=entries.counted, not_counted=sum(not_counted.values()), rejected=entries.rejected
    )
    if not_counted:
        reasons = ("、" if lang == "zh" else ", ").join(f"{say(lang, reason)} {count}" for reason, count in not_counted.items())
        yield say(lang, "accounts.not-counted", reasons=reasons)
    if not entries.close:
        yield say(lang, "accounts.open")
    skipped = sum(file.status == "skipped" for file in report.files)
    read = summary.files - summary.files_unreadable
    yield say(lang, "files", files=len(report.files), read=read, unreadable=summary.files_unreadable, skipped=skipped)
    yield say(lang, "policy", name=report.policy.name, source=report.policy.source)
    if report.as_of:
        yield say(lang, "as-of", as_of=report.as_of)
    if summary.class_days:
        yield say(lang, "convention")
