"""The rule `missing-minutes`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class MissingMinutes(ReadingRule):
    """Homework whose minutes were left blank, or that is said to take none at all.

    Homework was set, and nobody said how long it takes: the class-day may be any number of minutes.

    Example: 作业内容: 练习册P12; 时长: (blank).
    """

    severity: Level = "error"
