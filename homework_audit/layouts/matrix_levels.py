"""Turns the rows around one that heads a matrix into the levels of its headings, and these into what they say of each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homework_audit.layouts.facets import NOTHING_SAID, ROW_FIELDS, Facets, facets, joined
from homework_audit.layouts.headings import Extra
from homework_audit.layouts.matrix_rows import are_labels_and_values, begins_with_title, said_across
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.heading_words import ADJUSTED
from homework_audit.values.minutes import read_minutes
from homework_audit.values.sheet_words import INSPECTION
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact, shown

_FINAL = expression(rf"{ADJUSTED}|执行|最终")
_AT_FIRST = expression(r"申报|原[定报]|(?:调整|修改|协调)前|会前|初报|拟定")
_PERSON = expression(r"\s*(?:任课|任教|授课)?(?:教师|老师|任课|任教|授课)\s*[:：]")
_TO_TICK = {name: frozenset({"trait"}) for name in ("kind", "place", "layer")} | {"class": frozenset({"class"})}
"""Field → what may stand below it, to be ticked: «作业形式» over «书面» and «口头», «布置班级» over «1班» and «2班»."""


def is_upper(sheet: Sheet, number: int, extra: Extra) -> bool:
    """Whether the row above belongs to the headings: nothing but headings in it, and more than one, or one that spans some columns."""
    row = sheet.rows[number]
    used = [column for column, value in enumerate(row) if value != ""]
    said = said_across(row, extra)
    if not used or len(said) < len(used) or begins_with_title(row, said) or _are_titles(row, said) or are_labels_and_values(row, said):
        return False
    spans = any(span[0] == number and span[3] > span[1] for span in sheet.merged)
    below = [column for column, value in enumerate(sheet.rows[number + 1]) if value != ""]
    if len(used) > 1 and len({row[column] for column in used}) == 1 and len(used) >= len(below):
        return False  # one title, merged over the whole table
    return len(used) > 1 or (spans and bool(below) and used[0] > below[0])


def _are_titles(row: list[Cell], said: Mapping[int, Facets]) -> bool:
    """«班级：603班 | 2026年10月26日»: texts that say one thing each, and not the same kind of thing."""
    if any(isinstance(value, str) and (":" in value or "：" in value) for value in row):
        return True
    told = {column: about for column, about in said.items() if not about.field}
    texts = {about.coordinates for about in told.values()}
    return len(told) == len(said) and len(texts) > 1 and len({about.dimensions for about in told.values()}) == len(texts)


def is_lower(rows: Grid, number: int, upper: Mapping[int, Facets], extra: Extra) -> bool:
    """Whether a row below the headings refines them: only headings in it, and no value where rows have their own."""
    above = rows[number - 1]
    row = ["" if column < len(above) and value == above[column] else value for column, value in enumerate(rows[number])]
    used = [column for column, value in enumerate(row) if value != ""]
    said = said_across(row, extra)
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
    following = said_across(rows[number + 1], extra) if number + 1 < len(rows) else {}
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


def under_inspection(rows: Grid, columns: Mapping[int, Facets]) -> set[int]:
    """The columns below an unknown heading of how homework was marked: «抽查等级» over «A», «B» and «C»."""
    known = {column: about for column, about in columns.items() if column < len(rows[0]) and facets(rows[0][column])}
    texts: dict[int, str] = {}
    for column in sorted(_under_unknown(rows[0], known)) if len(rows) > 1 else ():
        texts[column] = compact(shown(rows[0][column])) or texts.get(column - 1, "")
    return {column for column, text in texts.items() if any(word in text for word in INSPECTION)}


def superseded(rows: Grid, columns: Mapping[int, Facets]) -> set[int]:
    """The columns of what was asked for at first, where what became of it stands beside them: «申报时长» and «协调后执行时长»."""
    found: set[int] = set()
    for level, row in enumerate(rows):
        texts: dict[int, str] = {}
        for column, value in enumerate(row):
            texts[column] = compact(shown(value)) if value != "" or level else texts.get(column - 1, "")
        final = {column for column, text in texts.items() if column in columns and _FINAL.search(text)}
        first = {column for column, text in texts.items() if _AT_FIRST.search(text) and not _FINAL.search(text)}
        found |= first if len(final) > 1 else set()
    return found


def names_people(rows: Grid, number: int) -> bool:
    """Whether a row among headings holds nothing of its own but who teaches: «任课：纪淑兰»."""
    above = rows[number - 1] if number else []
    texts = [value for column, value in enumerate(rows[number]) if value != "" and (column >= len(above) or value != above[column])]
    return bool(texts) and all(isinstance(text, str) and _PERSON.match(text) is not None for text in texts)


def _is_value(value: Cell, said: Facets | None) -> bool:
    """Whether a cell below headings is homework or a figure, which no heading is: «抄写40分钟», 20."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return said is None
    return isinstance(value, str) and states_time(value) and not (said and said.time)


def _is_labelled(used: Sequence[int], said: Mapping[int, Facets]) -> bool:
    """Whether a row begins with «作业» or «时长» and says so of nothing else: the label of what stands beside it."""
    fields = [said[column].field if column in said else "" for column in used]
    return bool(fields) and fields[0] in ("content", "minutes") and not {"content", "minutes"} & set(fields[1:])


def together(sheet: Sheet, top: int, bottom: int, extra: Extra) -> dict[int, Facets]:
    """What the heading rows say of each column, the lower ones over the upper, spread over merged and blank cells."""
    width = max(len(row) for row in sheet.rows[top : bottom + 1])
    levels = [_spread(sheet, number, bottom, width, extra) for number in range(top, bottom + 1) if not names_people(sheet.rows, number)]
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
    said = said_across(row, extra)
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
