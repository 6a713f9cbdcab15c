"""The rule `unreadable-file`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class UnreadableFile(ReadingRule):
    """A file that cannot be read at all: damaged, encrypted, empty, of no spreadsheet format, or over a limit.

    What it holds is not known, so every class-day that its name or its folders mention may be more than what was read, and
    the report is incomplete.

    Example: 七年级1班.xlsx was saved with a password.
    """

    severity: Level = "error"
