"""Turns answers of pupils and declared minutes into a verification: what the pupils needed, and how sure it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field

from homework_audit import __version__
from homework_audit.bureau.answers import Answer, ClassOn, Filled
from homework_audit.bureau.handed import Handed
from homework_audit.bureau.slip import Slip, SlipDay
from homework_audit.bureau.statistics import FEWEST, Measured, Verdict, measured, verdict
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.models.report import Frozen, Period, Tool

SCHEMA: Final = 1
KIND: Final = "homework-audit verification"
By = Literal["all", "school", "grade", "class-day"]
Why = Literal["unread", "sum", "blank", "implausible", "not-audited", "no-cap"]
"""Why an answer is pointed out: no number; a total that is not the sum; a declared subject left blank; very many minutes, which
count all the same; a class-day that no report has; one without a cap."""


class Settings(NamedTuple):
    """By what is verified: the share of pupils who are to be within the cap, and what is odd enough to be pointed out.

    The target is the office's own; what authorities reported in December 2021 was «over 90 %» of pupils.
    """

    target: float = 0.9
    ratio: float = 1.5
    assignments: int = 5
    implausible_minutes: float = 300
    implausible_times: float = 4


@dataclass(slots=True)
class Group:
    """Pupils who belong together: all, those of a school, of a grade, or of a class on a day.

    `asked` are the pupils who were drawn, `answered` those whose minutes are known. `measured` is None where these are too few to
    be told, and so is `verdict`; `plausible` leaves out implausible answers, and is None where there is none.
    """

    by: By
    school: str | None
    grade: int | None
    school_class: Annotated[str | None, Field(alias="class")]
    day: Annotated[date | None, Field(alias="date")]
    asked: int
    answered: int
    measured: Measured | None
    verdict: Verdict | None
    plausible: Measured | None


@dataclass(slots=True)
class Ratio:
    """Minutes needed to minutes declared, of one subject, and of one teacher where somebody wrote down who teaches it.

    `assignments` are class-days with at least five answers; the ratio of each is the median of its pupils to what was declared,
    and `middle` is the median of these. It warns; it never corrects what was declared.
    """

    subject: str
    school: str | None
    teacher: str
    assignments: int
    middle: float
    least: float
    most: float
    warns: bool


@dataclass(slots=True)
class Odd:
    """An answer that somebody should look at again, and where it stands."""

    why: Why
    place: str


class Verification(Frozen):
    """A sample of pupils held against what was declared; its JSON is a schema of its own."""

    kind: Literal["homework-audit verification"] = KIND
    schema_version: int = Field(default=SCHEMA, alias="schema")
    lang: Lang
    tool: Tool
    policy: str
    period: Period
    target: float
    groups: tuple[Group, ...]
    ratios: tuple[Ratio, ...]
    odd: tuple[Odd, ...]


class _Known(NamedTuple):
    """An answer with its minutes in all, the cap that it is held against, and whether so many minutes are plausible."""

    answer: Answer
    minutes: float
    limit: float
    is_plausible: bool


def verify(filled: Filled, handed: Iterable[Handed], settings: Settings, lang: Lang) -> Verification:
    """The verification of the answers. Raises ConfigurationError where a rollup is given for a report."""
    declared, policy = _declared(handed)
    known: list[_Known] = []
    odd: list[Odd] = []
    for answer in filled.answers:
        found, why = _placed(answer, declared.get(answer.of), settings)
        known += [found] if found else []
        odd += [Odd(why, answer.place)] if why else []
    days = [of.day for of in filled.asked]
    return Verification(
        lang=lang,
        tool=Tool(name="homework-audit", version=__version__),
        policy=policy,
        period=Period(first=min(days, default=None), last=max(days, default=None)),
        target=settings.target,
        groups=tuple(_groups(filled.asked, known, settings)),
        ratios=tuple(_ratios(filled, declared, settings)),
        odd=tuple(odd),
    )


def _declared(handed: Iterable[Handed]) -> tuple[dict[ClassOn, SlipDay], str]:
    """What was declared for each class-day, and the policy that it was judged by."""
    declared: dict[ClassOn, SlipDay] = {}
    policy = ""
    for one in handed:
        if not isinstance(one.told, Slip):
            raise ConfigurationError("verify-rollup", file=one.file)
        policy = policy or one.told.policy.name
        for day in one.told.class_days:
            if day.school_class:
                declared[ClassOn(day.school or one.school, day.grade, day.school_class, day.day)] = day
    return declared, policy


def _placed(answer: Answer, day: SlipDay | None, settings: Settings) -> tuple[_Known | None, Why | None]:
    """The answer with its minutes and its cap, if both are known, and why somebody should look at it."""
    if answer.why:
        return None, answer.why
    if day is None:
        return None, "not-audited"
    if day.limit is None:
        return None, "no-cap"
    if answer.total is None and any(minutes > 0 and subject not in answer.subjects for subject, minutes in day.subjects.items()):
        return None, "blank"
    minutes = sum(answer.subjects.values()) + answer.other if answer.total is None else answer.total
    declared = sum(day.subjects.values())
    is_plausible = minutes <= settings.implausible_minutes and not 0 < declared * settings.implausible_times < minutes
    return _Known(answer, minutes, day.limit, is_plausible), None if is_plausible else "implausible"


def _groups(asked: Mapping[ClassOn, int], known: Sequence[_Known], settings: Settings) -> Iterator[Group]:
    """All, then each school, each grade, each class on each day."""
    for by, key in _KEYS.items():
        groups: dict[tuple[object, ...], list[ClassOn]] = defaultdict(list)
        answers: dict[tuple[object, ...], list[_Known]] = defaultdict(list)
        for of in asked:
            groups[key(of)].append(of)
        for one in known:
            answers[key(one.answer.of)].append(one)
        for each in sorted(groups):
            members, given = groups[each], answers[each]
            of, found = members[0], _measured(given)
            plausible = [one for one in given if one.is_plausible]
            yield Group(
                by,
                of.school if by in ("school", "class-day") else None,
                of.grade if by in ("grade", "class-day") else None,
                of.label if by == "class-day" else None,
                of.day if by == "class-day" else None,
                sum(asked[of] for of in members),
                len(given),
                found,
                verdict(found.interval, settings.target) if found else None,
                _measured(plausible) if len(plausible) < len(given) else None,
            )


def _class_day(of: ClassOn) -> tuple[object, ...]:
    number = int(of.label) if of.label.isdigit() else 0
    return (of.school, of.grade, not of.label.isdigit(), number, of.label, of.day)


_KEYS: Final[dict[By, Callable[[ClassOn], tuple[object, ...]]]] = {
    "all": lambda of: (),
    "school": lambda of: (of.school,),
    "grade": lambda of: (of.grade,),
    "class-day": _class_day,
}


def _measured(known: Sequence[_Known]) -> Measured | None:
    return measured([one.minutes for one in known], sum(one.minutes <= one.limit for one in known))


def _ratios(filled: Filled, declared: Mapping[ClassOn, SlipDay], settings: Settings) -> Iterator[Ratio]:
    """The ratios of each subject and teacher, the greatest first."""
    needed: dict[tuple[ClassOn, str], list[float]] = defaultdict(list)
    for answer in filled.answers:
        for subject, minutes in answer.subjects.items():
            needed[answer.of, subject].append(minutes)
    ratios: dict[tuple[str, str | None, str], list[float]] = defaultdict(list)
    for (of, subject), minutes_of in needed.items():
        stated = declared[of].subjects.get(subject, 0) if of in declared else 0
        if stated > 0 and len(minutes_of) >= FEWEST:
            teacher = filled.teachers.get((of.school, of.grade, of.label, subject), "")
            ratios[subject, of.school if teacher else None, teacher].append(median(minutes_of) / stated)
    found = [_ratio(*about, each, settings) for about, each in ratios.items()]
    yield from sorted(found, key=lambda one: (-one.middle, one.subject, one.school or "", one.teacher))


def _ratio(subject: str, school: str | None, teacher: str, ratios: Sequence[float], settings: Settings) -> Ratio:
    middle = median(ratios)
    warns = len(ratios) >= settings.assignments and middle > settings.ratio
    return Ratio(subject, school, teacher, len(ratios), middle, min(ratios), max(ratios), warns)
