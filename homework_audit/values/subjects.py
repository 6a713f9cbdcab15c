"""Turns a teacher's name for a subject into its standard name: «道法» → 道德与法治, «数　学» → 数学, «Maths» → 数学."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from homework_audit.values.expressions import expression
from homework_audit.values.text import compact, plain
from homework_audit.values.vocabulary import SUBJECTS

_STANDARD = {compact(name): name for name in SUBJECTS} | {spelling: name for name, spellings in SUBJECTS.items() for spelling in spellings}
NAMES: Final = frozenset(_STANDARD)
"""Every way to spell a subject, in lower case and without spaces."""
_ONLY_ALONE = ("国语", "信息", "综合", "自然", "社会")
"""Names that are part of other words in a title: 外国语学校, 作业信息统计表."""
_LONG = sorted((word for word in _STANDARD if len(word) > 1 and not word.isascii() and word not in _ONLY_ALONE), key=len, reverse=True)
ANY: Final = rf"(?:{'|'.join(_LONG)})"
"""A pattern for the name of any subject within a text."""
LONGEST_NAME = 60
"""Characters: a longer text is no name of a subject."""
_AROUND = expression(r"^(?:[上下]册|小学|初中|高中)|(?:学科|科目|课程|作业|教研组|备课组|组|课|老师|\(.*\))+$")
_BILINGUAL = expression(r"^[A-Za-z][A-Za-z .&]+(?=[\u4e00-\u9fff]+$)|(?<=[\u4e00-\u9fff])[A-Za-z .&]{2,}$")
"""The English half of «Maths 数学» and «数学 Maths»."""
_TEACHER = expression(r"[\u4e00-\u9fff]{1,3}(?:老师|教师)")
"""«语文 王老师» stands for her subject."""
_IN_TEXT = expression(rf"{ANY}(?!路|街|巷|镇|乡|村|[小中]学|学校|(?:教育)?示范|合理|布置|安排|减负)")


@lru_cache(maxsize=65536)
def subject(text: str) -> str | None:
    """The standard name of the subject that the whole text names, or None."""
    if len(text) > LONGEST_NAME:
        return None
    bare = compact(text)
    named, _, teacher = plain(text).partition(" ")
    by_teacher = _STANDARD.get(compact(named)) if _TEACHER.fullmatch(teacher) and len(named) > 1 else None
    return _STANDARD.get(bare) or _STANDARD.get(_AROUND.sub("", bare)) or by_teacher or _STANDARD.get(_BILINGUAL.sub("", plain(text)))


@lru_cache(maxsize=65536)
def subject_within(text: str) -> str | None:
    """The one subject that a title, a sheet's or a file's name mentions; None if none or several are.

    A name of a school mentions none: 劳动路小学, 外国语学校.
    """
    whole = subject(text)
    if whole:
        return whole
    named = {_STANDARD[found] for found in _IN_TEXT.findall(compact(text))}
    return named.pop() if len(named) == 1 else None
