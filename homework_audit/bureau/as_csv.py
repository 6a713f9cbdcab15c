"""Renders a result of a bureau as CSV that Excel and WPS open with the right characters and without running anything."""

from __future__ import annotations

import csv
import io

from homework_audit.bureau.document import Document
from homework_audit.renderers.csv import inert
from homework_audit.renderers.options import RenderOptions


def render(document: Document, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """Headings and rows, in UTF-8 with a byte order mark and the line ends of Windows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    headings, rows = document.records
    writer.writerow(headings)
    writer.writerows([inert(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")
