"""The history through the real command: recorded, compared, listed, pruned, damaged, locked."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.command import homework_audit, write
from tests.conftest import row, table

CONFIGURATION = """
[history]
record = true
owners = [{ owner = "数学组", subject = "数学" }, { owner = "三年级组", classes = "三年级" }]
""".encode()
HISTORY = ".homework-audit/history.sqlite"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two recorded nights: over by 15 on the first, mended on the second, when another class is over."""
    write(tmp_path, {"homework-audit.toml": CONFIGURATION, "三.csv": table(row(75)), "六.csv": table(row(20, to="六(1)班"))})
    assert homework_audit("check", tmp_path, "--as-of", "2026-09-15").returncode == 1
    write(
        tmp_path, {"三.csv": table(row(45)), "六.csv": table(row(20, to="六(1)班"), row(80, to="六(1)班", subject="数学", content="卷子"))}
    )
    assert homework_audit("check", tmp_path, "--as-of", "2026-09-16").returncode == 1
    return tmp_path


def told(place: Path, *arguments: str) -> Any:
    """What a command of the history prints as JSON."""
    run = homework_audit("history", *arguments, "--format", "json", cwd=place)
    assert run.returncode == 0, run.stderr.decode()
    return json.loads(run.stdout)


def test_runs_are_listed(place: Path) -> None:
    runs = told(place, "list")
    assert [(run["number"], run["day"], run["exit_code"], run["states"]) for run in runs] == [
        (1, "2026-09-15", 1, {"new": 1}),
        (2, "2026-09-16", 1, {"new": 1, "resolved": 1}),
    ]
    shown = homework_audit("history", "list", cwd=place).stdout.decode().splitlines()
    assert shown[0].split("\t")[:4] == ["次", "审计日", "班日", "超标"]
    assert shown[2].split("\t")[:5] == ["2", "2026-09-16", "2", "1", "0"]


def test_a_run_is_shown_with_its_findings_and_files(place: Path) -> None:
    found = told(place, "show", "1")
    assert [(one["rule"], one["grade"], one["state"]) for one in found["findings"]] == [("daily-minutes-cap", 3, "new")]
    assert [(file["path"], file["status"]) for file in found["files"]][-1] == ("六.csv", "read")


def test_two_runs_are_compared(place: Path) -> None:
    assert [(one["grade"], one["state"]) for one in told(place, "diff")["findings"]] == [(6, "new"), (3, "resolved")]
    shown = homework_audit("history", "diff", "1", "2", cwd=place).stdout.decode()
    assert "六(1)班 2026-09-14：书面作业 100 分钟" in shown


def test_what_is_open_has_its_age_and_its_owner(place: Path) -> None:
    (one,) = told(place, "open", "--as-of", "2026-09-20")
    assert (one["grade"], one["age"], one["owner"], one["last_seen"]) == (6, 4, "", "2026-09-16")
    write(place, {"三.csv": table(row(75))})
    homework_audit("check", place, "--as-of", "2026-09-17")
    assert [(one["grade"], one["owner"]) for one in told(place, "open", "--as-of", "2026-09-20")] == [(6, ""), (3, "三年级组")]


def test_a_waiver_closes_what_is_open_for_as_long_as_it_is_honoured(place: Path) -> None:
    waiver = '\n[[waivers]]\nrule = "daily-minutes-cap"\nschool_class = "六(1)班"\nuntil = 2026-10-01\nreason = "期中"\nowner = "教务处"\n'
    write(place, {"homework-audit.toml": CONFIGURATION + waiver.encode()})
    assert homework_audit("check", place, "--as-of", "2026-09-17").returncode == 0
    assert told(place, "open", "--as-of", "2026-10-01") == []
    assert [one["grade"] for one in told(place, "open", "--as-of", "2026-10-02")] == [6]


def test_the_trend_of_a_class(place: Path) -> None:
    (found,) = told(place, "trend", "三(1)班")
    assert [(day["day"], day["minutes"], day["cap"], day["verdict"]) for day in found["days"]] == [("2026-09-14", 45, 60, "within")]
    drawn = homework_audit("history", "trend", "六(1)班", cwd=place).stdout.decode()
    assert drawn.splitlines()[2] == "  09-14 " + "█" * 18 + "│" + "█" * 12 + "   100 !"


def test_old_runs_are_forgotten_and_what_is_open_is_not(place: Path) -> None:
    assert homework_audit("history", "prune", "--keep-days", "1", cwd=place).returncode == 0
    assert [run["number"] for run in told(place, "list")] == [2]
    assert [one["grade"] for one in told(place, "open", "--as-of", "2026-09-20")] == [6]
    assert homework_audit("check", place, "--as-of", "2026-09-18", "--only-new").returncode == 0


def test_the_exit_code_speaks_of_new_findings_only(place: Path) -> None:
    run = homework_audit("check", place, "--only-new", "--no-record", "--as-of", "2026-09-17")
    assert run.returncode == 0
    assert "[持续] daily-minutes-cap" in run.stdout.decode()
    assert homework_audit("check", place, "--no-record").returncode == 1
    assert len(told(place, "list")) == 2


def test_without_a_history_everything_is_new(tmp_path: Path) -> None:
    write(tmp_path, {"三.csv": table(row(75))})
    run = homework_audit("check", ".", "--only-new", cwd=tmp_path)
    assert run.returncode == 1
    assert "尚无历史记录" in run.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["三.csv"]


def test_what_stays_undetermined_is_new_once(tmp_path: Path) -> None:
    write(tmp_path, {"三.csv": table(row("适量"))})
    codes = [homework_audit("check", ".", "--record", "--only-new", cwd=tmp_path).returncode for _ in range(2)]
    assert codes == [1, 0]


@pytest.mark.parametrize("damage", [b"no history at all", b"SQLite format 3\0" + b"\xff" * 4000, None], ids=["text", "noise", "later"])
def test_a_history_that_cannot_be_used_costs_no_audit(place: Path, damage: bytes | None) -> None:
    file = place / HISTORY
    if damage is None:
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    else:
        file.write_bytes(damage)
    before = file.read_bytes()
    run = homework_audit("check", place, "--as-of", "2026-09-17", "-o", place / "out.json")
    assert run.returncode == 3
    assert "历史记录" in run.stderr.decode()
    assert "六(1)班" in run.stdout.decode()
    assert json.loads((place / "out.json").read_bytes())["summary"]["over"] == 1
    assert file.read_bytes() == before
    assert homework_audit("history", "list", cwd=place).returncode == 3


def test_only_recording_runs_wait_for_nobody(place: Path) -> None:
    with FileLock(place / f"{HISTORY}.lock"):
        held = homework_audit("check", place, "-o", place / "out.json")
        assert homework_audit("check", place, "--no-record").returncode == 1
        assert homework_audit("history", "list", cwd=place).returncode == 0
    assert (held.returncode, held.stdout) == (5, b"")
    assert "另一个记录中的审计正在运行" in held.stderr.decode()
    assert not (place / "out.json").exists()


def test_a_recorded_run_says_so_unless_it_is_to_be_quiet(place: Path) -> None:
    assert "已记入历史：第 3 次" in homework_audit("check", place).stderr.decode()
    assert homework_audit("check", place, "-q").stderr == b""


def test_the_folder_may_be_named_by_a_link(place: Path, tmp_path: Path) -> None:
    (tmp_path.parent / "link").symlink_to(place)
    write(place, {"六.csv": table(row(20, to="六(1)班"), row(8, to="六(1)班", subject="数学", content="卷子"))})
    assert homework_audit("check", tmp_path.parent / "link").returncode == 0
    assert told(place, "open") == []


def test_a_clock_that_is_wrong_for_one_night_forgets_nothing(place: Path) -> None:
    for day in ("2031-01-01", "2026-09-17"):
        homework_audit("check", place, "--as-of", day)
    assert [run["day"] for run in told(place, "list")] == ["2026-09-15", "2026-09-16", "2031-01-01", "2026-09-17"]


def test_a_history_in_which_nothing_can_be_written_is_compared_with_all_the_same(place: Path) -> None:
    (place / f"{HISTORY}.lock").unlink(missing_ok=True)
    (place / f"{HISTORY}.lock").mkdir()
    run = homework_audit("check", place, "--only-new")
    assert run.returncode == 3
    assert "[持续]" in run.stdout.decode()
    assert "[新增]" not in run.stdout.decode()


def test_a_history_that_is_half_zeros_is_damaged(place: Path) -> None:
    data = bytearray((place / HISTORY).read_bytes())
    data[5000:9000] = bytes(4000)
    (place / HISTORY).write_bytes(data)
    for arguments in (("history", "list"), ("history", "open"), ("check", ".", "--only-new")):
        run = homework_audit(*arguments, cwd=place)
        assert run.returncode in {0, 1, 3}, run.stderr.decode()
        assert b"Traceback" not in run.stderr


def test_a_run_over_one_file_does_not_clear_what_all_of_them_come_to(place: Path) -> None:
    write(place, {"a.csv": table(row(40, to="五(1)班")), "b.csv": table(row(40, to="五(1)班", subject="数学", content="卷子"))})
    homework_audit("check", place, "--as-of", "2026-09-17")
    homework_audit("check", place / "a.csv", "--as-of", "2026-09-18")
    assert [(day["minutes"], day["verdict"]) for day in told(place, "trend", "五(1)班")[0]["days"]] == [(80, "over")]
    write(place, {"a.csv": table(row(40, to="五(2)班")), "b.csv": table(row(40, to="五(2)班", subject="数学", content="卷子"))})
    homework_audit("check", place, "--as-of", "2026-09-19")
    assert told(place, "trend", "五(1)班")[0]["days"] == []
    write(place, {"a.csv": table(row("适量", to="五(2)班")), "b.csv": table(row(30, to="五(2)班", subject="数学", content="卷子"))})
    homework_audit("check", place, "--as-of", "2026-09-20")
    shown = homework_audit("history", "trend", "五(2)班", cwd=place).stdout.decode()
    assert "日均 ≥30 分钟" in shown
    assert "≥30 ?" in shown


def test_what_is_shown_speaks_the_language_of_the_configuration(place: Path) -> None:
    write(place, {"homework-audit.toml": CONFIGURATION + b'[output]\nlang = "en"\n'})
    shown = homework_audit("history", "open", cwd=place).stdout.decode()
    assert shown.startswith("Severity")
    assert "grade 6 class 1" in shown


def test_one_run_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    write(tmp_path, {"三.csv": table(row(20))})
    homework_audit("check", ".", "--record", cwd=tmp_path)
    run = homework_audit("history", "diff", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, b"")
    assert "只有一次审计记录" in run.stderr.decode()


def test_a_run_that_is_not_there(place: Path) -> None:
    run = homework_audit("history", "show", "9", cwd=place)
    assert (run.returncode, run.stdout) == (2, b"")
    assert "1–2" in run.stderr.decode()


def test_where_nothing_was_recorded_it_is_said_what_to_do(tmp_path: Path) -> None:
    run = homework_audit("history", "open", cwd=tmp_path)
    assert run.returncode == 2
    assert "check --record" in run.stderr.decode()
