"""Turns cells beside the entries that set homework («另加练字20分钟») or say that the figures mean something else into problems."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from homework_audit.layouts.beside_scopes import scope_beside, with_what_is_named
from homework_audit.layouts.beside_texts import (
    adds_homework,
    changes_figures,
    is_homework_alone,
    may_be_homework,
    may_say_something,
    moves_to_another_day,
    says_what_a_figure_is,
    sets_homework,
)
from homework_audit.layouts.columns_apart import Span, cells_apart, classes_apart, headings_of, judged_over
from homework_audit.layouts.heard import Heard, states_sum
from homework_audit.layouts.rows import is_total
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import Entry, LeftRow, Problem, Scope, SheetReading
from homework_audit.models.sheet import Sheet, cell_name, row_number
from homework_audit.values.classes import read_classes
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject_within
from homework_audit.values.text import Cell, compact, plain, shown

_LABEL = re.compile(r"^(?:教师|家长)?(?:补充|附加|额外|外加|另外|其[他它])(?:的?作业|内容|任务)?:?$")
"""What stands before homework that comes on top of the rest."""
_BARE_TIME = re.compile(r"(?:大?约)?\d{1,3}(?:\s*[-~—–至]\s*\d{1,3})?\s*(?:分钟?|min(?:ute)?s?|['′’])(?:左右)?")
_MOST_TITLES = 8


def with_additions(sheet: Sheet, reading: SheetReading, scope: Scope, tables: Sequence[Span], left: Sequence[LeftRow]) -> SheetReading:
    """The reading with a problem for each such cell; `scope` is what the titles name, `left` are the rows that were no entries.

    In rows of headings, sums and examples no cell sets homework.
    """
    explained = {row for table in tables for row in range(table.top, table.bottom + 1)}
    explained |= {row_number(row.cell) for row in left if row.reason not in ("note", "blank")}
    places = {problem.cell: place for place, problem in enumerate(reading.problems)}
    for place, problem in enumerate(reading.problems):
        if problem.kind == "unexplained-row" and problem.scope == Scope() and may_be_homework(problem.text):
            reading.problems[place] = problem._replace(scope=scope_beside(scope, reading.entries))
    for addition in list(_additions(sheet, reading, scope, tables, explained)):
        if addition.cell in places:
            reading.problems[places[addition.cell]] = addition  # entries may point to this place
        else:
            places[addition.cell] = len(reading.problems)
            reading.problems.append(addition)
    return reading


def _additions(sheet: Sheet, reading: SheetReading, scope: Scope, tables: Sequence[Span], explained: Container[int]) -> Iterator[Problem]:
    """Of the classes and the days of its row, else of the whole table.

    A row of which nobody knew to which classes it belongs is told again, with those of the table.
    """
    entries = reading.entries
    above = [*_above(sheet, entries), *_times_above(sheet, entries, explained)]
    headed = [(table, headings_of(sheet, table)) for table in tables]
    apart = [place for table, headings in headed for place in cells_apart(sheet, table, headings)]
    # each text is looked at once, however often it stands there: a sheet may have a million cells
    told = set(chain.from_iterable(sheet.rows))
    texts = [text for text in told if isinstance(text, str) and may_say_something(text)]
    adding, setting = set(filter(adds_homework, texts)), set(filter(sets_homework, texts)) | set(filter(changes_figures, texts))
    alone = {text for text in told if isinstance(text, str) and is_homework_alone(text)}
    labels = {text for text in texts if _LABEL.match(compact(text))}
    sums = set(filter(is_total, texts))
    classes = [place for table, headings in headed for place in classes_apart(sheet, table, headings)]
    judged = [place for table, headings in headed for place in judged_over(sheet, table, headings)]
    if not (judged or above or apart or adding or setting or alone or labels or sums or classes):
        return
    heard = Heard(entries, reading.problems)
    met = ((number, column, value) for number, column, value in _of(adding | setting, sheet) if value in adding or number >= heard.first)
    met_rows = {*heard.of_row, *(row_number(problem.cell) for problem in reading.problems)} if alone else set()
    left = (place for place in _of(alone, sheet) if place[0] not in met_rows)
    for number, column, value in (*apart, *met, *left, *_labelled(labels, sheet, heard.of_row)):
        cell, text = cell_name(number, column), plain(str(value))
        if moves_to_another_day(text) and not all(entry.low for entry in heard.of_row[number]):
            continue  # the row says itself that nothing is set on its day
        if isinstance(value, int | float) and heard.is_of_a_day(value):
            continue
        if (number not in explained or says_what_a_figure_is(text)) and not heard.has(number, cell, value) and not heard.is_sum(text):
            known = scope_beside(scope, heard.of_row[number] or entries)
            yield Problem("unexplained-row", "beside", cell, text[:200], {}, with_what_is_named(known, text), None)
    for number, column, text in judged:
        if number not in explained and heard.of_row[number]:
            yield Problem("unexplained-row", "beside", cell_name(number, column), text, {}, scope_of(heard.of_row[number]), None)
    yield from _sums_beside(_of(sums, sheet), sheet, heard)
    yield from _other_classes(classes, heard)
    for number, column, value in (place for place in above if not heard.is_sum(place[2])):
        yield Problem("unexplained-row", "beside", cell_name(number, column), plain(value)[:200], {}, scope_beside(scope, entries), None)


def _sums_beside(labels: Iterator[tuple[int, int, Cell]], sheet: Sheet, heard: Heard) -> Iterator[Problem]:
    """Sums in rows of homework, under no heading («总计 | 80»), that are not those of a day as it was read."""
    for number, column, label in labels:
        figure, value = next(((place, value) for place, value in enumerate(sheet.rows[number]) if place > column and value != ""), (0, ""))
        entries, cell = heard.of_row.get(number), cell_name(number, figure)
        if not entries or not isinstance(value, int | float) or value <= 0 or heard.has(number, cell, value):
            continue
        if not heard.is_of_a_day(value):
            yield Problem("unexplained-row", "beside", cell, f"{shown(label)} {shown(value)}", {}, scope_of(entries), None)


def _other_classes(places: Sequence[tuple[int, int, Cell]], heard: Heard) -> Iterator[Problem]:
    """Classes that a second column names, for which the homework of their row may be as well."""
    for number, column, value in places:
        entries = heard.of_row.get(number, ())
        known = {ref for entry in entries for ref in entry.classes}
        refs = read_classes(value, next((ref.grade for ref in known), None))
        others = tuple(ref for ref in refs if ref.grade and ref.label and ref not in known)
        if others and known:
            scope = scope_of(list(entries))._replace(classes=others)
            yield Problem("unexplained-row", "beside", cell_name(number, column), shown(value)[:200], {}, scope, None)


def _of(texts: AbstractSet[str], sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a sheet that hold one of the texts."""
    for number, row in enumerate(sheet.rows if texts else ()):
        if not texts.isdisjoint(row):
            yield from ((number, column, value) for column, value in enumerate(row) if value in texts)


def _labelled(labels: AbstractSet[str], sheet: Sheet, of_row: Mapping[int, Sequence[Entry]]) -> Iterator[tuple[int, int, Cell]]:
    """Rows that begin with a label such as «补充作业», have figures or times beside it, and of which no entry was made."""
    for number, column, label in _of(labels, sheet):
        row = sheet.rows[number]
        if all(value == "" for value in row[:column]) and not of_row.get(number) and any(map(_is_figure, row)):
            yield number, column, label


def _above(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[tuple[int, int, str]]:
    """Lines alone above all homework that give something to be done a time («补：英语抄写50分钟» is no title), and sums beside a title."""
    told = ((number, [value for value in dict.fromkeys(row) if value != ""]) for number, row in enumerate(sheet.rows[:_MOST_TITLES]))
    texts = [
        (number, text)
        for number, values in told
        for text in values
        if isinstance(text, str) and (_is_no_title(text) if len(values) == 1 else states_sum(text) and sets_homework(text))
    ]
    first = min((row for entry in entries if (row := row_number(entry.cell)) >= 0), default=0) if texts else 0
    for number, text in texts:
        if number < first:
            yield number, sheet.rows[number].index(text), text


def _times_above(sheet: Sheet, entries: Sequence[Entry], explained: Container[int]) -> Iterator[tuple[int, int, str]]:
    """Bare times above all homework, beside something else: a form of which nothing was made («A层 | 因式分解6题 | 预计用时 | 35分钟»)."""
    times = [
        (number, column, value)
        for number, row in enumerate(sheet.rows[:_MOST_TITLES])
        for column, value in enumerate(row)
        if isinstance(value, str) and _BARE_TIME.fullmatch(value.strip()) and number not in explained
    ]
    first = min((row for entry in entries if (row := row_number(entry.cell)) >= 0), default=0) if times else 0
    yield from (place for place in times if place[0] < first and len({value for value in sheet.rows[place[0]] if value != ""}) > 1)


def _is_no_title(text: str) -> bool:
    """Whether a line above a table sets homework or opens a question about that of a subject: «英语作业另发»."""
    opens = (changes_figures(text) and "单位" not in text) or adds_homework(text)
    return sets_homework(text) or (opens and subject_within(text) is not None)


def _is_figure(value: Cell) -> bool:
    return states_time(value) if isinstance(value, str) else isinstance(value, int | float) and value > 0
