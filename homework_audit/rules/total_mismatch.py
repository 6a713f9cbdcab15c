"""The rule `total-mismatch`."""

from __future__ import annotations

from typing import ClassVar

from homework_audit.models.report import Severity
from homework_audit.rules.base import Level, ReadingRule


class TotalMismatch(ReadingRule):
    """A total in the sheet that is no sum of its entries.

    The sheet checks our reading and we check the sheet. A total above every sum of ours means that something may not have
    been read.

    Example: 小计 90 below entries of 30 and 25 minutes.
    """

    softened: ClassVar[Severity] = "warning"
    needs_undetermined: ClassVar[bool] = True
    severity: Level = "error"
