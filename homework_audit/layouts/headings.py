"""Turns the heading of a column into the field it is about: «5. 今日书面作业预计时长（分钟）（必填）» → minutes, written, an estimate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values import labels
from homework_audit.values import vocabulary as words
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact


class Heading(NamedTuple):
    """What a heading says; `unit` is that of bare numbers below it ("minutes", "hours" or '')."""

    field: str
    unit: str = ""
    kind: str = ""
    place: str = ""
    estimate: bool = False


LONGEST_HEADING = 40
"""Characters: a longer text is homework or a note, not a heading."""

_NUMBERED = re.compile(r"^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]")
_MARK = re.compile(r"\((?:必填|选填|单选|多选|填空|没有填.*?|如.*?|例.*?|\*)\)|\*|:$")
_BRACKET = re.compile(r"[(\[【][^)\]】]*[)\]】]")
_MINUTES = re.compile(r"分钟|[(/\[]分[)\]]?|min")
_HOURS = re.compile(r"(?<!学)小时|hours?|[(/\[]h[)\]]?")
_ASCII_WORD = re.compile(r"[a-z]")


@lru_cache(maxsize=1)
def _vocabulary(extra: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    spellings = {word: field for field, known in words.HEADINGS.items() for word in known}
    return spellings | {compact(word): field for field, word in extra}


@lru_cache(maxsize=16384, typed=True)
def heading(value: Cell, extra: tuple[tuple[str, str], ...] = ()) -> Heading | None:
    """What the cell would be about if it stood above a column; None if it is no known heading.

    `extra` holds (field, word) pairs from the configuration.
    """
    if not isinstance(value, str) or not value or len(value) > LONGEST_HEADING:
        return None
    text = _MARK.sub("", _NUMBERED.sub("", compact(value)))
    field = _field(_BRACKET.sub("", text) or text, _vocabulary(extra))
    if not field:
        return None
    unit = "hours" if _HOURS.search(text) else "minutes" if _MINUTES.search(text) else ""
    if field in ("minutes", "time") and any(word in text for word in words.NOT_THE_ESTIMATE):
        field = "other"
    if field in ("date", "time", "minutes") and any(word in text for word in words.NOT_THE_DAY):
        field = "other"
    if field == "time" and unit:
        field = "minutes"
    estimate = any(word in text for word in words.ESTIMATE)
    return Heading(field, unit, labels.kind(text), labels.place(text), estimate)


def is_subject_heading(value: Cell) -> bool:
    """Whether a heading names a subject: two of them make a matrix, not a list."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_HEADING and subject(value) is not None


def is_remark(value: Cell) -> bool:
    """Whether a heading stands above free remarks."""
    return isinstance(value, str) and any(word in compact(value) for word in words.REMARKS)


def _field(text: str, vocabulary: Mapping[str, str]) -> str:
    """The field of the word that ends last in the text, the longest where several end there: Chinese heads come last."""
    if text in vocabulary:
        return vocabulary[text]
    best = (-1, 0, "")
    for word, field in vocabulary.items():
        at = text.rfind(word)
        if at < 0 or (_ASCII_WORD.match(word) and not _stands_alone(text, word)) or (len(word) == 1 and len(text) > 3):
            continue
        best = max(best, (at + len(word), len(word), field))
    return best[2] if _covers(text, best) else ""


def _stands_alone(text: str, word: str) -> bool:
    """«min» in «minutes» or «no» in «notes» is no word of its own; short ones must be the whole text."""
    at = text.rfind(word)
    return len(word) > 3 or text == word or (text.endswith(word) and not text[at - 1].isascii())


def _covers(text: str, best: tuple[int, int, str]) -> bool:
    """A heading ends with what it is about, give or take a particle; «日期未定的作业请注明» does not."""
    return best[0] >= 0 and len(text) - best[0] <= 3 and len(text) <= 30


def known_fields(row: Sequence[Cell], extra: tuple[tuple[str, str], ...] = ()) -> dict[int, Heading]:
    """The known headings of a row by column."""
    found = {column: heading(value, extra) for column, value in enumerate(row) if value != ""}
    return {column: about for column, about in found.items() if about}
