"""Turns the class-days of a week, or of days off in a row, into the finding that together they are too much, or may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homework_audit.models.day_load import DayLoad
from homework_audit.models.report import Finding
from homework_audit.rules.base import JudgingRule
from homework_audit.rules.evidence import cells


def span_finding(rule: JudgingRule, days: Sequence[DayLoad], limit: float) -> Finding | None:
    """The finding where the days exceed the limit, or where they may and no day of them says already that it is open."""
    low = sum(load.low for load in days)
    highs = [load.high for load in days]
    high = None if None in highs else sum(one for one in highs if one is not None)
    first = days[0]
    places = tuple(dict.fromkeys(location for load in days for location in cells(load)))
    params: dict[str, object] = {"minutes": float(low), "limit": float(limit), "days": [load.day.isoformat() for load in days]}
    if low > limit:
        params["excess"] = float(low) - float(limit)
        measured, allowed = float(low), float(limit)
        return rule.finding(first.school_class, first.day, params, places, measured=measured, allowed=allowed, touches=len(days))
    if (high is None or high > limit) and not any(load.verdict == "undetermined" for load in days):
        finding = rule.finding(first.school_class, first.day, {**params, "reason": "open"}, places, touches=len(days))
        return replace(finding, severity="error")
    return None
