"""The rule `no-homework-day`."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.evidence import cells_of


class NoHomeworkDay(JudgingRule):
    """Counted homework set on a day on which none is to be set.

    The days stand in `[calendar]`: `no_homework_weekdays` and `no_homework_days`. The day on which a thing was set is looked
    at, not the days over which it is shared. Homework that does not count (oral, optional) is left alone.

    Source: 教育部办公厅《进一步加强中小学生心理健康工作十条措施》, 24 October 2025, encourages one day a week without
    homework; which day it is, and that it binds, is the office's own.

    Example: `no_homework_weekdays = ["周三"]` and 英语 sets 15 minutes in 五(1)班 on a Wednesday.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class and such a day on which homework was set."""
        for (place, day), records in judged.assigned.items():
            if judged.calendar.is_free_of_homework(day):
                subjects: dict[str, float] = {}
                for record in records:
                    subjects[record.entry.subject] = subjects.get(record.entry.subject, 0) + float(record.low)
                finding = self.finding(place, day, {"subjects": subjects}, cells_of(records), measured=sum(subjects.values()), allowed=0)
                yield Judgement(finding, ())
