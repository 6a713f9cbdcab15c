"""The JSON report is what its published schema says, and the published schema is that of the model."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.command import homework_audit
from tests.conftest import ROOT

PUBLISHED = ROOT / "docs" / "report.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(PUBLISHED.read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_published_schema_is_fresh() -> None:
    run = homework_audit("render", "--schema")
    if os.environ.get("UPDATE_GOLDEN"):
        PUBLISHED.write_bytes(run.stdout)
    assert run.returncode == 0
    assert run.stdout == PUBLISHED.read_bytes()


@pytest.mark.parametrize("arguments", [[], ["--lang", "en"], ["--plan"], ["--grade", "3"], ["--evidence", "findings"]])
def test_a_report_of_the_sample_sheets_fits(validator: Draft202012Validator, arguments: list[str]) -> None:
    validator.validate(json.loads(homework_audit("check", "sample_sheets", "--format", "json", *arguments, cwd=ROOT).stdout))


@pytest.mark.parametrize("change", [{"summary": {}}, {"more": 1}, {"class_days": [{}]}, {"lang": "fr"}])
def test_what_is_no_report_does_not_fit(validator: Draft202012Validator, change: dict[str, Any]) -> None:
    report = json.loads(homework_audit("check", "sample_sheets", "--format", "json", cwd=ROOT).stdout)
    with pytest.raises(ValidationError):
        validator.validate(report | change)
