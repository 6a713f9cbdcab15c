"""The command `rollup`: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.bureau.test_rollup import school
from tests.command import homework_audit
from tests.test_schools import lay


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with the reports of two schools."""
    return lay(tmp_path / "报告", {"甲校.json": school(20), "乙校.json": school(70)})


def test_a_county_is_told_and_written(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_text("甲校\n乙校\n丙校\n", "utf-8")
    run = homework_audit(
        "rollup",
        reports,
        "--name",
        "金凤区",
        "--list",
        tmp_path / "名单.txt",
        "-f",
        "plain",
        "-o",
        tmp_path / "县.json",
        "-o",
        tmp_path / "县.xlsx",
    )
    assert run.returncode == 0, run.stderr.decode()
    assert "未报送（1）：丙校。" in run.stdout.decode()
    told = json.loads((tmp_path / "县.json").read_bytes())
    assert [unit["name"] for unit in told["unit"]["units"]] == ["丙校", "乙校", "甲校"]
    city = homework_audit("rollup", tmp_path / "县.json", "--name", "银川市")
    assert "银川市：3 所学校" in city.stdout.decode()
    assert "金凤区/丙校：未报送" in city.stdout.decode()


def test_its_json_is_what_its_schema_says(reports: Path) -> None:
    schema = json.loads(homework_audit("rollup", "--schema").stdout)
    told = json.loads(homework_audit("rollup", reports, "-f", "json").stdout)
    jsonschema.Draft202012Validator(schema).validate(told)


def test_schools_are_named_after_their_folders(tmp_path: Path) -> None:
    lay(tmp_path, {"甲校/报告.json": school(20), "乙校/报告.json": school(20)})
    refused = homework_audit("rollup", tmp_path)
    assert refused.returncode == 2
    assert "--school-from folder" in refused.stderr.decode()
    run = homework_audit("rollup", tmp_path, "--school-from", "folder")
    assert run.returncode == 0
    assert "甲校：达标" in run.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "没有指明报告"),
        (["没有.json"], "没有.json"),
        (["报告", "-f", "junit"], "junit"),
        (["报告", "-o", "县.doc"], "县.doc"),
        (["报告", "--level", "school"], "--level"),
        (["报告", "--list", "没有.txt"], "没有.txt"),
    ],
)
def test_what_cannot_be_done_is_said_with_2(reports: Path, arguments: list[str], told: str) -> None:
    run = homework_audit("rollup", *arguments, cwd=reports.parent)
    assert run.returncode == 2
    assert told in run.stderr.decode()
    assert run.stdout == b""


def test_a_file_that_cannot_be_written_ends_with_3_and_the_others_are_written(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "县.xlsx").mkdir()
    run = homework_audit("rollup", reports, "-o", tmp_path / "县.xlsx", "-o", tmp_path / "县.html")
    assert run.returncode == 3
    assert (tmp_path / "县.html").is_file()


def test_no_report_is_written_over(reports: Path) -> None:
    before = (reports / "甲校.json").read_bytes()
    run = homework_audit("rollup", reports / "甲校.json", reports / "乙校.json", "-o", reports / "甲校.json")
    assert run.returncode == 3
    assert (reports / "甲校.json").read_bytes() == before
