"""Turns a workbook of the office's own (a roster, a calendar) into rows of cells, read by the same disposable child as any file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from homework_audit.errors import ConfigurationError, UnreadableFile
from homework_audit.intake.files import read_file
from homework_audit.intake.request import Request
from homework_audit.intake.supervisor import ChildFailed, ChildLimits, Supervisor
from homework_audit.models.limits import Limits

GridCell = str | int | float | bool


class SheetGrid(NamedTuple):
    """One visible sheet: its rows from the first on; days are ISO texts, blank is ''."""

    name: str
    rows: list[list[GridCell]]


class FileGrid(NamedTuple):
    """The visible sheets of a file, or the reason why it cannot be read."""

    reason: str
    sheets: list[SheetGrid]


_GRID: TypeAdapter[FileGrid] = TypeAdapter(FileGrid)


def read_grids(path: Path) -> list[SheetGrid]:
    """The visible sheets of a workbook or CSV file. Raises ConfigurationError where it cannot be read."""
    supervisor = Supervisor(ChildLimits())
    try:
        request = Request((path.stem,), path.suffix.lower(), named=True, as_grid=True)
        grid = _GRID.validate_json(supervisor.ask(request, read_file(path, Limits().file_mib)))
    except UnreadableFile as refused:
        raise ConfigurationError("table-unread", file=path.name, reason=refused.reason) from refused
    except (ChildFailed, ValueError) as failed:  # an answer that is none, or a name that no file can have
        raise ConfigurationError("table-unread", file=path.name, reason="crashed") from failed
    finally:
        supervisor.close()
    if grid.reason:
        raise ConfigurationError("table-unread", file=path.name, reason=grid.reason)
    return grid.sheets
