"""Turns a drawn case (plain JSON) into the files that a school would hand in, in any format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
import xlwt

from tests.ods import ods_bytes

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class DrawnSheet:
    """A sheet as it was drawn: cells from A1 on, and its merged ranges (rows and columns from 0, last ones included)."""

    name: str
    rows: list[list[object]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Case:
    """The files of one school, and the truth: (grade, class, date) → (minutes, verdict)."""

    name: str
    books: dict[str, list[DrawnSheet]] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    truth: dict[tuple[int, str, str], tuple[float, str]] = field(default_factory=dict)
    policy: str = ""
    """The name of the policy here by which the truth is stated: `at_home`, `assigned_day`; '' for the one that comes with the program."""

    @property
    def has_merged_cells(self) -> bool:
        """Whether any sheet has merged cells."""
        return any(sheet.merged for sheets in self.books.values() for sheet in sheets)

    def with_sheets(self, books: dict[str, list[DrawnSheet]]) -> Case:
        """The same case with other workbooks."""
        return replace(self, books=books)

    def files(self) -> dict[str, bytes]:
        """The files with their bytes."""
        return {name: xlsx_bytes(sheets) for name, sheets in self.books.items()} | self.texts


def load(path: Path) -> Case:
    """A case from its file."""
    drawn = json.loads(path.read_text(encoding="utf-8"))
    books = {name: [_sheet(sheet) for sheet in file["sheets"]] for name, file in drawn["files"].items() if "sheets" in file}
    texts = {name: "\r\n".join(file["lines"]).encode(file["encoding"]) for name, file in drawn["files"].items() if "lines" in file}
    truth = {(grade, label, day): (minutes, verdict) for grade, label, day, minutes, verdict in drawn["class_days"]}
    return Case(path.stem, books, texts, truth, drawn.get("policy", ""))


def _sheet(drawn: dict[str, object]) -> DrawnSheet:
    rows = drawn["rows"]
    assert isinstance(rows, list)
    cells = [[_value(value) for value in row] for row in rows]
    merged = tuple(_span(name) for name in str(drawn["merged"]).split())
    return DrawnSheet(str(drawn["name"]), cells, merged, bool(drawn.get("hidden")))


def _value(value: object) -> object:
    if isinstance(value, dict):
        return date.fromisoformat(value["date"]) if "date" in value else time.fromisoformat(value["time"])
    return value


def _span(name: str) -> tuple[int, int, int, int]:
    (first_row, first), (last_row, last) = (_place(part) for part in name.split(":"))
    return first_row, first, last_row, last


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return int(name[len(letters) :]) - 1, column - 1


def xlsx_bytes(sheets: Sequence[DrawnSheet]) -> bytes:
    """The sheets as a workbook of today."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    days, hours = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "h:mm"})
    for sheet in sheets:
        drawn = book.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merged:
            drawn.merge_range(top, left, bottom, right, "")
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                if isinstance(value, date | datetime):
                    drawn.write_datetime(number, column, value, days)
                elif isinstance(value, time):
                    drawn.write_datetime(number, column, value, hours)
                elif value != "":
                    drawn.write(number, column, value)
        if sheet.hidden:
            drawn.hide()
    book.close()
    return out.getvalue()


def xls_bytes(sheets: Sequence[DrawnSheet]) -> bytes:
    """The sheets as an old workbook."""
    book = xlwt.Workbook()
    days = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for sheet in sheets:
        drawn = book.add_sheet(sheet.name)
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    drawn.write(number, column, value, days)
                elif value != "":
                    drawn.write(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_file(sheets: Sequence[DrawnSheet]) -> bytes:
    """The one sheet as an OpenDocument spreadsheet."""
    (sheet,) = sheets
    return ods_bytes([[value.isoformat() if isinstance(value, date) else value for value in row] for row in sheet.rows], sheet.name)


def csv_file(sheets: Sequence[DrawnSheet]) -> bytes:
    """The one sheet as a CSV file."""
    (sheet,) = sheets
    out = io.StringIO()
    csv.writer(out).writerows(sheet.rows)
    return out.getvalue().encode("utf-8-sig")
