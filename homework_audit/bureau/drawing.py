"""Draws classes, and pupils by their register numbers: a draw that everybody can repeat who has the seed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from typing import Final, NamedTuple

from homework_audit.errors import ConfigurationError
from homework_audit.values.expressions import expression

_EACH: Final = 1 << 64
_AND_SO_ON: Final = expression(r"[,，、\s]*(?:…+|\.{3,})$")


class ClassPlace(NamedTuple):
    """A class of a school: grade (1–12) and label."""

    school: str
    grade: int
    label: str


def draw(classes: Iterable[ClassPlace], share: float, seed: int) -> list[ClassPlace]:
    """About that share of the classes of every school, at least one, spread over its grades.

    Within a school the classes are put in the order of their grades, those of a grade in an order that the seed decides, and every
    so many-th is taken from a place on that the seed decides too: each class has the same chance, and each grade its share
    (systematic sampling from a sorted list). The order is that of SHA-256 of «seed|school|grade|label», so that no program is
    needed to check it.
    """
    drawn: list[ClassPlace] = []
    for school, group in groupby(sorted(set(classes)), key=lambda place: place.school):
        own = sorted(group, key=lambda place: (place.grade, _lot(seed, *place)))
        wanted = max(1, int(share * len(own) + 0.5))
        step = len(own) / wanted
        start = _lot(seed, school) / _EACH * step
        drawn += sorted(own[int(start + number * step)] for number in range(wanted))
    return drawn


def register_numbers(text: str, pupils: int) -> list[int]:
    """The register numbers of a class of so many pupils that a text names: «1,3,6,9,12,…» goes on in its last step; «all» is all.

    Raises ConfigurationError for a text that names none.
    """
    if text.strip().lower() in ("all", "全部"):
        return list(range(1, pupils + 1))
    stated, goes_on = _AND_SO_ON.subn("", text.strip())
    parts = [part for part in re.split(r"[,，、\s]+", stated) if part]
    named = [int(part) for part in parts if part.isdecimal() and part.isascii()]
    is_list = 0 < len(named) == len(parts) and named == sorted(set(named)) and named[0] > 0
    if not is_list or (goes_on and len(named) < 2):
        raise ConfigurationError("bad-numbers", value=text)
    if goes_on:
        step = named[-1] - named[-2]
        named += range(named[-1] + step, pupils + 1, step)
    return [number for number in named if number <= pupils]


def _lot(seed: int, *about: object) -> int:
    """A number below 2^64 that the seed and what it is about decide."""
    return int.from_bytes(sha256("|".join(map(str, (seed, *about))).encode()).digest()[:8], "big")
