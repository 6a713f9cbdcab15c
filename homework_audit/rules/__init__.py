"""Every kind of finding: rules that judge have a check, rules of reading describe a problem. One file each, one dict."""

from __future__ import annotations

from typing import Final

from homework_audit.rules.base import Judged, Judgement, JudgingRule, ReadingRule, Rule, WaiverRule
from homework_audit.rules.calendar_not_covered import CalendarNotCovered
from homework_audit.rules.conflicting_entry import ConflictingEntry
from homework_audit.rules.daily_minutes_cap import DailyMinutesCap
from homework_audit.rules.date_outside_term import DateOutsideTerm
from homework_audit.rules.duplicate_entry import DuplicateEntry
from homework_audit.rules.implausible_minutes import ImplausibleMinutes
from homework_audit.rules.late_submission import LateSubmission
from homework_audit.rules.mechanical_copying import MechanicalCopying
from homework_audit.rules.missing_column import MissingColumn
from homework_audit.rules.missing_minutes import MissingMinutes
from homework_audit.rules.missing_submission import MissingSubmission
from homework_audit.rules.no_homework_day import NoHomeworkDay
from homework_audit.rules.no_written_homework import NoWrittenHomework
from homework_audit.rules.non_written_load import NonWrittenLoad
from homework_audit.rules.parent_task import ParentTask
from homework_audit.rules.phone_task import PhoneTask
from homework_audit.rules.punitive_wording import PunitiveWording
from homework_audit.rules.rest_period_cap import RestPeriodCap
from homework_audit.rules.sheet_not_understood import SheetNotUnderstood
from homework_audit.rules.subject_minutes_cap import SubjectMinutesCap
from homework_audit.rules.subjects_per_day_cap import SubjectsPerDayCap
from homework_audit.rules.total_mismatch import TotalMismatch
from homework_audit.rules.unexplained_row import UnexplainedRow
from homework_audit.rules.uniform_minutes import UniformMinutes
from homework_audit.rules.unknown_subject import UnknownSubject
from homework_audit.rules.unreadable_class import UnreadableClass
from homework_audit.rules.unreadable_date import UnreadableDate
from homework_audit.rules.unreadable_file import UnreadableFile
from homework_audit.rules.unreadable_minutes import UnreadableMinutes
from homework_audit.rules.unsupported_file import UnsupportedFile
from homework_audit.rules.waiver_expired import WaiverExpired
from homework_audit.rules.waiver_unused import WaiverUnused
from homework_audit.rules.weekly_minutes_cap import WeeklyMinutesCap
from homework_audit.rules.wrong_file_name import WrongFileName
from homework_audit.rules.wrong_school import WrongSchool

__all__ = ["RULES", "Judged", "Judgement", "JudgingRule", "ReadingRule", "Rule", "WaiverRule"]

RULES: Final[dict[str, type[Rule]]] = {
    rule.name(): rule
    for rule in (
        DailyMinutesCap,
        NoWrittenHomework,
        SubjectMinutesCap,
        SubjectsPerDayCap,
        WeeklyMinutesCap,
        RestPeriodCap,
        NoHomeworkDay,
        NonWrittenLoad,
        PunitiveWording,
        ParentTask,
        PhoneTask,
        MechanicalCopying,
        MissingSubmission,
        LateSubmission,
        DuplicateEntry,
        ConflictingEntry,
        TotalMismatch,
        ImplausibleMinutes,
        UniformMinutes,
        UnreadableFile,
        UnsupportedFile,
        SheetNotUnderstood,
        UnreadableMinutes,
        MissingMinutes,
        UnreadableDate,
        UnreadableClass,
        MissingColumn,
        UnexplainedRow,
        UnknownSubject,
        WrongFileName,
        WrongSchool,
        DateOutsideTerm,
        WaiverExpired,
        WaiverUnused,
        CalendarNotCovered,
    )
}
"""Rule name → rule, in the order in which their findings are explained."""
