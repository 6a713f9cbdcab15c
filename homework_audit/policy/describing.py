"""Turns policies into what people and editors read of them: TOML to start from, and a JSON Schema."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from homework_audit.locale import Lang
from homework_audit.policy.loading import DEFAULT_PRESET, presets
from homework_audit.policy.model import Policy
from homework_audit.rules import RULES


def schema() -> dict[str, Any]:
    """The JSON Schema of `homework-audit.toml`, generated from the models: editors check the file by it."""
    found = Policy.model_json_schema(mode="validation")
    definitions = found.setdefault("$defs", {})
    rules = {}
    for name, rule in RULES.items():
        one = rule.model_json_schema(mode="validation")
        definitions.update(one.pop("$defs", {}))
        rules[name] = one
    properties = found["properties"]
    properties["rules"] = {"type": "object", "properties": rules, "additionalProperties": False}
    properties["preset"] = {"enum": presets(), "default": DEFAULT_PRESET, "description": "The built-in policy below this file."}
    properties["roster"] = {"anyOf": [{"type": "string", "description": "A workbook beside this file."}, properties["roster"]]}
    found["required"] = [name for name in found.get("required", ()) if name != "caps"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "homework-audit.toml", **found}


def starting_configuration(lang: Lang) -> str:
    """A commented configuration to start from, in which everything is at its default."""
    return (files("homework_audit.policy") / "starting" / f"{lang}.toml").read_text("utf-8")
