"""One message a run, to a real mail server and a real web server: what is new, in classes, dates and figures alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import homework_audit, write
from tests.conftest import row, table
from tests.notify.listeners import free_port, mail_server, robot

PUPIL = "张小明"
HELD = {
    "三年级.csv": table(row(75, content=f"{PUPIL}重做"), row(10, to="三(2)班")),
    f"{PUPIL}.xlsx": b"PK\x03\x04 cut short",
}


def _configured(folder: Path, port: int, more: str = "") -> Path:
    addresses = 'sender = "audit@example.org"\nto = ["office@example.org"]\n'
    mail = f'[notify.email]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n{addresses}'
    write(folder, {"homework-audit.toml": f"{more}{mail}".encode()})
    return folder


def test_the_first_night_is_told_and_the_second_is_silent(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        place = _configured(write(tmp_path / "报送", HELD), port)
        runs = [homework_audit("check", place, "--record", "-o", tmp_path / "报告.html") for _ in range(2)]
    assert [run.returncode for run in runs] == [3, 3]
    (letter,) = letters
    assert (letter["From"], letter["To"]) == ("audit@example.org", "office@example.org")
    body = letter.get_content()
    assert letter["Subject"] == "作业审计：新增问题 2 个"
    assert "三(1)班 2026-09-14：每日书面作业超过上限（75，上限 60）" in body
    assert "无法读取的文件：1 个" in body
    assert str(tmp_path / "报告.html") in body
    assert PUPIL not in body + letter["Subject"]
    assert body.index("三(1)班") < body.index("此前的问题")


def test_nobody_is_told_by_a_check_that_is_not_recorded(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        homework_audit("check", _configured(write(tmp_path, HELD), port))
    assert letters == []


def test_every_run_is_told_where_the_office_wants_it(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        place = _configured(write(tmp_path, {"三年级.csv": table(row(20))}), port, '[notify]\nwhen = "always"\n')
        homework_audit("check", place, "--record", "--lang", "en")
    assert [letter["Subject"] for letter in letters] == ["Homework audit: nothing new"]


def test_a_message_that_fails_is_said_changes_no_verdict_and_is_told_the_next_night(tmp_path: Path) -> None:
    nobody = free_port()
    place = _configured(write(tmp_path, {"三年级.csv": table(row(75))}), nobody)
    failed = homework_audit("check", place, "--record")
    assert failed.returncode == 1
    assert f"提醒未能经 127.0.0.1:{nobody} 发出" in failed.stderr.decode()
    with mail_server() as (port, letters):
        _configured(place, port)
        assert homework_audit("check", place, "--record").returncode == 1
    assert [letter["Subject"] for letter in letters] == ["作业审计：新增问题 1 个"]


def test_what_could_not_be_told_is_told_by_the_first_run_that_has_it_again(tmp_path: Path) -> None:
    place = _configured(write(tmp_path, {"三年级.csv": table(row(75)), "四年级.csv": table(row(10, to="四(1)班"))}), free_port())
    homework_audit("check", place, "--record")
    with mail_server() as (port, letters):
        _configured(place, port)
        assert homework_audit("check", place, "--record", "--grade", "4").returncode == 0
        assert letters == []
        for _ in range(2):
            homework_audit("check", place, "--record")
    assert [letter["Subject"] for letter in letters] == ["作业审计：新增问题 1 个"]


def test_each_way_is_told_until_it_heard_and_no_other_hears_twice(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        place = _configured(write(tmp_path, {"三年级.csv": table(row(75))}), port)
        for status, heard in ((500, 1), (500, 1), (200, 1), (200, 0)):
            with robot(status) as (at, messages):
                homework_audit("check", place, "--record", env={"HOMEWORK_AUDIT_NOTIFY_URLS": f"json://127.0.0.1:{at}/"})
            assert len(messages) == heard
    assert len(letters) == 1


def test_a_waiver_that_ends_is_told(tmp_path: Path) -> None:
    more = '[[waivers]]\nrule = "daily-minutes-cap"\nuntil = 2026-09-15\nreason = "复习"\nowner = "教务处"\n'
    with mail_server() as (port, letters):
        place = _configured(write(tmp_path, {"三年级.csv": table(row(75))}), port, more)
        codes = [homework_audit("check", place, "--record", "--only-new", "--as-of", f"2026-09-{n}").returncode for n in (15, 16, 17)]
    assert codes == [0, 1, 0]
    assert len(letters) == 1


def test_a_history_that_cannot_be_used_is_told_and_nothing_is_called_new(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        place = _configured(write(tmp_path, {"三年级.csv": table(row(75)), ".homework-audit/history.sqlite": b"no history"}), port)
        run = homework_audit("check", place, "--record", "--only-new")
    assert run.returncode == 3
    assert "新增" not in run.stdout.decode()
    assert [letter["Subject"] for letter in letters] == ["作业审计：历史记录无法使用"]


def test_a_folder_that_is_suddenly_empty_is_told(tmp_path: Path) -> None:
    with mail_server() as (port, letters):
        place = _configured(write(tmp_path, {"三年级.csv": table(row(20))}), port)
        homework_audit("check", place, "--record")
        (place / "三年级.csv").unlink()
        assert homework_audit("check", place, "--record").returncode == 4
    assert [letter["Subject"] for letter in letters] == ["作业审计：没有可审计的作业"]


@pytest.mark.parametrize(("status", "code"), [(200, 0), (500, 3)])
def test_a_robot_is_tried(tmp_path: Path, status: int, code: int) -> None:
    with robot(status) as (port, messages):
        address = {"HOMEWORK_AUDIT_NOTIFY_URLS": f"json://127.0.0.1:{port}/secret-key"}
        run = homework_audit("notify", "--test", cwd=tmp_path, env=address)
    assert run.returncode == code, run.stderr.decode()
    assert [message["title"] for message in messages] == ["作业审计：测试消息"]
    assert b"secret-key" not in run.stdout + run.stderr
    assert ("已经 json 发出" if code == 0 else "提醒未能经 json 发出") in run.stderr.decode()


def test_one_way_that_fails_stops_no_other(tmp_path: Path) -> None:
    with robot() as (port, messages):
        place = _configured(write(tmp_path, {"三年级.csv": table(row(75))}), 1)
        address = {"HOMEWORK_AUDIT_NOTIFY_URLS": f"unheard://of json://127.0.0.1:{port}/"}
        run = homework_audit("check", place, "--record", env=address)
    assert run.returncode == 1
    assert [message["title"] for message in messages] == ["作业审计：新增问题 1 个"]
    assert "unheard" in run.stderr.decode()


def test_without_a_way_to_send_there_is_nothing_to_test(tmp_path: Path) -> None:
    run = homework_audit("notify", "--test", cwd=tmp_path, env={"HOMEWORK_AUDIT_NOTIFY_URLS": ""})
    assert (run.returncode, run.stdout) == (2, b"")
    assert "没有可用的提醒渠道" in run.stderr.decode()


def test_the_ways_are_listed_without_their_keys(tmp_path: Path) -> None:
    run = homework_audit("notify", cwd=_configured(tmp_path, 25), env={"HOMEWORK_AUDIT_NOTIFY_URLS": "dingtalk://secret-key"})
    assert run.stdout.decode().splitlines() == ["127.0.0.1:25", "dingtalk"]


def test_without_apprise_it_is_said_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['apprise'] = None\n", encoding="utf-8")
    run = homework_audit("notify", "--test", cwd=tmp_path, env={"HOMEWORK_AUDIT_NOTIFY_URLS": "json://x", "PYTHONPATH": str(tmp_path)})
    assert run.returncode == 3
    assert "homework-audit[notify]" in run.stderr.decode()
