"""The same input gives the same bytes, whatever the order of files, jobs, working folder, locale or time zone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.command import homework_audit, write
from tests.conftest import ROOT

SAMPLES = ROOT / "sample_sheets"


@pytest.fixture(scope="module")
def reference() -> bytes:
    return homework_audit("check", SAMPLES, "--format", "json", "--jobs", "1", "--as-of", "2026-09-30").stdout


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        pytest.param(["--jobs", "2"], {}, id="jobs"),
        pytest.param([], {"TZ": "America/Los_Angeles"}, id="time zone"),
        pytest.param([], {"LC_ALL": "C", "LANG": "C", "HOMEWORK_AUDIT_LANG": "en"}, id="locale"),
        pytest.param([], {"PYTHONHASHSEED": "7"}, id="hash seed"),
    ],
)
def test_json_does_not_depend_on_surroundings(reference: bytes, arguments: list[str], env: dict[str, str]) -> None:
    assert homework_audit("check", SAMPLES, "--format", "json", "--as-of", "2026-09-30", *arguments, env=env).stdout == reference


def test_json_does_not_depend_on_the_working_folder(reference: bytes) -> None:
    for cwd, path in ((SAMPLES, "."), (ROOT, "sample_sheets"), (SAMPLES / "数学组", "..")):
        assert homework_audit("check", path, "--format", "json", "--as-of", "2026-09-30", cwd=cwd).stdout == reference


def test_json_does_not_depend_on_the_order_in_which_files_were_written(reference: bytes, tmp_path: Path) -> None:
    files = {path.relative_to(SAMPLES).as_posix(): path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.is_file()}
    folder = write(tmp_path / "copy", files, order=sorted(files, reverse=True))
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert homework_audit("check", folder, "--format", "json", "--as-of", "2026-09-30").stdout == reference


@pytest.mark.parametrize("name", ["报告.xlsx", "报告.json", "报告.csv"])
def test_reports_are_the_same_bytes_twice(tmp_path: Path, name: str) -> None:
    for run in ("one", "two"):
        homework_audit("check", SAMPLES, "-o", tmp_path / run / name, "--as-of", "2026-09-30")
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_report_in_the_folder_is_known_again_and_left_aside(reference: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(SAMPLES, folder)
    for name in ("报告.xlsx", "报告.csv"):
        homework_audit("check", SAMPLES, "-o", folder / name, "--as-of", "2026-09-30")
    again = homework_audit("check", folder, "--format", "json", "--as-of", "2026-09-30")
    assert again.stdout.count(b'"own-report"') == 2
    assert again.returncode == 1
