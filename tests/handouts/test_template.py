"""The form for teachers: it reads back without a finding, filled in it is audited, and its own sums agree with the audit's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from homework_audit.handouts.template import template
from homework_audit.locale import Lang
from homework_audit.messages import class_name
from homework_audit.policy import load_policy
from tests.command import homework_audit, json_report
from tests.libreoffice import converted, needs_libreoffice

CONFIGURATION = """preset = "cn-2021"
[[roster]]
classes = "二年级1-2班"
subjects = { "语文" = "period", "数学" = "period" }
[[roster]]
classes = "三年级1-2班"
subjects = { "语文" = "period", "数学" = "period" }
"""
MONDAY, TUESDAY = date(2026, 9, 14), date(2026, 9, 15)
FILLED: dict[Lang, list[list[date | str | int | None]]] = {
    "zh": [
        [MONDAY, "三(1)班", "语文", "练习册", "书面", 40],
        [MONDAY, "三(1)班", "数学", "口算", None, 35],
        [MONDAY, "三(1)班", "语文", "朗读", "口头", 15],
        [MONDAY, "三(2)班", "数学", "口算", "书面", 55],
        [MONDAY, "二(1)班", "数学", "口算", "书面", 5],
        [TUESDAY, "三(2)班", "数学", None, None, "无"],
    ],
    "en": [
        [MONDAY, "grade 3 class 1", "Chinese", "workbook", "written", 40],
        [MONDAY, "grade 3 class 1", "maths", "sums", None, 35],
        [MONDAY, "grade 3 class 1", "Chinese", "read aloud", "oral", 15],
        [MONDAY, "grade 3 class 2", "maths", "sums", "written", 55],
        [MONDAY, "grade 2 class 1", "maths", "sums", "written", 5],
        [TUESDAY, "grade 3 class 2", "maths", None, None, "none"],
    ],
}
OVER = {"zh": "超出", "en": "over"}


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    (tmp_path / "homework-audit.toml").write_text(CONFIGURATION, "utf-8")
    return tmp_path


def _filled(folder: Path, lang: Lang) -> Path:
    made = homework_audit("template", "-o", "form.xlsx", "--lang", lang, cwd=folder)
    assert made.returncode == 0, made.stderr.decode()
    book = load_workbook(folder / "form.xlsx")
    form = book.worksheets[0]
    for number, values in enumerate(FILLED[lang], start=3):
        for column, value in enumerate(values, start=1):
            form.cell(number, column, value)
    filled = folder.with_name(f"{folder.name}-filled") / "form.xlsx"  # where no roster expects more
    filled.parent.mkdir()
    book.save(filled)
    return filled


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("configuration", ["", CONFIGURATION])
def test_an_empty_form_reads_back_without_a_finding(tmp_path: Path, lang: str, configuration: str) -> None:
    (tmp_path / "c.toml").write_text(configuration, "utf-8")
    homework_audit("template", "-o", "form.xlsx", "--lang", lang, "-c", "c.toml", cwd=tmp_path)
    report = json_report("form.xlsx", cwd=tmp_path)
    assert (report["findings"], report["class_days"], report["complete"]) == ([], [], True)
    assert report["entries"]["not_counted"]["example"] == report["entries"]["read"] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_filled_form_is_audited(configured: Path, lang: Lang) -> None:
    report = json_report(_filled(configured, lang))
    days = [(day["grade"], day["class"], day["date"], day["minutes"], day["verdict"]) for day in report["class_days"]]
    assert days == [
        (2, "1", "2026-09-14", 5, "over"),
        (3, "1", "2026-09-14", 75, "over"),
        (3, "2", "2026-09-14", 55, "within"),
        (3, "2", "2026-09-15", 0, "within"),
    ]
    assert report["complete"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rows_left_empty_between_others_are_nothing(configured: Path, lang: Lang) -> None:
    """A program that calculates nothing leaves their formulas without a value."""
    filled = _filled(configured, lang)
    book = load_workbook(filled)
    for column, value in enumerate(FILLED[lang][0], start=1):
        book.worksheets[0].cell(450, column, value)
    book.save(filled)
    report = json_report(filled)
    assert report["complete"]
    assert {finding["rule"] for finding in report["findings"]} == {"daily-minutes-cap", "no-written-homework", "duplicate-entry"}
    assert report["entries"]["read"] == 8


@needs_libreoffice
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sums_of_the_form_are_those_of_the_audit(configured: Path, tmp_path: Path, lang: Lang) -> None:
    filled = _filled(configured, lang)
    calculated = converted(filled, "ods", filled.parent)
    form = load_workbook(converted(calculated, "xlsx", tmp_path), data_only=True).worksheets[0]
    over = f" {OVER[lang]}"
    told = [form.cell(row, 8).value for row in range(3, 10)]
    assert told == [f"75 / 60{over}"] * 3 + ["55 / 60", f"5 / 0{over}", "0 / 60", None]
    assert json_report(calculated)["summary"] == json_report(filled)["summary"]


def test_a_row_that_only_looks_like_the_example_counts(configured: Path) -> None:
    homework_audit("template", "-o", "form.xlsx", "--lang", "zh", cwd=configured)
    book = load_workbook(configured / "form.xlsx")
    book.worksheets[0]["F2"] = 90
    book.save(configured / "changed.xlsx")
    assert json_report("changed.xlsx", cwd=configured)["summary"]["over"] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_drop_downs_offer_what_the_configuration_names(configured: Path, lang: Lang) -> None:
    book = load_workbook(_filled(configured, lang))
    form, _, lists = book.worksheets
    assert lists.sheet_state == "hidden"
    assert _column(lists, 1) == [class_name(grade, label, lang) for grade in (2, 3) for label in "12"]
    assert [lists.cell(row, 2).value for row in (1, 2, 3, 4)] == [0, 0, 60, 60]
    validations = {str(one.sqref): one for one in form.data_validations.dataValidation}
    assert set(validations) == {"A3:A400", "B3:B400", "C3:C400", "E3:E400", "F3:F400"}
    assert validations["B3:B400"].formula1.endswith("$A$1:$A$4")


def _column(sheet: Worksheet, column: int) -> list[object]:
    return [cell.value for (cell,) in sheet.iter_rows(min_col=column, max_col=column) if cell.value is not None]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_policy_gives_the_same_bytes(lang: Lang) -> None:
    assert template(load_policy(), lang) == template(load_policy(), lang)


def test_what_is_there_is_not_written_over(configured: Path) -> None:
    assert homework_audit("template", cwd=configured).returncode == 2
    assert homework_audit("template", "-o", "form.xls", cwd=configured).returncode == 2
    assert homework_audit("template", "-o", "form.xlsx", cwd=configured).returncode == 0
    assert homework_audit("template", "-o", "form.xlsx", cwd=configured).returncode == 2
    assert homework_audit("template", "-o", "form.xlsx", "--force", cwd=configured).returncode == 0
