"""The rule `subjects-per-day-cap`."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.evidence import cells_of


class SubjectsPerDayCap(JudgingRule):
    """More subjects with counted homework on one day than the policy allows.

    Looks at the day on which homework was set, however long it may take. Homework whose minutes are not known counts.

    Source: the cap that the policy names; in zhejiang the provincial rule of September 2021: at most 3 subjects with written
    homework a day in grades 3–6, 4 in grades 7–9.

    Example: 语文, 数学, 英语 and 科学 set written homework in 四(1)班 on one day, where three subjects may.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class and day of setting with too many subjects."""
        for (place, day), records in judged.assigned.items():
            cap = judged.caps.get(place.grade)
            if cap is None or cap.subjects_per_day is None or len(records) <= cap.subjects_per_day:
                continue
            subjects = sorted({record.entry.subject for record in records})
            if len(subjects) <= cap.subjects_per_day:
                continue
            params = {"count": len(subjects), "limit": cap.subjects_per_day, "subjects": subjects}
            finding = self.finding(place, day, params, cells_of(records), measured=len(subjects), allowed=cap.subjects_per_day)
            yield Judgement(finding, ())
