"""Turns the report into the one line that answers whether the school keeps to its policy."""

from __future__ import annotations

from homework_audit.messages import say
from homework_audit.models.report import Report


def answer_of(report: Report) -> tuple[str, str]:
    """The answer and its style. «Within» is said only if everything was read and every class-day that has a cap was judged."""
    lang, summary = report.lang, report.summary
    if summary.over:
        return say(lang, "answer.over", over=summary.over), "band-red"
    if not report.complete:
        return say(lang, "answer.incomplete"), "band-amber"
    if not summary.class_days:
        return say(lang, "answer.nothing"), "band-grey"
    if summary.undetermined:
        return say(lang, "answer.undetermined", undetermined=summary.undetermined), "band-amber"
    if not summary.within:
        return say(lang, "answer.no-cap"), "band-grey"
    if summary.no_cap:
        return say(lang, "answer.within-capped", within=summary.within), "band-green"
    return say(lang, "answer.within"), "band-green"
