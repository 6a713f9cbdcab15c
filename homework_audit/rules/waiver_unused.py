"""The rule `waiver-unused`."""

from __future__ import annotations

from homework_audit.rules.base import Level, WaiverRule


class WaiverUnused(WaiverRule):
    """A waiver that covers no finding, though the days for which it was granted were audited.

    The fault was mended, or the waiver names another class, rule or day than was meant.

    Source: this program's own.

    Example: a waiver for 九(1)班 from 2 to 6 November, in which no day of that class was over.
    """

    severity: Level = "warning"
