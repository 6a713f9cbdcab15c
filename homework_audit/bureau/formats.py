"""The formats of what a bureau reads: one function each, in one dict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_audit.renderers import Renderer

if TYPE_CHECKING:
    from homework_audit.bureau.document import Document

DOCUMENT_FORMATS: Final[dict[str, Renderer[Document]]] = {
    "table": Renderer("homework_audit.bureau.as_table", "", is_text=True),
    "plain": Renderer("homework_audit.bureau.as_plain", ".txt", is_text=True),
    "json": Renderer("homework_audit.bureau.as_json", ".json"),
    "csv": Renderer("homework_audit.bureau.as_csv", ".csv"),
    "xlsx": Renderer("homework_audit.bureau.as_xlsx", ".xlsx", is_binary=True),
    "html": Renderer("homework_audit.bureau.as_html", ".html"),
}
