"""The rule `subject-minutes-cap`."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level
from homework_audit.rules.evidence import cells_of


class SubjectMinutesCap(JudgingRule):
    """More counted minutes of one subject on a day than the office allows it.

    Offices share the cap out among subjects so that the sum cannot grow past it. Nothing is checked for subjects that
    `subject_minutes` of the cap does not name.

    Source: the office's own; no regulation gives a figure for a subject.

    Example: `subject_minutes = { "数学" = 25 }` and 数学 sets 40 minutes in 七(1)班.
    """

    severity: Level = "warning"

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each subject of a class-day over its cap."""
        for load in judged.loads:
            cap = judged.caps.get(load.school_class.grade)
            for subject, minutes in load.subjects.items() if cap and cap.subject_minutes else ():
                allowed = cap.subject_minutes.get(subject) if cap else None
                if allowed is not None and minutes > allowed:
                    records = [share.record for share in load.shares if share.record.entry.subject == subject]
                    figures = {"minutes": float(minutes), "limit": float(allowed), "excess": float(minutes) - float(allowed)}
                    finding = self.finding(
                        *(load.school_class, load.day, figures, cells_of(records)),
                        measured=float(minutes),
                        allowed=float(allowed),
                        subject=subject,
                    )
                    yield Judgement(finding, ())
