"""Turns a word into what it says of homework: its kind, place, layer, whether it is optional, whether it was set at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values import vocabulary as words
from homework_audit.values.subjects import subject
from homework_audit.values.text import compact, plain


class Label(NamedTuple):
    """What a word states; '' and None where it states nothing about that."""

    kind: str = ""
    place: str = ""
    layer: str = ""
    optional: bool | None = None
    subject: str = ""


_LAYER = re.compile(
    r"(?<![a-z])([a-e])(?=[、,/和及]?[a-e]?(?:层|组|类|级|卷|等))|^([a-e])$|([甲乙丙丁])(?:层|组|类)"
    r"|(基础|巩固|中等|提高|提升|拔高|培优|发展|进阶)(?:层|组|类)?$|([一二三])层|层次?([一二三abc123])"
)
_MARK = re.compile(r"^[\[【(]([^\[\]【】()]{1,12})[\]】)]|[\[【(]([^\[\]【】()]{1,12})[\]】)]$|^([^:,。;、\s]{1,6}):")
_ITEMS = re.compile(r"[;。\n]|(?<!^)\(\d{1,2}\)")


@lru_cache(maxsize=65536)
def label(text: str) -> Label | None:
    """What a short text states, or None if it is none of the words of the vocabulary."""
    text = compact(text)
    found = Label(kind(text), place(text), layer(text), optional(text), subject(text) or "")
    return found if found != Label() else None


@lru_cache(maxsize=65536)
def kind(text: str) -> str:
    """The kind that a text such as «书面作业» or «Oral» names, or ''. Two kinds at once with written count as written."""
    text = compact(text)
    if "非书面" in text:
        return "practical"
    named = [name for name, spellings in words.KINDS.items() if any(word in text for word in spellings)]
    return named[0] if named else ""


def place(text: str) -> str:
    """Where it is to be done: "school", "home", or '' if the text does not say."""
    text = compact(text)
    if any(word in text for word in words.HOME):
        return "home"
    return "school" if any(word in text for word in words.SCHOOL) else ""


def layer(text: str) -> str:
    """The one layer (A, B, 甲, 基础…) that a text names; '' for none, and for several, which is everybody's work."""
    found = {next(group for group in groups if group).upper() for groups in _LAYER.findall(compact(text))}
    return found.pop() if len(found) == 1 else ""


def optional(text: str) -> bool | None:
    """Whether a text says optional (True) or compulsory (False); None if neither, and both is compulsory."""
    text = compact(text)
    rest = text.replace("非必做", "选做")
    if any(word in rest for word in words.COMPULSORY):
        return False
    return True if any(word in rest for word in words.OPTIONAL) else None


def was_set(text: str) -> bool | None:
    """Whether a state of approval means that the homework was set; None for a text that is no such state."""
    text = compact(text)
    if any(word in text for word in words.NOT_SET):
        return False
    return True if any(word in text for word in (*words.SET, *words.PENDING)) else None


@lru_cache(maxsize=65536)
def marks(content: str) -> Label:
    """What the marks in a text of homework say of all of it: «【口头】朗读», «读第3章（选做）», «口头：背诵».

    A mark speaks for one item of a text: where several items stand together it counts only if every one bears it,
    so that «抄写生字；【口头】背诵» stays written work.
    """
    said = {_item_marks(item) for item in _ITEMS.split(plain(content)) if item.strip()}
    return said.pop() if len(said) == 1 else Label()


def _item_marks(item: str) -> Label:
    said = Label()
    for found in _MARK.finditer(compact(item)):
        stated = label(found[1] or found[2] or found[3]) if _is_mark(found[1] or found[2] or found[3]) else None
        if stated:
            optional_too = stated.optional if said.optional is None else said.optional
            said = Label(said.kind or stated.kind, said.place or stated.place, said.layer or stated.layer, optional_too)
    return said


def _is_mark(word: str) -> bool:
    """A mark is nothing but words of the vocabulary: 《实践论》 and (阅读P12) are not marks."""
    rest = word
    for spelling in sorted(
        (*sum(words.KINDS.values(), ()), *words.OPTIONAL, *words.COMPULSORY, *words.SCHOOL, *words.HOME), key=len, reverse=True
    ):
        rest = rest.replace(spelling, "")
    return not re.sub(r"作业|完成|类|层|[a-e甲乙丙]|基础|提高|题|部分|[:、,/]", "", rest)
