"""Turns the rows below a heading row into values by field, with merged, repeated and grouped cells filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from homework_audit.layouts.clock import span
from homework_audit.layouts.columns import Columns
from homework_audit.layouts.facts import FOR_CLASSES, ON_DAYS, TASK, About, Cells, PlainRow
from homework_audit.layouts.fill import filled, with_records
from homework_audit.layouts.headings import heading
from homework_audit.layouts.rows import is_total
from homework_audit.layouts.said import is_notice, place_said_by
from homework_audit.models.sheet import Grid, Sheet, cell_name, column_name
from homework_audit.values.approval import was_set, was_withdrawn
from homework_audit.values.boxes import answer
from homework_audit.values.dates import read_date
from homework_audit.values.expressions import expression
from homework_audit.values.heading_words import TITLES
from homework_audit.values.labels import remark
from homework_audit.values.minutes import is_unanswered, says_nothing
from homework_audit.values.subjects import subject, subject_within
from homework_audit.values.text import Cell, compact, shown
from homework_audit.values.vocabulary import KINDS, USUAL_KIND

_FILLED = ("date", "weekday", "grade", "class", "subject")
"""Columns that may be written once for a group of rows."""
_OF_RECORDS = (*_FILLED, *FOR_CLASSES, *ON_DAYS, "month")
"""Columns that may be written once for all lines of a record, beside what became of it."""
_REPEATED = ("content", "minutes", "kind", "place", "layer", "requirement", "due")
"""Columns in which a ditto mark repeats the value above, and a blank does not."""
_ASKS_WHETHER_VALID = expression(r"有效")
"""«有效(Y/N)» is no state of approval, but asks for one."""
_TEACHER = expression(r"教师|老师")


class TableValues:
    """The body of one table: rows are counted from 0 below the headings, cells named by their true place."""

    def __init__(self, sheet: Sheet, columns: Columns, end: int) -> None:
        self.columns = columns
        shared = {columns.fields[name] for name in _OF_RECORDS if name in columns.fields} | set(columns.statuses)
        self.rows: Grid = with_records(sheet.rows[columns.bottom + 1 : end], shared)
        self.heading_row = sheet.rows[columns.top]
        self._first = columns.bottom + 1
        self._lost = {(lost.row, lost.column): lost.text for lost in sheet.lost}
        self._lost_rows = {lost.row for lost in sheet.lost if lost.column not in columns.quiet}
        across = list(zip_longest(*self.rows, fillvalue=""))
        blank = [""] * len(self.rows)
        self._values = {name: list(across[column]) if column < len(across) else blank for name, column in columns.fields.items()}
        used = [len(row) > row.count("") for row in self.rows]
        if {"month", "date"} <= self._values.keys():
            self._values["date"] = with_months(filled(self._values["month"], used, group=True), self._values["date"])
        for name in (*_FILLED, *_REPEATED):
            if name in self._values:
                grouped = name in _FILLED and (name != "subject" or self._is_of_teachers(across))
                self._values[name] = filled(self._values[name], used, group=grouped)
        if "hours" in self._values:
            self._values["minutes"] = _with_hours(self._values["hours"], self._values["minutes"])
        if columns.until is not None:
            ends = across[columns.until] if columns.until < len(across) else blank
            self._values["minutes"] = [span(start, end) for start, end in zip(self._values["minutes"], ends, strict=True)]
        self._declared: set[int] = set()
        if columns.declared is not None and columns.declared < len(across):
            self._take_declared(across[columns.declared])
        self._hear_columns_of_rows(columns)
        self.unit = _unit(columns.minutes.unit, self.column("minutes"))
        self.for_classes, self.on_days, self.task = map(self._together, (FOR_CLASSES, ON_DAYS, TASK))

    def _hear_columns_of_rows(self, columns: Columns) -> None:
        """Takes what columns of states, remarks and pages, of titles and of minutes of another kind say of single rows."""
        if columns.aside:
            self._hear_aside(*columns.aside)
        if "subject" in self._values:
            text = self.heading_row[columns.fields["subject"]]
            about = heading(text)
            is_title = compact(shown(text)) in TITLES or (about is not None and about.field == "content")
            names = {value: _subject_told(value, is_title=is_title) for value in set(self._values["subject"])}
            self._values["subject"] = [names[value] for value in self._values["subject"]]
        if "class" in self._values and "place" not in self._values:
            self._hear_classes(self._values["class"])
        if columns.statuses and _ASKS_WHETHER_VALID.search(shown(self.heading_row[columns.statuses[0]])):
            self._values["status"] = ["取消" if answer(value) is False else "" for value in self._values["status"]]
        elif len(columns.statuses) > 1:
            self._values["status"] = [_decisive(row, columns.statuses) for row in self.rows]
        if columns.remarks:
            self._values["remark"] = _telling(self.rows, columns.remarks)
        if columns.pages and "content" in self._values:
            self._values["content"] = [
                _with_pages(content, row, columns.pages) for content, row in zip(self._values["content"], self.rows, strict=True)
            ]
        if columns.whether is not None and "content" in self._values:
            self._declare_none(columns.whether)
        if {"kind", "content"} <= self._values.keys():
            self._hear_nones_of_kinds()

    def _take_declared(self, declared: Sequence[Cell]) -> None:
        """Takes the minutes that were asked for where those that were to be fixed are blank."""
        fixed = self._values["minutes"]
        self._declared = {row for row, value in enumerate(fixed) if value == "" and declared[row] != ""}
        self._values["minutes"] = [declared[row] if row in self._declared else value for row, value in enumerate(fixed)]

    def _hear_aside(self, column: int, kind: str) -> None:
        """Gives rows without minutes of their own those that stand under another kind, and that kind: «非书面用时»."""
        minutes, kinds = list(self.filled("minutes")), list(self.filled("kind"))
        for number, row in enumerate(self.rows):
            if minutes[number] == "" and column < len(row) and row[column] != "":
                minutes[number], kinds[number] = row[column], KINDS[kind][0]
        self._values |= {"minutes": minutes, "kind": kinds}

    def _hear_classes(self, classes: Sequence[Cell]) -> None:
        """Takes what the names of classes say of the place of their homework."""
        places = {name: place for name in set(classes) if (place := place_said_by(name))}
        if places:
            self._values["place"] = [places.get(name, "") for name in classes]

    def _is_of_teachers(self, across: Sequence[Sequence[Cell]]) -> bool:
        """Whether subjects are left blank just where their teachers are, so that both are those of the row above."""
        place = next((column for column, text in enumerate(self.heading_row) if isinstance(text, str) and _TEACHER.search(text)), None)
        if place is None or place >= len(across):
            return False
        blank = [
            teacher == "" or is_total(shown(teacher))
            for teacher, subject in zip(across[place], self._values["subject"], strict=True)
            if subject == ""
        ]
        return bool(blank) and all(blank)

    def _declare_none(self, whether: int) -> None:
        """Writes «无» where a row answers that nothing was set, and states neither homework nor minutes."""
        contents, minutes = self._values["content"], self.filled("minutes")
        self._values["content"] = [
            "无" if content == minute == "" and whether < len(row) and _is_no(row[whether]) else content
            for content, minute, row in zip(contents, minutes, self.rows, strict=True)
        ]

    def _hear_nones_of_kinds(self) -> None:
        """Takes «今天不布置作业» under 作业类型 for what it says, where the row states neither homework nor minutes."""
        nones = {kind for kind in set(self._values["kind"]) if isinstance(kind, str) and kind and says_nothing(kind)}
        if nones:
            contents, minutes, kinds = self._values["content"], self.filled("minutes"), self._values["kind"]
            none = [
                kind in nones and _is_blank(content) and _is_blank(minute)
                for content, minute, kind in zip(contents, minutes, kinds, strict=True)
            ]
            self._values["content"] = ["无" if is_none else content for is_none, content in zip(none, contents, strict=True)]
            self._values["kind"] = ["" if is_none else kind for is_none, kind in zip(none, kinds, strict=True)]

    def _together(self, names: Sequence[str]) -> list[Cells]:
        """The values of several fields, row by row."""
        blanks = [""] * len(self.rows)
        return list(zip(*(self._values.get(name, blanks) for name in names), strict=True))

    def column(self, name: str) -> Sequence[Cell]:
        """All values of a field, () if the table has no such column."""
        return self._values.get(name, ())

    def value(self, name: str, row: int) -> Cell:
        """The value of a field in a row, filled in; '' if there is none."""
        values = self._values.get(name)
        return values[row] if values is not None else ""

    def filled(self, name: str) -> Sequence[Cell]:
        """All values of a field, blanks if the table has no such column."""
        return self._values.get(name) or [""] * len(self.rows)

    def plain_rows(self) -> Iterable[PlainRow]:
        """Row by row what an entry is made of where nothing is to be settled."""
        column = column_name(self.columns.fields.get("minutes", self.columns.fields.get("content", 0)))
        cells = [f"{column}{number}" for number in range(self._first + 1, self._first + len(self.rows) + 1)]
        for row in self._declared:
            cells[row] = self.cell("minutes", row)
        return zip(cells, self.filled("content"), self.filled("minutes"), self.for_classes, self.on_days, self.task, strict=True)

    def odd_rows(self) -> set[int]:
        """The rows with a cell that could not be read, a truth value (which equals the number 1 or 0), or a word that nothing was set.

        So are those under a kind such as «通知», of which some set homework, or «书面，已撤回».
        """
        odd = {row - self._first for row in self._lost_rows}
        odd |= {row for row, value in enumerate(self.column("minutes")) if value is True or value is False}
        notices = {kind for kind in set(self.column("kind")) if is_notice(kind) or was_withdrawn(shown(kind))}
        odd |= {row for row, kind in enumerate(self.column("kind") if notices else ()) if kind in notices}
        return (
            odd
            | {row for row, value in enumerate(self.column("status")) if value != "" and was_set(shown(value)) is False}
            | {row for row, value in enumerate(self.column("remark")) if value != "" and was_withdrawn(shown(value))}
        )

    def facts(self, row: int) -> RowFacts:
        """What a row says, field by field."""
        return RowFacts(self, self._values, row)

    @property
    def about(self) -> About:
        """What the headings say of all rows."""
        requirement, place, kind = (self.columns.get(name) for name in ("requirement", "place", "kind"))
        return About(
            frozenset(self.columns.fields),
            self.heading_cell,
            self.unit,
            self.columns.minutes,
            self.columns.content,
            shown(self.heading_row[requirement]) if requirement is not None else "",
            shown(self.heading_row[place]) if place is not None else "",
            shown(self.heading_row[kind]) if kind is not None else "",
        )

    def own(self, name: str, row: int) -> Cell:
        """The value that stands in the row itself, not one filled in from above."""
        column = self.columns.get(name)
        cells = self.rows[row]
        return cells[column] if column is not None and column < len(cells) else ""

    def cell(self, name: str, row: int) -> str:
        """The name of the cell that holds a field in a row."""
        declared = self.columns.declared if name == "minutes" and row in self._declared else None
        return self.cell_at(row, self.columns.fields.get(name, 0) if declared is None else declared)

    def cell_at(self, row: int, column: int) -> str:
        """The name of a cell by its place below the headings."""
        return cell_name(self._first + row, column)

    @property
    def heading_cell(self) -> str:
        """The name of the first heading's cell."""
        return cell_name(max(self.columns.top, 0), min(self.columns.fields.values()))

    def lost(self, name: str, row: int) -> str | None:
        """The text of a cell whose value could not be read (an error, «=» for a formula never calculated), else None."""
        column = self.columns.get(name)
        return self._lost.get((self._first + row, column)) if self._lost and column is not None else None

    def has_lost(self, row: int) -> bool:
        """Whether any cell of the row that may hold homework could not be read."""
        return self._first + row in self._lost_rows


class RowFacts:
    """The facts of one row of a list."""

    __slots__ = ("_columns", "_row", "_table", "for_classes", "on_days", "task")

    def __init__(self, table: TableValues, columns: Mapping[str, Sequence[Cell]], row: int) -> None:
        self._table, self._columns, self._row = table, columns, row
        self.for_classes, self.on_days, self.task = table.for_classes[row], table.on_days[row], table.task[row]

    def value(self, name: str) -> Cell:
        """The value of a field, filled in; '' if there is none."""
        column = self._columns.get(name)
        return "" if column is None else column[self._row]

    def cell(self, name: str) -> str:
        """The name of the cell that holds a field."""
        return self._table.cell(name, self._row)

    def lost(self, name: str) -> str | None:
        """The text of a cell whose value could not be read, else None."""
        return self._table.lost(name, self._row)


def _subject_told(value: Cell, *, is_title: bool) -> Cell:
    """The subject that a title («【数学】11月2日作业») or a name («语文周老师») tells beside other words; a title may tell none."""
    named = subject_within(value) if isinstance(value, str) and subject(value) is None else None
    return named if named and named not in USUAL_KIND else "" if is_title else value


def _is_blank(value: Cell) -> bool:
    return value == "" or (isinstance(value, str) and is_unanswered(value))


def _is_no(value: Cell) -> bool:
    return answer(value) is False or says_nothing(shown(value))


def _decisive(row: Sequence[Cell], statuses: Sequence[int]) -> Cell:
    """Of several states («已完成», «拒绝») the one that says that nothing was set, else the first."""
    told = [row[column] for column in statuses if column < len(row) and row[column] != ""]
    return next((text for text in told if was_set(shown(text)) is False), told[0] if told else "")


def _telling(rows: Grid, remarks: Sequence[int]) -> list[Cell]:
    """Of the remarks on each row the first that says of what kind its homework is, or that it was withdrawn; '' if none does."""
    texts = {row[column] for row in rows for column in remarks if column < len(row)} - {""}
    telling = {text for text in texts if remark(shown(text)) or was_withdrawn(shown(text))}
    if not telling:
        return [""] * len(rows)
    return [next((row[column] for column in remarks if column < len(row) and row[column] in telling), "") for row in rows]


def _with_pages(content: Cell, row: Sequence[Cell], pages: Sequence[int]) -> Cell:
    """«练习册» with «P12» beside it: on another page it is other homework."""
    if content == "" or says_nothing(shown(content)):
        return content
    told = (shown(row[column]) for column in pages if column < len(row))
    named = [f"P{page}" if page.isdecimal() else page for page in told if page and not says_nothing(page)]
    return " ".join((shown(content), *named)) if named else content


def _with_hours(hours: Sequence[Cell], minutes: Sequence[Cell]) -> list[Cell]:
    """«1» under 时 and «20» under 分 are 80 minutes."""
    return [
        minute if hour == "" else f"{shown(hour)}小时" if minute == "" else f"{shown(hour)}小时{shown(minute)}分"
        for hour, minute in zip(hours, minutes, strict=True)
    ]


def with_months(months: Sequence[Cell], days: Sequence[Cell]) -> list[Cell]:
    """«9» under 月 and «14» under 日 are one date; a day that is a whole date stands as it is."""
    return [
        f"{shown(month).rstrip('月')}月{shown(day).rstrip('日号')}日" if day != "" and month != "" and read_date(day) is None else day
        for month, day in zip(months, days, strict=True)
    ]


def _unit(stated: str, values: Sequence[Cell]) -> str:
    """The unit of bare numbers; a whole column of 1, 2 and 3 under a heading without a unit may well be hours."""
    if stated:
        return stated
    numbers = [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool) and value]
    return "unknown" if numbers and max(numbers) < 4 else ""
