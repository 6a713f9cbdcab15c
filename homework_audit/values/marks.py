"""Turns the marks in a text of homework (【口头】, （选做）, 口头：) into what they say of all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values import vocabulary as words
from homework_audit.values.expressions import expression
from homework_audit.values.labels import Label, is_mark, kind, label, place
from homework_audit.values.text import plain
from homework_audit.values.wording import is_unwritten, names_work, names_writing, speaks


class _Mark(NamedTuple):
    start: int
    end: int
    said: Label


_ITEMS = expression(r"[;。\n]|\(\d{1,2}\)|(?:^|(?<=[\s,、:)\u4e00-\u9fff])(?<!第))\d{1,2}[.、)](?!\d)")
_MARK = expression(r"[\[【(]([^\[\]【】()]{1,16})[\]】)]|(?:^|(?<=[\s,、\]】)]))([^:,。;、\s\[\]【】()]{1,8}):")
_SEVERAL = expression(r"[^,]*,|[^\u4e00-\u9fff]*[\u4e00-\u9fff].*? (?=[\u4e00-\u9fff])|.*[和及与](?:第?\d|[pP]\.?\d)", re.DOTALL)
"""What parts several things to be done within one item, so that a mark at its end may be that of the last one alone."""
_BETWEEN = " ,、."
_SEVERAL_TASKS = expression(r"[、+]|并(?!列)")
_EXTRA = expression(r"思考|拓展|挑战|提高|附加|奥数")
_SIGN_OF_MARK = expression(r"[(:\[【]")
_NOTHING_SAID = Label()


@lru_cache(maxsize=65536)
def marks(content: str) -> Label:
    """What the marks in a text of homework say of all of it.

    A mark speaks for one item of a text, one that stands alone for the items below it. Where several items stand
    together it counts only if every one bears it, so that «抄写生字；【口头】背诵» stays written work.
    """
    text = _EXERCISES.sub("", plain(content))
    if not _SIGN_OF_MARK.search(text):
        return _said_plainly(text)
    rest = _LEFT_OUT.sub("", text)
    if rest != text and not names_work(rest):
        return Label(kind=kind(rest) or "other")
    said: set[Label] = set()
    above = Label()
    for item in filter(None, (part.strip() for part in _ITEMS.split(text))):
        found = _marks_of(item)
        rest = _without(item, found)
        if found and not rest:
            above = _together([mark.said for mark in found], ())
        else:
            own = _item(item, found, rest) if found else above
            written = own.kind and names_writing(rest)
            said.add(own._replace(kind="written") if written else own)
    if len(said) <= 1:
        whole = said.pop() if said else above
        if whole.place == "school" and place(text) == "home":
            whole = whole._replace(place="")  # «【校内】没写完的回家写完»
        return whole if whole.kind else whole._replace(kind=_said_plainly(text).kind)
    return Label(kind="written") if any(one.kind == "written" for one in said) else Label()


_EXERCISES = expression(r"(?i:^exercises?\s*:)")
"""«Exercise: possessive 's» is no sport."""
_LEFT_OUT = expression(r"[\[【(](?:不计|不算)(?:入|算|在)?书面(?:作业)?(?:总量|时长|时间|内)?[\]】)]")
"""«体育锻炼（不计入书面作业）» is none."""
_PLAIN_PARTS = expression(r"[,;。、+\s]|和|及|并|然后|再")
_ORAL = expression(r"口头(?!禅)")
_NOT_ORAL = expression(r"(?:不用|无需|不是|除|先|不含|不包括|不计|不算|另|外加)[^,，。]{0,2}口头|口头(?:作业)?(?:除外|另)|(?:再|后)写")


def _said_plainly(text: str) -> Label:
    """«口诀口头背诵» says oral without any mark, unless something is to be written as well, or a part of it may be."""
    if is_unwritten(text):
        return Label(kind="practical")
    if _ORAL.search(text) is None or names_writing(text) or any(word in text for word in words.KINDS["written"]) or _NOT_ORAL.search(text):
        return _NOTHING_SAID
    parts = [part for part in _PLAIN_PARTS.split(text) if part]
    return _NOTHING_SAID if any(names_work(part) and not speaks(part) for part in parts) else Label(kind="oral")


def _marks_of(item: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(item):
        word = words.SHORT_MARKS.get(match[1] or match[2], match[1] or match[2])
        said = label(word) if len(word) > 1 and is_mark(word) else None
        if said and said.kind != "other":
            found.append(_Mark(match.start(), match.end(), said._replace(subject="")))
    return found


def _without(item: str, found: Sequence[_Mark]) -> str:
    for mark in reversed(found):
        item = item[: mark.start] + item[mark.end :]
    return item.strip(_BETWEEN)


def _item(item: str, found: Sequence[_Mark], rest: str) -> Label:
    """Marks before everything else speak for the whole item, those behind it if it is one thing to be done."""
    lead, at = 0, 0
    while lead < len(found) and not item[at : found[lead].start].strip(_BETWEEN):
        at, lead = found[lead].end, lead + 1
    tail, at = len(found), len(item)
    while tail > lead and not item[found[tail - 1].end : at].strip(_BETWEEN):
        at, tail = found[tail - 1].start, tail - 1
    if _SEVERAL.match(rest) or _names_tasks(rest):
        tail = len(found)
    return _together([mark.said for mark in (*found[:lead], *found[tail:])], [mark.said for mark in found[lead:tail]])


def _names_tasks(text: str) -> bool:
    """Whether a text names several things to be written: «抄写第5课、练习册P12»; of «第3、4题» and «口算、思考题» nobody would say so."""
    parts = [part for part in _SEVERAL_TASKS.split(text) if names_writing(part) and not _EXTRA.search(part)]
    return len(parts) > 1


def _together(speaking: Sequence[Label], others: Sequence[Label]) -> Label:
    """What marks that speak for all say, unless others contradict: written, compulsory, home and everybody's work win."""
    every = [*speaking, *others]
    kinds = [said.kind for said in speaking if said.kind]
    choices = [said.optional for said in speaking if said.optional is not None]
    places = [said.place for said in speaking if said.place]
    layers = {said.layer for said in every if said.layer}
    return Label(
        kind="written" if any(said.kind == "written" for said in every) else next(iter(kinds), ""),
        place="home" if any(said.place == "home" for said in every) else next(iter(places), ""),
        layer=next((said.layer for said in speaking if said.layer), "") if len(layers) == 1 else "",
        optional=False if any(said.optional is False for said in every) else next(iter(choices), None),
    )
