"""Turns the entries and problems of a sheet into what was made of each of its cells: something, or nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from homework_audit.layouts.totals import is_sum_of_a_day
from homework_audit.models.reading import Entry, Problem
from homework_audit.models.sheet import row_number
from homework_audit.values.expressions import expression
from homework_audit.values.stated_times import states_time, times_in
from homework_audit.values.text import Cell, plain

_FIGURE = expression(r"[\d.]*(?:分钟?|min)?")
_SUM = expression(
    r"合计|总分钟|^当[日天]|完成全部|全部[做完]|做完|总时长|总用时|总时间|总量|总和|总计|共计|小计|累计|总共|共|total", re.IGNORECASE
)
_SUM_WITHOUT_UNIT = expression(
    r"(?:合计|总计|共计|总时长|总用时|总时间|总共)[:：约为是\s]{0,3}([1-9]\d{1,2})(?![\d.:/月日号人班年级份条次项页题个道生名节%])"
)


class Heard:
    """What was made of the cells of a sheet: an entry, a problem, or nothing."""

    def __init__(self, entries: Sequence[Entry], problems: Sequence[Problem]) -> None:
        self._entries = entries
        self.of_row: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            self.of_row[row_number(entry.cell)].append(entry)
        self.first = min((number for number in self.of_row if number >= 0), default=0)
        placed = {problem.cell for problem in problems if problem.kind != "unexplained-row" or problem.scope.classes}
        self._cells = {entry.cell for entry in entries} | placed
        self._texts = {plain(text) for text in {text for entry in entries for text in (entry.content, entry.duration.text)}}

    def has(self, number: int, cell: str, value: Cell) -> bool:
        """Whether something was made of that cell, or of one in its row that its text belongs to."""
        if cell in self._cells or not isinstance(value, str):
            return cell in self._cells
        text = plain(value)
        if text in self._texts:
            return True
        beside = {one for entry in self.of_row.get(number, ()) for one in (entry.content, entry.duration.text)}
        return any(text in one or (one in text and not _FIGURE.fullmatch(one)) for one in beside)

    def is_sum(self, text: str) -> bool:
        """Whether a text states the sum of what was read: «书面作业合计60分钟»."""
        total = _sum_told(text)
        return total is not None and self.is_of_a_day(total)

    def is_of_a_day(self, total: float) -> bool:
        """Whether a figure is the sum of what was read, or of a day of it."""
        return is_sum_of_a_day(total, self._entries)


def states_sum(text: str) -> bool:
    """Whether a text states a time and calls it a sum: «合计60分钟», «总时长：80»."""
    return _SUM.search(text) is not None and (states_time(text) or _SUM_WITHOUT_UNIT.search(text) is not None)


def _sum_told(text: str) -> float | None:
    """The minutes of the sum that a text states, None if it states none."""
    times = times_in(text, "", None) if states_sum(text) else []
    bare = _SUM_WITHOUT_UNIT.search(text)
    return (times[-1].minutes.high or 0) if times else float(bare[1]) if bare else None
