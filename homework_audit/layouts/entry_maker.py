"""Turns the facts of one row or cell into entries, with the problems that keep them from being placed or counted."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.context import Context
from homework_audit.layouts.facts import About, Cells, Facts, PlainRow
from homework_audit.layouts.memo import Memo
from homework_audit.layouts.placing import place_classes, place_date
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.said import (
    EXAMPLES,
    NOTHING_SAID,
    UNCLEAR,
    Said,
    is_notice,
    is_shown,
    kind_said_by,
    of_marks,
    of_piece,
    said_by,
    said_of_part,
)
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.traits import Stated, traits_of
from homework_audit.models.marks import EXAMPLE_MINUTES
from homework_audit.models.reading import Duration, Entry, EntryState, ForClasses, OnDays, Task
from homework_audit.values.approval import was_set, was_withdrawn
from homework_audit.values.boxes import chosen
from homework_audit.values.dates import read_date
from homework_audit.values.expressions import expression
from homework_audit.values.homework import read_pair
from homework_audit.values.minutes import BLANK, Minutes, Part, read_minutes, says_nothing
from homework_audit.values.pieces import Piece
from homework_audit.values.references import ClassRef, DateRef
from homework_audit.values.subjects import subject, subject_within
from homework_audit.values.text import Cell, plain, shown
from homework_audit.values.wording import names_work


class _OfClass:
    """Facts of a piece whose cell names the classes it is for."""

    def __init__(self, facts: Facts, classes: str) -> None:
        self._facts, self._classes = facts, classes

    @property
    def for_classes(self) -> Cells:
        return (self._classes, *self._facts.for_classes[1:])

    @property
    def on_days(self) -> Cells:
        return self._facts.on_days

    @property
    def task(self) -> Cells:
        return self._facts.task

    def value(self, name: str) -> Cell:
        return self._classes if name == "class" else self._facts.value(name)

    def cell(self, name: str) -> str:
        return self._facts.cell(name)

    def lost(self, name: str) -> str | None:
        return self._facts.lost(name)


_SEE_HOMEWORK = expression(r"[(（]?(?:详?见|同)(?:作业)?(?:内容|正文|详情|题目|左[边侧栏]?)[)）]?")
"""What stands for minutes that the homework states itself."""
_READING = frozenset({"阅读", "Reading", "reading"})
Settled = tuple[DateRef | None, str] | None
"""A date that a row's neighbours decided on, or why they could not; None where nothing was to be decided."""

_Figures = tuple[float | None, float | None, str]
"""Minutes at least and at most, and why they are not known if they are not."""
_Place = tuple[ForClasses, tuple[ClassRef, ...], str]
_Day = tuple[OnDays, str]


class EntryMaker:
    """Makes the entries of one table; `context` may change while it is read, where a line speaks for the rows below it.

    What cells say of class, day and task is understood once, and shared by all entries for which they say it.
    """

    def __init__(self, about: About, context: Context, settings: LayoutSettings, problems: Problems) -> None:
        self.about, self.context = about, context
        self._settings, self._problems = settings, problems
        self._classes: dict[Cells, _Place] = {}
        self._days: dict[Cells, _Day] = {}
        self._tasks: dict[tuple[Cells, Said, EntryState], Task] = {}
        self._durations: dict[tuple[Cell, _Figures, EntryState], Duration] = {}
        self._plain_durations = Memo(self._plain_duration)
        self._column = "minutes" if "minutes" in about.fields else "content"

    def speak_for_rows_below(self, context: Context) -> None:
        """Takes what a line between the rows says of class or date."""
        self.context = context
        self._classes.clear()
        self._days.clear()

    def of_plain_row(self, row: PlainRow) -> Entry | None:
        """The entry of a row whose cells leave nothing to be settled; None where they may, and the row needs a closer look.

        Not to be asked about a row that says that nothing was set or may only tell something, or whose minutes are a truth value
        or could not be read.
        """
        cell, content, minutes, for_classes, on_days, task = row
        text, said, state = said_by(content) if isinstance(content, str) else UNCLEAR
        duration = self._plain_durations[minutes, state]
        what = None if duration is None else self._tasks.get((task, said, state)) or self._plain_task(task, said, state)
        if duration is None or what is None:
            return None
        to, _, class_trouble = self._classes.get(for_classes) or self._understand_classes(for_classes)
        on, date_trouble = self._days.get(on_days) or self._understand_days(on_days)
        return None if class_trouble or date_trouble else Entry(cell, text, to, on, what, duration)

    def _plain_duration(self, stated: tuple[Cell, EntryState]) -> Duration | None:
        """What a cell of minutes says where it says one thing without any doubt, and the same as the text of the homework."""
        value, state = stated
        if self._column != "minutes" or state == "example" or (isinstance(value, str) and "(" in plain(value)):
            return None
        low, high, trouble, nothing, parts = read_minutes(value, self.about.unit, self._settings.lesson_minutes)
        if state == "none-declared":
            return Duration(shown(value), 0, 0) if nothing or trouble == "blank" else None
        return None if trouble or nothing or parts or high is None else Duration(shown(value), low, high)

    def _plain_task(self, cells: Cells, said: Said, state: EntryState) -> Task | None:
        """What cells say of a task where they say it without any doubt."""
        name = self._named(cells, said, state)
        return None if name is None else self._understand_task(cells, said, state, name)

    def of_row(self, facts: Facts, minutes: Minutes, settled: Settled = None) -> list[Entry]:
        """The entries of a row with columns of content and minutes. `settled` is a date that its neighbours decided on."""
        value = facts.value("minutes")
        pieces = self._numbered(facts) if isinstance(value, str) and "(" in plain(value) else ()
        if pieces:
            return self.of_pieces(facts, pieces, settled)
        content = shown(facts.value("content")).strip()
        if minutes.parts:
            return [self._of_part(facts, minutes, part, content, settled) for part in minutes.parts]
        state, trouble = self._state(facts, content, minutes)
        about = (of_marks(content), state)
        return [self._entry(facts, (self._column, plain(content)), about, (minutes.low, minutes.high, trouble), settled)]

    def example(self, facts: Facts, minutes: Minutes) -> Entry:
        """The row of a template that shows how it is to be filled in: no homework, whatever it says."""
        text = plain(shown(facts.value("content")).strip())
        return self._entry(facts, (self._column, text), (NOTHING_SAID, "example"), (minutes.low, minutes.high, minutes.trouble), None)

    def of_pieces(self, facts: Facts, pieces: Sequence[Piece], settled: Settled = None) -> list[Entry]:
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
        if self._column != "minutes":
            return BLANK
        value = facts.value("minutes")
        if isinstance(value, str) and _SEE_HOMEWORK.fullmatch(value.strip()):
            return BLANK
        if value == "" and (lost := facts.lost("minutes")) is not None:
            return Minutes(trouble="not-calculated" if lost == "=" else "error-value")
        return read_minutes(value, self.about.unit, self._settings.lesson_minutes)

    def _of_part(self, facts: Facts, minutes: Minutes, part: Part, content: str, settled: Settled) -> Entry:
        """One of several homeworks for which a row states the minutes one by one."""
        state, trouble = self._state(facts, content, minutes)
        about = (said_of_part(part, content), state)
        return self._entry(facts, (self._column, plain(content)), about, (part.low, part.high, trouble), settled)

    def _of_piece(self, facts: Facts, piece: Piece, settled: Settled) -> Entry:
        minutes = piece.minutes
        state, trouble = self._state(facts, piece.content, minutes)
        if piece.label.unset:
            state, trouble = "not-set", ""
        if _may_be_comprehension(piece) and subject(shown(facts.value("subject"))):
            piece = piece._replace(label=piece.label._replace(kind=""))
        return self._entry(facts, ("content", piece.content), (of_piece(piece), state), (minutes.low, minutes.high, trouble), settled)

    def _entry(self, facts: Facts, content: tuple[str, str], about: tuple[Said, EntryState], figures: _Figures, settled: Settled) -> Entry:
        """An entry with that content, which is shown at the cell of the field named before it."""
        column, text = content
        to, refs, class_trouble = self._classes.get(facts.for_classes) or self._understand_classes(facts.for_classes)
        on, date_trouble = self._days.get(facts.on_days) or self._understand_days(facts.on_days)
        if settled:
            on, date_trouble = on._replace(date=settled[0]), settled[1]
        task = self._tasks.get((facts.task, *about)) or self._task(facts, about)
        stated = (facts.value(column), figures, about[1])
        duration = self._durations.get(stated) or self._understand_duration(stated)
        entry = Entry(facts.cell(column), text, to, on, task, duration)
        if task.state == "example":
            return entry._replace(to=to._replace(classes=()), on=on._replace(date=None))
        if not (class_trouble or date_trouble or duration.trouble or duration.high is None):
            return entry
        return entry._replace(problems=self._problems.of_entry(facts, entry, refs, class_trouble, date_trouble))

    def _state(self, facts: Facts, content: str, minutes: Minutes) -> tuple[EntryState, str]:
        """What the row is, and why its minutes are not known if they are not."""
        if is_shown(content) or (content in EXAMPLES and minutes.low == minutes.high == EXAMPLE_MINUTES):
            return "example", ""
        status, remarks = facts.value("status"), [shown(value) for name in ("remark", "kind") if (value := facts.value(name)) != ""]
        if (status != "" and was_set(shown(status)) is False) or any(map(was_withdrawn, remarks)):
            return "not-set", ""
        if is_notice(facts.value("kind")) and not names_work(content) and subject_within(content) is None:
            return "not-set", ""  # «通知», beside «作业», of a meeting that takes an hour
        declared_none = bool(content) and says_nothing(content)
        if minutes.nothing and content and not declared_none:
            return ("not-set", "") if self.about.minutes.final else ("set", "contradiction")  # «核定用时 0»: it was not allowed
        if minutes.nothing or (declared_none and minutes.trouble == "blank"):
            return "none-declared", ""
        return "set", minutes.trouble

    def classes(self, facts: Facts) -> tuple[ClassRef, ...]:
        """The classes of a row, as far as they are known."""
        return self._understand_classes(facts.for_classes)[1]

    def date(self, facts: Facts) -> DateRef | None:
        """The date of a row, None where it is not known."""
        return self._understand_days(facts.on_days)[0].date

    def _understand_classes(self, cells: Cells) -> _Place:
        """The classes of a row, what is known of them all the same if they are not known, and why they are not."""
        value, grade, school = cells
        refs, trouble = place_classes(chosen(value), grade, self.context, has_class_column="class" in self.about.fields or value != "")
        to = ForClasses(shown(school).strip() or None, () if trouble else refs)
        understood = self._classes[cells] = (to, refs, trouble)
        return understood

    def _understand_days(self, cells: Cells) -> _Day:
        """The days of a row, and why that on which it was set is not known if it is not."""
        date, week, weekday, due = cells
        found, trouble = place_date(date or week, weekday, self.context)
        understood = self._days[cells] = (OnDays(found, self.context.dated(read_date(due)) if due != "" else None), trouble)
        return understood

    def _task(self, facts: Facts, about: tuple[Said, EntryState]) -> Task:
        """What a row says of its task; a subject that nobody knows is a problem."""
        name = self._named(facts.task, *about)
        if name is None:
            name = plain(shown(chosen(facts.value("subject"))))
            self._problems.unknown_subject(facts, name)
        return self._understand_task(facts.task, *about, name)

    def _named(self, cells: Cells, said: Said, state: EntryState) -> str | None:
        """The subject, '' where no cell says it; None where a cell names one that nobody knows."""
        text = plain(shown(chosen(cells[0])))
        named = said.subject or subject(text) or ""
        if text and not named:
            return text if kind_said_by(text) or state == "example" else None
        return named or said.named or self.context.subject

    def _understand_task(self, cells: Cells, said: Said, state: EntryState, name: str) -> Task:
        task = self._tasks[cells, said, state] = Task(name, *traits_of(self._stated(tuple(map(chosen, cells)), said), name), state)
        return task

    def _understand_duration(self, stated: tuple[Cell, _Figures, EntryState]) -> Duration:
        value, (low, high, trouble), state = stated
        if trouble:
            low, high = None, None
        elif state == "none-declared":
            low, high = 0, 0
        duration = self._durations[stated] = Duration(shown(value), low, high, trouble)
        return duration

    def _stated(self, cells: Cells, said: Said) -> Stated:
        about = self.about
        name, kind, place, layer, requirement, remark = cells
        return Stated(
            kind if kind != "" or said.writes else kind_said_by(shown(name)),
            about.kind_heading,
            place,
            layer,
            requirement,
            about.requirement_heading,
            about.place_heading,
            said.marks,
            said.part,
            about.minutes.kind or about.content.kind,
            about.minutes.place or about.content.place,
            self.context.kind,
            self.context.place,
            self.context.optional,
            shown(remark),
            said.writes,
            said.by_pen and not about.content_is_shared,
            said.goes_home,
        )


def _may_be_comprehension(piece: Piece) -> bool:
    """Whether a piece says nothing but «阅读»: below 英语 that is written as often as not."""
    return piece.label.kind == "reading" and plain(piece.content) in _READING
