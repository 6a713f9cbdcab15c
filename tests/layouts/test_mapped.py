"""Layout mappings of the configuration: what defeats all guessing is read as the office says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from homework_audit.errors import ConfigurationError
from homework_audit.policy import load_policy
from tests.command import homework_audit, json_report
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes

ODD: list[list[object]] = [["甲", "乙", "丙", "丁"], ["2026-09-14", "语文", "日记", 40.0], ["2026-09-14", "数学", "口算", 35.0]]
MAPPING = """
[[input.layouts]]
files = "怪表*.xlsx"
sheet = "表*"
heading_row = 1
columns = { date = "A", subject = "b", content = "C", minutes = "D" }
constants = { class = "三(1)班" }

[[input.layouts]]
files = "怪表*.xlsx"
sheet = "草稿"
ignore = true
"""


def sheets_of(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The sheets of the workbook, among the other files of the folder."""
    return next(file["sheets"] for file in report["files"] if file["path"] == "怪表1.xlsx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook whose headings say nothing."""
    (tmp_path / "怪表1.xlsx").write_bytes(xlsx_bytes([DrawnSheet("表1", ODD), DrawnSheet("草稿", ODD)]))
    return tmp_path


def test_without_a_mapping_the_sheet_is_not_understood(folder: Path) -> None:
    assert [sheet["status"] for sheet in json_report(folder)["files"][0]["sheets"]] == ["not-understood", "not-understood"]


def test_a_mapping_names_columns_and_constants(folder: Path) -> None:
    (folder / "homework-audit.toml").write_text(MAPPING, "utf-8")
    report = json_report(folder)
    (day,) = report["class_days"]
    assert (day["grade"], day["class"], day["date"], day["minutes"], day["verdict"]) == (3, "1", "2026-09-14", 75, "over")
    assert sorted(place["cell"] for place in day["evidence"]) == ["D2", "D3"]
    sheets = sheets_of(report)
    assert [(sheet["status"], sheet["layout"]) for sheet in sheets] == [("read", "mapped"), ("not-homework", "")]
    told = homework_audit("inspect", folder / "怪表1.xlsx").stdout.decode()
    assert "按配置读取" in told


def test_rows_without_headings(folder: Path) -> None:
    (folder / "怪表1.xlsx").write_bytes(xlsx_bytes([DrawnSheet("表1", ODD[1:])]))
    (folder / "homework-audit.toml").write_text(MAPPING.replace("heading_row = 1", "heading_row = 0"), "utf-8")
    (day,) = json_report(folder)["class_days"]
    assert (day["minutes"], sorted(place["cell"] for place in day["evidence"])) == (75, ["D1", "D2"])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('files = "a"\ncolumns = { minutes = "5" }', "letter"),
        ('files = "a"\ncolumns = { date = "A" }', "no-columns"),
        ('files = "a"\ncolumns = { minuts = "A" }', "minuts"),
        ('columns = { minutes = "A" }', "files"),
    ],
)
def test_a_wrong_mapping_is_one_clear_error(wrong: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "homework-audit.toml"
    path.write_text(f"[[input.layouts]]\n{wrong}\n", "utf-8")
    with pytest.raises(ConfigurationError) as raised:
        load_policy(path)
    assert said in str(raised.value.params)


def test_inspect_saves_a_mapping_that_reads_the_same(folder: Path) -> None:
    headings: list[object] = ["日期", "学科", "作业内容", "时长（分钟）"]
    (folder / "怪表1.xlsx").write_bytes(xlsx_bytes([DrawnSheet("三(1)班", [headings, *ODD[1:]])]))
    before = json_report(folder)["class_days"]
    saved = folder / "homework-audit.toml"
    told = homework_audit("inspect", folder / "怪表1.xlsx", "--save", saved)
    assert (told.returncode, told.stdout) == (0, b"")
    assert 'columns = { date = "A", subject = "B", content = "C", minutes = "D" }' in saved.read_text("utf-8")
    after = json_report(folder)
    assert after["class_days"] == before
    assert sheets_of(after)[0]["layout"] == "mapped"
    assert homework_audit("inspect", folder / "怪表1.xlsx", "--save", saved).returncode == 2
