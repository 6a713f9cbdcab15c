"""Writes the workbooks that are measured: many small ones, each different, or a large one. What exists already is used again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import xlsxwriter

from benchmarks import tables
from benchmarks.homework import Row, Unit, district_rows, unit, unit_rows

FORMAT: Final = 1
"""To be raised when the same parameters give other workbooks than before."""
SAVED: Final = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
_MARKER: Final = "workbooks.json"


class Page(NamedTuple):
    """One sheet to be written."""

    name: str
    title: str
    rows: list[Row]


class Workbooks(NamedTuple):
    """A folder of workbooks, how many, and how many entries an audit finds in them."""

    folder: Path
    files: int
    entries: int


def small_workbooks(folder: Path, count: int) -> Workbooks:
    """`count` distinct lists of 1–3 sheets, 40–120 rows each, in a folder for every school and fortnight."""
    return _made(folder / f"small-{count}", {"kind": "small", "files": count}, partial(_write_small, count))


def large_workbook(folder: Path, rows: int, *, formula: bool = False) -> Workbooks:
    """One workbook with one sheet of so many rows; with `formula` a row of totals that is one."""
    name = f"export-{rows}{'-formula' if formula else ''}"
    return _made(folder / name, {"kind": name, "files": 1}, partial(_write_large, rows, formula))


def _made(folder: Path, parameters: dict[str, object], write: Callable[[Path], int]) -> Workbooks:
    """The folder, written now unless its marker says that these very workbooks are in it."""
    submissions, marker = folder / "submissions", folder / _MARKER
    wanted = {"format": FORMAT, **parameters}
    found: dict[str, Any] = json.loads(marker.read_text("utf-8")) if marker.is_file() else {}
    if found.get("parameters") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        submissions.mkdir(parents=True)
        found = {"parameters": wanted, "entries": write(submissions)}
        marker.write_text(json.dumps(found), "utf-8")
    return Workbooks(submissions, int(str(parameters["files"])), int(found["entries"]))


def _write_small(count: int, folder: Path) -> int:
    with ProcessPoolExecutor() as pool:
        return sum(pool.map(partial(_write_numbered, folder), range(count), chunksize=16))


def _write_large(rows: int, formula: bool, folder: Path) -> int:  # noqa: FBT001 (bound by partial)
    with ProcessPoolExecutor(1) as pool:  # so that its memory is not ours
        return pool.submit(_write_district, folder, rows, formula).result()


def _write_numbered(folder: Path, number: int) -> int:
    return write_unit(folder, number, unit(number))


def write_unit(folder: Path, number: int, about: Unit) -> int:
    """Writes the workbook of a unit into the folder of its school and fortnight, drawn by that number, and says how many entries it has."""
    random = Random(number)
    how = tables.style(random)
    place = folder / about.school / f"{about.days[0]:%m%d}"
    place.mkdir(parents=True, exist_ok=True)
    entries = 0
    with xlsxwriter.Workbook(place / f"{about.grade}年级{''.join(about.subjects)}.xlsx") as book:
        for subject in about.subjects:
            rows = unit_rows(number, about, subject)
            title = f"{about.school}{about.grade}年级{subject}作业登记表（{_shown(about.days[0])}—{_shown(about.days[-1])}）"
            _write_sheet(book, Page(subject, title, rows), how, random)
            entries += len(rows)
    return entries


def _write_district(folder: Path, count: int, formula: bool) -> int:  # noqa: FBT001 (crosses to a process)
    random = Random(count)
    how = tables.EXPORT._replace(formula=formula)
    rows = district_rows(count)
    with xlsxwriter.Workbook(folder / "作业导出.xlsx") as book:
        _write_sheet(book, Page("作业", f"{rows[0].day.year}学年作业布置情况汇总表", rows), how, random)
    return len(rows)


def _write_sheet(book: Any, page: Page, how: tables.Style, random: Random) -> None:
    """Two merged title rows, a row of headings, the table, a row with the total."""
    book.set_properties({"created": SAVED})
    sheet = book.add_worksheet(page.name)
    bold, head = book.add_format({"bold": True, "align": "center"}), book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
    body, day = book.add_format({"border": 1}), book.add_format({"border": 1, "num_format": "yyyy-mm-dd"})
    headings = tables.headings(how)
    filled_in = f"填报单位：{page.rows[0].school}教务处    填表日期：{_shown(page.rows[-1].day)}"
    sheet.merge_range(0, 0, 0, len(headings) - 1, page.title, bold)
    sheet.merge_range(1, 0, 1, len(headings) - 1, filled_in, body)
    sheet.write_row(2, 0, headings, head)
    for number, row in enumerate(tables.cells(page.rows, how, random), 3):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            else:
                sheet.write(number, column, value, body)
    _write_total(sheet, page.rows, how, body)
    sheet.set_column(5, 5, 40)
    sheet.freeze_panes(3, 0)


def _write_total(sheet: Any, rows: list[Row], how: tables.Style, body: Any) -> None:
    last, total = 3 + len(rows), sum(row.figure for row in rows)
    sheet.merge_range(last, 0, last, tables.MINUTES_COLUMN - 1, "合计", body)
    if how.formula:
        sheet.write_formula(last, tables.MINUTES_COLUMN, f"=SUM(H4:H{last})", body, total)
    else:
        sheet.write(last, tables.MINUTES_COLUMN, total, body)


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
