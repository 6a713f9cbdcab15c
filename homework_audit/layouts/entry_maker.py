"""Turns the facts of one row or cell into entries, with the problems that keep them from being placed or counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.layouts.facts import About, Facts
from homework_audit.layouts.placing import place_classes, place_date
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.traits import Stated, traits_of
from homework_audit.models.marks import EXAMPLE_CONTENTS, EXAMPLE_MINUTES
from homework_audit.models.reading import Entry, EntryState
from homework_audit.values.classes import ClassRef
from homework_audit.values.dates import DateRef, read_date
from homework_audit.values.homework import Piece, label_of_layer, read_pair
from homework_audit.values.labels import Label, is_mark, label, marks, was_set
from homework_audit.values.minutes import BLANK, Minutes, Part, read_minutes, says_nothing
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, plain, shown


class _Told(NamedTuple):
    """One piece of homework as its row or cell tells it, before it is placed."""

    column: str
    said: Stated
    subject: str
    state: EntryState
    content: str
    low: float | None
    high: float | None
    trouble: str


class _OfClass:
    """Facts of a piece whose cell names the classes it is for."""

    def __init__(self, facts: Facts, classes: str) -> None:
        self._facts, self._classes = facts, classes

    def value(self, name: str) -> Cell:
        return self._classes if name == "class" else self._facts.value(name)

    def cell(self, name: str) -> str:
        return self._facts.cell(name)

    def lost(self, name: str) -> str | None:
        return self._facts.lost(name)


class EntryMaker:
    """Makes the entries of one table; `context` may change while it is read, where a line speaks for the rows below it."""

    def __init__(self, about: About, context: Context, settings: LayoutSettings, problems: Problems) -> None:
        self.about, self.context = about, context
        self._settings, self._problems = settings, problems
        self._placed_classes: dict[tuple[Cell, Cell], tuple[tuple[ClassRef, ...], str]] = {}
        self._placed_dates: dict[tuple[Cell, Cell], tuple[DateRef | None, str]] = {}

    def speak_for_rows_below(self, context: Context) -> None:
        """Takes what a line between the rows says of class or date."""
        self.context = context
        self._placed_classes.clear()
        self._placed_dates.clear()

    def of_row(self, facts: Facts, settled: tuple[DateRef | None, str] | None = None) -> list[Entry]:
        """The entries of a row with columns of content and minutes. `settled` is a date that its neighbours decided on."""
        minutes = self.minutes(facts)
        pieces = self._numbered(facts) if "(" in plain(shown(facts.value("minutes"))) else ()
        if pieces:
            return self.of_pieces(facts, pieces, settled)
        return [self._of_part(facts, minutes, part, settled) for part in minutes.parts or (None,)]

    def of_pieces(self, facts: Facts, pieces: Sequence[Piece], settled: tuple[DateRef | None, str] | None = None) -> list[Entry]:
        """The entries of a cell that states homework and its minutes in one text."""
        return [self._of_piece(_OfClass(facts, piece.classes) if piece.classes else facts, piece, settled) for piece in pieces]

    def _numbered(self, facts: Facts) -> Sequence[Piece]:
        """The pieces of a row whose content and minutes are numbered alike and differ in what marks say of them."""
        content, minutes = facts.value("content"), facts.value("minutes")
        if not isinstance(content, str) or not isinstance(minutes, str):
            return ()
        return read_pair(content, minutes, self.about.unit, self._settings.lesson_minutes)

    def minutes(self, facts: Facts) -> Minutes:
        """The minutes that a row states in their own column."""
        if "minutes" not in self.about.fields:
            return BLANK
        value = facts.value("minutes")
        lost = facts.lost("minutes")
        if value == "" and lost is not None:
            return Minutes(trouble="not-calculated" if lost == "=" else "error-value")
        return read_minutes(value, self.about.unit, self._settings.lesson_minutes)

    def _of_part(self, facts: Facts, minutes: Minutes, part: Part | None, settled: tuple[DateRef | None, str] | None) -> Entry:
        content = shown(facts.value("content")).strip()
        state, trouble = self._state(facts, content, minutes)
        low, high = (part.low, part.high) if part else (minutes.low, minutes.high)
        named = (label(part.label) or Label()) if part else Label()
        of_layer = label_of_layer(content, named.layer) if named.layer else None
        said = self._stated(facts, part.label if part else "", of_layer or marks(content))
        column = "minutes" if "minutes" in self.about.fields else "content"
        return self._entry(facts, _Told(column, said, named.subject, state, plain(content), low, high, trouble), settled)

    def _of_piece(self, facts: Facts, piece: Piece, settled: tuple[DateRef | None, str] | None) -> Entry:
        minutes = piece.minutes
        state, trouble = self._state(facts, piece.content, minutes)
        said = self._stated(facts, "", piece.label)
        told = _Told("content", said, piece.label.subject, state, piece.content, minutes.low, minutes.high, trouble)
        return self._entry(facts, told, settled)

    def _entry(self, facts: Facts, told: _Told, settled: tuple[DateRef | None, str] | None) -> Entry:
        is_none = told.state == "none-declared"
        subject_name, unknown = self._subject(facts, told.subject)
        refs, class_trouble = self.classes(facts)
        date, date_trouble = settled or self.date(facts)
        traits = traits_of(told.said, subject_name)
        entry = Entry(
            facts.cell(told.column),
            shown(facts.value(told.column)),
            () if class_trouble else refs,
            date,
            self._due(facts),
            subject_name,
            traits.kind,
            traits.kind_assumed,
            traits.place,
            traits.layer,
            traits.optional,
            told.state,
            told.content,
            None if told.trouble else 0 if is_none else told.low,
            None if told.trouble else 0 if is_none else told.high,
            told.trouble,
            shown(facts.value("school")).strip() or None,
        )
        if told.state == "example":
            return entry._replace(classes=(), date=None)  # it names no class and no day that there are
        if unknown:
            self._problems.unknown_subject(facts, unknown)
        if not (class_trouble or date_trouble or told.trouble or entry.high is None):
            return entry
        return entry._replace(problems=self._problems.of_entry(facts, entry, refs, class_trouble, date_trouble))

    def _state(self, facts: Facts, content: str, minutes: Minutes) -> tuple[EntryState, str]:
        """What the row is, and why its minutes are not known if they are not."""
        if content in EXAMPLE_CONTENTS.values() and minutes.low == minutes.high == EXAMPLE_MINUTES:
            return "example", ""
        status = facts.value("status")
        if status != "" and was_set(shown(status)) is False:
            return "not-set", ""
        declared_none = bool(content) and says_nothing(content)
        if minutes.nothing and content and not declared_none:
            return "set", "contradiction"
        if minutes.nothing or (declared_none and minutes.trouble == "blank"):
            return "none-declared", ""
        return "set", minutes.trouble

    def _subject(self, facts: Facts, from_label: str) -> tuple[str, str]:
        """The subject's standard name, and its text where the vocabulary does not know it."""
        text = plain(shown(facts.value("subject")))
        if from_label or not text:
            return from_label or self.context.subject, ""
        known = subject(text)
        return (known, "") if known else (text, "" if _is_kind(text) else text)

    def classes(self, facts: Facts) -> tuple[tuple[ClassRef, ...], str]:
        """The classes of a row, and why they are not known if they are not."""
        cells = (facts.value("class"), facts.value("grade"))
        if cells not in self._placed_classes:
            has_column = "class" in self.about.fields or cells[0] != ""
            self._placed_classes[cells] = place_classes(*cells, self.context, has_class_column=has_column)
        return self._placed_classes[cells]

    def date(self, facts: Facts) -> tuple[DateRef | None, str]:
        """The date of a row, and why it is not known if it is not."""
        cells = (facts.value("date") or facts.value("week"), facts.value("weekday"))
        if cells not in self._placed_dates:
            self._placed_dates[cells] = place_date(*cells, self.context)
        return self._placed_dates[cells]

    def _due(self, facts: Facts) -> DateRef | None:
        value = facts.value("due")
        return self.context.dated(read_date(value)) if value != "" else None

    def _stated(self, facts: Facts, part: str, said: Label) -> Stated:
        about = self.about
        kind = facts.value("kind")
        named = shown(facts.value("subject")) if kind == "" else ""
        return Stated(
            named if _is_kind(named) else kind,
            about.kind_heading,
            facts.value("place"),
            facts.value("layer"),
            facts.value("requirement"),
            about.requirement_heading,
            about.place_heading,
            said,
            part,
            about.minutes.kind or about.content.kind,
            about.minutes.place or about.content.place,
            self.context.kind,
            self.context.place,
            self.context.optional,
        )


def _is_kind(text: str) -> bool:
    """Whether what stands where a subject is expected is a kind of homework, such as 体育锻炼; «其他» may be anything."""
    said = label(text) if text and subject(text) is None and is_mark(text) else None
    return said is not None and said.kind not in ("", "other", "written")
