"""Turns one matrix (subjects, classes, days or kinds across, others of them down) into entries and problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homework_audit.layouts.context import Context
from homework_audit.layouts.entry_maker import EntryMaker
from homework_audit.layouts.facets import Facets, facets
from homework_audit.layouts.facts import About, CellFacts
from homework_audit.layouts.fill import filled, is_ditto
from homework_audit.layouts.headings import Heading
from homework_audit.layouts.matrix_columns import Group, Matrix, MatrixColumns, is_tick
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.rows import is_average, is_note, is_numbered_note, is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.totals import TotalsCheck, read_total
from homework_audit.models.reading import Entry, Problem, Scope
from homework_audit.values.classes import classes_within, read_classes, read_grade
from homework_audit.values.dates import period_within, read_date, read_day
from homework_audit.values.homework import Piece, read_homework, states_time
from homework_audit.values.minutes import Minutes, read_minutes
from homework_audit.values.text import Cell, shown

_FILLED = ("date", "weekday", "week", "grade", "class", "subject", "kind", "layer")
_PLACED = ("subject", "classes", "date", "weekday", "place")
"""What must agree for a total to be that of a group."""


class MatrixTable:
    """Reads the rows of one matrix; `entries` and `problems` are what it has found so far."""

    def __init__(self, matrix: Matrix, context: Context, unit: str, settings: LayoutSettings) -> None:
        self.entries: list[Entry] = []
        sheet, headings, columns = matrix.sheet, matrix.headings, matrix.columns
        self._sheet, self._columns, self._settings, self._unit = sheet, columns, settings, unit
        self._first, self._heading_rows = headings.bottom + 1, sheet.rows[headings.top : headings.bottom + 1]
        self._rows = matrix.rows
        self._lost = {(lost.row, lost.column): lost.text for lost in sheet.lost}
        fields = {"minutes", "content", *columns.stubs}
        heading_cell = sheet.cell(headings.top, min(self._telling_columns(), default=0))
        bare = unit or _likely_unit(matrix.cells)
        self._abouts = [_about(group.about, fields, heading_cell, group.about.unit or bare) for group in columns.groups]
        self._problems = Problems(About(frozenset(fields | _fields_across(columns)), heading_cell), context)
        self._makers = [EntryMaker(about, context, settings, self._problems) for about in self._abouts]
        self._sums = [TotalsCheck() for _ in columns.groups]
        self._stubs = self._filled_stubs()
        self._days: dict[int, int] = {}

    @property
    def problems(self) -> list[Problem]:
        """What could not be settled, in the order in which it was met."""
        return self._problems.found

    @property
    def _context(self) -> Context:
        return self._makers[0].context

    def read(self) -> None:
        """Reads every row; a row that nothing explains is a problem, never silently dropped."""
        for number, row in enumerate(self._rows):
            first = next((value for value in row if value != ""), "")
            if first == "" and not any((self._first + number, column) in self._lost for column in range(len(row))):
                continue
            if row in self._heading_rows or self._is_aside(row, first) or self._read_days(row):
                continue
            if self._is_total(row):
                self._read_totals(number, row)
            elif not self._read_section(number, row):
                self._read_row(number, row)
        for sums in self._sums:
            self.entries = sums.settled(self.entries)

    # --- rows that are no entries ---

    def _is_aside(self, row: Sequence[Cell], first: Cell) -> bool:
        """A note, a line of signatures or remarks, an average: nothing that could be homework."""
        stubs = [row[column] for column in self._columns.stubs.values() if column < len(row) and row[column] != ""]
        if any(isinstance(text, str) and is_average(text) for text in (first, *stubs)):
            return True
        if not isinstance(first, str):
            return False
        about = facets(first)
        if about and about.field == "other" and first not in self._group_values(row):
            return True
        alone = sum(value != "" for value in row) == 1
        return (is_note(first) and not self._states_homework(row, first)) or (alone and is_numbered_note(first))

    def _states_homework(self, row: Sequence[Cell], first: Cell) -> bool:
        return any(value not in ("", first) and read_minutes(value).low is not None for value in self._group_values(row))

    def _group_values(self, row: Sequence[Cell]) -> list[Cell]:
        columns = [column for group in self._columns.groups for column in group.columns.values()]
        return [row[column] for column in columns if column < len(row)]

    def _is_total(self, row: Sequence[Cell]) -> bool:
        left = [row[column] for column in range(min(self._telling_columns(), default=0)) if column < len(row)]
        stubs = [row[column] for column in self._columns.stubs.values() if column < len(row)]
        return any(isinstance(text, str) and is_total(text) for text in (*left, *stubs))

    def _telling_columns(self) -> Iterator[int]:
        return (column for group in self._columns.groups for column in group.columns.values())

    def _read_totals(self, number: int, row: Sequence[Cell]) -> None:
        for position, group in enumerate(self._columns.groups):
            column = group.columns.get("minutes", group.columns.get("cell"))
            if column is not None and column < len(row) and row[column] != "":
                label = joined([value for value in row[:column] if isinstance(value, str)])
                total, is_written = read_total(label, row[column], self._abouts[position].unit)
                cell = self._sheet.cell(self._first + number, column)
                problem = self._sums[position].against(total, cell, shown(row[column]), is_written=is_written)
                if problem:
                    self._problems.note(problem)

    def _read_days(self, row: Sequence[Cell]) -> bool:
        """A row of the days of a month below weekdays: the dates of what stands below it, as on a wall calendar."""
        if not self._is_calendar:
            return False
        days = {}
        for position, group in enumerate(self._columns.groups):
            value = row[column] if (column := group.columns.get("cell", -1)) >= 0 and column < len(row) else ""
            day = int(shown(value)) if shown(value).isdigit() and 1 <= int(shown(value)) <= 31 else (read_day(value) or (0,))[0]
            if value != "" and not day:
                return False
            if day:
                days[position] = day
        first = next(iter(days.items()), (0, 0))
        if not days or any(day - position != first[1] - first[0] for position, day in days.items()):
            return False
        self._days = days
        return True

    @property
    def _is_calendar(self) -> bool:
        across = all(group.about.weekday != "" and group.about.date == "" for group in self._columns.groups)
        return across and not self._columns.stubs and self._context.month is not None

    def _read_section(self, number: int, row: Sequence[Cell]) -> bool:
        """A line such as «三(2)班» or «9月15日 星期二» that speaks for the rows below it, alone or with sums beside it."""
        texts = [value for value in row if value != ""]
        text = texts[0]
        if not isinstance(text, str):
            return False
        context = self._context
        if self._read_grade(number, text):
            return True
        if len(set(map(shown, texts))) > 1:
            return False
        date, refs = read_date(text), read_classes(text, context.grade)
        named = refs if refs and all(ref.grade for ref in refs) else classes_within(text)
        told = replace(context, date=context.dated(date) or context.date, classes=named or context.classes)
        if (date and "date" not in self._columns.stubs) or (named and "class" not in self._columns.stubs):
            self._speak_for_rows_below(told)
            return True
        return False

    def _read_grade(self, number: int, text: str) -> bool:
        """«三年级» with the sums of the classes that follow it as 1, 2, 3: the outline of a pivot table."""
        column = self._columns.stubs.get("class", self._columns.stubs.get("grade"))
        if column is None or self._rows[number][column] != text or read_grade(text) is None or "级" not in text:
            return False
        after = self._rows[number + 1][column] if number + 1 < len(self._rows) else ""
        below = read_classes(after, read_grade(text)) if after != "" and read_grade(shown(after) + "年级") else ()
        if not below or (isinstance(after, str) and "级" in after):
            return False
        self._speak_for_rows_below(replace(self._context, classes=read_classes(text)))
        return True

    def _speak_for_rows_below(self, context: Context) -> None:
        for maker in self._makers:
            maker.speak_for_rows_below(context)

    # --- rows that are entries ---

    def _read_row(self, number: int, row: Sequence[Cell]) -> None:
        base = {name: values[number] for name, values in self._stubs.items() if values[number] != ""}
        places = {name: self._sheet.cell(self._first + number, column) for name, column in self._columns.stubs.items()}
        self._hear_period(base)
        base |= self._ticked(row)
        made = [(group, self._read_group(number, row, position, base, places)) for position, group in enumerate(self._columns.groups)]
        for position, (_, entries) in enumerate(made):
            self._sums[position].add(entries)
            self.entries += entries
        self._check_row(number, row, made)
        self._note_unknown(number, row, base)

    def _hear_period(self, base: dict[str, Cell]) -> None:
        """«9.14-9.18» beside a row of weekdays is the week that they belong to."""
        for name in ("week", "date"):
            value = base.get(name)
            period = period_within(value) if isinstance(value, str) else None
            if period:
                first, last = (self._context.dated(end) or end for end in period)
                self._speak_for_rows_below(replace(self._context, period=(first, last)))
                base.pop(name)

    def _ticked(self, row: Sequence[Cell]) -> dict[str, Cell]:
        """What ticks say of the row: under 口头 its kind, under «10分钟» its time."""
        said: dict[str, Cell] = {}
        for column, about in self._columns.ticked:
            if column < len(row) and is_tick(row[column]) and not about.dimensions - {"trait"}:
                said |= _row_values(about)
                said |= {name: text for name, text in (("kind", about.kind), ("place", about.place)) if text}
        return said

    def _read_group(self, number: int, row: Sequence[Cell], position: int, base: dict[str, Cell], places: dict[str, str]) -> list[Entry]:
        group = self._columns.groups[position]
        values = base | _row_values(group.about)
        if position in self._days:
            values["date"] = f"{self._days[position]}日({values.pop('weekday')})"
        cells = dict(places)
        lost: dict[str, str] = {}
        for name, column in (*self._columns.shared.items(), *group.columns.items()):
            value = row[column] if column < len(row) else ""
            if is_ditto(value):
                value = self._above(number, column)
            if name in group.columns or value != "":
                values[name], cells[name] = value, self._sheet.cell(self._first + number, column)
            if (self._first + number, column) in self._lost:
                lost[name] = self._lost[self._first + number, column]
        for column, about in self._columns.ticked:
            if about.time and _agrees(about, group.about) and column < len(row) and is_tick(row[column]):
                values["minutes"], cells["minutes"] = about.time, self._sheet.cell(self._first + number, column)
        ticked_time = "minutes" in values and "minutes" not in group.columns and "minutes" not in self._columns.shared
        if not ticked_time and not any(values.get(name, "") != "" or name in lost for name in group.columns):
            return []
        own_minutes = values.get("minutes", "") if "content" not in group.columns else ""
        if own_minutes != "" and read_minutes(own_minutes).nothing:
            values.pop("content", None)  # the homework of the row is not set for this class
        return self._entries(self._makers[position], values, cells, lost)

    def _above(self, number: int, column: int) -> Cell:
        for row in reversed(self._rows[:number]):
            value = row[column] if column < len(row) else ""
            if value != "" and not is_ditto(value):
                return value
        return ""

    def _entries(self, maker: EntryMaker, values: dict[str, Cell], cells: dict[str, str], lost: dict[str, str]) -> list[Entry]:
        cell = values.pop("cell", "")
        if "cell" in cells:
            cells["content"] = cells.pop("cell")
        if "cell" in lost:
            lost["minutes"] = lost.pop("cell")
            cells["minutes"] = cells["content"]
        facts = CellFacts(values, cells, lost)
        if is_tick(cell):
            return maker.of_row(facts)
        if cell != "":
            stated = read_homework(cell, maker.about.unit, self._settings.lesson_minutes)
            pieces = self._with_shared(stated, values)
            values["content"] = cell if not all(piece.minutes.nothing for piece in pieces) else ""
            return maker.of_pieces(facts, pieces)
        content = values.get("content", "")
        if values.get("minutes", "") == "" and "minutes" not in lost and content != "":
            return maker.of_pieces(facts, read_homework(content, maker.about.unit, self._settings.lesson_minutes))
        return maker.of_row(facts)

    def _with_shared(self, pieces: Sequence[Piece], values: dict[str, Cell]) -> list[Piece]:
        """Bare figures below a class take the row's homework; homework without a time takes the row's minutes."""
        content, shared = shown(values.get("content", "")), values.get("minutes", "")
        stated = read_minutes(shared, self._unit) if shared != "" else Minutes(trouble="blank")
        told = [piece._replace(content=piece.content or content) if not piece.minutes.nothing else piece for piece in pieces]
        return [piece._replace(minutes=stated) if piece.minutes.trouble == "blank" and not stated.parts else piece for piece in told]

    # --- checks ---

    def _check_row(self, number: int, row: Sequence[Cell], made: Sequence[tuple[Group, list[Entry]]]) -> None:
        """Holds the sums at the end of a row against what was read of it."""
        for column, about in self._columns.totals:
            value = row[column] if column < len(row) else ""
            if value == "" or about.total != "sum":
                continue
            check = TotalsCheck()
            check.add(entry for group, entries in made if _agrees(about, group.about) for entry in entries)
            problem = check.against(
                read_minutes(value, about.unit or self._unit), self._sheet.cell(self._first + number, column), shown(value)
            )
            if problem:
                self._problems.note(problem)

    def _note_unknown(self, number: int, row: Sequence[Cell], base: dict[str, Cell]) -> None:
        """A column that no heading explains may hold homework: where its cell states a time, that is a problem."""
        for column in self._columns.unknown:
            value = row[column] if column < len(row) else ""
            if isinstance(value, str) and states_time(value):
                facts = CellFacts(base, {}, {})
                maker = self._makers[0]
                refs, _ = maker.classes(facts)
                date, _ = maker.date(facts)
                known = self._context.scope
                scope = Scope(None, refs or known.classes, date or known.first, date or known.last)
                cell = self._sheet.cell(self._first + number, column)
                self._problems.note(Problem("unexplained-row", "", cell, joined([value])[:200], {}, scope, None))

    # --- columns ---

    def _filled_stubs(self) -> dict[str, list[Cell]]:
        stubs = {}
        for name, column in self._columns.stubs.items():
            values = [row[column] if column < len(row) else "" for row in self._rows]
            stubs[name] = filled(values, self._rows, group=name != "subject") if name in _FILLED else values
        return stubs


def _likely_unit(cells: Sequence[Cell]) -> str:
    """The unit of bare numbers where nobody states one: a whole matrix of 1, 2 and 3 may well be hours."""
    numbers = [float(value) for value in cells if isinstance(value, int | float) and not isinstance(value, bool) and value]
    return "unknown" if numbers and max(numbers) < 4 else ""


def _about(about: Facets, fields: set[str], heading_cell: str, unit: str) -> About:
    heading = Heading("minutes", unit, about.kind, about.place)
    return About(frozenset(fields | _fields_of(about)), heading_cell, unit, heading, heading._replace(field="content"))


def _fields_of(about: Facets) -> set[str]:
    named = {"class": about.classes, "date": about.date, "weekday": about.weekday, "subject": about.subject}
    return {name for name, said in named.items() if said}


def _fields_across(columns: MatrixColumns) -> set[str]:
    return {name for group in columns.groups for name in _fields_of(group.about)}


def _row_values(about: Facets) -> dict[str, Cell]:
    """What headings across say of the cells below them, as values of fields."""
    values: dict[str, Cell] = {
        "subject": about.subject,
        "class": about.classes,
        "date": about.date,
        "weekday": about.weekday,
        "layer": f"{about.layer}层" if about.layer else "",
        "requirement": "" if about.optional is None else "选做" if about.optional else "必做",
        "minutes": about.time,
    }
    return {name: value for name, value in values.items() if value != ""}


def _agrees(total: Facets, group: Facets) -> bool:
    """Whether a sum under these headings would hold what stands under those."""
    return all(getattr(total, name) in ("", getattr(group, name)) for name in _PLACED)
