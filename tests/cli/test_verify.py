"""The commands `sample` and `verify`: the seed is told and repeats the draw, and what is wrong is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from tests.bureau.test_rollup import school
from tests.command import homework_audit
from tests.test_schools import lay


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with the reports of two schools."""
    return lay(tmp_path / "报告", {"甲校.json": school(*[20] * 12), "乙校.json": school(*[50] * 12)})


def test_the_same_seed_draws_the_same_and_is_told(reports: Path, tmp_path: Path) -> None:
    runs = [homework_audit("sample", reports, "--seed", "7", "-o", tmp_path / f"{name}.xlsx") for name in "ab"]
    assert [run.returncode for run in runs] == [0, 0]
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert "种子 7" in runs[0].stderr.decode()
    assert "从 24 个班中抽取 2 个班，共 32 名学生" in runs[0].stderr.decode()


def test_a_seed_is_made_and_told_where_none_is_given(reports: Path, tmp_path: Path) -> None:
    first = homework_audit("sample", reports, "-o", tmp_path / "a.xlsx")
    seed = re.search(r"种子 (\d+)", first.stderr.decode())
    assert seed is not None
    again = homework_audit("sample", reports, "--seed", seed[1], "-o", tmp_path / "b.xlsx")
    assert again.returncode == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_from_the_draw_to_the_verdict(reports: Path, tmp_path: Path) -> None:
    homework_audit("sample", reports, "--seed", "7", "-o", tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    for cells in book["登记"].iter_rows(min_row=2):
        cells[4].value = 25
    book.save(tmp_path / "form.xlsx")
    run = homework_audit("verify", tmp_path / "form.xlsx", reports, "--target", "0.8", "-f", "json", "-o", tmp_path / "v.html")
    assert run.returncode == 0, run.stderr.decode()
    told = json.loads(run.stdout)
    assert told["groups"][0]["measured"]["n"] == 32
    assert told["groups"][0]["verdict"] == "met"
    jsonschema.Draft202012Validator(json.loads(homework_audit("verify", "--schema").stdout)).validate(told)
    assert "32/32" in homework_audit("verify", tmp_path / "form.xlsx", reports).stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sample"], "没有指明报告"),
        (["sample", "报告"], "核查登记表"),
        (["sample", "报告", "-o", "x.csv"], "x.csv"),
        (["sample", "报告", "-o", "x.xlsx", "--share", "0"], "--share"),
        (["sample", "报告", "-o", "x.xlsx", "--numbers", "三"], "三"),
        (["sample", "报告", "-o", "x.xlsx", "--date", "2026-12-24"], "2026-12-24"),
        (["sample", "报告", "-o", "x.xlsx", "--date", "明天"], "明天"),
        (["verify"], "登记表"),
        (["verify", "报告"], "登记表"),
        (["verify", "没有.xlsx", "报告"], "没有.xlsx"),
        (["verify", "坏.xlsx", "报告"], "坏.xlsx"),
        (["verify", "报告", "名单.csv"], "名单.csv"),
        (["verify", "名单.csv", "报告", "--target", "1"], "--target"),
    ],
)
def test_what_cannot_be_done_is_said_with_2(reports: Path, arguments: list[str], told: str) -> None:
    lay(reports.parent, {"坏.xlsx": b"PK\x03\x04", "名单.csv": "学校,人数\n甲校,3\n".encode()})
    run = homework_audit(*arguments, cwd=reports.parent)
    assert run.returncode == 2
    assert told in run.stderr.decode()


def test_a_form_is_not_written_over_unless_that_is_wanted(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(b"filled in")
    run = homework_audit("sample", reports, "-o", tmp_path / "form.xlsx")
    assert run.returncode != 0
    assert (tmp_path / "form.xlsx").read_bytes() == b"filled in"
    assert homework_audit("sample", reports, "-o", tmp_path / "form.xlsx", "--force").returncode == 0
