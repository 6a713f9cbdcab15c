"""The rule `no-written-homework`."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.models.day_load import DayLoad
from homework_audit.models.report import Finding
from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.evidence import cells


class NoWrittenHomework(JudgingRule):
    """Written homework in a grade, or on a day off, where none may be set.

    Where the cap is zero, also where it is zero on days off alone, any written home homework is over, even where nobody said
    how long it takes. Practice in school is allowed and does not count.

    Source: in cn-2021 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on 25 April 2021: no written home
    homework in grades 1 and 2.

    Example: 二(1)班 is to copy new characters at home, 10 minutes.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class-day of such a grade on which written homework was set."""
        for load in judged.loads:
            if load.verdict == "over" and load.limit == 0:
                yield Judgement(self._finding(load), (load,))

    def _finding(self, load: DayLoad) -> Finding:
        reason = "rest-day" if load.limit_basis == "rest-day" else ""
        params = {
            "reason": reason or ("minutes-unknown" if load.low == 0 else ""),
            "minutes": float(load.low),
            "subjects": {subject: float(share) for subject, share in load.subjects.items()},
        }
        return self.finding(load.school_class, load.day, params, cells(load), measured=float(load.low), allowed=0)
