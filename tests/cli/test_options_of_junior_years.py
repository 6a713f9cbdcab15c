"""Of a junior school of four years 初一 is grade 6, for every option that names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework_audit.cli.arguments import parse_class, parse_grade
from tests.command import json_report
from tests.conftest import row, table


@pytest.mark.parametrize(("years", "grade"), [(3, 7), (4, 6)])
def test_grades_and_classes_are_those_of_the_school(years: int, grade: int) -> None:
    assert parse_grade("初一", years) == grade
    assert parse_class("初一(2)班", years)[0].grade == grade


def test_a_file_that_cannot_be_read_leaves_the_grade_of_its_name_open(tmp_path: Path) -> None:
    (tmp_path / "homework-audit.toml").write_text("[input]\njunior_years = 4\n", encoding="utf-8")
    (tmp_path / "六.csv").write_bytes(table(row(20, to="六(1)班")))
    (tmp_path / "初一(1)班数学.xlsx").write_bytes(b"\xd0\xcf\x11\xe0 cut off")
    (day,) = json_report(tmp_path)["class_days"]
    assert day["verdict"] == "undetermined"
