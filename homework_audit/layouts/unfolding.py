"""Turns a sheet that folds several tables into one (a homework a number, a day a class, a board a day) into sheets of one table each.

Every cell stays in its true place; what is another table's is blank.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from homework_audit.layouts.facets import facets
from homework_audit.layouts.headings import heading
from homework_audit.models.sheet import Grid, Sheet
from homework_audit.values.dates import read_date, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.labels import kind
from homework_audit.values.minutes import is_unanswered
from homework_audit.values.numerals import number
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, plain, shown

_NUMBER: Final = r"([1-9]|[一二三四五六七八九])"
_BEFORE: Final = expression(rf"第?{_NUMBER}\s*[项题条科门个份]?\s*(?:作业)?\s*[·.、:_\-—]?\s*(\D.*)")
_QUESTION: Final = expression(r"^\d{1,2}[.、]\s*")
"""The number of a question of an online form: «6、第1项作业—内容：»."""
_BEHIND: Final = expression(rf"(\D+?)\s*[(_-]?{_NUMBER}\)?")
_NOT_WRITTEN: Final = "非书面作业"
_DEEPEST: Final = 12
"""Rows in which the headings of a folded table are looked for."""
_FEWEST: Final = 2
_MOST_DATES: Final = 0.8
_BOARD_WIDTH: Final = 3


def unfolded(sheet: Sheet) -> list[Sheet]:
    """The sheets of one table each, from left to right and from top to bottom; [] for a sheet that folds none."""
    return _by_number(sheet) or _by_repetition(sheet) or _by_class(sheet) or _by_day(sheet)


def _by_number(sheet: Sheet) -> list[Sheet]:
    """«第1项·学科 | 第1项·时长 | 第2项·学科 | 第2项·时长»: each number has a homework of its own."""
    for at, row in enumerate(sheet.rows[:_DEEPEST]):
        groups: dict[int, dict[int, str]] = {}
        for column, value in enumerate(row):
            told = _numbered(value)
            if told:
                groups.setdefault(told[0], {})[column] = told[1]
        fields = [tuple(about.field for text in group.values() if (about := heading(text))) for group in groups.values()]
        if len(groups) >= _FEWEST and len(set(fields)) == 1 and "minutes" in fields[0] and len(fields[0]) > _FEWEST:
            others = {column for group in groups.values() for column in group}
            return [_with_group(sheet, at, group, others - group.keys()) for group in groups.values()]
    return []


def _numbered(value: Cell) -> tuple[int, str] | None:
    """The number of a heading and the heading itself: «第2项·预计几分钟», «时长2»."""
    if not isinstance(value, str):
        return None
    text = _QUESTION.sub("", plain(value)).rstrip(": ")
    before, behind = _BEFORE.fullmatch(text), _BEHIND.fullmatch(text)
    found = (before[1], before[2]) if before else (behind[2], behind[1]) if behind else None
    return (number(found[0]) or 0, found[1]) if found and heading(found[1]) else None


def _with_group(sheet: Sheet, at: int, group: dict[int, str], others: Collection[int]) -> Sheet:
    """The sheet with one homework of each row, and without the rows that have none of that number."""
    rows: Grid = []
    for place, row in enumerate(sheet.rows):
        if place == at:
            rows.append(["" if column in others else group.get(column, value) for column, value in enumerate(row)])
        elif place > at and all(column >= len(row) or _is_blank(row[column]) for column in group):
            rows.append([""] * len(row))
        else:
            rows.append(["" if place > at and column in others else value for column, value in enumerate(row)])
    return replace(sheet, rows=rows)


def _is_blank(value: Cell) -> bool:
    return value == "" or (isinstance(value, str) and is_unanswered(value))


def _by_repetition(sheet: Sheet) -> list[Sheet]:
    """«学科 | 作业 | 用时 | 学科 | 作业 | 用时» right of a day: lessons of an evening, each with a homework of its own."""
    for at, row in enumerate(sheet.rows[:_DEEPEST]):
        starts = [column for column, value in enumerate(row) if (about := heading(value)) and about.field == "subject"]
        if len(starts) < _FEWEST:
            continue
        width = starts[1] - starts[0]
        named = {tuple(map(shown, row[start : start + width])) for start in starts}
        fields = {about.field for value in row[starts[0] : starts[1]] if (about := heading(value))}
        if len(named) == 1 and fields >= {"subject", "minutes"} and all(b - a == width for a, b in pairwise(starts)):
            groups = [{column: shown(row[column]) for column in range(start, start + width)} for start in starts]
            others = set(range(starts[0], len(row)))
            rest = _rest(row, starts[-1] + width, sheet.rows[at - 1] if at else [])
            return [_with_group(sheet, at, group, others - group.keys()) for group in (*groups, *([rest] if rest else []))]
    return []


def _rest(row: Sequence[Cell], start: int, above: Sequence[Cell]) -> dict[int, str]:
    """What stands behind the repeated columns and states homework too: «内容 | 分» below «不动笔»."""
    rest = {column: shown(row[column]) for column in range(start, len(row)) if row[column] != ""}
    if not any((about := heading(text)) and about.field == "minutes" for text in rest.values()):
        return {}
    is_written = kind(" ".join(shown(value) for value in above[start:])) in ("", "written")
    named = {column: (about := heading(text)) and about.field == "content" for column, text in rest.items()}
    return {column: text if is_written or not named[column] else f"{_NOT_WRITTEN}{text}" for column, text in rest.items()}


def _by_class(sheet: Sheet) -> list[Sheet]:
    """«作业内容 | 时长 | 601 | 602» with dates below the classes: each class does the homework on a day of its own."""
    for at, row in enumerate(sheet.rows[:_DEEPEST]):
        classes = [column for column, value in enumerate(row) if _is_class(value) and _are_dates(sheet.rows[at + 1 :], column)]
        if len(classes) >= _FEWEST:
            return [_of_class(sheet, at, column, classes) for column in classes]
    return []


def _is_class(value: Cell) -> bool:
    said = facets(shown(value)) if value != "" else None
    return said is not None and said.dimensions == {"class"} and not said.field


def _are_dates(rows: Grid, column: int) -> bool:
    values = [row[column] for row in rows if column < len(row) and row[column] != ""]
    return bool(values) and sum(read_date(value) is not None for value in values) >= _MOST_DATES * len(values)


def _of_class(sheet: Sheet, at: int, column: int, classes: Sequence[int]) -> Sheet:
    """The sheet with the days of one class, whose name stands beside them in the column of another."""
    beside = next(one for one in classes if one != column)
    rows: Grid = [list(row) for row in sheet.rows]
    name = shown(rows[at][column])
    for one in classes:
        rows[at - 1][one] = ""  # what stands above all of them: «各班布置日»
    for place in range(at, len(rows)):
        is_set = column < len(rows[place]) and rows[place][column] != ""
        for one in classes:
            if one != column and one < len(rows[place]):
                rows[place][one] = name if one == beside and place > at and is_set else ""
        if place > at and not is_set and any(one < len(sheet.rows[place]) and sheet.rows[place][one] != "" for one in classes):
            rows[place] = [""] * len(rows[place])
    rows[at][column], rows[at][beside] = "布置日期", "班级"
    return replace(sheet, rows=rows)


def _by_day(sheet: Sheet) -> list[Sheet]:
    """«10月12日 | 星期一 | 用时» above subjects, homework and minutes: boards with their day where headings would be."""
    boards = [(at, column) for at in range(1, len(sheet.rows)) for column in _boards_in(sheet, at)]
    if not boards:
        return []
    first = boards[0][0]
    lefts = {at: min(column for row, column in boards if row == at) for at, _ in boards}
    if any(_holds(sheet.rows[place][: lefts[max(at for at in lefts if at <= place)]]) for place in range(first, len(sheet.rows))):
        return []  # what stands left of a board would be lost
    return [_board(sheet, at, column, boards, first) for at, column in boards]


def _holds(cells: Sequence[Cell]) -> bool:
    return any(value != "" for value in cells)


def _boards_in(sheet: Sheet, at: int) -> Iterator[int]:
    row = sheet.rows[at]
    below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else []
    for column in range(len(row) - _BOARD_WIDTH + 1):
        about = heading(row[column + 2])
        is_board = read_date(row[column]) is not None and read_weekday(row[column + 1]) is not None
        if is_board and about and about.field == "minutes" and column < len(below) and subject(shown(below[column])):
            yield column


def _board(sheet: Sheet, at: int, left: int, boards: Sequence[tuple[int, int]], first: int) -> Sheet:
    """The sheet with what stands above all boards, and one of them with its day as a title and headings of its own."""
    right = min((column for row, column in boards if row == at and column > left), default=max(map(len, sheet.rows)))
    end = min((row for row, _ in boards if row > at), default=len(sheet.rows))
    rows: Grid = [list(row) if place < first else [""] * len(row) for place, row in enumerate(sheet.rows)]
    for place in range(at, end):
        rows[place][left:right] = sheet.rows[place][left:right]
    above = rows[at - 1]
    above[:] = [*above, *[""] * (left + 1 - len(above))]
    above[left] = " ".join(filter(None, (shown(above[left]), shown(rows[at][left]), shown(rows[at][left + 1]))))
    rows[at][left], rows[at][left + 1] = "学科", "作业内容"
    return replace(sheet, rows=rows, merged=tuple(span for span in sheet.merged if left <= span[1] and span[3] < right))
