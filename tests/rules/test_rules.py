"""Every rule that judges: a sample that makes it fire, and one that it stays quiet about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.cli.exit_codes import FINDINGS, exit_code
from homework_audit.policy import load_policy
from homework_audit.rules import RULES, JudgingRule, WaiverRule
from homework_audit.rules.give_way import give_way
from tests.conftest import MONDAY, Office, findings, row

DAYS = [f"2026-09-{n}" for n in (14, 15, 16, 17, 18)]
LAST_WEEK = [f"2026-09-0{n}" for n in (7, 8, 9)] + ["2026-09-10"]


class Sample(NamedTuple):
    """Rows handed in under a configuration."""

    rows: Sequence[list[object]]
    config: str = ""


CAPS = "[[caps]]\ngrades = [3]\nminutes = 60\n"
SUBJECTS = ("语文", "数学", "英语", "科学")
WEEK = [row(20, day=day, content=f"第{n}页", subject=name) for n, day in enumerate(LAST_WEEK) for name in ("语文", "数学")]
NEXT = [row(15 + n, day=day, content=f"第{n}页", subject=name) for n, day in enumerate(DAYS[:4]) for name in ("语文", "数学")]

FIRES = {
    "daily-minutes-cap": Sample([row(61)]),
    "no-written-homework": Sample([row(1, to="二(1)班")]),
    "subject-minutes-cap": Sample([row(31, subject="数学")], CAPS + 'subject_minutes = { "数学" = 30 }\n'),
    "subjects-per-day-cap": Sample([row(5, subject=name) for name in SUBJECTS], CAPS + "subjects_per_day = 3\n"),
    "weekly-minutes-cap": Sample([row(25, day=day) for day in DAYS], CAPS + "week_minutes = 120\n"),
    "rest-period-cap": Sample([row(100, day="2026-09-11")], CAPS + "rest_period_minutes = 90\n"),
    "no-homework-day": Sample([row(5, day="2026-09-16")], "[calendar]\nno_homework_days = [2026-09-16]\n"),
    "non-written-load": Sample([row(50), row(11, kind="口头", content="朗读", subject="英语")]),
    "punitive-wording": Sample([row(5, content="听写不过关的罚抄")]),
    "parent-task": Sample([row(5, content="口算一页，请家长签字")]),
    "phone-task": Sample([row(5, content="朗读后在群里打卡")]),
    "mechanical-copying": Sample([row(5, content="生字每个写10遍")]),
    "uniform-minutes": Sample([row(60, day=day, content=f"第{n}页") for n, day in enumerate(DAYS[:4])]),
    "date-outside-term": Sample([row(5, day="2026-07-28")], "[calendar]\nterms = [{ from = 2026-09-01, to = 2027-01-22 }]\n"),
    "calendar-not-covered": Sample([row(5, day="2027-03-02")]),
}
QUIET = {
    "daily-minutes-cap": Sample([row(60)]),
    "no-written-homework": Sample([row(9, to="二(1)班", kind="口头", content="朗读"), row("20分钟", to="三(1)班")]),
    "subject-minutes-cap": Sample([row(30, subject="数学"), row(50)], CAPS + 'subject_minutes = { "数学" = 30 }\n'),
    "subjects-per-day-cap": Sample(
        [
            *(row(5, subject=name) for name in SUBJECTS[:3]),
            row(5, subject="科学", kind="口头", content="朗读"),
            row("无", subject="美术", content="无"),
        ],
        CAPS + "subjects_per_day = 3\n",
    ),
    "weekly-minutes-cap": Sample([row(30, day=day) for day in DAYS[:4]], CAPS + "week_minutes = 120\n"),
    "rest-period-cap": Sample([row(90, day="2026-09-11"), row(60)], CAPS + "rest_period_minutes = 90\n"),
    "no-homework-day": Sample(
        [row(5, day="2026-09-16", kind="口头", content="朗读"), row(5)], "[calendar]\nno_homework_days = [2026-09-16]\n"
    ),
    "non-written-load": Sample([row(50), row(10, kind="口头", content="朗读", subject="英语"), row(70, to="三(2)班")]),
    "punitive-wording": Sample([row(5, content="练习罚球，错题订正到错题本")]),
    "parent-task": Sample([row(5, content="给家长讲一个故事，无需家长签字")]),
    "phone-task": Sample([row(5, content="背诵 apple 一课单词")]),
    "mechanical-copying": Sample([row(5, content="生字每个写3遍，课文读10遍")]),
    "uniform-minutes": Sample([row(50 + n, day=day, content=f"第{n}页") for n, day in enumerate(DAYS[:4])]),
    "date-outside-term": Sample([row(5)], "[calendar]\nterms = [{ from = 2026-09-01, to = 2027-01-22 }]\n"),
    "calendar-not-covered": Sample([row(5)]),
}
HEADINGS = ("日期", "班级", "学科", "作业内容", "提交时间", "时长(分钟)")
LATE = "[rules.late-submission]\nafter = 18:30:00\n"


@pytest.mark.parametrize(
    ("posted", "config", "late"),
    [
        ("2026-09-14 17:20", LATE, 0),
        ("2026-09-14 18:30", LATE, 0),
        ("2026-09-14 18:31", LATE, 1),
        ("2026-09-14 下午9:10", LATE, 1),
        ("2026-09-14 23:59", "", 0),
        ("2026-09-15 00:01", "", 1),
        ("2026/9/11 12:00:00", LATE, 0),
        ("", LATE, 0),
        ("昨晚", LATE, 0),
    ],
)
def test_late_is_by_the_column_that_says_when(office: Office, tmp_path: Path, posted: str, config: str, late: int) -> None:
    file = tmp_path / "homework-audit.toml"
    file.write_text(config, encoding="utf-8")
    office.under(load_policy(file)).hand_in("三.csv", [MONDAY, "三(1)班", "语文", "练习册", posted, 20], headings=HEADINGS)
    report = office.audit()
    assert len(findings(report, "late-submission")) == late
    assert report.class_days[0].minutes == 20


JUDGING = [name for name, rule in RULES.items() if issubclass(rule, JudgingRule) and name != "late-submission"]


def found(office: Office, tmp_path: Path, sample: Sample, rule: str) -> int:
    file = tmp_path / "homework-audit.toml"
    file.write_text(sample.config, encoding="utf-8")
    return len(findings(office.under(load_policy(file)).hand_in("三.csv", *sample.rows).audit(), rule))


@pytest.mark.parametrize("rule", JUDGING)
def test_it_fires(office: Office, tmp_path: Path, rule: str) -> None:
    assert found(office, tmp_path, FIRES[rule], rule) == 1


@pytest.mark.parametrize("rule", JUDGING)
def test_it_stays_quiet(office: Office, tmp_path: Path, rule: str) -> None:
    assert found(office, tmp_path, QUIET[rule], rule) == 0


@pytest.mark.parametrize("rule", JUDGING)
def test_it_can_be_switched_off_without_changing_a_verdict(office: Office, tmp_path: Path, rule: str) -> None:
    sample = FIRES[rule]
    off = f'{sample.config}[rules.{rule}]\nseverity = "off"\n'
    assert found(office, tmp_path, Sample(sample.rows, off), rule) == 0
    on = Office().under(office.policy).hand_in("三.csv", *sample.rows).audit()
    assert [day.verdict for day in on.class_days] == [day.verdict for day in office.audit().class_days]


def test_rules_of_waivers_are_shown_with_the_waivers() -> None:
    assert {name for name, rule in RULES.items() if issubclass(rule, WaiverRule)} == {"waiver-expired", "waiver-unused"}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (FIRES["uniform-minutes"].rows, "at-cap"),
        ([row(45, day=day, content=f"第{n}页") for n, day in enumerate(DAYS)], "same-sum"),
        ([*WEEK, *NEXT], "copied"),
    ],
)
def test_what_is_too_even_is_said(office: Office, rows: Sequence[list[object]], reason: str) -> None:
    found = findings(office.hand_in("三.csv", *rows).audit(), "uniform-minutes")
    assert reason in [finding.params["reason"] for finding in found]


def test_a_finding_of_wording_survives_another_row_above_it(office: Office) -> None:
    """Its fingerprint is made of what was written, not of where."""
    before = findings(office.hand_in("三.csv", row(5, content="请家长签字")).audit(), "parent-task")[0]
    after = findings(Office().hand_in("别名.csv", row(9), row(5, content="请家长签字")).audit(), "parent-task")[0]
    assert before.fingerprint == after.fingerprint


@given(st.dictionaries(st.sampled_from(SUBJECTS), st.integers(0, 180), max_size=4), st.integers(0, 400), st.integers(1, 7))
def test_what_could_give_way_is_just_enough(subjects: dict[str, int], excess: int, days: int) -> None:
    """Whole minutes that together are the excess, from subjects that set something; none is asked for more than its share."""
    total = sum(subjects.values())
    way = give_way(subjects, min(excess, total), days)
    assert sum(way.values()) == (min(excess, total) * days if total else 0)
    assert all(subjects[name] > 0 and minutes <= subjects[name] * days for name, minutes in way.items())


def test_the_cap_of_a_monday_is_found_where_it_stands(office: Office) -> None:
    (finding,) = findings(office.hand_in("三.csv", row(40), row(30, subject="数学")).audit(), "daily-minutes-cap")
    assert (str(finding.day), finding.params["give_way"]) == (MONDAY, {"语文": 6, "数学": 4})


@pytest.mark.parametrize(
    ("rule", "config", "day"),
    [("weekly-minutes-cap", "week_minutes = 120\n", MONDAY), ("rest-period-cap", "rest_period_minutes = 90\n", "2026-09-11")],
)
def test_what_may_be_over_is_never_passed_over(office: Office, tmp_path: Path, rule: str, config: str, day: str) -> None:
    """Without a cap a day nothing else would say that the week cannot be judged."""
    file = tmp_path / "homework-audit.toml"
    file.write_text("[[caps]]\ngrades = [3]\n" + config, encoding="utf-8")
    report = office.under(load_policy(file)).hand_in("三.csv", row(80, day=day), row("适量", day=day, subject="数学")).audit()
    assert {line.verdict for line in report.class_days} == {"no-cap"}
    (finding,) = findings(report, rule)
    assert (finding.severity, finding.params["reason"]) == ("error", "open")
    assert exit_code(report, "error", unwritten=False) == FINDINGS
