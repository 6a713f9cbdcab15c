"""The rule `mechanical-copying`."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from homework_audit.rules.wording import WordingRule
from homework_audit.values.expressions import expression
from homework_audit.values.numerals import CHARACTERS, number

_COPYING: Final = expression(
    rf"(?:抄|写|默)(?:[^，。；,;读背跳做练打拍]{{0,40}}?[，,]?(?:各|每[个字词句课行遍人]*)?)"
    rf"(\d{{1,3}}|[{CHARACTERS}]{{1,3}})(?:遍|次)"
)


class MechanicalCopying(WordingRule):
    """Copying or writing the same thing out more often than the office finds reasonable: 抄写生字10遍.

    A hint for a person. Reading aloud or practising so many times does not fire.

    Source: 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on 25 April 2021: no repetitive homework. The
    number of times is this program's own and can be changed.

    Example: «生字每个写10遍» in 三(1)班, where five times are left alone.
    """

    times: Annotated[int, Field(ge=1, le=100)] = 5
    """How many times are left alone."""

    def found(self, text: str) -> str:
        """The words of a text that have something written out more than so many times."""
        found = (match for match in _COPYING.finditer(text) if (number(match[1]) or 0) > self.times)
        return next((match[0] for match in found), "")
