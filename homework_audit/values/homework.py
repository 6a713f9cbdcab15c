"""Turns the text of one cell into pieces of homework: what is to be done, how long it takes, and what marks say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from homework_audit.values.all_layers import without_all_layers
from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.expressions import expression
from homework_audit.values.items import SPACE, classes_of, items, subject_of
from homework_audit.values.labels import Label, is_mark, joined_labels, label
from homework_audit.values.marks import marks
from homework_audit.values.minutes import BLANK, NOTHING, Minutes, read_minutes, says_nothing
from homework_audit.values.nothing_set import declares_none, is_day_off, is_day_without, without_nones, without_unknown
from homework_audit.values.part_of_time import part_stated, without_parts
from homework_audit.values.pieces import Piece, settled, summed, without_headlines, without_nothing, without_remarks
from homework_audit.values.spelling import spelled_out
from homework_audit.values.stated_times import BRACKETED, StatedTime, times_in
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain, shown
from homework_audit.values.vocabulary import SHORT_MARKS, TASKS, UNCERTAIN
from homework_audit.values.wording import is_book, is_unwritten, names_book, sets_more

_CLAUSES = expression(r"[,~!。]")
_NONE_TODAY = expression(r"(?:今[日天晚]|本日|当[日天])?(.{1,6}?)((?:没有|无|不布置|不留|未布置|免)(?:书面|家庭|课后)*作业[。!]?)")
"""«今天语文没有书面作业。»"""
_SUBJECT_WITH_MARK = expression(r"([^\s()\[\]【】]{1,8})\s*[(\[【]([^()\[\]【】]{1,8})[)\]】]")
_WITHDRAWN = expression(r"(?:教师|老师|本人|教务处)?[已被]?(?:撤回|撤销|退回|取消|作废|删除)")
_LEADING_LAYER = expression(r"^[(\[【]?([a-eA-E甲乙丙丁][层组])(?![a-zA-Z])")
_COMPOSITION = expression(r"作文|日记|周记|习作|写话|手抄报|练笔")
_TASK = expression("|".join(TASKS))
_TOLD_BEHIND = expression(r"^[^:]{1,6}:\s*(?:背诵|朗读|跟读|听读|日记|周记|摘抄|作文|抄写|默写|听写|阅读|练习[题册卷]|试卷)")
"""«口头：背诵» is homework; «A层：选做：» speaks for what follows."""
_SPACED = expression(r"(?<=[\d分钟n'])\s+(?=[^\d\s])")
_STARS = "★☆※* "
_FIGURE = expression(r"\d{1,3}(?:分钟?)?")
_AT_LEAST, _OR_MORE = (
    expression(r"(?:至少|最少|不少于|不低于|超过|[≥>＞]=?|大(?=\s*$))\s*$"),
    expression(r"\s*(?:多(?!做)|以上|不止|起(?!床)|[写做]不完|不够|\+\s*(?:$|[,;。)]))|[^;。\d]{0,8}(?:另算|另计)"),
)
_TASK_IN_BRACKETS = expression(r"[(\[【][^()\[\]【】]*:[^()\[\]【】]*[)\]】]")
"""«（选做：背诵）» says nothing of what stands behind it."""
_CORRECTED = expression(r"\d+(?:\.\d+)?\s*分钟?[^\d;。\n]{0,3}[^;。\n]{0,12}?(?:改为|改成|更正为|调整为|→)\s*(?=\d+\s*分)")
"""«25分钟　更正：只做P30，改为15分钟»: the last one counts."""
_TIME_BELOW = expression(r"\n(?=[(\[【][^()\[\]【】\n]*\d\s*(?:分|min)[^()\[\]【】\n]*[)\]】]\s*(?:\n|$))")
"""Before «（口头，20分钟）» in a line of its own, below the homework that it is said of."""
_EXERCISE = expression(r"(?:口算|速算|听算|计算|练字|朗读|背诵|听读|跟读|听写|默写|跳绳)(?:练习|训练)?[,;、。+]")
"""What is done for a time and not until it is done: «5分钟口算»."""
_WORDED = expression(r"[^\W_]")
_ABBREVIATED = expression(r"[\u4e00-\u9fff]{1,2}\d{1,2}")
"""«语20» in a line of its own."""
_SPAN_BEFORE = expression(r"\s*((?:1[2-9]|2[0-3])[:：]\d\d\s*[-~—–至到]+\s*\d{1,2}[:：]\d\d)[\s,:]+(?=\D)")
_EACH = expression(r"([^\d,;。]+)各(?:约|需)?")
_MOST_THINGS = 4
_AT_SCHOOL = expression(r"(?<![没未不])在校(?:写|做)完(?:成)?$|(?:课堂上|课后服务时?间?|托管班)(?:写|做)完$")
_FEWEST_SUMMED = 3
_SUM_IN_BRACKETS = expression(r"\s*[(（\[【](?:书面|家庭|今[日天]|当[日天]|作业)*(?:共|总|合计)")
_SUMMED = expression(r"\W*(?:共|总|合计)")
_SHORT = 5
"""Minutes: what takes less and stands before a task is part of its name."""


@lru_cache(maxsize=65536, typed=True)
def read_homework(value: Cell, per: str = "", lesson: float | None = None) -> tuple[Piece, ...]:
    """The pieces of homework that a cell of a matrix or a board states; () for a blank one. Never raises.

    `per` is the unit of bare numbers ("minutes", "hours", "quarters", "" or "unknown"), `lesson` how many minutes a lesson is.
    """
    text = spelled_out(plain(value)) if isinstance(value, str) else shown(value)
    if not text:
        return ()
    text = _TIME_BELOW.sub("", _CORRECTED.sub("", text))
    if (rest := without_all_layers(text)) != text:
        return tuple(piece._replace(label=piece.label._replace(layer="")) for piece in read_homework(rest, per, lesson))
    if declares_none(text) or is_day_without(text) or ("\n" in text and is_day_off(text)):
        return (Piece("", NOTHING, Label()),)
    if (rest := without_nones(text)) != text:
        return read_homework(rest, per, lesson) or (Piece("", NOTHING, Label()),)
    rest, open_ended = without_unknown(text)
    if open_ended:
        unknown = (Piece("", Minutes(trouble="words"), Label(subject=named)) for named in open_ended)
        return (*read_homework(rest, per, lesson), *unknown)
    clause, rest = [*_CLAUSES.split(text, maxsplit=1), ""][:2]
    if none := _NONE_TODAY.fullmatch(compact(text if _TASK.search(rest) or times_in(rest, per, lesson) else clause)):
        named = subject(none[1])
        if named and says_nothing(none[2]):
            return (Piece("", NOTHING, Label(subject=named)),)
    if isinstance(value, str) and text != plain(value):
        value = text
    included = _timed_by_clock(text, per, lesson) or (_including(text, per, lesson) if isinstance(value, str) else ())
    if included:
        return included
    whole = _as_figures(value, text, per, lesson)
    if whole.parts:
        alone = whole.parts[0].label if len(whole.parts) == 1 and label(whole.parts[0].label) == Label(kind="reading") else ""
        return tuple(Piece(alone, Minutes(part.low, part.high), _part_label(part.label)) for part in whole.parts)
    if whole.trouble != "words" or compact(text) in UNCERTAIN or not text.strip("?"):
        return (Piece("", whole, Label()),)
    told = tuple(without_nothing(without_headlines(without_remarks(summed(settled(_pieces_of_lines(text.split("\n"), per, lesson)))))))
    return told or ((Piece(text, BLANK, _word_alone(text)),) if _WORDED.search(text) else ())


def _timed_by_clock(text: str, per: str, lesson: float | None) -> tuple[Piece, ...]:
    """«18:30—18:50⏎语文 词语抄写» takes as long as the clock says; () for anything else: in the morning it is a lesson."""
    span = _SPAN_BEFORE.match(text)
    length = clock_minutes(span[1]) if span else None
    pieces = read_homework(text[span.end() :], per, lesson) if span and length else ()
    if length is None or len(pieces) != 1 or pieces[0].minutes.trouble != "blank":
        return ()
    return (pieces[0]._replace(minutes=Minutes(length, length)),)


def _as_figures(value: Cell, text: str, per: str, lesson: float | None) -> Minutes:
    """A cell read as figures with labels and nothing else; in «练习册（选做）40分钟» a mark says something of the homework."""
    if isinstance(value, str) and (length := clock_minutes(text)):
        return Minutes(length, length)
    whole = read_minutes(value, per, lesson)
    if whole.trouble == "words":
        spaced = read_minutes(_SPACED.sub("、", text), per, lesson)
        whole = spaced if spaced.parts else whole
    is_task = len(whole.parts) == 1 and subject(whole.parts[0].label) is None
    is_marked = is_task and any(is_mark(bracket[1]) for bracket in BRACKETED.finditer(text))
    return Minutes(trouble="words") if is_marked else whole


def _word_alone(text: str) -> Label:
    """What a cell says that holds a mark and nothing else: «口头», «B»; «抄写» is homework that happens to be called so."""
    said = label(text) or Label()
    return said._replace(kind="") if said.kind == "written" else said


def _including(text: str, per: str, lesson: float | None) -> tuple[Piece, ...]:
    """«30分钟(其中口头10分钟)» as two pieces, 20 minutes and 10; () for anything else."""
    part = part_stated(text)
    whole = read_homework(part.whole, per, lesson) if part else ()
    if not part or len(whole) != 1:
        return ()
    content, minutes, said, _ = whole[0]
    if minutes.low is None or minutes.low != minutes.high or part.minutes > minutes.low:
        return ()
    rest = minutes.low - part.minutes
    other = Label(kind="other") if part.label.kind == "written" else said
    return (
        Piece(content, Minutes(rest, rest), other),
        Piece(content, Minutes(part.minutes, part.minutes), part.label),
    )


def _pieces_of_lines(lines: Sequence[str], per: str, lesson: float | None) -> list[Piece]:
    """The pieces of several lines; a line with nothing but a subject, and a mark, speaks for those below it."""
    pieces: list[Piece] = []
    spoken = Label()
    for line in (line.lstrip(_STARS) for line in lines):
        alone = _subject_alone(line.strip(SPACE)) if len(lines) > 1 else None
        if alone:
            spoken = alone
            continue
        told = _pieces_of_line(line, per, lesson)
        pieces += (piece._replace(label=joined_labels(spoken, piece.label)) for piece in told)
    return pieces


def _subject_alone(line: str) -> Label | None:
    """What a line says that holds a subject and nothing else, or a mark behind it: «数学【选做】»."""
    marked = _SUBJECT_WITH_MARK.fullmatch(line)
    named, mark = (subject(marked[1]), marked[2]) if marked else (subject(line), "")
    if named and _WITHDRAWN.fullmatch(mark):
        return Label(subject=named, unset=True)
    if not named or (mark and not is_mark(mark)):
        return None
    return (label(mark) or Label())._replace(subject=named)


def _part_label(text: str) -> Label:
    """What the label of a figure says; «其他20» is the homework of other subjects, written like theirs."""
    said = label(text) or Label()
    return said._replace(kind="") if said.kind == "other" else said


def _pieces_of_line(line: str, per: str, lesson: float | None) -> Iterator[Piece]:
    """The pieces of one line; a subject or a mark that opens it speaks for the numbered items behind it."""
    above = Label()
    classes = ""
    for segment in items(line):
        named_classes, behind = classes_of(segment)
        classes = named_classes or classes
        named, rest = subject_of(behind)
        rest = behind if named and _COMPOSITION.match(behind) else rest  # «作文：春游» is no day off
        if named:
            above = Label(subject=named)
        is_head = is_mark(rest) and not _TOLD_BEHIND.search(rest)
        alone = label(rest.strip(SPACE + "[]【】()")) if is_head else None
        if alone and alone != Label() and not read_minutes(rest).low and not is_book(rest.strip(SPACE)):
            above = joined_labels(above, alone._replace(subject=""))
            continue
        for piece in _pieces_of(rest, per, lesson):
            yield piece._replace(label=joined_labels(above, piece.label), classes=classes)


def _pieces_of(segment: str, per: str, lesson: float | None) -> list[Piece]:
    """A segment without numbering: cut at every time that tells how long something takes."""
    parts = read_minutes(_SPACED.sub("、", segment), per, lesson).parts
    if len(parts) > 1 or (len(parts) == 1 and _ABBREVIATED.fullmatch(segment.strip()) and subject(parts[0].label)):
        return [Piece("", Minutes(part.low, part.high), _part_label(part.label)) for part in parts]
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
        own = own._replace(unset=own.unset or any(_WITHDRAWN.fullmatch(bracket[1]) for bracket in BRACKETED.finditer(content)))
        minutes = Minutes(trouble="words") if _is_open(before, segment[time.end :]) else stated.minutes
        own = own._replace(place=own.place or ("school" if _is_done_at_school(content) else ""))
        pieces.append(Piece(content, minutes, joined_labels(own, stated.label)))
        start = until if is_before_task else stated.end
    rest = segment[start:].strip(SPACE)
    if rest:
        pieces.append(_untimed(rest))
    return _with_remark(pieces)


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
    clauses = [clause.strip(SPACE) for clause in _CLAUSES.split(content)]
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
    if says_nothing(bare.strip(SPACE)) or (is_day_off(bare) and not _COMPOSITION.search(text)):  # «作文：春游» is homework
        return Piece("", NOTHING, said)
    uncertain = any(word in compact(text) for word in UNCERTAIN)
    return Piece(text, Minutes(trouble="words") if uncertain else BLANK, said)


def may_count(text: str) -> bool:
    """Whether any homework of a text may be written work: «Read aloud, 10 minutes (oral)» says that it is not."""
    return any(piece.label.kind in ("", "written") and not piece.label.optional for piece in read_homework(text))


def label_of_layer(content: str, layer: str) -> Label | None:
    """What the text says of one layer: «A层（选做）：…；B层（必做）：…» makes A optional; None if it does not name the layer."""
    return next((piece.label for piece in read_homework(content) if piece.label.layer == layer), None)


def read_pair(content: str, minutes: str, per: str = "", lesson: float | None = None) -> tuple[Piece, ...]:
    """The pieces of two numbered texts that belong together, number by number: «①抄写②【口头】背诵» and «①10分②5分».

    () where they are not numbered alike, or where telling them apart makes no difference.
    """
    parts = [read_homework(part) for line in plain(content).split("\n") for part in items(line)]
    times = [read_minutes(part, per, lesson) for line in plain(minutes).split("\n") for part in items(line)]
    labels = {piece.label for pieces in parts for piece in pieces}
    if len(parts) < 2 or len(parts) != len(times) or len(labels) < 2 or any(len(pieces) != 1 for pieces in parts):
        return ()
    return tuple(pieces[0]._replace(minutes=time) for pieces, time in zip(parts, times, strict=True))
