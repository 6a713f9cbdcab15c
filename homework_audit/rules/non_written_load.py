"""The rule `non-written-load`."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level


class NonWrittenLoad(JudgingRule):
    """A day within its cap that is above it together with what is read aloud, practised or done by hand.

    Advisory: no regulation caps homework that is not written. The child has only one evening all the same. Nothing is said
    where the cap is zero.

    Source: this program's own.

    Example: 50 written minutes and 30 minutes of reading aloud in 三(1)班, where 60 written minutes are allowed.
    """

    severity: Level = "info"

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class-day whose sum of all kinds exceeds the cap of written work."""
        for load in judged.loads:
            everything = load.low + load.non_written
            if load.limit and load.low <= load.limit < everything and load.non_written:
                written, other, limit = float(load.low), float(load.non_written), float(load.limit)
                params = {"minutes": written, "other": other, "total": float(everything), "limit": limit}
                finding = self.finding(load.school_class, load.day, params, (), measured=float(everything), allowed=limit)
                yield Judgement(finding, ())
