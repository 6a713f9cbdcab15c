"""How much one file may hold, by name, so that a message can say which limit was met and the configuration can raise it."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """The largest file that is opened. The defaults are far above any real workbook of a school."""

    file_mib: int = 64
    members: int = 2_000
    part_mib: int = 128
    total_mib: int = 256
    cells: int = 5_000_000
    rows: int = 1_048_576
    columns: int = 1_000
    merged_ranges: int = 200_000
    strings: int = 20_000_000
    csv_field: int = 32_767


MIB = 1 << 20
