"""The rule `sheet-not-understood`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class SheetNotUnderstood(ReadingRule):
    """A sheet that is neither a table of homework in a shape we know nor clearly something else.

    It may hold homework, so every class-day that its titles and names mention may be more than what was read, and the
    report is incomplete.

    Example: A drawing plan with boxes for each class.
    """

    severity: Level = "error"
