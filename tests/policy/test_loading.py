"""The policy: presets, the office's file over them, and one clear sentence for whatever is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework_audit.errors import ConfigurationError
from homework_audit.messages import fault_text
from homework_audit.policy import find_configuration, load_policy
from tests.conftest import ROOT

# The figures of the national notice, by grade: minutes a day, and where they count.
CN_2021 = {
    **dict.fromkeys((1, 2), (0, ("home",))),
    **dict.fromkeys((3, 4, 5, 6), (60, ("home", "school"))),
    **dict.fromkeys((7, 8, 9), (90, ("home", "school"))),
}


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "homework-audit.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_default_is_the_national_notice() -> None:
    policy = load_policy()
    assert {grade: (cap.minutes, cap.places) for cap in policy.caps for grade in cap.grades} == CN_2021
    assert "2021年4月25日" in policy.source
    assert all("2021年4月25日" in cap.source for cap in policy.caps)


def test_own_caps_replace_those_of_the_grades_they_name_and_no_others(tmp_path: Path) -> None:
    policy = load_policy(written(tmp_path, "[[caps]]\ngrades = [3, 4]\nminutes = 45\n"))
    caps = {grade: cap.minutes for cap in policy.caps for grade in cap.grades}
    assert caps == {1: 0, 2: 0, 3: 45, 4: 45, 5: 60, 6: 60, 7: 90, 8: 90, 9: 90}


def test_a_rule_keeps_its_other_settings(tmp_path: Path) -> None:
    policy = load_policy(written(tmp_path, '[rules.unknown-subject]\nseverity = "off"\n'))
    assert policy.rules["unknown-subject"].severity == "off"
    assert policy.rules["daily-minutes-cap"].severity == "error"


def test_the_fingerprint_depends_on_what_is_judged_and_on_nothing_else(tmp_path: Path) -> None:
    usual = load_policy().fingerprint
    assert load_policy(written(tmp_path, '[output]\nlang = "en"\n[input]\nexclude = ["a"]\n')).fingerprint == usual
    assert load_policy(written(tmp_path, "[[caps]]\ngrades = [3]\nminutes = 59\n")).fingerprint != usual


def test_the_file_is_found_in_the_first_path_or_above_it(tmp_path: Path) -> None:
    file = written(tmp_path, "")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_configuration([tmp_path / "a" / "b"]) == file
    assert find_configuration([file]) == file


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        ("presett = 'x'", "presett", "preset"),
        ("[[caps]]\ngrades = [3]\nminuts = 60", "caps[1].minuts", "minutes"),
        ("[rules.daily-minute-cap]\nseverity = 'off'", "rules.daily-minute-cap", "daily-minutes-cap"),
        ("[rules.daily-minutes-cap]\nseverty = 'off'", "rules.daily-minutes-cap.severty", "severity"),
        ("[counting]\nspred = 'assigned-day'", "counting.spred", "spread"),
        ("[input]\nexclud = []", "input.exclud", "exclude"),
        ("preset = 'cn-2020'", "cn-2020", "cn-2021"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_known_one(tmp_path: Path, text: str, key: str, near: str) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_policy(written(tmp_path, text))
    message, hint = fault_text(wrong.value, "en")
    assert key in message
    assert "homework-audit.toml" in message
    assert near in hint


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[[caps]]\ngrades = [13]\nminutes = 1", "caps"),
        ("[[caps]]\ngrades = []\nminutes = 1", "caps"),
        ("[[caps]]\ngrades = [3]\nminutes = -1", "caps"),
        ("[[caps]]\ngrades = [3]\nminutes = 1\n[[caps]]\ngrades = [3]\nminutes = 2", "caps"),
        ("caps = 3", "caps"),
        ("[rules.daily-minutes-cap]\nseverity = 'fatal'", "severity"),
        ("[counting]\nmax_spread_days = 0", "counting.max_spread_days"),
        ("[input]\nseconds = 'long'", "input.seconds"),
        ("x =", "TOML"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_value_is_one_sentence_with_file_and_key(tmp_path: Path, text: str, key: str, lang: str) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_policy(written(tmp_path, text))
    message, hint = fault_text(wrong.value, "zh" if lang == "zh" else "en")
    assert "homework-audit.toml" in message
    assert key in message
    assert hint
    assert "\n" not in message


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "名 = '值".encode("gbk")])
def test_a_file_that_is_no_utf8_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "homework-audit.toml"
    file.write_bytes(data)
    with pytest.raises(ConfigurationError):
        load_policy(file)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_policy(tmp_path / "none.toml")
    assert wrong.value.kind == "configuration-unread"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_configuration_of_the_readme_works(tmp_path: Path, name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    block = text[text.index('    preset = "cn-2021"') :]
    lines = [line[4:] for line in block[: block.index("\n\n不" if "zh" in name else "\n\nA key")].splitlines()]
    policy = load_policy(written(tmp_path, "\n".join(lines)))
    assert (policy.caps_by_grade[3].minutes, policy.rules["mechanical-copying"].severity) == (45, "off")
    assert (len(policy.roster), len(policy.waivers), policy.calendar.no_homework_weekdays) == (1, 1, (3,))


@pytest.mark.parametrize(
    ("text", "key", "instead"),
    [
        ("[[waivers]]\nrule = 'daily-minutes-cap'\nuntil = 2026-12-31\nowner = 'x'", "waivers[1].reason", "waivers[1].reason"),
        ("[[waivers]]\nrule = 'daily-minutes-cap'\nuntil = 2026-12-31\nowner = 'x'\nreason = ''", "waivers[1].reason", "waivers[1].reason"),
        ("[[waivers]]\nrule = 'daily-cap'\nuntil = 2026-12-31\nowner = 'x'\nreason = 'y'", "waivers[1].rule", "daily-minutes-cap"),
        ("[[waivers]]\nrule = 'no-homework-day'\nuntil = '2026-13-01'\nowner = 'x'\nreason = 'y'", "waivers[1].until", "2026-09-14"),
        ("[calendar]\nterms = [{ from = 2026-09-01, to = 2026-08-01 }]", "calendar.terms[1]", "from"),
        ("[calendar]\ndays_off = ['soon']", "calendar.days_off[1]", "calendar.days_off"),
        ("[calendar]\nno_homework_weekdays = ['someday']", "calendar.no_homework_weekdays[1]", "no_homework_weekdays"),
        ("[calendar]\non_unknown_year = 'guess'", "calendar.on_unknown_year", "undetermined"),
        ("[[roster]]\nclasses = '三班'", "roster[1].classes", "三(2)班"),
        ("[[caps]]\ngrades = [3]", "caps[1]", "minutes = 60"),
        ("[[caps]]\ngrades = [3]\nminutes = 60\n[[caps]]\ngrades = [3, 4]\nminutes = 45", "caps", "grades"),
        ("[rules.mechanical-copying]\ntimes = 'many'", "rules.mechanical-copying.times", "times"),
        ("[counting]\nkinds = ['spoken']", "counting.kinds[1]", "oral"),
        ("subject_minutes = { 数学 = 30 }", "TOML", '"数学"'),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_wrong_is_one_sentence_with_what_to_write_instead(tmp_path: Path, text: str, key: str, instead: str, lang: str) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_policy(written(tmp_path, text))
    message, hint = fault_text(wrong.value, "zh" if lang == "zh" else "en")
    assert "homework-audit.toml" in message
    assert key in message
    assert instead in hint
    assert "\n" not in message + hint
