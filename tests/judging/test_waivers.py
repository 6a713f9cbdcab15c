"""Waivers: what they cover, when they end, and that nothing disappears from the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from homework_audit.cli.exit_codes import CLEAN, FINDINGS, exit_code
from homework_audit.models.report import Report
from homework_audit.policy import load_policy
from homework_audit.renderers import RENDERERS, RenderOptions
from tests.conftest import Office, findings, row

WAIVER = """
[[waivers]]
rule = "{rule}"
school_class = "{school_class}"
from = {first}
to = {last}
until = {until}
reason = "期中复习周"
owner = "教务处"
"""


def audited(office: Office, tmp_path: Path, **stated: str) -> Report:
    usual = {"rule": "daily-minutes-cap", "school_class": "三(1)班", "first": "2026-09-14", "last": "2026-09-18", "until": "2026-12-31"}
    file = tmp_path / "homework-audit.toml"
    file.write_text(WAIVER.format(**(usual | stated)), encoding="utf-8")
    return office.under(load_policy(file)).hand_in("三.csv", row(70)).audit()


@pytest.mark.parametrize("school_class", ["三(1)班", "三年级", ""])
def test_a_waived_finding_stays_with_its_reason_and_does_not_gate(office: Office, tmp_path: Path, school_class: str) -> None:
    report = audited(office, tmp_path, school_class=school_class)
    (finding,) = findings(report, "daily-minutes-cap")
    assert finding.waived
    assert (finding.waived.reason, finding.waived.owner, finding.waived.until) == ("期中复习周", "教务处", date(2026, 12, 31))
    assert report.class_days[0].verdict == "over", "a waiver changes no verdict"
    assert exit_code(report, "error", unwritten=False) == CLEAN
    assert report.as_of == office.as_of, "a waiver's end is measured against the day of the audit"


@pytest.mark.parametrize(
    "stated",
    [
        {"school_class": "三(2)班"},
        {"school_class": "四年级"},
        {"rule": "no-homework-day"},
        {"first": "2026-09-15"},
        {"first": "2026-09-07", "last": "2026-09-11"},
    ],
)
def test_a_waiver_for_something_else_covers_nothing(office: Office, tmp_path: Path, stated: dict[str, str]) -> None:
    report = audited(office, tmp_path, **stated)
    assert [finding.waived for finding in findings(report, "daily-minutes-cap")] == [None]
    assert exit_code(report, "error", unwritten=False) == FINDINGS


def test_an_expired_waiver_is_said_and_covers_nothing(office: Office, tmp_path: Path) -> None:
    report = audited(office, tmp_path, until="2026-09-29")
    assert findings(report, "daily-minutes-cap")[0].waived is None
    (expired,) = findings(report, "waiver-expired")
    assert expired.params["until"] == "2026-09-29"
    assert not findings(report, "waiver-unused")


@pytest.mark.parametrize(("last", "unused"), [("2026-09-18", 1), ("2026-09-13", 0)])
def test_a_waiver_that_covers_nothing_is_said_if_its_days_were_audited(office: Office, tmp_path: Path, last: str, unused: int) -> None:
    report = audited(office, tmp_path, school_class="三(2)班", first="2026-09-11", last=last)
    assert len(findings(report, "waiver-unused")) == unused


def test_the_last_day_of_a_waiver_is_honoured(office: Office, tmp_path: Path) -> None:
    office.as_of = date(2026, 12, 31)
    assert findings(audited(office, tmp_path), "daily-minutes-cap")[0].waived


@pytest.mark.parametrize("name", ["table", "plain", "csv", "json"])
def test_every_format_says_why_it_is_accepted(office: Office, tmp_path: Path, name: str) -> None:
    out = RENDERERS[name].render(audited(office, tmp_path), RenderOptions()).decode()
    for said in ("期中复习周", "教务处", "2026-12-31"):
        assert said in out
