"""What the tests build their audits from: small tables in memory, read and judged by the program's own code."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from homework_audit.auditing import Judging, judge_each, reading_settings
from homework_audit.filters import Filters
from homework_audit.intake.child import read_bytes
from homework_audit.intake.request import Request
from homework_audit.models.reading import Read
from homework_audit.models.report import ClassDay, Finding, Report
from homework_audit.policy import Policy, load_policy
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.schools import by_school
from homework_audit.sources import Source

pytest_plugins = ["tests.chromium"]
ROOT = Path(__file__).parents[1]
HEADINGS = ("日期", "班级", "学科", "作业内容", "类型", "时长(分钟)")
MONDAY = "2026-09-14"


def table(*rows: Sequence[object], headings: Sequence[object] = HEADINGS) -> bytes:
    """A CSV file of a list of homework."""
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    return out.getvalue().encode("utf-8-sig")


def row(
    minutes: object, *, subject: str = "语文", content: str = "练习册", day: str = MONDAY, to: str = "三(1)班", kind: str = "书面"
) -> list[object]:
    """One homework of 三(1)班 on a Monday, unless it is said otherwise."""
    return [day, to, subject, content, kind, minutes]


class Office:
    """Files handed in, and what the audit makes of them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.policy = load_policy()
        self.as_of = date(2026, 9, 30)

    def hand_in(self, name: str, *rows: Sequence[object], headings: Sequence[object] = HEADINGS) -> Office:
        """A teacher hands in a table."""
        self.files[name] = table(*rows, headings=headings)
        return self

    def under(self, policy: Policy) -> Office:
        """The office audits by this policy."""
        self.policy = policy
        return self

    def audit(self, filters: Filters | None = None, *, plan: bool = False) -> Report:
        """The report on all files, read in this process."""
        schools = by_school([Source(Path(name), name, "read") for name in sorted(self.files)], self.policy)
        reads = (self._read(source.name) for own in schools.values() for source in own)
        judging = Judging(self.policy, SchoolCalendar(self.policy.calendar), self.as_of, filters=filters, plan=plan)
        return judge_each(schools, reads, judging)

    def _read(self, name: str) -> Read:
        return Read(name, f"sha-{name}", read_bytes(self.files[name], self._request(name)))

    def _request(self, name: str) -> Request:
        path = PurePosixPath(name)
        layouts = reading_settings(self.policy, SchoolCalendar(self.policy.calendar), self.as_of).layout_settings(name)
        return Request((path.stem, *reversed(path.parts[:-1])), path.suffix.lower(), named=False, layouts=layouts)


@pytest.fixture
def office() -> Office:
    """An office that nobody has handed anything in to."""
    return Office()


def the_day(report: Report, *, day: str = MONDAY, grade: int = 3, label: str | None = "1") -> ClassDay:
    """The one class-day of that class and date."""
    found = [line for line in report.class_days if (str(line.day), line.grade, line.school_class) == (day, grade, label)]
    assert len(found) == 1, [(str(line.day), line.grade, line.school_class) for line in report.class_days]
    return found[0]


def findings(report: Report, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in report.findings if finding.rule == rule]
