"""Turns cells beside the entries that set homework («另加练字20分钟») or say that the figures mean something else into problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from string import digits
from typing import Final

from homework_audit.layouts.above_tables import homework_above, times_above
from homework_audit.layouts.beside_scopes import scope_beside, with_what_is_named
from homework_audit.layouts.beside_texts import (
    adds_homework,
    changes_figures,
    is_homework_alone,
    is_short_homework,
    may_be_homework,
    may_say_something,
    moves_to_another_day,
    needs_a_pen,
    says_what_a_figure_is,
    sends_home,
    sets_homework,
)
from homework_audit.layouts.columns_apart import Span, cells_apart, classes_apart, corrected_minutes, headings_of
from homework_audit.layouts.facets import facets
from homework_audit.layouts.headings import is_remark
from homework_audit.layouts.heard import Heard
from homework_audit.layouts.judged_over import judged_over
from homework_audit.layouts.remarked_tasks import tasks_remarked
from homework_audit.layouts.rows import is_total
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import Entry, LeftRow, Problem, Scope, SheetReading
from homework_audit.models.sheet import Sheet, cell_name, column_number, row_number
from homework_audit.values.classes import read_classes
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact, plain, shown
from homework_audit.values.wording import names_work

_LABEL = expression(r"^(?:教师|家长)?(?:补充|附加|额外|外加|另外|其[他它])(?:的?作业|内容|任务)?:?$")
"""What stands before homework that comes on top of the rest."""

_BRACKET = expression(r"\([^()]*\)")
_DAY = expression(r"(?<!\d)([12]\d|3[01]|[1-9])[日号]")
_TIME = expression(r"[\d.]+(?:分钟?|min)|共|约")
_CONTRADICTIONS: Final[tuple[tuple[Callable[[str], bool], Callable[[Entry], bool]], ...]] = (
    (sends_home, lambda entry: entry.task.place == "school"),
    (needs_a_pen, lambda entry: entry.kind == "oral"),
)
_Place = tuple[int, int, Cell]
"""A row, a column and what stands there."""


def with_additions(sheet: Sheet, reading: SheetReading, scope: Scope, tables: Sequence[Span], left: Sequence[LeftRow]) -> SheetReading:
    """The reading with a problem for each such cell; `scope` is what the titles name, `left` are the rows that were no entries."""
    places = {problem.cell: place for place, problem in enumerate(reading.problems)}
    for place, problem in enumerate(reading.problems):
        if problem.kind == "unexplained-row" and problem.scope == Scope() and may_be_homework(problem.text):
            reading.problems[place] = problem._replace(scope=scope_beside(scope, reading.entries))
    for addition in list(_Additions(sheet, reading, scope, tables, left).problems()):
        if addition.cell in places:
            reading.problems[places[addition.cell]] = addition  # entries may point to this place
        else:
            places[addition.cell] = len(reading.problems)
            reading.problems.append(addition)
    return reading


class _Additions:
    """Looks at the cells of a sheet of which nothing was made. Each text is looked at once, however often it stands there."""

    def __init__(self, sheet: Sheet, reading: SheetReading, scope: Scope, tables: Sequence[Span], left: Sequence[LeftRow]) -> None:
        self._sheet, self._scope, self._entries, self._problems = sheet, scope, reading.entries, reading.problems
        self._tables = [(table, headings_of(sheet, table)) for table in tables]
        self._shown = {row_number(row.cell) for row in left if row.reason == "example"}
        self._explained = {row for table in tables for row in range(table.top, table.bottom + 1)}
        self._explained |= {row_number(row.cell) for row in left if row.reason not in ("note", "blank")}
        self._told = {text for text in set(chain.from_iterable(sheet.rows)) if isinstance(text, str)}
        self._texts = [text for text in self._told if may_say_something(text)]
        self._setting = set(filter(sets_homework, self._texts))

    @cached_property
    def _heard(self) -> Heard:
        return Heard(self._entries, self._problems)

    def problems(self) -> Iterator[Problem]:
        """Of the classes and the days of their row, else of the whole table.

        A row of which nobody knew to which classes it belongs is told again, with those of the table.
        """
        for number, column, value in chain(self._apart(), self._said(), self._alone(), self._labelled(), self._remarked()):
            problem = self._problem(number, column, value)
            if problem:
                yield problem
        yield from self._contradicted()
        yield from self._corrected()
        yield from self._judged()
        yield from self._sums_beside()
        yield from self._other_classes()
        for number, column, value in self._above():
            if not self._heard.is_sum(value):
                scope = scope_beside(self._scope, self._entries)
                yield Problem("unexplained-row", "beside", cell_name(number, column), plain(value)[:200], {}, scope, None)

    def _problem(self, number: int, column: int, value: Cell) -> Problem | None:
        """The problem with one cell, unless something was made of it, or its row explains it."""
        heard, cell, text = self._heard, cell_name(number, column), plain(str(value))
        if heard.has(number, cell, value) or heard.is_sum(text) or (isinstance(value, int | float) and heard.is_of_a_day(value)):
            return None
        if moves_to_another_day(text) and not all(entry.low for entry in heard.of_row[number]):
            return None  # the row says itself that nothing is set on its day
        if number in self._explained and not says_what_a_figure_is(text) and not self._sets_all_the_same(number, value):
            return None
        known = scope_beside(self._scope, heard.of_row[number] or self._entries)
        return Problem("unexplained-row", "beside", cell, text[:200], {}, with_what_is_named(known, text), None)

    def _sets_all_the_same(self, number: int, value: Cell) -> bool:
        """Whether a text in a row of headings or of sums is neither: «英语：抄写单词20分钟»; an example sets nothing."""
        if number in self._shown or not isinstance(value, str) or value not in self._setting or facets(value) is not None:
            return False
        return names_work(value) and not is_mark(_TIME.sub("", _BRACKET.sub("", compact(value))))

    def _apart(self) -> Iterator[_Place]:
        for table, headings in self._tables:
            yield from cells_apart(self._sheet, table, headings)

    def _remarked(self) -> Iterator[_Place]:
        yield from tasks_remarked(self._sheet, self._tables, self._heard.of_row)

    def _said(self) -> Iterator[_Place]:
        """Texts that add homework; below the first entry also those that state a time, or change what figures mean."""
        adding = set(filter(adds_homework, self._texts))
        said = adding | self._setting | set(filter(changes_figures, self._texts))
        yield from (place for place in self._of(said) if place[2] in adding or place[0] >= self._heard.first)

    def _alone(self) -> Iterator[_Place]:
        """Homework in rows of which nothing was made: «周记一篇» anywhere, «写日记» below other homework."""
        met = {*self._heard.of_row, *(row_number(problem.cell) for problem in self._problems)}
        for number, row in enumerate(self._sheet.rows):
            if number not in met and len(row) > row.count(""):
                may_be_short = number > self._heard.first and self._stands_alone(number)
                yield from (
                    (number, column, value)
                    for column, value in enumerate(row)
                    if isinstance(value, str) and (is_homework_alone(value) or (may_be_short and is_short_homework(value)))
                )

    def _stands_alone(self, number: int) -> bool:
        return len({value for value in self._sheet.rows[number] if value != ""}) == 1

    def _labelled(self) -> Iterator[_Place]:
        """Rows that begin with a label such as «补充作业», have figures or times beside it, and of which no entry was made."""
        for number, column, label in self._of({text for text in self._texts if _LABEL.match(compact(text))}):
            row = self._sheet.rows[number]
            if all(value == "" for value in row[:column]) and not self._heard.of_row.get(number) and any(map(_is_figure, row)):
                yield number, column, label

    def _above(self) -> Iterator[tuple[int, int, str]]:
        yield from homework_above(self._sheet, self._heard.first, self._shown)
        yield from times_above(self._sheet, self._heard.first, self._explained)

    def _contradicted(self) -> Iterator[Problem]:
        """Notes by which homework that is called done in school, or oral, is done at home or with a pen after all."""
        for says, belongs in _CONTRADICTIONS:
            entries = [entry for entry in self._entries if belongs(entry)]
            for number, column, value in self._of(set(filter(says, self._told)) if entries else set()):
                beside = [entry for entry in self._heard.of_row.get(number, ()) if belongs(entry)]
                if number not in self._explained and not self._heard.has(number, cell_name(number, column), value):
                    scope = scope_of(beside or entries)
                    yield Problem("unexplained-row", "beside", cell_name(number, column), plain(str(value))[:200], {}, scope, None)

    def _corrected(self) -> Iterator[Problem]:
        """Corrected minutes beside those that were read, where they are more."""
        for number, column, stated in chain.from_iterable(corrected_minutes(self._sheet, *table) for table in self._tables):
            entries = self._heard.of_row.get(number, [])
            if entries and stated > sum(entry.high or 0 for entry in entries):
                text = shown(self._sheet.rows[number][column])
                yield Problem("unexplained-row", "beside", cell_name(number, column), text, {}, scope_of(entries), None)

    def _judged(self) -> Iterator[Problem]:
        """Cells by which the sheet itself calls the homework of their row too much, else that above them, else all of it."""
        for number, column, text in judged_over(self._sheet, self._tables):
            above = [entry for entry in self._entries if column_number(entry.cell.rstrip(digits)) == column]
            own = self._heard.of_row.get(number, [])
            if is_remark(text.partition("：")[0]):  # a remark speaks of its own row, as far as that was set
                above, own = [], [entry for entry in own if entry.state == "set"]
                if not own:
                    continue
            entries = _of_days_named(text, own or above or self._entries)
            if entries and not any(table.top <= number <= table.bottom for table, _ in self._tables):
                yield Problem("unexplained-row", "beside", cell_name(number, column), text, {}, scope_of(entries), None)

    def _sums_beside(self) -> Iterator[Problem]:
        """Sums in rows of homework, under no heading («总计 | 80»), that are not those of a day as it was read."""
        for number, column, label in self._of(set(filter(is_total, self._texts))):
            beside = ((place, value) for place, value in enumerate(self._sheet.rows[number]) if place > column and value != "")
            figure, value = next(beside, (0, ""))
            entries, cell = self._heard.of_row.get(number), cell_name(number, figure)
            if not entries or not isinstance(value, int | float) or value <= 0 or self._heard.has(number, cell, value):
                continue
            if not self._heard.is_of_a_day(value):
                yield Problem("unexplained-row", "beside", cell, f"{shown(label)} {shown(value)}", {}, scope_of(entries), None)

    def _other_classes(self) -> Iterator[Problem]:
        """Classes that a second column names, for which the homework of their row may be as well."""
        for number, column, value in chain.from_iterable(classes_apart(self._sheet, *table) for table in self._tables):
            entries: Sequence[Entry] = self._heard.of_row.get(number, ())
            known = {ref for entry in entries for ref in entry.classes}
            refs = read_classes(value, next((ref.grade for ref in known), None))
            others = tuple(ref for ref in refs if ref.grade and ref.label and ref not in known)
            if others and known:
                scope = scope_of(list(entries))._replace(classes=others)
                yield Problem("unexplained-row", "beside", cell_name(number, column), shown(value)[:200], {}, scope, None)

    def _of(self, texts: AbstractSet[str]) -> Iterable[_Place]:
        """The cells of the sheet that hold one of the texts."""
        for number, row in enumerate(self._sheet.rows if texts else ()):
            if not texts.isdisjoint(row):
                yield from ((number, column, value) for column, value in enumerate(row) if value in texts)


def _of_days_named(text: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries of the days of a month that a text names, if it names any: «27日超»."""
    days = {int(day) for day in _DAY.findall(text)}
    return [entry for entry in entries if entry.date and entry.date.day in days] if days else entries


def _is_figure(value: Cell) -> bool:
    return states_time(value) if isinstance(value, str) else isinstance(value, int | float) and value > 0
