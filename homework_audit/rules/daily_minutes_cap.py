"""The rule `daily-minutes-cap`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from homework_audit.models.day_load import DayLoad
from homework_audit.rules.base import Judged, Judgement, JudgingRule
from homework_audit.rules.evidence import cells
from homework_audit.rules.give_way import give_way

_OFF = ("day-off", "holiday")


class DailyMinutesCap(JudgingRule):
    """More counted minutes on a day than the cap of the grade allows.

    The sum over all subjects of the written, compulsory homework that falls on one day. Days off that share one list of
    homework are one finding.

    Source: the cap that the policy names; in cn-2021 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on
    25 April 2021: on average at most 60 minutes a day in grades 3–6, 90 in grades 7–9. The regulation speaks of an
    average over pupils; sharing homework over days, and holding days off to the same cap, is this program's convention.

    How subjects could give way is in proportion to what they set, in whole minutes: a proposal to settle among teachers.

    Example: three teachers each set half an hour in 五(2)班 on one day: 90 minutes, 30 more than allowed.
    """

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each class-day over its cap, or for the days off that carry one list together."""
        over = [load for load in judged.loads if load.verdict == "over" and load.limit]
        for _, days in groupby(over, key=_list_of_homework):
            yield self._finding(tuple(days))

    def _finding(self, days: tuple[DayLoad, ...]) -> Judgement:
        first = days[0]
        place, limit = first.school_class, float(first.limit or 0)
        minutes = float(first.low)
        subjects = {subject: float(share) for subject, share in first.subjects.items()}
        params = {
            "reason": "shared" if len(days) > 1 else "",
            "minutes": minutes,
            "limit": limit,
            "excess": minutes - limit,
            "subjects": subjects,
            "days": [load.day.isoformat() for load in days],
            "give_way": give_way(first.subjects, first.low - (first.limit or 0), len(days)),
        }
        finding = self.finding(place, first.day, params, cells(first), measured=minutes, allowed=limit, touches=len(days))
        return Judgement(finding, days)


def _list_of_homework(load: DayLoad) -> tuple[object, ...]:
    """Days off that carry the same homework stand together; every other day stands alone."""
    if load.day_type not in _OFF:
        return (load.school_class, load.day)
    return (load.school_class, tuple(sorted((share.record.entry_number, share.minutes) for share in load.shares)))
