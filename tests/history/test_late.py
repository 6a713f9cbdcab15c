"""What the roster expected, a recorded run missed when the day was over, and a later run found: that was handed in late."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework_audit.filters import Filters
from homework_audit.models.report import Report
from homework_audit.policy import load_policy
from tests.conftest import row
from tests.history.nights import FOLDER, Nights, states

ROSTER = '[[roster]]\nclasses = "三(1)班"\nsubjects = { "语文" = "daily", "数学" = "daily" }\n'


def office_with(tmp_path: Path, more: str = "") -> Nights:
    """An office that expects Chinese and maths of one class, and has had Chinese of Monday and Tuesday handed in."""
    tmp_path.mkdir(exist_ok=True)
    file = tmp_path / "homework-audit.toml"
    file.write_text(ROSTER + more, "utf-8")
    office = Nights(tmp_path / "history.sqlite")
    office.under(load_policy(file)).hand_in("语文.csv", row(20), row(25, day="2026-09-15"))
    return office


def late(report: Report) -> list[tuple[str, str, str]]:
    """Subject, day and the day since which it is there, of everything that is late."""
    return [(str(one.subject), str(one.day), one.params["came_on"]) for one in report.findings if one.rule == "late-submission"]


def test_what_was_missing_when_its_day_was_over_is_late_once_it_is_there_and_stays_so(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    assert late(office.night()) == []  # on Monday the day is not over
    assert late(office.night()) == []  # on Tuesday Monday's maths is missed
    office.hand_in("数学.csv", row(10, subject="数学"), row(10, subject="数学", day="2026-09-15"))
    wednesday, thursday = office.night(), office.night()
    assert late(wednesday) == late(thursday) == [("数学", "2026-09-14", "2026-09-16")]
    assert states(wednesday, "late-submission") == ["new"]
    assert states(thursday, "late-submission") == ["persisting"]
    (finding,) = [one for one in thursday.findings if one.rule == "late-submission"]
    assert (finding.severity, finding.locations[0].cell, finding.params["missed_on"]) == ("warning", "F2", "2026-09-15")
    assert "2026-09-16" in finding.message
    assert thursday.summary.findings["warning"] == 1


def test_a_none_that_is_declared_too_late_is_late(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    office.night()
    office.night()
    office.hand_in("数学.csv", row(0, subject="数学", content="无"), row(0, subject="数学", content="无", day="2026-09-15"))
    assert late(office.night()) == [("数学", "2026-09-14", "2026-09-16")]


def test_what_was_there_in_time_and_comes_back_is_not_late(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    maths = [row(10, subject="数学"), row(10, subject="数学", day="2026-09-15")]
    office.hand_in("数学.csv", *maths)
    office.night()
    office.night()
    del office.files["数学.csv"]
    assert states(office.night(), "missing-submission") == ["new", "new"]
    office.hand_in("数学.csv", *maths)
    assert late(office.night()) == []


def test_another_folder_an_unread_file_and_a_slip_accuse_nobody(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    office.files["b/数学.csv"] = b"PK\x03\x04 cut short"
    office.night()
    office.night()
    office.hand_in("b/数学.csv", row(10, subject="数学"))
    assert late(office.night()) == []  # it may have stood in the file that nobody could read

    office = office_with(tmp_path / "slip")
    office.hand_in("数学.csv", row(10, subject="数学", to="三(l2)班"))
    office.night()
    office.night()
    office.hand_in("数学.csv", row(10, subject="数学"))
    assert late(office.night()) == []

    office = office_with(tmp_path / "folders")
    office.hand_in("b/数学.csv", row(10, subject="数学"))
    for _ in range(2):
        office.night(named=(f"{FOLDER}/语文.csv",))
    assert late(office.night()) == []


@pytest.mark.parametrize(
    ("more", "filters", "shown"),
    [
        ("", Filters(subjects=frozenset({"数学"})), 1),
        ("", Filters(subjects=frozenset({"语文"})), 0),
        ('[rules.late-submission]\nseverity = "off"\n', Filters(), 0),
        ('[rules.late-submission]\nseverity = "error"\n', Filters(), 1),
    ],
)
def test_filters_and_severities_hold(tmp_path: Path, more: str, filters: Filters, shown: int) -> None:
    office = office_with(tmp_path, more)
    office.night()
    office.night()
    office.hand_in("数学.csv", row(10, subject="数学"))
    assert len(late(office.night(filters))) == shown


def test_a_column_that_says_when_is_not_said_twice(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    office.night()
    office.night()
    headings = ("日期", "班级", "学科", "作业内容", "提交时间", "时长(分钟)")
    office.hand_in("数学.csv", ["2026-09-14", "三(1)班", "数学", "练习册", "2026-09-16 08:00", 10], headings=headings)
    (finding,) = [one for one in office.night().findings if one.rule == "late-submission"]
    assert finding.params["posted"] == "2026-09-16 08:00"
