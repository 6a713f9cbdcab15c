"""Turns the text of one homework, the label of its share of the minutes, or a name beside it, into what is said of it there."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from homework_audit.models.marks import EXAMPLE_CONTENTS
from homework_audit.models.reading import EntryState
from homework_audit.values.expressions import expression
from homework_audit.values.homework import label_of_layer
from homework_audit.values.items import subject_of
from homework_audit.values.labels import Label, is_mark, label, remark
from homework_audit.values.marks import marks
from homework_audit.values.minutes import Part, says_nothing
from homework_audit.values.pieces import Piece
from homework_audit.values.sheet_words import NOTICES
from homework_audit.values.stated_times import figures_in, states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain, shown
from homework_audit.values.wording import cannot_be_spoken, is_taken_home, names_writing

EXAMPLES = frozenset(EXAMPLE_CONTENTS.values())
_EXAMPLE = expression(r"[【(（\[](?:填[写报])?(?:示例|样例|范例)")
_MAY_NAME_SUBJECT = expression(r"[\[【(（]?[^\d\s:：]{1,6}[:：\]】]")
_OF_HOMEWORK = expression(r"完成|在校|作业")
"""«(托管)» behind a class names its pupils, «(在校完成)» the place of its homework."""
_UNWRITTEN_ALL = expression(r"等?(?:非书面|不动笔|不用(?:动笔|写))(?:的|作业|任务)?$")
"""«其他（口头、劳动、体育等非书面）»."""
_BRACKET_BEHIND = expression(r"[(\[【]([^()\[\]【】]+)[)\]】]$")


class Said(NamedTuple):
    """What the text of homework, or the label of its share of the minutes, says of it."""

    part: str = ""
    marks: Label = Label()
    subject: str = ""
    writes: bool = False
    by_pen: bool = False
    goes_home: bool = False
    named: str = ""
    """The subject with which the text begins («语文：朗读课文»), where no cell and no piece of it says another."""


NOTHING_SAID = Said()
UNCLEAR: tuple[str, Said, EntryState] = ("", NOTHING_SAID, "example")


def of_marks(content: str) -> Said:
    """What the marks in a text of homework say of it."""
    named = subject_of(plain(content))[0] if _MAY_NAME_SUBJECT.match(content) else ""
    said = Said("", marks(content), "", names_writing(content), cannot_be_spoken(content), is_taken_home(content), named)
    return said if any(said.marks) or any(said[3:]) else NOTHING_SAID


def of_piece(piece: Piece) -> Said:
    """What a piece of homework says, of which the marks are known already."""
    said = of_marks(piece.content)
    marked = piece.label
    if said.writes and marked.kind:
        marked = marked._replace(kind="written")  # «阅读：完成阅读理解2篇»
    return said._replace(marks=marked, subject=marked.subject)


def is_shown(content: str) -> bool:
    """Whether a text of homework is that of an example: «【示例，请勿删除】练习册P1»."""
    return _EXAMPLE.match(content) is not None


@lru_cache(maxsize=65536)
def said_by(content: str) -> tuple[str, Said, EntryState]:
    """A text of homework as it is kept, what it says of it, and what it may be: an example, a declared «none», or homework."""
    content = content.strip()
    says_none = says_nothing(content)
    if not content or content in EXAMPLES or is_shown(content) or states_time(content) or figures_in(content):
        return UNCLEAR
    return plain(content), of_marks(content), "none-declared" if says_none else "set"


def said_of_part(part: Part, content: str) -> Said:
    """What the label of a share of the minutes says, and of a layer what the content says of it."""
    named = label(part.label) or Label()
    if named.kind == "other":
        part, named = part._replace(label=""), Label()  # «其他：35分钟» of a form
    of_layer = label_of_layer(content, named.layer) if named.layer else None
    return Said(part.label, of_layer or marks(content), named.subject)


def kind_said_by(name: str) -> str:
    """What stands where a subject is expected, if it is a kind («体育锻炼»; «其他» may be anything), or the kind in brackets behind it."""
    said = label(name) if name and subject(name) is None and (is_mark(name) or remark(name)) else None
    if said and said.kind not in ("", "other", "written"):
        return name
    bracket = _BRACKET_BEHIND.search(plain(name))
    return bracket[1] if bracket and (remark(bracket[1]) or _UNWRITTEN_ALL.search(bracket[1])) else ""


def place_said_by(name: Cell) -> str:
    """What the brackets behind the name of a class say of the place of its homework: «一年级1班（在校完成）»."""
    bracket = _BRACKET_BEHIND.search(plain(name)) if isinstance(name, str) else None
    said = remark(bracket[1]) if bracket and _OF_HOMEWORK.search(bracket[1]) else None
    return bracket[1] if bracket and said and said.place else ""


def is_notice(kind: Cell) -> bool:
    """Whether what stands where a kind is expected may only tell something and set nothing: «通知»."""
    return compact(shown(kind)) in NOTICES
