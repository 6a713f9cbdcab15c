"""Turns lines of text, one below the other as pasted from a chat group, into a reading: a line of class and date, then homework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from homework_audit.layouts.context import Context, context_of
from homework_audit.layouts.entry_maker import EntryMaker
from homework_audit.layouts.evidence import names_amount, names_task
from homework_audit.layouts.facts import About, CellFacts
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.rows import is_note, is_total, joined
from homework_audit.layouts.rules_told import is_advice
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.layouts.text_lines import Line, lines_of, messages_of, names_senders
from homework_audit.layouts.totals import TotalsCheck, read_total
from homework_audit.models.reading import Entry, Problem
from homework_audit.models.sheet import Sheet, cell_name
from homework_audit.values import sheet_words
from homework_audit.values import vocabulary as words
from homework_audit.values.classes import classes_within
from homework_audit.values.expressions import expression
from homework_audit.values.homework import read_homework
from homework_audit.values.minutes import Minutes, says_nothing
from homework_audit.values.references import DateRef
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import ANY, subject, subject_within
from homework_audit.values.text import compact
from homework_audit.values.wording import names_work

_FEWEST = 4
_HALF_A_YEAR = 6
_FIELDS: Final = frozenset({"content", "minutes"})
_FIGURE = expression(r"^([^\d:：]{2,20})[:：]?\s*(约?\d.*)$")
_TASK = expression("|".join(words.TASKS))
_EXPLAINS = expression(r"\d+\s*['′’]?就?是|表示|代表")
"""«（20'就是20分钟）»."""
_CAPTION = expression(
    rf"\W*(?:(?:同学们|大家|各位家长|家长们?)好)?\W*(?:今[日天]|本日|每[日天]|本?周末|家庭|书面|回家|的|{ANY})*作业(?:公示|公布|登记|记录|清单|布置|内容|表|单|栏|如下|就这些)*\W*"
)
"""«同学们好，今天的作业如下：», «【今日作业】»."""
_SUM = expression(
    r"(?:^|\d[.、)]|[,，。]|作业|今[日天]|当[日天])(?:合计|总计|共计|总共|总时长|总用时|总量|共)(?:[为约:：]|大约|时间|用时)*(\d{1,3}(?:\.\d)?)分"
)
"""«合计约40分钟», «4.总时长40分钟，未超标», «共2科，合计40分钟»."""
_GOES_ON = expression(r"没[做写]完|接着[做写]|补完|[也都][要得]?[做写]|(?:做|写)两遍|第\d+[页课]$|^\d{1,3}\s?[-~至到—]\s?\d{1,3}$")
"""What points to homework that stands elsewhere: «昨天没写完的接着写», «8-10»."""
_BARE = expression(r"([^\d:：(（]{1,6})[:：]?\s*[(（]?\d{1,3}多?(?:分钟?)?[)）]?")
"""«英语20»: it may be its minutes."""
_CLAUSES = expression(r"[,，。;；!！~\s]+")
_ASIDE = expression("|".join(sheet_words.ASIDES_OF_CHAT))


def find(sheet: Sheet, first: int, last: int, _settings: LayoutSettings) -> Found | None:
    """The lines of a sheet that has no tables, from row `first` on: some of them name a class or a day, others homework."""
    lines = lines_of(sheet) if first == 0 else []
    start = next((place for place, line in enumerate(lines) if line.is_head), None)
    if start is None or len(lines) < _FEWEST:
        return None
    stated = any(states_time(line.text) and line.names_subject for line in lines[start + 1 :])
    is_table = last < len(sheet.rows) and any(line.subject for line in lines)
    top = lines[start].row
    return Found(top, top - 1, tuple(lines)) if stated and top < last and not is_table else None


def find_messages(sheet: Sheet, first: int, _last: int, _settings: LayoutSettings) -> Found | None:
    """The messages of a sheet that holds nothing else, below a row of headings, where they say themselves whose homework they are."""
    lines = messages_of(sheet, by_sender=False) if first == 0 else []
    titled = lines and names_senders(sheet) and any(classes_within(joined(row)) for row in sheet.rows[: lines[0].row])
    if not lines or not (titled or all(classes_within(line.text) for line in lines if line.opens)):
        return None
    return _found(sheet, lines)


def find_messages_by_sender(sheet: Sheet, first: int, _last: int, _settings: LayoutSettings) -> Found | None:
    """The messages of a sheet that holds nothing else, of the classes that stand beside them in the names of senders or groups."""
    lines = messages_of(sheet, by_sender=True) if first == 0 else []
    return _found(sheet, lines) if lines else None


def _found(sheet: Sheet, lines: Sequence[Line]) -> Found:
    top = next(number for number, row in enumerate(sheet.rows) if any(value != "" for value in row))
    return Found(top, lines[0].row - 1, tuple(lines))


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
        elif line.is_head or line.opens:
            totals = TotalsCheck()
            maker.speak_for_rows_below(_told(line, around.context if line.opens else maker.context))
        elif _states_homework(line):
            facts = CellFacts({"content": line.text, "subject": line.subject}, {"content": cell}, {})
            pieces = read_homework(line.text, "", settings.lesson_minutes)
            if line.withdrawn:
                pieces = tuple(piece._replace(label=piece.label._replace(unset=True)) for piece in pieces)
            made = maker.of_pieces(facts, pieces)
            totals.add(made)
            entries += made
        if _is_left_open(line, is_head=line.is_head or line.opens):
            problems.note(Problem("unexplained-row", "", cell, line.text[:200], {}, maker.context.scope, None))
    return TableReading(entries, problems.found, "")


def _states_homework(line: Line) -> bool:
    if _CAPTION.fullmatch(compact(line.text)):
        return False
    if not line.names_subject and (_EXPLAINS.search(line.text) or is_advice(line.text)):
        return False
    return states_time(line.text) or line.names_subject or _sets_nothing(line.text)


def _is_left_open(line: Line, *, is_head: bool) -> bool:
    """Whether a line may set homework that nothing else is made of: it names something to be done, and neither subject nor time."""
    text = compact(line.text)
    if text.startswith("以上") or _CAPTION.fullmatch(text) or (not line.names_subject and is_advice(line.text)):
        return False
    if is_head or _states_homework(line):
        return is_head and names_task(text)
    if _GOES_ON.search(text) or ((bare := _BARE.fullmatch(text)) and subject(bare[1])):
        return True
    if names_task(text) and not is_note(line.text):
        return True
    if _total(line) or is_note(line.text):
        return False
    clauses = [clause for clause in _CLAUSES.split(text) if not _ASIDE.search(clause)]
    if any(_names_work(clause) for clause in clauses):
        return True
    return bool(_TASK.search(text)) and not _ASIDE.search(text)


def _names_work(clause: str) -> bool:
    """Whether part of a line names something to be written, how much, or of which subject."""
    if names_work(clause) or names_amount(clause):
        return True
    return _TASK.search(clause) is not None and subject_within(clause) is not None


def _sets_nothing(text: str) -> bool:
    """Whether a line declares that there is no homework, or none that is written: «今天开运动会，各科无书面作业。»"""
    pieces = read_homework(text)
    written = [piece for piece in pieces if piece.label.kind in ("", "written")]
    return says_nothing(text) or (bool(pieces) and all(piece.minutes.nothing for piece in written))


def _total(line: Line) -> tuple[Minutes, bool] | None:
    """The sum that a line states, «书面作业合计60分钟», and whether it is one of written work; None for any other line."""
    found = _FIGURE.match(line.text)
    if found and is_total(found[1]):
        return read_total(found[1], found[2], "")
    told = _SUM.search(compact(line.text)) if not line.names_subject else None
    return (Minutes(float(told[1]), float(told[1])), "书面" in line.text) if told else None


def _told(head: Line, before: Context) -> Context:
    """What holds from a head on. A message that names no day is of the day on which it was sent, and of that year in any case."""
    said, sent = context_of((head.text,), ()), head.sent
    date = _near(said.date, sent) if sent and (said.date is None or said.date.year is None) else before.dated(said.date)
    return replace(before, classes=said.classes or before.classes, date=date or before.date, kind=said.kind)


def _near(date: DateRef | None, sent: datetime) -> DateRef:
    """The date with the year that brings it nearest to the moment; that day where there is none."""
    if date is None:
        return DateRef(sent.year, sent.month, sent.day)
    apart = date.month - sent.month
    return date._replace(year=sent.year - (apart > _HALF_A_YEAR) + (apart < -_HALF_A_YEAR))
