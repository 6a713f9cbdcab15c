"""Files become readings in their order; one that cannot be read costs nothing but itself; an interrupted run leaves nothing."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path

import psutil
import pytest

from homework_audit.intake.child import read_bytes
from homework_audit.intake.reading import read_each
from homework_audit.intake.request import Request
from homework_audit.intake.settings import InputSettings
from homework_audit.models.limits import Limits
from homework_audit.models.reading import Read
from homework_audit.sources import find_sources
from tests.conftest import row, table
from tests.intake.test_supervisor import BROKEN, ENDLESS, HEAVY, SLOW
from tests.readers.by_hand import compound, joined, text_cell, xlsx

GOOD = table(row(20))


def read(folder: Path, files: dict[str, bytes], jobs: int | None = None, **settings: float) -> dict[str, Read]:
    """The readings of these files by their names."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    found = read_each(find_sources([folder]), InputSettings.model_validate(settings), jobs)
    return {reading.name: reading for reading in found}


def test_readings_come_in_the_order_of_the_files_however_many_read(tmp_path: Path) -> None:
    files = {f"{number:03d}.csv": table(row(number + 1)) for number in range(40)}
    reads = read(tmp_path, files, jobs=3)
    assert list(reads) == sorted(files)
    assert [reading.reading.sheets[0].entries[0].low for reading in reads.values()] == list(range(1, 41))
    assert [reading.sha256 for reading in reads.values()] == [hashlib.sha256(data).hexdigest() for data in files.values()]


def test_a_bad_file_costs_nothing_but_itself(tmp_path: Path) -> None:
    bad = {"1.xls": ENDLESS, "3.xls": BROKEN, "5.xlsx": b"PK\x03\x04", "7.csv": b"\xff\xff", "9.docx": b"", "b.csv": b""}
    reads = read(tmp_path, bad | {f"{number}.csv": GOOD for number in (0, 2, 4, 6, 8)}, memory_mib=400)
    assert [(name, found.reading.status, found.reading.reason) for name, found in reads.items()] == [
        ("0.csv", "read", ""),
        ("1.xls", "unreadable", "crashed"),
        ("2.csv", "read", ""),
        ("3.xls", "unreadable", "crashed"),
        ("4.csv", "read", ""),
        ("5.xlsx", "unreadable", "damaged"),
        ("6.csv", "read", ""),
        ("7.csv", "unreadable", "encoding"),
        ("8.csv", "read", ""),
        ("9.docx", "unsupported", "document"),
        ("b.csv", "unreadable", "empty"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses memory; elsewhere the child is ended")
def test_what_a_file_was_refused_for_comes_with_its_figures(tmp_path: Path) -> None:
    reads = read(tmp_path, {"1.csv": HEAVY, "2.xlsx": SLOW, "3.csv": GOOD}, memory_mib=400, seconds=2.5, jobs=1)
    assert [found.reading.reason for found in reads.values()] == ["memory", "crashed", ""]
    assert reads["1.csv"].reading.problems[0].params == {"seconds": 2.5, "memory_mib": 400}


def test_a_file_over_its_limit_is_not_read(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {"1.csv": bytes(1 << 20) + b"x"}, file_mib=1).values()
    assert (found.reading.reason, found.sha256) == ("limit", None)


def test_a_file_that_is_gone_when_its_turn_comes_has_vanished(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_bytes(GOOD)
    sources = find_sources([tmp_path])
    (tmp_path / "1.csv").unlink()
    (found,) = read_each(sources, InputSettings(), None)
    assert (found.reading.status, found.reading.reason) == ("unreadable", "vanished")


def test_what_cannot_be_read_may_belong_where_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "三年级2班.xlsx").write_bytes(b"PK\x03\x04")
    (found,) = read_each(find_sources([tmp_path]), InputSettings(), None)
    (problem,) = found.reading.problems
    assert (problem.kind, problem.extra) == ("unreadable-file", None)
    assert [(place.grade, place.label) for place in problem.scope.classes] == [(3, "2")]


def test_progress_is_told_of_every_file(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.csv").write_bytes(GOOD)
    told: list[tuple[int, int]] = []
    list(read_each(find_sources([tmp_path]), InputSettings(), 1, lambda done, of: told.append((done, of))))
    assert (told[-1], sorted(told)) == ((20, 20), told)


def test_an_interrupted_run_leaves_no_child_behind_and_does_not_go_on(tmp_path: Path) -> None:
    for number in range(16):
        (tmp_path / f"{number:02d}.csv").write_bytes(GOOD)
    for number in range(16, 64):
        (tmp_path / f"{number:02d}.xlsx").write_bytes(SLOW)
    started = time.monotonic()

    def interrupt(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_each(find_sources([tmp_path]), InputSettings(memory_mib=4096), 2, interrupt))
    assert time.monotonic() - started < 15
    assert not [child for child in psutil.Process(os.getpid()).children() if "intake.child" in " ".join(child.cmdline())]


@pytest.mark.parametrize(
    ("name", "data", "status", "reason"),
    [
        pytest.param("a.xlsx", compound("EncryptedPackage"), "unreadable", "encrypted", id="a password"),
        pytest.param("a.xlsx", b"%PDF-1.7", "unsupported", "pdf", id="a scan"),
        pytest.param("a.xls", compound("WordDocument"), "unsupported", "document", id="a document"),
        pytest.param("a.xls", b"<html><table>", "unreadable", "web-page", id="a web page"),
        pytest.param("a.csv", table(headings=("rule", "severity", "school", "grade", "class", "date")), "skipped", "own-report", id="ours"),
    ],
)
def test_each_kind_of_refusal_has_its_status(name: str, data: bytes, status: str, reason: str) -> None:
    reading = read_bytes(data, Request(("a",), Path(name).suffix, named=False))
    assert (reading.status, reading.reason, reading.sheets) == (status, reason, [])
    assert [problem.kind for problem in reading.problems] == ([] if status == "skipped" else [f"{status}-file"])


@pytest.mark.parametrize(("suffix", "told"), [(".xlsx", False), (".xlsm", False), (".xls", True), (".csv", True), ("", False)])
def test_a_name_that_does_not_fit_is_told_and_the_file_read(suffix: str, *, told: bool) -> None:
    reading = read_bytes(xlsx(joined([text_cell("A1", "x")])), Request(("a",), suffix, named=False))
    assert reading.status == "read"
    assert [(problem.kind, problem.reason) for problem in reading.problems] == ([("wrong-file-name", "xlsx")] if told else [])


def test_a_request_arrives_as_it_was_sent() -> None:
    settings = InputSettings(headings={"minutes": ("用时",)}, lesson_minutes=40, cells=9)
    request = Request(("甲 \udcff", "乙"), ".csv", True, "gbk", settings.limits, settings.layout_settings("乙/甲.csv"))
    assert Request.from_json(request.to_json()) == request
    assert settings.limits == Limits(cells=9)
