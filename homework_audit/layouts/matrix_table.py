"""Turns one matrix (subjects, classes, days or kinds across, others of them down) into entries and problems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.layouts.evidence import names_task
from homework_audit.layouts.facets import TRAITS, Facets, facets
from homework_audit.layouts.matrix_calendar import days_of_row
from homework_audit.layouts.matrix_cells import MatrixCells, Source
from homework_audit.layouts.matrix_columns import Group, Matrix
from homework_audit.layouts.matrix_merged import shared_among_classes, shared_among_days
from homework_audit.layouts.row_totals import RowTotals, agrees
from homework_audit.layouts.rows import is_average, is_note, is_numbered_note, is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.totals import TotalsCheck, read_total
from homework_audit.models.reading import Entry, LeftRow, Problem, Scope
from homework_audit.values.classes import classes_within, read_classes, read_grade
from homework_audit.values.dates import period_within, read_date
from homework_audit.values.homework import names_subject
from homework_audit.values.minutes import Minutes, read_minutes, says_nothing
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, shown
from homework_audit.values.vocabulary import DAY_OFF

_LABELS = frozenset({"content", "minutes", "other"}) | TRAITS
"""What labels that stand down may say of the row beside them."""
_PLACING = ("subject", "class", "date", "weekday", "kind")
_SIGNS = re.compile(r"^[^\w(（]+|[^\w)）]+$")


class _Sum(NamedTuple):
    """What a row of sums says of one group."""

    position: int
    total: Minutes
    is_written: bool
    cell: str
    text: str


class MatrixTable:
    """Reads the rows of one matrix; `entries` and `problems` are what it has found so far."""

    def __init__(self, matrix: Matrix, context: Context, unit: str, settings: LayoutSettings) -> None:
        self.entries: list[Entry] = []
        self.left: list[LeftRow] = []
        matrix = shared_among_classes(matrix)
        self._columns, self._rows = matrix.columns, matrix.rows
        self._cells = MatrixCells(matrix, context, unit, settings)
        self._unit = unit
        self._of_days = shared_among_days(matrix)
        self._telling = matrix.telling_columns
        self._remarks = _rows_spanned(matrix)
        self._heading_rows = matrix.sheet.rows[matrix.headings.top : matrix.headings.bottom + 1]
        self._sums = [TotalsCheck() for _ in matrix.columns.groups]
        self._announced: list[_Sum] | None = None
        totals = ((column, about._replace(unit=about.unit or unit)) for column, about in matrix.columns.totals)
        self._row_totals = RowTotals(totals, self._rows, self._cells.first, matrix.sheet.merged)

    @property
    def problems(self) -> list[Problem]:
        """What could not be settled, in the order in which it was met."""
        return self._cells.problems.found

    def read(self) -> None:
        """Reads every row; a row that nothing explains is a problem, never silently dropped."""
        after = 0
        for number, row in enumerate(self._rows):
            if number < after or not self._is_used(number, row):
                continue
            reason = self._why_no_entry(number, row)
            if reason:
                self._leave(number, row, reason)
            else:
                after = self._read_rows(number)
        if self._announced:
            self._check_announced()
        self._row_totals.close(self._cells.problems)
        for sums in self._sums:
            self.entries = sums.settled(self.entries)

    # --- rows that are no entries ---

    def _is_used(self, number: int, row: Sequence[Cell]) -> bool:
        return any(value != "" for value in row) or self._cells.has_lost(number)

    def _leave(self, number: int, row: Sequence[Cell], reason: str) -> None:
        column = next((column for column, value in enumerate(row) if value != ""), 0)
        self.left.append(LeftRow(self._cells.name(number, column), joined(row)[:120], reason))

    def _why_no_entry(self, number: int, row: list[Cell]) -> str:
        """Why a row holds no homework: headings again, days of a calendar, a note, a total, a section; '' if it may hold some."""
        reason = self._why_aside(number, row)
        if reason:
            return reason
        if self._is_total(row):
            self._read_totals(number, row)
            return "total"
        return "section" if self._read_section(number, row) else ""

    def _why_aside(self, number: int, row: list[Cell]) -> str:
        first = next((value for value in row if value != ""), "")
        if row in self._heading_rows:
            return "heading"
        days = days_of_row(row, self._columns, self._cells.context)
        if days:
            self._cells.days = days
            return "calendar"
        stubs = [row[column] for column in self._columns.stubs.values() if column < len(row) and row[column] != ""]
        if any(isinstance(text, str) and is_average(text) for text in (first, *stubs)):
            return "average"
        return "note" if isinstance(first, str) and self._is_note(number, row, first) else ""

    def _is_note(self, number: int, row: Sequence[Cell], first: str) -> bool:
        """Whether a row is a note, a line of signatures or a remark."""
        about = facets(first)
        placed = any(self._own_stub(name, row) not in ("", first) for name in _PLACING)
        if about and about.field == "other" and first not in self._group_values(row) and not placed:
            return not any(isinstance(text, str) and _sets_homework(text) for text in self._group_values(row))
        alone = sum(value != "" for value in row) == 1
        told = next((value for value in self._group_values(row) if value != ""), first)
        only = len({value for value in self._group_values(row) if value != ""}) <= 1
        placed = any(self._own_stub(name, row) not in ("", told) for name in _PLACING)
        if only and isinstance(told, str) and number in self._remarks and self._is_remark(told, is_placed=placed):
            return True
        return (is_note(first) and not self._states_homework(row, first)) or (alone and is_numbered_note(first))

    def _own_stub(self, name: str, row: Sequence[Cell]) -> Cell:
        column = self._columns.stubs.get(name, len(row))
        return row[column] if column < len(row) else ""

    def _is_remark(self, text: str, *, is_placed: bool) -> bool:
        """Whether a text says nothing of homework, of a class or of a day; one beside a subject or a class is the homework itself."""
        if is_placed and not any(word in text for word in DAY_OFF):
            return False
        if states_time(text) or names_subject(text) or names_task(text) or says_nothing(text):
            return False
        return not (read_date(_SIGNS.sub("", text)) or classes_within(text) or read_classes(text, self._cells.context.grade))

    def _states_homework(self, row: Sequence[Cell], first: Cell) -> bool:
        values = [value for value in self._group_values(row) if value not in ("", first)]
        return any(read_minutes(value).low is not None or (isinstance(value, str) and states_time(value)) for value in values)

    def _group_values(self, row: Sequence[Cell]) -> list[Cell]:
        return [row[column] for column in self._telling if column < len(row)]

    def _is_total(self, row: Sequence[Cell]) -> bool:
        left = [row[column] for column in range(min(self._telling, default=0)) if column < len(row)]
        stubs = [row[column] for column in self._columns.stubs.values() if column < len(row)]
        return any(isinstance(text, str) and is_total(text) for text in (*left, *stubs))

    def _read_totals(self, number: int, row: Sequence[Cell]) -> None:
        """Holds a row of sums against the entries above it, or those below it where the first sums stand above all entries."""
        if not self.entries and self._announced is None:
            self._announced = []
        if self._announced is not None:
            self._check_announced()
        for position, group in enumerate(self._columns.groups):
            column = group.columns.get("minutes", group.columns.get("cell"))
            if column is None or column >= len(row) or row[column] == "":
                continue
            label = joined([value for value in row[:column] if isinstance(value, str)])
            total, is_written = read_total(label, row[column], self._cells.abouts[position].unit)
            stated = _Sum(position, total, is_written, self._cells.name(number, column), shown(row[column]))
            if self._announced is None:
                self._check(stated)
            else:
                self._announced.append(stated)

    def _check_announced(self) -> None:
        for stated in self._announced or ():
            self._check(stated)
        self._announced = []

    def _check(self, stated: _Sum) -> None:
        problem = self._sums[stated.position].against(stated.total, stated.cell, stated.text, is_written=stated.is_written)
        if problem:
            self._cells.problems.note(problem)

    def _read_section(self, number: int, row: Sequence[Cell]) -> bool:
        """A line such as «三(2)班» or «9月15日 星期二» that speaks for the rows below it, alone or with sums beside it."""
        texts = [value for value in row if value != ""]
        text = texts[0]
        if not isinstance(text, str):
            return False
        if self._is_outline(number, text):
            self._cells.speak_for_rows_below(replace(self._cells.context, classes=read_classes(text)))
            return True
        if len(set(map(shown, texts))) > 1:
            return False
        context = self._cells.context
        date, refs = read_date(_SIGNS.sub("", text)), read_classes(text, context.grade)
        named = refs if refs and all(ref.grade for ref in refs) else classes_within(text)
        told = replace(context, date=context.dated(date) or context.date, classes=named or context.classes)
        if (date and "date" not in self._columns.stubs) or (named and "class" not in self._columns.stubs):
            self._cells.speak_for_rows_below(told)
            return True
        return False

    def _is_outline(self, number: int, text: str) -> bool:
        """«三年级» with the sums of the classes that follow it as 1, 2, 3: the outline of a pivot table."""
        column = self._columns.stubs.get("class", self._columns.stubs.get("grade"))
        if column is None or self._rows[number][column] != text or read_grade(text) is None or "级" not in text:
            return False
        after = self._rows[number + 1][column] if number + 1 < len(self._rows) else ""
        below = read_classes(after, read_grade(text)) if after != "" and read_grade(shown(after) + "年级") else ()
        return bool(below) and not (isinstance(after, str) and "级" in after)

    # --- rows that are entries ---

    def _read_rows(self, number: int) -> int:
        """Reads a row, or the rows of 内容 and 时长 that belong together; the number of the first row behind them."""
        base = self._cells.stub_values(number)
        self._hear_period(base)
        block = self._block(number)
        made: list[tuple[Group, list[Entry]]] = []
        for position, group in enumerate(self._columns.groups):
            entries = self._of_block(position, block, base) if block else self._of_row(position, number, base)
            self._sums[position].add(entries)
            self.entries += entries
            made.append((group, entries))
        last = max(block, default=number)
        self._row_totals.hear(number, last, [(group.about, entries) for group, entries in made], self._cells.problems)
        self._note_unknown(number)
        return last + 1

    def _of_row(self, position: int, number: int, base: dict[str, Cell]) -> list[Entry]:
        if self._is_of_another_kind(position, number):
            return []
        shared = self._of_days.get((number, position))
        if shared is not None:
            return self._of_several_days(position, number, self._columns.groups[shared], base)
        return self._cells.of_group(position, number, self._cells.sources(position, number), base)

    def _of_several_days(self, position: int, number: int, origin: Group, base: dict[str, Cell]) -> list[Entry]:
        """Of a cell that is merged over several days nobody knows whose homework it is, unless it says that there is none."""
        sources = [Source(name, number, column) for name, column in (*self._columns.shared.items(), *origin.columns.items())]
        entries = self._cells.of_group(position, number, sources, base, set(origin.columns.values()))
        if all(entry.state == "none-declared" for entry in entries):
            return entries
        for entry in entries:
            scope = Scope(entry.school, entry.classes, entry.date, entry.date, entry.subject)
            self._cells.problems.note(Problem("unexplained-row", "several-days", entry.cell, entry.text, {}, scope, None))
        return []

    def _is_of_another_kind(self, position: int, number: int) -> bool:
        """Whether content without minutes of its own has those of the kind beside it: «Read aloud | | 15» is oral."""
        group = self._columns.groups[position]
        if (
            list(group.columns) != ["content", "minutes"]
            or not group.about.kind
            or self._cells.value(number, group.columns["minutes"]) != ""
        ):
            return False
        beside = self._columns.groups[position + 1 : position + 2]
        return any(
            list(other.columns) == ["cell"] and agrees(other.about, group.about) and self._cells.value(number, other.columns["cell"]) != ""
            for other in beside
        )

    def _block(self, number: int) -> dict[int, Facets]:
        """The rows from this one on whose labels are 内容, 时长 and the like, until a label comes again."""
        column = self._columns.label_column
        block: dict[int, Facets] = {}
        seen: set[Facets] = set()
        for row in range(number, len(self._rows) if column is not None else number):
            label = self._rows[row][column or 0] if (column or 0) < len(self._rows[row]) else ""
            about = facets(label) if label != "" else None
            if about is None or about in seen or about.field not in _LABELS or self._changes(number, row):
                break
            seen.add(about)
            if about.field != "other":
                block[row] = about
        return block

    def _changes(self, number: int, row: int) -> bool:
        here, there = (self._cells.stub_values(one) for one in (number, row))
        return any(there.get(name, "") not in ("", here.get(name, "")) for name in self._columns.stubs)

    def _of_block(self, position: int, block: dict[int, Facets], base: dict[str, Cell]) -> list[Entry]:
        """The homework of one column of a block: its content with its minutes, once for each class or kind that labels name."""
        shared = next((place for row in block if (place := self._of_days.get((row, position))) is not None), None)
        if shared is not None:
            return self._of_several_days(position, min(block), self._columns.groups[shared], base)
        column = next(iter(self._columns.groups[position].columns.values()))
        common = [Source(about.field, row, column) for row, about in block.items() if not about.dimensions]
        named = {about.coordinates: about for about in block.values() if about.dimensions}
        entries: list[Entry] = []
        for coordinates, about in named.items():
            own = [Source(one.field, row, column) for row, one in block.items() if one.coordinates == coordinates]
            if any(self._cells.value(source.row, column) != "" for source in own):
                said = {"class": about.classes, "kind": about.kind, "layer": f"{about.layer}层" if about.layer else ""}
                sources = [*(source for source in common if source.name not in {one.name for one in own}), *own]
                entries += self._cells.of_group(position, min(block), sources, base | {name: text for name, text in said.items() if text})
        return entries or self._cells.of_group(position, min(block), common, base)

    def _hear_period(self, base: dict[str, Cell]) -> None:
        """«9.14-9.18» beside a row of weekdays is the week that they belong to."""
        for name in ("week", "date"):
            value = base.get(name)
            period = period_within(value) if isinstance(value, str) else None
            if period:
                first, last = (self._cells.context.dated(end) or end for end in period)
                self._cells.speak_for_rows_below(replace(self._cells.context, period=(first, last)))
                base.pop(name)

    # --- columns that no heading explains ---

    def _note_unknown(self, number: int) -> None:
        """A column that no heading explains may hold homework: where its cell states a time, that is a problem."""
        for column in self._columns.unknown:
            value = self._cells.value(number, column)
            if isinstance(value, str) and states_time(value):
                maker, facts = self._cells.facts(number)
                refs, _ = maker.classes(facts)
                date, _ = maker.date(facts)
                known = self._cells.context.scope
                scope = Scope(None, refs or known.classes, date or known.first, date or known.last)
                self._cells.problems.note(Problem("unexplained-row", "", self._cells.name(number, column), value[:200], {}, scope, None))


def _rows_spanned(matrix: Matrix) -> frozenset[int]:
    """The rows in which one cell is merged over most columns: remarks about the table."""
    columns, first = matrix.telling_columns, matrix.headings.bottom + 1
    wide = [span for span in matrix.sheet.merged if sum(span[1] <= column <= span[3] for column in columns) > max(1, len(columns) / 2)]
    return frozenset(row - first for top, _, bottom, _ in wide for row in range(top, bottom + 1))


def _sets_homework(text: str) -> bool:
    """Whether a remark names a subject and states a time: «数学练习40分钟»."""
    return states_time(text) and (names_subject(text) or any(subject(text[:length]) for length in (2, 3, 4)))
