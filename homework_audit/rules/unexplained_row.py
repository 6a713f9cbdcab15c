"""The rule `unexplained-row`."""

from __future__ import annotations

from typing import ClassVar

from homework_audit.models.report import Severity
from homework_audit.rules.base import Level, ReadingRule


class UnexplainedRow(ReadingRule):
    """A row in the body of a table that is no entry, total, note or title.

    It may be homework: what nothing explains is never silently dropped.

    Example: A line with 30 in the column of minutes and nothing else.
    """

    softened: ClassVar[Severity] = "warning"
    needs_undetermined: ClassVar[bool] = True
    severity: Level = "error"
