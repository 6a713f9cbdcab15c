"""Turns one class-day into a colour and a short text: its minutes, and how much of the cap they use."""

from __future__ import annotations

from typing import Final

from homework_audit.messages import shown
from homework_audit.models.report import ClassDay

SHARES: Final = (50, 75, 90, 100)
"""Up to which share of the cap, in percent, a class-day has a colour of its own; what is over has another."""


def day_style(day: ClassDay) -> str:
    """«day-75», «day-over», «day-over-more» (over by more than is known), «day-undetermined», «day-no-cap»."""
    if day.verdict == "over":
        exact = day.minutes_high == day.minutes or not (day.minutes or day.limit)
        return "day-over" if exact else "day-over-more"
    if day.verdict == "undetermined":
        return "day-undetermined"
    if day.limit is None:
        return "day-no-cap"
    most = day.minutes_high or 0
    return f"day-{next((share for share in SHARES if most * 100 <= share * day.limit), SHARES[-1])}"


def day_text(day: ClassDay) -> str:
    """«75», «20–45» or «≥20»; «?» where written work was set that may not be, and nobody said how long it takes."""
    if day.verdict == "over" and not day.minutes and not day.limit:
        return "?"
    if day.minutes_high is None:
        return f"≥{shown(day.minutes)}"
    return shown(day.minutes) if day.minutes_high == day.minutes else f"{shown(day.minutes)}–{shown(day.minutes_high)}"
