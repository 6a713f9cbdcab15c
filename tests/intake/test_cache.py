"""Unchanged files are not parsed again, and the cache changes no report: lost, damaged, full or read-only."""

from __future__ import annotations

import json
import random
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from homework_audit.intake.cache import Cache
from homework_audit.intake.reading import read_each
from homework_audit.intake.settings import InputSettings
from homework_audit.models.reading import Read
from homework_audit.sources import find_sources
from tests.command import homework_audit, write
from tests.conftest import row, table

FILES = {"三年级/语文.csv": table(row(20)), "三年级/数学.csv": table(row(30, subject="数学"))}
PLAIN = InputSettings()


def read(folder: Path, settings: InputSettings = PLAIN) -> list[Read]:
    """The readings of a folder with the cache beside it."""
    with Cache(folder.parent / "cache" / "readings.sqlite", 1) as cache:
        return list(read_each(find_sources([folder]), settings, 1, cache=cache))


def forge(folder: Path) -> None:
    """Empties every answer that is kept: whoever reads one sees it."""
    with sqlite3.connect(folder.parent / "cache" / "readings.sqlite") as sql:
        for key, answer in sql.execute("SELECT key, answer FROM readings").fetchall():
            reading = json.loads(zlib.decompress(answer))
            reading[4] = []
            sql.execute("UPDATE readings SET answer = ? WHERE key = ?", (zlib.compress(json.dumps(reading).encode()), key))
    sql.close()


def parsed(reads: list[Read]) -> list[bool]:
    """Which files were parsed rather than taken from the forged cache."""
    return [bool(each.reading.sheets) for each in reads]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = write(tmp_path / "in", FILES)
    assert parsed(read(found)) == [True, True]
    return found


def test_what_did_not_change_is_not_parsed_again(folder: Path) -> None:
    first = read(folder)
    assert read(folder) == first
    forge(folder)
    assert parsed(read(folder)) == [False, False]


@pytest.mark.parametrize(
    ("change", "settings", "again"),
    [
        pytest.param(lambda folder: (folder / "三年级/语文.csv").touch(), PLAIN, [False, False], id="its time"),
        pytest.param(lambda folder: write(folder, {"三年级/语文.csv": table(row(25))}), PLAIN, [False, True], id="its content"),
        pytest.param(lambda folder: (folder / "三年级").rename(folder / "四年级"), PLAIN, [True, True], id="its folder"),
        pytest.param(lambda folder: None, InputSettings(lesson_minutes=40), [True, True], id="what reading depends on"),
        pytest.param(lambda folder: None, InputSettings(seconds=99), [False, False], id="how long it may take"),
    ],
)
def test_a_file_is_parsed_again_as_soon_as_something_changes(
    folder: Path, change: Callable[[Path], object], settings: InputSettings, again: list[bool]
) -> None:
    forge(folder)
    change(folder)
    assert parsed(read(folder, settings)) == again


def test_another_cap_costs_no_reading(folder: Path) -> None:
    forge(folder)
    write(folder, {"homework-audit.toml": b'[history]\nfile = "../cache/history.sqlite"\n[[caps]]\ngrades = [3]\nminutes = 10\n'})
    run = homework_audit("check", folder, "--cache", "--format", "json")
    assert json.loads(run.stdout)["entries"]["read"] == 0
    run = homework_audit("check", folder, "--format", "json")
    assert json.loads(run.stdout)["entries"]["read"] == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"SQLite format 3\0" + b"\x07" * 9000])
def test_a_damaged_cache_is_made_anew(folder: Path, damage: bytes) -> None:
    first = read(folder)
    (folder.parent / "cache" / "readings.sqlite").write_bytes(damage)
    assert read(folder) == first
    forge(folder)
    assert parsed(read(folder)) == [False, False]


def test_a_damaged_answer_is_read_again(folder: Path) -> None:
    first = read(folder)
    with sqlite3.connect(folder.parent / "cache" / "readings.sqlite") as sql:
        sql.execute("UPDATE readings SET answer = X'00FF'")
    sql.close()
    assert read(folder) == first


def test_where_no_cache_can_be_there_is_none(folder: Path) -> None:
    first = read(folder)
    with Cache(folder / "三年级" / "语文.csv" / "readings.sqlite", 1) as cache:
        assert list(read_each(find_sources([folder]), PLAIN, 1, cache=cache)) == first


def test_the_cache_is_bounded_and_keeps_what_was_used_last(tmp_path: Path) -> None:
    file, answers = tmp_path / "readings.sqlite", {bytes([n]): random.Random(n).randbytes(300_000) for n in range(5)}
    with Cache(file, 1) as cache:
        for key in list(answers)[:3]:
            cache.put(key, answers[key])
    with Cache(file, 1) as cache:
        assert cache.get(b"\0") == answers[b"\0"]
        for key in list(answers)[3:]:
            cache.put(key, answers[key])
    with Cache(file, 1) as cache:
        assert [key for key in answers if cache.get(key) == answers[key]] == [b"\0", b"\3", b"\4"]
