"""Turns the heading of a column into the field it is about: «5. 今日书面作业预计时长（分钟）（必填）» → minutes, written, an estimate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from homework_audit.values import heading_words, labels
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import read_minutes, says_nothing
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact


class Heading(NamedTuple):
    """What a heading says; `unit` is that of bare numbers below it ("minutes", "hours", "quarters" or '')."""

    field: str
    unit: str = ""
    kind: str = ""
    place: str = ""
    estimate: bool = False
    each: bool = False
    """Whether minutes below it are those of one homework, of which a row may name several: «时长（每项）»."""
    daily: bool = False
    """Whether minutes below it are those of each day until the homework is due: «每天时长»."""
    final: bool = False
    """Whether minutes below it were fixed by somebody who may, and take the place of those that were asked for: «核定用时»."""


_LONGEST_TAIL, _LONGEST_PARTICLE, _LONGEST_ENDING = 6, 3, 30
Extra = tuple[tuple[str, str], ...]
"""Words of the configuration, each behind the field that it heads."""
LONGEST_HEADING = 40
"""Characters: a longer text is homework or a note, not a heading."""

_NUMBERED = expression(r"^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]")
_MARK = expression(r"\((?:必填|选填|单选|多选|填空|没有填.*?|如.*?|例.*?|\*)\)|\*|:$")
_BRACKET = expression(r"[(\[【][^)\]】]*[)\]】]")
_EXPLAINED = expression(r"[\u4e00-\u9fff]{2,5}[(\[【]([^()\[\]【】]{2,})[)\]】]")
_WITH_KIND = expression(r"(?!.一.\()([\u4e00-\u9fff]{2,5})\(([\u4e00-\u9fff]{2,4})\)")
_OF_NO_HOMEWORK = expression(r"[数量率人次页字级班周日天月计]$|情况|要求|方式|反馈|来源|教辅|书名|地点")
_MINUTES = expression(r"分钟|[(/\[]分[)\]]|/分$|min")
_QUARTERS = expression(r"[(\[/]刻钟?(?:[)\]]|$)")
_HOURS = expression(r"(?<!学)小时|hours?|[(/\[]h(?:rs?)?[)\]]|/h$")
_COUNTED = expression(r"[(/\[](?:[题道页份张项篇个次字本秒])(?:数|[)\]]|$)")
"""«作业量（题）» counts exercises, «用时（秒）» is a form's own measure."""
_OF_A_VALUE = expression(r"\d(?:分|min|小时|['′])|第\d|月.{1,3}日|《|:.")
_PROMPT = expression(r"请(?:您|如实|准确|认真|在此)*(?:填写|填报|填|输入|选择)")
_ASIDE = expression(r"实际|实测|合计|累计|总计|actual|total")
_FINAL = expression(rf"{heading_words.ADJUSTED}|(?:执行|最终)(?:时长|用时|时间)")
_STAMP = expression(r"(?:start|end|completion|submission|submit|modified)time$|submi(?:t|ssion)")
_TAIL = expression(
    r"[\d一二三四五()]*|描述|要点|说明|安排|明细|详情|如下|填写|布置|列表|清单|[及与和](?:约需|预计|所需)?(?:要求|工夫|用时|时间|时长|分钟)|是什么|有哪些"
)
"""What may follow the word for the content: 作业等级 and 作业公示 are about something else."""
_OF_ONE = expression(
    r"(?:每[页题遍次张课篇首组份个]|单[项题页张课次遍份])(?:约|预计)?(?:用时|时长|时间|耗时|分钟|约?需要?)|[(\[](?:每|单)[题遍页张首组份个课篇次][)\]]$"
)
"""«每页用时»: how long all of it takes is not said."""
_OF_THE_FORM = expression(r"填[报写表]|统计|公示|上报|报送|登记|审[核批]")
"""«填报截止时间» is the deadline of who fills in the form."""
_OF_EACH = expression(r"每[项件条]")
_OF_EACH_DAY = expression(r"每[天日晚]|日均")
_SAYS_THE_UNIT = expression(r"(?:时[长间]|用时)(?:的?单位|均?以|均?为)")
_SEVERAL_MINUTES = expression(
    r"[(\[][×x*]?(?:5|10|15|20|30|五|十)分钟(?:为单位)?[)\]]|单位[:为是]?(?:\d+|五|十)分钟|[每一][格个](?:代表|表示|为|=)?(?:\d+|五|十)分"
)
_LOWER_END, _UPPER_END = expression(r"下限|最短|最少"), expression(r"(?:用时|时长|时间|预计).*(?:上限|最长|最多)")
_SPOKEN = tuple(
    (field, expression(pattern))
    for field, pattern in {
        "content": r"(?:今[天日])?(?:在校|在?学校|课[上堂]|回家|在家|家里)?(?:要|得|该)?(?:做|写|留|布置|干|练)了?"
        r"(?:的|什么|啥|哪些)(?:题目?|作业|功课|内容|活儿?)?"
        r"|(?:作业|功课)?(?:写|做)些?什么|(?:书面|口头|家庭)?(?:作业|功课)[是有](?:什么|啥|哪些)|活儿?|题",
        "subject": r"(?:哪|什么)?一?(?:科|门)课?",
        "class": r"给?(?:哪[个几]?个?|几)班|section",
        "date": r"(?:何时|什么时候)(?:布置|留)的?|几月几号|[几哪]号"
        r"|[您你]?(?:填报|填写|上报|登记)?(?:的是)?哪一?[天日](?:老师)?(?:布置|留)?的?(?:作业|功课)?"
        r"|(?:留|布置)(?:作业|功课)?的?(?:日子?|那天|日期)",
        "kind": r"写不写|动不动笔|(?:是否|要)?动笔(?:与否|吗|么)?\??|要不要写"
        r"|[写说读背听笔口]的?(?:(?:/|还是|或|、)(?:[写说读背听笔口做]{1,2}|动[手口])的?)+",
        "layer": r"给?(?:谁|哪些人)来?做",
        "requirement": r"做不做|必/?选",
        "status": r"(?:副?校长|教务处?|教导处?|教研组?|(?:年级|教研|备课)?组长?|年级|学校)*审[核批]",
        "other": r"谁(?:来)?(?:留|布置|填|批|收|写)的?|.*[批收看]没|.*[批收看]过",
        "minutes": r"(?:大[概约]|约|估计|打算)?(?:要|得|需要?|会|能)?(?:花|用|[做写]完?|完成|费)?[掉要得]?"
        r"(?:多久|多[长少]时间|[多几]少?分钟?)"
        r"|(?:回家|在家)(?:还[需要得]|剩余|大约)(?:写|做|完成)?(?:的?(?:时间|时长|用时|分钟))?"
        r"|(?:做完|写完)?(?:要|得|需要?)(?:花|用|费)?(?:的?时间)?|预备(?:时间|用时|时长)",
    }.items()
)
"""Headings as people say them: «要做的», «谁留的», «写不写», «做完要(分)»."""
_YES_OR_NO = expression(r"^(?:是否)?((?:书面|口头|必做|选做|有效)(?:作业)?)\((?:y/n|是/否)\)$")
"""«书面(Y/N)»."""
_PER_UNIT = expression(r"/(?:分钟?|min)$")
_JUDGEMENT = expression(
    r"\d{2,3}分钟?(?:以|之)?内\??$|是否(?:超|达标|合格|合规|符合|正常|在.*内)|(?:within|over|above|exceeds?)(?:the)?(?:limit|cap|\d+(?:min\w*)?)\??$"
)
_OTHERS_OPINION = expression(r"家长|学生|提交|完成|批改|订正|打印|附件|文件|图片|上传|通知")
"""Whose opinion turns no homework down; how far it was handed in or marked says nothing of that either."""
_OF_CORRECTIONS = expression(r"订正|补交|改错")
"""«订正截止» is later than the day by which homework is to be done."""
_TELLS_THE_DAY = expression(r"哪|抽查日期|(?:抽|核|督)查的?[日天]")
_LESSONS_OWN = expression(r"教学(?!作业).*(?:内容|课题)|(?:节次|课时|授课|上课)内容")
"""What was taught, beside what was set."""
_CHINESE, _ENGLISH = r"([^\x00-\x7f][^\n()（）]*(?:[(（][^\n()（）]*[)）])?)", r"([A-Za-z][A-Za-z .&'/-]*(?:\([ -~]*\))?)"
_TWO_TONGUES = expression(rf"{_CHINESE}\n{_ENGLISH}|{_ENGLISH}\n{_CHINESE}")
"""«核定用时» and «Approved (min)» below it: the Chinese says what it is, the brackets of both in what unit."""
_ASCII_WORD = expression(r"[a-z]")


class _Vocabulary(NamedTuple):
    """The words for each field, and how long the longest of them is."""

    fields: Mapping[str, str]
    longest: int


@lru_cache(maxsize=1)
def _vocabulary(extra: Extra) -> _Vocabulary:
    spellings = {word: field for field, known in heading_words.HEADINGS.items() for word in known}
    fields = spellings | {compact(word): field for field, word in extra}
    return _Vocabulary(fields, max(map(len, fields)))


@lru_cache(maxsize=16384, typed=True)
def heading(value: Cell, extra: Extra = ()) -> Heading | None:
    """What the cell would be about if it stood above a column; None if it is no known heading.

    `extra` holds (field, word) pairs from the configuration.
    """
    if not isinstance(value, str) or not value or len(value) > LONGEST_HEADING:
        return None
    text = _YES_OR_NO.sub(r"是否\1", _MARK.sub("", _NUMBERED.sub("", compact(value).replace("_", ""))).rstrip("."))
    bare = _BRACKET.sub("", text) or text
    field = _named(text, bare, _vocabulary(extra)) or _of_a_kind(text)
    if not field and (two := _TWO_TONGUES.fullmatch(value)):
        return heading(f"{two[1] or two[4]}{''.join(_BRACKET.findall(two[2] or two[3]))}", extra)
    if not field or (len(bare) > 1 and _is_value(value, bare)):
        return None
    unit = {"时": "hours", "分": "minutes"}.get(bare) or unit_of(text)
    field = _meant(field, text, _PROMPT.sub("", bare), unit)
    estimate = any(word in text for word in heading_words.ESTIMATE)
    said = labels.without_exceptions(text)
    return Heading(
        field,
        unit,
        labels.kind(said),
        labels.place(said),
        estimate,
        _OF_EACH.search(text) is not None,
        _OF_EACH_DAY.search(text) is not None,
        _FINAL.search(text) is not None,
    )


def _named(text: str, bare: str, vocabulary: _Vocabulary) -> str:
    """The field that a heading names, with its brackets or without: `bare` is the text without them."""
    if is_judgement(bare):
        return "other"
    said = _PER_UNIT.sub("", bare)
    spoken = next((field for field, pattern in _SPOKEN if pattern.fullmatch(said)), "")
    is_fixed = unit_of(text) == "minutes" and _FINAL.search(bare) and not _ASCII_WORD.search(bare)
    fixed = "minutes" if is_fixed else ""  # «年级组协调后审定（分钟）»
    return spoken or _field(bare, vocabulary) or fixed or _explained(text, vocabulary.fields)


def _of_a_kind(text: str) -> str:
    """«听读（口头）» and «动笔写（书面）» head homework, whatever somebody calls it; «语文（口头）» is a subject."""
    found = _WITH_KIND.fullmatch(text)
    is_kind = found is not None and labels.is_mark(found[2]) and labels.kind(found[2]) != ""
    return "content" if found and is_kind and subject(found[1]) is None and not _OF_NO_HOMEWORK.search(found[1]) else ""


def _explained(text: str, vocabulary: Mapping[str, str]) -> str:
    """What the brackets behind a name of somebody's own say that it means: «商品（作业内容）», «标价（预计用时）»."""
    found = _EXPLAINED.fullmatch(text)
    if not found or unit_of(found[1]):
        return ""
    return next(
        (field for word, field in vocabulary.items() if field in ("content", "minutes") and len(word) > 1 and found[1].endswith(word)), ""
    )


def unit_of(text: str) -> str:
    """The unit of bare numbers that a heading or a title states: "minutes", "hours" or "quarters" of an hour.

    "unknown" for «×10分钟», '' where it states none, or several.
    """
    if _SEVERAL_MINUTES.search(text):
        return "unknown"
    if _QUARTERS.search(text):
        return "quarters"
    hours, minutes = _HOURS.search(text), _MINUTES.search(text)
    return "" if hours and minutes else "hours" if hours else "minutes" if minutes else ""


def _is_value(text: str, bare: str) -> bool:
    """Whether a text is something that stands below a heading: «30分钟», «三(2)班», «周日», «今日免作业»."""
    if _OF_A_VALUE.search(bare):
        return True
    return bool(read_minutes(text).low or read_classes(text) or read_weekday(text) or ("作业" in text and says_nothing(text)))


def _meant(field: str, text: str, bare: str, unit: str) -> str:
    """The field once the words around it had their say; `bare` is the text without brackets and «please fill in»."""
    if field in ("minutes", "time") and any(pattern.search(text) for pattern in (_SAYS_THE_UNIT, _OF_ONE, _LOWER_END)):
        return "other"
    if field in ("minutes", "time") and _UPPER_END.search(text):
        return "minutes"
    if field in ("minutes", "time"):
        asked = any(word in bare for word in (*heading_words.ESTIMATE, "大约", "需要") if word != "书面")
        against = (word for word in heading_words.NOT_THE_ESTIMATE if not (asked and word == "学生"))
        if any(word in bare for word in against) or _ASIDE.search(text) or _COUNTED.search(text):
            return "other"
    if field in ("date", "time", "minutes") and not _TELLS_THE_DAY.search(bare) and any(word in bare for word in heading_words.NOT_THE_DAY):
        return "other"
    if field == "due" and (_OF_THE_FORM.search(bare) or _OF_CORRECTIONS.search(bare)):
        return "other"
    if field == "kind" and any(word in bare for word in heading_words.NOT_THE_KIND):
        return "other"
    if field == "content" and _LESSONS_OWN.search(bare):
        return "other"
    if field == "status" and _OTHERS_OPINION.search(bare):
        return "other"
    if field == "time":
        return "minutes" if unit else "other" if _STAMP.search(bare) else field
    if field == "grade" and re.search(r"年级?[(./·、-]?班级?\)?$", text):
        return "class"
    return "date" if field == "weekday" and "日期" in bare else field


def is_judgement(text: str) -> bool:
    """Whether a heading asks whether homework is within its bounds: «是否超标», «是否超过60分钟»."""
    return _JUDGEMENT.match(compact(text)) is not None


@lru_cache(maxsize=16384, typed=True)
def is_place(value: Cell) -> bool:
    """Whether a heading stands above places in an organisation, such as a department, whose end may be a class."""
    return isinstance(value, str) and any(word in compact(value) for word in heading_words.ORGANISATION)


@lru_cache(maxsize=16384, typed=True)
def is_remark(value: Cell) -> bool:
    """Whether a heading stands above free remarks."""
    return isinstance(value, str) and any(word in compact(value) for word in heading_words.REMARKS)


def _field(text: str, vocabulary: _Vocabulary) -> str:
    """The field of the word that ends last in the text, the longest where several end there: Chinese heads come last."""
    fields, longest = vocabulary
    if text in fields:
        return fields[text]
    if len(text) > _LONGEST_ENDING or any(c in text for c in "。;!"):
        return ""
    for end in range(len(text), max(len(text) - _LONGEST_TAIL - 1, 1), -1):
        for start in range(max(end - longest, 0), end - 1):
            word = text[start:end]
            if word in fields and (_stands_alone(text, word) or not _ASCII_WORD.match(word)):
                return fields[word] if _covers(text, end, fields[word]) else ""
    return ""


def _stands_alone(text: str, word: str) -> bool:
    """«min» in «minutes» or «no» in «notes» is no word of its own; short ones must be the whole text."""
    at = text.rfind(word)
    return len(word) > 3 or text == word or (text.endswith(word) and not (text[at - 1].isascii() and text[at - 1].isalnum()))


def _covers(text: str, end: int, field: str) -> bool:
    """A heading ends with what it is about, give or take a particle; «日期未定的作业请注明» does not."""
    behind = text[end:]
    if field == "content":
        return not re.search(r"是否|年级|[中小]学", text) and bool(_TAIL.fullmatch(behind))
    return len(behind) <= _LONGEST_PARTICLE and not re.search(r"公示|注明|通知|表$", behind)


def known_fields(row: Sequence[Cell], extra: Extra = ()) -> dict[int, Heading]:
    """The known headings of a row by column."""
    found = {column: heading(value, extra) for column, value in enumerate(row) if value != ""}
    return {column: about for column, about in found.items() if about}
