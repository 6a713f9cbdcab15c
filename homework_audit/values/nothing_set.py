"""Turns a text of homework into it without the subjects that have none, or none that anybody told, and knows a day off."""

from __future__ import annotations

import re

from homework_audit.values.expressions import expression
from homework_audit.values.items import SPACE
from homework_audit.values.minutes import says_nothing
from homework_audit.values.subjects import subject
from homework_audit.values.text import compact, plain
from homework_audit.values.vocabulary import DAY_OFF, TASKS
from homework_audit.values.wording import names_work

_NONE_OF_ONE = expression(r"(^|[\s,;、+.)])([^\s\d,;、+:.)]{1,6}?)[:\s]?(?:没有|无|免)(?=$|[\s,;、+。])")
_NUMBER_LEFT = expression(r"\(?\d{1,2}[.、)]*")
_NONE_WRITTEN = expression(
    r"(^|[:\n])(?:今[日天])?(?:无|没有|不布置|不留)(?:书面|笔头)(?:家庭)?(?:作业)?,\s*(?=[^\n]*\d\s*(?:分|min|小时))"
)
"""«无书面，讲故事（口头）10分»: what is told behind it is what is set."""
_UNKNOWN_OF_ONE = expression(
    r"(^|[\s,;、+/])([^\s\d,;、+/:]{1,6}?):?(?:\?+|待定|未定|不详|没填|未填|适量|视情况|看情况|不定)(?=$|[\s,;、+/])"
)
"""«数?» among «语10/数?/英5»: homework whose minutes nobody told."""
_LONGEST_REASON = 8
_BEGINS_WITH_FIGURE = expression(r"\d{1,3}(?![\d./月日号-])")
_NONE_FOR_ALL = expression(
    r"(?:(?:无|没有)(?:书面|家庭)?作业[日天]|各[科个]?学?科?(?:老师)?(?:均|都)?(?:不(?:再)?(?:布置|留)|没有|无)(?:书面|家庭)?作业"
    r"|不(?:把|将)?(?:书面)?(?:作业)?带(?:书面)?(?:作业)?回(?:宿舍|寝室|家))"
)
_DAY = expression(
    r"(?:(?:20\d\d[年.-])?\d{1,2}[月./-]\d{1,2}日?)?[(\s]*(?:本?周[一二三四五六日天]|(?:星期|礼拜)[一二三四五六日天])?[)\s]*[:,，为是]*"
)
_TASK = expression("|".join(TASKS))


def without_nones(text: str) -> str:
    """The text without what it says is not set beside what is: «语26 数10 科无» → «语26 数10», «无书面，讲故事10分» → «讲故事10分»."""
    text = _NONE_WRITTEN.sub(r"\1", text)
    if not _NONE_OF_ONE.search(text):
        return text
    lines = (_NONE_OF_ONE.sub(_none_dropped, line).strip(" ,;、+。") for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not _NUMBER_LEFT.fullmatch(line))


def without_unknown(text: str) -> tuple[str, list[str]]:
    """The text without the subjects of which it says that their minutes are not known, and these subjects: «语10/数?/英5»."""
    named = [name for found in _UNKNOWN_OF_ONE.finditer(text) if (name := subject(found[2]))]
    return (_UNKNOWN_OF_ONE.sub(_none_dropped, text).strip(SPACE), named) if named else (text, named)


def _none_dropped(found: re.Match[str]) -> str:
    return found[1] if subject(found[2]) else found[0]


def declares_none(text: str) -> bool:
    """Whether a message says that nothing is set for any subject, and names nothing to be done: «今天是无作业日，请多运动一小时»."""
    rest, found = _NONE_FOR_ALL.subn("", compact(text))
    return found > 0 and not names_work(rest) and not _TASK.search(rest)


def is_day_off(text: str) -> bool:
    """«休息», «秋季运动会,无作业»: nothing is set, and perhaps why."""
    if _BEGINS_WITH_FIGURE.match(text):
        return False
    parts = [compact(part) for part in re.split(r"[,;。\s]+", plain(text)) if part]
    if any("作业" in part and says_nothing(part) for part in parts):
        return all(says_nothing(part) or (len(part) <= _LONGEST_REASON and not _TASK.search(part)) for part in parts)
    off = [part in DAY_OFF or (len(part) <= 8 and any(part.endswith(word) for word in DAY_OFF if len(word) > 1)) for part in parts]
    return any(off) and all(is_off or says_nothing(part) for is_off, part in zip(off, parts, strict=True))


def is_day_without(text: str) -> bool:
    """Whether a line says of a day that nothing is set for it: «11月6日 星期五：无作业日», «周五不布置»."""
    day = _DAY.match(compact(text))
    rest = compact(text)[day.end() :] if day else ""
    return bool(day and day.end()) and (declares_none(rest) or says_nothing(rest))
