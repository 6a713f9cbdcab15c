"""The rule `no-written-homework`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from homework_audit.models.day_load import DayLoad
from homework_audit.models.report import Finding
from homework_audit.rules.base import Judgement, JudgingRule
from homework_audit.rules.evidence import cells


class NoWrittenHomework(JudgingRule):
    """Written homework in a grade where none may be set.

    Where the cap is zero, any written home homework is over, also where nobody said how long it takes. Practice in school
    is allowed and does not count.

    Source: in cn-2021 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on 25 April 2021: no written home
    homework in grades 1 and 2.

    Example: 二(1)班 is to copy new characters at home, 10 minutes.
    """

    def check(self, loads: Sequence[DayLoad]) -> Iterator[Judgement]:
        """One finding for each class-day of such a grade on which written homework was set."""
        for load in loads:
            if load.verdict == "over" and load.limit == 0:
                yield Judgement(self._finding(load), (load,))

    def _finding(self, load: DayLoad) -> Finding:
        place = load.school_class
        unknown = load.low == 0
        return Finding(
            rule=self.name(),
            severity=self.level,
            params={
                "reason": "minutes-unknown" if unknown else "",
                "minutes": float(load.low),
                "subjects": {subject: float(share) for subject, share in load.subjects.items()},
            },
            school=place.school,
            grade=place.grade,
            school_class=place.label,
            day=load.day,
            measured=float(load.low),
            allowed=0,
            touches=1,
            locations=cells(load),
        )
