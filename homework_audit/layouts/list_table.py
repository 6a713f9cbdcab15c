"""Turns one table of a list sheet (a heading row and the rows below it) into entries and problems, a row an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homework_audit.layouts.columns import Columns
from homework_audit.layouts.context import Context
from homework_audit.layouts.fill import is_ditto, is_grouped
from homework_audit.layouts.placing import place_classes, place_date, settle_tenths
from homework_audit.layouts.rows import is_average, is_note, is_numbered_note, is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.totals import TotalsCheck
from homework_audit.layouts.traits import Stated, traits_of
from homework_audit.models.reading import Entry, EntryState, Problem, Scope
from homework_audit.models.sheet import Grid, Sheet, cell_name
from homework_audit.values.classes import ClassRef, classes_within, read_classes
from homework_audit.values.dates import DateRef, read_date, read_weekday
from homework_audit.values.labels import label, was_set
from homework_audit.values.minutes import BLANK, Minutes, Part, read_minutes, says_nothing
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, plain, shown

_FILLED = ("date", "weekday", "grade", "class", "subject")
"""Columns that may be written once for a group of rows."""


class ListTable:
    """Reads the rows of one table; `entries` and `problems` are what it has found so far."""

    def __init__(self, sheet: Sheet, columns: Columns, end: int, context: Context, settings: LayoutSettings) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self._sheet, self._columns, self._context, self._settings = sheet, columns, context, settings
        self._first = columns.bottom + 1
        self._rows: Grid = sheet.rows[self._first : end]
        self._totals = TotalsCheck()
        self._lost = {(lost.row, lost.column): lost.text for lost in sheet.lost}
        self._seen_problems: dict[tuple[str, str, str], int] = {}
        self._values = {name: self._column(name) for name in columns.fields}
        for name in _FILLED:
            if name in self._values:
                self._values[name] = _filled(self._values[name], self._rows, group=name != "subject")
        self._per = _unit(columns.minutes.unit, self._values.get("minutes", []))
        weekdays = self._values.get("weekday", [])
        self._tenths = settle_tenths(self._values.get("date", []), weekdays, context, typed=sheet.typed)

    def read(self) -> None:
        """Reads every row; a row that nothing explains is a problem, never silently dropped."""
        self._missing_columns()
        for number, row in enumerate(self._rows):
            first = next((value for value in row if value != ""), "")
            if first == "" and not self._is_lost(number):
                continue
            if self._is_total_row(number, first):
                self._read_total(number)
            elif not self._read_section(number, row) and not self._is_blank_form(number) and not self._is_note(number, first):
                self._read_row(number, row)

    def _column(self, name: str) -> list[Cell]:
        column = self._columns.fields[name]
        return [row[column] if column < len(row) else "" for row in self._rows]

    def _value(self, name: str, number: int) -> Cell:
        values = self._values.get(name)
        return values[number] if values is not None else ""

    def _cell(self, name: str, number: int) -> str:
        return cell_name(self._first + number, self._columns.fields.get(name, 0))

    def _is_lost(self, number: int) -> bool:
        return bool(self._lost) and any(row == self._first + number for row, _ in self._lost)

    # --- rows that are no entries ---

    def _is_total_row(self, number: int, first: Cell) -> bool:
        texts = (first, self._value("subject", number), self._value("class", number))
        return any(isinstance(text, str) and (is_total(text) or is_average(text)) for text in texts)

    def _read_total(self, number: int) -> None:
        first = next(value for value in (*self._rows[number], "") if value != "")
        if isinstance(first, str) and is_average(first):
            return
        value = self._value("minutes", number)
        problem = self._totals.against(read_minutes(value, self._per), self._cell("minutes", number), shown(value))
        if problem:
            self.problems.append(problem)

    def _is_note(self, number: int, first: Cell) -> bool:
        """A footnote or a line of signatures: it states neither minutes nor a subject."""
        if not isinstance(first, str) or self._value("minutes", number) != "" or self._own("subject", number) != "":
            return False
        content = self._own("content", number)
        alone = sum(value != "" for value in self._rows[number]) == 1
        if is_note(first):
            return content == "" or alone or content == first
        return content == "" and alone and is_numbered_note(first)

    def _own(self, name: str, number: int) -> Cell:
        """The value that stands in the row itself, not one filled down from above."""
        column = self._columns.get(name)
        row = self._rows[number]
        return row[column] if column is not None and column < len(row) else ""

    def _is_blank_form(self, number: int) -> bool:
        """A row of a form that nobody filled in: not reported, which is no homework and no «none» either."""
        if self._value("minutes", number) != "" or self._value("content", number) != "" or self._is_lost(number):
            return False
        used = {self._columns.fields[name] for name in ("date", "weekday", "grade", "class", "subject", "kind", "week", "place", "requirement", "layer") if name in self._columns.fields}
        row = self._rows[number]
        return all(value == "" or column in used or isinstance(value, int | float) for column, value in enumerate(row))

    def _read_section(self, number: int, row: Sequence[Cell]) -> bool:
        """A line such as «9月15日 星期二» or «三(2)班» that stands alone and speaks for the rows below it."""
        texts = [value for value in row if value != ""]
        if len(texts) != 1 or not isinstance(texts[0], str) or self._value("minutes", number) != "":
            return False
        date, refs = read_date(texts[0]), read_classes(texts[0], self._context.grade)
        if not date and not refs:
            return False
        if date and "date" not in self._columns.fields:
            self._context = replace(self._context, date=self._context.dated(date))
            return True
        if refs and all(ref.grade for ref in refs) and "class" not in self._columns.fields and classes_within(texts[0]):
            self._context = replace(self._context, classes=refs)
            return True
        return False

    # --- rows that are entries ---

    def _read_row(self, number: int, row: Sequence[Cell]) -> None:
        content, subject_text = self._value("content", number), self._value("subject", number)
        minutes = self._minutes(number)
        own_place = self._own("date", number) != "" or self._own("class", number) != ""
        if content == "" and subject_text == "" and not (own_place and "subject" not in self._columns.fields):
            self._unexplained(number, row)
            return
        if content == "" and minutes.trouble == "blank":
            self._unexplained(number, row)
            return
        added = [self._entry(number, minutes, part) for part in minutes.parts or (None,)]
        self.entries += added
        self._totals.add(added)

    def _unexplained(self, number: int, row: Sequence[Cell]) -> None:
        column = next((column for column, value in enumerate(row) if value != ""), 0)
        refs, _ = self._classes(number)
        date, _ = self._date(number)
        known = self._context.scope
        scope = Scope(None, refs or known.classes, date or known.first, date or known.last)
        text = joined(row)[:200]
        self.problems.append(Problem("unexplained-row", "", cell_name(self._first + number, column), text, {}, scope, None))

    def _entry(self, number: int, minutes: Minutes, part: Part | None) -> Entry:
        content = shown(self._value("content", number)).strip()
        named = label(part.label) if part else None
        subject_name, unknown = self._subject(number, named.subject if named else "")
        refs, class_trouble = self._classes(number)
        date, date_trouble = self._date(number)
        low, high = (part.low, part.high) if part else (minutes.low, minutes.high)
        state, trouble = self._state(number, content, minutes)
        if trouble:
            low = high = None
        column = "minutes" if "minutes" in self._columns.fields else "content"
        traits = traits_of(self._stated(number, part.label if part else ""), subject_name)
        entry = Entry(
            *(self._cell(column, number), shown(self._value(column, number))),
            *(refs if not class_trouble else (), date, self._due(number), subject_name, *traits, state),
            *(plain(content), low, high, trouble, shown(self._value("school", number)).strip() or None),
        )
        return entry._replace(problems=self._problems(number, entry, refs, class_trouble, date_trouble, unknown))

    def _minutes(self, number: int) -> Minutes:
        if "minutes" not in self._columns.fields:
            return BLANK
        value = self._value("minutes", number)
        lost = self._lost.get((self._first + number, self._columns.fields["minutes"])) if self._lost else None
        if value == "" and lost is not None:
            return Minutes(trouble="not-calculated" if lost == "=" else "error-value")
        return read_minutes(value, self._per, self._settings.lesson_minutes)

    def _state(self, number: int, content: str, minutes: Minutes) -> tuple[EntryState, str]:
        """What the row is, and why its minutes are not known if they are not."""
        status = self._value("status", number)
        if status != "" and was_set(shown(status)) is False:
            return "not-set", ""
        declared_none = bool(content) and says_nothing(content)
        if minutes.nothing and content and not declared_none:
            return "set", "contradiction"
        if minutes.nothing or (declared_none and minutes.trouble == "blank"):
            return "none-declared", ""
        return "set", minutes.trouble

    def _subject(self, number: int, from_label: str) -> tuple[str, str]:
        """The subject's standard name, and its text where the vocabulary does not know it."""
        text = plain(shown(self._value("subject", number)))
        if from_label or not text:
            return from_label or self._context.subject, ""
        known = subject(text)
        return (known, "") if known else (text, text)

    def _classes(self, number: int) -> tuple[tuple[ClassRef, ...], str]:
        return place_classes(
            self._value("class", number),
            self._value("grade", number),
            self._context,
            has_class_column="class" in self._columns.fields,
        )

    def _date(self, number: int) -> tuple[DateRef | None, str]:
        if number in self._tenths:
            date = self._tenths[number]
            return (self._context.dated(date), "") if date else (None, "tenth")
        return place_date(self._value("date", number), self._value("weekday", number), self._context)

    def _due(self, number: int) -> DateRef | None:
        value = self._value("due", number)
        return self._context.dated(read_date(value)) if value != "" else None

    def _stated(self, number: int, part: str) -> Stated:
        about = self._columns
        requirement, place = about.get("requirement"), about.get("place")
        headings = self._sheet.rows[about.top]
        return Stated(
            kind=self._value("kind", number),
            place=self._value("place", number),
            layer=self._value("layer", number),
            requirement=self._value("requirement", number),
            requirement_heading=shown(headings[requirement]) if requirement is not None else "",
            place_heading=shown(headings[place]) if place is not None else "",
            content=self._value("content", number),
            label=part,
            heading_kind=about.minutes.kind or about.content.kind,
            heading_place=about.minutes.place or about.content.place,
            title_kind=self._context.kind,
        )

    # --- problems with entries ---

    def _missing_columns(self) -> None:
        """One finding for a column that the whole table lacks, instead of one for each of its rows."""
        heading = cell_name(self._columns.top, min(self._columns.fields.values()))
        if "minutes" not in self._columns.fields:
            self._noted(Problem("missing-column", "minutes", heading, scope=self._context.scope))
        if not self._columns.fields.keys() & {"class", "grade"} and not self._context.classes:
            self._noted(Problem("missing-column", "class", heading, scope=self._context.scope))

    def _noted(self, problem: Problem) -> int:
        """The place of a problem in the list; the same one at the same cell is noted once."""
        key = (problem.kind, problem.reason, problem.cell)
        if key not in self._seen_problems:
            self._seen_problems[key] = len(self.problems)
            self.problems.append(problem)
        return self._seen_problems[key]

    def _problems(
        self, number: int, entry: Entry, refs: tuple[ClassRef, ...], class_trouble: str, date_trouble: str, unknown: str
    ) -> tuple[int, ...]:
        if entry.state not in ("set", "none-declared"):
            return ()
        scope = self._context.scope._replace(classes=refs or self._context.classes, subject="")
        if entry.date:
            scope = scope._replace(first=entry.date, last=entry.date)
        found: list[Problem] = []
        if class_trouble:
            found.append(self._class_problem(number, class_trouble, scope))
        if date_trouble:
            name = "date" if "date" in self._columns.fields else "weekday" if "weekday" in self._columns.fields else ""
            cell = self._cell(name or "minutes", number)
            text = shown(self._value(name, number)) if name else ""
            found.append(Problem("unreadable-date" if name else "missing-column", date_trouble if name else "date", cell if name else self._heading(), text, scope=scope))
        if entry.trouble and "minutes" in self._columns.fields:
            kind = "missing-minutes" if entry.trouble in ("blank", "contradiction") else "unreadable-minutes"
            found.append(Problem(kind, entry.trouble, entry.cell, entry.text, {"content": entry.content[:80]}, scope))
        elif entry.trouble:
            found.append(Problem("missing-column", "minutes", self._heading(), scope=self._context.scope))
        elif entry.high is None:
            found.append(Problem("unreadable-minutes", "open-ended", entry.cell, entry.text, {"content": entry.content[:80]}, scope))
        noted = tuple(self._noted(problem) for problem in found)
        if unknown and ("unknown-subject", "", unknown) not in self._seen_problems:
            self._seen_problems["unknown-subject", "", unknown] = len(self.problems)
            self.problems.append(Problem("unknown-subject", "", self._cell("subject", number), unknown))
        return noted

    def _class_problem(self, number: int, trouble: str, scope: Scope) -> Problem:
        name = "class" if "class" in self._columns.fields else "grade" if "grade" in self._columns.fields else ""
        if not name:
            return Problem("missing-column", "class", self._heading(), scope=scope)
        return Problem("unreadable-class", trouble, self._cell(name, number), shown(self._value(name, number)), scope=scope)

    def _heading(self) -> str:
        return cell_name(self._columns.top, min(self._columns.fields.values()))


def _filled(values: Sequence[Cell], rows: Grid, *, group: bool) -> list[Cell]:
    """A column with ditto marks, and the blanks of a column written once a group, holding the value above."""
    used = [any(value != "" for value in row) for row in rows]
    down = group and is_grouped(value for value, is_used in zip(values, used, strict=True) if is_used)
    filled: list[Cell] = []
    above: Cell = ""
    for value, is_used in zip(values, used, strict=True):
        if is_ditto(value) or (down and value == "" and is_used):
            filled.append(above)
            continue
        filled.append(value)
        above = value if value != "" else above
    return filled


def _unit(stated: str, values: Sequence[Cell]) -> str:
    """The unit of bare numbers; a whole column of 1, 2 and 3 under a heading without a unit may well be hours."""
    if stated:
        return stated
    numbers = [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool) and value]
    return "unknown" if numbers and max(numbers) < 4 else ""
