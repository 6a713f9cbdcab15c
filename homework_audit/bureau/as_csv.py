"""Renders a rollup as CSV that Excel and WPS open: a unit a row, with its level and what it is in."""

from __future__ import annotations

import csv
import io
from typing import Final

from homework_audit.bureau.unit import Rollup
from homework_audit.renderers.csv import inert
from homework_audit.renderers.options import RenderOptions

_COUNTS: Final = ("within", "over", "undetermined", "no_cap", "expected", "reported")
_HEADINGS: Final = ("level", "in", "unit", "status", "listed", "reports", "incomplete", *_COUNTS, "open")


def render(rollup: Rollup, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """A row a unit, in UTF-8 with a byte order mark and the line ends of Windows; shares are left to who adds up further."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for path, unit in (((), rollup.unit), *rollup.unit.below((rollup.unit.name,))):
        listed = "" if unit.listed is None else "yes" if unit.listed else "no"
        counts = [getattr(unit.totals, name) for name in _COUNTS]
        told = [unit.level, "/".join(path), unit.name, unit.status, listed, unit.all_reports(), unit.all_incomplete()]
        writer.writerow([inert(value) for value in (*told, *counts, sum(unit.all_findings().values()))])
    return out.getvalue().encode("utf-8-sig", "replace")
