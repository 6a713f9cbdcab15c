"""Turns the rows of a sheet into the heading rows of a matrix: where they are, and what they say above each column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from homework_audit.layouts.context import Context
from homework_audit.layouts.facets import NOTHING_SAID, ROW_FIELDS, Facets, facets, facets_of_row, joined
from homework_audit.layouts.placing import with_tenths_settled
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values.classes import read_classes, read_grade
from homework_audit.values.minutes import read_minutes
from homework_audit.values.sheet_words import INSPECTION
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact, shown

_FEWEST_PAIRS = 2
MOST_LEVELS = 4
"""Heading rows that one matrix has at the most."""

_TO_TICK = {name: frozenset({"trait"}) for name in ("kind", "place", "layer")} | {"class": frozenset({"class"})}
"""Field → what may stand below it, to be ticked: «作业形式» over «书面» and «口头», «布置班级» over «1班» and «2班»."""
_DOTTED = re.compile(r"([1-9])\.(\d{1,2})")
Extra = tuple[tuple[str, str], ...]


class MatrixHeadings(NamedTuple):
    """The first and the last heading row of a matrix, and what they say of each column together."""

    top: int
    bottom: int
    columns: Mapping[int, Facets]


def find_headings(sheet: Sheet, first: int, last: int, extra: Extra) -> MatrixHeadings | None:
    """The first heading rows of a matrix from row `first` on and above row `last`; None if there are none."""
    for number in range(first, min(last, len(sheet.rows) - 1)):
        row = sheet.rows[number]
        if len(row) - row.count("") < 2:
            continue
        said = _said(row, extra)
        if _may_head(row, said) and _has_body(sheet.rows, number):
            return _with_levels(sheet, number, first, extra)
    return None


def numbers_as_classes(headings: MatrixHeadings, context: Context) -> MatrixHeadings:
    """«5.1», «5.2», «5.3» across are classes of grade 5, where the grade is said and the day, or the month, is another one."""
    dotted = {column: found for column, about in headings.columns.items() if (found := _DOTTED.fullmatch(shown(about.date)))}
    grades = {int(found[1]) for found in dotted.values()}
    labels = [int(found[2]) for found in dotted.values()]
    stands = [column for column, about in headings.columns.items() if about.dimensions & {"class", "day"}]
    if grades != {context.grade} or labels != list(range(labels[0], labels[0] + len(labels))) or len(stands) > len(dotted):
        return headings
    months = {date.month for date in (context.date, *(context.period or ())) if date} | ({context.month[1]} if context.month else set())
    if len(labels) < 2 or not months or context.grade in months:
        return headings
    as_classes = {column: headings.columns[column]._replace(date="", classes=f"{found[1]}({found[2]})") for column, found in dotted.items()}
    return headings._replace(columns={**headings.columns, **as_classes})


def with_days_settled(headings: MatrixHeadings, context: Context, *, typed: bool) -> MatrixHeadings:
    """«9.9», «9.1» and «9.11» across, where the 9.1 is a 9.10 that lost its nought as a number."""
    order = sorted(headings.columns)
    abouts = [headings.columns[column] for column in order]
    days = with_tenths_settled([about.date for about in abouts], [about.weekday for about in abouts], context, typed=typed)
    settled = {column: about._replace(date=day) for column, about, day in zip(order, abouts, days, strict=True) if day is not about.date}
    return headings._replace(columns={**headings.columns, **settled}) if settled else headings


def _said(row: list[Cell], extra: Extra) -> dict[int, Facets]:
    said = facets_of_row(row, extra)
    days = [column for column, about in said.items() if about.weekday]
    if len(days) == 1 and said[days[0]].weekday == "日":
        said[days[0]] = Facets(field="date")  # the day of the month, and no Sunday
    return said


def _may_head(row: list[Cell], said: Mapping[int, Facets]) -> bool:
    """Whether a row heads a matrix: several subjects, classes, days or kinds across, or a field of the row and of homework."""
    used = sum(value != "" for value in row)
    if any(_is_pair(about, said.get(column + 1), said.get(column + 2)) for column, about in said.items()):
        return False
    if len(said) < 2 or len(said) < used / 2 or _are_labels_and_values(row, said):
        return False
    first = next((about for about in said.values()), NOTHING_SAID)
    if sum(bool(about.time) for about in said.values()) > 1 and first.field not in ROW_FIELDS:
        return False
    across = [about for about in said.values() if not about.total]
    several = any(
        len({value for about in across if (value := getattr(about, name)) != ""}) > 1
        for name in ("subject", "classes", "date", "weekday", "kind", "place", "layer")
    )
    several = several and not _is_one_class(across)
    lessons = sum(about.field == "session" for about in across)
    choices = {about.optional for about in across if about.optional is not None} | {False for a in across if a.field == "requirement"}
    fields = {about.field for about in across}
    plain = bool(fields & {"content", "minutes"}) and bool(fields & ROW_FIELDS)
    return (
        several
        or len(choices) > 1
        or plain
        or (lessons > 1 and bool(fields & ROW_FIELDS))
        or bool(fields & ROW_FIELDS and _one_across(across))
    )


def _is_pair(label: Facets, beside: Facets | None, behind: Facets | None) -> bool:
    """«班级 | 三年级一班»: a label with its value beside it, and not one class of several."""
    if beside is None or label.field != "class" or (behind and behind.classes):
        return False
    return beside.field == "" and beside.dimensions == {"class"}


def _is_one_class(across: Sequence[Facets]) -> bool:
    """«八年级 | 5班» beside each other in a title are one class, where nothing else stands across."""
    named = [shown(about.classes) for about in across if about.classes]
    others = {name for about in across for name in about.dimensions - {"class", "subject"}}
    return (
        len(named) == 2
        and not others
        and read_grade(named[0]) is not None
        and read_classes(named[1]) != ()
        and not read_classes(named[1])[0].grade
    )


def _are_labels_and_values(row: Sequence[Cell], said: Mapping[int, Facets]) -> bool:
    """«作业日期 | 10月19日 | 填表日期 | 10月16日»: labels, each with its value beside it."""
    used = [column for column, value in enumerate(row) if value != ""]
    labels, values = used[::2], used[1::2]
    if len(values) < _FEWEST_PAIRS or len(labels) != len(values):
        return False
    told = [said[column] for column in labels if column in said]
    if 2 * len(told) <= len(labels) or any(about.dimensions for about in told):
        return False
    times = [said.get(value, NOTHING_SAID).date != "" for label, value in zip(labels, values, strict=True) if _asks_when(said.get(label))]
    if not all(times) or any(about.field not in ROW_FIELDS | {"other"} and not _asks_when(about) for about in told):
        return False
    return not any(column in said and said[column].field for column in values)


def _asks_when(about: Facets | None) -> bool:
    """Whether a label is «时间», beside which a day may stand as well as how long something takes."""
    return about is not None and about.field in ("time", "minutes") and not about.dimensions and not about.unit


def _one_across(across: list[Facets]) -> bool:
    """A single day or class across, beside the heading of something else that stands down: a matrix of one column."""
    fields = {about.field for about in across}
    taken = ({"class"} if fields & {"class", "grade"} else set()) | ({"day"} if fields & {"date", "weekday", "week"} else set())
    return any(about.dimensions & {"day", "class"} - taken and not about.field for about in across)


def _has_body(rows: Grid, number: int) -> bool:
    return any(value != "" for row in rows[number + 1 : number + 1 + MOST_LEVELS] for value in row)


def _with_levels(sheet: Sheet, number: int, first: int, extra: Extra) -> MatrixHeadings:
    top = number
    while top > first and number - top < MOST_LEVELS - 1 and _is_upper(sheet, top - 1, extra):
        top -= 1
    bottom = number
    columns = _together(sheet, top, bottom, extra)
    while bottom + 1 < len(sheet.rows) and bottom - top < MOST_LEVELS - 1 and _is_lower(sheet.rows, bottom + 1, columns, extra):
        bottom += 1
        columns = _together(sheet, top, bottom, extra)
    marked = _under_inspection(sheet.rows[top : bottom + 1], columns)
    return MatrixHeadings(top, bottom, {column: about for column, about in columns.items() if column not in marked})


def _under_inspection(rows: Grid, columns: Mapping[int, Facets]) -> set[int]:
    """The columns below an unknown heading of how homework was marked: «抽查等级» over «A», «B» and «C»."""
    known = {column: about for column, about in columns.items() if column < len(rows[0]) and facets(rows[0][column])}
    texts: dict[int, str] = {}
    for column in sorted(_under_unknown(rows[0], known)) if len(rows) > 1 else ():
        texts[column] = compact(shown(rows[0][column])) or texts.get(column - 1, "")
    return {column for column, text in texts.items() if any(word in text for word in INSPECTION)}


def _is_upper(sheet: Sheet, number: int, extra: Extra) -> bool:
    """Whether the row above belongs to the headings: nothing but headings in it, and more than one, or one that spans some columns."""
    row = sheet.rows[number]
    used = [column for column, value in enumerate(row) if value != ""]
    said = _said(row, extra)
    if not used or len(said) < len(used) or _are_titles(row, said) or _are_labels_and_values(row, said):
        return False
    below = [column for column, value in enumerate(sheet.rows[number + 1]) if value != ""]
    spans = any(span[0] == number and span[3] > span[1] for span in sheet.merged)
    return len(used) > 1 or (spans and bool(below) and used[0] > below[0])


def _are_titles(row: list[Cell], said: Mapping[int, Facets]) -> bool:
    """«班级：603班 | 2026年10月26日»: texts that say one thing each, and not the same kind of thing."""
    if any(isinstance(value, str) and (":" in value or "：" in value) for value in row):
        return True
    told = {column: about for column, about in said.items() if not about.field}
    texts = {about.coordinates for about in told.values()}
    return len(told) == len(said) and len(texts) > 1 and len({about.dimensions for about in told.values()}) == len(texts)


def _is_lower(rows: Grid, number: int, upper: Mapping[int, Facets], extra: Extra) -> bool:
    """Whether a row below the headings refines them: only headings in it, and no value where rows have their own."""
    above = rows[number - 1]
    row = ["" if column < len(above) and value == above[column] else value for column, value in enumerate(rows[number])]
    used = [column for column, value in enumerate(row) if value != ""]
    said = _said(row, extra)
    if _is_labelled(used, said):
        return False
    used = [column for column in used if min(upper, default=0) <= column <= max(upper, default=0)]
    if any(_is_value(row[column], said.get(column)) for column in used):
        return False
    foreign = _under_unknown(above, upper)
    used = [column for column in used if column not in foreign]
    unknown = [column for column in used if column not in said]
    if not said or len({shown(row[column]) for column in unknown}) > 1 or not all(upper.get(column) for column in unknown):
        return False
    times = [column for column in said if said[column].time]
    told = [column for column in times if read_minutes(said[column].time).low]
    above = [upper[column].coordinates for column in told if column in upper]
    if len(above) > 1 and len(set(above)) == len(above):
        return False  # a time below each of several subjects or classes is how long their homework takes
    following = _said(rows[number + 1], extra) if number + 1 < len(rows) else {}
    if times and (len(told) < 2 or any(not upper.get(column) for column in times) or sum(bool(one.time) for one in following.values()) > 1):
        return False
    spread: set[int] = set()
    ticked: dict[int, Facets] = {}
    for column, about in said.items():
        if column in foreign:
            continue
        over = upper.get(column) or ticked.get(column - 1, NOTHING_SAID)
        if over is NOTHING_SAID and column - 1 in spread and about.dimensions:
            spread.add(column)
            continue
        if over.field in ("content", "minutes") or over.dimensions:
            spread.add(column)
        is_spread = over in (upper.get(column - 1), upper.get(column + 1), ticked.get(column - 1))
        if _is_ticked_below(about, over) and (is_spread or over.field != "class"):
            ticked[column] = over
            continue
        stub = over is NOTHING_SAID or (over.field in ROW_FIELDS and not over.dimensions)
        if stub and about.field not in ROW_FIELDS | {"other", "requirement", "content", "minutes"} and not about.total:
            return False
    return any(
        about.field in {"content", "minutes", "time", "session"} or about.dimensions or about.time or about.total for about in said.values()
    )


def _is_ticked_below(about: Facets, over: Facets) -> bool:
    """Whether a heading is one of several below another, to be ticked: «书面» below «类别», «学校» below «完成地点»."""
    return about.dimensions == _TO_TICK.get(over.field) or (over.field == "place" and about.field == "school")


def _under_unknown(above: Sequence[Cell], upper: Mapping[int, Facets]) -> set[int]:
    """The columns below headings that say nothing we know, and below the blanks beside them: «核查要点» over «有公示» and «已批改»."""
    found: set[int] = set()
    for column, value in enumerate(above):
        if column not in upper and (isinstance(value, str) if value != "" else column - 1 in found):
            found.add(column)
    return {column for column in found if column - 1 in found or column + 1 in found}


def _is_value(value: Cell, said: Facets | None) -> bool:
    """Whether a cell below headings is homework or a figure, which no heading is: «抄写40分钟», 20."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return said is None
    return isinstance(value, str) and states_time(value) and not (said and said.time)


def _is_labelled(used: Sequence[int], said: Mapping[int, Facets]) -> bool:
    """Whether a row begins with «作业» or «时长» and says so of nothing else: the label of what stands beside it."""
    fields = [said[column].field if column in said else "" for column in used]
    return bool(fields) and fields[0] in ("content", "minutes") and not {"content", "minutes"} & set(fields[1:])


def _together(sheet: Sheet, top: int, bottom: int, extra: Extra) -> dict[int, Facets]:
    """What the heading rows say of each column, the lower ones over the upper, spread over merged and blank cells."""
    width = max(len(row) for row in sheet.rows[top : bottom + 1])
    levels = [_spread(sheet, number, bottom, width, extra) for number in range(top, bottom + 1)]
    columns: dict[int, Facets] = {}
    for column in range(width):
        said = [level[column] for level in levels if column in level]
        if said:
            whole = said[0]
            for about in said[1:]:
                whole = joined(whole, about)
            columns[column] = whole
    return columns


def _spread(sheet: Sheet, number: int, bottom: int, width: int, extra: Extra) -> dict[int, Facets]:
    """One heading row: merged cells speak for all their columns, unmerged ones for the blanks beside them with headings below."""
    row = sheet.rows[number]
    said = _said(row, extra)
    for top, left, last_row, right in sheet.merged:
        if top <= number <= last_row and right > left and top < len(sheet.rows) and left < len(sheet.rows[top]):
            about = facets(sheet.rows[top][left], extra)
            said.update((column, about) for column in range(left, right + 1) if about and column not in said)
    if number == bottom:
        return said
    below = sheet.rows[number + 1]
    for column in range(1, width):
        before = said.get(column - 1)
        is_blank = column >= len(row) or row[column] == ""
        if column not in said and before and is_blank and column < len(below) and below[column] != "":
            refined = facets(below[column], extra)
            others = ROW_FIELDS | {"other"}
            if refined and ((refined.field not in others and before.field not in others) or _is_ticked_below(refined, before)):
                said[column] = before
    return said
