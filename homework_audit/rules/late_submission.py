"""The rule `late-submission`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from homework_audit.models.record import Record
from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level
from homework_audit.rules.evidence import cells_of


class LateSubmission(JudgingRule):
    """Homework that was put up or handed in after the day it is for, or after the hour that the office allows.

    The moment is that of a column such as 布置时间 or 提交时间, never a file's date. Where a history is kept, it is late as well
    if the roster expected it and a run recorded after that day still missed it. Whoever posts last must look at what is there
    already; who posts after the pupils have gone home cannot be held to it.

    Source: the office's own; schools close the day's list at an hour such as 18:30.

    Example: `after = 18:30:00` and homework of Monday handed in on Monday at 21:10.
    """

    severity: Level = "warning"
    after: time | None = None
    """The hour on the day itself after which it is late; the end of that day if absent."""

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each entry, however many classes it is for."""
        for records in judged.homework:
            first = records[0]
            if not first.entry.posted:
                continue
            posted = datetime.fromisoformat(first.entry.posted)
            if self._is_late(posted, first):
                place = first.school_class if len(records) == 1 else None
                params = {"posted": f"{posted:%Y-%m-%d %H:%M}", "content": first.entry.content[:80], "classes": len(records)}
                finding = self.finding(
                    *(place, first.day, params, cells_of(records[:1])), touches=len(records), subject=first.entry.subject or None
                )
                yield Judgement(finding, ())

    def _is_late(self, posted: datetime, record: Record) -> bool:
        if posted.date() == record.day:
            return self.after is not None and posted.time() > self.after
        return posted.date() > record.day
