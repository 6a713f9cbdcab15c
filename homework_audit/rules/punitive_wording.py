"""The rule `punitive-wording`."""

from __future__ import annotations

from typing import Final

from homework_audit.rules.wording import WordingRule, stated
from homework_audit.values.expressions import expression

_PUNISHING: Final = expression(
    r"罚(?:抄|写|做|默|背)|惩罚性(?:作业|抄写)|(?:加倍|双倍)(?:抄|写|做|完成)|错一?(?:个|题|字|词|处|道)[^，。；,;\d]{0,3}(?:罚|抄|写)\s*(?:[5-9]|\d{2,}|[五六七八九十百])"
)


class PunitiveWording(WordingRule):
    """Wording that makes homework a punishment: 罚抄, 错一个抄十遍.

    A hint for a person: the words are looked for, not what was meant.

    Source: 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on 25 April 2021: no repetitive or punitive
    homework; in Ningxia 《关于促进中小学生身心健康发展的十条措施（试行）》, March 2021.

    Example: «听写不过关的罚抄十遍» in 三(1)班.
    """

    def found(self, text: str) -> str:
        """The words of punishment in a text."""
        return stated(_PUNISHING, text)
