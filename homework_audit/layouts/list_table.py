"""Turns one table of a list sheet (a heading row and the rows below it) into entries and problems, a row an entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homework_audit.layouts.alike import told_apart
from homework_audit.layouts.aside_texts import is_footer, is_judged, sum_told
from homework_audit.layouts.beside_homework import BesideHomework
from homework_audit.layouts.beside_scopes import of_the_day_named
from homework_audit.layouts.beside_texts import names_homework
from homework_audit.layouts.columns import Columns
from homework_audit.layouts.context import Context
from homework_audit.layouts.day_totals import DayTotals
from homework_audit.layouts.entry_maker import EntryMaker, Settled
from homework_audit.layouts.evidence import mostly_timed
from homework_audit.layouts.excepted import with_exceptions
from homework_audit.layouts.facets import NOTHING_SAID, Facets
from homework_audit.layouts.facts import Facts
from homework_audit.layouts.list_asides import ListAsides
from homework_audit.layouts.other_kind import of_another_kind
from homework_audit.layouts.placing import settle_tenths
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.row_totals import RowTotals
from homework_audit.layouts.rows import (
    is_average,
    is_example,
    is_stage,
    is_total,
    joined,
)
from homework_audit.layouts.sections import section_of
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.stated_twice import names_several, states_more
from homework_audit.layouts.table_values import TableValues
from homework_audit.layouts.totals import TotalsCheck, read_total
from homework_audit.models.reading import Entry, LeftRow, Problem, Scope
from homework_audit.models.sheet import Sheet
from homework_audit.values.classes import classes_set_for
from homework_audit.values.dates import is_page, read_date
from homework_audit.values.expressions import expression
from homework_audit.values.homework import read_homework
from homework_audit.values.minutes import Minutes
from homework_audit.values.nothing_set import declares_none
from homework_audit.values.stamps import read_stamp
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, plain, shown

_DAILY = expression(r"(?:^|[(（,，;；\s])每[天日晚](?!一?[练题算读][^,，]{0,4}(?:第?\d|[pP]\d))")
"""«每日口算», «抄写（每晚）»."""
_TONIGHT = expression(r"[当今][晚天日](?:就|内|前)?(?:完成|[写做]完)")
"""What is collected later, and not spread until then."""


class ListTable:
    """Reads the rows of one table; `entries` and `problems` are what it has found so far."""

    def __init__(self, sheet: Sheet, columns: Columns, end: int, context: Context, settings: LayoutSettings) -> None:
        self.entries: list[Entry] = []
        self.left: list[LeftRow] = []
        self._values = TableValues(sheet, columns, end)
        context = _of_rows(context, self._values.column("date"))
        self._columns, self._lesson_minutes = columns, settings.lesson_minutes
        about = self._values.about
        if "minutes" not in about.fields and mostly_timed(self._values.column("content")):
            about = about._replace(fields=about.fields | {"minutes"})  # the homework says itself how long it takes
        self._asides = ListAsides(self._values, columns)
        self._beside = BesideHomework(columns, self._values.heading_row)
        self._year = context.year.year if context.year else None
        self._examples: set[int] = set()
        self._last = -1
        self._problems = Problems(about, context)
        self._maker = EntryMaker(about, context, settings, self._problems)
        self._totals = TotalsCheck()
        merged = [span for span in sheet.merged if span[2] > span[0]]
        totals = ((column, Facets(total="sum", unit=unit)) for column, unit in columns.totals)
        self._row_totals = RowTotals(totals, self._values.rows, columns.bottom + 1, merged) if merged else None
        unmerged = [] if merged else columns.totals
        self._day_totals = DayTotals(unmerged, self._values.heading_row, columns.bottom + 1) if unmerged else None
        dates, weekdays = self._values.column("date"), self._values.column("weekday")
        self._tenths = settle_tenths(dates, weekdays, context, typed=sheet.typed)

    @property
    def problems(self) -> list[Problem]:
        """What could not be settled, in the order in which it was met."""
        return self._problems.found

    def read(self) -> None:
        """Reads every row; a row that nothing explains is a problem, never silently dropped."""
        self._problems.missing_columns()
        values = self._values
        firsts = [row[0] if row and row[0] != "" else next((value for value in row if value != ""), "") for row in values.rows]
        sums = self._rows_with_sums(firsts)
        self._examples = {number for number, first in enumerate(firsts) if isinstance(first, str) and is_example(first)}
        told = zip(values.filled("minutes"), values.filled("content"), strict=True)
        self._last = max((number for number, (minutes, content) in enumerate(told) if minutes != ""), default=-1)
        closer = sums | self._examples | self._tenths.keys() | values.odd_rows()
        if self._columns.minutes.each:
            closer |= {number for number, content in enumerate(values.filled("content")) if names_several(content)}
        for number, (row, first, plainly) in enumerate(zip(values.rows, firsts, values.plain_rows(), strict=True)):
            entry = None if number in closer else self._maker.of_plain_row(plainly)
            if entry is not None:
                self._take(number, row, [entry])
            elif number in sums:
                self._read_total(number, first)
                self._leave(number, "total")
            elif first != "" or values.has_lost(number):
                self._look_at(number, row, first)
        if self._row_totals:
            self._row_totals.close(self._problems)
        for problem in self._day_totals.problems() if self._day_totals else ():
            self._problems.note(problem)
        left = self._totals.close()
        if left:
            self._problems.note(left)
        settled = self._totals.settled(self.entries)
        self.entries = told_apart(settled, values.rows, values.heading_row, self._columns.bottom + 1)

    def _rows_with_sums(self, firsts: Sequence[Cell]) -> set[int]:
        """The rows that name a sum or an average, in their first cell or where a subject or a class is expected."""
        columns = (firsts, self._values.filled("subject"), self._values.filled("class"))
        texts = {text for column in columns for text in set(column) if isinstance(text, str) and text}
        sums = {text for text in texts if is_total(text) or is_average(text) or is_stage(text)}
        if not sums:
            return set()
        return {number for column in columns for number, text in enumerate(column) if isinstance(text, str) and text in sums}

    def _look_at(self, number: int, row: Sequence[Cell], first: Cell) -> None:
        """Reads a row that may be no entry, or one about which there is something to settle."""
        facts = self._values.facts(number)
        minutes = self._maker.minutes(facts)
        if number in self._examples:
            self._take(number, row, [self._maker.example(facts, minutes)])
            return
        states_both = facts.value("content") != "" and minutes.low is not None
        reason = "" if states_both else self._why_no_entry(number, row, first)
        if reason:
            self._leave(number, reason)
        else:
            self._read_row(number, row, facts, minutes)

    # --- rows that are no entries ---

    def _leave(self, number: int, reason: str) -> None:
        row = self._values.rows[number]
        column = next((column for column, value in enumerate(row) if value != ""), 0)
        self.left.append(LeftRow(self._values.cell_at(number, column), joined(row)[:120], reason))

    def _why_no_entry(self, number: int, row: Sequence[Cell], first: Cell) -> str:
        """Why a row that states no homework and minutes is none all the same; '' if nothing explains it."""
        if self._read_section(number, row):
            return "section"
        stands_alone = all(value in ("", first) or is_judged(value) for value in row)
        total = sum_told(first) if isinstance(first, str) and stands_alone else None
        if total:
            cell = self._values.cell_at(number, row.index(first))
            problem = self._totals.against(total, cell, shown(first), is_written="书面" in shown(first))
            if problem:
                self._problems.note(problem)
            return "total"
        if number > self._last and sum(value != "" for value in row) == 1 and isinstance(first, str) and is_footer(first):
            return "note"
        if any(isinstance(value, str) and declares_none(plain(value)) for value in row) and self._values.value("minutes", number) == "":
            return "note"
        if self._asides.is_blank_form(number, self._maker.context.grade):
            return "blank"
        return "note" if self._asides.is_note(number, first) else ""

    def _read_total(self, number: int, first: Cell) -> None:
        if isinstance(first, str) and is_average(first):
            return
        row = self._values.rows[number]
        label = joined([text for text in row if isinstance(text, str)])
        if is_stage(label):
            return
        unit = self._values.unit
        stated = {name: read_total(label, self._values.value(name, number), unit) for name in ("minutes", "content")}
        told = next((name for name, (total, _) in stated.items() if total.low is not None), "")
        value, cell = (self._values.value(told, number), self._values.cell(told, number)) if told else ("", "")
        figures = [place for place, other in enumerate(row) if read_total("", other, "")[0].low is not None]
        is_beside = not told and len(figures) == 1
        if is_beside:  # «合计 | 90», not below the minutes: it may sum or count anything, but not less than it says
            value, cell = row[figures[0]], self._values.cell_at(number, figures[0])
        total, is_written = read_total(label, value, unit)
        problem = self._totals.against(total, cell, shown(value), is_written=is_written)
        if problem and not (is_beside and problem.reason == "less"):
            self._problems.note(problem)

    def _read_section(self, number: int, row: Sequence[Cell]) -> bool:
        """A line such as «9月15日 星期二» or «三(2)班» that stands alone and speaks for the rows below it."""
        texts = [value for value in row if value != ""]
        if len(texts) != 1 or not isinstance(texts[0], str) or self._values.value("minutes", number) != "" or names_homework(texts[0]):
            return False
        date, refs = section_of(texts[0], self._maker.context.grade)
        if date and "date" not in self._columns.fields and not is_page(texts[0]):
            context = self._maker.context
            self._maker.speak_for_rows_below(replace(context, date=context.dated(date)))
            return True
        if refs and all(ref.grade for ref in refs) and "class" not in self._columns.fields and classes_set_for(texts[0]):
            self._maker.speak_for_rows_below(replace(self._maker.context, classes=refs))
            return True
        return False

    # --- rows that are entries ---

    def _read_row(self, number: int, row: Sequence[Cell], facts: Facts, minutes: Minutes) -> None:
        content, settled = facts.value("content"), self._settled(number)
        if content == "" and not self._may_go_without_content(number, minutes):
            self._unexplained(number, next((column for column, value in enumerate(row) if value != ""), 0), joined(row))
            return
        if minutes.trouble == "blank" and isinstance(content, str) and states_time(content):
            added = self._maker.of_pieces(facts, read_homework(content, self._values.unit, self._lesson_minutes), settled)
        else:
            added = self._maker.of_row(facts, minutes, settled)
            if any(entry.kind == "written" and not entry.task.optional for entry in added):
                self._hold_against_content(number, content, minutes)
        self._take(number, row, added)

    def _hold_against_content(self, number: int, content: Cell, minutes: Minutes) -> None:
        """Homework may take longer than the column beside it says: «试卷A(40分钟)、试卷B(40分钟)» and 20, two under «时长（每项）»."""
        takes_more = self._columns.minutes.each and minutes.low is not None and names_several(content)
        if takes_more or states_more(content, minutes, self._values.unit, self._lesson_minutes):
            self._unexplained(number, self._columns.fields["content"], shown(content))

    def _take(self, number: int, row: Sequence[Cell], added: list[Entry]) -> None:
        """Keeps the entries of a row, and has them heard by the sums that they may be part of."""
        if "due" in self._columns.fields:
            added = [self._on_its_day(entry) if entry.on.due else entry for entry in added]
        if self._columns.aside and added:
            added = [*added, *self._of_another_kind(added[0], number, row)]
        if self._columns.posted is not None:
            added = self._with_moment(added, row)
        is_told = self._beside.is_told(row)
        added, heard = with_exceptions(added, self._beside.remarks(row), self._year) if is_told else (added, frozenset())
        self.entries += added
        self._totals.add(added)
        if self._row_totals:
            self._row_totals.hear(number, number, [(NOTHING_SAID, added)], self._problems)
        if self._day_totals:
            self._day_totals.hear(number, row, added)
        for column, text in self._beside.telling(row, added) if is_told else ():
            if text not in heard:
                self._unexplained(number, column, text)

    def _on_its_day(self, entry: Entry) -> Entry:
        """Homework that is not spread until it is due: it is done tonight, or again on each day, and nobody knows on which others."""
        if entry.on.due and _TONIGHT.search(entry.content):
            return entry._replace(on=entry.on._replace(due=None))
        if not (self._columns.minutes.daily or _DAILY.search(entry.content)) or entry.on.due is None or entry.state != "set":
            return entry
        scope = Scope(entry.school, entry.classes, entry.date, entry.on.due, entry.subject)
        self._problems.note(Problem("unexplained-row", "several-days", entry.cell, entry.content, {}, scope, None))
        return entry._replace(on=entry.on._replace(due=None))

    def _of_another_kind(self, entry: Entry, number: int, row: Sequence[Cell]) -> Iterator[Entry]:
        """The homework of another kind beside that of a row which has minutes of its own: «书面用时 | 非书面用时»."""
        column, kind = self._columns.aside or (len(row), "")
        own = self._columns.get("minutes")
        if column < len(row) and row[column] != "" and own is not None and own < len(row) and row[own] != "" and entry.state == "set":
            cell = self._values.cell_at(number, column)
            yield from of_another_kind(entry, (row[column], cell), kind, self._values.unit, self._lesson_minutes)

    def _may_go_without_content(self, number: int, minutes: Minutes) -> bool:
        """Whether a row states minutes and names its subject, or at least its place where no column names subjects."""
        placed = self._values.own("date", number) != "" or self._values.own("class", number) != ""
        named = self._values.value("subject", number) != "" or (placed and "subject" not in self._columns.fields)
        return named and minutes.trouble != "blank"

    def _with_moment(self, entries: list[Entry], row: Sequence[Cell]) -> list[Entry]:
        """The entries of a row with the moment at which they were put up or handed in, where a column says it."""
        column = self._columns.posted
        stamp = read_stamp(row[column]) if column is not None and column < len(row) else None
        return [entry._replace(posted=stamp.isoformat()) for entry in entries] if stamp else entries

    def _unexplained(self, number: int, column: int, text: str) -> None:
        facts = self._values.facts(number)
        settled = self._settled(number)
        refs, date = self._maker.classes(facts), settled[0] if settled else self._maker.date(facts)
        known = self._maker.context.scope
        scope = Scope(None, refs or known.classes, date or known.first, date or known.last)
        cell = self._values.cell_at(number, column)
        self._problems.note(Problem("unexplained-row", "", cell, text[:200], {}, of_the_day_named(scope, text), None))

    def _settled(self, number: int) -> Settled:
        """The date that weekday, title or neighbours decided on, for a 9.1 that may be a 9.10; None for any other row."""
        if number not in self._tenths:
            return None
        date = self._tenths[number]
        return (self._maker.context.dated(date), "") if date else (None, "tenth")


def _of_rows(context: Context, dates: Sequence[Cell]) -> Context:
    """The context of a table whose rows state days of their own: a row that states none need not be of the day in a title or a name."""
    if context.date is None or len(dates) == 0:
        return context
    stated = (read_date(value) for value in set(dates) if value != "")
    others = any(date and (date.month, date.day) != (context.date.month, context.date.day) for date in stated)
    return replace(context, date=None) if others else context
