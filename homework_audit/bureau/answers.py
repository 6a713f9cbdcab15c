"""Turns forms that were filled in on site into answers: what each pupil needed, subject by subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal, NamedTuple

from homework_audit.bureau.form import FIXED, OTHER, REMARK, TOTAL
from homework_audit.errors import ConfigurationError, PathError
from homework_audit.intake.grids import GridCell, read_grids
from homework_audit.messages import say
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_date
from homework_audit.values.minutes import is_unanswered, read_minutes
from homework_audit.values.subjects import subject
from homework_audit.values.text import compact

_ROWS: Final = 5
"""Rows among which the headings are."""
_TEACHER: Final = "teacher"
_SUBJECT: Final = "subject:"


class ClassOn(NamedTuple):
    """A class of a school on a day: grade 1–12."""

    school: str
    grade: int
    label: str
    day: date


class Answer(NamedTuple):
    """What one pupil answered: minutes by subject, and in all where that is stated; `why` the row cannot be used, '' if it can.

    `other` is what was needed for homework that no column of the form is for.
    """

    of: ClassOn
    subjects: Mapping[str, float]
    other: float
    total: float | None
    place: str
    why: Literal["", "unread", "sum"] = ""


class Filled(NamedTuple):
    """What the forms hold: how many pupils were asked of each class, who answered, and who teaches what."""

    asked: Mapping[ClassOn, int]
    answers: Sequence[Answer]
    teachers: Mapping[tuple[str, int, str, str], str]
    """School, grade, label and subject → the teacher, as somebody wrote it."""


def read_forms(files: Sequence[Path]) -> Filled:
    """The answers of all forms. Raises PathError and ConfigurationError for a file that cannot be read, or is no form."""
    asked: dict[ClassOn, int] = {}
    answers: list[Answer] = []
    teachers: dict[tuple[str, int, str, str], str] = {}
    seen: dict[tuple[ClassOn, str], str] = {}
    for file in files:
        if not file.is_file():
            raise PathError("no-such-path", path=str(file))
        rows = list(_rows(file))
        if not any("date" in columns for columns, _, _ in rows):
            raise ConfigurationError("no-form", file=file.name)
        for columns, cells, place in rows:
            if _TEACHER in columns:
                _note_teacher(columns, cells, teachers)
                continue
            of, number = _whose(columns, cells, place), _text(cells, columns["number"])
            if number:
                if (other := seen.setdefault((of, number), place)) != place:
                    raise ConfigurationError("form-twice", number=number, place=place, other=other)
                asked[of] = asked.get(of, 0) + 1
                answers += _answer(of, columns, cells, place)
    return Filled(asked, answers, teachers)


def _rows(file: Path) -> Iterator[tuple[dict[str, int], Sequence[GridCell], str]]:
    """The rows below the headings of every sheet that has them: field or subject → column, the cells, where it is."""
    for sheet in read_grids(file):
        for top, row in enumerate(sheet.rows[:_ROWS]):
            columns = _columns(row)
            if columns.keys() >= set(FIXED) or columns.keys() >= {"school", "class", "subject", _TEACHER}:
                for number, cells in enumerate(sheet.rows[top + 1 :], start=top + 2):
                    if any(cell != "" for cell in cells):
                        yield columns, cells, f"{file.name}:{sheet.name}!{number}"
                break


def _columns(row: Sequence[GridCell]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(row):
        text = compact(str(cell))
        name = _HEADS.get(text) or (f"{_SUBJECT}{subject(str(cell)) or text}" if text else "")
        if name:
            columns.setdefault(name, place)
    return columns


def _heads() -> dict[str, str]:
    """The headings of the form in both languages → what stands below them."""
    return {
        **{compact(say(lang, f"form.{name}")): name for lang in ("zh", "en") for name in (*FIXED, OTHER, TOTAL, REMARK)},
        **{compact(say(lang, f"column.{name}")): name for lang in ("zh", "en") for name in ("school", "class", "subject", _TEACHER)},
    }


_HEADS: Final = _heads()


def _whose(columns: Mapping[str, int], cells: Sequence[GridCell], place: str) -> ClassOn:
    """The class and day of a row. Raises ConfigurationError where somebody changed them into something else."""
    refs = read_classes(_text(cells, columns["class"]))
    found = read_date(_text(cells, columns["date"]).removesuffix(" 00:00:00"))
    day = found.on(found.year) if found and found.year else None
    if len(refs) != 1 or not refs[0].grade or not refs[0].label or day is None:
        raise ConfigurationError("form-row", place=place)
    return ClassOn(_text(cells, columns["school"]), refs[0].grade, refs[0].label, day)


def _answer(of: ClassOn, columns: Mapping[str, int], cells: Sequence[GridCell], place: str) -> Iterator[Answer]:
    """The answer of a row; none where nothing is stated at all. A blank is not a zero."""
    texts = {name: _text(cells, at) for name, at in columns.items() if name in (OTHER, TOTAL) or name.startswith(_SUBJECT)}
    minutes = {name: _minutes(text) for name, text in texts.items() if text and not is_unanswered(text)}
    if not minutes:
        return
    known = {name: value for name, value in minutes.items() if value is not None}
    subjects = {name.removeprefix(_SUBJECT): value for name, value in known.items() if name.startswith(_SUBJECT)}
    answer = Answer(of, subjects, known.get(OTHER, 0), known.get(TOTAL), place)
    if len(known) < len(minutes):
        yield answer._replace(why="unread")
    elif answer.total is not None and len(known) > 1 and abs(answer.total - sum(subjects.values()) - answer.other) > 1:
        yield answer._replace(why="sum")
    else:
        yield answer


def _minutes(text: str) -> float | None:
    """The minutes of a cell, None where they are no single number."""
    found = read_minutes(_number(text), "minutes")
    return found.low if found.low is not None and found.low == found.high else None


def _number(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def _note_teacher(columns: Mapping[str, int], cells: Sequence[GridCell], teachers: dict[tuple[str, int, str, str], str]) -> None:
    teacher, refs = _text(cells, columns[_TEACHER]), read_classes(_text(cells, columns["class"]))
    named = _text(cells, columns["subject"])
    if teacher and len(refs) == 1 and refs[0].grade and refs[0].label:
        teachers[_text(cells, columns["school"]), refs[0].grade, refs[0].label, subject(named) or named] = teacher


def _text(cells: Sequence[GridCell], place: int) -> str:
    value = cells[place] if place < len(cells) else ""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value).strip()
