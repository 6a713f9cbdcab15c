"""The commands that show what is judged by, and the configuration that they give to start from."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from homework_audit.policy import Policy, load_policy, presets
from homework_audit.policy.describing import schema, starting_configuration
from homework_audit.rules import RULES
from tests.command import homework_audit, write
from tests.conftest import row, table


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_configuration_changes_nothing_and_names_every_table(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "homework-audit.toml"
    run = homework_audit("init", "-o", file, "--lang", lang)
    assert run.returncode == 0
    assert load_policy(file) == load_policy()
    text = file.read_text("utf-8")
    for key in (*tomllib.loads(text), "[[caps]]", "[[waivers]]", "[[roster]]", "[rules.", "[output]"):
        assert key in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_it_shows_in_comments_would_work(tmp_path: Path, lang: str) -> None:
    """Every commented line that is TOML is taken at its word."""
    text = starting_configuration("zh" if lang == "zh" else "en")
    stated = re.sub(r"(?m)^# (?=\[\[?[a-z.-]+\]|[a-z_]+ = )", "", text).replace('file = "校历.xlsx"', "")
    file = tmp_path / "homework-audit.toml"
    file.write_text(stated, encoding="utf-8")
    policy = load_policy(file)
    assert policy.caps_by_grade[3].subjects_per_day == 3
    assert policy.roster[0].subjects["科学"] == ()
    assert policy.waivers[0].owner


def test_a_file_is_not_replaced_unless_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "homework-audit.toml"
    file.write_text("own", encoding="utf-8")
    refused = homework_audit("init", "-o", file)
    assert refused.returncode == 2
    assert file.read_text("utf-8") == "own"
    assert homework_audit("init", "-o", file, "--force").returncode == 0


def test_without_a_file_it_is_printed() -> None:
    assert tomllib.loads(homework_audit("init").stdout.decode())["preset"] == "cn-2021"


def test_policies_are_listed_with_source_and_date_and_one_is_told_in_full() -> None:
    every = homework_audit("policy", env={"HOMEWORK_AUDIT_LANG": "zh"}).stdout.decode()
    for name in presets():
        assert load_policy(preset=name).source in every
    one = homework_audit("policy", "zhejiang", env={"HOMEWORK_AUDIT_LANG": "zh"}).stdout.decode()
    assert "每天 3 个学科" in one
    assert "不能证明现在仍然有效" in one


def test_a_policy_in_toml_is_one_to_start_from(tmp_path: Path) -> None:
    text = homework_audit("policy", "russia", "--format", "toml").stdout.decode()
    assert Policy.model_validate(tomllib.loads(text)).caps == load_policy(preset="russia").caps


def test_the_schema_knows_every_key() -> None:
    found = json.loads(homework_audit("policy", "--schema").stdout)
    assert found == json.loads(json.dumps(schema()))
    assert set(found["properties"]) == {*Policy.model_fields, "preset"}
    assert set(found["properties"]["rules"]["properties"]) == set(RULES)
    assert not found["properties"]["rules"]["additionalProperties"]


def undescribed(node: Any, path: str = "") -> list[str]:
    """Keys of the schema that nobody described."""
    keys = []
    for name, value in node.get("properties", {}).items():
        if "description" not in value and "$ref" not in json.dumps(value):
            keys.append(f"{path}.{name}")
    return keys


@pytest.mark.parametrize("model", ["Cap", "Waiver", "RosterLine", "CalendarSettings", "Days"])
def test_every_key_is_described(model: str) -> None:
    assert undescribed(schema()["$defs"][model], model) == []


def test_rules_are_listed_and_one_is_explained() -> None:
    listed = homework_audit("rules", env={"HOMEWORK_AUDIT_LANG": "zh"}).stdout.decode().splitlines()
    assert [line.split()[0] for line in listed] == list(RULES)
    one = homework_audit("rules", "mechanical-copying", env={"HOMEWORK_AUDIT_LANG": "en"}).stdout.decode()
    assert "Source:" in one
    assert "依据：" in homework_audit("rules", "mechanical-copying", env={"HOMEWORK_AUDIT_LANG": "zh"}).stdout.decode()
    assert "times = 5" in one


@pytest.mark.parametrize("arguments", [("policy", "nix"), ("rules", "daily-minute-cap"), ("check", "--select", "daily-minute-cap", ".")])
def test_a_name_that_does_not_exist_is_a_wrong_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run = homework_audit(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert len(run.stderr.decode().splitlines()) == 2, "what is wrong, and what to write instead"


def test_rules_are_selected_and_ignored_without_changing_a_verdict(tmp_path: Path) -> None:
    write(tmp_path, {"三.csv": table(row(70, content="请家长签字"), row(5, content="打卡", subject="数学"))})

    def found(*options: str) -> tuple[set[str], list[str], int]:
        run = homework_audit("check", tmp_path, "--format", "json", *options)
        report = json.loads(run.stdout)
        return {one["rule"] for one in report["findings"]}, [day["verdict"] for day in report["class_days"]], run.returncode

    assert found() == ({"daily-minutes-cap", "parent-task", "phone-task"}, ["over"], 1)
    assert found("--select", "phone-task") == ({"phone-task"}, ["over"], 0)
    assert found("--select", "phone-task", "--fail-on", "warning") == ({"phone-task"}, ["over"], 1)
    assert found("--ignore", "daily-minutes-cap", "--ignore", "phone-task") == ({"parent-task"}, ["over"], 0)


def test_a_plan_says_who_could_give_way(tmp_path: Path) -> None:
    write(tmp_path, {"计划.csv": table(row(40, day="2026-09-22"), row(30, day="2026-09-22", subject="数学"), row(70))})
    run = homework_audit("check", tmp_path, "--plan", "--as-of", "2026-09-17", "--format", "table", "--lang", "zh")
    out = run.stdout.decode()
    assert "2026-09-22" in out
    assert "2026-09-14" not in out, "next week's lists alone"
    assert "语文 6、数学 4" in out


@pytest.mark.parametrize(("by", "said"), [("week", "09-14—09-20"), ("half-month", "09-01—09-15")])
def test_weeks_and_half_months_stand_beside_the_days(tmp_path: Path, by: str, said: str) -> None:
    write(tmp_path, {"三.csv": table(row(70), row(10, day="2026-09-15"))})
    out = homework_audit("check", tmp_path, "--format", "table", "--by", by, "--lang", "zh").stdout.decode()
    line = next(line for line in out.splitlines() if said in line)
    assert [part for part in line.split() if part != said][1:4] == ["80", "40", "70"], "sum, mean, and the heaviest day beside it"
