"""Turns the list of those who have to send (a text file, or a small workbook) into their names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from homework_audit.errors import ConfigurationError, PathError
from homework_audit.intake.grids import GridCell, read_grids
from homework_audit.values.text import compact

_HEADINGS: Final = ("学校", "学校名称", "校名", "单位", "单位名称", "区县", "县区", "名称", "school", "name", "unit")
_HEADING_ROWS: Final = 10


def read_list(path: Path) -> list[str]:
    """The names, each once, in their order: a line each of a text file, or the column headed 学校, 单位 or the like.

    Raises PathError for a file that is not there, ConfigurationError for one that is empty or has no such column.
    """
    if not path.is_file():
        raise PathError("no-such-path", path=str(path))
    names = _lines(path) if path.suffix.lower() in ("", ".txt") else _column(path)
    found = list(dict.fromkeys(name for name in names if name and not name.startswith("#")))
    if not found:
        raise ConfigurationError("list-empty", file=path.name)
    return found


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return [line.strip() for line in data.decode(encoding).splitlines()]
        except UnicodeDecodeError:
            continue
    raise ConfigurationError("list-encoding", file=path.name)


def _column(path: Path) -> list[str]:
    for sheet in read_grids(path):
        for number, row in enumerate(sheet.rows[:_HEADING_ROWS]):
            place = next((place for place, cell in enumerate(row) if compact(str(cell)) in _HEADINGS), None)
            if place is not None:
                return [_text(below, place) for below in sheet.rows[number + 1 :]]
    raise ConfigurationError("table-headings", file=path.name, wanted=_HEADINGS[0])


def _text(row: Sequence[GridCell], place: int) -> str:
    return str(row[place]).strip() if place < len(row) else ""
