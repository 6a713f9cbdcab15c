"""Turns a history of any earlier version into one of this version: the tables, and the steps from each version to the next."""

from __future__ import annotations

import sqlite3
from typing import Final

from homework_audit.errors import HistoryError

_FIRST: Final = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    version TEXT NOT NULL,
    policy TEXT NOT NULL,
    policy_fingerprint TEXT NOT NULL,
    named TEXT NOT NULL,
    filters TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    complete INTEGER NOT NULL,
    exit_code INTEGER NOT NULL,
    summary TEXT NOT NULL
);
CREATE TABLE file_states (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (path, sha256, status, reason)
);
CREATE TABLE run_files (
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    file INTEGER NOT NULL REFERENCES file_states,
    PRIMARY KEY (run, file)
) WITHOUT ROWID;
CREATE TABLE class_day_states (
    id INTEGER PRIMARY KEY,
    school TEXT NOT NULL,
    grade INTEGER NOT NULL,
    class TEXT NOT NULL,
    date TEXT NOT NULL,
    minutes REAL NOT NULL,
    minutes_high REAL NOT NULL,
    cap REAL NOT NULL,
    verdict TEXT NOT NULL,
    UNIQUE (school, grade, class, date, minutes, minutes_high, cap, verdict)
);
CREATE TABLE run_class_days (
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    class_day INTEGER NOT NULL REFERENCES class_day_states,
    PRIMARY KEY (run, class_day)
) WITHOUT ROWID;
CREATE TABLE findings (
    fingerprint TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    opened TEXT NOT NULL,
    closed TEXT,
    finding TEXT NOT NULL,
    ground TEXT NOT NULL,
    untold INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sightings (
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    fingerprint TEXT NOT NULL REFERENCES findings,
    state TEXT NOT NULL,
    PRIMARY KEY (run, fingerprint)
) WITHOUT ROWID;
CREATE INDEX run_files_by_file ON run_files (file);
CREATE INDEX run_class_days_by_class_day ON run_class_days (class_day);
CREATE INDEX sightings_by_finding ON sightings (fingerprint);
"""

_STATES_OF_RUNS: Final = """
ALTER TABLE runs ADD COLUMN states TEXT NOT NULL DEFAULT '{}';
UPDATE runs SET states = COALESCE((
    SELECT '{' || GROUP_CONCAT('"' || state || '": ' || number) || '}'
    FROM (SELECT run, state, COUNT(*) AS number FROM sightings GROUP BY run, state) WHERE run = runs.id
), '{}');
"""

_MISSED: Final = """
CREATE TABLE missed (
    school TEXT NOT NULL,
    grade INTEGER NOT NULL,
    class TEXT NOT NULL,
    date TEXT NOT NULL,
    subject TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    came_on TEXT,
    PRIMARY KEY (school, grade, class, date, subject)
) WITHOUT ROWID;
CREATE INDEX missed_by_run ON missed (run);
"""
_UNTOLD: Final = """
CREATE TABLE untold (
    channel TEXT NOT NULL,
    fingerprint TEXT NOT NULL REFERENCES findings ON DELETE CASCADE,
    PRIMARY KEY (channel, fingerprint)
) WITHOUT ROWID;
CREATE INDEX untold_by_finding ON untold (fingerprint);
ALTER TABLE findings DROP COLUMN untold;
"""

MIGRATIONS: Final = (_FIRST, _STATES_OF_RUNS, _MISSED, _UNTOLD)
"""The step to each version from the one before; the number of steps taken stands in the file as its user version."""


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a history to this version, each step whole or not at all. Raises HistoryError for one of a later version."""
    while (version := _version(connection)) != len(MIGRATIONS):
        if version > len(MIGRATIONS):
            raise HistoryError("history-of-later-version", version=version, known=len(MIGRATIONS))
        try:
            connection.executescript(f"BEGIN IMMEDIATE; {MIGRATIONS[version]} PRAGMA user_version = {version + 1}; COMMIT;")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if _version(connection) == version:  # else another run has just taken the same step
                raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
