"""A report is written whole or not at all, over last night's and never over a submission, and beside one that Excel holds open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import homework_audit, write
from tests.conftest import row, table

FORBIDDEN = Path("/sys/kernel")
HELD_OPEN = """
import os

replace = os.replace

def held(source, target):
    if str(target).endswith("HELD"):
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")
    return replace(source, target)

os.replace = held
"""


@pytest.mark.parametrize("name", ["报告.json", "报告.xlsx", "报告.html", "报告.csv", "报告.md", "报告.xml"])
def test_a_report_in_the_audited_folder_is_replaced_night_after_night(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"三年级.csv": table(row(20))})
    runs = [homework_audit("check", tmp_path, "--as-of", "2026-09-30", "-o", tmp_path / name) for _ in range(3)]
    assert [run.returncode for run in runs] == [0, 0, 0], runs[1].stderr.decode()


@pytest.mark.parametrize("pattern", ["三*", "*"])
def test_a_submission_that_is_left_aside_is_not_replaced_either(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, {"三.csv": table(row(20)), "homework-audit.toml": f'[input]\nexclude = ["{pattern}"]\n'.encode()})
    before = (tmp_path / "三.csv").read_bytes()
    run = homework_audit("check", tmp_path, "-o", tmp_path / "三.csv")
    assert run.returncode == 3
    assert (tmp_path / "三.csv").read_bytes() == before


def test_beside_a_report_that_is_held_open_the_new_one_gets_the_next_name(tmp_path: Path) -> None:
    write(tmp_path, {"in/三年级.csv": table(row(20)), "报告.json": b"old", "报告 (2).json": b"older"})
    write(tmp_path, {"sitecustomize.py": HELD_OPEN.replace('HELD"', '报告.json"').encode()})
    path = os.pathsep.join((str(tmp_path), *filter(None, sys.path)))
    run = homework_audit("check", "in", "-o", "报告.json", cwd=tmp_path, env={"PYTHONPATH": path})
    assert run.returncode == 0, run.stderr.decode()
    assert "报告 (3).json" in run.stderr.decode()
    assert (tmp_path / "报告.json").read_bytes() == b"old"
    assert json.loads((tmp_path / "报告 (3).json").read_bytes())["schema"] == 1
    assert not list(tmp_path.glob(".*.part"))


def test_what_a_killed_run_left_is_swept_away_and_what_another_is_writing_is_not(tmp_path: Path) -> None:
    write(tmp_path, {"in/三年级.csv": table(row(20)), ".报告.json.old.part": b"{", ".报告.json.new.part": b"{", ".x.json.old.part": b"{"})
    long_ago = time.time() - 7200
    for name in (".报告.json.old.part", ".x.json.old.part"):
        os.utime(tmp_path / name, (long_ago, long_ago))
    assert homework_audit("check", "in", "-o", "报告.json", cwd=tmp_path).returncode == 0
    assert {path.name for path in tmp_path.glob(".*.part")} == {".报告.json.new.part", ".x.json.old.part"}


@pytest.mark.skipif(not FORBIDDEN.exists(), reason="a folder in which not even an administrator may write")
def test_a_folder_that_may_not_be_written_costs_the_report_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, {"in/三年级.csv": table(row(75)), "homework-audit.toml": f'[history]\nfile = "{FORBIDDEN}/history.sqlite"\n'.encode()})
    run = homework_audit("check", "in", "--record", "-o", FORBIDDEN / "报告.json", "-o", "报告.md", cwd=tmp_path)
    assert run.returncode == 3
    assert "三(1)班" in run.stdout.decode()
    assert (tmp_path / "报告.md").exists()


def test_a_link_stays_a_link_and_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such files")
    write(tmp_path, {"in/三年级.csv": table(row(20)), "kept/报告.json": b"old"})
    (tmp_path / "报告.json").symlink_to("kept/报告.json")
    os.mkfifo(tmp_path / "管道.csv")
    reader = subprocess.Popen(["cat", tmp_path / "管道.csv"], stdout=subprocess.PIPE)
    run = homework_audit("check", "in", "-o", "报告.json", "-o", "管道.csv", "-o", "csv:/dev/null", cwd=tmp_path)
    assert run.returncode == 0, run.stderr.decode()
    assert "语文" in reader.communicate(timeout=30)[0].decode("utf-8-sig") or reader.returncode == 0
    assert (tmp_path / "报告.json").is_symlink()
    assert json.loads((tmp_path / "kept/报告.json").read_bytes())["schema"] == 1
    assert (tmp_path / "管道.csv").is_fifo()
    assert not Path("/dev/null").is_file()


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"in/三年级.csv": table(row(20))})
    name = "报" * 80 + ".json"
    assert homework_audit("check", "in", "-o", name, cwd=tmp_path).returncode == 0
    assert (tmp_path / name).exists()
