"""Turns homework that states its time in its text and again beside it into whether the text states more: «试卷A(40分钟)» and 20."""

from __future__ import annotations

from homework_audit.values.homework import read_homework
from homework_audit.values.minutes import Minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell


def states_more(content: Cell, minutes: Minutes, unit: str, lesson: float | None) -> bool:
    """Whether homework says itself that it takes longer than the minutes beside it, or that nobody knows how long."""
    if minutes.high is None or not isinstance(content, str) or not states_time(content):
        return False
    stated = [piece.minutes for piece in read_homework(content, unit, lesson)]
    return any(one.trouble == "words" for one in stated) or sum(one.high or 0 for one in stated) > minutes.high
