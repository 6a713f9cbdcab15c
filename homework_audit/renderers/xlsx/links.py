"""Turns the place of a finding into a link beside the report, where its names hold nothing that could lead elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from homework_audit.models.report import Location
from homework_audit.values.expressions import expression

_NAME: Final = r"[\w ()（）\-.·、，]+"
_FILE: Final = expression(rf"(?:{_NAME}/)*{_NAME}\.(?:xlsx|xls|xlsb|ods|csv|tsv)", re.IGNORECASE)
"""Names of tables only: nothing that runs when it is opened, no scheme, no drive, no root, no query."""
_SHEET: Final = expression(_NAME)
_CELL: Final = expression(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_LONGEST: Final = 200


def source_link(location: Location) -> str:
    """A relative link to the cell, or to the file where the cell is not known; '' where only text is safe."""
    path = location.file
    if not _is_harmless(path):
        return ""
    if _SHEET.fullmatch(location.sheet) and _CELL.fullmatch(location.cell):
        return f"external:{path}#'{location.sheet}'!{location.cell}"
    return f"external:{path}"


@lru_cache(maxsize=1024)
def _is_harmless(path: str) -> bool:
    if len(path) > _LONGEST or not _FILE.fullmatch(path):
        return False
    return not any(part.startswith("..") or part.endswith(".") for part in path.split("/"))
