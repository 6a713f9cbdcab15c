"""The rule `wrong-file-name`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class WrongFileName(ReadingRule):
    """A file whose ending does not fit what it is.

    It was read as what it is. Some programs refuse such a file, and it may have been renamed by mistake.

    Example: A CSV file named 作业.xls.
    """

    severity: Level = "info"
