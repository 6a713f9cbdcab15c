"""Turns the bytes of a workbook (xlsx, xls, xlsb, ods) into sheets with true row and column numbers."""

from __future__ import annotations

import io

from homework_audit.errors import UnreadableFile
from homework_audit.models.sheet import Contents, Grid, Lost, Sheet, Span
from homework_audit.readers.limits import Limits
from homework_audit.readers.ods_witness import ods_witnesses
from homework_audit.readers.package import open_package
from homework_audit.readers.xlsx_witness import is_own_report, witnesses


class OwnReport(Exception):
    """The workbook is a report of this program, not somebody's submission."""


def read_xlsx(data: bytes, limits: Limits) -> Contents:
    """An Office Open XML workbook, held against the witness count of its own bytes."""
    parts = open_package(data, limits)
    if is_own_report(parts):
        raise OwnReport
    seen = witnesses(parts, limits)
    sheets = []
    for sheet in _sheets(data):
        witness = seen.get(sheet.name)
        sheets.append(_held_against(sheet, witness.valued, witness.lost) if witness else sheet)
    return Contents(tuple(sheets), witnessed=all(seen.get(sheet.name) for sheet in sheets))


def read_ods(data: bytes, limits: Limits) -> Contents:
    """An OpenDocument workbook, held against the witness count of its own bytes."""
    seen = ods_witnesses(open_package(data, limits), limits)
    sheets = []
    for sheet in _sheets(data):
        witness = seen.get(sheet.name)
        merged = witness.merged if witness else ()
        whole = Sheet(sheet.name, sheet.rows, merged, sheet.visible)
        sheets.append(_held_against(whole, witness.valued, witness.lost) if witness else whole)
    return Contents(tuple(sheets), witnessed=all(sheet.name in seen for sheet in sheets))


def read_binary(data: bytes, limits: Limits) -> Contents:
    """An .xls or .xlsb workbook: a form that no cheap look can count, so nothing vouches for the reader."""
    return Contents(tuple(_sheets(data)), witnessed=False)


def _sheets(data: bytes) -> list[Sheet]:
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
        sheets = []
        for number, about in enumerate(book.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(number)
            rows: Grid = sheet.to_python(skip_empty_area=False)
            visible = about.visible == SheetVisibleEnum.Visible
            sheets.append(Sheet(about.name, rows, _spans(sheet.merged_cell_ranges), visible))
        return sheets
    except PasswordError as refused:
        raise UnreadableFile("encrypted") from refused
    except (CalamineError, ZipError, OSError, ValueError) as refused:
        raise UnreadableFile("damaged") from refused


def _spans(ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None) -> tuple[Span, ...]:
    return tuple((*first, *last) for first, last in sorted(ranges or []))


def _held_against(sheet: Sheet, valued: int, lost: tuple[Lost, ...]) -> Sheet:
    """The sheet with its lost cells, if what was read is what the bytes hold. Raises UnreadableFile if cells are missing."""
    given = sum(len(row) - row.count("") for row in sheet.rows)
    if given < valued:
        raise UnreadableFile("cells-missing", sheet=sheet.name, read=given, present=valued)
    return Sheet(sheet.name, sheet.rows, sheet.merged, sheet.visible, lost)
