"""A history of an earlier version is brought to this one with all that it knows; one whose step fails is left as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from homework_audit.history import schema
from homework_audit.history.schema import MIGRATIONS, migrate
from homework_audit.history.store import History
from homework_audit.history.trend import trend_of
from tests.conftest import row
from tests.history.nights import Nights


def recorded_by(file: Path, steps: Sequence[str]) -> None:
    """Two nights, recorded by a program that knew those steps only."""
    with pytest.MonkeyPatch.context() as patch, closing(sqlite3.connect(file)) as now:
        office = Nights(file.with_name("now.sqlite"))
        office.hand_in("三.csv", row(75))
        office.night()
        office.hand_in("三.csv", row(15))
        office.night()
        patch.setattr(schema, "MIGRATIONS", steps)
        migrate(now)
        now.execute("ATTACH ? AS other", (str(office.file),))
        for (table,) in now.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
            known = {column[1] for column in now.execute(f"PRAGMA other.table_info({table})")}
            columns = [column[1] for column in now.execute(f"PRAGMA main.table_info({table})")]
            values = ", ".join(name if name in known else "0" for name in columns)
            now.execute(f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {values} FROM other.{table}")
        now.commit()


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS) + 1))
def test_what_any_earlier_version_recorded_is_known(tmp_path: Path, steps: int) -> None:
    file = tmp_path / "history.sqlite"
    recorded_by(file, MIGRATIONS[:steps])
    with History(file) as history:
        assert [run.states for run in history.runs()] == [{"new": 1}, {"resolved": 1}]
        assert set(history.sightings(1).values()) == {"new"}
        assert [(day.minutes, day.verdict) for day in trend_of(history, None, 3, "1")] == [(15, "within")]


def test_a_step_that_fails_leaves_the_history_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "history.sqlite"
    recorded_by(file, MIGRATIONS)
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE more (a); CREATE TABLE runs (a);"))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            migrate(connection)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = 'more'").fetchone() == (0,)
