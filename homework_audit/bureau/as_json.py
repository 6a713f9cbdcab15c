"""Renders a result of a bureau as JSON."""

from __future__ import annotations

from homework_audit.bureau.document import Document
from homework_audit.renderers.options import RenderOptions


def render(document: Document, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The result as indented UTF-8 JSON with a final line break."""
    return document.json
