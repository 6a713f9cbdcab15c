"""Turns lines of text, one below the other as pasted from a chat group, into a reading: a line of class and date, then homework."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from homework_audit.layouts.context import Context, context_of
from homework_audit.layouts.entry_maker import EntryMaker
from homework_audit.layouts.facts import About, CellFacts
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.rows import is_note, is_total
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.layouts.totals import TotalsCheck, read_total
from homework_audit.models.reading import Entry, Problem
from homework_audit.models.sheet import Sheet, cell_name
from homework_audit.values import vocabulary as words
from homework_audit.values.classes import classes_within
from homework_audit.values.dates import dates_within
from homework_audit.values.homework import names_subject, read_homework
from homework_audit.values.minutes import Minutes, says_nothing
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact

_FEWEST = 4
_MOST_CELLS = 3
_LONGEST_HEAD = 60
_SHARE: Final = 0.8
_FIELDS: Final = frozenset({"content", "minutes"})
_FIGURE = re.compile(r"^([^\d:：]{2,20})[:：]?\s*(约?\d.*)$")
_TASK = re.compile("|".join(words.TASKS))
_ASIDE = re.compile("|".join(words.ASIDES_OF_CHAT))


class Line(NamedTuple):
    """One line of text in a row, and the subject that stands before it in a cell of its own."""

    row: int
    column: int
    subject: str
    text: str


def find(sheet: Sheet, first: int, last: int, _settings: LayoutSettings) -> Found | None:
    """The lines of a sheet that has no tables, from row `first` on: some of them name a class or a day, others homework."""
    lines = _lines(sheet) if first == 0 else []
    if len(lines) < _FEWEST:
        return None
    heads = [line.row for line in lines if _is_head(line)]
    stated = [line for line in lines if heads and line.row > heads[0] and states_time(line.text) and _names_subject(line)]
    is_table = last < len(sheet.rows) and any(line.subject for line in lines)
    if not heads or not stated or heads[0] >= last or is_table:
        return None
    return Found(heads[0], heads[0] - 1, tuple(lines))


def read(_sheet: Sheet, found: Found, _end: int, around: Around, settings: LayoutSettings) -> TableReading:
    """The entries of every line, for the class and the day that the last line above it names."""
    lines: Sequence[Line] = [line for line in found.headings if line.row >= found.top]
    named = {"subject"} if any(line.subject for line in lines) else set()
    about = About(_FIELDS | named, cell_name(found.top, 0))
    problems = Problems(about, around.context)
    maker = EntryMaker(about, around.context, settings, problems)
    totals = TotalsCheck()
    entries: list[Entry] = []
    for line in lines:
        cell = cell_name(line.row, line.column)
        total = _total(line)
        if total is not None:
            problem = totals.against(total[0], cell, line.text, is_written=total[1])
            if problem:
                problems.note(problem)
        elif _is_head(line):
            totals = TotalsCheck()
            maker.speak_for_rows_below(_told(line.text, maker.context))
        elif states_time(line.text) or _sets_nothing(line.text) or _names_subject(line):
            facts = CellFacts({"content": line.text, "subject": line.subject}, {"content": cell}, {})
            made = maker.of_pieces(facts, read_homework(line.text, "", settings.lesson_minutes))
            totals.add(made)
            entries += made
        elif _TASK.search(compact(line.text)) and not _ASIDE.search(compact(line.text)) and not is_note(line.text):
            problems.note(Problem("unexplained-row", "", cell, line.text[:200], {}, maker.context.scope, None))
    return TableReading(entries, problems.found, "")


def _lines(sheet: Sheet) -> list[Line]:
    """The lines of text of a sheet; none where too many of its rows are something else."""
    rows = [(number, row) for number, row in enumerate(sheet.rows) if len(row) > row.count("")]
    others = len(rows) - _SHARE * len(rows)
    lines: list[Line] = []
    for place, (number, row) in enumerate(rows):
        line = _line(number, row)
        if line:
            lines.append(line)
        elif place + 1 - len(lines) > others:
            return []
    return lines


def _line(number: int, row: Sequence[Cell]) -> Line | None:
    """The text of a row that holds one text and nothing else, or a subject and what is to be done for it."""
    texts = [value for value in dict.fromkeys(row) if value != ""]
    if not 0 < len(texts) <= _MOST_CELLS or not all(isinstance(value, str) for value in texts):
        return None
    first, *rest = (text for text in texts if isinstance(text, str))
    if not rest:
        return Line(number, row.index(first), "", first)
    if subject(first):
        return Line(number, row.index(rest[0]), first, " ".join(rest))
    head = Line(number, row.index(first), "", " ".join((first, *rest)))
    return head if _is_head(head) else None


def _sets_nothing(text: str) -> bool:
    """Whether a line declares that there is no homework: «今天开运动会，各科无书面作业。»"""
    return says_nothing(text) or all(piece.minutes.nothing for piece in read_homework(text))


def _total(line: Line) -> tuple[Minutes, bool] | None:
    """The sum that a line states, «书面作业合计60分钟», and whether it is one of written work; None for any other line."""
    found = _FIGURE.match(line.text)
    return read_total(found[1], found[2], "") if found and is_total(found[1]) else None


def _names_subject(line: Line) -> bool:
    return line.subject != "" or names_subject(line.text)


def _is_head(line: Line) -> bool:
    """Whether a line names a class or a day and no homework: «【三(1)班 10月26日作业】»."""
    text = line.text
    named = len(text) <= _LONGEST_HEAD and bool(dates_within(text) or classes_within(text))
    return named and not states_time(text) and not _names_subject(line)


def _told(text: str, before: Context) -> Context:
    said = context_of((text,), ())
    date = before.dated(said.date)
    return replace(before, classes=said.classes or before.classes, date=date or before.date, kind=said.kind)
