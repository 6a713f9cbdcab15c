"""Renders a rollup as JSON: what the next level rolls up."""

from __future__ import annotations

import json
from typing import Final

from homework_audit.bureau.unit import SCHEMA, Rollup
from homework_audit.renderers.options import RenderOptions

_TITLE: Final = f"homework-audit rollup, schema {SCHEMA}"


def render(rollup: Rollup, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The rollup as indented UTF-8 JSON with a final line break."""
    return rollup.model_dump_json(by_alias=True, indent=1).encode() + b"\n"


def rollup_schema() -> str:
    """The JSON Schema of a rollup, generated from the model that writes it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLE}
    return json.dumps({**Rollup.model_json_schema(mode="serialization"), **schema}, ensure_ascii=False, indent=2) + "\n"
