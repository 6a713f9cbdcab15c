"""Turns the account of a file into layout mappings for the configuration, to start from."""

from __future__ import annotations

import json
from typing import get_args

from homework_audit.inspection.account import Inspection, SheetView, TableView
from homework_audit.intake.settings import FieldName
from homework_audit.messages import say


def as_mapping(inspection: Inspection) -> str:
    """TOML with one `[[input.layouts]]` for each visible sheet: what was understood, and what is to be filled in."""
    head = [f"# {line}" for line in say(inspection.lang, "inspect.mapping").split("\n")]
    sheets = [_sheet(inspection.path, sheet) for sheet in inspection.sheets if sheet.status != "hidden"]
    return "\n".join([*head, *sheets]) + "\n"


def _sheet(path: str, sheet: SheetView) -> str:
    table = next(iter(sheet.tables), None)
    columns = _columns(table) if table else {}
    heading_row = table.headings.rpartition("-")[2] if table else "1"
    lines = ["", "[[input.layouts]]", f"files = {_text(path)}"]
    lines += [f"sheet = {_text(sheet.name)}"] if sheet.name else []
    if sheet.status == "not-homework":
        return "\n".join([*lines, "ignore = true"])
    told = ", ".join(f"{name} = {_text(letters)}" for name, letters in columns.items())
    missing = "" if columns.keys() & {"minutes", "content"} else 'minutes = "E"'
    lines += [f"heading_row = {heading_row}", f"columns = {{ {', '.join(part for part in (told, missing) if part)} }}"]
    return "\n".join([*lines, '# constants = { class = "三(1)班", date = "2026-09-14", subject = "数学" }'])


def _columns(table: TableView) -> dict[str, str]:
    """Field → letter, of the columns that a mapping can name."""
    known = get_args(FieldName)
    return {column.field: column.place for column in table.columns if column.field in known and column.place.isalpha()}


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
