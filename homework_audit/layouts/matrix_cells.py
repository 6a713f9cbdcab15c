"""Turns the cells of one matrix into entries: what stands down, what stands across, and what the cell itself says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.layouts.entry_maker import EntryMaker
from homework_audit.layouts.facets import Facets
from homework_audit.layouts.facts import About, CellFacts
from homework_audit.layouts.fill import filled, is_ditto
from homework_audit.layouts.headings import Heading
from homework_audit.layouts.matrix import Group, Matrix, MatrixColumns
from homework_audit.layouts.placing import with_tenths_settled
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.row_totals import agrees
from homework_audit.layouts.said import place_said_by
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.stated_twice import states_more
from homework_audit.layouts.table_values import with_months
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import Entry, Problem
from homework_audit.models.sheet import cell_name
from homework_audit.values.boxes import is_tick
from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.heading_words import OF_SENDING
from homework_audit.values.homework import read_homework
from homework_audit.values.labels import Label, is_mark, joined_labels
from homework_audit.values.marks import marks
from homework_audit.values.minutes import BLANK, Minutes, is_unanswered, read_minutes
from homework_audit.values.pieces import Piece
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact, shown

_HOMEWORK = ("content", "minutes", "cell")
_FILLED = ("date", "weekday", "week", "grade", "class", "subject", "kind", "layer")


class Source(NamedTuple):
    """Where a part of one piece of homework stands: "content", "minutes" or "cell" (both), row and column."""

    name: str
    row: int
    column: int


class MatrixCells:
    """Reads the cells of a matrix; rows are counted from 0 below the headings."""

    def __init__(self, matrix: Matrix, context: Context, unit: str, settings: LayoutSettings) -> None:
        sheet, columns = matrix.sheet, matrix.columns
        self.first, self.rows, self.days = matrix.headings.bottom + 1, matrix.rows, dict[int, str]()
        self.classes: dict[int, Cell] = {}
        """The classes that a row of the matrix names for all homework of a group, by its position."""
        self._sheet, self._columns, self._settings, self._unit = sheet, columns, settings, unit
        self._lost = {(lost.row, lost.column): lost.text for lost in sheet.lost}
        fields = {"minutes", "content", *columns.stubs}
        self.first_telling = min(matrix.telling_columns, default=0)
        heading_cell = cell_name(matrix.headings.top, self.first_telling)
        bare = unit or _likely_unit(matrix.cells)
        are_several = "content" in columns.shared and len({group.about.kind for group in columns.groups}) > 1
        abouts = (_about(group.about, fields, heading_cell, group.about.unit or bare) for group in columns.groups)
        self.abouts = [
            _with_questions(about._replace(content_is_shared=are_several), matrix, group)
            for about, group in zip(abouts, columns.groups, strict=True)
        ]
        self.problems = Problems(About(frozenset(fields | _fields_across(columns)), heading_cell), context)
        self._makers = [EntryMaker(about, context, settings, self.problems) for about in self.abouts]
        self._stubs = self._filled_stubs()
        self._questions = _questions(matrix)

    @property
    def context(self) -> Context:
        """What is known of the row that is being read."""
        return self._makers[0].context

    def speak_for_rows_below(self, context: Context) -> None:
        """Takes what a line between the rows says of class or date."""
        for maker in self._makers:
            maker.speak_for_rows_below(context)

    def name(self, row: int, column: int) -> str:
        """The name of a cell."""
        return cell_name(self.first + row, column)

    def value(self, row: int, column: int) -> Cell:
        """The value of a cell, with ditto marks filled in."""
        value = _at(self.rows[row], column)
        if isinstance(value, str) and is_unanswered(value):
            return ""
        if not is_ditto(value):
            return value
        above = (_at(self.rows[number], column) for number in range(row - 1, -1, -1))
        return next((one for one in above if one != "" and not is_ditto(one)), value)  # nothing above: it cannot be told

    def has_lost(self, row: int) -> bool:
        """Whether a cell of the row could not be read."""
        return bool(self._lost) and any(place[0] == self.first + row for place in self._lost)

    def stub_values(self, row: int) -> dict[str, Cell]:
        """What stands left of the homework, and what ticks say of the row."""
        values = {name: column[row] for name, column in self._stubs.items() if column[row] != ""}
        values |= self._marks_of_unknown(row)
        if place := place_said_by(values.get("class", "")):
            values.setdefault("place", place)
        for column, about in self._columns.ticked:
            if is_tick(self.value(row, column)) and not about.dimensions - {"trait"}:
                values |= row_values(about)
                values |= {name: text for name, text in (("kind", about.kind), ("place", about.place)) if text}
        return values

    def _marks_of_unknown(self, row: int) -> dict[str, Cell]:
        """«早读（口头）» left of the homework says its kind, whatever else it says."""
        for column in (column for column in self._columns.unknown if column < self.first_telling):
            text = self.value(row, column)
            slot = clock_minutes(text) if isinstance(text, str) else None
            if slot is not None:
                return {"minutes": f"{slot}分钟"}
            said = marks(text.replace("\n", " ")) if isinstance(text, str) and not states_time(text) else Label()
            if said.kind or said.place or said.optional is not None:
                choice = {} if said.optional is None else {"requirement": "选做" if said.optional else "必做"}
                return {name: value for name, value in {"kind": said.kind, "place": said.place, **choice}.items() if value}
        return {}

    def of_group(
        self, position: int, row: int, sources: Sequence[Source], base: dict[str, Cell], columns: Collection[int] = ()
    ) -> list[Entry]:
        """The entries that one group states, with its parts where `sources` say and the rest in `base`.

        `columns` are those of its own, where a merged cell lies in another group's.
        """
        group = self._columns.groups[position]
        if any(self.value(row, column) != "" for column in group.figures):
            return []  # it is told with its minutes
        columns = columns or group.columns.values()
        values = base | row_values(group.about)
        if position in self.days:
            values["date"], values["weekday"] = self.days[position], group.about.weekday
        if position in self.classes:
            values["class"] = self.classes[position]
        cells = {name: self.name(row, column) for name, column in self._columns.stubs.items()}
        lost: dict[str, str] = {}
        for name, number, column in sources:
            value = self.value(number, column)
            if column in columns or value != "":
                values[name], cells[name] = value, self.name(number, column)
            if (self.first + number, column) in self._lost:
                lost[name] = self._lost[self.first + number, column]
        for name, column in group.traits.items():
            if (value := self.value(row, column)) != "":
                values[name] = value
        own = {source.name for source in sources if source.name in _HOMEWORK and source.column in columns}
        if not self._tick_time(group, row, values, cells) and not any(values.get(name, "") != "" or name in lost for name in own):
            return []
        if "content" not in own and values.get("minutes", "") != "" and read_minutes(values["minutes"]).nothing:
            values.pop("content", None)  # the homework of the row is not set for this class
        if values.get("content", "") == "" and position in self._questions:
            values["question"] = self._questions[position]
        return self._entries(self._makers[position], values, cells, lost)

    def sources(self, position: int, row: int) -> list[Source]:
        """Where a group's homework stands in a row: columns of the whole row first, then its own."""
        group = self._columns.groups[position]
        told = () if group.content is None else (("content", group.content),)
        places = (*self._columns.shared.items(), *told, *group.columns.items())
        return [Source(name, row, column) for name, column in places]

    def facts(self, row: int) -> tuple[EntryMaker, CellFacts]:
        """What is known of a row whose homework cannot be told."""
        return self._makers[0], CellFacts(self.stub_values(row), {}, {})

    def _tick_time(self, group: Group, row: int, values: dict[str, Cell], cells: dict[str, str]) -> bool:
        """Takes the time above a tick; above several it is one of them, nobody knows which."""
        ticked = [
            (about.time, column)
            for column, about in self._columns.ticked
            if about.time and agrees(about, group.about) and is_tick(self.value(row, column))
        ]
        if ticked:
            values["minutes"], cells["minutes"] = "或".join(time for time, _ in ticked), self.name(row, ticked[0][1])
        return bool(ticked)

    def _entries(self, maker: EntryMaker, values: dict[str, Cell], cells: dict[str, str], lost: dict[str, str]) -> list[Entry]:
        cell = values.pop("cell", "")
        if "cell" in cells:
            cells["content"] = cells.pop("cell")
        if "cell" in lost:
            lost["minutes"], cells["minutes"] = lost.pop("cell"), cells["content"]
        facts = CellFacts(values, cells, lost)
        if is_tick(cell):
            return maker.of_row(facts, maker.minutes(facts))
        if cell != "":
            stated = read_homework(cell, maker.about.unit, self._settings.lesson_minutes)
            pieces = self._with_shared(stated, values)
            values["content"] = cell if not all(piece.minutes.nothing for piece in pieces) else ""
            return maker.of_pieces(facts, pieces)
        content = values.get("content", "")
        if values.get("minutes", "") == "" and "minutes" not in lost and content != "":
            return maker.of_pieces(facts, read_homework(content, maker.about.unit, self._settings.lesson_minutes))
        minutes = maker.minutes(facts)
        parts = self._parts(content, values.get("minutes", ""), minutes)
        if parts:
            return maker.of_pieces(facts, parts)
        entries = maker.of_row(facts, minutes)
        counts = not maker.about.content_is_shared and any(entry.kind == "written" and not entry.task.optional for entry in entries)
        if counts and states_more(content, minutes, maker.about.unit, self._settings.lesson_minutes):
            text, scope = shown(content)[:200], scope_of(entries)
            self.problems.note(Problem("unexplained-row", "", cells.get("content", ""), text, {}, scope, None))
        return entries

    def _parts(self, content: Cell, stated: Cell, minutes: Minutes) -> list[Piece]:
        """«15分钟；【口头】10分钟» beside one text of homework: so much of it is spoken; [] for what is one time."""
        if minutes.trouble != "words" or not isinstance(stated, str):
            return []
        pieces = read_homework(stated, self._unit, self._settings.lesson_minutes)
        if len(pieces) < 2 or any(
            piece.minutes.low is None or (piece.content and not is_mark(piece.content.strip("【】"))) for piece in pieces
        ):
            return []
        return [piece if piece.label.kind else piece._replace(content=shown(content)) for piece in pieces]

    def _with_shared(self, pieces: Sequence[Piece], values: dict[str, Cell]) -> list[Piece]:
        """Bare figures below a class take the row's homework; homework without a time takes the row's minutes."""
        content, shared = shown(values.get("content", "") or values.get("question", "")), values.get("minutes", "")
        stated = read_minutes(shared, self._unit) if shared != "" else BLANK
        of_all = marks(content) if content else Label()
        told = [
            piece if piece.minutes.nothing or piece.content else piece._replace(content=content, label=joined_labels(of_all, piece.label))
            for piece in pieces
        ]
        return [piece._replace(minutes=stated) if piece.minutes.trouble == "blank" and not stated.parts else piece for piece in told]

    def _filled_stubs(self) -> dict[str, list[Cell]]:
        stubs = {}
        used = [len(row) > row.count("") for row in self.rows]
        for name, column in self._columns.stubs.items():
            values = [_at(row, column) for row in self.rows]
            stubs[name] = filled(values, used, group=name != "subject") if name in _FILLED else values
        if {"month", "date"} <= stubs.keys():
            stubs["date"] = with_months(filled(stubs.pop("month"), used, group=True), stubs["date"])
        if "date" in stubs:
            stubs["date"] = with_tenths_settled(stubs["date"], stubs.get("weekday", []), self.context, typed=self._sheet.typed)
        return stubs


def _questions(matrix: Matrix) -> dict[int, str]:
    """The question above each figure of a form that people send in: the same answer sent twice is one homework."""
    headings = matrix.sheet.rows[matrix.headings.top]
    if not any(isinstance(text, str) and any(word in compact(text) for word in OF_SENDING) for text in headings):
        return {}
    columns = {position: group.columns.get("cell", -1) for position, group in enumerate(matrix.columns.groups)}
    return {position: shown(_at(headings, column)) for position, column in columns.items() if column >= 0}


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _likely_unit(cells: Sequence[Cell]) -> str:
    """The unit of bare numbers where nobody states one: a whole matrix of 1, 2 and 3 may well be hours."""
    numbers = [float(value) for value in cells if isinstance(value, int | float) and not isinstance(value, bool) and value]
    return "unknown" if numbers and max(numbers) < 4 else ""


def _about(about: Facets, fields: set[str], heading_cell: str, unit: str) -> About:
    heading = Heading("minutes", unit, about.kind, about.place)
    return About(frozenset(fields | _fields_of(about)), heading_cell, unit, heading, heading._replace(field="content"))


def _with_questions(about: About, matrix: Matrix, group: Group) -> About:
    """What headings say, with those of the columns that say of what kind homework is: below «是否选做» the cells are yes and no."""
    columns, row = matrix.columns.stubs | group.traits, matrix.sheet.rows[matrix.headings.bottom]
    requirement, place, kind = (shown(row[columns[name]]) if name in columns else "" for name in ("requirement", "place", "kind"))
    return about._replace(requirement_heading=requirement, place_heading=place, kind_heading=kind)


def _fields_of(about: Facets) -> set[str]:
    named = {"class": about.classes, "date": about.date, "weekday": about.weekday, "subject": about.subject}
    return {name for name, said in named.items() if said}


def _fields_across(columns: MatrixColumns) -> set[str]:
    return {name for group in columns.groups for name in _fields_of(group.about)}


def row_values(about: Facets) -> dict[str, Cell]:
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
