"""Turns the policy into what a teacher chooses from: classes with their caps, subjects, kinds of homework."""

from __future__ import annotations

from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import class_name, say, subject_name
from homework_audit.models.cap import Cap
from homework_audit.policy import Policy
from homework_audit.values.classes import read_classes

_SUBJECTS: Final = (
    "语文",
    "数学",
    "英语",
    "道德与法治",
    "科学",
    "物理",
    "化学",
    "生物",
    "历史",
    "地理",
    "信息科技",
    "体育",
    "音乐",
    "美术",
    "劳动",
)
_KINDS: Final = ("written", "oral", "reading", "practical", "sport", "labour")


class ChoiceOfClass(NamedTuple):
    """A class and the minutes that it may take home on a school day and on a day off; None: no cap."""

    name: str
    minutes: float | None
    rest_day_minutes: float | None


class Choices(NamedTuple):
    """What the drop-downs of a template offer; without a roster there are no classes."""

    classes: list[ChoiceOfClass]
    subjects: list[str]
    kinds: list[str]


def choices_of(policy: Policy, lang: Lang) -> Choices:
    """The classes and subjects of the roster in its order; without one, the subjects of the standard curriculum."""
    classes: dict[str, ChoiceOfClass] = {}
    subjects: dict[str, None] = {}
    for line in policy.roster:
        subjects |= dict.fromkeys(line.subjects)
        for ref in read_classes(line.classes):
            name = class_name(ref.grade, ref.label, lang)
            classes[name] = _class(name, policy.caps_by_grade.get(ref.grade or 0))
    names = [subject_name(subject, lang) for subject in subjects or _SUBJECTS]
    return Choices(list(classes.values()), names, [say(lang, f"kind.{kind}") for kind in _KINDS])


def _class(name: str, cap: Cap | None) -> ChoiceOfClass:
    if cap is None:
        return ChoiceOfClass(name, None, None)
    rest = cap.minutes if cap.rest_day_minutes is None else cap.rest_day_minutes
    return ChoiceOfClass(name, cap.minutes, rest)
