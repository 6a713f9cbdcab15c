"""Turns the report into the one line that answers whether the school keeps to its policy."""

from __future__ import annotations

from homework_audit.messages import say
from homework_audit.models.report import Report


def answer_of(report: Report) -> tuple[str, str]:
    """The answer and its colour: red, amber, green or grey.

    «Within» is said only if everything was read and every class-day that has a cap was judged.
    """
    lang, summary = report.lang, report.summary
    if summary.over:
        return say(lang, "answer.over", over=summary.over), "red"
    if not report.complete:
        return say(lang, "answer.incomplete"), "amber"
    if not summary.class_days:
        return say(lang, "answer.nothing"), "grey"
    if summary.undetermined:
        return say(lang, "answer.undetermined", undetermined=summary.undetermined), "amber"
    if not summary.within:
        return say(lang, "answer.no-cap"), "grey"
    if summary.no_cap:
        return say(lang, "answer.within-capped", within=summary.within), "green"
    return say(lang, "answer.within"), "green"
