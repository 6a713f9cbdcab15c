"""Runs the real command in a process of its own, as a scheduler would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

UNMEASURED: Mapping[str, None] = {"COVERAGE_PROCESS_CONFIG": None, "COVERAGE_PROCESS_START": None}
"""Surroundings in which nothing is written beside the command's own files: a measured process has a data file of its own."""


def surroundings_with(env: Mapping[str, str | None]) -> dict[str, str]:
    """The surroundings of the tests with these on top; None takes one away."""
    wanted = {**os.environ, "HOMEWORK_AUDIT_LANG": "zh", "PYTHONUTF8": "1", **env}
    return {name: value for name, value in wanted.items() if value is not None}


def homework_audit(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str | None] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """What the command printed on either stream, and its exit code. Chinese messages of faults unless `env` says otherwise."""
    surroundings = surroundings_with(env or {})
    command = [sys.executable, "-m", "homework_audit", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, cwd=cwd, env=surroundings, stdin=subprocess.DEVNULL, check=False, timeout=300)


def json_report(*arguments: str | Path, cwd: Path | None = None) -> dict[str, Any]:
    """The JSON that `check` prints."""
    found: dict[str, Any] = json.loads(homework_audit("check", *arguments, "--format", "json", cwd=cwd).stdout)
    return found


def write(folder: Path, files: Mapping[str, bytes], order: Sequence[str] = ()) -> Path:
    """A folder with these files, written in this order."""
    for name in order or files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
    return folder
