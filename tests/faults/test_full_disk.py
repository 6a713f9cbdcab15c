"""A disk that is really full costs what cannot be written, and nothing that was there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import UNMEASURED, surroundings_with
from tests.conftest import ROOT

APART = ["unshare", "--user", "--map-root-user", "--mount"]
"""Runs a command where it may mount a file system that nobody else sees."""


def may_mount() -> bool:
    """Whether a small disk can be made here."""
    return shutil.which("unshare") is not None and subprocess.run([*APART, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="no file system may be mounted here")
def test_a_full_disk(tmp_path: Path) -> None:
    played = subprocess.run(
        [*APART, sys.executable, "-m", "tests.faults.full_disk", str(tmp_path)],
        cwd=ROOT,
        env=surroundings_with(UNMEASURED),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert played.returncode == 0, played.stderr
