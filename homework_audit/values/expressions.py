"""Turns the text of a regular expression into one that is compiled when it is first asked.

There are some five hundred, of Chinese characters most of them, and to compile them all takes longer than to read a small workbook,
which asks little more than half of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, Generic, cast

_METHODS: Final = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "flags", "groups", "groupindex")


def expression(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """The regular expression. Raises re.error for a faulty one where it is first asked, and not here."""
    return cast("re.Pattern[AnyStr]", _Expression(text, flags))


class _Expression(Generic[AnyStr]):
    """Has nothing but its text until it is asked, and then all that a compiled one has."""

    def __init__(self, text: AnyStr, flags: re.RegexFlag) -> None:
        self.pattern: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Is called for what is not there yet, and so once."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return getattr(compiled, name)
