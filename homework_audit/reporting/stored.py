"""Turns the JSON of a report back into the report, and tells the schema of that JSON."""

from __future__ import annotations

import json

from pydantic import ValidationError

from homework_audit.errors import ConfigurationError
from homework_audit.models.report import Report

SCHEMA = 1


def load_report(data: bytes, name: str) -> Report:
    """The report that was stored as JSON. Raises ConfigurationError where it is none, or one of another schema."""
    try:
        stated = json.loads(data)
        schema = stated["schema"]
        stated["tool"]["name"], stated["class_days"]
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise ConfigurationError("no-report", file=name) from fault
    if schema != SCHEMA:
        raise ConfigurationError("report-of-other-schema", file=name, schema=schema, known=SCHEMA)
    try:
        return Report.model_validate_json(data)
    except ValidationError as fault:
        first = fault.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise ConfigurationError("report-damaged", file=name, key=key) from fault


def report_schema() -> str:
    """The JSON Schema of a stored report, generated from the model that writes it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"homework-audit report, schema {SCHEMA}"}
    return json.dumps({**Report.model_json_schema(mode="serialization"), **schema}, ensure_ascii=False, indent=2) + "\n"
