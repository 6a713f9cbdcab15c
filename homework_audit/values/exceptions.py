"""Turns a remark beside homework into what it changes for whom: «2班不做», «仅3班», «1班改为20分钟», «3、4班改为口头»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from homework_audit.values.dates import dates_within
from homework_audit.values.expressions import expression
from homework_audit.values.labels import place, remark
from homework_audit.values.minutes import read_minutes
from homework_audit.values.numerals import CHARACTERS, number
from homework_audit.values.references import DateRef
from homework_audit.values.text import plain

Effect = Literal["unset", "school", "oral", "optional", "minutes", "moved", "only"]


class Change(NamedTuple):
    """What a clause of a remark changes: for the classes with these labels (all, where there are none), or for all but them."""

    effect: Effect
    labels: tuple[str, ...] = ()
    all_but: bool = False
    minutes: float = 0
    date: DateRef | None = None


_CLAUSES = expression(r"[;。\n]")
_LABELS = rf"(?:\d{{1,2}}|[{CHARACTERS}]{{1,2}})"
_CLASSES = expression(rf"[(]?({_LABELS}(?:[、,和及/]{_LABELS})*)[)]?班")
_LABEL = expression(_LABELS)
_ONLY = expression(r"(?:仅|只有?|限)(?=\(?[\d" + CHARACTERS + r"])")
_ALL_BUT = expression(r"除(?=\(?[\d" + CHARACTERS + r"]).*班[)]?(?:以外|之外|外)|班[)]?除外")
_ITSELF = r"(?=$|[,(]|作业|[此该这本]项)"
_OF_SOME: dict[Effect, re.Pattern[str]] = {
    "unset": expression(rf"(?:(?:不用|无需|不再?|免)(?:做|写|布置|留)|(?:没有?|未)(?:布置|留)|取消){_ITSELF}"),
    "school": expression(r"(?:课堂|当堂|课上|课后服务|在校|托管|晚自习)[^,]{0,6}(?:做完|写完|完成)"),
    "oral": expression(r"改(?:为|成|作)?(?:口头|背诵|朗读)|口头完成"),
    "optional": expression(r"改?(?:为|成)?选[做作]"),
}
"""What a clause says of the classes that it names; of all of them it is heard elsewhere."""
_MINUTES = expression(r"按(\d+)分钟?计|(?:改|减|增|降|压缩|调整|核[减定]|缩短)(?:为|至|到|成)\D{0,3}(\d+\D{0,2}分钟?)")
_MOVED = expression(r"(?:顺延|推迟|延|改|移|挪)(?:到|至)[^,]*布置|未布置[^;]*(?:顺延|推迟|改|移)(?:到|至)")
_MAY_CHANGE = expression(r"班|课堂|当堂|改|减|增|顺延|推迟")
_UNFINISHED = expression(r"[没未](?:做|写|完)|不完|部分|一半|剩|回家|带回")
"""What was begun in school and goes home."""


@lru_cache(maxsize=16384)
def changes_in(text: str) -> tuple[Change, ...]:
    """What each clause of a remark changes; () where one that speaks of classes is not understood, or nothing is changed."""
    text = plain(text)
    if not _MAY_CHANGE.search(text) or _UNFINISHED.search(text):
        return ()
    told = [_change(clause.strip()) for clause in _CLAUSES.split(text) if clause.strip()]
    if any(one is None for one in told):
        return ()
    return tuple(one for one in told if one and (one.effect != "only" or one.labels))


def _change(clause: str) -> Change | None:
    """What one clause changes; an empty change for one that changes nothing, None for one that may and is not understood."""
    named = _CLASSES.findall(clause)
    if len(named) > 1:
        return None
    labels = tuple(filter(None, map(_label, _LABEL.findall(named[0])))) if named else ()
    moved = dates_within(clause) if _MOVED.search(clause) else ()
    if moved:
        return Change("moved", labels, date=moved[0]) if len(moved) == 1 else None
    if labels and _ALL_BUT.search(clause):
        return Change("only", labels, all_but=True)
    minutes = _MINUTES.search(clause)
    if minutes:
        stated = read_minutes(minutes[1] or minutes[2])
        return Change("minutes", labels, minutes=stated.high) if stated.high is not None and stated.high == stated.low else None
    if not labels:
        said = remark(clause)
        return Change("school") if said and said.place == "school" else Change("only")
    effect = next((name for name, pattern in _OF_SOME.items() if pattern.search(clause)), None)
    if effect is None and _ONLY.search(clause):
        return Change("only", labels)
    return Change(effect, labels) if effect and place(clause) != "home" else None


def _label(text: str) -> str:
    found = number(text)
    return str(found) if found else ""
