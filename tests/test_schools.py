"""Schools told apart by their folders: each is judged as if it were alone, and one run holds them all."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from homework_audit.auditing import audit
from homework_audit.errors import ConfigurationError
from homework_audit.models.report import ClassDay, Report
from homework_audit.policy import Policy, load_policy
from homework_audit.schools import by_school
from homework_audit.sources import Source
from tests.command import homework_audit
from tests.conftest import HEADINGS, Office, findings, row, table

FOLDERS = '[input]\nschools = "folder"\n'


def county(folder: Path, more: str = "") -> Policy:
    """The policy of a county whose schools have a folder each."""
    file = folder / "homework-audit.toml"
    file.write_text(FOLDERS + more, encoding="utf-8")
    return load_policy(file)


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    """Writes files below the folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


SCHOOLS = {
    "城关中学/三年级/语文.csv": table(row(20), row(30, day="2026-09-15"), row("适量", day="2026-09-16")),
    "城关中学/数学.csv": table(row(50, subject="数学"), row(15, subject="数学", to="三(2)班")),
    "实验小学/全年级.csv": table(row(30, to="三年级"), row(40, subject="数学", to="三(1)班"), row(25, subject="英语", to="三(2)班")),
    "实验小学/坏.xlsx": b"PK",
}


def of_school(report: Report, school: str) -> list[ClassDay]:
    """The class-days of a school."""
    return [day for day in report.class_days if day.school == school]


@pytest.mark.parametrize(
    ("name", "school"),
    [
        ("城关中学/语文.csv", "城关中学"),
        ("城关中学/三年级/语文.csv", "城关中学"),
        ("城关中学.zip", "城关中学"),
        ("城关中学.RAR", "城关中学"),
        ("汇总.xlsx", None),
    ],
)
def test_a_school_is_a_folder_or_a_bundle_in_its_stead(name: str, school: str | None) -> None:
    assert Source(Path(name), name, "read").school == school


def test_files_of_one_school_come_together_whether_bundled_or_not(tmp_path: Path) -> None:
    names = ["乙校.zip", "汇总.xlsx", "乙校/语文.csv", "甲校/语文.csv"]
    found = by_school([Source(Path(name), name, "read") for name in names], county(tmp_path))
    assert list(found) == [None, "乙校", "甲校"]
    assert [source.name for source in found["乙校"]] == ["乙校.zip", "乙校/语文.csv"]


@pytest.mark.parametrize("folder", ["三年级", "三(1)班", "数学组", "初一"])
def test_a_folder_named_like_a_class_or_subject_is_no_school(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ConfigurationError, match="no-school-folder"):
        by_school([Source(Path("x"), f"{folder}/语文.csv", "read")], county(tmp_path))


@pytest.mark.parametrize(
    "folder", ["实验小学", "第三中学初中部", "二十一小学", "九年一贯制学校", "外国语学校", "体育中学", "六一小学", "小学部"]
)
def test_names_of_schools_may_hold_numbers_and_subjects(tmp_path: Path, folder: str) -> None:
    assert list(by_school([Source(Path("x"), f"{folder}/语文.csv", "read")], county(tmp_path))) == [folder]


def test_each_school_is_judged_as_if_it_were_alone(tmp_path: Path) -> None:
    policy = county(tmp_path)
    together = audit([lay(tmp_path / "县", SCHOOLS)], policy, as_of=Office().as_of)
    for school in ("城关中学", "实验小学"):
        alone = audit([tmp_path / "县" / school], load_policy(), as_of=Office().as_of)
        of_it = of_school(together, school)
        assert [(day.grade, day.school_class, day.day, day.minutes, day.minutes_high, day.verdict) for day in of_it] == [
            (day.grade, day.school_class, day.day, day.minutes, day.minutes_high, day.verdict) for day in alone.class_days
        ]
        evidence = [replace(share, file=f"{school}/{share.file}") for day in alone.class_days for share in day.evidence]
        assert [share for day in of_it for share in day.evidence] == evidence
        assert [(one.rule, one.params) for one in together.findings if one.school == school] == [
            (one.rule, one.params) for one in alone.findings
        ]
        assert len([line for line in together.completeness if line.school == school]) == len(alone.completeness)


def test_the_whole_adds_up_and_is_in_order(tmp_path: Path) -> None:
    report = audit([lay(tmp_path / "县", SCHOOLS)], county(tmp_path), as_of=Office().as_of)
    assert report.entries.close
    assert report.entries.read == 8
    assert not report.complete
    assert [day.school for day in report.class_days] == sorted(str(day.school) for day in report.class_days)
    severities = [finding.severity for finding in report.findings]
    assert severities == sorted(severities, key=("error", "warning", "info").index)
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
    assert {file.path for file in report.files} == set(SCHOOLS)


def test_what_is_unread_at_one_school_clouds_no_other(tmp_path: Path) -> None:
    files = {"甲校/三年级/语文.csv": table(row(20)), "乙校/三年级/语文.csv": table(row(20)), "乙校/三年级/数学.xlsx": b"PK"}
    report = audit([lay(tmp_path / "县", files)], county(tmp_path), as_of=Office().as_of)
    assert {day.school: day.verdict for day in report.class_days} == {"甲校": "within", "乙校": "undetermined"}


def test_homework_in_no_folder_is_nobodys_and_leaves_the_report_incomplete(tmp_path: Path) -> None:
    files = {"甲校/语文.csv": table(row(20)), "汇总.csv": table(row(50, subject="数学"))}
    report = audit([lay(tmp_path / "县", files)], county(tmp_path), as_of=Office().as_of)
    (found,) = findings(report, "unreadable-file")
    assert found.params["reason"] == "no-school"
    assert "汇总.csv" in found.message
    assert not report.complete
    assert [(day.school, day.minutes) for day in report.class_days] == [("甲校", 20)]


def test_a_bundle_is_a_school_too(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("三年级/语文.csv", table(row(70)))
    report = audit([lay(tmp_path / "县", {"乙校.zip": packed.getvalue()})], county(tmp_path), as_of=Office().as_of)
    assert [(day.school, day.verdict) for day in report.class_days] == [("乙校", "over")]


def test_the_roster_holds_for_its_own_school_or_for_all(tmp_path: Path) -> None:
    lines = '[[roster]]\nschool = "甲校"\nclasses = "三(1)班"\nsubjects = ["英语"]\n[[roster]]\nclasses = "三(1)班"\nsubjects = ["数学"]\n'
    files = {"甲校/语文.csv": table(row(20)), "乙校/语文.csv": table(row(20))}
    report = audit([lay(tmp_path / "县", files)], county(tmp_path, lines), as_of=Office().as_of)
    missing = {(found.school, found.subject) for found in findings(report, "missing-submission")}
    assert missing == {("甲校", "英语"), ("甲校", "数学"), ("乙校", "数学")}


def test_a_school_of_the_roster_that_sent_nothing_is_missed_once(tmp_path: Path) -> None:
    lines = '[[roster]]\nschool = "丙校"\nclasses = "三年级1-4班"\nsubjects = ["语文", "数学"]\n'
    report = audit([lay(tmp_path / "县", {"甲校/语文.csv": table(row(20))})], county(tmp_path, lines), as_of=Office().as_of)
    (missing,) = findings(report, "missing-submission")
    assert (missing.school, missing.severity, missing.params["reason"]) == ("丙校", "error", "school")
    assert "丙校" in missing.message
    assert report.complete


@pytest.mark.parametrize(
    ("folder", "named", "is_other"),
    [
        ("银川市第二十一小学", "市二十一小", False),
        ("实验小学", "金凤区实验小学", False),
        ("实验小学", "实验小学", False),
        ("城关中学", "实验小学", True),
        ("第一小学", "第二小学", True),
    ],
)
def test_another_school_on_the_sheet_is_noticed_and_another_spelling_is_not(
    office: Office, tmp_path: Path, folder: str, named: str, is_other: bool
) -> None:
    office.under(county(tmp_path)).files[f"{folder}/语文.csv"] = table([*row(20), named], headings=(*HEADINGS, "学校"))
    report = office.audit()
    assert [day.school for day in report.class_days] == [folder]
    assert bool(findings(report, "wrong-school")) is is_other


def test_a_waiver_holds_for_its_school_and_an_idle_one_is_named_once(tmp_path: Path) -> None:
    waiver = '[[waivers]]\nrule = "daily-minutes-cap"\nschool = "{}"\nuntil = 2026-12-31\nreason = "试点"\nowner = "教研室"\n'
    files = {f"{school}/语文.csv": table(row(70)) for school in ("甲校", "乙校", "丁校")}
    policy = county(tmp_path, waiver.format("甲校") + waiver.format("丙校"))
    report = audit([lay(tmp_path / "县", files)], policy, as_of=Office().as_of)
    assert {found.school: bool(found.waived) for found in findings(report, "daily-minutes-cap")} == {
        "甲校": True,
        "乙校": False,
        "丁校": False,
    }
    assert [found.params["school"] for found in findings(report, "waiver-unused")] == ["丙校"]


def test_the_command_says_what_to_do_when_one_school_is_audited_as_a_county(tmp_path: Path) -> None:
    county(lay(tmp_path, {"三年级/语文.csv": table(row(20))}))
    run = homework_audit("check", str(tmp_path), "--lang", "zh")
    assert run.returncode == 2
    assert "三年级" in run.stderr.decode()
    assert "上一级" in run.stderr.decode()
