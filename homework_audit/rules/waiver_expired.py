"""The rule `waiver-expired`."""

from __future__ import annotations

from homework_audit.rules.base import Level, WaiverRule


class WaiverExpired(WaiverRule):
    """A waiver whose last day has passed: what it covered counts again.

    Source: this program's own.

    Example: `until = 2026-10-31`, audited in November.
    """

    severity: Level = "warning"
