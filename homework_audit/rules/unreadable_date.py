"""The rule `unreadable-date`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class UnreadableDate(ReadingRule):
    """An entry whose day is not known: no date, words, a weekday that disagrees with its date, a 9.1 that may be a 9.10,
    a year that no other date of the sheet has.

    Its minutes may belong to every day that all else we know of it allows.

    Example: 日期: 2026-09-14（星期二）, which was a Monday.
    """

    severity: Level = "error"
