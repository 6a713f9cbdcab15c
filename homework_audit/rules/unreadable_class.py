"""The rule `unreadable-class`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class UnreadableClass(ReadingRule):
    """An entry whose class is not known: no class, words, a class that disagrees with its grade.

    Its minutes may belong to every class that all else we know of it allows.

    Example: 班级: 重点班.
    """

    severity: Level = "error"
