"""Whoever reads, the report is the same: threads here, another executor, or workers of a real cluster, one of them killed."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from homework_audit import __version__
from homework_audit.auditing import audit
from homework_audit.errors import ClusterError, ConfigurationError
from homework_audit.intake import cluster as clusters
from homework_audit.intake.batches import answer_there
from homework_audit.intake.cluster import cluster
from homework_audit.intake.reading import read_each
from homework_audit.intake.settings import InputSettings
from homework_audit.policy import load_policy
from homework_audit.renderers import RENDERERS, RenderOptions
from homework_audit.sources import find_sources
from tests.command import homework_audit
from tests.conftest import Office, row, table
from tests.intake.dask import Dask, dask
from tests.intake.test_supervisor import BROKEN

FILES = 480


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of many files, some of which cannot be read."""
    folder = tmp_path_factory.mktemp("作业")
    for number in range(FILES):
        good = table(*(row(10 + number % 60, day=f"2026-09-{day}", to=f"三({number % 30 + 1})班") for day in range(14, 19)))
        (folder / f"{number:03d}.csv").write_bytes(good)
    (folder / "017.csv").write_bytes(b"")
    (folder / "100.xls").write_bytes(BROKEN)
    (folder / "200.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "300.docx").write_bytes(b"x")
    return folder


def report(folder: Path, workers: int | Executor, progress: Callable[[int, int], None] = lambda done, of: None) -> bytes:
    """The JSON of an audit."""
    found = audit([folder], load_policy(), as_of=Office().as_of, workers=workers, progress=progress)
    return RENDERERS["json"].render(found, RenderOptions())


@pytest.fixture(scope="module")
def here(submissions: Path) -> bytes:
    """The report that this machine makes by itself."""
    return report(submissions, 1)


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """A scheduler with two workers."""
    with dask(tmp_path_factory.mktemp("dask"), 2) as started:
        yield started


def test_processes_of_this_machine_give_the_same_report(submissions: Path, here: bytes) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert report(submissions, executor) == here


def test_the_command_prints_the_same_with_a_cluster_as_without(submissions: Path, two_workers: Dask, tmp_path: Path) -> None:
    def run(*more: str) -> tuple[int, bytes, bytes]:
        done = homework_audit("check", str(submissions), "--format", "json", "--as-of", "2026-09-30", *more, cwd=tmp_path)
        return done.returncode, done.stdout, done.stderr

    alone = run("--jobs", "2")
    assert run("--cluster", two_workers.address, "--cache") == alone
    assert not list(tmp_path.iterdir()), "there is no cache of what others read"
    assert alone[1:] != (b"", b"")


def test_relative_paths_are_those_of_the_one_who_asks(submissions: Path, two_workers: Dask) -> None:
    near = homework_audit("check", submissions.name, "--format", "json", cwd=submissions.parent)
    far = homework_audit("check", submissions.name, "--format", "json", "--cluster", two_workers.address, cwd=submissions.parent)
    assert far.stdout == near.stdout


def test_a_worker_killed_in_the_middle_changes_nothing(submissions: Path, here: bytes, tmp_path: Path) -> None:
    with dask(tmp_path, 2) as started, cluster(started.address) as executor:
        killed: list[int] = []

        def kill(done: int, of: int) -> None:
            if done < of / 2 and not killed:
                started.workers[0].kill()
                killed.append(started.workers[0].wait())

        assert report(submissions, executor, kill) == here
        assert killed
        if sys.platform != "win32":
            assert killed == [-signal.SIGKILL]


def test_when_every_worker_is_lost_the_run_says_so_and_ends(submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_LOOKED_EVERY", 0.5)
    with dask(tmp_path, 1) as started, cluster(started.address) as executor:
        monkeypatch.setattr(clusters, "_WORKERS_WITHIN", 1)
        with pytest.raises(ClusterError, match="cluster-lost"):
            report(submissions, executor, lambda done, of: started.workers[0].kill())


def test_a_scheduler_without_workers_is_said_and_nothing_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_WORKERS_WITHIN", 1)
    with dask(tmp_path, 0) as started, pytest.raises(ClusterError, match="cluster-no-workers"), cluster(started.address):
        pass


def test_a_scheduler_that_does_not_answer_ends_with_3(submissions: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
    run = homework_audit("check", submissions, "--cluster", address, "--lang", "en")
    said = run.stderr.decode()
    assert (run.returncode, run.stdout) == (3, b"")
    assert f"The Dask scheduler at {address} does not answer." in said
    assert "Traceback" not in said


@pytest.mark.parametrize("address", ["", "nonsense", "tcp://", "http://127.0.0.1:1"])
def test_an_address_that_is_none_is_refused(submissions: Path, address: str) -> None:
    run = homework_audit("check", submissions, "--cluster", address, "--lang", "en")
    assert run.returncode == 2
    assert f"“{address}” is not the address of a Dask scheduler" in run.stderr.decode()


def test_jobs_and_cluster_exclude_each_other(submissions: Path) -> None:
    run = homework_audit("check", submissions, "--cluster", "tcp://127.0.0.1:1", "--jobs", "2", "--lang", "en")
    assert run.returncode == 2
    assert "--jobs and --cluster cannot be used together." in run.stderr.decode()


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ConfigurationError, match="cluster-missing"), cluster("tcp://127.0.0.1:1"):
        pass


def test_a_worker_of_another_version_reads_nothing(submissions: Path) -> None:
    with pytest.raises(ClusterError, match="cluster-other-version"):
        answer_there(find_sources([submissions])[:1], InputSettings(), __version__ + "x")


class Deaf(Executor):
    """An executor whose workers fail in a way that nobody foresaw."""

    def submit(self, fn: Callable[..., object], /, *args: object, **kwargs: object) -> Future[object]:  # type: ignore[override]
        future: Future[object] = Future()
        future.set_exception(OSError("no such module"))
        return future


def test_whatever_a_worker_raises_is_said_in_one_line(submissions: Path) -> None:
    with pytest.raises(ClusterError, match="cluster-failed") as failed:
        list(read_each(find_sources([submissions]), InputSettings(), Deaf()))
    assert failed.value.params == {"why": "OSError: no such module"}
