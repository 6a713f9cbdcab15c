"""The rule `conflicting-entry`."""

from __future__ import annotations

from typing import ClassVar

from homework_audit.models.report import Severity
from homework_audit.rules.base import Level, ReadingRule


class ConflictingEntry(ReadingRule):
    """Two places that state the same homework differently, or so alike that it may be one homework.

    The same text with different minutes: the larger counts. Alike texts, or bare figures that no sum explains: at least the
    larger counts, at most both.

    Example: The class teacher's list says 20 minutes, the subject group's register 30.
    """

    softened: ClassVar[Severity] = "warning"
    needs_undetermined: ClassVar[bool] = True
    severity: Level = "error"
