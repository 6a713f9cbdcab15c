"""Turns lines of text, one below the other as pasted from a chat group, into a reading: a line of class and date, then homework."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from homework_audit.layouts.context import Context, context_of
from homework_audit.layouts.entry_maker import EntryMaker
from homework_audit.layouts.facts import About, CellFacts
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.rows import is_note
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.models.reading import Problem
from homework_audit.models.sheet import Sheet, cell_name
from homework_audit.values.classes import classes_within
from homework_audit.values.dates import dates_within
from homework_audit.values.homework import names_subject, read_homework
from homework_audit.values.minutes import says_nothing
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact

_FEWEST = 4
_SHARE: Final = 0.8
_FIELDS: Final = frozenset({"content", "minutes"})
_TASK = re.compile(r"作业|练习|抄写|默写|完成|背|读|预习|复习|口算|作文|日记")
_ASIDE = re.compile(r"请|谢谢|注意|提醒|家长|督促|老师|整理|通知|收到|辛苦")


def find(sheet: Sheet, first: int, last: int, _settings: LayoutSettings) -> Found | None:
    """The lines of a sheet that has no tables, from row `first` on: some of them name a class or a day, others homework."""
    rows = [(number, row) for number, row in enumerate(sheet.rows) if number >= first and any(value != "" for value in row)]
    lines = [(number, text) for number, row in rows if (text := _line(row))]
    if first > 0 or len(lines) < _FEWEST or len(lines) < _SHARE * len(rows):
        return None
    heads = [number for number, text in lines if _is_head(text)]
    stated = [number for number, text in lines if heads and number > heads[0] and states_time(text) and names_subject(text)]
    if not heads or not stated or heads[0] >= last:
        return None
    return Found(heads[0], heads[0] - 1, tuple(lines))


def read(sheet: Sheet, found: Found, _end: int, around: Around, settings: LayoutSettings) -> TableReading:
    """The entries of every line, for the class and the day that the last line above it names."""
    about = About(_FIELDS, cell_name(found.top, 0))
    problems = Problems(about, around.context)
    maker = EntryMaker(about, around.context, settings, problems)
    entries = []
    for number, text in found.headings:
        if number < found.top:
            continue
        column = next(column for column, value in enumerate(sheet.rows[number]) if value != "")
        cell = cell_name(number, column)
        if _is_head(text):
            maker.speak_for_rows_below(_told(text, maker.context))
        elif states_time(text) or says_nothing(text) or names_subject(text):
            facts = CellFacts({"content": text}, {"content": cell}, {})
            entries += maker.of_pieces(facts, read_homework(text, "", settings.lesson_minutes))
        elif _TASK.search(compact(text)) and not _ASIDE.search(compact(text)) and not is_note(text):
            problems.note(Problem("unexplained-row", "", cell, text[:200], {}, maker.context.scope, None))
    return TableReading(entries, problems.found, "")


def _line(row: Sequence[Cell]) -> str:
    """The text of a row that holds one text and nothing else."""
    texts = list(dict.fromkeys(value for value in row if value != ""))
    return texts[0] if len(texts) == 1 and isinstance(texts[0], str) else ""


def _is_head(text: str) -> bool:
    """Whether a line names a class or a day and no homework: «【三(1)班 10月26日作业】»."""
    return len(text) <= 60 and bool(dates_within(text) or classes_within(text)) and not states_time(text) and not names_subject(text)


def _told(text: str, before: Context) -> Context:
    said = context_of((text,), ())
    date = before.dated(said.date)
    return replace(before, classes=said.classes or before.classes, date=date or before.date, kind=said.kind)
