"""Every drawn school is read wholly right, and stays right when its files are renamed, moved about, or saved in other formats."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from homework_audit.models.report import Report
from homework_audit.policy import Policy, load_policy
from tests.conftest import Office
from tests.drawn.workbooks import CASES, Case, DrawnSheet, csv_file, load, ods_file, xls_bytes

ALL = sorted(path.stem for path in CASES.glob("*.json"))
FORMS = (
    "approval_forms",
    "word_forms",
    "rural_08_approval_forms",
    "approval_slips_stacked_2",
    "approval_slips_two_across",
    "transposed_columns_are_homeworks",
    "word_like_forms",
    "side_by_side_lists",
    "approval_slips_middle_school",
    "approval_slips",
    "door_cards",
    "ii_board_blocks_side_by_side",
    "feedback_cards",
    "gd_g23_day_cards",
    "grade_meeting_minutes",
    "teacher_slips_two_across_class_boxes",
    "items_as_columns_ticked",
    "transposed_records_as_columns",
    "board_blocks_side_by_side_sheet_per_day",
    "paper_register",
    "showcase_folder",
    "half_filled_form",
    "ll_transposed_fields_down",
    "pp_low_grades_task_cards_ods",
    "ll_week_merged_weekday_and_rotation",
    "tt_teacher_slips",
)
"""Labels with values beside them, homework in columns, a table beside a longer one, rows left blank: a column behind them makes them
something else."""
_CACHE: dict[str, Case] = {}


def case(name: str) -> Case:
    """A drawn case, read from its file once."""
    if name not in _CACHE:
        _CACHE[name] = load(CASES / f"{name}.json")
    return _CACHE[name]


@cache
def policy_of(name: str) -> Policy:
    return load_policy(Path(__file__).with_name(f"{name}.toml") if name else None)


def audited(drawn: Case, files: dict[str, bytes]) -> Report:
    office = Office().under(policy_of(drawn.policy))
    office.as_of = date(2026, 11, 23)
    office.files = files
    return office.audit()


def said(report: Report) -> dict[tuple[int, str, str], tuple[float, str]]:
    """What the report says of every class-day that has minutes or is not within."""
    days = {(day.grade, str(day.school_class), str(day.day)): (float(day.minutes), day.verdict) for day in report.class_days}
    return {key: told for key, told in days.items() if told != (0, "within")}


def wanted(drawn: Case) -> dict[tuple[int, str, str], tuple[float, str]]:
    return {key: (float(minutes), verdict) for key, (minutes, verdict) in drawn.truth.items() if (minutes, verdict) != (0, "within")}


def moved(sheet: DrawnSheet, down: int, right: int) -> DrawnSheet:
    """The sheet with everything on it moved down and to the right."""
    rows: list[list[object]] = [[] for _ in range(down)]
    rows += [[*[""] * right, *row] for row in sheet.rows]
    merged = tuple((top + down, left + right, bottom + down, last + right) for top, left, bottom, last in sheet.merged)
    return replace(sheet, rows=rows, merged=merged)


def _is_full(row: list[object]) -> bool:
    return len({str(value) for value in row if value != ""}) > 2


def with_column(sheet: DrawnSheet) -> DrawnSheet:
    """The sheet with a column behind its last one that says nothing of homework."""
    width = max((len(row) for row in sheet.rows), default=0)
    heads = next((number for number, row in enumerate(sheet.rows) if sum(value != "" for value in row) > 2), None)
    rows = [
        [*row, *[""] * (width - len(row)), "归档号" if number == heads else f"档案{number:03}号"]
        if _is_full(row) and number >= (heads or 0)
        else row
        for number, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows if heads is not None else sheet.rows)


@pytest.mark.parametrize("name", ALL)
def test_every_class_day_is_right(name: str) -> None:
    drawn = case(name)
    assert said(audited(drawn, drawn.files())) == wanted(drawn)


@pytest.mark.parametrize("name", ALL)
def test_names_with_words_around_them_change_nothing(name: str) -> None:
    drawn = case(name)
    renamed = {str(PurePosixPath(path).with_name(f"最终版_{PurePosixPath(path).name}")): data for path, data in drawn.files().items()}
    assert said(audited(drawn, renamed)) == wanted(drawn)


@pytest.mark.parametrize("name", ALL)
def test_the_order_of_sheets_changes_nothing(name: str) -> None:
    drawn = case(name)
    books = {path: random.Random(7).sample(sheets, len(sheets)) for path, sheets in drawn.books.items()}
    assert said(audited(drawn, drawn.with_sheets(books).files())) == wanted(drawn)


@pytest.mark.parametrize("name", ALL)
def test_a_table_may_begin_anywhere(name: str) -> None:
    drawn = case(name)
    books = {path: [moved(sheet, 2, 3) for sheet in sheets] for path, sheets in drawn.books.items()}
    assert said(audited(drawn, drawn.with_sheets(books).files())) == wanted(drawn)


@pytest.mark.parametrize("name", [name for name in ALL if name not in FORMS])
def test_a_column_that_says_nothing_of_homework_changes_nothing(name: str) -> None:
    drawn = case(name)
    books = {path: [with_column(sheet) for sheet in sheets] for path, sheets in drawn.books.items()}
    assert said(audited(drawn, drawn.with_sheets(books).files())) == wanted(drawn)


def single_sheets(name: str) -> bool:
    drawn = case(name)
    return bool(drawn.books) and not drawn.has_merged_cells and all(len(sheets) == 1 for sheets in drawn.books.values())


@pytest.mark.parametrize(("suffix", "save"), [(".xls", xls_bytes), (".ods", ods_file), (".csv", csv_file)])
@pytest.mark.parametrize("name", [name for name in ALL if single_sheets(name)])
def test_other_formats_say_the_same(name: str, suffix: str, save: Callable[[list[DrawnSheet]], bytes]) -> None:
    drawn = case(name)
    files = {str(PurePosixPath(path).with_suffix(suffix)): save(sheets) for path, sheets in drawn.books.items()} | drawn.texts
    assert said(audited(drawn, files)) == wanted(drawn)


def test_there_is_nothing_to_be_wrong_about_twice() -> None:
    assert len(ALL) > 60
    assert all(case(name).truth for name in ALL)
