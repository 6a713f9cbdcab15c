"""Whatever becomes of a child, the supervisor says what happened to its file and goes on with the next. Real processes."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from homework_audit.intake.request import Request
from homework_audit.intake.supervisor import ChildFailed, ChildLimits, Supervisor
from homework_audit.intake.wire import WireSheet
from tests.conftest import row, table
from tests.readers.by_hand import compound, joined, text_cell, xlsx

GOOD = table(row(20))
REQUEST = Request(("三年级",), ".csv", named=False)
ENDLESS = compound("Workbook", endless=True)
"""1.5 KB of an .xls whose directory never ends: calamine takes memory until it is refused, and aborts."""
BROKEN = compound("Workbook", stream=b"\x09\x08\x10\x00".ljust(108, b"\0"))
"""An .xls whose small stream lies in a table that is not there: calamine panics, which is no Exception."""
SLOW = xlsx(joined([text_cell("A1", "x")]) + f'<row r="1048576">{text_cell("T1048576", "y")}</row>')
"""2 KB of a workbook in good order that makes a grid of 20 million cells."""
HEAVY = b"," * (40 << 20)
"""A CSV file of 40 million blank cells in one row."""
WITHOUT_POSIX = """
import os, sys
for name in ("resource", "fcntl", "grp", "pwd", "termios"):
    sys.modules[name] = None
for name in ("O_NONBLOCK", "fork", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)
"""


@contextlib.contextmanager
def supervising(**limits: float) -> Iterator[Supervisor]:
    supervisor = Supervisor(ChildLimits(**{**ChildLimits()._asdict(), **limits}))
    try:
        yield supervisor
    finally:
        supervisor.close()


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    with supervising(memory_mib=400) as one:
        yield one


def entries(answer: bytes) -> int:
    """How many entries the answer holds."""
    return sum(len(WireSheet._make(sheet).entries[4]) for sheet in json.loads(answer)[4])


def pid(supervisor: Supervisor) -> int:
    assert supervisor._child is not None
    return supervisor._child.pid


def failure(supervisor: Supervisor, data: bytes) -> str:
    with pytest.raises(ChildFailed) as failed:
        supervisor.ask(REQUEST, data)
    return failed.value.reason


def test_one_child_reads_file_after_file(supervisor: Supervisor) -> None:
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1
    first = pid(supervisor)
    assert [entries(supervisor.ask(REQUEST, GOOD)) for _ in range(3)] == [1, 1, 1]
    assert pid(supervisor) == first


@pytest.mark.parametrize("poison", [ENDLESS, BROKEN], ids=["an abort", "a panic"])
def test_a_file_that_ends_its_child_is_named_and_the_next_is_read(supervisor: Supervisor, poison: bytes) -> None:
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1
    first = pid(supervisor)
    assert failure(supervisor, poison) == "crashed"
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1
    assert pid(supervisor) != first


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses memory; elsewhere the child is ended")
def test_a_file_that_needs_too_much_memory_is_named(supervisor: Supervisor) -> None:
    assert failure(supervisor, HEAVY) == "memory"
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1


def test_a_file_that_takes_too_long_is_named_and_the_next_is_read() -> None:
    """The small workbook has one second, the large CSV files before and after it have fifty."""
    large = GOOD + (b" " * 30_000 + b"\n") * 18
    with supervising(seconds=1, seconds_a_mib=100, memory_mib=4096) as supervisor:
        assert entries(supervisor.ask(REQUEST, large)) == 1
        started = time.monotonic()
        assert failure(supervisor, SLOW) == "timeout"
        assert time.monotonic() - started < 5
        assert entries(supervisor.ask(REQUEST, large)) == 1


def test_a_child_is_replaced_after_so_many_files() -> None:
    with supervising(files=2) as supervisor:
        pids = []
        for _ in range(5):
            supervisor.ask(REQUEST, GOOD)
            pids.append(pid(supervisor))
    assert [pids.count(each) for each in dict.fromkeys(pids)] == [2, 2, 1]
    assert not any(psutil.pid_exists(each) for each in pids)


def test_a_child_that_was_killed_while_idle_costs_nothing(supervisor: Supervisor) -> None:
    supervisor.ask(REQUEST, GOOD)
    child = psutil.Process(pid(supervisor))
    child.kill()
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1


def when_busy(supervisor: Supervisor, act: Callable[[], None]) -> threading.Thread:
    """Does that, in another thread, as soon as the child has begun to make the grid of the slow workbook."""

    def wait_and_act() -> None:
        for _ in range(3000):
            with contextlib.suppress(psutil.Error):
                if supervisor._child and psutil.Process(supervisor._child.pid).memory_info().rss > 200 << 20:
                    break
            time.sleep(0.01)
        act()

    thread = threading.Thread(target=wait_and_act)
    thread.start()
    return thread


def test_a_child_that_was_killed_while_busy_with_its_first_file_has_crashed() -> None:
    with supervising(seconds=60, memory_mib=4096) as supervisor:
        killer = when_busy(supervisor, lambda: psutil.Process(pid(supervisor)).kill())
        assert failure(supervisor, SLOW) == "crashed"
        killer.join()
        assert entries(supervisor.ask(REQUEST, GOOD)) == 1


def test_a_file_is_not_blamed_for_what_earlier_files_left_behind(supervisor: Supervisor) -> None:
    """A child that has read other files and dies is given one more chance with a fresh one."""
    supervisor.ask(REQUEST, GOOD)
    first = psutil.Process(pid(supervisor))
    first.suspend()
    killer = threading.Timer(0.3, first.kill)
    killer.start()
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1
    killer.join()
    assert pid(supervisor) != first.pid


def test_the_run_can_be_ended_from_another_thread() -> None:
    with supervising(seconds=60, memory_mib=4096) as supervisor:
        killer = when_busy(supervisor, supervisor.kill)
        assert failure(supervisor, SLOW) == "crashed"
        killer.join()
        assert failure(supervisor, GOOD) == "crashed"
        assert supervisor._child is None


def test_closing_twice_is_closing_once(supervisor: Supervisor) -> None:
    supervisor.ask(REQUEST, GOOD)
    child = psutil.Process(pid(supervisor))
    supervisor.close()
    supervisor.close()
    assert not child.is_running()


SHADOWS = ("json", "homework_audit", "struct", "zipfile", "python_calamine", "sitecustomize", "usercustomize", "resource")


@pytest.mark.parametrize("python_path", ["", os.pathsep, f"{os.pathsep}{os.pathsep}"])
def test_nothing_in_the_folder_of_the_submissions_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, supervisor: Supervisor, python_path: str
) -> None:
    for name in SHADOWS:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'caught')!r}, 'a').write({name!r})\nraise SystemExit(1)\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", python_path)
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1
    assert not (tmp_path / "caught").exists()


def test_a_child_needs_nothing_that_only_posix_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, supervisor: Supervisor) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_POSIX, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert entries(supervisor.ask(REQUEST, GOOD)) == 1
    assert failure(supervisor, BROKEN) == "crashed"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a hard limit on memory")
def test_a_child_has_a_hard_limit_of_memory_and_leaves_no_core_behind(supervisor: Supervisor) -> None:
    if sys.platform == "linux":
        import resource

        before = resource.getrlimit(resource.RLIMIT_AS)
        supervisor.ask(REQUEST, GOOD)
        assert resource.prlimit(pid(supervisor), resource.RLIMIT_AS) == (400 << 20, 400 << 20)
        assert resource.prlimit(pid(supervisor), resource.RLIMIT_CORE) == (0, 0)
        assert resource.getrlimit(resource.RLIMIT_AS) == before
