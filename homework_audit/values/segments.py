"""Turns one segment of a text of homework, between its numbers, into pieces: one for every time that it states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from homework_audit.values.expressions import expression
from homework_audit.values.items import SPACE
from homework_audit.values.labels import Label, is_mark, joined_labels, label
from homework_audit.values.marks import marks
from homework_audit.values.minutes import BLANK, NOTHING, Minutes, read_minutes, says_nothing
from homework_audit.values.nothing_set import is_day_off
from homework_audit.values.part_of_time import without_parts
from homework_audit.values.pieces import Piece
from homework_audit.values.stated_times import BRACKETED, StatedTime, times_in
from homework_audit.values.subjects import subject
from homework_audit.values.text import compact
from homework_audit.values.vocabulary import SHORT_MARKS, UNCERTAIN
from homework_audit.values.wording import is_unwritten, names_book, sets_more

CLAUSES = expression(r"[,~!。]")
WITHDRAWN = expression(r"(?:教师|老师|本人|教务处)?[已被]?(?:撤回|撤销|退回|取消|作废|删除)")
COMPOSITION = expression(r"作文|日记|周记|习作|写话|手抄报|练笔")
SPACED = expression(r"(?<=[\d分钟n'])\s+(?=[^\d\s])")
_LEADING_LAYER = expression(r"^[(\[【]?([a-eA-E甲乙丙丁][层组])(?![a-zA-Z])")
_FIGURE = expression(r"\d{1,3}(?:分钟?)?")
_AT_LEAST, _OR_MORE = (
    expression(r"(?:至少|最少|不少于|不低于|超过|[≥>＞]=?|大(?=\s*$))\s*$"),
    expression(r"\s*(?:多(?!做)|以上|不止|起(?!床)|[写做]不完|不够|\+\s*(?:$|[,;。)]))|[^;。\d]{0,8}(?:另算|另计)"),
)
_TASK_IN_BRACKETS = expression(r"[(\[【][^()\[\]【】]*:[^()\[\]【】]*[)\]】]")
"""«（选做：背诵）» says nothing of what stands behind it."""
_EXERCISE = expression(r"(?:口算|速算|听算|计算|练字|朗读|背诵|听读|跟读|听写|默写|跳绳)(?:练习|训练)?[,;、。+]")
"""What is done for a time and not until it is done: «5分钟口算»."""
_ABBREVIATED = expression(r"[\u4e00-\u9fff]{1,2}\d{1,2}")
"""«语20» in a line of its own."""
_EACH = expression(r"([^\d,;。]+)各(?:约|需)?")
_MOST_THINGS = 4
_AT_SCHOOL = expression(r"(?<![没未不])在校(?:写|做)完(?:成)?$|(?:课堂上|课后服务时?间?|托管班)(?:写|做)完$")
_FEWEST_SUMMED = 3
_SUM_IN_BRACKETS = expression(r"\s*[(（\[【](?:书面|家庭|今[日天]|当[日天]|作业)*(?:共|总|合计)")
_SUMMED = expression(r"\W*(?:共|总|合计)")
_SHORT = 5
"""Minutes: what takes less and stands before a task is part of its name."""


def pieces_of_segment(segment: str, per: str, lesson: float | None) -> list[Piece]:
    """A segment without numbering: cut at every time that tells how long something takes."""
    parts = read_minutes(SPACED.sub("、", segment), per, lesson).parts
    if len(parts) > 1 or (len(parts) == 1 and _ABBREVIATED.fullmatch(segment.strip()) and subject(parts[0].label)):
        return [Piece("", Minutes(part.low, part.high), part_label(part.label)) for part in parts]
    if _FIGURE.fullmatch(segment.strip()):
        return [Piece("", read_minutes(segment.strip(), per, lesson), Label())]
    telling = _telling(segment, times_in(segment, per, lesson))
    if not telling:
        return [_untimed(segment)] if segment.strip(SPACE) else []
    pieces: list[Piece] = []
    start = 0
    for place, time in enumerate(telling):
        until = telling[place + 1].start if place + 1 < len(telling) else len(segment)
        before = segment[start : time.start]
        behind = BRACKETED.sub("", segment[time.end : until])
        is_last = time is telling[-1] and not (before.strip(SPACE) and names_book(behind))
        is_before_task = not time.final and (is_last or not before.strip(SPACE))
        if is_before_task and is_last and not before.strip(SPACE):
            until = time.end + _length_of_exercise(segment[time.end :])
        if is_before_task and time is not telling[-1]:
            until = max((segment.rfind(sign, time.end, until) for sign in ",;、。"), default=-1) + 1 or until
        content = (before + (segment[time.end : until] if is_before_task else "")).strip(SPACE)
        if content in ("", "书面", "书面作业") and _SUMMED.match(segment, time.start):
            content = f"{content}合计"
        if content == "" and _SUM_IN_BRACKETS.match(segment[time.start : time.end]):
            content = "书面合计" if "书面" in segment[time.start : time.end] else "合计"
        content, stated = _with_mark_behind(segment, content, _of_each(content, segment, time))
        layered = _LEADING_LAYER.match(content)
        own = joined_labels(label(layered[1]) or Label(), marks(content)) if layered else marks(content)
        own = own._replace(unset=own.unset or any(WITHDRAWN.fullmatch(bracket[1]) for bracket in BRACKETED.finditer(content)))
        minutes = Minutes(trouble="words") if _is_open(before, segment[time.end :]) else stated.minutes
        own = own._replace(place=own.place or ("school" if _is_done_at_school(content) else ""))
        pieces.append(Piece(content, minutes, joined_labels(own, stated.label)))
        start = until if is_before_task else stated.end
    rest = segment[start:].strip(SPACE)
    if rest:
        pieces.append(_untimed(rest))
    return _with_remark(pieces)


def part_label(text: str) -> Label:
    """What the label of a figure says; «其他20» is the homework of other subjects, written like theirs."""
    said = label(text) or Label()
    return said._replace(kind="") if said.kind == "other" else said


def _length_of_exercise(behind: str) -> int:
    """How far the words behind a time reach for which it stands: «5分钟口算、练习册P12» says nothing of how long the book takes."""
    exercise = _EXERCISE.match(behind)
    return exercise.end() if exercise and sets_more(behind[exercise.end() :]) else len(behind)


def _of_each(content: str, segment: str, time: StatedTime) -> StatedTime:
    """«古诗默写、字帖各10分钟» takes twenty: each of the things that are named takes as long."""
    named = _EACH.fullmatch(content) if time.minutes.trouble else None
    stated = read_minutes(segment[time.start : time.end].strip(" ()（）")) if named else Minutes()
    things = [thing for thing in re.split("[、和]", named[1]) if thing.strip()] if named else []
    if stated.low is None or stated.high is None or not 1 < len(things) <= _MOST_THINGS or any(map(subject, things)):
        return time
    return time._replace(minutes=Minutes(stated.low * len(things), stated.high * len(things)))


def _is_done_at_school(content: str) -> bool:
    """Whether one clause of homework says that it is done in school, and nothing else: «描红一页，在校写完»."""
    clauses = [clause.strip(SPACE) for clause in CLAUSES.split(content)]
    return any(is_mark(clause) and label(clause) == Label(place="school") for clause in clauses[1:]) or bool(_AT_SCHOOL.search(content))


def _is_open(before: str, behind: str) -> bool:
    """Whether a time is no more than a lower bound: «至少20分钟», «半小时多»."""
    return _AT_LEAST.search(before) is not None or _OR_MORE.match(behind) is not None


def _telling(segment: str, times: Sequence[StatedTime]) -> Sequence[StatedTime]:
    """The times that say how long something takes: all but a short one that names an exercise («1分钟跳绳3组») beside others."""
    ends = (0, *(time.end for time in times))
    named = {
        time
        for time, end in zip(times, ends, strict=False)
        if not time.final and (time.minutes.high or 0) < _SHORT and not re.split(r"[,;、。\s]", segment[end : time.start])[-1].strip(SPACE)
    }
    kept = [time for time in times if time not in named] or times[-1:]
    if len(kept) > 1 and _SUMMED.match(segment, kept[-1].start) and all(time.minutes.trouble for time in kept[:-1]):
        return kept[-1:]  # «每行5分钟，共20分钟»
    if len(kept) < _FEWEST_SUMMED or kept[-1].final or not _SUMMED.match(segment, kept[-1].start):
        return kept
    *others, last = kept
    return others if last.minutes.high == sum(time.minutes.high or 0 for time in others) else kept


def _with_mark_behind(segment: str, content: str, time: StatedTime) -> tuple[str, StatedTime]:
    """The time with what the mark behind it says: «听读课文 10min（口头）»."""
    behind = BRACKETED.match(segment, time.end + len(segment[time.end :]) - len(segment[time.end :].lstrip()))
    word = SHORT_MARKS.get(behind[1], behind[1]) if behind else ""
    said = label(word) if behind and ":" not in word and is_mark(word) else None
    if behind and said:
        return content, time._replace(end=behind.end(), label=joined_labels(time.label, said._replace(subject="")))
    return content, time


def _with_remark(pieces: list[Piece]) -> list[Piece]:
    """What follows the last time of a segment after a comma («…15分钟，家长签字») belongs to the piece before it."""
    if len(pieces) > 1 and pieces[-1].minutes == BLANK and not pieces[-1].label.kind and not sets_more(pieces[-1].content):
        last = pieces.pop()
        whole = f"{pieces[-1].content},{last.content}".strip(",")
        place = label(last.content) if is_mark(last.content) else None
        if place and place.place:
            pieces[-1] = pieces[-1]._replace(label=joined_labels(pieces[-1].label, Label(place=place.place)))  # «口算，一刻钟，在校写完»
        said = joined_labels(Label(kind="practical"), pieces[-1].label) if is_unwritten(whole) else pieces[-1].label
        pieces[-1] = pieces[-1]._replace(content=whole, label=said)
    return pieces


def _untimed(segment: str) -> Piece:
    text = segment.strip(SPACE)
    said = marks(_TASK_IN_BRACKETS.sub("", without_parts(text)))
    bare = BRACKETED.sub(lambda m: "" if is_mark(m[1]) else m[0], text)
    bare = bare.rpartition(":")[2] if is_mark(bare.partition(":")[0]) else bare
    if says_nothing(bare.strip(SPACE)) or (is_day_off(bare) and not COMPOSITION.search(text)):  # «作文：春游» is homework
        return Piece("", NOTHING, said)
    uncertain = any(word in compact(text) for word in UNCERTAIN)
    return Piece(text, Minutes(trouble="words") if uncertain else BLANK, said)
