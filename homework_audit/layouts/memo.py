"""Turns a function into a table of what it said: an argument that comes again is looked up, which is quicker than any call."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Asked = TypeVar("_Asked", bound=Hashable)
_Said = TypeVar("_Said")


class Memo(dict[_Asked, _Said]):
    """What a function says of each argument; it grows with the arguments that differ, so that it is for one sheet or run."""

    def __init__(self, function: Callable[[_Asked], _Said]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, asked: _Asked) -> _Said:
        said = self[asked] = self._function(asked)
        return said
