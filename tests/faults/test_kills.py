"""A hundred kills at random moments: reports, history and cache are whole each time, nothing is lost, no child stays behind."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.command import UNMEASURED, homework_audit, surroundings_with, write
from tests.conftest import row, table
from tests.faults.test_faults import FILES, assert_whole

KILLS = 100
COMMAND = [sys.executable, "-m", "homework_audit", "check", "in", "--record", "--as-of", "2026-09-30", "-o", "报告.json", "-o", "报告.xlsx"]


def start(folder: Path) -> subprocess.Popen[bytes]:
    env = surroundings_with(UNMEASURED)
    return subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)


def gone(process: psutil.Process) -> bool:
    """Whether a process has ended."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE or not process.is_running()
    except psutil.NoSuchProcess:
        return True


def killed(folder: Path, after: float) -> None:
    """A run that is killed in the middle, and whose children end by themselves."""
    process = start(folder)
    time.sleep(after)
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    process.kill()
    process.wait()
    deadline = time.monotonic() + 20
    while not all(map(gone, children)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert all(map(gone, children))


def test_a_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    write(tmp_path / "in", FILES)
    began = time.monotonic()
    assert start(tmp_path).wait() == 1
    takes = time.monotonic() - began
    moments = random.Random(20261124)
    for _ in range(KILLS):
        write(tmp_path / "in", FILES)
        killed(tmp_path, moments.uniform(0.1, 1.1) * takes)
        assert_whole(tmp_path)
    assert start(tmp_path).wait() == 1
    runs = json.loads(homework_audit("history", "list", "--format", "json", cwd=tmp_path).stdout)
    assert runs[0]["states"] == {"new": 1}
    assert all(run["states"] == {"persisting": 1} for run in runs[1:])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process otherwise")
def test_a_run_that_is_told_to_end_ends_as_interrupted_and_writes_nothing(tmp_path: Path) -> None:
    many = {f"{n}.csv": table(*[row(n % 9 + 1, content=f"{n}-{k}") for k in range(2000)]) for n in range(40)}
    write(tmp_path / "in", many)
    process = start(tmp_path)
    while not (tmp_path / ".homework-audit" / "history.sqlite.lock").exists():
        time.sleep(0.02)
    time.sleep(0.5)
    process.terminate()
    assert process.wait(timeout=30) == 130
    assert not (tmp_path / "报告.json").exists()
    assert homework_audit("history", "list", cwd=tmp_path).stdout.decode() == "还没有记录任何一次审计\n"
