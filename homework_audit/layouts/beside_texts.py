"""Turns a text that stands beside the homework into what it may do: set some, add to it, or change what the figures mean."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from homework_audit.layouts.evidence import BOUND, explains, names_amount, names_task
from homework_audit.layouts.headings import is_judgement
from homework_audit.layouts.heard import states_sum
from homework_audit.layouts.rules_told import tells_rules
from homework_audit.values.corrections import corrects
from homework_audit.values.dates import dates_within, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.items import names_subject
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import ANY, subject, subject_within
from homework_audit.values.text import compact
from homework_audit.values.wording import names_work, names_writing

_MORE = expression(
    r"另(?![填起建页])|^[加附补]|[:：]加|[,，。;；]加|附加|外加|加作业|补充作业|(?:固定|常规|日常|长期)作业|加[做练抄写]|还[要有需]|再[做练抄写]|plus"
)
_MEASURE = expression(
    r"(?:以上|上述|上表|表中|本表|所填)[^,。;]{0,8}(?:单位[为是:]?(?:小时|课时|节)|每[课题页遍科门次人项][^,。;]{0,3}(?:所[需用]|[用时]时|时[间长]))"
    r"|(?:每[格个份]|单位[为是:：]?)\d+分|\d+分钟?[/每][格个份]|单位[:：为是]?\d+\s?min"
    r"|(?:^|[^\d])1(?:格|课时|节课?)?[=＝]\d+分|1(?:格|个)?表示\d+分"
    r"|每题用时|单独计时|[时长间]为单项|(?:优秀?等?|尖子|优秀学)生(?:的?(?:作业)?(?:用时|时长)|估[算计])|(?:最[快短少])(?:完成)?(?:用时|时长)"
    r"|作业(?:超时|超出)(?:分钟|时长|统计)|[未不]含(?:日常)?(?:练字|习字|订正|作文|副科|书写|日记)|(?:副科|其[余他](?:学科|科目))(?:作业)?未[计统列填报]"
)
"""«以上为每课所需时间», «单位：10分钟»: nothing of the table is what it seems."""
_MAY_SAY = expression(
    r"[另加附分刻钟×x+＋按倍份翻续略※▲★′’´'`]|小时|min|plus|\d[hm]|单位|补充|额外|其[他它]|固定|常规|日常|长期|还[要有需]|再[做练抄写]|改[为成]|应为|调整|更正|早晚|[两三四五]遍|延长"
    r"|[合总共]计|未报|待报|没报|未交|没有?统|未统|不完全|整改|压减|调减|减|以\d|总[时用共]|[层组].{0,4}[都均全]|超[标时出\d]|[改调移延迟前整][到至]|有误|超时|实际|反映|只统计|以上|上述|上表|表中|本表|所填|用时|布置|[也都]做|班[都同]|年级统一|未完|接上页|[不未]含|未[计统列填报]|计时|单项|优|尖子|最[快短少]|待补|见群|稍后|昨天"
)
_MAY_BE_ALONE = expression(r"[抄默写记文字习练卷画词诗笔算题].{0,14}(?:[页遍道题篇张行首段套幅]|[1-9]\d[)）]?$)")
_MAY_SAY_AT_ONCE = expression("[每单一补]")
"""One of these is in every text that adds homework, sets some or changes figures: most texts hold none, and need no closer look."""
_CHANGES = expression(
    r"(?:改为|改成|应为|调整为|更正[:：为]*)\D{0,4}\d|更正[:：]|(?:×|(?<![a-z\d])x)\s*\d{1,2}(?![\da-z])|[做抄][两三四五]遍|早晚各|加倍|翻倍|共[两二三四五\d]份|(?<![本此该][单表])一式[两三]份|延长\D{0,3}\d"
    r"|[+＋]\s*\d+\s*分|时[长间]有误|(?:严重|已)超时|超[标时出]{0,2}\d+分|(?:各|两|所有)[层组].{0,4}(?:都|均|全)[要需]?[做完]|按[页题遍篇]计|^(?:[每单一][页题遍次篇])(?:的?(?:时间|用时|时长))?$|单位[:：是为]*(?:课时|刻|小时)|另算|另计"
    r"|实际(?:用时|时长)?\D{0,6}\d+分|反映\D{0,4}\d+分|(?:两|2|3)个?小时才|只统计(?!书面)|(?:以上|上述|上表)\D{0,8}(?:[早晚]|[两三]遍|倍)|(?:最快|优生)\D{0,3}用时"
    r"|(?<!全)[班级](?:同步布置|也做|也布置|都做)|[两2]个?班都|年级统一(?:布置|作业)?$|^[\d一二三四五六]班同$|未完,?见|续表|接上页"
    rf"|不含(?!体育|音乐|美术|劳动)(?:{ANY}|检查|订正)|(?:{ANY})(?:作业)?(?:由[^,，。;；]{{1,6}}|另)布置|按\d+分钟计|(?:{ANY})[^。;；]{{0,8}}(?:未报|待报|待补|没报|未交|(?:没有?|未)(?:被|在)?(?:统计|录入|填))|不完全统计"
    r"|(?:总量|时[长间])?(?:超[标时量]|偏[大多])[^,，。;；]{0,3}[,，]?(?:请|需|要)?(?:整改|压减|调减|减)|时[长间]以\d+(?:分钟?)?[为计]"
)
"""What says that a figure beside it, or all of them, are not what they seem, or that they are of others as well."""
_ABOUT_A_COLUMN = expression(r"[^,，。;；]*栏[中里内]?(?:写|填|标|注明?)[^。;；]*")
"""«班级栏写“全年级”的，四个班都做» explains what stands in the table."""
_AVERAGE_TOLD = expression(r"(?:本[周表月])?(?:平均|日均|人均|班均|周均)")
_WEEKDAY = expression(r"(?:周|星期|礼拜)[一二三四五六日天]")
_MOVED = expression(r"(?:[改调移延]|调整|推迟|顺延|提前)[到至][^\d一二三四五六日]{0,3}(?:周|星期|礼拜|下周|明天|次日|\d{1,2}[日号月.])")
"""«改到周二» sets the homework on another day."""
_ELSEWHERE = expression(rf"{ANY}\D{{0,6}}(?:另发|待补|见附件|见群|稍后发|同昨天|[:：]略)")
"""Homework of a subject that nobody has told yet."""
_LONGEST_CHANGE = 30
_MOTTO_OR_LEGEND = expression(r"人生|(?<!的)习惯|[=＝]|表示|图例|分钟数|^数字|不带回家")
"""«坚持练字，写好人生», «图例：′=分钟», «书面的尽量在学校写完，不带回家。» below a table."""
_SHORTEST_SENTENCE = 5
"""Characters: «书法练习» is a subject that nobody lists."""
_BOUND = expression(rf"{BOUND}|另行|另附|另发|另见|另有规定|不[算计]入?在?\d+分钟?之?内")
"""What speaks of how much homework may be, or of something to be told elsewhere."""
_NAMED = expression(rf"{ANY}[^,，。;；:：()（）]{{0,8}}\d+\s*(?:分|min)")
_OTHER_CLASSES = expression(r"班|年级统一")
_MARKED = expression(r"^(?:[※▲★]|附[:：]|接上页[:：]?|续[:：])")
_LONGEST_MARKED = 16
_LONGEST_WORDS = 8
_SENT_HOME = expression(
    r"^[^\"“”「」=]{0,6}(?:[没未](?:在校)?[写做]?完成?的?|未参加[^,，。;；]{0,4}|[没未](?:在校)?完成的?)[,，]?[^,，。;；\"“”「」]{0,10}(?:回家|在家)|(?:实际|改为|均为)[^,，。;；]{0,4}(?:回家|在家)"
)
_OTHERWISE = expression(r"(?:未|没有?)(?:注明|标明?|写明|说明)|其[余他它]")
"""«未注明的均为回家作业» says nothing of what is marked."""
_WITH_A_PEN = expression(
    r"实[为际][^,，。;；]{0,4}(?:抄|写|书面|笔)|^(?:以上)?(?:作业)?(?:均|都|要求全部)[^,，。;；]{0,4}(?:书写|动笔|写在|笔答)"
    r"|[背读][^,，。;；]{0,3}[要需][^,，。;；]{0,2}默写|默写家长"
)
_FIGURE_OF_A_SUBJECT = expression(rf"(?:{ANY}|\d班)[^,，。;；\d]{{0,8}}(?<!\d)[1-9]\d(?:分钟?)?$")
"""«英语（全年级）20», «1班+20»."""
_NO_HOMEWORK = expression(r"[:?？]|^以上|书面|老师|姿势|要|请|认真|情况|登记|记录|作业[表单本]?$")
"""What words that name writing may be about instead."""
_OTHER_FIGURE = expression(r"(?:[+＋→改实]|实际|应为|现)\d{2}(?:分钟?)?")
_ENDS_IN_MINUTES = expression(
    r"(?:[抄默听书]写?|写[字话]?|[日周]记|作文|练[习字笔]|摘抄|画|卷|单词|生字|古诗|口算|计算题?)[^,，。;；:：()（）\d页课]{0,6}[:：约]?[(（]?[1-9]\d[)）]?$"
)
"""«日记20», «抄写单词（20）»: behind what is to be written the last figure is taken for minutes."""


@lru_cache(maxsize=65536)
def may_say_something(text: str) -> bool:
    """Whether a text is worth a closer look: most cells of a sheet are not."""
    text = compact(text)
    return _MAY_SAY.search(text) is not None or _MAY_SAY_AT_ONCE.match(text) is not None or corrects(text)


@lru_cache(maxsize=65536)
def changes_figures(value: str) -> bool:
    """Whether a text says that a figure beside it is not what it seems («改为40分钟», «×2»), or that others have the homework too."""
    text = compact(value)
    if len(text) > _LONGEST_CHANGE or is_judgement(text):
        return False
    return (
        corrects(text)
        or moves_to_another_day(text)
        or _ELSEWHERE.search(text) is not None
        or (_CHANGES.search(_ABOUT_A_COLUMN.sub("", text)) is not None and not _BOUND.search(text))
    )


def moves_to_another_day(text: str) -> bool:
    """Whether a text says that homework is done on another day than that of its row: «改到周二（15日）»."""
    return _MOVED.search(text) is not None


def day_moved_to(text: str, day: date) -> date:
    """The day to which such a text moves homework: the one that it names, a weekday of the same week or the next, or tomorrow."""
    named = next(iter(dates_within(text)), None)
    told = named.on(named.year or day.year) if named else None
    if told:
        return told
    weekday = next((number for word in _WEEKDAY.findall(text) if (number := read_weekday(word))), None)
    moved = day + timedelta(days=weekday - day.isoweekday() if weekday else 1)
    return moved + timedelta(days=7) if "下周" in text else moved


@lru_cache(maxsize=65536)
def sends_home(text: str) -> bool:
    """Whether a note says that what is done in school goes home after all: «没完成的回家完成», «本周课后服务暂停»."""
    text = compact(text)
    return _SENT_HOME.search(text) is not None and _OTHERWISE.search(text) is None


@lru_cache(maxsize=65536)
def needs_a_pen(text: str) -> bool:
    """Whether a note says that what is called oral is written after all: «口头栏实为抄写», «背完要默写»."""
    return _WITH_A_PEN.search(compact(text)) is not None


def speaks_of_other_classes(text: str) -> bool:
    """Whether such a text speaks of classes: «1班同», «年级统一»."""
    return _OTHER_CLASSES.search(text) is not None


@lru_cache(maxsize=65536)
def adds_homework(value: str) -> bool:
    """Whether a text says that there is more («另加练字20分钟», «加试卷一张»), or what a figure stands for («单位：10分钟»)."""
    text = compact(value)
    if _MEASURE.search(text):
        return True
    if _BOUND.search(text) or tells_rules(text):
        return False
    if _MARKED.match(text) and len(text) <= _LONGEST_MARKED:
        return names_work(text) or names_task(text)
    more = _MORE.search(text) is not None
    return more and (states_time(text) or names_task(text) or (len(text) <= _LONGEST_CHANGE and (names_work(text) or names_amount(text))))


@lru_cache(maxsize=65536)
def sets_homework(text: str) -> bool:
    """Whether a text states a time for something to be done, or a sum; no bound, and no explanation of how to fill in a form."""
    is_sum = states_sum(text)
    if is_judgement(text) or _AVERAGE_TOLD.match(compact(text)) or tells_rules(text):
        return False
    if not (is_sum or states_time(text)) or _BOUND.search(text) or explains(text):
        return False
    named = is_sum or names_task(text) or names_writing(text) or names_subject(text)
    return named or _NAMED.search(text) is not None or names_amount(text)


@lru_cache(maxsize=65536)
def is_homework_alone(value: str) -> bool:
    """Whether a text that stands where no homework is expected is some: «周记一篇», «日记20»."""
    text = compact(value)
    if not _MAY_BE_ALONE.search(text) or _BOUND.search(text) or explains(text):
        return False
    return _ENDS_IN_MINUTES.search(text) is not None or (names_writing(text) and names_amount(text))


@lru_cache(maxsize=65536)
def is_short_homework(value: str) -> bool:
    """Whether a few words that stand alone below homework are some, or change it: «写日记», «练习册P3», «改50»."""
    text = compact(value)
    if len(text) > _LONGEST_MARKED or _NO_HOMEWORK.search(text) or _BOUND.search(text):
        return False
    return (
        names_task(text)
        or _FIGURE_OF_A_SUBJECT.search(text) is not None
        or (names_writing(text) and len(text) <= _LONGEST_WORDS)
        or _OTHER_FIGURE.fullmatch(text) is not None
    )


def names_homework(text: str) -> bool:
    """Whether a line that names a day or a class sets homework itself, and so opens nothing: «1班+20», «9.15数学加卷子一张»."""
    return adds_homework(text) or is_homework_alone(text) or is_short_homework(text)


def may_be_homework(text: str) -> bool:
    """Whether a line that nothing explains may be of homework: it names a subject, something to be done, or a change."""
    return subject_within(text) is not None or names_work(text) or names_amount(text) or changes_figures(text)


def is_sentence_of_homework(text: str) -> bool:
    """Whether a text that stands alone where subjects stand is homework, and no subject: «数学听老师布置。»."""
    return len(text) >= _SHORTEST_SENTENCE and not _MOTTO_OR_LEGEND.search(text) and subject(text) is None and may_be_homework(text)


def says_what_a_figure_is(text: str) -> bool:
    """Whether a text says what the figures of a table stand for, so that it counts even where headings stand."""
    return _MEASURE.search(compact(text)) is not None
