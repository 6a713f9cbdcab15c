"""Turns a word into what it says of homework: its kind, place, layer, whether it is optional, whether it was set at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values import vocabulary as words
from homework_audit.values.boxes import chosen
from homework_audit.values.subjects import subject
from homework_audit.values.text import compact, plain, shown


class Label(NamedTuple):
    """What a word states; '' and None where it states nothing about that."""

    kind: str = ""
    place: str = ""
    layer: str = ""
    optional: bool | None = None
    subject: str = ""
    unset: bool = False
    """Whether it was withdrawn, and never set."""


class _Mark(NamedTuple):
    start: int
    end: int
    said: Label


_LETTERS, _AND = "甲乙丙丁", "[、,/和及与&+~-]"
_LAYER = re.compile(
    rf"(?<![a-z])([a-e](?:{_AND}?[a-e]){{0,4}})(?=层|组|类|级|卷|等)|^([a-e])$|([{_LETTERS}](?:{_AND}?[{_LETTERS}]){{0,4}})(?=层|组|类)"
    rf"|(基础|巩固|中等|提高|提升|拔高|培优|发展|进阶)(?=层|组|类|$|{_AND})|(拓展|挑战)(?=层|组)|([一二三](?:{_AND}?[一二三]){{0,4}})层|层次?([一二三abc123])"
)
_KIND_OF = {word: name for name, spellings in words.KINDS.items() for word in spellings}
_TITLE = re.compile(r"公示|清单|统计|汇总|一览|安排表|学校|[小中]学|年级|[\d)一二三四五六七八九十]班")
_NO_WRITING = re.compile(r"非书面|(?:不用?|无需|非)动笔|不用写")
_EXPERIMENTAL = re.compile(r"实验(?=班|[小中]学|学?校)|(?:操作|实验|探究|实践|观察|调查)(?=题|单|卷|册)")
_ANY_KIND = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_KIND_OF_WORK = re.compile(rf"(?<![、,和及与/])({_ANY_KIND})(?:性|类|型|家庭|课外|课后)*(?:作业|homework)")
_TITLE_PARTS = re.compile(r"[—–\-_\s()\[\]【】:·;。|]+")
_KIND_OF_ALL = re.compile(
    rf"(.*?)((?:{_ANY_KIND})(?:[、,和及与/](?:{_ANY_KIND}))*)(?:性|类|型|的|家庭|课外|课后|每日|每周)*(?:作业|homework)"
    r"(?:登记|记录|安排|公示|统计|汇总|一览|清单|布置|情况|内容|明细|台账|设计|时长|用时|时间|计划|报告|表|单|册|本|栏|log|list|[\d第年月日周~至]|[一二三四五六七八九十])*"
)
_DENIED = re.compile(r"[不非除另无免未没含]")
_EXCEPTION = re.compile(r"[(\[【,;][^()\[\]【】,;]*(?:[不除未]|(?<!包)含|另)[^()\[\]【】,;]*[)\]】]?")
_NOT_WRITTEN = re.compile(r"(?:不|非|无|没有?)[^,，。;；()（）]{0,4}书面")
_TO_WRITE = re.compile(
    r"(?:完成|做)[^,，。;；]{0,6}(?:课本|练习|第\d|[pP]\.?\d|题|卷)|抄|再写|写下|填写|列式|并写|计算题|做题|课后练习|练字|字帖|仿写|誊|竖式|解方程|批注|单元(?:检测|测[试验])|日记|作文|测验|试题|小卷|[题卷][一二两三四五六\d]|"
    + "|".join((*words.WRITING, *words.KINDS["written"]))
)
_MAY_BE_WRITTEN = re.compile(r"课后[题练]|生字|词语|单词|组词|造句|应用题|计算|学案|预习单|检测|测试|练习|批注|订正|报纸|《")
"""What is written unless somebody says that it is done aloud."""
_WITH_A_PEN = re.compile(r"抄|默写|书写|写字|写话|描红|试卷|练习册|练习题|习题|作业本|笔算|竖式|摘抄|周记|作文本")
_ALOUD = re.compile(r"[读诵背说讲听述唱谈念]|口[头算语答]|oral|read|recite|speak", re.IGNORECASE)
_TAKEN_HOME = re.compile(r"(?:[没未](?:写|做|完)|剩|不完)[^,，。;；]{0,8}(?:回家|带回|在家|家里)")
_NOT_COUNTED = re.compile(r"不(?:计入|计|算入|算|含|包括|属于)(?:在)?(?:家庭|课外)?书面")
"""«课外阅读(不计入书面)» is no written work."""
_EXCEPTED = re.compile(r"[选必][做作]题?(?:除外|以外|不算|不含)|(?:除|不含|不包括)[选必][做作]")
_NOT_OPTIONAL = re.compile(r"(?:非|不是|不可|不能|不)选[做作]?|non?t?-?optional")
_NOT_COMPULSORY = re.compile(r"(?:非|不是)必[做作]")
_STATES = dict.fromkeys(words.NOT_SET, False) | dict.fromkeys((*words.SET, *words.PENDING), True)
_NOT_TURNED_DOWN = re.compile(r"(?:未|没有?|不予|请?勿|不要)(?:退回|驳回|撤回|取消|作废|拒绝)")
_MENDED = re.compile(r"(?:退回|驳回).*(?:重新提交|重交|重报|已改正|已修改|已更正|后即?可)")
"""«退回修改，已重新提交»: turned down, and set all the same."""
_STATE = re.compile("|".join(sorted(_STATES, key=len, reverse=True)))
_BEFORE_REFUSED = (
    rf"[已被予以并后又再最终现经由均全→>\s\d./年月日-]|{'|'.join(sorted(_STATES, key=len, reverse=True))}|审[核批查]"
    r"|教[务导研]处?组?|年级组?|[\u4e00-\u9fff]{0,2}(?:主任|校长|组长|老师)|状态|结果|意见|超[量时标]|时间过?长|量[太过]?[大多]"
)
_REFUSED = re.compile(
    rf"(?>{_BEFORE_REFUSED}){{0,12}}(?:{'|'.join(sorted(words.NOT_SET, key=len, reverse=True))})"
    r"(?:$|了|[重修整调减]|请|后|不[予得]|给|本|该|此|当[天日]|[今明]|作业|布置|发布|原因|理由|[:：!~\s])"
)
_CLAUSES, _BRACKETS = re.compile(r"[,，。;；]"), re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_WORDS = re.compile(
    "|".join(sorted((*_KIND_OF, *words.OPTIONAL, *words.COMPULSORY, *words.SCHOOL, *words.HOME), key=len, reverse=True))
    + r"|(?P<filler>作业|只|的|完成|活动|类|层|[a-e甲乙丙丁]|基础|提高|题|部分|亲子|自主|时间|用时|[:、,/·|])"
)

_ITEMS = re.compile(r"[;。\n]|\(\d{1,2}\)|(?:^|(?<=[\s,、:)\u4e00-\u9fff])(?<!第))\d{1,2}[.、)](?!\d)")
_MARK = re.compile(r"[\[【(]([^\[\]【】()]{1,12})[\]】)]|(?:^|(?<=[\s,、\]】)]))([^:,。;、\s\[\]【】()]{1,8}):")
_SEVERAL = re.compile(r"[^,]*,|[^\u4e00-\u9fff]*[\u4e00-\u9fff].*? (?=[\u4e00-\u9fff])|.*[和及与](?:第?\d|[pP]\.?\d)", re.DOTALL)
"""What parts several things to be done within one item, so that a mark at its end may be that of the last one alone."""
_BETWEEN = " ,、."
_SEVERAL_TASKS = re.compile(r"[、+]|并(?!列)")
_EXTRA = re.compile(r"思考|拓展|挑战|提高|附加|奥数")
_BOOK = re.compile(r"(?:拓展|提高|提升|基础|挑战)(?:练习[册题卷]|试卷|习题|作业本)")
"""«拓展练习册» is the name of a book."""
_ENCOURAGED = re.compile(r"(?:鼓励|可选|建议|自愿|最好|尽量)(?:背诵|朗读|阅读|跟读|听读|观察|制作|锻炼)")
"""What is to be done besides, and no word of what stands before it."""
_SIGN_OF_MARK = re.compile(r"[(:\[【]")
_NOTHING_SAID = Label()


_REMARK_PARTS = re.compile(r"[,;。、()\[\]【】:!\s]+")
_NOT_IN_SUM = re.compile(r"不计|不算|未计|不纳入|不含在|自愿|不作要求|不要求|not(?:counted|included)")
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
    if _ENCOURAGED.search(word) or _BOOK.search(word):
        return False
    return not _WORDS.sub("", compact(word)) and label(word) is not None


@lru_cache(maxsize=65536)
def remark(text: str) -> Label | None:
    """What a remark beside homework says of it, if it says nothing else: «选做，不计入» is optional; None for any other remark."""
    parts = [part for part in _REMARK_PARTS.split(compact(text)) if part and not _NOT_IN_SUM.match(part)]
    said = label("".join(parts)) if parts and all(map(is_mark, parts)) else None
    return said if said and said.kind != "other" else None


@lru_cache(maxsize=65536)
def kind(text: str) -> str:
    """The kind that a text such as «书面作业» or «Oral» names, or ''. Two kinds at once with written count as written.

    In a title a kind counts only where it is said of homework: 实验小学 and 劳动路小学 set written work like others.
    """
    text = _NOT_COUNTED.sub("", _EXPERIMENTAL.sub("", compact(text)))
    if _NO_WRITING.search(text):
        return "practical"
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


@lru_cache(maxsize=65536)
def names_writing(text: str) -> bool:
    """Whether a text of homework names something to be written, whatever subject or mark it stands beside."""
    return _TO_WRITE.search(_NOT_WRITTEN.sub("", text)) is not None


def names_work(text: str) -> bool:
    """Whether a text of homework names something that is written unless somebody says that it is done aloud: 组词, 计算5题."""
    return names_writing(text) or _MAY_BE_WRITTEN.search(text) is not None


@lru_cache(maxsize=65536)
def cannot_be_spoken(text: str) -> bool:
    """Whether a text of homework names nothing but what is done with a pen: 抄写 and 练习册 are no 口头, whatever a column says."""
    return _WITH_A_PEN.search(text) is not None and _ALOUD.search(text) is None


@lru_cache(maxsize=65536)
def is_taken_home(text: str) -> bool:
    """Whether a text of homework sends home what is left of it: «没写完的回家写»."""
    return _TAKEN_HOME.search(text) is not None


@lru_cache(maxsize=4096)
def kind_of_title(text: str) -> str:
    """The kind of all homework below a title: that of «口头作业登记表», of a part such as «家庭口头», and of nothing else.

    A name, a remark («口头作业不填», «不含口头作业») or a word beside the homework («作业量调查表») makes no homework another kind.
    """
    for part in _TITLE_PARTS.split(compact(text)):
        found = _KIND_OF_ALL.fullmatch(part)
        if found and not _DENIED.search(found[1]):
            return kind(f"{found[2]}作业")
        if len(part) > 1 and is_mark(part) and (part == compact(text) or "作业" in text):
            return kind(part)
    return ""


def place(text: str) -> str:
    """Where it is to be done: "school", "home", or '' if the text does not say."""
    text = compact(text)
    if any(word in text for word in (*words.HOME, *words.UNFINISHED)):
        return "home"
    return "school" if any(word in text for word in words.SCHOOL) else ""


def layer(text: str) -> str:
    """The one layer (A, B, 甲, 基础…) that a text names; '' for none, and for several, which is everybody's work."""
    named = [next(group for group in groups if group) for groups in _LAYER.findall(compact(text))]
    found = {one for name in named for one in (re.findall(rf"[a-e{_LETTERS}一二三123]", name) or [name])}
    return found.pop().upper() if len(found) == 1 else ""


def optional(text: str) -> bool | None:
    """Whether a text says optional (True) or compulsory (False); None if neither, and both is compulsory."""
    if _EXCEPTED.search(compact(text)):
        return None
    rest = _NOT_COMPULSORY.sub("选做", _NOT_OPTIONAL.sub("必做", compact(text)))
    if any(word in rest for word in words.COMPULSORY):
        return False
    soft = words.LAYER_NAMES if layer(text) else ()
    return True if any(word in rest for word in words.OPTIONAL if word not in soft) else None


def was_set(text: str) -> bool | None:
    """Whether a state of approval means that the homework was set; None for a text that is no such state.

    Where a text tells several states, the last one holds: «退回修改后通过»; of boxes those that are ticked: «□同意 ☑退回».
    One that speaks of something else than the homework («取消罚抄», «曾退回», «2人未通过») does not say that it was turned down.
    """
    text = _NOT_TURNED_DOWN.sub("", compact(shown(chosen(text))))
    if _MENDED.search(text):
        return True
    clauses = [clause for clause in _CLAUSES.split(_BRACKETS.sub("", text) or text.strip("()[]【】")) if _STATE.search(clause)]
    if not clauses:
        return None
    return _STATES[_STATE.findall(clauses[-1])[-1]] or not _REFUSED.match(clauses[-1])


@lru_cache(maxsize=65536)
def marks(content: str) -> Label:
    """What the marks in a text of homework say of all of it.

    A mark speaks for one item of a text, one that stands alone for the items below it. Where several items stand
    together it counts only if every one bears it, so that «抄写生字；【口头】背诵» stays written work.
    """
    text = plain(content)
    if not _SIGN_OF_MARK.search(text):
        return _said_plainly(text)
    said: set[Label] = set()
    above = Label()
    for item in filter(None, (part.strip() for part in _ITEMS.split(text))):
        found = _marks_of(item)
        rest = _without(item, found)
        if found and not rest:
            above = _together([mark.said for mark in found], ())
        else:
            own = _item(item, found, rest) if found else above
            written = own.kind and names_writing(rest)
            said.add(own._replace(kind="written") if written else own)
    if len(said) <= 1:
        whole = said.pop() if said else above
        if whole.place == "school" and place(text) == "home":
            whole = whole._replace(place="")  # «【校内】没写完的回家写完»
        return whole if whole.kind else whole._replace(kind=_said_plainly(text).kind)
    return Label(kind="written") if any(one.kind == "written" for one in said) else Label()


_PLAIN_PARTS = re.compile(r"[,;。、+\s]|和|及|并|然后|再")
_NOT_ORAL = re.compile(r"(?:不用|无需|不是|除|先|不含|不包括|不计|不算|另|外加)[^,，。]{0,2}口头|口头(?:作业)?(?:除外|另)|(?:再|后)写")


def _said_plainly(text: str) -> Label:
    """«口诀口头背诵» says oral without any mark, unless something is to be written as well, or a part of it may be."""
    if "口头" not in text or names_writing(text) or any(word in text for word in words.KINDS["written"]) or _NOT_ORAL.search(text):
        return _NOTHING_SAID
    parts = [part for part in _PLAIN_PARTS.split(text) if part]
    return _NOTHING_SAID if any(names_work(part) and not _ALOUD.search(part) for part in parts) else Label(kind="oral")


def _marks_of(item: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(item):
        word = match[1] or match[2]
        said = label(word) if len(word) > 1 and is_mark(word) else None
        if said and said.kind != "other":
            found.append(_Mark(match.start(), match.end(), said._replace(subject="")))
    return found


def _without(item: str, found: Sequence[_Mark]) -> str:
    for mark in reversed(found):
        item = item[: mark.start] + item[mark.end :]
    return item.strip(_BETWEEN)


def _item(item: str, found: Sequence[_Mark], rest: str) -> Label:
    """Marks before everything else speak for the whole item, those behind it if it is one thing to be done."""
    lead, at = 0, 0
    while lead < len(found) and not item[at : found[lead].start].strip(_BETWEEN):
        at, lead = found[lead].end, lead + 1
    tail, at = len(found), len(item)
    while tail > lead and not item[found[tail - 1].end : at].strip(_BETWEEN):
        at, tail = found[tail - 1].start, tail - 1
    if _SEVERAL.match(rest) or _names_tasks(rest):
        tail = len(found)
    return _together([mark.said for mark in (*found[:lead], *found[tail:])], [mark.said for mark in found[lead:tail]])


def _names_tasks(text: str) -> bool:
    """Whether a text names several things to be written: «抄写第5课、练习册P12»; of «第3、4题» and «口算、思考题» nobody would say so."""
    parts = [part for part in _SEVERAL_TASKS.split(text) if names_writing(part) and not _EXTRA.search(part)]
    return len(parts) > 1


def _together(speaking: Sequence[Label], others: Sequence[Label]) -> Label:
    """What marks that speak for all say, unless others contradict: written, compulsory, home and everybody's work win."""
    every = [*speaking, *others]
    kinds = [said.kind for said in speaking if said.kind]
    choices = [said.optional for said in speaking if said.optional is not None]
    places = [said.place for said in speaking if said.place]
    layers = {said.layer for said in every if said.layer}
    return Label(
        kind="written" if any(said.kind == "written" for said in every) else next(iter(kinds), ""),
        place="home" if any(said.place == "home" for said in every) else next(iter(places), ""),
        layer=next((said.layer for said in speaking if said.layer), "") if len(layers) == 1 else "",
        optional=False if any(said.optional is False for said in every) else next(iter(choices), None),
    )
