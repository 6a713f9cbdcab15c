"""The rule `parent-task`."""

from __future__ import annotations

import re
from typing import Final

from homework_audit.rules.wording import WordingRule, stated
from homework_audit.values.expressions import expression

_TASKS: Final = "批改|批阅|签字|签名|签个字|检查|核对|报听写|听写|监督|督促|辅导|评分|打分|评价|出题|默写|抽背|抽查|讲解"
_PARENTS: Final = "家长|父母|爸爸妈妈|爸妈|爸爸|妈妈"
_PARENT_TASK: Final = expression(
    rf"(?<![给向为帮替陪让对和与跟同])(?:{_PARENTS})(?:帮忙|协助|负责|帮助|需要|需|要|给|帮|在家|认真|每[天日晚])*(?:{_TASKS})"
    rf"|(?:请|让|由|找)(?:{_PARENTS})[^，。；,;]{{0,6}}?(?:{_TASKS})"
    r"|parent(?:s?'s?|s)? (?:signature|sign|check|mark)",
    re.IGNORECASE,
)


class ParentTask(WordingRule):
    """Wording that gives parents something to do: 家长批改, 家长签字, 请家长听写.

    A hint for a person: telling parents a story or helping them in the house is no task for them and does not fire.

    Source: 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on 25 April 2021: nothing for parents to do or
    mark; in Ningxia 《关于促进中小学生身心健康发展的十条措施（试行）》, March 2021: no checking, marking or signing by parents.

    Example: «口算一页，家长批改并签字» in 三(1)班.
    """

    def found(self, text: str) -> str:
        """The task of the parents in a text."""
        return stated(_PARENT_TASK, text)
