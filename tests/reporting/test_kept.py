"""What a school came to is kept: the report is byte for byte the same, and anything that it depends on has it judged again."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from homework_audit.auditing import Judging, audit_sources, judge
from homework_audit.filters import Filters
from homework_audit.intake.cache import Cache
from homework_audit.intake.reading import read_each
from homework_audit.models.report import Report
from homework_audit.policy import Policy, load_policy
from homework_audit.renderers.json import render
from homework_audit.renderers.options import RenderOptions
from homework_audit.reporting import Inputs, KeptParts
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.sources import find_sources
from tests.command import write
from tests.conftest import row, table

SCHOOLS = {
    "东河小学/语文.csv": table(row(20), row(45, subject="数学"), row("很多", subject="英语"), row(15, content="家长签字", subject="科学")),
    "东河小学/重复.csv": table(row(20), row(45, subject="数学")),
    "东河小学/通知.txt": b"",
    "东河小学/照片.png": b"\x89PNG",
    "西山小学/数学.csv": table(row(30, subject="数学", day="2026-09-15"), row(61, day="2026-09-15")),
    "西山小学/坏.xlsx": b"PK\x03\x04 no more",
}
COUNTY = load_policy().model_copy(update={"input": load_policy().input.model_copy(update={"schools": "folder"})})
AUTUMN = date(2026, 9, 30)


def audited(folder: Path, policy: Policy = COUNTY, *, as_of: date = AUTUMN, **asked: Any) -> Report:
    """The report on a folder, with the cache beside it."""
    with Cache(folder.parent / "readings.sqlite", 8) as cache:
        return audit_sources(find_sources([folder]), policy, as_of=as_of, workers=1, cache=cache, **asked)


def told(report: Report) -> bytes:
    return b"".join(render(report, RenderOptions(all_evidence=True)))


def forge(folder: Path) -> None:
    """Takes the homework out of all that is kept of whole schools: whoever sees it takes it from there."""
    with sqlite3.connect(folder.parent / "readings.sqlite") as sql:
        for key, answer in sql.execute("SELECT key, answer FROM readings").fetchall():
            part = json.loads(zlib.decompress(answer))
            if len(part) > 8:
                part[4] = []  # its class-days
                sql.execute("UPDATE readings SET answer = ? WHERE key = ?", (zlib.compress(json.dumps(part).encode()), key))
    sql.close()


def judged(report: Report) -> set[str | None]:
    """The schools that were judged rather than taken from the forged cache."""
    return {day.school for day in report.class_days}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "in", SCHOOLS)


def test_the_report_is_the_same_when_nothing_is_judged_again(folder: Path) -> None:
    fresh = told(audit_sources(find_sources([folder]), COUNTY, as_of=AUTUMN, workers=1))
    assert told(audited(folder)) == fresh
    assert told(audited(folder)) == fresh
    forge(folder)
    assert judged(audited(folder)) == set()


@pytest.mark.parametrize("name", ["东河小学/语文.csv", "西山小学/坏.xlsx"])
def test_a_school_is_judged_again_when_one_of_its_files_changes(folder: Path, name: str) -> None:
    audited(folder)
    forge(folder)
    write(folder, {name: table(row(10, subject="音乐"))})
    assert judged(audited(folder)) == {name.partition("/")[0]}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: (folder / "东河小学/重复.csv").unlink(), id="gone"),
        pytest.param(lambda folder: write(folder, {"东河小学/新.csv": b""}), id="new"),
        pytest.param(lambda folder: (folder / "东河小学/重复.csv").rename(folder / "东河小学/四年级.csv"), id="renamed"),
        pytest.param(lambda folder: (folder / "东河小学/照片.png").rename(folder / "东河小学/照片.jpg"), id="unsupported renamed"),
        pytest.param(lambda folder: (folder / "东河小学/通知.txt").rename(folder / "东河小学/通知.doc"), id="of another kind"),
    ],
)
def test_or_when_its_files_are_others(folder: Path, change: Callable[[Path], object]) -> None:
    audited(folder)
    forge(folder)
    change(folder)
    assert judged(audited(folder)) == {"东河小学"}


def _with(**changed: object) -> Policy:
    return Policy.model_validate(COUNTY.model_dump(exclude_unset=True) | changed)


@pytest.mark.parametrize(
    ("policy", "asked"),
    [
        pytest.param(_with(caps=[{"grades": [3], "minutes": 10}]), {}, id="caps"),
        pytest.param(_with(rules={"parent-task": {"severity": "off"}}), {}, id="rules"),
        pytest.param(_with(calendar={"days_off": [{"from": "2026-09-14", "to": "2026-09-14"}]}), {}, id="calendar"),
        pytest.param(COUNTY, {"lang": "en"}, id="language"),
        pytest.param(COUNTY, {"plan": True}, id="plan"),
        pytest.param(COUNTY, {"filters": Filters(first=date(2026, 9, 15))}, id="days"),
    ],
)
def test_all_are_judged_again_when_something_else_changes(folder: Path, policy: Policy, asked: dict[str, Any]) -> None:
    audited(folder)
    forge(folder)
    assert judged(audited(folder, policy, **asked)) == {"东河小学", "西山小学"}


def test_the_next_day_changes_nothing_unless_it_decides_something(folder: Path) -> None:
    write(folder, {"西山小学/数学.csv": table(row(30, day="9月15日"))})
    audited(folder)
    forge(folder)
    assert judged(audited(folder, as_of=date(2026, 10, 1))) == {"西山小学"}
    assert judged(audited(folder)) == set()


def test_a_waiver_may_end_any_day(folder: Path) -> None:
    waived = _with(waivers=[{"rule": "parent-task", "reason": "约定", "owner": "教务处", "until": "2026-09-30"}])
    audited(folder, waived)
    forge(folder)
    assert judged(audited(folder, waived, as_of=date(2026, 10, 1))) == {"东河小学", "西山小学"}


@pytest.mark.parametrize(("seconds", "is_kept"), [(30, True), (0.001, False)])
def test_what_chance_decided_is_not_kept(folder: Path, tmp_path: Path, seconds: float, *, is_kept: bool) -> None:
    policy = _with(input={"seconds": seconds})
    judging = Judging(policy, SchoolCalendar(policy.calendar), AUTUMN)
    sources = find_sources([folder / "东河小学"])
    with Cache(tmp_path / "readings.sqlite", 8) as cache:
        kept = KeptParts(cache, [], AUTUMN, is_dated=False)
        kept.judged(Inputs(sources, list(read_each(sources, policy.input, 1))), partial(judge, judging=judging))
        assert bool(kept.known({None: sources}, 64)) == is_kept


@pytest.mark.parametrize("damage", [b"[]", b"nonsense", b'["no", "part"]'])
def test_a_damaged_part_is_judged_again(folder: Path, damage: bytes) -> None:
    fresh = told(audited(folder))
    with sqlite3.connect(folder.parent / "readings.sqlite") as sql:
        sql.execute("UPDATE readings SET answer = ?", (zlib.compress(damage),))
    sql.close()
    assert told(audited(folder)) == fresh
