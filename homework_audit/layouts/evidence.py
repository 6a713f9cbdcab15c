"""Turns what is seen of a table into whether it records homework, or is a timetable, a mark list or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from homework_audit.values import vocabulary as words
from homework_audit.values.homework import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact

_MOST = 0.6
_HOMEWORK = re.compile("|".join(words.HOMEWORK))
_OTHERS = {reason: re.compile("|".join(known)) for reason, known in words.NOT_HOMEWORK.items()}
_DURATION = re.compile(r"时长|用时|分钟|耗时|时间|作业量|minutes|duration|time")
_INSTRUCTIONS = re.compile("|".join(words.INSTRUCTIONS))
_INSPECTION = re.compile("|".join(words.INSPECTION))


def speaks_of_homework(texts: Iterable[str]) -> bool:
    """Whether any of the texts (titles, headings, names of sheet, file and folders) names homework."""
    return any(_HOMEWORK.search(compact(text)) for text in texts)


def other_record(texts: Iterable[str]) -> str:
    """What else the texts say that a table is: timetable, marks, attendance, names…; '' if nothing."""
    joined = [compact(text) for text in texts]
    return next((reason for reason, known in _OTHERS.items() if any(known.search(text) for text in joined)), "")


def is_inspection(texts: Iterable[str]) -> bool:
    """Whether a table is about how homework was marked or judged, and says nothing of how long it takes."""
    joined = " ".join(compact(text) for text in texts)
    return bool(_INSPECTION.search(joined)) and not _DURATION.search(joined)


def mostly_subjects(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a matrix hold subjects: then it is a timetable."""
    texts = [value for value in cells if isinstance(value, str) and value.strip()]
    named = sum(subject(text.strip().split("\n")[0].split(" ")[0]) is not None for text in texts)
    return len(texts) > 3 and named >= _MOST * len(texts)


def mostly_timed(cells: Sequence[Cell]) -> bool:
    """Whether most texts of a matrix state how long something takes."""
    texts = [value for value in cells if isinstance(value, str) and value.strip()]
    timed = sum(states_time(text) for text in texts)
    return bool(texts) and timed >= _MOST * len(texts)


def is_prose(rows: Sequence[Sequence[Cell]], titles: Sequence[str]) -> bool:
    """Whether a sheet holds sentences below a title such as «填表须知»: a text a row, and no table."""
    used = [{value for value in row if value != ""} for row in rows]
    lines = [row for row in used if row]
    alone = sum(len(row) == 1 for row in lines)
    return alone >= _MOST * len(lines) and any(_INSTRUCTIONS.search(compact(title)) for title in titles)
