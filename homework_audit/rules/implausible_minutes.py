"""The rule `implausible-minutes`."""

from __future__ import annotations

from typing import ClassVar

from homework_audit.models.report import Severity
from homework_audit.rules.base import Level, ReadingRule


class ImplausibleMinutes(ReadingRule):
    """One entry of so many minutes (180 unless the policy says otherwise) that a slip of the pen is likely.

    It counts; but where it alone makes the day over, that is for a person to decide, and the class-day is undetermined.

    Example: 时长: 300.
    """

    softened: ClassVar[Severity] = "warning"
    needs_undetermined: ClassVar[bool] = True
    severity: Level = "error"
