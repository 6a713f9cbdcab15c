"""Every kind of finding: rules that judge have a check, rules of reading describe a problem. One file each, one dict."""

from __future__ import annotations

from typing import Final

from homework_audit.rules.base import Judgement, JudgingRule, ReadingRule, Rule
from homework_audit.rules.calendar_not_covered import CalendarNotCovered
from homework_audit.rules.conflicting_entry import ConflictingEntry
from homework_audit.rules.daily_minutes_cap import DailyMinutesCap
from homework_audit.rules.duplicate_entry import DuplicateEntry
from homework_audit.rules.implausible_minutes import ImplausibleMinutes
from homework_audit.rules.missing_column import MissingColumn
from homework_audit.rules.missing_minutes import MissingMinutes
from homework_audit.rules.no_written_homework import NoWrittenHomework
from homework_audit.rules.sheet_not_understood import SheetNotUnderstood
from homework_audit.rules.total_mismatch import TotalMismatch
from homework_audit.rules.unexplained_row import UnexplainedRow
from homework_audit.rules.unknown_subject import UnknownSubject
from homework_audit.rules.unreadable_class import UnreadableClass
from homework_audit.rules.unreadable_date import UnreadableDate
from homework_audit.rules.unreadable_file import UnreadableFile
from homework_audit.rules.unreadable_minutes import UnreadableMinutes
from homework_audit.rules.unsupported_file import UnsupportedFile
from homework_audit.rules.wrong_file_name import WrongFileName

__all__ = ["RULES", "Judgement", "JudgingRule", "ReadingRule", "Rule"]

RULES: Final[dict[str, type[Rule]]] = {
    rule.name(): rule
    for rule in (
        DailyMinutesCap,
        NoWrittenHomework,
        CalendarNotCovered,
        ConflictingEntry,
        DuplicateEntry,
        ImplausibleMinutes,
        MissingColumn,
        MissingMinutes,
        SheetNotUnderstood,
        TotalMismatch,
        UnexplainedRow,
        UnknownSubject,
        UnreadableClass,
        UnreadableDate,
        UnreadableFile,
        UnreadableMinutes,
        UnsupportedFile,
        WrongFileName,
    )
}
"""Rule name → rule, in the order in which their findings are explained."""
