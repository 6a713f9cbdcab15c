"""Turns TOML into a Policy: preset, then the office's file over it; what is wrong is said with file, key and what to write."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from glob import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from homework_audit.errors import ConfigurationError
from homework_audit.layouts.junior_years import FOUR_YEARS, four_junior_years
from homework_audit.policy.mistakes import configuration_error, near
from homework_audit.policy.model import Policy

CONFIGURATION = "homework-audit.toml"
DEFAULT_PRESET = "cn-2021"


def find_configuration(paths: Sequence[Path]) -> Path | None:
    """The `homework-audit.toml` in the first path or above it, None if there is none."""
    start = paths[0].absolute() if paths else Path.cwd()
    folder = start if start.is_dir() else start.parent
    return next((file for parent in (folder, *folder.parents) if (file := parent / CONFIGURATION).is_file()), None)


def presets() -> list[str]:
    """The names of the built-in presets."""
    folder = files("homework_audit.policy") / "presets"
    return sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))


def load_policy(configuration: Path | None = None, preset: str | None = None) -> Policy:
    """The policy of a preset with the office's configuration over it. `preset` outdoes the one that the file names.

    Raises ConfigurationError for a file that cannot be read, is no TOML, or says something that no key means.
    """
    own = _toml(configuration) if configuration else {}
    named = preset or own.pop("preset", DEFAULT_PRESET)
    own.pop("preset", None)
    shown = configuration.name if configuration and not preset else "--policy"
    if named not in presets():
        raise ConfigurationError("no-such-preset", file=shown, preset=named, near=near(str(named), presets()), known=", ".join(presets()))
    if configuration and _names_workbooks(own):
        _take_workbooks(own, configuration)
    try:
        return Policy.model_validate(_with_own_grades(_laid_over(preset_table(named), own)))
    except ValidationError as wrong:
        raise configuration_error(wrong, configuration.name if configuration else "--policy") from wrong


def preset_table(name: str) -> dict[str, Any]:
    """The tables of a built-in preset, with those of the preset that it is built on below them."""
    table = tomllib.loads(preset_text(name))
    base = table.pop("preset", None)
    return _laid_over(preset_table(base), table) if base else table


def preset_text(name: str) -> str:
    """A built-in preset as it is written."""
    return (files("homework_audit.policy") / "presets" / f"{name}.toml").read_text("utf-8")


def _names_workbooks(own: dict[str, Any]) -> bool:
    calendar = own.get("calendar")
    return isinstance(own.get("roster"), str) or (isinstance(calendar, dict) and isinstance(calendar.get("file"), str))


def _take_workbooks(own: dict[str, Any], configuration: Path) -> None:
    """Replaces the names of the office's roster and calendar, which lie beside the configuration, by what they say."""
    from homework_audit.policy.tables import calendar_of, roster_of  # slow to import, and only workbooks need it

    if isinstance(own.get("roster"), str):
        own["input"] = _excluding(own.get("input"), own["roster"])
        own["roster"] = roster_of(configuration.parent / own["roster"])
    calendar = own.get("calendar")
    if isinstance(calendar, dict) and isinstance(calendar.get("file"), str):
        own["input"] = _excluding(own.get("input"), calendar["file"])
        stated = calendar_of(configuration.parent / calendar["file"])
        lists = {key: calendar.get(key, []) for key in stated}
        own["calendar"] = calendar | {key: [*found, *stated[key]] for key, found in lists.items() if isinstance(found, list)}


def _with_own_grades(table: dict[str, Any]) -> dict[str, Any]:
    """The tables with every class as the grade that it is where the junior school has four years: there 初一 is grade 6."""
    stated = table.get("input")
    if not isinstance(stated, dict) or stated.get("junior_years") != FOUR_YEARS:
        return table
    history = table.get("history")
    owners = history.get("owners") if isinstance(history, dict) else None
    for lines, name in ((table.get("waivers"), "school_class"), (table.get("roster"), "classes"), (owners, "classes")):
        for line in lines if isinstance(lines, list) else ():
            if isinstance(line, dict) and isinstance(line.get(name), str):
                line[name] = four_junior_years(line[name])
    return table


def _excluding(table: Any, file: str) -> Any:
    """The table `[input]` with a file that is no submission among those excluded."""
    table = {} if table is None else table
    if not isinstance(table, dict) or not isinstance(table.get("exclude", []), list):
        return table  # what is wrong with it is said when it is validated
    return table | {"exclude": [*table.get("exclude", ()), escape(Path(file).name)]}


def _laid_over(preset: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The office's tables over the preset's: its caps replace those of the grades they name, and no others."""
    merged = preset | own
    for key in preset.keys() & own.keys():
        if isinstance(preset[key], dict) and isinstance(own[key], dict):
            merged[key] = preset[key] | own[key]
    caps = own.get("caps")
    if isinstance(caps, list) and all(isinstance(cap, dict) and isinstance(cap.get("grades"), list) for cap in caps):
        named = {grade for cap in caps for grade in cap["grades"] if isinstance(grade, int)}
        kept = [cap | {"grades": [grade for grade in cap["grades"] if grade not in named]} for cap in preset["caps"]]
        merged["caps"] = [*caps, *(cap for cap in kept if cap["grades"])]
    return merged


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as refused:
        raise ConfigurationError("configuration-unread", file=str(file), error=refused.strerror or "") from refused
    except UnicodeDecodeError as refused:
        raise ConfigurationError("configuration-encoding", file=file.name) from refused
    except tomllib.TOMLDecodeError as refused:
        raise ConfigurationError("configuration-no-toml", file=file.name, error=str(refused)) from refused
