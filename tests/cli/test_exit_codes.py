"""Each exit code that can occur, shown by the real command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import homework_audit, write
from tests.conftest import row, table

GOOD = table(row(20))
OVER = table(row(70))
WARNING = table(row(20, subject="国学"))
UNDETERMINED = table(row("适量"))
DAMAGED = b"PK\x03\x04 cut short"


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        pytest.param({"三年级.csv": GOOD}, [], 0, id="everything within"),
        pytest.param({"三年级.csv": OVER}, [], 1, id="over the cap"),
        pytest.param({"三年级.csv": UNDETERMINED}, [], 1, id="undetermined"),
        pytest.param({"三年级.csv": WARNING}, [], 0, id="a warning does not gate"),
        pytest.param({"三年级.csv": WARNING}, ["--fail-on", "warning"], 1, id="a warning gates when asked to"),
        pytest.param({"三年级.csv": OVER}, ["--fail-on", "never"], 0, id="never suppresses 1"),
        pytest.param({"三年级.csv": OVER, "坏.xlsx": DAMAGED}, ["--fail-on", "never"], 3, id="never does not suppress 3"),
        pytest.param({"三年级.csv": OVER, "坏.xlsx": DAMAGED}, [], 3, id="incomplete outranks findings"),
        pytest.param({"三年级.csv": GOOD, "扫描.pdf": b"%PDF-1.7"}, [], 3, id="a form that cannot be read"),
        pytest.param({"三年级.csv": GOOD, "杂.csv": "甲,乙\n丙,丁\n".encode()}, [], 3, id="a sheet not understood"),
        pytest.param({}, [], 4, id="no file"),
        pytest.param({"空.csv": table()}, [], 4, id="no entry in any file"),
        pytest.param({"三年级.csv": GOOD}, ["--bad-option"], 2, id="wrong usage"),
        pytest.param({"三年级.csv": GOOD}, ["--policy", "cn-1999"], 2, id="no such policy"),
        pytest.param({"三年级.csv": GOOD}, ["--from", "someday"], 2, id="no date"),
        pytest.param({"三年级.csv": GOOD}, ["--grade", "13"], 2, id="no grade"),
        pytest.param({"三年级.csv": GOOD}, ["-o", "report.docx"], 2, id="no format"),
        pytest.param({"三年级.csv": GOOD, "homework-audit.toml": b"[[cap]]"}, [], 2, id="wrong configuration"),
        pytest.param({"三年级.csv": GOOD}, ["-o", "三年级.csv/报告.xlsx"], 3, id="an output that cannot be written"),
        pytest.param({"三年级.csv": GOOD}, ["-o", "csv:三年级.csv"], 3, id="an output over an input"),
    ],
)
def test_exit_code(tmp_path: Path, files: dict[str, bytes], arguments: list[str], code: int) -> None:
    write(tmp_path, files)
    run = homework_audit("check", ".", *arguments, cwd=tmp_path)
    assert run.returncode == code, run.stderr.decode()
    assert b"Traceback" not in run.stdout + run.stderr


def test_a_named_path_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    run = homework_audit("check", tmp_path / "没有")
    assert (run.returncode, run.stdout) == (2, b"")
    assert "不存在" in run.stderr.decode()


def test_a_fault_of_the_program_is_70_and_says_so_in_one_line(tmp_path: Path) -> None:
    """A broken installation: a module of the package that cannot be imported."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text("import sys; sys.modules['homework_audit.auditing'] = None\n", encoding="utf-8")
    write(tmp_path / "in", {"三年级.csv": GOOD})
    surroundings = {"PYTHONPATH": os.pathsep.join([str(broken), os.environ.get("PYTHONPATH", "")])}
    run = homework_audit("check", tmp_path / "in", env=surroundings)
    assert run.returncode == 70
    assert "程序故障" in run.stderr.decode()
    assert b"Traceback" not in run.stderr
    debugged = homework_audit("check", tmp_path / "in", "--debug", env=surroundings)
    assert b"Traceback" in debugged.stderr


def test_an_interrupted_run_is_130_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "in", {f"{n}.csv": table(*[row(n % 9 + 1, content=f"{n}-{k}") for k in range(3000)]) for n in range(60)})
    command = [sys.executable, "-m", "homework_audit", "check", str(tmp_path / "in"), "-o", str(tmp_path / "报告.json")]
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)  # a scheduler may have had the tests ignore it
    try:
        run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, heeded)
    time.sleep(4)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert run.returncode == 130, err.decode()
    assert out == b""
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
