"""The sample week is judged as its own truth says, which was summed without this program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import json_report
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return json_report(ROOT / "sample_sheets")


def test_every_class_day_is_the_truth(report: dict[str, Any]) -> None:
    truth = json.loads((Path(__file__).parent / "sample_week" / "expected.json").read_text("utf-8"))["class_days"]
    said = {(day["grade"], day["class"], day["date"]): (day["minutes"], day["verdict"]) for day in report["class_days"]}
    for day in truth:
        assert said.pop((day["grade"], day["class"], day["date"])) == (day["minutes"], day["verdict"]), day
    assert set(said.values()) <= {(0, "within")}, "days with nothing but oral work"


def test_every_file_is_wholly_understood(report: dict[str, Any]) -> None:
    assert report["complete"]
    assert {file["status"] for file in report["files"]} == {"read", "skipped"}
    assert [file["path"] for file in report["files"] if file["status"] == "skipped"] == ["README.md"]


def test_evidence_adds_up_to_the_minutes(report: dict[str, Any]) -> None:
    for day in report["class_days"]:
        assert sum(share["minutes"] for share in day["evidence"]) == pytest.approx(day["minutes"], abs=0.5)
        assert sum(day["subjects"].values()) == pytest.approx(day["minutes"], abs=0.5)


def test_the_accounts_close(report: dict[str, Any]) -> None:
    entries = report["entries"]
    assert entries["read"] == entries["counted"] + entries["rejected"] + sum(entries["not_counted"].values())
    assert entries["read"] == sum(sheet["entries"] for file in report["files"] for sheet in file["sheets"])
