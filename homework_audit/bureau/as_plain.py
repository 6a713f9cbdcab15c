"""Renders a result of a bureau as lines, for pipes and logs."""

from __future__ import annotations

from homework_audit.bureau.document import Document
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe


def render(document: Document, options: RenderOptions) -> bytes:
    """The result as text, a line for each thing that it tells of."""
    notes = () if options.quiet else document.notes
    return "".join(f"{safe(line)}\n" for line in (*document.lead, *document.lines, *notes)).encode("utf-8", "replace")
