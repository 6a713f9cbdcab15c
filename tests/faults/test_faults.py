"""Every read, write, flush, rename, statement and child start fails once in turn: the run ends as stated, and nothing is half there."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from functools import partial
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.command import UNMEASURED, homework_audit, surroundings_with, write
from tests.conftest import row, table

HERE = Path(__file__).parent
KINDS = ("open", "read", "write", "flush", "rename", "child", "sql")
FILES = {"三年级.csv": table(row(75)), "六年级.csv": table(row(20, to="六(1)班"))}


def check(folder: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """One recording check with two reports, in that folder's `in`."""
    reports = ("-o", folder / "报告.json", "-o", folder / "报告.xlsx")
    return homework_audit(
        "check", folder / "in", "--record", "--as-of", "2026-09-30", *reports, cwd=folder, env={**UNMEASURED, **(env or {})}
    )


def assert_whole(folder: Path) -> None:
    """Reports are whole or absent, the history and the cache are sound, the submissions as they were."""
    if (folder / "报告.json").exists():
        report = json.loads((folder / "报告.json").read_bytes())
        assert report["entries"]["read"] == sum(sheet["entries"] for file in report["files"] for sheet in file["sheets"])
    if (folder / "报告.xlsx").exists():
        assert openpyxl.load_workbook(BytesIO((folder / "报告.xlsx").read_bytes())).sheetnames
    for kept in (folder / ".homework-audit").glob("*.sqlite"):
        with sqlite3.connect(kept) as sql:
            assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert sql.execute("PRAGMA foreign_key_check").fetchall() == []
        sql.close()
    assert {path.name: path.read_bytes() for path in (folder / "in").iterdir()} == FILES


def injected(folder: Path, kind: str, at: int) -> subprocess.CompletedProcess[bytes] | None:
    """The check in which the n-th call fails; None where there are fewer."""
    seen = folder / "seen"
    seen.unlink(missing_ok=True)
    path = os.pathsep.join((str(HERE), *filter(None, sys.path)))
    run = check(folder, {"FAULT": kind, "FAULT_AT": str(at), "FAULT_SEEN": str(seen), "FAULT_ROOT": str(folder), "PYTHONPATH": path})
    return run if seen.exists() else None


@pytest.mark.parametrize("kind", KINDS)
def test_each_call_fails_once(tmp_path: Path, kind: str) -> None:
    folder, at = tmp_path, 1
    write(folder / "in", FILES)
    while run := injected(folder, kind, at):
        told = run.stderr.decode()
        assert run.returncode in {1, 2, 3}, (kind, at, told)
        assert "Traceback" not in told
        assert run.returncode == 1 or "homework-audit: " in told
        assert_whole(folder)
        assert "三(1)班" in run.stdout.decode() or run.returncode == 3
        at += 1
    assert at > 1
    assert check(folder).returncode == 1
    assert_whole(folder)


def limit_files(most: int) -> None:
    """No file of this process may grow beyond so many bytes."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_is_full_at_any_size(tmp_path: Path) -> None:
    """No file may grow beyond so many bytes: reports, history and cache end there, the audit does not."""
    write(tmp_path / "in", FILES)
    assert check(tmp_path).returncode == 1
    write(tmp_path / "in", {"六年级.csv": table(row(30, to="六(1)班"))})
    command = [sys.executable, "-m", "homework_audit", "check", "in", "--record", "--as-of", "2026-09-30"]
    command += ["-o", "报告.json", "-o", "报告.xlsx"]
    for most in (0, 1000, 5000, 20_000, 100_000):
        limited = subprocess.run(
            command,
            cwd=tmp_path,
            capture_output=True,
            check=False,
            env=surroundings_with({**UNMEASURED, "PYTHONDONTWRITEBYTECODE": "1"}),
            preexec_fn=partial(limit_files, most),
        )
        assert limited.returncode in {1, 3}, limited.stderr.decode()
        assert b"Traceback" not in limited.stderr
        assert b"daily-minutes-cap" in limited.stdout
        assert openpyxl.load_workbook(BytesIO((tmp_path / "报告.xlsx").read_bytes())).sheetnames
    assert not list(tmp_path.glob(".*.part"))
