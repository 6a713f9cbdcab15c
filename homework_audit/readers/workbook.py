"""Turns the bytes of a workbook (xlsx, xls, xlsb, ods) into sheets with true row and column numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from typing import TypeVar, cast

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.sheet import Contents, Grid, Lost, Sheet, Span
from homework_audit.readers.ods_witness import ods_witnesses
from homework_audit.readers.package import open_package
from homework_audit.readers.xlsx_parts import book_of, is_own_form, is_own_report, is_xml
from homework_audit.readers.xlsx_witness import Look, blank_strings, check_strings, look_at, never_calculated, witness
from homework_audit.values.expressions import expression

_BIFF_PASSWORD = expression(rb"\x09\x08[\x08\x10]\x00.{8}(?:.{8})?(?:\x86\x00\x00\x00)?\x2f\x00[\x04-\xff].", re.DOTALL)
"""The first record of an .xls (marked read-only perhaps), and the one right behind it that says how the rest is encrypted."""

_Evidence = TypeVar("_Evidence")


class OwnReport(Exception):
    """The workbook is a report of this program, not somebody's submission."""


def read_xlsx(data: bytes, limits: Limits) -> Contents:
    """An Office Open XML workbook, held against the witness of its own bytes."""
    package = open_package(data, limits)
    if is_own_report(package.parts):
        raise OwnReport
    present, strings = book_of(package.parts)
    check_strings(strings, limits)
    looked_at = {part for _, part in present} | {name for name in package.parts if "worksheets/" in name}
    looks = {part: look_at(package.parts[part], limits) for part in looked_at}
    sheets, witnessed = [], True
    for sheet in _sheets(package.plain, [name for name, part in present if looks[part].valued]):
        part = _taken(present, sheet.name)
        witnessed = witnessed and part is not None
        sheets.append(sheet if part is None else _held_against_xml(sheet, package.parts[part], looks[part], strings))
    return Contents(tuple(sheets), witnessed, is_form=is_own_form(package.parts))


def read_ods(data: bytes, limits: Limits) -> Contents:
    """An OpenDocument workbook, held against the witness of its own bytes."""
    parts, plain = open_package(data, limits)
    if b"encryption-data" in parts.get("meta-inf/manifest.xml", b""):
        raise UnreadableFile("encrypted")
    present = ods_witnesses(parts.get("content.xml", b""), limits)
    sheets = []
    for sheet in _sheets(plain, [name for name, seen in present if seen.valued]):
        seen = _taken(present, sheet.name)
        if seen is None:
            raise UnreadableFile("damaged")
        whole = Sheet(sheet.name, sheet.rows, seen.merged, sheet.visible)
        sheets.append(_with_lost(whole, seen.valued, seen.lost))
    return Contents(tuple(sheets), witnessed=True)


def read_binary(data: bytes, limits: Limits) -> Contents:  # noqa: ARG001 (a reader takes them; only memory and time bind here)
    """An .xls or .xlsb workbook: a form that no cheap look can count, so nothing vouches for the reader."""
    if _BIFF_PASSWORD.search(data):
        raise UnreadableFile("encrypted")  # calamine reads the simplest of these, and gives noise
    return Contents(tuple(_sheets(data)), witnessed=False)


def _sheets(data: bytes, expected: Collection[str] = ()) -> list[Sheet]:
    """The worksheets as calamine reads them. Raises UnreadableFile, also where it does not know of an expected one."""
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
        ZipError,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if not book.sheets_metadata or not {about.name for about in book.sheets_metadata}.issuperset(expected):
            raise UnreadableFile("damaged")
        sheets = []
        for number, about in enumerate(book.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(number)
            rows = cast("Grid", sheet.to_python(skip_empty_area=False))
            visible = about.visible == SheetVisibleEnum.Visible
            sheets.append(Sheet(about.name, rows, _spans(sheet.merged_cell_ranges), visible))
        return sheets
    except PasswordError as refused:
        raise UnreadableFile("encrypted") from refused
    except (CalamineError, ZipError, OSError, ValueError) as refused:
        raise UnreadableFile("damaged") from refused


def _spans(ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None) -> tuple[Span, ...]:
    return tuple((*first, *last) for first, last in sorted(ranges or []))


def _taken(present: list[tuple[str, _Evidence]], name: str) -> _Evidence | None:
    """The first evidence of that name, which is then used up: in a damaged workbook two sheets may share a name."""
    place = next((place for place, (other, _) in enumerate(present) if other == name), None)
    return None if place is None else present.pop(place)[1]


def _held_against_xml(sheet: Sheet, part: bytes, look: Look, strings: bytes) -> Sheet:
    """The sheet with its lost cells. A count that agrees proves that nothing was lost; else every cell is looked at."""
    if not look.is_even and not is_xml(part):
        raise UnreadableFile("damaged")
    if sum(len(row) - row.count("") for row in sheet.rows) == look.valued:
        lost = never_calculated(part)
        if lost is not None:
            return Sheet(sheet.name, sheet.rows, sheet.merged, sheet.visible, lost) if lost else sheet
    seen = witness(part)
    if _filled(sheet.rows) < seen.valued:
        seen = witness(part, blank_strings(strings))
    return _with_lost(sheet, seen.valued, seen.lost)


def _with_lost(sheet: Sheet, valued: int, lost: tuple[Lost, ...]) -> Sheet:
    """The sheet with its lost cells, which are blank. Raises UnreadableFile if any other cell is missing."""
    for cell in lost:
        if cell.row < len(sheet.rows) and cell.column < len(sheet.rows[cell.row]):
            sheet.rows[cell.row][cell.column] = ""
    given = _filled(sheet.rows)
    if given < valued:
        raise UnreadableFile("cells-missing", sheet=sheet.name, read=given, present=valued)
    return Sheet(sheet.name, sheet.rows, sheet.merged, sheet.visible, lost)


def _filled(rows: Grid) -> int:
    """How many cells hold more than blanks."""
    return sum(1 for row in rows for value in row if value != "" and not (isinstance(value, str) and value.isspace()))
