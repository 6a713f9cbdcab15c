"""Turns one matrix (subjects, classes, days or kinds across, others of them down) into entries and problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from homework_audit.layouts.beside_texts import is_sentence_of_homework
from homework_audit.layouts.context import Context
from homework_audit.layouts.facets import TRAITS, Facets
from homework_audit.layouts.matrix import Group, Matrix
from homework_audit.layouts.matrix_asides import MatrixAsides, without_signs
from homework_audit.layouts.matrix_calendar import days_of_row, with_days_apart
from homework_audit.layouts.matrix_cells import MatrixCells, Source
from homework_audit.layouts.matrix_class_rows import classes_told
from homework_audit.layouts.matrix_merged import shared_among_classes, shared_among_days
from homework_audit.layouts.matrix_stubs import facets_of_label
from homework_audit.layouts.matrix_sums import MatrixSums
from homework_audit.layouts.matrix_unknown import UnknownColumns
from homework_audit.layouts.placing import first_of_holiday
from homework_audit.layouts.row_totals import RowTotals, agrees
from homework_audit.layouts.rows import is_example, joined
from homework_audit.layouts.sections import section_of
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.models.reading import Entry, LeftRow, Problem, Scope
from homework_audit.values.classes import classes_set_for, read_classes, read_grade
from homework_audit.values.dates import period_within, read_date, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes
from homework_audit.values.text import Cell, shown

_TOLERANCE = 0.01
_FIGURE = expression(r"\s*[\d.]+\s*")
"""«20» is never the name of a class that speaks for the rows below it."""
_FEWEST_PARTS = 2
_LABELS = frozenset({"content", "minutes", "other"}) | TRAITS
"""What labels that stand down may say of the row beside them."""


class MatrixTable:
    """Reads the rows of one matrix; `entries` and `problems` are what it has found so far."""

    def __init__(self, matrix: Matrix, context: Context, unit: str, settings: LayoutSettings) -> None:
        self.entries: list[Entry] = []
        self.left: list[LeftRow] = []
        matrix, self._days = with_days_apart(shared_among_classes(matrix), context)
        self._columns, self._rows = matrix.columns, matrix.rows
        self._cells = MatrixCells(matrix, context, unit, settings)
        self._of_days = shared_among_days(matrix)
        self._asides = MatrixAsides(matrix)
        self._of_classes = classes_told(matrix, context.grade)
        self._cells.classes = {position: cell for told in self._of_classes.values() for position, cell in told.items()}
        self._heading_rows = matrix.sheet.rows[matrix.headings.top : matrix.headings.bottom + 1]
        self._sums = MatrixSums(matrix.columns.groups, self._cells)
        totals = ((column, about._replace(unit=about.unit or unit)) for column, about in matrix.columns.totals)
        self._row_totals = RowTotals(totals, self._rows, self._cells.first, matrix.sheet.merged)
        self._unknown = UnknownColumns(matrix, self._cells, self._row_totals)

    @property
    def problems(self) -> list[Problem]:
        """What could not be settled, in the order in which it was met."""
        return self._cells.problems.found

    def read(self) -> None:
        """Reads every row; a row that nothing explains is a problem, never silently dropped."""
        after = 0
        for number, row in enumerate(self._rows):
            self._cells.days = self._days.get(number, self._cells.days)
            if number < after or not self._is_used(number, row):
                continue
            reason = self._why_no_entry(number, row)
            if reason:
                self._leave(number, row, reason)
            else:
                after = self._read_rows(number)
        self._sums.close()
        self._row_totals.close(self._cells.problems)
        self.entries = self._sums.settled(self._row_totals.settled(self.entries))

    # --- rows that are no entries ---

    def _is_used(self, number: int, row: Sequence[Cell]) -> bool:
        return any(value != "" for value in row) or self._cells.has_lost(number)

    def _leave(self, number: int, row: Sequence[Cell], reason: str) -> None:
        column = next((column for column, value in enumerate(row) if value != ""), 0)
        self.left.append(LeftRow(self._cells.name(number, column), joined(row)[:120], reason))

    def _why_no_entry(self, number: int, row: list[Cell]) -> str:
        """Why a row holds no homework: headings, an example, a calendar's days, a note, a total, a section; '' if it may hold some."""
        if row in self._heading_rows:
            return "heading"
        if number in self._of_classes:
            return "section"
        first = next((value for value in row if value != ""), "")
        if isinstance(first, str) and is_example(first):
            return "example"
        days = days_of_row(row, self._columns, self._cells.context)
        if days:
            self._cells.days = days
            return "calendar"
        reason = self._asides.reason(number, row, self._cells.context.grade)
        if reason == "total":
            self._sums.read(number, row)
        return reason or ("section" if self._read_section(number, row) else "")

    def _read_section(self, number: int, row: Sequence[Cell]) -> bool:
        """A line such as «三(2)班» or «9月15日 星期二» that speaks for the rows below it, alone or with sums beside it."""
        texts = [value for value in row if value != ""]
        text = texts[0]
        if not isinstance(text, str) or _FIGURE.fullmatch(text) or (row.index(text) == self._columns.stubs.get("date") and read_date(text)):
            return False  # «10.19» where days stand is no class
        if self._is_outline(number, text) or self._sums_its_days(number, text):
            self._cells.speak_for_rows_below(replace(self._cells.context, classes=read_classes(text)))
            return True
        if len(set(map(shown, texts))) > 1:
            return False
        context = self._cells.context
        (date, _), refs = section_of(without_signs(text), context.grade), read_classes(text, context.grade)
        named = refs if refs and all(ref.grade for ref in refs) else classes_set_for(text)
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

    def _sums_its_days(self, number: int, text: str) -> bool:
        """«八年级1班» with the sums of the days that follow it, where days stand down: the outline of a pivot table."""
        column = self._columns.stubs.get("date")
        refs = read_classes(text) if column is not None and self._rows[number][column] == text and read_date(text) is None else ()
        if column is None or not refs or not all(ref.grade and ref.label for ref in refs):
            return False
        days = list(takewhile(lambda row: column < len(row) and read_date(row[column]) is not None, self._rows[number + 1 :]))
        places = [place for group in self._columns.groups for place in group.columns.values()]
        return bool(days) and all(
            abs(_figure(self._rows[number], place) - sum(_figure(row, place) for row in days)) < _TOLERANCE for place in places
        )

    # --- rows that are entries ---

    def _read_rows(self, number: int) -> int:
        """Reads a row, or the rows of 内容 and 时长 that belong together; the number of the first row behind them."""
        base = self._cells.stub_values(number)
        self._hear_period(base)
        block = self._block(number)
        made: list[tuple[Group, list[Entry]]] = []
        for position, group in enumerate(self._columns.groups):
            entries = self._of_block(position, block, base) if block else self._of_row(position, number, base)
            self._sums.add(position, entries)
            self.entries += entries
            made.append((group, entries))
        last = max(block, default=number)
        self._row_totals.hear(number, last, [(group.about, entries) for group, entries in made], self._cells.problems)
        nothing = not any(entries for _, entries in made)
        alone = self._row_totals.stands_alone(number) if base and nothing else None
        if alone is None and nothing and self._is_sentence(number):
            alone = self._columns.stubs["subject"]
        if alone is not None:
            self._unexplained(number, alone)
        all_entries = [entry for _, entries in made for entry in entries]
        for row in range(number, last + 1):
            for column in self._unknown.telling(row, all_entries):
                self._unexplained(row, column)
        return last + 1

    def _is_sentence(self, number: int) -> bool:
        """Whether a row holds no more than a text of homework where subjects stand: «数学听老师布置。» is no subject."""
        texts = [value for value in self._rows[number] if value != ""]
        if len(texts) != 1 or self._cells.value(number, self._columns.stubs.get("subject", len(self._rows[number]))) != texts[0]:
            return False
        return isinstance(texts[0], str) and is_sentence_of_homework(texts[0])

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
            about = facets_of_label(label) if label != "" else None
            if about is None or about in seen or about.field not in _LABELS or self._changes(number, row):
                break
            if about.number and any(one.field == about.field and one.number != about.number for one in seen):
                break  # «作业二» below «作业一» and its time
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
        block = _with_one_content(block)
        common = [Source(about.field, row, column) for row, about in block.items() if not about.dimensions]
        named = {about.coordinates: about for about in block.values() if about.dimensions}
        entries: list[Entry] = []
        timed = {about.coordinates for row, about in block.items() if about.place and _takes_time(self._cells.value(row, column))}
        for coordinates, about in named.items():
            own = [Source(one.field, row, column) for row, one in block.items() if one.coordinates == coordinates]
            is_rest = about.place != "" and coordinates not in timed and bool(timed)  # 0 at home beside 20 in school
            if not is_rest and any(self._cells.value(source.row, column) != "" for source in own):
                where = {"school": "在校", "home": "回家"}.get(about.place, "")
                said = {"class": about.classes, "kind": about.kind, "layer": f"{about.layer}层" if about.layer else "", "place": where}
                sources = [*(source for source in common if source.name not in {one.name for one in own}), *own]
                entries += self._cells.of_group(position, min(block), sources, base | {name: text for name, text in said.items() if text})
        return entries or self._cells.of_group(position, min(block), common, base)

    def _hear_period(self, base: dict[str, Cell]) -> None:
        """«9.14-9.18» beside a row of weekdays is the week that they belong to."""
        for name in ("week", "date"):
            value = base.get(name)
            period = (period_within(value) or self._cells.context.week(value)) if isinstance(value, str) else None
            if period and not first_of_holiday(value):
                first, last = (self._cells.context.dated(end) or end for end in period)
                self._cells.speak_for_rows_below(replace(self._cells.context, period=(first, last)))
                base.pop(name)
                base |= {"weekday": value} if isinstance(value, str) and read_weekday(value) else {}

    def _unexplained(self, number: int, column: int) -> None:
        maker, facts = self._cells.facts(number)
        refs, date = maker.classes(facts), maker.date(facts)
        known = self._cells.context.scope
        scope = Scope(None, refs or known.classes, date or known.first, date or known.last)
        text = shown(self._cells.value(number, column))[:200]
        self._cells.problems.note(Problem("unexplained-row", "", self._cells.name(number, column), text, {}, scope, None))


def _with_one_content(block: dict[int, Facets]) -> dict[int, Facets]:
    """The rows of a block in which minutes in school and at home are those of its one written homework.

    «书面作业内容», «其中：课后服务时段完成（分钟）», «其中：回家完成（分钟）».
    """
    contents = [row for row, about in block.items() if about.field == "content" and about.kind in ("", "written") and not about.place]
    parts = [row for row, about in block.items() if about.field == "minutes" and about.place and not about.kind]
    if len(contents) != 1 or len(parts) < _FEWEST_PARTS or any(about.field == "minutes" and not about.place for about in block.values()):
        return block
    (content,) = contents
    kind = block[content].kind
    return block | {content: block[content]._replace(kind="")} | {row: block[row]._replace(kind=kind) for row in parts}


def _takes_time(value: Cell) -> bool:
    """Whether a cell states minutes, or something that may be some."""
    return value != "" and read_minutes(value).low != 0


def _figure(row: Sequence[Cell], column: int) -> float:
    value = row[column] if column < len(row) else ""
    return value if isinstance(value, int | float) else 0
