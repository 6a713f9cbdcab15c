"""Turns a word into what it says of homework: its kind, place, layer, whether it is optional."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values import vocabulary as words
from homework_audit.values.expressions import expression
from homework_audit.values.subjects import subject
from homework_audit.values.text import compact
from homework_audit.values.wording import names_work


class Label(NamedTuple):
    """What a word states; '' and None where it states nothing about that."""

    kind: str = ""
    place: str = ""
    layer: str = ""
    optional: bool | None = None
    subject: str = ""
    unset: bool = False
    """Whether it was withdrawn, and never set."""


_LETTERS, _AND = "甲乙丙丁", "[、,/和及与&+~-]"
_LAYER = expression(
    rf"(?<![a-z])([a-e](?:{_AND}?[a-e]){{0,4}})(?=层|组|类|级|卷|等)|^([a-e])$|([{_LETTERS}](?:{_AND}?[{_LETTERS}]){{0,4}})(?=层|组|类)"
    rf"|(基础|巩固|中等|提高|提升|提优|拔高|培优|发展|进阶)(?=层|组|类|$|{_AND})|(拓展|挑战)(?=层|组)|([一二三](?:{_AND}?[一二三]){{0,4}})层|层次?([一二三abc123])"
)
_KIND_OF = {word: name for name, spellings in words.KINDS.items() for word in spellings}
_TITLE = expression(r"公示|清单|统计|汇总|一览|安排表|学校|[小中]学|年级|[\d)一二三四五六七八九十]班")
_NO_WRITING = expression(r"[非不]书面|(?:not|non)-?written|(?:不用?|无需|非)动笔|不用写|^不写(?:的(?:作业)?)?$|^免写$")
_EXPERIMENTAL = expression(r"实验(?=班|[小中]学|学?校)|(?:操作|实验|探究|实践|观察|调查)(?=题|单|卷|册)|其[他它余](?=学科|科目?|各科|课程)")
_ANY_KIND = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_UNWRITTEN = "|".join(sorted((word for word, name in _KIND_OF.items() if name != "written"), key=len, reverse=True))
_NOT_THIS_KIND = expression(rf"(?:非|除了?|不含)(?:{_UNWRITTEN})(?:作业)?(?:[以之]?外)?|(?:{_UNWRITTEN})(?:作业)?(?:除外|[以之]外的?)")
"""«非口头作业时长», «口头作业以外的作业»."""
_WITH_OTHERS = expression(rf"(?:家庭|文化课|学科|书面|[语数英]{{2,3}})作业[与和及、/+](?:{_UNWRITTEN})作业")
_KIND_OF_WORK = expression(rf"(?<![、,和及与/])({_ANY_KIND})(?:性|类|型|家庭|课外|课后)*(?:作业|homework)")
_TITLE_PARTS = expression(r"[—–\-_\s()\[\]【】:·;。|]+")
_KIND_OF_ALL = expression(
    rf"(.*?)((?:{_ANY_KIND})(?:[、,和及与/](?:{_ANY_KIND}))*)(?:性|类|型|的|家庭|课外|课后|每日|每周)*(?:作业|homework)"
    r"(?:登记|记录|安排|公示|统计|汇总|一览|清单|布置|情况|内容|明细|台账|设计|时长|用时|时间|计划|报告|表|单|册|本|栏|log|list|[\d第年月日周~至]|[一二三四五六七八九十])*"
)
_TASK_OF_A_KIND = expression(r"(?:^|(?<=[\s(（【\[,，;；。]))([^\s:：()（）【】]{1,8})[:：]([^\s()（）【】]+)")
_ASKS_FOR_KIND = expression(r"作业|类[型别]|形式|性质|方式|种类|范围|要求")
_LONGEST_LEGEND = 300
_SAID_BY_MARKS = rf"(?:{_ANY_KIND}|选[做作]|可选|必[做作]|{'|'.join(words.OPTIONAL)})"
_MARKS_EXPLAINED = expression(
    r"(?:[【\[(（「“\"][^【】\[\]()（）「」“”\"]{1,2}[】\])）」”\"]|[^;；。,，\s]{0,12}(?:[带标打加画]有?[^;；。,，\s]{1,4}|斜体|粗体|[红橙黄绿蓝紫灰黑]\S?|底纹|下划线)的?|[^\s;；。,，]{1,3}(?=[=＝]))"
    rf"\s*[=＝:：]?\s*(?:[为是]|表示|代表|指)?{_SAID_BY_MARKS}[^;；。\s【\[（(]*"
    r"|[^;；。,，\s]{0,12}(?:其余|[未没不]标|未注明|无标记)[^;；。\s]*"
)
"""«【口】口头 【选】选做», «带△的是口头作业», «没标的都是书面»: what marks in the table mean, and no word for all of it."""
_PLACE_OF_ALL = expression(r"班|年级|月|周|日$|表$")
_DENIED = expression(r"[不非除另无免未没含]")
_BESIDE_OTHERS = expression(r"作业|[与和及、,/+]$|书面")
"""What stands before the kind of some of the homework alone: «书面作业与口头作业登记表»."""
_EXCEPTION = expression(r"[(\[【,;][^()\[\]【】,;]*(?:[不除未]|(?<!包)含|另)[^()\[\]【】,;]*[)\]】]?")
_NOT_COUNTED = expression(r"不(?:计入|计|算入|算|含|包括|属于?)(?:在)?(?:家庭|课外)?书面")
"""«课外阅读(不计入书面)» is no written work."""
_LEFT_AT_SCHOOL = expression(r"(?:不|无需|不用)(?:必|得)?(?:带|拿)?回家|不带回")
_MIXED = expression(
    r"为主|主要|多为|部分(?:口头|非?书面|阅读|实践)|半口头|结合|或书面|书面或|并书面|含书面|需笔|要笔|均可|[?？]"
    r"|[(（+与和及、][^()（）]*(?:写|抄|计算|报告|批注|练)|[与和及]其[他它余]|[听说读背][、/]?写"
)
"""«口头为主», «口头或书面», «阅读及其他作业»: some of it is or may be written."""
_WRITING_TOO = expression(r"[含与和及、/(]书面(?!作业另)|书面[(与和及、/]")
_PARTLY = expression(r"优先|[%％]|为主|一半|大部|基本|主要|[、/,，和及\s]回?家|[家写做]\d")
"""«校内做一半», «校内、家»: some of it is done at home."""
_OF_EVERYBODY = expression(r"(?:全班|人人|都|均|全部?)(?:要|需|须)?(?:做|交|完成)|[须需要]上?交|部分选[做作]|选[做作](?:一半|部分)")
"""«选做（全班均做）» and «部分选做» leave something that everybody does."""
_ANOTHER = (
    r"(?:(?:课外|亲子|每[天日])?(?:朗读|阅读|读书|背诵|体育?锻炼|锻炼|体育(?:活动|运动)?|跳绳|运动|家务(?:劳动)?|劳动|实践|拍照|视频|上传|打卡|打印|观看"
    r"|微课|课后服务|社团|口头|家长(?:检查|签字|陪读))(?:作业|活动|任务)?[、和及与]?)+"
)
_OF_ANOTHER_PART = expression(rf"{_ANOTHER}[:：(（\s]?(?:均|都|为)?(?:自愿|可选|选[做作]|鼓励)(?:参加|上传|完成)?[)）]?")
"""«朗读自愿», «体育锻炼：自愿» say of that alone that it is optional."""
_NONE_OF_A_KIND = expression(rf"{_ANOTHER}[:：(（\s]?(?:无|没有|详?见[^\s()（）]*|另[^\s()（）]*)[)）]?(?=\s|$)")
_EXCEPTED = expression(r"[选必][做作]题?(?:除外|以外|不算|不含)|(?:除|不含|不包括)[选必][做作]")
_NOT_OPTIONAL = expression(r"(?:非|不是|不可|不能|不|没有|无)选[做作]?(?!的)|non?t?-?optional")
_NOT_COMPULSORY = expression(r"(?:非|不是)必[做作]")
_AT_SCHOOL = (
    r"(?:已经?|都|均|利用|放|改|安排|在)*(?:第[一二三四五六七八九十\d]节)?(?:课堂|课上|当堂|学校|教室|课后服务|托管|延时|晚自习|自习课|午自习|大课间)"
    r"(?:班|课)?(?:上|里|内|中|时段|时间?|期间)*(?:已经?|都|全部)*(?:写|做|抄)?(?:完成?|好|掉)?了?"
)
"""«第8节课上写完», «已在课后服务时间做完了»."""
_ALL_AT_SCHOOL = expression(_AT_SCHOOL)
_WORDS = expression(
    f"(?P<school>{_AT_SCHOOL})|"
    + "|".join(sorted((*_KIND_OF, *words.OPTIONAL, *words.COMPULSORY, *words.SCHOOL, *words.HOME), key=len, reverse=True))
    + r"|(?P<filler>(?:非|不(?:属于?)?)书面|做完|写完|不带回家?|(?:不用?|无需)动笔|作业|只|的|已|[与和及或等]|完成|活动|类|层"
    r"|[a-e甲乙丙丁]|基础|巩固|提高|提升|提优|培优|拔高|题"
    r"|部分|学有余力|有余力|同学|亲子|自主|另做|不用写|不写|时间|用时|商品|菜品|套餐|菜单|[:、,/·|])"
)
_BOOK = expression(r"(?:拓展|提高|提升|基础|挑战)(?:练习[册题卷]|试卷|习题|作业本)")
"""«拓展练习册» is the name of a book."""
_ENCOURAGED = expression(r"(?:鼓励|可选|建议|自愿|最好|尽量)(?:背诵|朗读|阅读|跟读|听读|观察|制作|锻炼)")
"""What is to be done besides, and no word of what stands before it."""
_REMARK_PARTS = expression(r"[,;。、()\[\]【】:!\s]+")
_OF_A_PART = expression(r"[题页卷\d]|最后|部分|其余|除|必做|另|也|再[做写抄]")
_NOT_IN_SUM = expression(r"不计|不算|未计|不纳入|不含在|自愿|不作要求|不要求|not(?:counted|included)")
"""What a remark may add to a mark that says the same."""


@lru_cache(maxsize=65536)
def label(text: str) -> Label | None:
    """What a short text states, or None if it is none of the words of the vocabulary."""
    text = compact(text)
    found = Label(kind(text), place(text), layer(text), optional(text), subject(text) or "")
    return found if found != Label() else None


def joined_labels(outer: Label, inner: Label) -> Label:
    """What the nearer words say, and what those around them say where they are silent."""
    return Label(
        inner.kind or outer.kind,
        inner.place or outer.place,
        inner.layer or outer.layer,
        outer.optional if inner.optional is None else inner.optional,
        inner.subject or outer.subject,
        inner.unset or outer.unset,
    )


@lru_cache(maxsize=65536)
def is_mark(word: str) -> bool:
    """Whether a word is nothing but words of kind, place, layer and choice: «含背诵» and «阅读P12» are not, nor is «鼓励背诵»."""
    if _ENCOURAGED.search(word) or _BOOK.search(word) or _OF_ANOTHER_PART.fullmatch(compact(word)):
        return False
    return not _WORDS.sub("", compact(word)) and label(word) is not None


def speaks_of_another_part(text: str) -> bool:
    """Whether a text says of something beside the homework that it is optional: «朗读自愿»."""
    return _OF_ANOTHER_PART.fullmatch(compact(text)) is not None


@lru_cache(maxsize=65536)
def remark(text: str) -> Label | None:
    """What a remark beside homework says of it, if it says nothing else: «选做，不计入» is optional; None for any other remark."""
    task = _TASK_OF_A_KIND.match(compact(text))
    if task and not _speaks_for_all(task[1], task[2]):
        return None  # «口头作业：朗读课文» is homework besides
    parts = [part for part in _REMARK_PARTS.split(compact(text)) if part and not _NOT_IN_SUM.match(part)]
    if len(parts) > 1 and is_mark(parts[0]) and not any(map(_may_say_otherwise, parts[1:])):
        parts = parts[:1]  # «口头，组长明早听»
    said = label("".join(parts)) if parts and all(map(is_mark, parts)) else None
    return said if said and said.kind != "other" else None


def _may_say_otherwise(part: str) -> bool:
    """Whether what follows a mark in a remark may be homework of its own, or say that the mark is of a part alone."""
    return names_work(part) or _OF_A_PART.search(part) is not None or is_mark(part)


@lru_cache(maxsize=65536)
def kind(text: str) -> str:
    """The kind that a text such as «书面作业» or «Oral» names, or ''. Two kinds at once with written count as written.

    In a title a kind counts only where it is said of homework: 实验小学 and 劳动路小学 set written work like others.
    """
    text = _NOT_THIS_KIND.sub("", _NOT_COUNTED.sub("", _EXPERIMENTAL.sub("", compact(text))))
    if _WITH_OTHERS.search(text):
        return "written"
    if _NO_WRITING.search(text) and not text.endswith(("?", "？")):
        return "written" if "书面" in _NO_WRITING.sub("", text) else "practical"
    if _MIXED.search(text) and any(word in text for word in _KIND_OF):
        return "written"
    if any(word in text for word in words.KINDS["written"]):
        return "written"
    found = _KIND_OF_WORK.search(text) if _TITLE.search(text) else None
    if found or _TITLE.search(text):
        return _KIND_OF[found[1]] if found else ""
    return next((name for word, name in _KIND_OF.items() if word in text), "")


@lru_cache(maxsize=16384)
def without_exceptions(text: str) -> str:
    """A heading without what it excepts or includes: «时长（分钟，不含口头）» is no time of oral work."""
    return _EXCEPTION.sub("", compact(text))


@lru_cache(maxsize=4096)
def without_tasks(text: str) -> str:
    """A title without what it sets of its own: «三(1)班作业（体育：跳绳200个）» says of no other homework that it is sport."""
    text = _NONE_OF_A_KIND.sub("", _OF_ANOTHER_PART.sub("", _MARKS_EXPLAINED.sub("", text) if len(text) <= _LONGEST_LEGEND else text))
    return _TASK_OF_A_KIND.sub(
        lambda found: found[0] if _speaks_for_all(found[1], found[2]) else found[0][: -len(found[1]) - len(found[2]) - 1], text
    )


def _speaks_for_all(mark: str, behind: str) -> bool:
    """Whether what stands before a colon is no kind of homework, or what follows names none."""
    said = label(mark) if is_mark(mark) else None
    if said is None:
        told = label(behind) if is_mark(behind) else None
        return told is None or told.kind in ("", "written") or _ASKS_FOR_KIND.search(mark) is not None
    if said.kind in ("", "written"):
        return True
    told = label(behind) if is_mark(behind) else None
    return (told is not None and bool(told.kind or told.place)) or _PLACE_OF_ALL.search(behind) is not None


@lru_cache(maxsize=4096)
def kind_of_title(text: str) -> str:
    """The kind of all homework below a title: that of «口头作业登记表», of a part such as «家庭口头», and of nothing else.

    A name, a remark («口头作业不填», «不含口头作业») or a word beside the homework («作业量调查表») makes no homework another kind.
    """
    if _WRITING_TOO.search(_NO_WRITING.sub("", compact(text))):
        return ""
    for part in _TITLE_PARTS.split(compact(text)):
        found = _KIND_OF_ALL.fullmatch(part)
        if found and not _DENIED.search(found[1]) and not _BESIDE_OTHERS.search(found[1]):
            return kind(f"{found[2]}作业")
        if len(part) > 1 and is_mark(part) and (part == compact(text) or "作业" in text):
            return kind(part)
    return ""


def place(text: str) -> str:
    """Where it is to be done: "school", "home", or '' if the text does not say."""
    text = _LEFT_AT_SCHOOL.sub("", compact(text))
    if any(word in text for word in (*words.HOME, *words.UNFINISHED)):
        return "home"
    if not any(word in text for word in words.SCHOOL) and not _ALL_AT_SCHOOL.fullmatch(text):
        return ""
    return "home" if _PARTLY.search(text) else "school"


def layer(text: str) -> str:
    """The one layer (A, B, 甲, 基础…) that a text names; '' for none, and for several, which is everybody's work."""
    named = [next(group for group in groups if group) for groups in _LAYER.findall(compact(text))]
    found = {one for name in named for one in (re.findall(rf"[a-e{_LETTERS}一二三123]", name) or [name])}
    return found.pop().upper() if len(found) == 1 else ""


def optional(text: str) -> bool | None:
    """Whether a text says optional (True) or compulsory (False); None if neither, and both is compulsory."""
    if _EXCEPTED.search(compact(text)) or (_OF_EVERYBODY.search(compact(text)) and any(word in text for word in words.OPTIONAL)):
        return None
    text = _OF_ANOTHER_PART.sub("", compact(text))
    rest = _NOT_COMPULSORY.sub("选做", _NOT_OPTIONAL.sub("必做", compact(text)))
    if any(word in rest for word in words.COMPULSORY):
        return False
    soft = words.LAYER_NAMES if layer(text) else ()
    return True if any(word in rest for word in words.OPTIONAL if word not in soft) else None
