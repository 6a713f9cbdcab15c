"""The rule `date-outside-term`."""

from __future__ import annotations

from collections.abc import Iterator

from homework_audit.models.record import Record
from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level
from homework_audit.rules.evidence import cells_of


class DateOutsideTerm(JudgingRule):
    """Homework dated outside every term that the calendar names: a slip of the pen, or homework for the holidays.

    Nothing is checked while `[calendar]` names no terms.

    Source: this program's own.

    Example: 2026-07-28 in a list of an autumn term that begins on 1 September.
    """

    severity: Level = "warning"

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each sheet and such a day."""
        if not judged.calendar.settings.terms:
            return
        by_place: dict[tuple[object, ...], list[Record]] = {}
        for record in judged.records:
            if judged.calendar.term_of(record.day) is None:
                by_place.setdefault((record.origin, record.day), []).append(record)
        for records in by_place.values():
            classes = {record.school_class for record in records}
            place = records[0].school_class if len(classes) == 1 else None
            yield Judgement(self.finding(place, records[0].day, {}, cells_of(records), touches=len(classes)), ())
