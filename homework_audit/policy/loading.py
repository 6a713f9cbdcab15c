"""Turns TOML into a Policy: preset, then the office's file over it; what is wrong is said with file, key and what to write."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from homework_audit.errors import ConfigurationError
from homework_audit.policy.model import Policy
from homework_audit.rules import RULES

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
    shown = configuration.name if configuration else "--policy"
    if named not in presets():
        raise ConfigurationError("no-such-preset", file=shown, preset=named, near=_near(str(named), presets()), known=", ".join(presets()))
    table = tomllib.loads((files("homework_audit.policy") / "presets" / f"{named}.toml").read_text("utf-8"))
    try:
        return Policy.model_validate(_laid_over(table, own))
    except ValidationError as wrong:
        raise _configuration_error(wrong, shown) from wrong


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


def _configuration_error(wrong: ValidationError, file: str) -> ConfigurationError:
    """The first thing that is wrong, with its key; an unknown key with the known one that is nearest."""
    first = min(wrong.errors(include_url=False), key=lambda error: error["type"] != "extra_forbidden")
    path = [str(part) for part in first["loc"]]
    key = _key(first["loc"])
    if first["type"] == "extra_forbidden":
        known = _keys_at(path[:-1])
        return ConfigurationError("unknown-key", file=file, key=key, near=_near(path[-1], known), known=", ".join(known))
    message = first["msg"].removeprefix("Value error, ")
    if message.startswith("unknown rule "):
        name = message.removeprefix("unknown rule ")
        return ConfigurationError("unknown-key", file=file, key=f"rules.{name}", near=_near(name, list(RULES)), known=", ".join(RULES))
    return ConfigurationError("wrong-value", file=file, key=key or "caps", value=str(first.get("input"))[:60], error=message)


def _key(path: Sequence[int | str]) -> str:
    """A key as the office finds it in its file: the first of several tables is [1]."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _near(word: str, known: Sequence[str]) -> str:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.5)), "")


def _keys_at(path: Sequence[str]) -> list[str]:
    """The keys that the table at this path may have."""
    model: Any = Policy
    for part in path:
        if part.isdigit():
            continue
        if part in RULES:
            model = RULES[part]
            continue
        model = _model_in(model.model_fields[part].annotation)
        if model is None:
            return sorted(RULES)
    extra = ["preset"] if model is Policy else []
    return sorted([*model.model_fields, *extra])


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as tuple[Cap, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()) if not isinstance(annotation, Mapping))
    return next((found for found in inner if found), None)
