"""Turns runs, files, class-days and findings into rows of the history's tables, and rows back into what they say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter

from homework_audit.history.comparing import Earlier
from homework_audit.history.ground import Ground, ground_of
from homework_audit.history.looked import ClassKey, Looked
from homework_audit.models.report import ClassDay, FileReport, Finding, Report, State, Summary
from homework_audit.policy import Policy

_FINDING: Final[TypeAdapter[Finding]] = TypeAdapter(Finding)
_GROUND: Final[TypeAdapter[Ground]] = TypeAdapter(Ground)
_NONE: Final = -1
"""Stands for «no bound» and «no cap» in the file: SQLite takes no two blanks for the same."""


class Run(NamedTuple):
    """What there is to say of one run beside its report. `recorded_at` is a moment with its offset, `day` the day it was made for."""

    day: date
    recorded_at: str
    named: tuple[str, ...]
    exit_code: int


class RecordedRun(NamedTuple):
    """One run as it was recorded; `states` are the counts that its report told."""

    number: int
    day: date
    recorded_at: str
    policy: str
    first: date | None
    last: date | None
    complete: bool
    exit_code: int
    summary: Summary
    states: Mapping[str, int]


class View(NamedTuple):
    """What one run could see: where it looked, whether it showed and understood all of that, and the dates of its class-days."""

    named: tuple[str, ...]
    is_whole: bool
    dates: frozenset[date]


class RecordedDay(NamedTuple):
    """A class-day as the last run judged it: minutes at least and at most (None: unbounded), the cap (None: none), the verdict."""

    day: date
    minutes: float
    minutes_high: float | None
    cap: float | None
    verdict: str


class Missed(NamedTuple):
    """What the roster expected of a class for a day, and every run from that day on missed, the last time on `missed_on`.

    `named` is where that run looked; since `came_on` it is there (None: not yet).
    """

    key: ClassKey
    day: date
    subject: str
    missed_on: date
    named: tuple[str, ...]
    came_on: date | None


UPSERT_SEEN = """
INSERT INTO findings VALUES (:fingerprint, :state, :day, :day, :since, NULL, :finding, :ground)
ON CONFLICT (fingerprint) DO UPDATE SET state = :state, last_seen = :day, opened = :since, closed = NULL,
    finding = :finding, ground = :ground
"""
UPDATE_ABSENT = "UPDATE findings SET state = :state, closed = :closed, finding = :finding WHERE fingerprint = :fingerprint"
DAYS_OF_CLASS = """
SELECT run, date, minutes, minutes_high, cap, verdict FROM class_day_states JOIN run_class_days ON class_day = id
WHERE school = ? AND grade = ? AND class = ? ORDER BY run, date
"""
VIEWS = "SELECT id, named, filters = '{}' AND complete FROM runs ORDER BY id"
DATES = "SELECT DISTINCT run, date FROM run_class_days JOIN class_day_states ON class_day = id"
INSERT_UNTOLD = "INSERT OR IGNORE INTO untold VALUES (?, ?)"
FORGET_UNTOLD = "DELETE FROM untold WHERE fingerprint IN (SELECT fingerprint FROM findings WHERE state = 'resolved')"
LAST_RUN_THERE = "SELECT id, day, filters FROM runs WHERE named = ? ORDER BY id DESC LIMIT 1"
CLASS_DAYS_OF = "SELECT school, grade, class FROM class_day_states JOIN run_class_days ON class_day = id WHERE run = ? AND date = ?"
STILL_MISSED = "UPDATE missed SET run = ? WHERE came_on IS NULL AND school = ? AND grade = ? AND class = ? AND date = ? AND subject = ?"
ALL_MISSED = "SELECT school, grade, class, date, subject, day, named, came_on FROM missed JOIN runs ON run = id"
INSERT_MISSED = "INSERT OR IGNORE INTO missed VALUES (?, ?, ?, ?, ?, ?, NULL)"
UPDATE_CAME = "UPDATE missed SET came_on = ? WHERE school = ? AND grade = ? AND class = ? AND date = ? AND subject = ?"
FORGET_CLOSED = """
DELETE FROM findings WHERE state = 'resolved' AND closed < ? AND fingerprint NOT IN (SELECT fingerprint FROM sightings)
"""
ALL_FINDINGS = "SELECT fingerprint, state, opened, finding, ground FROM findings"
ALL_RUNS = """
SELECT id, day, recorded_at, policy, first_day, last_day, complete, exit_code, summary, states FROM runs ORDER BY id
"""
_LINK_FILE = """
INSERT INTO run_files SELECT ?, id FROM file_states WHERE path = ? AND sha256 = ? AND status = ? AND reason = ?
"""
_LINK_DAY = """
INSERT INTO run_class_days SELECT ?, id FROM class_day_states
WHERE school = ? AND grade = ? AND class = ? AND date = ? AND minutes = ? AND minutes_high = ? AND cap = ? AND verdict = ?
"""
ORPHANS = (
    "DELETE FROM file_states WHERE id NOT IN (SELECT file FROM run_files)",
    "DELETE FROM class_day_states WHERE id NOT IN (SELECT class_day FROM run_class_days)",
)


def insert_run(connection: sqlite3.Connection, run: Run, report: Report) -> int:
    """Adds a run and gives its number."""
    cursor = connection.execute(
        "INSERT INTO runs VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            run.day.isoformat(),
            run.recorded_at,
            report.tool.version,
            report.policy.name,
            report.policy.fingerprint,
            named_text(run.named),
            json.dumps(dict(report.filters), ensure_ascii=False),
            report.period.first.isoformat() if report.period.first else None,
            report.period.last.isoformat() if report.period.last else None,
            report.complete,
            run.exit_code,
            report.summary.model_dump_json(),
            json.dumps(report.states),
        ),
    )
    return int(cursor.lastrowid or 0)


def insert_files(connection: sqlite3.Connection, number: int, files: Iterable[FileReport]) -> None:
    """Adds the files of a run; one that is as it was in another run is kept once."""
    states = [(file.path, file.sha256 or "", file.status, file.reason or "") for file in files]
    connection.executemany("INSERT OR IGNORE INTO file_states VALUES (NULL, ?, ?, ?, ?)", states)
    connection.executemany(_LINK_FILE, ((number, *state) for state in states))


def insert_days(connection: sqlite3.Connection, number: int, days: Iterable[ClassDay]) -> None:
    """Adds the class-days of a run; one that is as it was in another run is kept once."""
    states = [_day_state(day) for day in days]
    connection.executemany("INSERT OR IGNORE INTO class_day_states VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", states)
    connection.executemany(_LINK_DAY, ((number, *state) for state in states))


def _day_state(day: ClassDay) -> tuple[object, ...]:
    high = _NONE if day.minutes_high is None else day.minutes_high
    cap = _NONE if day.limit is None else day.limit
    return (day.school or "", day.grade, day.school_class or "", day.day.isoformat(), day.minutes, high, cap, day.verdict)


def seen(finding: Finding, run: Run, looked: Looked, policy: Policy) -> dict[str, object]:
    """The row of a finding that the report has, with the ground it stands on now."""
    return {
        "fingerprint": finding.fingerprint,
        "state": finding.state,
        "day": run.day.isoformat(),
        "since": (finding.since or run.day).isoformat(),
        "finding": _stored(finding),
        "ground": _GROUND.dump_json(ground_of(finding, looked, policy)).decode(),
    }


def absent(finding: Finding, run: Run) -> dict[str, object]:
    """What changes of the row of a finding that the report does not have."""
    closed = run.day.isoformat() if finding.state == "resolved" else None
    return {"fingerprint": finding.fingerprint, "state": finding.state, "closed": closed, "finding": _stored(finding)}


def _stored(finding: Finding) -> str:
    """The finding without its texts, which are composed anew in the language that is wanted then."""
    return _FINDING.dump_json(replace(finding, message="", hint="", state=None, since=None), by_alias=True).decode()


def earlier_of(row: tuple[str, State, str, str, str]) -> Earlier:
    """A finding as its row tells it."""
    _, state, opened, finding, ground = row
    seen = replace(_FINDING.validate_json(finding), state=state, since=date.fromisoformat(opened))
    return Earlier(seen, _GROUND.validate_json(ground))


def missed_key(key: ClassKey, day: date, subject: str) -> tuple[object, ...]:
    """The key of a row of what was missed."""
    school, grade, label = key
    return (school or "", grade, label or "", day.isoformat(), subject)


def missed_of(row: Any) -> Missed:
    """What was missed as its row tells it."""
    school, grade, label, day, subject, missed_on, named, came_on = row
    return Missed(
        (school or None, grade, label or None),
        date.fromisoformat(day),
        subject,
        date.fromisoformat(missed_on),
        tuple(json.loads(named)),
        date.fromisoformat(came_on) if came_on else None,
    )


def named_text(named: Iterable[str]) -> str:
    """Where a run looked, as its row has it."""
    return json.dumps(list(named), ensure_ascii=False)


def run_of(row: Any) -> RecordedRun:
    """A run as its row tells it."""
    number, day, recorded_at, policy, first, last, complete, exit_code, summary, states = row
    return RecordedRun(
        number,
        date.fromisoformat(day),
        recorded_at,
        policy,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        bool(complete),
        exit_code,
        Summary.model_validate_json(summary),
        json.loads(states),
    )


def or_none(value: float) -> float | None:
    """A figure of the file, None where there is none."""
    return None if value == _NONE else value
