"""Turns homework and the minutes beside it into whether it takes longer: «试卷A(40分钟)» and 20, «1.抄写 2.日记» and 20 each."""

from __future__ import annotations

import re

from homework_audit.layouts.evidence import names_amount, names_task
from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.homework import read_homework
from homework_audit.values.items import items
from homework_audit.values.minutes import Minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, plain
from homework_audit.values.wording import names_work

_BARE = re.compile(r"(?<=[写记习默字算词文诗题练本卷])[(（]?([1-9]\d)(?=[)）]?(?:[,，、;；]|$))")
"""«抄写20，日记20»."""
_CLOCK = re.compile(r"\s*(\d{1,2}[:：]\d\d\s*[-~—–至到]+\s*\d{1,2}[:：]\d\d)")
_BETWEEN = re.compile(r"[、,，+＋和及与\s]+")


def states_more(content: Cell, minutes: Minutes, unit: str, lesson: float | None) -> bool:
    """Whether homework says itself that it takes longer than the minutes beside it, or that nobody knows how long."""
    if minutes.high is None or not isinstance(content, str):
        return False
    bare = [int(figure) for figure in _BARE.findall(content)]
    if (len(bare) > 1 and sum(bare) > minutes.high) or _clock(content) > minutes.high:
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


def _clock(text: str) -> int:
    """How long the span of the clock is with which a text begins: «18:00-19:00抄写»; 0 where it begins with none."""
    span = _CLOCK.match(text)
    return clock_minutes(span[1]) or 0 if span else 0
