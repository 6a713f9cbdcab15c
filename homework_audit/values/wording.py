"""Turns a text of homework into what it names to be done: something written, something that may be, something taken home."""

from __future__ import annotations

import re
from functools import lru_cache

from homework_audit.values import vocabulary as words
from homework_audit.values.expressions import expression

_NO_PEN = expression(r"(?:不用?|无需|免)写(?![完好])[^,，。;；()（）]*")
_NOT_WRITTEN = expression(rf"{_NO_PEN.pattern}|(?:不|非|无|没有?)[^,，。;；()（）]{{0,4}}书面")
_TO_WRITE = expression(
    r"(?:完成|做)[^,，。;；]{0,6}(?:课本|练习|第\d|[pP]\.?\d|题|卷)|(?<!手)抄|再写|写下|填写|列式|并写|计算题|做题|课后练习|练字|字帖|仿写|誊|竖式|解方程|批注|单元(?:检测|测[试验])|日记|作文|测验|试题|小卷|卷子|[练复]习卷|周周练|[一课]练\d|默(?:古?诗|词|单词|课文|生字)|[题卷][一二两三四五六\d]|写[^,，。;；读背说]{0,4}(?:计划|感受|体会|心得|总结|小结|过程|方案)|"
    + "|".join((*words.WRITING, *words.KINDS["written"]))
)
_MAY_BE_WRITTEN = expression(
    r"课后[题练]|导学|学习单|探究单|记录[表单]|导图|小报|[续扩缩改]写|随笔|[毛硬]笔|改错|错题|一练|反面|正面|感想|写[^,，。;；不]{0,2}记录|生字|词语|单词|组词|造句|应用题|计算|学案|预习单|检测|测试|练习|批注|订正|报纸|《"
)
"""What is written unless somebody says that it is done aloud."""
_PARTS = expression(r"[,，、;；。+\s]|并(?!列)|然后|再|(?<=一[读写说做听练算背])")
_WITH_A_PEN = expression(
    r"抄|写一写|写下|默写|书写|写字|写话|描红|试卷|练习册|练习题|习题|作业本|笔算|竖式|摘抄|周记|作文本|临摹|填空|试题|卷子|练习卷|小练习"
    r"|错题本|拼音本|田字格|练字|字帖|口算[本题卷]|写(?:词|名|拼音|生?字|数|汉字|笔画|算式)|生字本|改错|描一描|填一?填|听写|连一?连|圈一?圈|涂一?涂|一课一练|课课练|习字|写数字|写在|批注"
)
_ALOUD = expression(r"[读诵背说讲述唱谈念]|听(?!写)|口[头语答]|口算(?![本题卷])|oral|read|recite|speak", re.IGNORECASE)
_BY_EAR_OR_EYE = expression(r"[读背说讲听看唱念]|观察|找一?找")
_TAKEN_HOME = expression(r"(?:[没未](?:写|做|完)|剩|不完)[^,，。;；]{0,8}(?:回家|带回|在家|家里)")
_BOOK = expression(
    r"(?:练习[册题卷]|作业本|抄写|默写|听写|口算|笔算|习作|作文|[日周]记|试卷|小卷|卷子|习题|单元卷|课堂作业|练笔|摘抄|读后感|观后感|周周练|每课一练|[练复]习卷)(?!认真|工整|仔细|后|要)"
)
"""What is homework by itself, so that a time before it is that of something else."""
_WHERE = expression(r"[写做抄默记]在[^,;。]*")
_HOW = expression(r"(?:书写|字迹|卷面)(?:工整|认真|规范|整洁|美观|端正)")
_DIGIT = expression(r"\d")
_COUNTED = expression(r"[\d一二两三四五六七八九十]{1,4}(?:个|道|题|遍|页|篇|张|段|首)|[生词]字?本|手抄报|小报")
_ELSEWHERE = expression(
    r"同昨[天日]|昨[天日][^,，。]{0,6}(?:补完|做完|写完)|没[做写]完的?[^,，。]{0,3}[做写]完|[抄写默]\d{1,2}遍|^第[一二三四五六七八九十\d]+[课单篇]"
    r"|(?:其[余他]|另有|还有)[^,。;]{0,6}(?:见|在|发)[^,。;]{0,3}(?:群|黑板|钉钉)"
)
_SETS_BY_VERB = expression(
    r"(?:并|再|然后|还要)?(?:完成|做完?|写完?|补完)(?!后|了|的|在|到|时|好|出|得|完)[《“\u4e00-\u9fff]{2,}|思考题|[^,。;]{0,4}改错|[^,。;]{0,4}重做|[书课]本?[pP]?\d|[pP]\.?\d|每日一练|其[余他它]同"
)
_HOW_IT_IS_DONE = expression(r"认真|仔细|工整|规范|整洁|美观|检查|签|拍照|上传|打卡|作业$|任务$|及时|按时|独立|限时|批改")
_ABOUT_IT = expression(
    r"签|工整|认真|仔细|书写|拍照|上传|打卡|检查|注意|要求|如果|不会|完成后|[做写]完|记得|准时|[上提]?交|批改|早睡|家长|限时|独立|不做|不写"
    r"|错(?!题)|及时|带|思考(?!题)|每|讲给|[读背说讲听]"
)
"""How it is to be done, and by whom it is looked at."""


@lru_cache(maxsize=65536)
def names_writing(text: str) -> bool:
    """Whether a text of homework names something to be written, whatever subject or mark it stands beside."""
    return _TO_WRITE.search(_NOT_WRITTEN.sub("", text)) is not None


def names_work(text: str) -> bool:
    """Whether a text of homework names something that is written unless somebody says that it is done aloud: 组词, 计算5题."""
    return names_writing(text) or _MAY_BE_WRITTEN.search(text) is not None


@lru_cache(maxsize=65536)
def cannot_be_spoken(text: str) -> bool:
    """Whether a part of a homework is done with a pen and not aloud: 抄写 and 练习册 are no 口头, whatever a column says."""
    return any(_WITH_A_PEN.search(part) and not speaks(part) for part in _PARTS.split(text))


def speaks(text: str) -> bool:
    """Whether a text of homework names something that is done aloud."""
    return _ALOUD.search(text) is not None


@lru_cache(maxsize=65536)
def is_unwritten(text: str) -> bool:
    """Whether a text says that nothing is to be written, and names something to be read, said or looked at: «读第三章，不写笔记»."""
    rest, found = _NO_PEN.subn("", text)
    return found > 0 and _BY_EAR_OR_EYE.search(rest) is not None and not names_writing(rest)


@lru_cache(maxsize=65536)
def is_taken_home(text: str) -> bool:
    """Whether a text of homework sends home what is left of it: «没写完的回家写»."""
    return _TAKEN_HOME.search(text) is not None


def names_book(text: str) -> bool:
    """Whether a text names what is homework by itself: an exercise book, a paper, a composition."""
    return _BOOK.search(text) is not None


def is_book(text: str) -> bool:
    """Whether a text is nothing but the name of such homework."""
    return _BOOK.fullmatch(text) is not None


def is_said_of_it(text: str) -> bool:
    """Whether what stands behind homework tells how it is done, or by whom it is looked at, and sets nothing: «明早交», «书写工整»."""
    text = _HOW.sub("", text)
    sets = names_work(text) or names_book(text) or _COUNTED.search(text) or _DIGIT.search(text)
    return (text == "" or _ABOUT_IT.search(text) is not None) and not sets


def sets_more(text: str) -> bool:
    """Whether what follows a time is homework, and no word about that before it: «造句5个», not «家长签字» or «写在作业本上»."""
    text = _WHERE.sub("", text)
    if names_book(text) or _ELSEWHERE.search(text) or (_SETS_BY_VERB.match(text) and not _HOW_IT_IS_DONE.search(text)):
        return True
    return (names_work(text) or _COUNTED.search(text) is not None) and not _ABOUT_IT.search(text)
