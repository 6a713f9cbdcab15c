"""The command `inspect` tells a head teacher what became of a file: shape, columns, context, first entries, what was left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.command import homework_audit
from tests.drawn.workbooks import CASES, DrawnSheet, load, xlsx_bytes

ACROSS: list[object] = ["日期", "班级", "语文", "数学", "合计", "备注"]


def inspected(path: Path, *options: str, lang: str = "zh", columns: int = 80) -> str:
    """What the command prints for a file that it can read."""
    told = homework_audit("inspect", path, *options, env={"HOMEWORK_AUDIT_LANG": lang, "COLUMNS": str(columns)})
    assert (told.returncode, told.stderr) == (0, b"")
    return told.stdout.decode()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A matrix of minutes, a timetable and a sheet that nobody understands."""
    minutes: list[list[object]] = [
        ["三年级作业时长统计（2026年9月14日—9月18日，单位：分钟）"],
        ACROSS,
        ["9月14日", "1班", 20, 25, 45, ""],
        ["9月14日", "2班", 20, "适量", "", ""],
        ["平均", "", 20, 25, "", ""],
        ["填表人：王", "", "", "", "", ""],
    ]
    lessons: list[list[object]] = [
        ["节次", "星期一", "星期二"],
        ["第1节", "语文", "数学"],
        ["第2节", "英语", "体育"],
        ["第3节", "美术", "音乐"],
    ]
    odd: list[list[object]] = [["作业", "甲"], ["乙", "丙"]]
    path = tmp_path / "三年级统计.xlsx"
    path.write_bytes(xlsx_bytes([DrawnSheet("统计", minutes), DrawnSheet("课表", lessons), DrawnSheet("杂", odd)]))
    return path


def test_the_account_names_shape_columns_context_entries_and_what_was_left(workbook: Path) -> None:
    told = inspected(workbook, columns=100)
    for text in (
        "工作表「统计」：已读取，共 4 条",
        "纵横表，表头在第 2 行",
        "时间段：2026-09-14—2026-09-18",
        "合计（核对用）",
        "三(1)班",
        "平均，不是条目",
        "备注或签名",
        "工作表「课表」：不是作业记录：课程表",
        "工作表「杂」：未能看懂",
        "「适量」不是分钟数",
    ):
        assert text in told, text


def test_nothing_is_wider_than_the_terminal(workbook: Path) -> None:
    assert max(cell_len(line) for line in inspected(workbook).splitlines()) <= 80


def test_the_account_as_json(workbook: Path) -> None:
    told = json.loads(inspected(workbook, "--format", "json"))
    sheet = told["sheets"][0]
    assert (sheet["layout"], sheet["status"], sheet["entries"]) == ("matrix", "read", 4)
    columns = sheet["tables"][0]["columns"]
    assert [[place, heading, field, of] for place, heading, field, of in columns][:4] == [
        ["A", "日期", "date", ""],
        ["B", "班级", "class", ""],
        ["C", "语文", "cell", "语文"],
        ["D", "数学", "cell", "数学"],
    ]
    assert [entry["minutes"] for entry in sheet["first_entries"]] == ["20", "25", "20", ""]


@pytest.mark.parametrize("name", ["approval_forms", "text_lines_one_column", "list_plain", "wall_calendar", "paired_rows_per_subject"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shape_has_an_account(name: str, lang: str, tmp_path: Path) -> None:
    (file, data), *_ = load(CASES / f"{name}.json").files().items()
    path = tmp_path / Path(file).name
    path.write_bytes(data)
    assert len(inspected(path, lang=lang).splitlines()) > 10


def test_a_file_that_is_not_there_and_one_that_is_no_spreadsheet(tmp_path: Path) -> None:
    assert homework_audit("inspect", tmp_path / "没有.xlsx").returncode == 2
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    assert "无法读取" in inspected(tmp_path / "坏.xlsx")
