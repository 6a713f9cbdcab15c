"""Turns who contributes what into a bar a class, its subjects one behind the other, and a table of the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from homework_audit.messages import class_name, say, shown, subject_name
from homework_audit.models.report import Composition, Report
from homework_audit.renderers.subjects import contributing_subjects

_COLOURS: Final = 10
"""So many subjects have a colour of their own in the style sheet; those behind them share the last."""


class Part(NamedTuple):
    """A subject's stretch of a bar, in percent of the longest, its colour by number, and what a pointer is told."""

    width: float
    colour: int
    title: str


class Line(NamedTuple):
    """A class: its name, grade, figures under the headings, and its bar."""

    name: str
    grade: int
    figures: Sequence[str]
    parts: Sequence[Part]


class View(NamedTuple):
    """The headings, the subjects with their colours, and a line a class."""

    heads: Sequence[str]
    subjects: Sequence[tuple[str, int]]
    lines: Sequence[Line]


def composition_of(report: Report) -> View:
    """The minutes that each subject gives a class on a mean class-day."""
    lang, names = report.lang, contributing_subjects(report)
    longest = max((line.mean for line in report.composition), default=0) or 1
    colours = {name: min(number, _COLOURS - 1) for number, name in enumerate(names)}
    heads = [say(lang, "column.class"), say(lang, "column.class-days"), say(lang, "column.mean")]
    lines = [_line(line, names, colours, longest, report) for line in report.composition]
    legend = [(subject_name(name, lang), colours[name]) for name in names]
    return View([*heads, *(name for name, _ in legend)], legend, lines)


def _line(line: Composition, names: Sequence[str], colours: dict[str, int], longest: float, report: Report) -> Line:
    lang = report.lang
    means = {name: found.mean for name, found in line.subjects.items()}
    figures = [str(line.class_days), shown(line.mean), *(shown(means[name]) if name in means else "" for name in names)]
    parts = [
        Part(round(100 * means[name] / longest, 2), colours[name], f"{subject_name(name, lang)} {shown(means[name])}")
        for name in names
        if name in means
    ]
    return Line(class_name(line.grade, line.school_class, lang, line.school), line.grade, figures, parts)
