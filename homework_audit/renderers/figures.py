"""Turns the summary of the report into the figures that stand large on a first page: a number, its word, what it means."""

from __future__ import annotations

from typing import NamedTuple

from homework_audit.messages import say
from homework_audit.models.report import Report, Summary


class Figure(NamedTuple):
    """A number under its word; `tone` is the colour of what it means («red», «amber», «green»), '' where it means nothing."""

    word: str
    value: int | str
    tone: str = ""


def verdict_figures(report: Report) -> list[Figure]:
    """How many class-days are over, undetermined and within, and what share of those judged is within."""
    lang, summary = report.lang, report.summary
    return [
        Figure(say(lang, "figure.over"), summary.over, "red" if summary.over else ""),
        Figure(say(lang, "figure.undetermined"), summary.undetermined, "amber" if summary.undetermined else ""),
        Figure(say(lang, "figure.within"), summary.within, "green" if summary.within else ""),
        Figure(say(lang, "figure.rate"), _rate(summary)),
    ]


def read_figures(report: Report) -> list[Figure]:
    """How much was read, and what of it could not be."""
    lang, summary = report.lang, report.summary
    return [
        Figure(say(lang, "figure.class-days"), summary.class_days),
        Figure(say(lang, "figure.classes"), summary.classes),
        Figure(say(lang, "figure.no-cap"), summary.no_cap),
        Figure(say(lang, "figure.files"), summary.files),
        Figure(say(lang, "figure.unreadable"), summary.files_unreadable, "red" if summary.files_unreadable else ""),
        Figure(say(lang, "figure.entries"), report.entries.read),
    ]


def _rate(summary: Summary) -> str:
    """Within the cap, of those judged either way; rounded down, so that 100 % is said only where none is over."""
    judged = summary.over + summary.within
    return f"{summary.within * 1000 // judged / 10:g}%" if judged else "–"
