"""The rule `unreadable-minutes`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class UnreadableMinutes(ReadingRule):
    """Minutes that are no figure: words such as 适量, a number without a unit that may be hours, more than a day has, an error value.

    An unreadable figure is never taken for 0: the class-day may be any number of minutes. For homework that does not count
    (oral, optional) it is only information.

    Example: 作业时长: 视情况.
    """

    severity: Level = "error"
