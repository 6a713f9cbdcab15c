"""Turns runs into rows of an SQLite file and back: what was read, what was judged, and every finding with its ground."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import ValidationError

from homework_audit.errors import HistoryError
from homework_audit.history.comparing import OPEN, Earlier
from homework_audit.history.looked import Looked
from homework_audit.history.rows import (
    ALL_FINDINGS,
    ALL_MISSED,
    ALL_RUNS,
    CLASS_DAYS_OF,
    DATES,
    DAYS_OF_CLASS,
    FORGET_CLOSED,
    FORGET_UNTOLD,
    INSERT_MISSED,
    INSERT_UNTOLD,
    LAST_RUN_THERE,
    ORPHANS,
    STILL_MISSED,
    UPDATE_ABSENT,
    UPDATE_CAME,
    UPSERT_SEEN,
    VIEWS,
    Missed,
    RecordedDay,
    RecordedRun,
    Run,
    View,
    absent,
    earlier_of,
    insert_days,
    insert_files,
    insert_run,
    missed_key,
    missed_of,
    named_text,
    or_none,
    run_of,
    seen,
)
from homework_audit.history.schema import migrate
from homework_audit.models.report import Finding, Report, State
from homework_audit.policy import Policy

_WAIT_SECONDS = 30


class History:
    """The runs and findings in one file. Use it in a `with`; every fault of the file is a HistoryError that names it."""

    def __init__(self, file: Path, *, create: bool = False) -> None:
        """Opens the file. Raises HistoryError if it is none, is damaged, of a later version, or cannot be opened."""
        self.file = file
        with self._named():
            if create:
                file.parent.mkdir(parents=True, exist_ok=True)
            mode = "rwc" if create else "rw"
            self._connection = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None
            )
            self._connection.execute("PRAGMA foreign_keys = ON")
            migrate(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def known(self, present: Collection[str] = ()) -> dict[str, Earlier]:
        """Fingerprint → every open finding, and those closed ones that are present again."""
        with self._named():
            return {row[0]: earlier_of(row) for row in self._rows(ALL_FINDINGS) if row[1] in OPEN or row[0] in present}

    def untold(self, channel: str) -> frozenset[str]:
        """The fingerprints of findings of which no message by that channel has told yet."""
        return frozenset(row[0] for row in self._rows("SELECT fingerprint FROM untold WHERE channel = ?", channel))

    def told(self, channel: str, fingerprints: Iterable[str]) -> None:
        """Notes that a message by that channel told of these findings."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM untold WHERE channel = ? AND fingerprint = ?", ((channel, each) for each in fingerprints))

    def record(self, run: Run, report: Report, looked: Looked, policy: Policy, channels: Sequence[str] = ()) -> int:
        """Keeps a run whose findings have states, whole or not at all, and gives its number.

        What is new is to be told by each of the channels.
        """
        with self._transaction() as connection:
            before = connection.execute(LAST_RUN_THERE, (named_text(run.named),)).fetchone()
            number = insert_run(connection, run, report)
            insert_files(connection, number, report.files)
            insert_days(connection, number, report.class_days)
            connection.executemany(UPSERT_SEEN, (seen(finding, run, looked, policy) for finding in report.findings))
            connection.executemany(UPDATE_ABSENT, (absent(finding, run) for finding in report.earlier))
            sightings = ((number, finding.fingerprint, finding.state) for finding in (*report.findings, *report.earlier))
            connection.executemany("INSERT INTO sightings VALUES (?, ?, ?)", sightings)
            fresh = [finding.fingerprint for finding in report.findings if finding.state == "new"]
            connection.executemany(INSERT_UNTOLD, product(channels, fresh))
            connection.execute(FORGET_UNTOLD)
            self._note_missed(connection, number, run.day, looked, before)
        return number

    def missed(self) -> list[Missed]:
        """What runs missed on days that were over, whether it came since or not."""
        with self._named():
            return [missed_of(row) for row in self._rows(ALL_MISSED)]

    def _note_missed(self, sql: sqlite3.Connection, run: int, today: date, looked: Looked, before: tuple[int, str, str] | None) -> None:
        """Notes what came, what is missed still, and what this run is the first to miss.

        Nobody is late with what a run `before` may have seen: one on that day or after it, unless it knew nothing of the class-day.
        """
        came = [one for one in self.missed() if one.came_on is None and looked.states(one.key, one.day, one.subject)]
        sql.executemany(UPDATE_CAME, ((today.isoformat(), *missed_key(one.key, one.day, one.subject)) for one in came))
        number, last, filters = before or (0, "", "{}")
        known = {tuple(row) for row in sql.execute(CLASS_DAYS_OF, (number, last))}
        missing = [missed_key(*one) for one in looked.missing(today)]
        fresh = [key for key in missing if str(key[3]) > last or (str(key[3]) == last and filters == "{}" and key[:3] not in known)]
        sql.executemany(INSERT_MISSED, ((*key, run) for key in fresh))
        sql.executemany(STILL_MISSED, ((run, *key) for key in missing))

    def day_before(self) -> date | None:
        """The day of the run before the last one."""
        row = next(self._rows("SELECT day FROM runs ORDER BY id DESC LIMIT 1 OFFSET 1"), None)
        return date.fromisoformat(row[0]) if row else None

    def prune(self, today: date, keep_days: int) -> int:
        """Forgets the runs older than so many days and what only they knew, but never the last run or an open finding.

        Says how many runs were forgotten.
        """
        before = today - timedelta(days=keep_days)
        with self._transaction() as connection:
            forgotten = connection.execute(
                "DELETE FROM runs WHERE day < ? AND id <> (SELECT MAX(id) FROM runs)", (before.isoformat(),)
            ).rowcount
            for statement in ORPHANS:
                connection.execute(statement)
            connection.execute(FORGET_CLOSED, (before.isoformat(),))
        return forgotten

    def runs(self) -> list[RecordedRun]:
        """Every run that is kept, the first one first."""
        with self._named():
            return [run_of(row) for row in self._rows(ALL_RUNS)]

    def sightings(self, number: int) -> dict[str, State]:
        """Fingerprint → what became, in that run, of each finding that it had or knew of."""
        return dict(self._rows("SELECT fingerprint, state FROM sightings WHERE run = ?", number))

    def files(self, number: int) -> list[tuple[str, str, str, str]]:
        """The path, hash, status and reason of each file of a run."""
        return list(
            self._rows(
                "SELECT path, sha256, status, reason FROM run_files JOIN file_states ON file = id WHERE run = ? ORDER BY path", number
            )
        )

    def findings(self, fingerprints: Iterable[str]) -> dict[str, Finding]:
        """The findings with these fingerprints, as they were last seen."""
        wanted = set(fingerprints)
        with self._named():
            return {row[0]: earlier_of(row).finding for row in self._rows(ALL_FINDINGS) if row[0] in wanted}

    def last_seen(self) -> dict[str, date]:
        """Fingerprint → the last day on which a finding was seen at all."""
        return {row[0]: date.fromisoformat(row[1]) for row in self._rows("SELECT fingerprint, last_seen FROM findings")}

    def days(self, school: str | None, grade: int, label: str | None) -> dict[int, list[RecordedDay]]:
        """The class-days of a class in each run that judged any, in the order of runs and dates."""
        found: dict[int, list[RecordedDay]] = defaultdict(list)
        for run, day, minutes, high, cap, verdict in self._rows(DAYS_OF_CLASS, school or "", grade, label or ""):
            found[run].append(RecordedDay(date.fromisoformat(day), minutes, or_none(high), or_none(cap), verdict))
        return found

    def views(self) -> dict[int, View]:
        """What each run could see, in the order of runs."""
        dates: dict[int, set[date]] = defaultdict(set)
        for run, day in self._rows(DATES):
            dates[run].add(date.fromisoformat(day))
        with self._named():
            return {row[0]: View(tuple(json.loads(row[1])), bool(row[2]), frozenset(dates[row[0]])) for row in self._rows(VIEWS)}

    def schools(self, grade: int, label: str | None) -> list[str | None]:
        """The schools that have a class of that name."""
        rows = self._rows("SELECT DISTINCT school FROM class_day_states WHERE grade = ? AND class = ? ORDER BY 1", grade, label or "")
        return [row[0] or None for row in rows]

    def _rows(self, query: str, *values: object) -> Iterator[Any]:
        with self._named():
            yield from self._connection.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._named():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                if self._connection.in_transaction:  # a disk that is full has ended it
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Turns whatever goes wrong with the file into one error that names it."""
        try:
            yield
        except (sqlite3.Error, OSError, ValidationError, ValueError, TypeError) as fault:  # of a damaged file anything may come
            damaged = not isinstance(fault, sqlite3.OperationalError | OSError)
            error = getattr(fault, "strerror", None) or str(fault).partition("\n")[0]
            raise HistoryError("history-damaged" if damaged else "history-unusable", file=self.file, error=error) from fault
