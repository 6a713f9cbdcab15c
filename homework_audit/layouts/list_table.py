"""Turns one table of a list sheet (a heading row and the rows below it) into entries and problems, a row an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homework_audit.layouts.columns import Columns
from homework_audit.layouts.context import Context
from homework_audit.layouts.fill import is_ditto
from homework_audit.layouts.list_problems import ListProblems
from homework_audit.layouts.placing import place_classes, place_date, settle_tenths
from homework_audit.layouts.rows import is_average, is_note, is_numbered_note, is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.table_values import TableValues
from homework_audit.layouts.totals import TotalsCheck
from homework_audit.layouts.traits import Stated, traits_of
from homework_audit.models.reading import Entry, EntryState, Problem, Scope
from homework_audit.models.sheet import Sheet
from homework_audit.values.classes import ClassRef, classes_within, read_classes
from homework_audit.values.dates import DateRef, read_date, read_weekday
from homework_audit.values.labels import label, marks, was_set
from homework_audit.values.minutes import BLANK, Minutes, Part, read_minutes, says_nothing
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, plain, shown


class ListTable:
    """Reads the rows of one table; `entries` and `problems` are what it has found so far."""

    def __init__(self, sheet: Sheet, columns: Columns, end: int, context: Context, settings: LayoutSettings) -> None:
        self.entries: list[Entry] = []
        self._values = TableValues(sheet, columns, end)
        self._columns, self._context, self._settings = columns, context, settings
        self._problems = ListProblems(self._values, context)
        self._totals = TotalsCheck()
        self._placed_classes: dict[tuple[Cell, Cell], tuple[tuple[ClassRef, ...], str]] = {}
        self._placed_dates: dict[tuple[Cell, Cell], tuple[DateRef | None, str]] = {}
        dates, weekdays = self._values.column("date"), self._values.column("weekday")
        self._tenths = settle_tenths(dates, weekdays, context, typed=sheet.typed)

    @property
    def problems(self) -> list[Problem]:
        """What could not be settled, in the order in which it was met."""
        return self._problems.found

    def read(self) -> None:
        """Reads every row; a row that nothing explains is a problem, never silently dropped."""
        self._problems.missing_columns()
        for number, row in enumerate(self._values.rows):
            first = next((value for value in row if value != ""), "")
            if first == "" and not self._values.has_lost(number):
                continue
            if self._is_total(number, first):
                self._read_total(number, first)
            elif self._is_entry(number) or not self._is_explained(number, row, first):
                self._read_row(number, row)

    def _is_entry(self, number: int) -> bool:
        """Whether a row states homework and how long it takes: most rows do, and need no further look."""
        content, minutes = self._values.value("content", number), self._values.value("minutes", number)
        return content != "" and minutes != "" and read_minutes(minutes, self._values.unit).low is not None

    # --- rows that are no entries ---

    def _is_explained(self, number: int, row: Sequence[Cell], first: Cell) -> bool:
        return self._read_section(number, row) or self._is_blank_form(number) or self._is_note(number, first)

    def _is_total(self, number: int, first: Cell) -> bool:
        texts = (first, self._values.value("subject", number), self._values.value("class", number))
        return any(isinstance(text, str) and (is_total(text) or is_average(text)) for text in texts)

    def _read_total(self, number: int, first: Cell) -> None:
        if isinstance(first, str) and is_average(first):
            return
        value = self._values.value("minutes", number)
        total = read_minutes(value, self._values.unit)
        problem = self._totals.against(total, self._values.cell("minutes", number), shown(value))
        if problem:
            self._problems.note(problem)

    def _is_note(self, number: int, first: Cell) -> bool:
        """A footnote or a line of signatures: it states neither minutes nor a subject nor any content."""
        values = self._values
        if not isinstance(first, str):
            return False
        stated = [values.own(name, number) for name in ("subject", "content", "minutes")]
        if is_note(first):
            return all(text in ("", first) or is_note(shown(text)) for text in stated)
        alone = sum(value != "" for value in values.rows[number]) == 1
        return alone and is_numbered_note(first) and not any(stated)

    def _is_blank_form(self, number: int) -> bool:
        """A row of a form that nobody filled in: not reported, which is no homework and no «none» either."""
        values = self._values
        if values.value("minutes", number) != "" or values.value("content", number) != "" or values.has_lost(number):
            return False
        row = values.rows[number]
        if not self._is_placed_or_blank(number):
            return False
        return all(value == "" or column in self._columns.quiet or isinstance(value, int | float) for column, value in enumerate(row))

    def _is_placed_or_blank(self, number: int) -> bool:
        """Whether what stands in the columns of date and class is a date and a class: «见黑板» there is something else."""
        day, classes = self._values.own("date", number), self._values.own("class", number)
        is_day = day == "" or read_date(day) is not None or read_weekday(day) is not None or is_ditto(day)
        return is_day and (classes == "" or bool(read_classes(classes, self._context.grade)) or is_ditto(classes))

    def _read_section(self, number: int, row: Sequence[Cell]) -> bool:
        """A line such as «9月15日 星期二» or «三(2)班» that stands alone and speaks for the rows below it."""
        texts = [value for value in row if value != ""]
        if len(texts) != 1 or not isinstance(texts[0], str) or self._values.value("minutes", number) != "":
            return False
        date, refs = read_date(texts[0]), read_classes(texts[0], self._context.grade)
        if date and "date" not in self._columns.fields:
            self._speak_for_rows_below(replace(self._context, date=self._context.dated(date)))
            return True
        if refs and all(ref.grade for ref in refs) and "class" not in self._columns.fields and classes_within(texts[0]):
            self._speak_for_rows_below(replace(self._context, classes=refs))
            return True
        return False

    def _speak_for_rows_below(self, context: Context) -> None:
        self._context = context
        self._placed_classes.clear()
        self._placed_dates.clear()

    # --- rows that are entries ---

    def _read_row(self, number: int, row: Sequence[Cell]) -> None:
        values = self._values
        content, minutes = values.value("content", number), self._minutes(number)
        placed = values.own("date", number) != "" or values.own("class", number) != ""
        named = values.value("subject", number) != "" or (placed and "subject" not in self._columns.fields)
        if content == "" and (not named or minutes.trouble == "blank"):
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
        cell = self._values.cell_at(number, column)
        self._problems.note(Problem("unexplained-row", "", cell, joined(row)[:200], {}, scope, None))

    def _entry(self, number: int, minutes: Minutes, part: Part | None) -> Entry:
        values = self._values
        content = shown(values.value("content", number)).strip()
        named = label(part.label) if part else None
        subject_name, unknown = self._subject(number, named.subject if named else "")
        refs, class_trouble = self._classes(number)
        date, date_trouble = self._date(number)
        state, trouble = self._state(number, content, minutes)
        low, high = (part.low, part.high) if part else (minutes.low, minutes.high)
        if state == "none-declared":
            low, high = 0, 0
        column = "minutes" if "minutes" in self._columns.fields else "content"
        traits = traits_of(self._stated(number, part.label if part else ""), subject_name)
        entry = Entry(
            cell=values.cell(column, number),
            text=shown(values.value(column, number)),
            classes=() if class_trouble else refs,
            date=date,
            due=self._due(number),
            subject=subject_name,
            kind=traits.kind,
            kind_assumed=traits.kind_assumed,
            place=traits.place,
            layer=traits.layer,
            optional=traits.optional,
            state=state,
            content=plain(content),
            low=None if trouble else low,
            high=None if trouble else high,
            trouble=trouble,
            school=shown(values.value("school", number)).strip() or None,
        )
        self._problems.unknown_subject(number, unknown)
        if not (class_trouble or date_trouble or entry.trouble or entry.high is None):
            return entry
        return entry._replace(problems=self._problems.of_entry(number, entry, refs, class_trouble, date_trouble))

    def _minutes(self, number: int) -> Minutes:
        if "minutes" not in self._columns.fields:
            return BLANK
        value = self._values.value("minutes", number)
        lost = self._values.lost("minutes", number)
        if value == "" and lost is not None:
            return Minutes(trouble="not-calculated" if lost == "=" else "error-value")
        return read_minutes(value, self._values.unit, self._settings.lesson_minutes)

    def _state(self, number: int, content: str, minutes: Minutes) -> tuple[EntryState, str]:
        """What the row is, and why its minutes are not known if they are not."""
        status = self._values.value("status", number)
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
        text = plain(shown(self._values.value("subject", number)))
        if from_label or not text:
            return from_label or self._context.subject, ""
        known = subject(text)
        return (known, "") if known else (text, text)

    def _classes(self, number: int) -> tuple[tuple[ClassRef, ...], str]:
        cells = (self._values.value("class", number), self._values.value("grade", number))
        if cells not in self._placed_classes:
            has_column = "class" in self._columns.fields
            self._placed_classes[cells] = place_classes(*cells, self._context, has_class_column=has_column)
        return self._placed_classes[cells]

    def _date(self, number: int) -> tuple[DateRef | None, str]:
        if number in self._tenths:
            date = self._tenths[number]
            return (self._context.dated(date), "") if date else (None, "tenth")
        cells = (self._values.value("date", number), self._values.value("weekday", number))
        if cells not in self._placed_dates:
            self._placed_dates[cells] = place_date(*cells, self._context)
        return self._placed_dates[cells]

    def _due(self, number: int) -> DateRef | None:
        value = self._values.value("due", number)
        return self._context.dated(read_date(value)) if value != "" else None

    def _stated(self, number: int, part: str) -> Stated:
        values, about = self._values, self._columns
        requirement, place = about.get("requirement"), about.get("place")
        return Stated(
            kind=values.value("kind", number),
            place=values.value("place", number),
            layer=values.value("layer", number),
            requirement=values.value("requirement", number),
            requirement_heading=shown(values.heading_row[requirement]) if requirement is not None else "",
            place_heading=shown(values.heading_row[place]) if place is not None else "",
            marks=marks(shown(values.value("content", number))),
            label=part,
            heading_kind=about.minutes.kind or about.content.kind,
            heading_place=about.minutes.place or about.content.place,
            title_kind=self._context.kind,
        )
