"""Of a junior school of four years 初一 is grade 6, for every option that names it."""

from __future__ import annotations

import pytest

from homework_audit.cli.arguments import parse_class, parse_grade


@pytest.mark.parametrize(("years", "grade"), [(3, 7), (4, 6)])
def test_grades_and_classes_are_those_of_the_school(years: int, grade: int) -> None:
    assert parse_grade("初一", years) == grade
    assert parse_class("初一(2)班", years)[0].grade == grade
