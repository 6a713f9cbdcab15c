"""Whole outputs on the sample sheets, as a user reads them. `make golden` writes them again: read the difference."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.command import homework_audit
from tests.conftest import ROOT

GOLDEN = Path(__file__).parent / "golden"

OUTPUTS = {
    "table-80.zh.txt": (["--format", "table"], {"COLUMNS": "80"}),
    "table-120.en.txt": (["--format", "table", "--lang", "en", "-v"], {"COLUMNS": "120"}),
    "plain.zh.txt": (["--format", "plain"], {}),
    "plain.en.txt": (["--format", "plain", "--lang", "en", "-v"], {}),
    "findings.zh.csv": (["--format", "csv"], {}),
    "report.zh.json": (["--format", "json", "--evidence", "findings"], {}),
    "help.zh.txt": (["--help"], {"COLUMNS": "80"}),
    "help.en.txt": (["--help"], {"COLUMNS": "80", "HOMEWORK_AUDIT_LANG": "en"}),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_what_was_agreed_on(name: str) -> None:
    arguments, env = OUTPUTS[name]
    run = homework_audit("check", "sample_sheets", *arguments, cwd=ROOT, env={"NO_COLOR": "1", "TERM": "dumb", **env})
    assert run.returncode == (0 if "--help" in arguments else 1), run.stderr.decode()
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(run.stdout)
    assert run.stdout.decode("utf-8-sig") == (GOLDEN / name).read_bytes().decode("utf-8-sig")


def test_every_golden_file_is_of_a_test() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(OUTPUTS)
