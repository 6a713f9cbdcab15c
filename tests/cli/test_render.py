"""`render` gives from a stored report what `check` gives from the sheets, and says what is no report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from homework_audit.renderers import RENDERERS
from tests.command import homework_audit
from tests.conftest import ROOT

THIRDS = (
    "日期,班级,科目,作业内容,预计用时(分钟),截止日期\n"
    "2026-09-14,三(1)班,语文,读书笔记,100,2026-09-16\n"
    "2026-09-14,三(1)班,数学,练习,33.37,\n"
)
"""Minutes that are not whole tenths: a third of 100 a day."""


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stored") / "报告.json"
    homework_audit("check", "sample_sheets", "-o", file, cwd=ROOT)
    return file


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_is_the_one_that_check_writes(stored: Path, tmp_path: Path, name: str, lang: str) -> None:
    homework_audit("check", "sample_sheets", "--lang", lang, "-o", f"{name}:{tmp_path / 'direct'}", cwd=ROOT)
    run = homework_audit("render", stored, "--lang", lang, "-o", f"{name}:{tmp_path / 'rendered'}")
    assert run.returncode == 0, run.stderr.decode()
    assert (tmp_path / "rendered").read_bytes() == (tmp_path / "direct").read_bytes()


@pytest.mark.parametrize("name", RENDERERS)
def test_minutes_that_are_no_whole_tenths_are_the_same_after_storing(tmp_path: Path, name: str) -> None:
    (tmp_path / "三.csv").write_text(THIRDS, "utf-8")
    homework_audit("check", "三.csv", "-o", "stored.json", "-o", f"{name}:direct", "-q", cwd=tmp_path)
    homework_audit("render", "stored.json", "-o", f"{name}:rendered", "-q", cwd=tmp_path)
    assert (tmp_path / "rendered").read_bytes() == (tmp_path / "direct").read_bytes()


def test_without_a_file_it_prints(stored: Path) -> None:
    assert homework_audit("render", stored).stdout == homework_audit("check", "sample_sheets", cwd=ROOT).stdout


@pytest.mark.parametrize("change", [{"schema": 2}, {"summary": 3}, {"more": 1}])
def test_a_report_that_does_not_fit_is_refused(stored: Path, tmp_path: Path, change: dict[str, object]) -> None:
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(json.loads(stored.read_bytes()) | change), "utf-8")
    run = homework_audit("render", changed)
    assert (run.returncode, run.stdout) == (2, b"")
    assert "changed.json" in run.stderr.decode()


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"schema": 1}'])
def test_what_is_no_report_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.json").write_bytes(data)
    run = homework_audit("render", tmp_path / "x.json")
    assert run.returncode == 2
    assert "不是本程序的 JSON 报告" in run.stderr.decode()


def test_the_stored_report_is_never_written_over(stored: Path) -> None:
    before = stored.read_bytes()
    run = homework_audit("render", stored, "-o", stored)
    assert run.returncode == 3
    assert stored.read_bytes() == before


def test_an_unknown_format_is_named_with_those_there_are(stored: Path) -> None:
    run = homework_audit("render", stored, "--format", "docx")
    assert run.returncode == 2
    assert ", ".join(RENDERERS) in run.stderr.decode()
