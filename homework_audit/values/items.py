"""Turns a line of homework into its items, and an item into the classes and the subject that it begins with and the rest."""

from __future__ import annotations

from homework_audit.values.classes import read_classes
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark
from homework_audit.values.subjects import subject
from homework_audit.values.text import plain

_NUMBER = expression(r"(?<!\d)\((\d{1,2})\)(?!班)")
_PARTS = expression(r"[;。\f]|(?=(?:^|(?<=[\s,、:)\u4e00-\u9fff]))(?<!第)\d{1,2}[.、)](?!\d))")
_NUMBERING = expression(r"^\s*(?:\(\d{1,2}\)|\d{1,2}[.、)](?!\d))\s*")
_SUBJECT = expression(r"^[\[【]?([^:,。;、\s\[\]【】()\d-]{1,10})(\([^()]{1,8}\))?(?:[\]】]\s*:?|:|-+(?!\d))\s*")
_CLASSES = expression(r"^((?:[^:,;\s]|[、,和](?=[^:]*班)){1,20}?(班)?):\s*")
SPACE = " ,;。、:+/-"
"""What stands between things to be done, and is none of them."""


def names_subject(text: str) -> bool:
    """Whether a line begins with the name of a subject, with or without a number before it: «1.语文：…»."""
    found = items(plain(text).split("\n")[0])
    return bool(found) and bool(subject_of(classes_of(found[0])[1])[0])


def items(line: str) -> list[str]:
    """The things to be done that a line names one after another, without their numbers: «①抄写②背诵» are two."""
    parts = [_NUMBERING.sub("", part).strip() for part in _PARTS.split(_with_breaks(line))]
    return [part for part in parts if part.strip(SPACE)]


def _with_breaks(line: str) -> str:
    """The line with a break before every number in brackets that counts its items; in «小卷(12)计算题» none does."""
    numbers = [(found.start(), int(found[1])) for found in _NUMBER.finditer(line)]
    counted = [
        at
        for place, (at, number) in enumerate(numbers)
        if not line[:at].strip()
        or (place and numbers[place - 1][1] == number - 1)
        or (place + 1 < len(numbers) and numbers[place + 1][1] == number + 1)
    ]
    for at in reversed(counted):
        line = f"{line[:at]}\f{line[at:]}"
    return line


def classes_of(segment: str) -> tuple[str, str]:
    """The classes that a segment begins with, and the rest of it: «三1:20分钟», «1班、2班：练习册»."""
    found = _CLASSES.match(segment)
    if found and (refs := read_classes(found[1])) and (found[2] or any(ref.grade and ref.label for ref in refs)):
        return found[1], segment[found.end() :]
    return "", segment


def subject_of(segment: str) -> tuple[str, str]:
    """The subject that a segment begins with («语：», «【数学】», «英语 …») and the rest of it."""
    found = _SUBJECT.match(segment)
    named = subject(found[1]) if found else None
    if found and named:
        return named, f"{found[2] or ''}{segment[found.end() :]}"
    if found and (length := next((at for at in (4, 3, 2) if subject(found[1][:at]) and is_mark(found[1][at:])), 0)):
        return subject(found[1][:length]) or "", f"【{found[1][length:]}】{segment[found.end() :]}"  # «【数学选做】»
    first, _, rest = segment.partition(" ")
    named = subject(first) if rest and len(first) > 1 else None
    return (named, rest) if named else ("", segment)
