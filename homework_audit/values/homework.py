"""Turns the text of one cell into pieces of homework: what is to be done, how long it takes, and what marks say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from homework_audit.values.all_layers import without_all_layers
from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.expressions import expression
from homework_audit.values.items import SPACE, classes_of, items, subject_of
from homework_audit.values.labels import Label, is_mark, joined_labels, label
from homework_audit.values.minutes import BLANK, NOTHING, Minutes, read_minutes, says_nothing
from homework_audit.values.nothing_set import declares_none, is_day_off, is_day_without, without_nones, without_unknown
from homework_audit.values.part_of_time import part_stated
from homework_audit.values.pieces import Piece, settled, summed, without_headlines, without_nothing, without_remarks
from homework_audit.values.segments import CLAUSES, COMPOSITION, SPACED, WITHDRAWN, part_label, pieces_of_segment
from homework_audit.values.spelling import spelled_out
from homework_audit.values.stated_times import BRACKETED, times_in
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain, shown
from homework_audit.values.vocabulary import TASKS, UNCERTAIN
from homework_audit.values.wording import is_book

_NONE_TODAY = expression(r"(?:今[日天晚]|本日|当[日天])?(.{1,6}?)((?:没有|无|不布置|不留|未布置|免)(?:书面|家庭|课后)*作业[。!]?)")
"""«今天语文没有书面作业。»"""
_SUBJECT_WITH_MARK = expression(r"([^\s()\[\]【】]{1,8})\s*[(\[【]([^()\[\]【】]{1,8})[)\]】]")
_TASK = expression("|".join(TASKS))
_TOLD_BEHIND = expression(r"^[^:]{1,6}:\s*(?:背诵|朗读|跟读|听读|日记|周记|摘抄|作文|抄写|默写|听写|阅读|练习[题册卷]|试卷)")
"""«口头：背诵» is homework; «A层：选做：» speaks for what follows."""
_STARS = "★☆※* "
_CORRECTED = expression(r"(?<!\d)\d+(?:\.\d+)?\s*分钟?[^\d;。\n]{0,3}[^;。\n]{0,12}?(?:改为|改成|更正为|调整为|→)\s*(?=\d+\s*分)")
"""«25分钟　更正：只做P30，改为15分钟»: the last one counts."""
_TIME_BELOW = expression(r"\n(?=[(\[【][^()\[\]【】\n]*\d\s*(?:分|min)[^()\[\]【】\n]*[)\]】]\s*(?:\n|$))")
"""Before «（口头，20分钟）» in a line of its own, below the homework that it is said of."""
_DOING = expression(r"^(?:再|并|请|回家)?(?:完成|补完?|[做写抄交]完?)")
"""«完成练习册» is homework, and no mark for what follows."""
_LAYERS_ADD_UP = expression(r"[A-Ea-e甲乙丙][层组][^;；。\n]{0,8}(?:基础上|再加|另加|加做|多\s?\d)")
"""«B层30分钟；A层在此基础上增加40分钟»."""
_WORDED = expression(r"[^\W_]")
_SPAN_BEFORE = expression(r"\s*((?:1[2-9]|2[0-3])[:：]\d\d\s*[-~—–至到]+\s*\d{1,2}[:：]\d\d)[\s,:]+(?=\D)")


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
    clause, rest = [*CLAUSES.split(text, maxsplit=1), ""][:2]
    if none := _NONE_TODAY.fullmatch(compact(text if _TASK.search(rest) or times_in(rest, per, lesson) else clause)):
        named = subject(none[1])
        if named and says_nothing(none[2]):
            return (Piece("", NOTHING, Label(subject=named)),)
    if isinstance(value, str) and text != plain(value):
        value = text
    included = (
        _of_layers_added(text) or _timed_by_clock(text, per, lesson) or (_including(text, per, lesson) if isinstance(value, str) else ())
    )
    if included:
        return included
    whole = _as_figures(value, text, per, lesson)
    if whole.parts:
        alone = whole.parts[0].label if len(whole.parts) == 1 and label(whole.parts[0].label) == Label(kind="reading") else ""
        return tuple(Piece(alone, Minutes(part.low, part.high), part_label(part.label)) for part in whole.parts)
    if whole.trouble != "words" or compact(text) in UNCERTAIN or not text.strip("?"):
        return (Piece("", whole, Label()),)
    told = tuple(without_nothing(without_headlines(without_remarks(summed(settled(_pieces_of_lines(text.split("\n"), per, lesson)))))))
    return told or ((Piece(text, BLANK, _word_alone(text)),) if _WORDED.search(text) else ())


def _of_layers_added(text: str) -> tuple[Piece, ...]:
    """Layers of which one does the other as well, so that nobody says how long that takes; () for anything else."""
    return (Piece(text, Minutes(trouble="words"), Label()),) if _LAYERS_ADD_UP.search(text) else ()


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
        spaced = read_minutes(SPACED.sub("、", text), per, lesson)
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
    if named and WITHDRAWN.fullmatch(mark):
        return Label(subject=named, unset=True)
    if not named or (mark and not is_mark(mark)):
        return None
    return (label(mark) or Label())._replace(subject=named)


def _pieces_of_line(line: str, per: str, lesson: float | None) -> Iterator[Piece]:
    """The pieces of one line; a subject or a mark that opens it speaks for the numbered items behind it."""
    above = Label()
    classes = ""
    for segment in items(line):
        named_classes, behind = classes_of(segment)
        classes = named_classes or classes
        named, rest = subject_of(behind)
        rest = behind if named and COMPOSITION.match(behind) else rest  # «作文：春游» is no day off
        if named:
            above = Label(subject=named)
        is_head = is_mark(rest) and not _TOLD_BEHIND.search(rest)
        alone = label(rest.strip(SPACE + "[]【】()")) if is_head else None
        if alone and alone != Label() and not read_minutes(rest).low and not is_book(_DOING.sub("", rest.strip(SPACE))):
            above = joined_labels(above, alone._replace(subject=""))
            continue
        for piece in pieces_of_segment(rest, per, lesson):
            yield piece._replace(label=joined_labels(above, piece.label), classes=classes)


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
