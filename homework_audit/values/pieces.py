"""Turns pieces of homework read one after another into those of a whole text: a time that stands alone is that of what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from homework_audit.values.expressions import expression
from homework_audit.values.labels import Label
from homework_audit.values.minutes import BLANK, Minutes
from homework_audit.values.subjects import ANY
from homework_audit.values.vocabulary import USUAL_KIND
from homework_audit.values.wording import is_said_of_it

_TOTAL = expression(r"^(?:以上|全部|本项|今日|当天)*(?:书面|作业)*(?:共计?|总共|总计|合计|总用时|总时长)")
_ALL = expression(r"(?:[今当本][日天])?(?:(?:书面|家庭|笔头)*作业(?:合计)?|书面合计)")
_ASIDE = expression(r"[,，]?\s*\([^()]*\)$")
"""«书面作业共40分钟（英语没写时间，未算）»."""
_SUM_ALONE = expression(r"(?:书面)?(?:合?计|共计?|总计|小计)[:：]?(\d{1,3})")
_LONGEST_TOTAL = 12
_POLITE = expression(r"(?:请|望)?(?:家长|孩子|同学)?们?(?:督促|监督|认真完成|按时完成|签字)")


_HEADLINE = expression(
    r"(?=.*(?:[今明当本]|家长|同学|如下|以下|好|@|\d[月.]\d))[【\[]?(?:@\S{1,6}\s?)?(?:(?:各位|尊敬的|亲爱的)*(?:家长|同学|孩子|宝贝|爸爸妈妈)们?[,，:：!！、]?)*"
    rf"(?:大家|[你您]们?|[早中下]午|晚上)?好?[,，!！~～]*(?:以下|下面)?(?:是|为)?(?:{ANY})?[】\]]?"
    r"(?:[今明当本][日天晚]|周[一二三四五六日末]|星期[一二三四五六日]|\d{1,2}月\d{1,2}日|\d{1,2}[.]\d{1,2})?\s?(?:的|各科)?"
    rf"(?:{ANY})?(?:的)?(?:家庭|回家)?(?:作业|homework)[】\]]?(?:如下|有|是|为|安排|布置|清单)*(?:\([^()]*\))?"
)
"""What a message begins with."""


class Piece(NamedTuple):
    """One piece of homework as a cell states it; `minutes` is blank where the text states no time."""

    content: str
    minutes: Minutes
    label: Label
    classes: str = ""
    """The text that names the classes it is for, where the cell says so itself: «三1:20分钟;三2:25分钟»."""


def settled(pieces: list[Piece]) -> list[Piece]:
    """Times that stand alone joined with what they speak of: «共30分钟» below a list, «（20分钟）» on a line of its own."""
    joined: list[Piece] = []
    for piece in pieces:
        alone = not _content_of(piece) and piece.minutes.low is not None and not piece.minutes.nothing and not piece.classes
        if not alone or not joined:
            joined.append(piece)
            continue
        waiting = 0 if _is_called_sum(piece, joined) else _untimed_run(joined)
        if waiting:
            whole = joined[-waiting:]
            joined[-waiting:] = [_as_one(whole, piece.minutes)]
        elif not _is_sum(piece, joined):
            joined.append(piece)
    return joined


def without_headlines(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without what announces the first of them: «今日作业：», «家长好，今天作业如下：», «【9月21日作业】»."""
    first = pieces[0] if len(pieces) > 1 else None
    return list(pieces[1:] if first and first.minutes == BLANK and _HEADLINE.fullmatch(first.content) else pieces)


def without_remarks(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, what stands behind homework with its time and is none joined to it: «抄写20分钟⏎明早交»."""
    kept: list[Piece] = []
    for piece in pieces:
        before = kept[-1].label.subject if kept else ""
        is_homework = (
            piece.label not in (Label(), Label(subject=before))
            or piece.classes
            or piece.minutes != BLANK
            or not is_said_of_it(piece.content)
        )
        if is_homework or not kept or kept[-1].minutes.low is None:
            kept.append(piece)
        else:
            kept[-1] = kept[-1]._replace(content=f"{kept[-1].content},{piece.content}".strip(","))
    return kept


def _content_of(piece: Piece) -> str:
    is_all = _ALL.fullmatch(_ASIDE.sub("", piece.content)) and not piece.label.subject
    is_none = is_all or (_TOTAL.match(piece.content) and len(piece.content) < _LONGEST_TOTAL) or _POLITE.fullmatch(piece.content)
    return "" if is_none else piece.content


def _untimed_run(pieces: Sequence[Piece]) -> int:
    """How many pieces at the end wait for a time."""
    waiting = 0
    for piece in reversed(pieces):
        if piece.minutes.trouble != "blank":
            break
        waiting += 1
    return waiting


def _is_called_sum(piece: Piece, before: Sequence[Piece]) -> bool:
    """Whether a time calls itself a sum and is that of the written work with times before it, so that it is of no other."""
    if not _ASIDE.sub("", piece.content).endswith("合计"):
        return False
    return 0 < sum(one.minutes.high or 0 for one in before if _is_written(one)) == piece.minutes.high


def _is_sum(piece: Piece, before: Sequence[Piece]) -> bool:
    if _ALL.fullmatch(piece.content) or "书面" in piece.content:
        written = [one for one in before if _is_written(one)]
        is_called = _ASIDE.sub("", piece.content).endswith("合计")
        return (is_called or len(written) > 1) and sum(one.minutes.high or 0 for one in written) == piece.minutes.high
    highs = [one.minutes.high or 0 for one in before]
    return (
        (len(before) > 1 or piece.content != "")
        and piece.label == Label()
        and piece.minutes.high in (sum(highs), sum(one.minutes.low or 0 for one in before))
    )


def _is_written(piece: Piece) -> bool:
    said = piece.label
    return (said.kind or USUAL_KIND.get(said.subject, "written")) == "written" and not said.optional


def _as_one(pieces: Sequence[Piece], minutes: Minutes) -> Piece:
    """Several things to be done with one time: written unless all of them are said to be something else."""
    labels = {piece.label for piece in pieces}
    said = labels.pop() if len(labels) == 1 else Label(kind="written" if any(one.kind in ("", "written") for one in labels) else "")
    return Piece("；".join(piece.content for piece in pieces), minutes, said)


def summed(pieces: Sequence[Piece]) -> list[Piece]:
    """Without «计40» behind «语20 数20», which it proves; where it is more than all of them, what is missing is not known."""
    kept: list[Piece] = []
    for piece in pieces:
        total = _SUM_ALONE.fullmatch(piece.content) if piece.minutes.trouble == "blank" and kept else None
        if not total:
            kept.append(piece)
        elif int(total[1]) > sum(one.minutes.high or 0 for one in kept):
            kept.append(piece._replace(minutes=Minutes(trouble="words")))
    return kept


def without_nothing(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Without the «无» beside something that was set."""
    kept = [piece for piece in pieces if not piece.minutes.nothing]
    return kept or list(pieces[:1])
