"""Turns homework and the minutes beside it into whether it takes longer: «试卷A(40分钟)» and 20, «1.抄写 2.日记» and 20 each."""

from __future__ import annotations

from homework_audit.layouts.evidence import names_amount, names_task
from homework_audit.values.expressions import expression
from homework_audit.values.homework import read_homework
from homework_audit.values.items import items
from homework_audit.values.minutes import Minutes
from homework_audit.values.stated_times import figures_in, states_time
from homework_audit.values.text import Cell, plain
from homework_audit.values.wording import names_work

_BETWEEN = expression(r"[、,，+＋和及与\s]+")


def states_more(content: Cell, minutes: Minutes, unit: str, lesson: float | None) -> bool:
    """Whether homework says itself that it takes longer than the minutes beside it, or that nobody knows how long."""
    if minutes.high is None or not isinstance(content, str):
        return False
    if figures_in(content) > minutes.high:
        return True
    if not states_time(content):
        return False
    stated = [piece.minutes for piece in read_homework(content, unit, lesson)]
    return any(one.trouble == "words" for one in stated) or sum(one.high or 0 for one in stated) > minutes.high


def names_several(content: Cell) -> bool:
    """Whether a text names several things to be done: «1.抄写 2.日记», «抄写生词、日记一篇»; «第3、4页» is one."""
    if not isinstance(content, str):
        return False
    numbered = [part for line in plain(content).split("\n") for part in items(line)]
    parts = [part for item in numbered for part in _BETWEEN.split(item) if names_work(part) or names_task(part) or names_amount(part)]
    return len(numbered) > 1 or len(parts) > 1
