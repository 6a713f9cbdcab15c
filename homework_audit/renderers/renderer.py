"""A format: how something finished becomes bytes, and in which files it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from homework_audit.renderers.options import RenderOptions

Thing = TypeVar("Thing")
if TYPE_CHECKING:
    Render = Callable[[Thing, RenderOptions], bytes | Iterator[bytes]]


class Renderer(NamedTuple, Generic[Thing]):
    """A format: the module that renders it (imported when it is used), its file ending, and whether it is for people to read."""

    module: str
    suffix: str
    is_text: bool = False
    is_binary: bool = False

    def render(self, thing: Thing, options: RenderOptions) -> bytes:
        """The report in this format."""
        return b"".join(self.pieces(thing, options))

    def pieces(self, thing: Thing, options: RenderOptions) -> Iterator[bytes]:
        """The same a piece after another, where the whole may be larger than memory should hold."""
        render: Render[Thing] = import_module(self.module).render
        rendered = render(thing, options)
        yield from [rendered] if isinstance(rendered, bytes) else rendered
