"""Turns what columns, headings and marks say of one piece of homework into its kind, place, layer and whether it is optional."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, get_args

from homework_audit.models.reading import Kind, Place
from homework_audit.values import labels
from homework_audit.values.boxes import answer
from homework_audit.values.expressions import expression
from homework_audit.values.sheet_words import CHOICE_SIGNS, KIND_SIGNS
from homework_audit.values.text import Cell, compact, shown
from homework_audit.values.vocabulary import USUAL_KIND


class Traits(NamedTuple):
    """What homework is, with `kind_assumed` where nobody said its kind."""

    kind: Kind
    kind_assumed: bool
    place: Place
    layer: str
    optional: bool


class Stated(NamedTuple):
    """The texts that may state a trait: the cells of a row's columns, and what headings and titles say of all rows."""

    kind: Cell = ""
    kind_heading: str = ""
    place: Cell = ""
    layer: Cell = ""
    requirement: Cell = ""
    requirement_heading: str = ""
    place_heading: str = ""
    marks: labels.Label = labels.Label()
    label: str = ""
    heading_kind: str = ""
    heading_place: str = ""
    title_kind: str = ""
    title_place: str = ""
    title_optional: bool | None = None
    remark: str = ""
    writes: bool = False
    """Whether the homework itself names something to be written."""
    by_pen: bool = False
    """Whether it names nothing else, so that it is no spoken homework whatever its column says."""
    goes_home: bool = False
    """Whether it says that what is left of it is done at home."""


_QUESTION = expression(r"[yY]/[nN]|是/否|是否|[吗么]|与否|不写|不动笔|不要")
_TYPE, _LETTER = expression(r"类型|题型|类别"), expression(r"[a-eA-E甲乙丙丁]|[层组]")
"""«基础巩固» and «能力提升» under 作业类型 are two homeworks, not layers, unless they are called so."""
_OF_A_PART = expression(r"第|最后|末尾|其中|部分|[\d一二两三]道?题")
"""«最后一题选做» leaves the rest of the homework compulsory."""
_OF_WRITING = expression(r"[写笔]|书面")
KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_WRITTEN_TOO = expression(r"[写做题算卷练抄默填记]|材料|已发|上传|报告|批注|非(?!书面)|不是")


@lru_cache(maxsize=65536)
def traits_of(stated: Stated, subject: str) -> Traits:
    """The traits, each from the most particular text that states it; what nobody states is written, home, compulsory."""
    texts = [labels.label(stated.label) or labels.Label(), _kind_told(_kind_text(stated))]
    marks, remark = stated.marks, labels.remark(stated.remark) or labels.Label()
    required = shown(stated.requirement)
    asked = labels.label(required) if labels.is_mark(compact(required)) else None  # «实践» under 要求, beside 必做 and 选做
    named = [*texts, marks, remark, asked._replace(optional=None) if asked else labels.Label()]
    kind = next((said.kind for said in named if said.kind), "") or stated.heading_kind
    kind = "written" if kind == "other" and stated.writes else kind  # «其他» beside 抄写 may be anything but unwritten
    kind = "written" if kind == "oral" and stated.by_pen else kind
    kind = kind or ("" if stated.writes else USUAL_KIND.get(subject, "") or stated.title_kind)
    places = [_yes_no_place(stated), *(said.place for said in named), stated.heading_place, stated.title_place]
    of_kind = "" if _TYPE.search(stated.kind_heading) and not _LETTER.search(shown(stated.kind)) else texts[1].layer
    layers = [texts[0].layer, labels.layer(shown(stated.layer)), of_kind, marks.layer, remark.layer]
    choices = [
        texts[0].optional,
        _requirement(stated),
        labels.optional(shown(stated.layer)),
        texts[1].optional,
        marks.optional,
        remark.optional,
        stated.title_optional,
    ]
    return Traits(
        KINDS.get(kind, "written"),
        not kind,
        "school" if not stated.goes_home and next((place for place in places if place), "home") == "school" else "home",
        next((layer for layer in layers if layer), ""),
        next((choice for choice in choices if choice is not None), False),
    )


def _kind_told(text: str) -> labels.Label:
    """What a cell of kinds says; one that names writing beside, or denies a kind, is written work: «口头+练习», «非口头»."""
    if sign := KIND_SIGNS.get(compact(text).removesuffix("的")):
        return labels.Label(kind=sign)
    if labels.speaks_of_another_part(text):
        return labels.Label()
    said = labels.label(CHOICE_SIGNS.get(compact(text), text)) or labels.Label()
    doubtful = said.kind not in ("", "written") and not labels.is_mark(text) and _WRITTEN_TOO.search(compact(text))
    return said._replace(kind="written") if doubtful else said


def _kind_text(stated: Stated) -> str:
    """The kind that its column names; under «是否书面» the cells are yes and no."""
    text, said = shown(stated.kind), answer(stated.kind)
    if not _QUESTION.search(stated.kind_heading):
        return text
    named = "书面" if _OF_WRITING.search(stated.kind_heading) else stated.kind_heading.replace("是否", "")
    return text if said is None else named if said else f"非{named}"


def _yes_no_place(stated: Stated) -> str:
    """The place that its column names; under «是否家庭作业» the cells are yes and no."""
    said, heading = answer(stated.place), labels.place(stated.place_heading)
    if heading and said is not None:
        return heading if said else "school" if heading == "home" else "home"
    return labels.place(compact(shown(stated.place)))


def _requirement(stated: Stated) -> bool | None:
    """Whether a column such as 必做/选做 or «是否必做» makes the row optional."""
    text = compact(shown(stated.requirement))
    text = CHOICE_SIGNS.get(text, text)
    if _OF_A_PART.search(text):
        return None
    said, heading = answer(stated.requirement), compact(stated.requirement_heading)
    asks_for_optional = "选做" in heading and "必做" not in heading
    return labels.optional(text) if said is None else said == asks_for_optional
