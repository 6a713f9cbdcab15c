"""The rule `missing-column`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class MissingColumn(ReadingRule):
    """A list of homework without a column, or a title, that says how long, which class or which day.

    One finding for the whole table, instead of one for each of its rows.

    Example: A list headed 日期, 学科, 作业内容 in a file named 作业.xlsx.
    """

    severity: Level = "error"
