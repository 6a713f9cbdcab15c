"""A nightly job is ready to paste: what it starts runs from anywhere, with any name, and leaves a log."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from datetime import time
from pathlib import Path

import pytest

from homework_audit.scheduling import SCHEDULERS, Nightly
from tests.command import homework_audit, write
from tests.conftest import row, table

ODD = "报送 100% $HOME 'x'"


def printed(kind: str, place: Path, *arguments: str | Path) -> str:
    run = homework_audit("schedule", kind, place, *arguments)
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return write(tmp_path / ODD, {"三年级.csv": table(row(75)), "homework-audit.toml": b""})


def test_what_cron_starts_audits_records_and_logs(place: Path, tmp_path: Path) -> None:
    write(place, {".homework-audit/environment": b"HOMEWORK_AUDIT_NOTIFY_URLS=unheard://of\n"})
    lines = [line for line in printed("cron", place, "--at", "22:05", "-o", place / "报告.html").splitlines() if not line.startswith("#")]
    nightly, after_start = lines
    assert nightly.startswith("5 22 * * * ")
    assert after_start.startswith("@reboot sleep 300; ")
    assert "%" not in nightly.replace(r"\%", "")
    line = nightly.removeprefix("5 22 * * * ").replace(r"\%", "%")
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": os.environ.get("PYTHONPATH", str(Path.cwd()))}
    codes = [subprocess.run(["/bin/sh", "-c", line], cwd="/", env=bare, check=False).returncode for _ in range(2)]
    assert codes == [1, 0]
    log = (place / ".homework-audit" / "nightly.log").read_text("utf-8")
    assert "daily-minutes-cap" in log
    assert "unheard" in log
    assert (place / "报告.html").exists()


def test_systemd_takes_the_units(place: Path, tmp_path: Path) -> None:
    script = printed("systemd", place, "--at", "06:30")
    units = dict(re.findall(r"user/(homework-audit\.\w+) <<'END_OF_UNIT'\n(.*?)END_OF_UNIT", script, re.DOTALL))
    assert "OnCalendar=*-*-* 06:30:00\nPersistent=true" in units["homework-audit.timer"]
    assert "SuccessExitStatus=1" in units["homework-audit.service"]
    assert "100%% $$HOME" in units["homework-audit.service"]
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd here to ask")
    write(tmp_path, {name: unit.encode() for name, unit in units.items()})
    asked = ["systemd-analyze", "verify", "--user", *(str(tmp_path / name) for name in units)]
    verified = subprocess.run(asked, capture_output=True, check=False, env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)})
    told = [line for line in verified.stderr.decode().splitlines() if "homework-audit" in line]
    assert told == []


def test_the_script_that_installs_systemd_s_units_is_a_script(place: Path) -> None:
    script = printed("systemd", place)
    assert subprocess.run(["/bin/sh", "-n"], input=script.encode(), check=False).returncode == 0


def test_the_task_of_windows_catches_up_and_never_meets_itself() -> None:
    job = Nightly(
        ("C:\\Program Files\\Python\\python.exe", "-m", "homework_audit", "check", "D:\\报 送"), "D:\\", "D:\\it's.log", "D:\\e", time(21)
    )
    script = SCHEDULERS["windows"](job, "zh")
    assert "-StartWhenAvailable -MultipleInstances IgnoreNew" in script
    assert (
        """-Argument '/d /s /c ""C:\\Program Files\\Python\\python.exe" -m homework_audit check "D:\\报 送" >> "D:\\it''s.log" 2>&1"'"""
        in script
    )
    assert "-At '21:00'" in script


@pytest.mark.parametrize("kind", SCHEDULERS)
@pytest.mark.parametrize(("lang", "word"), [("zh", "新增问题"), ("en", "new findings")])
def test_every_job_says_what_the_exit_codes_mean_to_it(kind: str, lang: str, word: str, place: Path) -> None:
    told = " ".join(line for line in printed(kind, place, "--lang", lang).splitlines() if line.startswith("#"))
    assert re.search(word, told)
    assert all(code in told for code in "135")


@pytest.mark.parametrize("arguments", [("cron", "没有"), ("cron", ".", "--at", "noon"), ("anacron",)])
def test_what_cannot_be_scheduled_is_wrong_usage(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert homework_audit("schedule", *arguments, cwd=tmp_path).returncode == 2


def test_paths_are_absolute_wherever_it_is_printed(tmp_path: Path) -> None:
    write(tmp_path, {"in/三.csv": table(row(20))})
    run = homework_audit("schedule", "cron", "in", "-o", "r.json", cwd=tmp_path)
    words = shlex.split(run.stdout.decode().splitlines()[-1])
    assert {str(tmp_path / "in"), f"json:{tmp_path / 'r.json'}"} <= set(words)
