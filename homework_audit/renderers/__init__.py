"""Turns the report into bytes: one function a format, in one dict. Nobody here opens a file or computes a total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.renderer import Renderer

if TYPE_CHECKING:
    from homework_audit.models.report import Report

__all__ = ["RENDERERS", "RenderOptions", "Renderer"]


def _renderer(name: str, suffix: str, *, is_text: bool = False, is_binary: bool = False) -> Renderer[Report]:
    return Renderer(f"homework_audit.renderers.{name}", suffix, is_text, is_binary)


RENDERERS: Final[dict[str, Renderer[Report]]] = {
    "table": _renderer("table", "", is_text=True),
    "plain": _renderer("plain", ".txt", is_text=True),
    "json": _renderer("json", ".json"),
    "csv": _renderer("csv", ".csv"),
    "xlsx": _renderer("xlsx", ".xlsx", is_binary=True),
    "html": _renderer("html", ".html"),
    "md": _renderer("markdown", ".md"),
    "junit": _renderer("junit", ".xml"),
}
