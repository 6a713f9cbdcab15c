"""The rule `duplicate-entry`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class DuplicateEntry(ReadingRule):
    """The same homework handed in twice: same class, day, subject, kind and text, and the same minutes.

    It counts once, and is listed so that nobody wonders where it went.

    Example: A row of an online form that was sent twice.
    """

    severity: Level = "info"
