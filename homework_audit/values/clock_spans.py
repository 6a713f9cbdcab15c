"""Turns a span of the clock into how long it is: «18:30—18:50» → 20 minutes."""

from __future__ import annotations

from homework_audit.values.expressions import expression
from homework_audit.values.text import compact

LONGEST_CLOCK = 300
"""A cell that holds a time from 5:00 on tells when something is due, or is «20:00» typed for 20 minutes."""
_SPAN_OF_CLOCK = expression(
    r"(?:第.{1,2}(?:节|时段))?([01]?\d|2[0-3])[:.]([0-5]\d)(?:[ap]m)?(?:-|~|至|到)+([01]?\d|2[0-3])[:.]([0-5]\d)(?:[ap]m)?"
)


def clock_minutes(text: str) -> int | None:
    """How long a span of the clock is, «18:30—18:50»; None for anything else."""
    found = _SPAN_OF_CLOCK.fullmatch(compact(text))
    if not found:
        return None
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    return end - start if 0 < end - start <= LONGEST_CLOCK else None
