"""Turns the wording of homework into hints: what every rule of wording has in common."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator

from homework_audit.models.record import Record
from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level
from homework_audit.rules.evidence import cells_of
from homework_audit.values.text import plain

_DENIED = re.compile(r"(?:不[需用必要得可准许]|不允许|无[需须]|勿|免|禁止|严禁|取消|没有)[^，。；,;、]{0,3}$")
"""«无需家长签字», «不要求打卡»: the word is named and denied."""


class WordingRule(JudgingRule):
    """A hint for a person, never part of a verdict: one finding for each homework whose wording gives rise to it."""

    severity: Level = "warning"

    @abstractmethod
    def found(self, text: str) -> str:
        """The words of a text that give rise to the hint; '' if there are none."""

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each entry, whatever its kind, however many classes it is for."""
        by_entry: dict[int, list[Record]] = {}
        for record in judged.records:
            if record.outcome != "duplicate":
                by_entry.setdefault(record.entry_number, []).append(record)
        for records in by_entry.values():
            entry = records[0].entry
            words = self.found(plain(entry.content))
            if words:
                place = records[0].school_class if len(records) == 1 else None
                params = {"words": words, "content": entry.content[:80], "classes": len(records)}
                finding = self.finding(
                    *(place, records[0].day, params, cells_of(records[:1])), touches=len(records), subject=entry.subject or None
                )
                yield Judgement(finding, ())


def stated(pattern: re.Pattern[str], text: str) -> str:
    """The first place where a text says what the pattern means and does not deny it; '' if there is none."""
    return next((match[0] for match in pattern.finditer(text) if not _DENIED.search(text[: match.start()])), "")
