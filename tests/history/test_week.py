"""A week of nights, as a scheduler plays it: at each step the exit code, the message and the ledger say what a person would expect."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any, NamedTuple

from tests.command import homework_audit, write
from tests.conftest import row, table
from tests.notify.listeners import mail_server

CONFIGURATION = """
[history]
record = true
owners = [{{ classes = "三年级", owner = "三年级组" }}]
[notify.email]
host = "127.0.0.1"
port = {port}
security = "none"
sender = "audit@example.org"
to = ["office@example.org"]
"""
MATHS, SIXTH = "三年级/数学.csv", "六年级/六(1)班.csv"


class Night(NamedTuple):
    """What a night left behind: its exit code, the subjects of its messages, and what is open: class, rule, state, days, owner."""

    code: int
    told: list[str]
    open: Sequence[tuple[object, ...]]


class School:
    """A folder of submissions, audited when a night comes."""

    def __init__(self, folder: Path, letters: list[EmailMessage]) -> None:
        self.folder, self._letters = folder, letters

    def night(self, day: str, *acts: Callable[[Path], object]) -> Night:
        """What happens by day, then the run at night."""
        for act in acts:
            act(self.folder)
        self._letters.clear()
        run = homework_audit("check", self.folder, "--only-new", "--as-of", day, "-o", self.folder.parent / "报告.json")
        assert b"Traceback" not in run.stderr
        listed = homework_audit("history", "open", "--as-of", day, "--format", "json", cwd=self.folder)
        keys = ("grade", "rule", "state", "age", "owner")
        found = [tuple(one[key] for key in keys) for one in json.loads(listed.stdout)]
        return Night(run.returncode, [str(letter["Subject"]) for letter in self._letters], found)

    def report(self) -> dict[str, Any]:
        """The report of last night."""
        found: dict[str, Any] = json.loads((self.folder.parent / "报告.json").read_bytes())
        return found


def _hands_in(name: str, *rows: list[object]) -> Callable[[Path], object]:
    return lambda folder: write(folder, {name: table(*rows)})


def _renames(old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: (folder / old).rename(folder / new)


def _damages(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(b"PK\x03\x04 cut short")


OVER_3 = (3, "daily-minutes-cap")
OVER_6 = (6, "daily-minutes-cap")
SIXTH_OVER = row(75, to="六(1)班", day="2026-09-15")


def _for_the_holiday(minutes: int) -> list[list[object]]:
    """Homework of five subjects, set on the eve of the national holiday, so many minutes each."""
    return [row(minutes, subject=subject, day="2026-09-30", content="国庆练习") for subject in ("语文", "数学", "英语", "科学", "美术")]


def test_a_week(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        folder = write(tmp_path / "报送", {"homework-audit.toml": CONFIGURATION.format(port=port).encode()})
        school = School(folder, letters)
        _play(school)


def _play(school: School) -> None:
    monday = school.night("2026-09-14", _hands_in("三年级/语文.csv", row(40)), _hands_in(MATHS, row(35, subject="数学")))
    assert monday == Night(1, ["作业审计：新增问题 1 个"], [(*OVER_3, "new", 0, "三年级组")])

    another_class = school.night("2026-09-15", _hands_in(SIXTH, SIXTH_OVER))
    assert another_class.code == 1
    assert another_class.told == ["作业审计：新增问题 1 个"]
    assert another_class.open == [(*OVER_3, "persisting", 1, "三年级组"), (*OVER_6, "new", 0, "")]

    mended = school.night("2026-09-16", _hands_in(MATHS, row(15, subject="数学")))
    assert mended == Night(0, [], [(*OVER_6, "persisting", 1, "")])
    assert [(one["grade"], one["state"]) for one in school.report()["earlier"]] == [(3, "resolved")]

    renamed = school.night("2026-09-17", _renames(SIXTH, "六年级/六(1)班(最终版).csv"))
    assert renamed == Night(0, [], [(*OVER_6, "persisting", 2, "")])

    broken = school.night("2026-09-18", _damages("六年级/六(1)班(最终版).csv"))
    assert broken.code == 3
    assert broken.told == ["作业审计：新增问题 1 个"]
    assert broken.open == [(*OVER_6, "not-judged", 3, ""), (6, "unreadable-file", "new", 0, "")]

    # the night of the 19th is missed
    whole_again = school.night("2026-09-20", _hands_in("六年级/六(1)班(最终版).csv", SIXTH_OVER))
    assert whole_again == Night(0, [], [(*OVER_6, "persisting", 5, "")])
    assert [(one["rule"], one["state"]) for one in school.report()["earlier"]] == [("unreadable-file", "resolved")]

    taken_away = school.night("2026-09-21", lambda folder: (folder / "六年级/六(1)班(最终版).csv").unlink())
    assert taken_away == Night(0, [], [(*OVER_6, "withdrawn", 6, "")])

    mended_under_its_old_name = school.night("2026-09-22", _hands_in(SIXTH, row(30, to="六(1)班", day="2026-09-15")))
    assert mended_under_its_old_name == Night(0, [], [])

    holiday = school.night("2026-10-03", _hands_in("三年级/国庆.csv", *_for_the_holiday(50)))
    assert holiday == Night(0, [], [])
    assert {day["minutes"] for day in school.report()["class_days"] if day["date"] >= "2026-10"} == {35.7}

    too_much_for_a_holiday = school.night("2026-10-04", _hands_in("三年级/国庆.csv", *_for_the_holiday(90)))
    assert (too_much_for_a_holiday.code, len(too_much_for_a_holiday.told)) == (1, 1)
    assert {one[1:4] for one in too_much_for_a_holiday.open if one[1] == "daily-minutes-cap"} == {("daily-minutes-cap", "new", 0)}

    runs = json.loads(homework_audit("history", "list", "--format", "json", cwd=school.folder).stdout)
    assert [date.fromisoformat(run["day"]).day for run in runs] == [14, 15, 16, 17, 18, 20, 21, 22, 3, 4]
