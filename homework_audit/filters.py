"""Turns a report into the part of it that was asked for: filters choose what is shown and gated, never what is summed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homework_audit.models.report import ClassDay, Finding, Period, PeriodLoad, Report
from homework_audit.reporting import composition, summary_of
from homework_audit.values.references import ClassRef


@dataclass(frozen=True)
class Filters:
    """Days, grades (1–12), classes and subjects that are wanted; empty and None mean all."""

    first: date | None = None
    last: date | None = None
    grades: frozenset[int] = frozenset()
    classes: frozenset[ClassRef] = frozenset()
    subjects: frozenset[str] = frozenset()

    def as_json(self) -> dict[str, object]:
        """The filters as the report states them; {} for none."""
        stated = {
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            "grades": sorted(self.grades),
            "classes": sorted(f"{ref.grade}({ref.label})" for ref in self.classes),
            "subjects": sorted(self.subjects),
        }
        return {name: value for name, value in stated.items() if value}


def filtered(report: Report, filters: Filters) -> Report:
    """The report with the class-days and findings that the filters want, its figures counted again."""
    if not filters.as_json():
        return report
    days = tuple(day for day in report.class_days if _wants_day(filters, day))
    findings = tuple(finding for finding in report.findings if wants_finding(filters, finding))
    return report.model_copy(
        update={
            "filters": filters.as_json(),
            "class_days": days,
            "findings": findings,
            "period": Period(first=min((day.day for day in days), default=None), last=max((day.day for day in days), default=None)),
            "summary": summary_of(days, report.files, findings),
            "completeness": tuple(line for line in report.completeness if _wants(filters, line.day, line.grade, line.school_class)),
            "composition": tuple(composition(days)),
            "periods": tuple(period for period in report.periods if _wants_period(filters, period)),
        }
    )


def _wants_period(filters: Filters, period: PeriodLoad) -> bool:
    """Whether a week or half-month has a day that is wanted; its sums stay those of all its days."""
    apart = (filters.first and period.last < filters.first) or (filters.last and period.first > filters.last)
    return not apart and _wants(filters, None, period.grade, period.school_class)


def _wants(filters: Filters, day: date | None, grade: int | None, label: str | None) -> bool:
    """Whether something of this day and class is wanted; what is not known of it speaks for keeping it."""
    if day and ((filters.first and day < filters.first) or (filters.last and day > filters.last)):
        return False
    if grade and filters.grades and grade not in filters.grades:
        return False
    if not (grade and filters.classes):
        return True
    if label is None:
        return any(ref.grade == grade for ref in filters.classes)  # of the whole grade, and so of every class that is wanted
    return bool({ClassRef(grade, label), ClassRef(grade, None)} & filters.classes)


def _wants_day(filters: Filters, day: ClassDay) -> bool:
    subjects = {share.subject for share in day.evidence}
    return _wants(filters, day.day, day.grade, day.school_class) and (not filters.subjects or bool(subjects & filters.subjects))


def wants_finding(filters: Filters, finding: Finding) -> bool:
    """Whether the filters want a finding: one that names no day or class may bear on any, and stays."""
    subjects = set(finding.params.get("subjects", ())) | ({finding.subject} if finding.subject else set())
    days: list[date | None] = [date.fromisoformat(day) for day in finding.params.get("days", ())] or [finding.day]
    return any(_wants(filters, day, finding.grade, finding.school_class) for day in days) and (
        not filters.subjects or not subjects or bool(subjects & filters.subjects)
    )
