"""Turns a form (labels with their values beside them, as on an approval slip) anywhere on a sheet into a reading."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from homework_audit.layouts.beside_texts import is_homework_alone, is_short_homework
from homework_audit.layouts.entry_maker import EntryMaker
from homework_audit.layouts.evidence import names_task
from homework_audit.layouts.facets import NOTHING_SAID, facets
from homework_audit.layouts.facts import About, CellFacts
from homework_audit.layouts.form_pairs import OFFICE, Pair, pairs_of
from homework_audit.layouts.headings import Heading, heading
from homework_audit.layouts.problems import Problems
from homework_audit.layouts.rows import is_total, joined
from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.stated_twice import states_more
from homework_audit.layouts.table import Around, Found, TableReading
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import ColumnAccount, Entry, Problem, Scope
from homework_audit.models.sheet import Sheet, cell_name
from homework_audit.values import labels, sheet_words
from homework_audit.values.approval import was_set
from homework_audit.values.boxes import ticked
from homework_audit.values.expressions import expression
from homework_audit.values.homework import read_homework
from homework_audit.values.minutes import read_minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, shown
from homework_audit.values.wording import names_work

_MOST_ROWS = 40
_HOMEWORK: Final = frozenset({"content", "minutes"})
_CHOSEN: Final = frozenset({"class", "grade", "subject", "place", "layer", "status"})
"""Fields that keep their meaning where their value is a row of boxes."""
_PLACING: Final = frozenset({"date", "class", "subject", "grade"})
_OPINION = expression("|".join(sheet_words.OPINIONS))


def find(sheet: Sheet, first: int, last: int, settings: LayoutSettings) -> Found | None:
    """The first form that begins from row `first` on and above row `last`."""
    for number in range(first, min(last, len(sheet.rows))):
        pairs = pairs_of(sheet.rows[number], number, settings)
        if pairs and pairs[0].about is not NOTHING_SAID:
            block, bottom = _block(sheet, number, settings)
            if _is_form(block):
                return Found(number, bottom, tuple(block))
    return None


def read(sheet: Sheet, found: Found, end: int, around: Around, settings: LayoutSettings) -> TableReading:
    """What the form holds: one piece of homework, or one for each kind or layer that has labels of its own."""
    pairs: Sequence[Pair] = found.headings
    fields = frozenset({"minutes", "content"} | {pair.about.field for pair in pairs})
    problems = Problems(About(fields, cell_name(found.top, pairs[0].column)), around.context)
    values, cells = _shared(pairs)
    telling = [pair for pair in pairs if pair.about.field in _HOMEWORK and not _is_choice(pair)]
    fixed = {pair.about.coordinates for pair in telling if _is_fixed(pair)}
    telling = [pair for pair in telling if pair.about.field != "minutes" or pair.about.coordinates not in fixed or _is_fixed(pair)]
    entries: list[Entry] = []
    again: list[Pair] = []
    for coordinates in dict.fromkeys(pair.about.coordinates for pair in telling):
        alike = [pair for pair in telling if pair.about.coordinates == coordinates and pair.value != ""]
        own = list({pair.about.field: pair for pair in reversed(alike)}.values())[::-1]
        again += [pair for pair in alike if pair not in own]
        if own:
            facts = CellFacts(values | _own_values(own), cells | {pair.about.field: cell_name(pair.row, pair.column) for pair in own}, {})
            unit = next((pair.about.unit for pair in own if pair.about.unit), "")
            minutes = Heading("minutes", unit, own[0].about.kind, own[0].about.place)
            about = About(fields, cell_name(found.top, pairs[0].column), unit, minutes, minutes._replace(field="content"))
            entries += _entries(EntryMaker(about, around.context, settings, problems), facts, settings)
            again += [pair for pair in own if pair.about.field == "content" and _states_more(pair, own, unit, settings)]
    read = {pair.row for pair in (*telling, *again)}
    left = (*again, *_left_over(sheet, found.bottom + 1, end, settings), *_rows_left(sheet, range(found.top, end), read))
    for pair in left:
        text, scope = f"{pair.label} {shown(pair.value)}"[:200], scope_of(entries) if entries else Scope()
        problems.note(Problem("unexplained-row", "", cell_name(pair.row, pair.column), text, {}, scope, None))
    columns = tuple(ColumnAccount(cell_name(pair.row, pair.column), pair.label, pair.about.field) for pair in pairs)
    return TableReading(entries, problems.found, "", columns)


def _is_choice(pair: Pair) -> bool:
    """Whether boxes stand beside a label, which say of what kind homework is: «作业要求 | ☑必做 □选做»."""
    return isinstance(pair.value, str) and ticked(pair.value) is not None


def _is_fixed(pair: Pair) -> bool:
    """Whether minutes are those that somebody fixed, which take the place of those that were asked for: «审定时长»."""
    about = heading(pair.label) if pair.about.field == "minutes" and pair.value != "" else None
    return about is not None and about.final


def _states_more(content: Pair, own: Sequence[Pair], unit: str, settings: LayoutSettings) -> bool:
    beside = next((pair.value for pair in own if pair.about.field == "minutes"), "")
    return states_more(content.value, read_minutes(beside, unit, settings.lesson_minutes), unit, settings.lesson_minutes)


def _rows_left(sheet: Sheet, numbers: Iterable[int], read: Container[int]) -> Iterator[Pair]:
    """The rows that set homework and of which nothing was read, as a label and the rest of the row."""
    for number in numbers:
        row = sheet.rows[number] if number < len(sheet.rows) else []
        column = next((column for column, value in enumerate(row) if value != ""), 0)
        beside = row[column + 1 :]
        if number not in read and (_sets_homework(row) or _is_homework_beside(shown(row[column]) if row else "", beside)):
            yield Pair(shown(row[column]), NOTHING_SAID, joined(row[column + 1 :]), number, column)


def _sets_homework(row: Sequence[Cell]) -> bool:
    """Whether a row of a form gives something else to do in some time: «默写 | 40分钟», «数学 | 口算 | 40分钟»."""
    used = [value for value in row if value != ""]
    if len(used) < 2 or not any(isinstance(value, str) and states_time(value) for value in used):
        return False
    if is_total(shown(used[0])):
        return False  # of the whole day, of which other forms may tell the rest
    text = joined(row)
    return subject(shown(used[0])) is not None or names_task(text) or names_work(text)


def _is_homework_beside(label: str, row: Sequence[Cell]) -> bool:
    """Whether a label that says nothing we know stands beside something to be done: «二、补充 | 练习册第3页»."""
    about = facets(label)
    if (about and (about.field or about.dimensions != {"trait"})) or OFFICE.search(compact(label)) or _OPINION.search(compact(label)):
        return False
    return any(isinstance(value, str) and (is_homework_alone(value) or is_short_homework(value)) for value in row)


def _left_over(sheet: Sheet, first: int, end: int, settings: LayoutSettings) -> Iterator[Pair]:
    """Homework and times below a form that stand beside labels it has had already."""
    for number in range(first, min(end, len(sheet.rows))):
        yield from (pair for pair in pairs_of(sheet.rows[number], number, settings) if pair.value != "" and pair.about.field in _HOMEWORK)


def _entries(maker: EntryMaker, facts: CellFacts, settings: LayoutSettings) -> list[Entry]:
    if facts.value("minutes") == "":
        return maker.of_pieces(facts, read_homework(facts.value("content"), maker.about.unit, settings.lesson_minutes))
    return maker.of_row(facts, maker.minutes(facts))


def _own_values(own: Sequence[Pair]) -> dict[str, Cell]:
    """The homework itself, with the layer and the choice that its labels name."""
    about = own[0].about
    values: dict[str, Cell] = {pair.about.field: pair.value for pair in own}
    if about.subject:
        values["subject"] = about.subject
    if about.layer:
        values["layer"] = f"{about.layer}层"
    if about.optional is not None:
        values["requirement"] = "选做" if about.optional else "必做"
    return values


def _shared(pairs: Sequence[Pair]) -> tuple[dict[str, Cell], dict[str, str]]:
    """What the form says of all its homework: where it belongs, and which boxes are ticked."""
    values: dict[str, Cell] = {}
    cells: dict[str, str] = {}
    for pair in pairs:
        options = ticked(pair.value) if isinstance(pair.value, str) else None
        said: list[tuple[str, Cell]] = [(pair.about.field, pair.value)]
        if options is not None:
            choice = labels.label("".join(options)) or labels.Label()
            field = pair.about.field if pair.about.field in _CHOSEN else "requirement" if choice.optional is not None else "kind"
            said = [(field, "、".join(options))]
        elif _OPINION.search(compact(pair.label)) and was_set(shown(pair.value)) is False:
            said = [("status", pair.value)]
        for name, value in said:
            is_decisive = name == "status" and was_set(shown(value)) is False  # of several opinions the one that turns it down
            if name and name not in ("content", "minutes", "other") and value != "" and (name not in values or is_decisive):
                values[name], cells[name] = value, cell_name(pair.row, pair.column)
    return values, cells


def _is_form(block: Sequence[Pair]) -> bool:
    fields = {pair.about.field for pair in block if pair.value != "" or not pair.about.classes}  # «七（3）班周末作业清单» is a title
    return bool(fields & _HOMEWORK) and len(fields & _PLACING) >= 1 and len(fields - {"", "other"}) >= 3


def _block(sheet: Sheet, first: int, settings: LayoutSettings) -> tuple[list[Pair], int]:
    """The pairs from row `first` on, until a row that is none, or one that repeats a label: the next form."""
    block: list[Pair] = []
    bottom = first
    known: set[tuple[object, ...]] = set()
    for number in range(first, min(first + _MOST_ROWS, len(sheet.rows))):
        pairs = pairs_of(sheet.rows[number], number, settings)
        named = {(compact(pair.label), pair.about.coordinates) for pair in pairs if pair.about is not NOTHING_SAID}
        if not pairs and block and _is_a_line_between(sheet, number, settings):
            continue
        if not pairs or named & known:
            break
        known |= named
        block += pairs
        bottom = number
    return block, bottom


def _is_a_line_between(sheet: Sheet, number: int, settings: LayoutSettings) -> bool:
    """Whether a row holds one text alone, with labels and values in the next one: a word to parents in the midst of a form."""
    row, below = sheet.rows[number], sheet.rows[number + 1] if number + 1 < len(sheet.rows) else []
    return len({value for value in row if value != ""}) == 1 and bool(pairs_of(below, number + 1, settings))
