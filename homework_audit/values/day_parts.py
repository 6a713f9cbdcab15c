"""Turns a title, or the name of a file or a sheet, into the parts of a day's homework that it speaks of: 补充, 早间, 练习册."""

from __future__ import annotations

from homework_audit.values.expressions import expression
from homework_audit.values.text import compact

_PART = expression(
    r"必做|选做|补充|附加|基础|拓展|提高|课堂|课后|家庭|校内|晚自习|晚间|早间|午间|上午|下午|周末|巩固|预习|订正|早|晚|新课|复习|[ab]卷|课本|教材|教辅"
    r"|练习册?|试卷|听写|默写|作业[一二三1-3](?!\d)|第[一二三]次|第[一二三]部分|[上下]半场|(?<![^\W\d])补(?![^\W\d])|[^\W\d]老师"
)


def day_parts(text: str) -> frozenset[str]:
    """The parts that a text names: what is called after different ones is no copy of the same homework."""
    return frozenset(_PART.findall(compact(text)))
