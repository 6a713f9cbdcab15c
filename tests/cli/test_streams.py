"""Results go to standard output, everything else to standard error, and no encoding or closed pipe makes it raise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import homework_audit, surroundings_with, write
from tests.conftest import ROOT, row, table

SAMPLES = ROOT / "sample_sheets"


def test_json_is_the_only_thing_on_standard_output(tmp_path: Path) -> None:
    run = homework_audit("check", SAMPLES, "--format", "json", "-o", tmp_path / "报告.csv")
    assert json.loads(run.stdout)["schema"] == 1
    assert "报告.csv" in run.stderr.decode()


def test_piped_output_is_plain_and_never_wrapped() -> None:
    lines = homework_audit("check", SAMPLES).stdout.decode().splitlines()
    assert lines[0].startswith("70 个班日中 5 个超标")
    assert any(len(line) > 100 for line in lines)


@pytest.mark.parametrize("kind", ["plain", "table", "json", "csv"])
def test_a_gbk_console_never_raises(tmp_path: Path, kind: str) -> None:
    write(tmp_path, {"三年级.csv": table(row(70, content="读 ² ½ ✅ 😀 emoji"), row("²✅😀", subject="数学"))})
    run = homework_audit("check", tmp_path, "--format", kind, env={"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"})
    assert (run.returncode, run.stderr) == (1, b"")
    if kind in {"plain", "table"}:
        assert "超标" in run.stdout.decode("gbk")
    else:
        assert "练习册" in run.stdout.decode("utf-8") or "✅" in run.stdout.decode("utf-8")


def test_markup_and_escapes_in_cells_stay_text(tmp_path: Path) -> None:
    write(tmp_path, {"三年级.csv": table(row(70, subject="[red]珠算[/oops]"), row("\x1b[31m红", subject="语文"))})
    for kind in ("table", "plain"):
        out = homework_audit("check", tmp_path, "--format", kind, env={"FORCE_COLOR": ""}).stdout.decode()
        assert "[red]珠算[/oops]" in out
        assert "\x1b" not in out


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    command = f'"{sys.executable}" -m homework_audit check "{SAMPLES}" --format json | head -c 10'
    run = subprocess.run(command, shell=True, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert run.stdout.startswith(b"{")
    assert run.stderr == b""


def test_quiet_prints_findings_only() -> None:
    out = homework_audit("check", SAMPLES, "-q").stdout.decode()
    found = json.loads(homework_audit("check", SAMPLES, "--format", "json").stdout)["findings"]
    assert len(out.splitlines()) == len(found)
    assert "条 =" not in out


def test_version_needs_nothing_heavy() -> None:
    heavy = "sorted({'typer', 'pydantic', 'rich'} & set(sys.modules))"
    program = f"import sys; sys.argv = ['x', '--version']; from homework_audit.cli import main; main(); print({heavy})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[1] == "[]"
    assert homework_audit("--version").stdout.decode().startswith("homework-audit 0.")


FULL = Path("/dev/full")
CLOSED = f'"{sys.executable}" -m homework_audit'


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full")
@pytest.mark.parametrize(
    ("streams", "said"), [(">/dev/full", True), (">/dev/full 2>&1", False), (">&-", True), (">&- 2>&-", False), ("2>&-", False)]
)
def test_where_nothing_can_be_printed_the_run_is_recorded_and_the_code_says_it(tmp_path: Path, streams: str, *, said: bool) -> None:
    write(tmp_path, {"in/三年级.csv": table(row(75))})
    command = f"{CLOSED} check in --record -o 报告.json {streams}"
    run = subprocess.run(command, shell=True, capture_output=True, check=False, cwd=tmp_path, env=surroundings_with({}))
    assert run.returncode == (3 if "full" in streams else 1), run.stderr.decode()
    assert b"Traceback" not in run.stderr
    assert (("标准输出无法写入" in run.stderr.decode()) if "full" in streams else True) or not said
    assert json.loads((tmp_path / "报告.json").read_bytes())["summary"]["over"] == 1
    runs = homework_audit("history", "list", "--format", "json", cwd=tmp_path)
    assert len(json.loads(runs.stdout)) == 1


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full")
@pytest.mark.parametrize("arguments", ["--version", "--help", "rules", "policy", "check --help"])
def test_no_command_ends_in_a_fault_where_nothing_can_be_printed(arguments: str) -> None:
    full = subprocess.run(f"{CLOSED} {arguments} >/dev/full", shell=True, capture_output=True, check=False, env=surroundings_with({}))
    assert full.returncode == 3
    assert b"Traceback" not in full.stderr
    enough = subprocess.run(f"{CLOSED} {arguments} | head -c 0", shell=True, capture_output=True, check=False, env=surroundings_with({}))
    assert enough.stderr == b""
