"""Turns a text beside or below the homework of a list into whether it is homework, more minutes or a sum all the same."""

from __future__ import annotations

from collections.abc import Collection

from homework_audit.layouts.beside_texts import may_be_homework
from homework_audit.layouts.columns_apart import is_about_homework
from homework_audit.layouts.evidence import is_bound, names_amount, names_task
from homework_audit.values.expressions import expression
from homework_audit.values.homework import may_count
from homework_audit.values.items import names_subject, subject_of
from homework_audit.values.minutes import Minutes, says_nothing
from homework_audit.values.stated_times import states_time, times_in
from homework_audit.values.text import Cell, compact, plain
from homework_audit.values.wording import is_said_of_it, names_work, names_writing

_OF_SOMETHING_ELSE = expression(r"睡|运动|锻炼|跳|课间|休息|提前|之?前|点|上传|打卡|考试时|下课|完成后|阅读|朗读|背|听|屏|眼")
_AT_LEAST = expression(r"至少|以上|不止|不够|每[篇页题张课遍份]")
_SHORTEST_LINE = 6
_CHINESE, _DIGIT, _LABELLED = expression(r"[\u4e00-\u9fff]{4}"), expression(r"\d"), expression(r"[\u4e00-\u9fff]{2,6}[:：]")
_REFERS = expression(r"见|同|略|群|待|未|没|补|另|续|作业|内容|布置|\d班|[一二三四五六七八九十]班")
"""«见黑板», «同上», «1班同» may be of homework."""
_SUM = expression(
    r"(?:书面|当[日天]|今[日天]|作业|家庭|一共)*(?:合计|总计|共计|总共|一共|总时长|总用时|共)(?:\([^()]*\))?[:约为]*(\d{1,3}(?:\.\d)?)(?:分钟?)?"
)
_JUDGED = expression(r"[,，;；]?(?:[☑☒√✓□☐](?:未?超[时标]|[未不]?达标|合格|不合格))+$")
"""«书面作业总时长：55分钟 ☑达标 □超时»."""
_HEADS_HOMEWORK = expression(r"作业|练|自习|巩固|补充|附加|另加|新增|增加|临时|默写|读写|打卡|错题")
_MORE_MINUTES = expression(
    r"(?:\d{1,3}(?:分钟?)?为准|已改[为成]?\d{1,3}(?:分钟?)?|[+＋多]\d{1,3}(?:分钟?)?)|(?:另加|再?加|增加|外加|实为|实际|核定|约|改[为成]?|共|[以按])[^\d,，。;；]{0,4}\d{1,3}(?:分钟?)?(?:计|为准)?"
)
_TASK_WITH_FIGURE = expression(r"[\u4e00-\u9fff][:约\s(\[【-]{0,2}(?:时间|用时)?[1-9]\d[)\]】]?")

_WORK = r"(?P<work{}>日记|周记|作文|练笔|读后感|观后感|试卷|小卷|卷子|单元卷|手抄报|小报)"
_WORK_OF_ITS_OWN = expression(
    rf"(?:另|加|还有|补|外加)?\w{{0,2}}{_WORK.format(1)}[一两二三1-3](?:篇|张|份|套|则)|(?:另|加|还有|补|外加)?[一两二三1-3](?:篇|张|份|套|则)\w{{0,2}}{_WORK.format(2)}"
)
"""«日记一篇», «一张试卷»: whole by itself, and no word about the homework beside it."""
_PARTS = expression(r"[,，。;；、\s]+|并|然后|后?再")
_BEGINS_WITH_DOING = expression(r"(?:请|记得|回家|今晚|继续)?(?:完成|[抄默听]写|抄(?!完)|写(?!完|好|在|字时)|订正|摘抄|做(?!完|好|到|在))")
"""«抄写生字», «订正试卷»: somebody is told to do something."""
_AMOUNT_LAST = expression(r"^(?!.*[已收交]).*[一二两三四五六\d]+(?:页|遍|道|题|篇|张|段|套|份)$")
_WORDS = expression(r"[\u4e00-\u9fff]{2}")


def sum_told(text: str) -> Minutes | None:
    """The minutes of a sum that one text states: «总时长：80»; None for anything else."""
    told = _SUM.fullmatch(_JUDGED.sub("", compact(text)))
    return Minutes(float(told[1]), float(told[1])) if told else None


def is_judged(value: Cell) -> bool:
    """Whether a cell says no more than whether a sum is right: «☑达标 □超时»."""
    return isinstance(value, str) and _JUDGED.fullmatch(compact(value)) is not None


def changes_minutes(text: str) -> bool:
    """Whether a remark adds minutes or says other ones: «另加20», «实为40», «默写古诗20»; «练习册P20» and «第20» are none."""
    text = compact(text)
    figure = _TASK_WITH_FIGURE.search(text)
    ends_so = figure is not None and figure.end() == len(text) and figure[0][0] not in "第页课期号"
    return _MORE_MINUTES.fullmatch(text) is not None or (ends_so and names_writing(text))


def is_homework_text(text: str) -> bool:
    """Whether a text in a further column of homework names some: «日记一篇», «练习册P3»."""
    return names_task(text) or names_work(text) or names_amount(text)


def is_homework_whole(text: str, beside: str) -> bool:
    """Whether a remark names homework that is whole by itself and not named in the one `beside` it: «日记一篇» beside «练习册P3»."""
    found = _WORK_OF_ITS_OWN.fullmatch(compact(text))
    return found is not None and (found["work1"] or found["work2"]) not in beside


def sets_other_homework(text: str, beside: str) -> bool:
    """Whether a remark has a part that sets homework not named in the one `beside` it: «抄写生字，明早交» beside «练习册P3».

    Beside a mere title («10月15日语文作业») it says what is to be done.
    """
    return names_work(beside) and any(_is_task_of_its_own(part) and not _is_named_in(part, beside) for part in _PARTS.split(text))


def _is_task_of_its_own(part: str) -> bool:
    """Whether a part of a remark tells to do something with a pen, or how much of it: «口算卡一页», «抄写生字»; «认真书写» does not."""
    if not names_writing(part) or is_said_of_it(part) or is_bound(part):
        return False
    return _AMOUNT_LAST.search(part) is not None or _BEGINS_WITH_DOING.match(part) is not None


def _is_named_in(part: str, beside: str) -> bool:
    """Whether a part of a remark speaks of the homework beside it: both name one thing, and not only what is done with it."""
    part = _BEGINS_WITH_DOING.sub("", part) or part
    return any(part[place : place + 2] in beside for place in range(len(part) - 1) if _WORDS.match(part, place))


def is_homework_under(heading: str, text: str) -> bool:
    """Whether a text without a time is homework under a heading such as «晚自习», which is none of a list's own."""
    heads = _HEADS_HOMEWORK.search(heading) is not None and not is_about_homework(heading)
    return heads and (names_task(text) or names_writing(text)) and not says_nothing(text)


def is_homework_of_a_subject(text: str) -> bool:
    """Whether a text in a row without homework and minutes is homework all the same: «英语：抄写单词两遍» below the table."""
    named, rest = subject_of(plain(text))
    return named != "" and (names_work(rest) or names_task(rest) or names_amount(rest))


def states_another_time(text: str, minutes: Collection[float]) -> bool:
    """Whether a remark states a time that is none of the minutes beside it, or no more than a lower bound: «约1小时», «不止30分钟»."""
    if not states_time(text) or _OF_SOMETHING_ELSE.search(text) or is_bound(text) or not may_count(text):
        return _AT_LEAST.search(text) is not None and states_time(text)
    told = [time.minutes.high for time in times_in(plain(text), "", None)]
    return any(high not in minutes for high in told) or _AT_LEAST.search(text) is not None


def is_footer(text: str) -> bool:
    """Whether a line below all homework speaks of none: it names no subject, no task, no amount, no time, and refers to nothing."""
    if may_be_homework(text) or names_task(text) or states_time(text) or names_subject(text) or _REFERS.search(text):
        return False
    words = compact(text)
    is_told = _DIGIT.search(words) is None or _LABELLED.match(words) is not None
    return len(words) >= _SHORTEST_LINE and _CHINESE.search(words) is not None and is_told
