"""Help is whole at 80 columns in both languages, faults of usage are one line with a hint, and a shell can complete."""

from __future__ import annotations

import re

import pytest

from homework_audit.locale import Lang
from homework_audit.messages import say
from tests.command import homework_audit

COMMANDS = ["check", "inspect", "render", "template", "notify", "schedule", "policy", "rules", "init"]
HISTORY = ["list", "show", "diff", "open", "trend", "prune"]
LANGS: list[Lang] = ["zh", "en"]


def _shown(*arguments: str, lang: Lang) -> str:
    run = homework_audit(*arguments, env={"HOMEWORK_AUDIT_LANG": lang, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"})
    assert run.returncode == 0, run.stderr.decode()
    assert run.stderr == b""
    return run.stdout.decode()


def _bare(text: str) -> str:
    return re.sub(r"[\s│╭╮╰╯─]", "", text)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_word_of_a_help_text_is_cut_off(command: str, lang: Lang) -> None:
    shown = _shown(command, "--help", lang=lang)
    assert "…" not in shown
    for key in (f"help.{command}.command", f"help.{command}.examples", "help.help"):
        assert _bare(say(lang, key)) in _bare(shown)
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("lang", LANGS)
def test_the_commands_of_the_history_are_told_whole(lang: Lang) -> None:
    listed = _bare(_shown("history", "--help", lang=lang))
    for command in HISTORY:
        told, shown = _bare(say(lang, f"help.history.{command}")), _shown("history", command, "--help", lang=lang)
        assert command + told in listed
        assert told in _bare(shown)
        assert "…" not in shown
        assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_is_listed_with_what_it_does(lang: Lang) -> None:
    shown = _bare(_shown("--help", lang=lang))
    for command in (*COMMANDS, "history"):
        assert command + _bare(say(lang, f"help.{command}.command")) in shown
    for option in ("help", "install_completion", "show_completion", "version"):
        assert _bare(say(lang, f"help.{option}")) in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--fromat", "x"), "没有 --fromat 这个选项"),
        (("chek",), "没有 chek 这个命令"),
        (("check", "--jobs", "viele"), "--jobs/-j 的值不对"),
        (("check", "--by", "month"), "应为 day|week|half-month"),
        (("check", "-o"), "选项 -o 缺少值"),
        (("rules", "a", "b"), "多余的参数：b"),
        (("inspect",), "缺少参数 FILE"),
    ],
)
def test_a_fault_of_usage_is_one_line_and_a_hint(arguments: tuple[str, ...], said: str) -> None:
    run = homework_audit(*arguments)
    assert (run.returncode, run.stdout) == (2, b"")
    message, hint = run.stderr.decode().splitlines()
    assert message.startswith("homework-audit: ")
    assert said in message
    assert hint.startswith("    ")
    english = homework_audit(*arguments, env={"HOMEWORK_AUDIT_LANG": "en"}).stderr.decode()
    assert english.isascii()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told_the_language(command: str) -> None:
    shown = {lang: homework_audit(command, "--lang", lang, "--help").stdout.decode() for lang in LANGS}
    assert "--lang" in shown["en"]
    assert _bare(say("zh", f"help.{command}.command")) in _bare(shown["zh"])
    assert _bare(say("en", f"help.{command}.command")) in _bare(shown["en"])


def test_without_arguments_it_helps() -> None:
    run = homework_audit()
    assert run.returncode == 2
    assert "check" in run.stdout.decode()


def test_a_shell_completes_commands_and_formats() -> None:
    def completed(words: str, place: int) -> list[str]:
        env = {"_HOMEWORK_AUDIT_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(place)}
        return homework_audit(env=env).stdout.decode().split()

    assert completed("homework-audit ch", 1) == ["check"]
    assert set(completed("homework-audit check --format ", 3)) >= {"json", "xlsx", "html"}
