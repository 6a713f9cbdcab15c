"""Turns the report into bytes: one function a format, in one dict. Nobody here opens a file or computes a total."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_audit.renderers.options import RenderOptions

__all__ = ["RENDERERS", "RenderOptions", "Renderer"]

if TYPE_CHECKING:
    from homework_audit.models.report import Report

    Render = Callable[[Report, RenderOptions], bytes | Iterator[bytes]]


class Renderer(NamedTuple):
    """A format: the module that renders it (imported when it is used), its file ending, and whether it is for people to read."""

    module: str
    suffix: str
    is_text: bool = False
    is_binary: bool = False

    def render(self, report: Report, options: RenderOptions) -> bytes:
        """The report in this format."""
        return b"".join(self.pieces(report, options))

    def pieces(self, report: Report, options: RenderOptions) -> Iterator[bytes]:
        """The same a piece after another, where the whole may be larger than memory should hold."""
        render: Render = import_module(f"homework_audit.renderers.{self.module}").render
        rendered = render(report, options)
        yield from [rendered] if isinstance(rendered, bytes) else rendered


RENDERERS: Final[dict[str, Renderer]] = {
    "table": Renderer("table", "", is_text=True),
    "plain": Renderer("plain", ".txt", is_text=True),
    "json": Renderer("json", ".json"),
    "csv": Renderer("csv", ".csv"),
    "xlsx": Renderer("xlsx", ".xlsx", is_binary=True),
    "html": Renderer("html", ".html"),
    "md": Renderer("markdown", ".md"),
    "junit": Renderer("junit", ".xml"),
}
