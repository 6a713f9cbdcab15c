"""Turns the headings of a matrix and the cells below them into stubs (what stands down) and groups (what stands across)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homework_audit.layouts.column_values import field_of
from homework_audit.layouts.facets import NOTHING_SAID, ROW_FIELDS, TRAITS, Facets
from homework_audit.layouts.headings import Extra, is_place, is_remark
from homework_audit.layouts.matrix import Column, MatrixColumns
from homework_audit.layouts.matrix_groups import assemble, with_other_subjects
from homework_audit.layouts.matrix_headings import MatrixHeadings
from homework_audit.layouts.matrix_stubs import place_remark, place_stub, says_when
from homework_audit.layouts.rows import is_total
from homework_audit.models.sheet import Grid
from homework_audit.values import labels
from homework_audit.values.boxes import is_tick
from homework_audit.values.expressions import expression
from homework_audit.values.items import names_subject
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact, plain, shown

_SAMPLE = 80
"""Rows below the headings that are looked at to settle what a column holds."""
_MOST = 0.8
_LONGEST_MARK = 3
_FEWEST_PAIRS = 2
_OTHER = Facets(field="other")
_BOUND = expression(r"(?:规定)?限(?:时|定时[长间]|定用时)(?:[(（]分钟?[)）])?")
_SECONDS = expression(r"\s*\d+\s*秒\s*")
_DESCRIBES = expression(
    r"(?:作业|学习|具体|布置|主要|详细|各科|各学科|今日|当[日天]|每[日天])*(?:内容|任务|作业|要求|明细|说明|布置|情况|项目|名称|题目)*(?:[(（].*[)）])?"
)
"""A heading of what is to be done in all the columns beside it, and of nothing more."""


def find_columns_of(headings: MatrixHeadings, rows: Grid, end: int, extra: Extra) -> MatrixColumns:
    """What the columns of the matrix hold, settled by its headings and, where these say little, by its cells."""
    body = [row for row in rows[headings.bottom + 1 : end] if sum(value != "" for value in row) > 1][:_SAMPLE]
    found = MatrixColumns()
    tops = rows[headings.top]
    asked = _with_compulsory(_without_bounds(headings.columns, rows[headings.bottom]), body)
    about = _paired(_with_more_homework(_without_seconds(asked, body), tops), tops)
    across = frozenset(name for said in about.values() if said.field not in ROW_FIELDS for name in said.dimensions)
    homework = {said.coordinates for said in about.values() if said.field in ("content", "minutes")}
    timed = {said.coordinates for said in about.values() if said.field == "minutes"}
    paired = timed & {said.coordinates for said in about.values() if said.field == "content"}
    groups: list[tuple[Facets, str, int]] = []
    for number in range(max([len(row) for row in [*body, *rows[headings.top : headings.bottom + 1]]], default=0)):
        said = about.get(number, NOTHING_SAID)
        heading = rows[headings.top][number] if number < len(rows[headings.top]) else ""
        used = [row[number] for row in body if number < len(row) and row[number] != ""]
        if said.dimensions and not said.field and said.coordinates in paired and used and _are_marks(used):
            said = _of_marks(said, used)  # «Task | T | Min» below a day
        is_corner = not groups and (_is_corner(heading, said) or _heads_what_is_across(number, about, across))
        is_timed = about.get(number + 1, NOTHING_SAID).field == "minutes"
        is_of_a_group = bool(said.dimensions - {"trait"}) or (bool(said.dimensions) and said.coordinates in homework)
        column = Column(number, said, heading, used, is_corner, is_timed, is_of_a_group)
        if said.field == "other" and is_remark(heading):
            place_remark(found, column)
        elif said.field != "other" or not (said.dimensions or said.total):  # «原定（作废）» beside «调整后», the teacher of a subject
            _place(found, groups, column, extra)
    if not groups and any(said.time for _, said in found.ticked):
        groups.append((NOTHING_SAID, "cell", found.ticked[0][0]))  # a tick under its time is all that there is to a row
    assemble(found, with_other_subjects(found, groups, rows[headings.top : headings.bottom + 1], body))
    return found


def _place(found: MatrixColumns, groups: list[tuple[Facets, str, int]], column: Column, extra: Extra) -> None:
    column = _of_subjects(column)
    said, used = column.said, column.used
    if said.total:
        found.totals.append((column.number, said))
    elif said.field in ("minutes", "time") and not said.dimensions and says_when(used):
        place_stub(found, column._replace(said=NOTHING_SAID), extra)
    elif said.field in TRAITS and column.is_of_a_group and _are_marks(used):
        groups.append((said, said.field, column.number))
    elif said.field in ROW_FIELDS or said is NOTHING_SAID or (column.is_corner and not said.field) or is_place(column.heading):
        place_stub(found, column, extra)
    elif said.field == "requirement":
        found.stubs.setdefault("requirement", column.number)
    elif all(map(is_tick, used)) and (said.time or (said.dimensions == {"trait"} and not said.field)):
        found.ticked.append((column.number, said))
    elif said.time:
        groups.append((said._replace(field=""), "cell", column.number))
    elif said.field == "content" and said.dimensions <= {"subject"} and not column.is_timed and _hold_times(used):
        groups.append((said._replace(field=""), "cell", column.number))  # «校本作业» beside the subjects, with homework of its own
    elif said.field in ("content", "minutes", "time"):
        groups.append((said, "content" if said.field == "content" else "minutes", column.number))
    elif said.dimensions or said.number or (said.field == "session" and _hold_homework(column.used)):
        groups.append((said, "cell", column.number))
    elif said.field == "session" and column.used:
        found.unknown.append(column.number)


def _of_marks(said: Facets, used: Sequence[Cell]) -> Facets:
    """The heading of a column of words for a kind, a place or a choice beside homework with its minutes; of signs nobody knows «other»."""
    name = field_of(used, heading_is_known=True)
    return said._replace(field=name) if name in TRAITS else _OTHER


def _of_subjects(column: Column) -> Column:
    """«科» above the names of subjects heads no homework in science."""
    said = column.said
    if said.dimensions != {"subject"} or said.field:
        return column
    named = [value for value in column.used if not (isinstance(value, str) and is_total(value))]
    return column._replace(said=Facets(field="subject")) if field_of(named, heading_is_known=False) == "subject" else column


def _are_marks(used: Sequence[Cell]) -> bool:
    """Whether the cells of a column are words such as 口头, 选做 and 是, and no homework."""
    short = sum(isinstance(value, str) and (len(compact(value)) <= _LONGEST_MARK or labels.is_mark(value)) for value in used)
    return short >= _MOST * len(used)


def _hold_homework(used: Sequence[Cell]) -> bool:
    """Whether the cells below a lesson or an evening say what is to be done in it."""
    told = sum(isinstance(value, str) and (states_time(value) or names_subject(value)) for value in used)
    return bool(used) and told > len(used) / 2


def _hold_times(used: Sequence[Cell]) -> bool:
    """Whether most cells below a heading of homework state how long it takes, or nothing but that."""
    told = sum(isinstance(value, int | float) or (isinstance(value, str) and states_time(value)) for value in used)
    return told > len(used) / 2


def _is_corner(heading: Cell, said: Facets) -> bool:
    """Whether a heading such as «学科/星期» speaks of what stands down and of what stands across."""
    return isinstance(heading, str) and any(sign in plain(heading) for sign in "\\/|\n") and not (said.date or said.classes)


def _heads_what_is_across(number: int, about: Mapping[int, Facets], across: frozenset[str]) -> bool:
    """Whether a corner that is merged over several stubs names only the classes that stand across."""
    here, beside = about.get(number, NOTHING_SAID), about.get(number + 1, NOTHING_SAID)
    named = here.field in ("class", "grade") and "class" in across and "subject" not in across
    return named and number + 1 in about and beside.field in ("", "class")


def _lone_times(columns: Mapping[int, Facets]) -> list[int]:
    """The columns whose heading says minutes and nothing more."""
    bare = NOTHING_SAID._replace(field="minutes")
    return [column for column, about in columns.items() if about._replace(unit="") == bare]


def _with_unknown_subjects(columns: Mapping[int, Facets], tops: Sequence[Cell]) -> Mapping[int, Facets]:
    """«语文 | 时长 | 数学 | 时长 | 班主任 | 时长»: a heading nobody knows, or none, is that of a further subject between such pairs."""
    lone = _lone_times(columns)
    beside = [column for column in lone if (left := columns.get(column - 1)) and left.dimensions == {"subject"}]
    if len(beside) < _FEWEST_PAIRS:
        return columns
    between = [column - 1 for column in lone if column not in beside and columns.get(column - 1, _OTHER).field == "other"]
    names = {column: compact(shown(tops[column])) if column < len(tops) else "" for column in between}
    return {**columns, **{column: Facets(subject=name or "其他") for column, name in names.items() if column > beside[0]}}


def _paired(columns: Mapping[int, Facets], tops: Sequence[Cell]) -> Mapping[int, Facets]:
    """«语文 | 时长 | 数学 | 时长»: a bare column of minutes beside a subject, several times over, belongs to it.

    So does one alone that stands between two columns of homework: «书面作业 | 用时 | 口头作业».
    """
    columns = _with_unknown_subjects(_numbered(columns), tops)
    lone = _lone_times(columns)
    beside = [column for column in lone if (left := columns.get(column - 1)) and _may_be_timed(left)]
    contents = [column for column, about in columns.items() if about.field == "content" and about.dimensions]
    are_pairs = len(contents) > 1 and all((right := columns.get(column + 1)) and right.field == "minutes" for column in contents)
    behind = (about for column, about in columns.items() if lone and column > lone[0] and about.dimensions)
    is_of_the_first = len(lone) == 1 and beside == lone and any(about.field in ("content", "minutes") for about in behind)
    if len(beside) < (1 if are_pairs or is_of_the_first else 2) or len(beside) < len(lone):
        return columns
    paired = dict(columns)
    for column in beside:
        left = columns[column - 1]
        paired[column - 1] = left._replace(field="content")
        paired[column] = left._replace(field="minutes", unit=columns[column].unit)
    return paired


def _may_be_timed(about: Facets) -> bool:
    """Whether a heading is that of homework which something tells from others: 语文, 选做, 作业一."""
    return about.field in ("", "content") and bool(about.dimensions or about.number)


def _with_compulsory(columns: Mapping[int, Facets], body: Grid) -> Mapping[int, Facets]:
    """«必做» above homework heads what is compulsory; above yes and no it says something of the row."""
    told = dict(columns)
    for column, about in columns.items():
        used = [row[column] for row in body if column < len(row) and row[column] != ""] if about.field == "requirement" else []
        if used and not _are_marks(used):
            told[column] = about._replace(field="", optional=False)
    return told


def _without_bounds(columns: Mapping[int, Facets], headings: Sequence[Cell]) -> Mapping[int, Facets]:
    """«限时» beside «申报» is what the subject may take at most, and not what it takes."""
    bounds = {
        column: about.coordinates
        for column, about in columns.items()
        if about.field == "minutes" and column < len(headings) and _BOUND.fullmatch(compact(shown(headings[column])))
    }
    stated = {about.coordinates for column, about in columns.items() if about.field == "minutes" and column not in bounds}
    return {**columns, **{column: Facets(field="other") for column, of in bounds.items() if of in stated}}


def _without_seconds(columns: Mapping[int, Facets], body: Grid) -> Mapping[int, Facets]:
    """«所用时间» over «60秒» is how long it took to fill in an online form."""
    times = (column for column, about in columns.items() if about.field in ("minutes", "time") and not about.dimensions)
    used = {column: [row[column] for row in body if column < len(row) and row[column] != ""] for column in times}
    counted = [column for column, cells in used.items() if cells and all(_SECONDS.fullmatch(shown(cell)) for cell in cells)]
    return {**columns, **dict.fromkeys(counted, Facets(field="other"))} if counted else columns


def _with_more_homework(columns: Mapping[int, Facets], tops: Sequence[Cell]) -> Mapping[int, Facets]:
    """«语文 | 数学 | 补充作业»: homework of its own beside that of subjects, which «作业内容» there would only describe."""
    told = dict(columns)
    subjects = [column for column, about in columns.items() if about.subject and about.field != "minutes"]
    for column, about in columns.items() if subjects else ():
        heading = compact(shown(tops[column])) if column < len(tops) else ""
        if about != NOTHING_SAID._replace(field="content", unit=about.unit) or column < subjects[0] or _DESCRIBES.fullmatch(heading):
            continue
        beside = columns.get(column + 1)
        if beside and beside.field == "minutes" and not beside.dimensions and not beside.number:
            told[column] = about._replace(number=heading)
            told[column + 1] = beside._replace(number=heading)
        else:
            told[column] = about._replace(field="", number=heading)
    return told


def _numbered(columns: Mapping[int, Facets]) -> Mapping[int, Facets]:
    """«课堂作业 | 用时 | 家庭作业 | 预计用时»: homework with its time right beside it, twice in a row, is told apart by its place."""
    pairs = [column for column, about in columns.items() if about.field == "content" and _is_its_time(about, columns.get(column + 1))]
    if len(pairs) < 2 or all(columns[column].dimensions or columns[column].number for column in pairs):
        return columns
    numbered = dict(columns)
    for place, column in enumerate(pairs, start=1):
        content, minutes = columns[column], columns[column + 1]
        numbered[column] = content._replace(number=f"{content.number}#{place}")
        numbered[column + 1] = numbered[column]._replace(field="minutes", unit=minutes.unit)  # «必做题» over both, «选做题» over both
    return numbered


def _is_its_time(content: Facets, beside: Facets | None) -> bool:
    return beside is not None and beside.field == "minutes" and (not beside.dimensions or beside.coordinates == content.coordinates)
