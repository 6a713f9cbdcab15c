"""Turns what pydantic says of a wrong configuration into one fault: the file, the key, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from homework_audit.errors import ConfigurationError
from homework_audit.policy.model import Policy
from homework_audit.rules import RULES


def configuration_error(wrong: ValidationError, file: str) -> ConfigurationError:
    """The first thing that is wrong, with its key; an unknown key with the known one that is nearest."""
    first = min(wrong.errors(include_url=False), key=lambda error: error["type"] != "extra_forbidden")
    path = [str(part) for part in first["loc"]]
    key = _key(first["loc"])
    if first["type"] == "extra_forbidden":
        known = _keys_at(path[:-1])
        return ConfigurationError("unknown-key", file=file, key=key, near=near(path[-1], known), known=", ".join(known))
    context: Mapping[str, Any] = first.get("ctx") or {}
    if first["type"] == "unknown-rule":
        name = str(context["rule"])
        if key.startswith("waivers"):
            return ConfigurationError(
                "no-such-rule", option=f"{file} {key}", rule=name, near=near(name, list(RULES)), known=", ".join(RULES)
            )
        return ConfigurationError("unknown-key", file=file, key=f"rules.{name}", near=near(name, list(RULES)), known=", ".join(RULES))
    if first["type"] == "missing":
        return ConfigurationError("missing-key", file=file, key=key)
    value = str(first.get("input"))[:60]
    figures = {name: str(limit) for name, limit in context.items() if name not in ("error", "reason")}
    reason = _WANTED.get(first["type"], first["type"])
    if reason == "list" and isinstance(first.get("input"), Mapping):
        return ConfigurationError("one-table", file=file, key=key)
    return ConfigurationError("wrong-value", reason=reason, file=file, key=key or "caps", value=value, error=first["msg"], **figures)


_WANTED = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "whole-number"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "number"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), "date"),
    **dict.fromkeys(("time_type", "time_parsing"), "time"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true-or-false"),
    "string_type": "text",
    "string_too_short": "not-empty",
    **dict.fromkeys(("tuple_type", "list_type"), "list"),
    "too_short": "not-empty",
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), "table"),
    "literal_error": "one-of",
    "greater_than_equal": "at-least",
    "greater_than": "more-than",
    "less_than_equal": "at-most",
}
"""What pydantic misses → what to write instead, as messages.py says it; what our own validators miss is called alike there."""


def _key(path: Sequence[int | str]) -> str:
    """A key as the office finds it in its file: the first of several tables is [1]."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def near(word: str, known: Sequence[str]) -> str:
    """The known word that is most like this one; '' if none is."""
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
