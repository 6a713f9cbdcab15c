"""A county in one run, school by school, on a cluster: the figures and the bytes are the same, and memory stays within its bar.

Twelve schools by default; with `COUNTY=300` in the surroundings it is the real thing (7,000 workbooks).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest

from tests.command import homework_audit, surroundings_with
from tests.conftest import ROOT
from tests.county.schools import made
from tests.intake.dask import dask

SCHOOLS = int(os.environ.get("COUNTY", "12"))
MEMORY_BAR = 1024
"""MiB of the process that judges."""
AS_OF = ("--as-of", "2025-11-20")


class County(NamedTuple):
    """The folder of all schools' folders, the configuration of the county, how many files, and the report of one run."""

    folder: Path
    policy: Path
    files: int
    report: Path


def check(folder: Path, report: Path, *more: str | Path) -> list[str]:
    """The arguments of a check that writes its report and prints nothing."""
    return ["check", str(folder), "--output", str(report), "--quiet", *AS_OF, *map(str, more)]


def run(*arguments: str) -> int:
    """The exit code of the command, however long it takes."""
    command = [sys.executable, "-m", "homework_audit", *arguments]
    return subprocess.run(command, env=surroundings_with({}), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False).returncode


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    """A county that was audited in one run."""
    place = tmp_path_factory.mktemp("county")
    folder, policy, report = place / "报送", place / "教育局" / "homework-audit.toml", place / "全县.json"
    policy.parent.mkdir()
    files = made(folder, SCHOOLS)
    policy.write_text('[input]\nschools = "folder"\n', encoding="utf-8")
    arguments = check(folder, report, "--config", policy)
    peak = place / "peak"
    command = [sys.executable, "-m", "benchmarks.peak", str(peak), *arguments]
    done = subprocess.run(command, cwd=ROOT, env=surroundings_with({}), stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 3, "some files of every county cannot be read"
    assert float(peak.read_text("utf-8")) <= MEMORY_BAR
    sys.stdout.write(f"{SCHOOLS} schools, {files} files, peak {peak.read_text('utf-8')} MiB\n")
    return County(folder, policy, files, report)


def told(path: Path) -> dict[str, Any]:
    """What a JSON file says."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def rolled(target: Path, *reports: Path) -> dict[str, Any]:
    """The rollup of these reports."""
    done = homework_audit("rollup", *reports, "--name", "某县", "--output", target, "--quiet")
    assert done.returncode in (0, 3), done.stderr.decode()
    return told(target)


def test_every_file_is_in_the_report_and_every_entry_accounted_for(county: County) -> None:
    report = told(county.report)
    entries = report["entries"]
    assert len(report["files"]) == county.files
    assert entries["read"] == entries["counted"] + sum(entries["not_counted"].values()) + entries["rejected"]
    assert len({day["school"] for day in report["class_days"]}) == SCHOOLS
    assert {file["status"] for file in report["files"]} >= {"read", "unreadable", "unsupported"}


def test_one_run_over_the_county_and_the_reports_of_its_schools_give_the_same_figures(county: County, tmp_path: Path) -> None:
    folders = sorted(county.folder.iterdir())
    reports = [tmp_path / f"{folder.name}.json" for folder in folders]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = set(pool.map(lambda pair: run(*check(pair[0], pair[1], "--jobs", "1")), zip(folders, reports, strict=True)))
    assert codes <= {0, 1, 3}
    together, apart = rolled(tmp_path / "一次.json", county.report), rolled(tmp_path / "逐校.json", *reports)
    assert together["unit"] == apart["unit"]
    assert len(together["unit"]["units"]) == SCHOOLS
    assert together["unit"]["totals"]["over"] > 0


def test_a_cluster_gives_the_same_bytes_also_when_a_worker_is_killed(county: County, tmp_path: Path) -> None:
    with dask(tmp_path, 2) as started:
        for name, killed in (("whole.json", False), ("killed.json", True)):
            arguments = check(county.folder, tmp_path / name, "--config", county.policy, "--cluster", started.address)
            command = [sys.executable, "-m", "homework_audit", *arguments]
            with subprocess.Popen(command, env=surroundings_with({}), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as audit:
                if killed:
                    kill_busy(started.workers[0])
                    assert audit.poll() is None, "the worker was to be killed in the middle"
                assert audit.wait() == 3
            assert (tmp_path / name).read_bytes() == county.report.read_bytes()


def kill_busy(worker: subprocess.Popen[bytes]) -> None:
    """Kills the worker once its child has begun to read."""
    process, until = psutil.Process(worker.pid), time.monotonic() + 120
    before = {child.pid: sum(child.cpu_times()[:2]) for child in process.children()}
    while not any(sum(child.cpu_times()[:2]) > before.get(child.pid, 0.0) for child in process.children()):
        assert worker.poll() is None
        assert time.monotonic() < until, "no child of the worker has begun to read"
    worker.kill()
    worker.wait()
