"""Text from sheets stays text in every format: no escape, no markup, no formula; and every class-day over its cap is named."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.models.marks import OWN_CSV_HEADINGS
from homework_audit.models.report import Report
from homework_audit.renderers import RENDERERS, RenderOptions
from homework_audit.renderers.safe_text import safe
from tests.conftest import Office, row

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "＝1",
    "[red]x[/oops]",
    "\x1b[31mred",
    "a\u202eb",
    "x\x00y",
    "https://example.org",
    "{=1}",
]


@pytest.fixture(scope="module")
def hostile() -> Report:
    office = Office()
    for number, text in enumerate(HOSTILE):
        office.hand_in(
            f"{number}.csv", row(70, subject=text, content=f"{text} {number}"), row(text, content=f"{text} 乙", day="2026-09-15")
        )
    return office.audit()


@pytest.mark.parametrize("name", ["table", "plain"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_control_or_direction_character_reaches_a_terminal(hostile: Report, name: str, width: int) -> None:
    text = RENDERERS[name].render(hostile, RenderOptions(width=width, verbose=True)).decode()
    assert not {c for c in text if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202a\u202b\u202c\u202d\u202e"}
    assert "\\x1b[31mred" in text.replace("\n", "").replace(" ", "")


def test_markup_in_a_cell_is_printed_as_it_stands(hostile: Report) -> None:
    assert "[red]x[/oops]" in RENDERERS["plain"].render(hostile, RenderOptions()).decode()


def test_no_cell_of_a_csv_report_is_a_formula(hostile: Report) -> None:
    text = RENDERERS["csv"].render(hostile, RenderOptions()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert tuple(rows[0][: len(OWN_CSV_HEADINGS)]) == OWN_CSV_HEADINGS
    assert len(rows) == len(hostile.findings) + 1
    assert not [cell for line in rows[1:] for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]


def test_json_is_the_report_exactly(hostile: Report) -> None:
    assert Report.model_validate_json(RENDERERS["json"].render(hostile, RenderOptions())).summary == hostile.summary


def test_json_without_the_evidence_of_days_within() -> None:
    report = Office().hand_in("三年级.csv", row(20), row(70, day="2026-09-15")).audit()
    days = json.loads(RENDERERS["json"].render(report, RenderOptions(all_evidence=False)))["class_days"]
    assert [(day["verdict"], len(day["evidence"])) for day in days] == [("within", 0), ("over", 1)]


def test_schema_1_has_exactly_these_keys() -> None:
    report = json.loads(RENDERERS["json"].render(Office().hand_in("三年级.csv", row(70)).audit(), RenderOptions()))
    assert list(report) == [
        *("schema", "lang", "mode", "as_of", "tool", "policy", "period", "filters", "complete", "entries", "summary"),
        *("schools", "class_days", "findings", "earlier", "completeness", "periods", "composition", "files"),
    ]
    assert list(report["class_days"][0]) == [
        *("school", "grade", "class", "date", "day_type", "minutes", "minutes_high", "limit", "limit_source", "limit_basis"),
        *("verdict", "subjects", "non_written_minutes", "optional_minutes", "because", "evidence"),
    ]
    assert list(report["findings"][0]) == [
        *("rule", "severity", "params", "message", "hint", "school", "grade", "class", "date", "subject", "measured", "allowed"),
        *("touches", "locations", "fingerprint", "state", "since", "waived"),
    ]
    assert list(report["files"][0]) == ["path", "sha256", "status", "reason", "witnessed", "sheets"]
    assert list(report["policy"]) == ["name", "source", "fingerprint", "caps", "rules"]


def test_an_incomplete_report_says_so_in_its_first_line() -> None:
    office = Office().hand_in("三年级.csv", row(20))
    office.files["坏.xlsx"] = b"PK\x03\x04"
    for name in ("table", "plain"):
        first = RENDERERS[name].render(office.audit(), RenderOptions()).decode().splitlines()[0]
        assert first.startswith("审计不完整")


def test_an_empty_report_can_be_rendered_in_every_format() -> None:
    report = Office().audit()
    for renderer in RENDERERS.values():
        assert renderer.render(report, RenderOptions())


@given(st.text())
def test_safe_text_is_one_line_that_a_terminal_can_be_given(text: str) -> None:
    shown = safe(text)
    assert shown.isprintable() or not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)
    shown.encode()
    assert "\n" not in shown
