"""Turns the wording of homework into hints: what every rule of wording has in common."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence

from homework_audit.models.record import Record
from homework_audit.models.report import Finding
from homework_audit.rules.base import Judged, Judgement, JudgingRule, Level, by_entry
from homework_audit.rules.evidence import cells_of
from homework_audit.values.expressions import expression
from homework_audit.values.text import plain

_DENIED = expression(r"(?:不[需用必要得可准许]|不允许|无[需须]|勿|免|禁止|严禁|取消|没有)[^，。；,;、]{0,3}$")
"""«无需家长签字», «不要求打卡»: the word is named and denied."""


class WordingRule(JudgingRule):
    """A hint for a person, never part of a verdict: one finding for each homework whose wording gives rise to it."""

    severity: Level = "warning"

    @abstractmethod
    def found(self, text: str) -> str:
        """The words of a text that give rise to the hint; '' if there are none."""

    def check(self, judged: Judged) -> Iterator[Judgement]:
        """One finding for each entry, whatever its kind, however many classes it is for."""
        for content, told in judged.wordings.items():
            words = self.found(plain(content))
            for records in by_entry(told) if words else ():
                yield Judgement(self._finding(words, content, records), ())

    def _finding(self, words: str, content: str, records: Sequence[Record]) -> Finding:
        first = records[0]
        place = first.school_class if len(records) == 1 else None
        params = {"words": words, "content": content[:80], "classes": len(records)}
        subject = first.entry.subject or None
        return self.finding(place, first.day, params, cells_of(records[:1]), touches=len(records), subject=subject)


def stated(pattern: re.Pattern[str], text: str) -> str:
    """The first place where a text says what the pattern means and does not deny it; '' if there is none."""
    if not pattern.search(text):
        return ""  # most texts say nothing of the kind
    return next((match[0] for match in pattern.finditer(text) if not _DENIED.search(text[: match.start()])), "")
