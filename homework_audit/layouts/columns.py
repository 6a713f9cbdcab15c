"""Turns a row of headings and the cells below it into columns with a meaning, or refuses where two could be the minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from homework_audit.layouts.clock import slots_of
from homework_audit.layouts.column_choices import (
    are_adjusted_below,
    are_pairs,
    are_parted,
    are_repeated,
    chosen_content,
    chosen_minutes,
    declared_minutes,
    further_homework,
)
from homework_audit.layouts.column_values import (
    field_of,
    heads_parts,
    heads_something_else,
    holds_moments,
    names_a_kind,
    names_subjects,
    settled_field,
)
from homework_audit.layouts.facets import TRAITS, facets
from homework_audit.layouts.headings import Extra, Heading, is_place, is_remark, known_fields
from homework_audit.layouts.rows import is_aside
from homework_audit.layouts.second_headings import second_row_of
from homework_audit.models.sheet import Grid
from homework_audit.values.classes import read_classes, read_grade
from homework_audit.values.expressions import expression
from homework_audit.values.heading_words import PAGES, POSTED, STAMPS, TITLES
from homework_audit.values.minutes import CLOCK
from homework_audit.values.text import Cell, compact, shown

_MAY_NAME_A_CLASS = expression(r"班|级|g\d|grade|^[^\w(\[]*[(\[]?[\d一二三四五六七八九]|[\d)]$|[(\[【][^)\]】]*\d")
"""What a text holds if it names a class, alone or beside something else: most homework holds none of it."""
_PLAIN_DAY = frozenset({"日期", "作业日期", "布置日期", "布置时间", "date"})
"""«日期» beside «编制日期» is the day of the homework."""
_WHETHER = expression(r"(?:是否|有无|有没有|有否).{0,6}(?:布置|留)|(?:是否|有无|有没有).{0,4}作业$")
_LESSON = expression(r"节次|第几节")
_OF_PUPILS = expression(r"(?:学生|孩子|每生)(?:完成|作业)?(?:用时|时长|耗时|所需时间)")
_CHECKS = expression(r"检查|验收|批改|抽查|反馈")
_SAMPLE = 60
"""Rows below the headings that are looked at to settle what a column called 时间 holds."""


@dataclass(frozen=True)
class Columns:
    """Where the heading row is (first and last, for two of them) and which column holds which field."""

    top: int
    bottom: int
    fields: dict[str, int]
    minutes: Heading = field(default_factory=lambda: Heading("minutes"))
    content: Heading = field(default_factory=lambda: Heading("content"))
    quiet: frozenset[int] = frozenset()
    """Columns that say nothing of homework by themselves: with these alone, a row was not filled in."""
    unknown: tuple[int, ...] = ()
    """Columns that no heading and no cell explains: homework may hide there."""
    statuses: tuple[int, ...] = ()
    """Every column that says whether homework was approved, turned down or withdrawn."""
    totals: tuple[tuple[int, str], ...] = ()
    """Columns of sums, each with the unit of its bare numbers."""
    posted: int | None = None
    """The column of the moment at which homework was put up or handed in."""
    remarks: tuple[int, ...] = ()
    """Columns of free remarks, which may say of single rows what no column says of all."""
    pages: tuple[int, ...] = ()
    """Columns of pages or exercises, which tell two homeworks in one book apart."""
    whether: int | None = None
    """The column that says whether anything was set at all: «今天是否布置书面作业»."""
    more: tuple[int, ...] = ()
    """Further columns of homework, under a word for what comes on top of it or beside it: «补充作业», «家庭作业» beside «课堂作业»."""
    until: int | None = None
    """The column of the times at which homework ends, where minutes are those from the ones at which it begins."""

    declared: int | None = None
    """The column of minutes that were asked for, which stand where those that were to be fixed are blank."""
    aside: tuple[int, str] | None = None
    """A column of minutes of another kind beside those of the rest, and that kind: «非书面用时»."""

    def get(self, name: str) -> int | None:
        """The column of a field, None where the table has none."""
        return self.fields.get(name)


def find_columns(rows: Grid, first: int, last: int, extra: Extra) -> Columns | None:
    """The first heading row of a list from row `first` on and above row `last`; None if there is none."""
    for number in range(first, min(last, len(rows))):
        row = rows[number]
        if len(row) - row.count("") < 2 or sum(isinstance(value, str) for value in row if value != "") < 2:
            continue
        columns = _columns(rows, number, extra)
        if columns:
            return columns
    return None


def _columns(rows: Grid, number: int, extra: Extra) -> Columns | None:
    known = known_fields(rows[number], extra)
    edge = _edge(known, rows, number)  # «社团 | 性质» beyond it says of no homework that it is optional
    known = {column: about for column, about in known.items() if column < edge or about.field not in TRAITS}
    if len({about.field for about in known.values()} - {"other"}) < 2 or _is_matrix(rows, number) or _holds_values(rows[number]):
        return None
    if are_adjusted_below(rows, number):
        return None
    bottom = number
    below = second_row_of(rows, number, known, extra)
    if below:
        known, bottom = known | below, number + 1
    body = [row for row in rows[bottom + 1 : bottom + 1 + _SAMPLE] if not _is_approval(row)]
    by_field = _columns_by_field(rows[number], known, body, edge)
    if are_pairs(known) or are_parted(known) or are_repeated(by_field, rows[number]):
        return None
    minutes = chosen_minutes(by_field.get("minutes", []), known, rows[number])
    content = chosen_content(by_field.get("content", []), known, rows[number], body)
    if minutes is None or content is None:
        return None
    slots = None if minutes else slots_of(rows[number], body, next(iter(by_field.get("class", ())), None))
    if slots:
        minutes, known[slots.start] = [slots.start], Heading("minutes", CLOCK)
        by_field = {name: [column for column in columns if column not in slots] for name, columns in by_field.items()}
    spare = [column for column in by_field.get("content", []) if column not in content]
    if "subject" not in by_field:
        titles = [*spare, *(column for column, value in enumerate(rows[number]) if compact(shown(value)) in TITLES)]
        by_field["subject"] = [column for column in titles if names_subjects(_cells(body, column))]
    aside = [column for column in by_field.get("minutes", []) if column not in minutes and known[column].kind not in ("", "written")]
    declared = declared_minutes(by_field.get("minutes", []), minutes, known)
    by_field["minutes"], by_field["content"] = minutes, content
    if len(minutes) == 2:
        by_field["hours"], by_field["minutes"] = minutes[:1], minutes[1:]
    fields = {name: columns[0] for name, columns in by_field.items() if columns and name != "other"}
    if not _is_list(fields):
        return None
    return Columns(
        number,
        bottom,
        fields,
        known[fields["minutes"]] if "minutes" in fields else Heading("minutes"),
        known[fields["content"]] if "content" in fields else Heading("content"),
        _quiet(known, fields, rows[number]),
        tuple(column for column in range(len(rows[number])) if column not in known and column not in fields.values()),
        tuple(by_field.get("status", ())),
        _totals(rows[number], fields),
        next((column for column, value in enumerate(rows[number]) if _is_posted(value)), None),
        tuple(column for column in known if is_remark(rows[number][column]) and column not in fields.values()),
        tuple(column for column in known if compact(shown(rows[number][column])) in PAGES and column not in fields.values()),
        next((column for column, value in enumerate(rows[number]) if _asks_whether(value) and column not in fields.values()), None),
        further_homework(spare, rows[number]),
        slots.end if slots else None,
        declared,
        (aside[0], known[aside[0]].kind) if len(aside) == 1 else None,
    )


def _edge(known: dict[int, Heading], rows: Grid, number: int) -> int:
    """Where the columns of a table end: at a blank one behind the homework and the minutes, beyond which another table may stand."""
    telling = [column for column, about in known.items() if about.field in ("content", "minutes")]
    beside = rows[number : number + _SAMPLE]
    width = max(map(len, beside), default=0)
    behind = range(max(telling, default=width), width)
    return next((column for column in behind if all(value == "" for value in _cells(beside, column))), width)


def _columns_by_field(headings: Sequence[Cell], known: dict[int, Heading], body: Grid, edge: int) -> dict[str, list[int]]:
    """The columns of each field, the likeliest first, as headings and cells say it together."""
    by_field: dict[str, list[int]] = {}
    for column, about in known.items():
        field = "other" if about.field == "content" and _asks_whether(headings[column]) else about.field
        by_field.setdefault(settled_field(field, column, body), []).append(column)
    _hear_values(by_field, headings, known, body, edge)
    if "minutes" not in by_field:
        _hear_pupils(by_field, headings, known)
    ranks: dict[str, Callable[[int], tuple[int, ...]]] = {
        "kind": lambda column: (-sum(map(names_a_kind, _cells(body, column))),),
        "class": lambda column: (-sum(bool(read_classes(value, 1)) for value in _cells(body, column)),),
        "date": lambda column: (
            column not in known or known[column].field != "date",
            compact(shown(headings[column])) not in _PLAIN_DAY,
            _is_stamp(headings[column]),
            holds_moments(_cells(body, column)),
        ),
    }
    ranked = {name: sorted(found, key=ranks[name]) if len(found) > 1 and name in ranks else found for name, found in by_field.items()}
    for column in ranked.get("kind", [])[1:]:
        name = field_of([value for value in _cells(body, column) if value != ""], heading_is_known=True)
        if name in TRAITS - ranked.keys():
            ranked[name] = [column]  # «作业性质» with 必做 and 选做 beside «作业形式» with 书面 and 口头
    return ranked


def _cells(body: Grid, column: int) -> list[Cell]:
    return [row[column] for row in body if column < len(row)]


def _is_matrix(rows: Grid, number: int) -> bool:
    """Whether subjects or classes stand across: then a row is not an entry, whatever else the headings say."""
    below = rows[number + 1] if number + 1 < len(rows) else []
    below = below if all(value == "" or isinstance(value, str) for value in below) else []  # a figure or a day heads nothing
    classes = (sum(_is_class_heading(value) for value in row) for row in (rows[number], below))
    beside = _subjects(below)
    is_under_one = len(beside) > 1 and sum(value == "" for value in rows[number]) >= len(beside) - 1
    return len(_subjects(rows[number])) > 1 or max(classes) > 1 or is_under_one


def _subjects(row: Sequence[Cell]) -> set[str]:
    """The subjects that headings name, alone or before the homework: «语文», «数学作业及用时»."""
    return {about.subject for value in row if isinstance(value, str) and (about := facets(value)) and about.subject}


@lru_cache(maxsize=16384)
def _is_class_heading(value: Cell) -> bool:
    said = facets(value) if isinstance(value, str) and _MAY_NAME_A_CLASS.search(compact(value)) else None
    return said is not None and said.classes != "" and read_grade(value) is None


def _holds_values(row: Sequence[Cell]) -> bool:
    """Whether labels stand beside their values: «班级 | 六(1)班 | 日期 | 9月14日» heads nothing; a class alone in the corner may."""
    texts = [value for value in row if isinstance(value, str) and len(value) > 1]
    texts = texts[1:] if texts and _is_class_heading(texts[0]) else texts
    return any(about.dimensions & {"day", "class"} and not about.field for text in texts if (about := facets(text)))


def _hear_values(by_field: dict[str, list[int]], headings: Sequence[Cell], known: dict[int, Heading], body: Grid, edge: int) -> None:
    """Gives columns of unknown heading, and of remarks, the field that their cells speak for, where no column has it."""
    body = [row for row in body if len({*row} - {""}) > 1]  # a day that stands alone is said of the rows below it
    for column in range(len(headings)):
        about = known.get(column)
        if about and not is_remark(headings[column]) and not is_place(headings[column]):
            continue
        if _CHECKS.search(compact(shown(headings[column]))) or _is_number_of_lesson(headings[column], body, column):
            continue  # how it is looked at is not what it is: 口头 under 验收方式
        values = [value for value in _cells(body, column) if value != headings[column]]
        name = field_of(values, heading_is_known=about is not None and not is_place(headings[column]))
        if name in TRAITS and (column >= edge or heads_something_else(headings[column])):
            continue
        if name == "layer" and heads_parts(headings[column]):
            continue
        if name and (name not in by_field or name == "status"):
            by_field.setdefault(name, []).append(column)


def _hear_pupils(by_field: dict[str, list[int]], headings: Sequence[Cell], known: dict[int, Heading]) -> None:
    """Gives minutes the one column of how long pupils need, where nobody estimates it otherwise: «学生用时» beside «批改用时»."""
    of_pupils = [column for column in known if _OF_PUPILS.match(compact(shown(headings[column])))]
    if len(of_pupils) == 1:
        (column,) = of_pupils
        by_field["minutes"] = of_pupils
        known[column] = Heading("minutes", known[column].unit)


def _is_number_of_lesson(heading: Cell, body: Grid, column: int) -> bool:
    """Whether «一» below 节次 is the first lesson, and no Monday; «周一第1节» says the day as well."""
    cells = _cells(body, column)
    named = any(isinstance(cell, str) and ("周" in cell or "星期" in cell) for cell in cells)
    return _LESSON.search(compact(shown(heading))) is not None and not named


def _quiet(known: dict[int, Heading], fields: dict[str, int], headings: Sequence[Cell]) -> frozenset[int]:
    """Every column with a heading but those of content and minutes, and of remarks, where homework may hide."""
    telling = {fields.get("content"), fields.get("minutes")}
    return frozenset(column for column in known if column not in telling and not is_remark(headings[column]))


def _totals(headings: Sequence[Cell], fields: dict[str, int]) -> tuple[tuple[int, str], ...]:
    said = {column: facets(value) for column, value in enumerate(headings) if value != "" and column not in fields.values()}
    return tuple((column, about.unit) for column, about in said.items() if about and about.total == "sum")


def _is_list(fields: dict[str, int]) -> bool:
    """A row an entry: what is to be done, or for which subject, beside how long it takes."""
    if "minutes" in fields:
        return "content" in fields or ("subject" in fields and ("class" in fields or "date" in fields))
    return "content" in fields and len(fields.keys() & {"date", "class", "grade", "subject", "kind", "due"}) >= 2


def _is_approval(row: Sequence[Cell]) -> bool:
    """«教导处意见 | 同意 | 日期 | 9月11日» at the foot of a form says nothing of its columns."""
    first = row[0] if row else ""
    return isinstance(first, str) and ("意见" in first or "审" in first) and is_aside(first)


def _is_posted(heading: Cell) -> bool:
    """Whether a heading stands above moments: «提交时间», «1、提交答卷时间»."""
    return compact(shown(heading)).lstrip("0123456789.、") in POSTED


def _asks_whether(heading: Cell) -> bool:
    """Whether a heading asks if anything was set: «今天是否布置书面家庭作业», «有无作业»."""
    return isinstance(heading, str) and _WHETHER.search(compact(heading)) is not None


def _is_stamp(heading: Cell) -> bool:
    """Whether a heading stands above the day on which something was sent in or put up, not that of the homework."""
    return any(word in compact(shown(heading)) for word in STAMPS)
