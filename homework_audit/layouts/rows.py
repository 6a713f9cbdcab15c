"""Turns a row below the headings into what it is: an entry, a total, a note, a heading again, or nothing we know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from homework_audit.layouts.beside_texts import may_be_homework
from homework_audit.layouts.evidence import names_amount
from homework_audit.layouts.rules_told import tells_rules
from homework_audit.values import heading_words, sheet_words
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_date, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain, shown

_TOTAL = expression(
    rf"^[(\[]?(?:以上|各班|班级|各年级|两部分|各项|预计|预估|[二三四五六七八]科|语数[英外]|主科|[一日周二三四五][天日]?|[两六七\d][天日]|分钟|本班|学生完成|校内外|written|daily|day|grand|overall|书面|口头|必做|选做|家庭|回家|带回家|在家|在校|本页|当日|当天|本日|本周|全天|每日|每天|今日|一周|全班|各科|全部|作业|课外|校内|时长|时间|用时)*(?:{'|'.join(heading_words.TOTALS)})(?:书面|家庭|written|home)?(?:作业|homework|work)?(?:时长|时间|用时|分钟|数|量|time|minutes|mins?)*[)\]]?(?:\(.*\))?:?$"
)
_OF_OTHERS = expression(r"其[他它余](?:学?科目?|各科)")
"""«其他科目合计» is homework like that of the subjects beside it."""
_OF_THE_DAY = expression(r"(?:forthe|ofthe|per|a|each)day$")
_IN_ENGLISH = expression(r"^[a-z][a-z .&'/-]+(?=[\u4e00-\u9fff])")
"""The first half of «Total written 书面合计»."""
_THEN_ENGLISH = expression(r"(?<=[\u4e00-\u9fff])[a-z][a-z .&'/-]*$")
"""The second half of «书面作业小计 Written total»."""
_STAGE = expression(r"(?:申报|核[定准]|审[定核]|上报|调整[前后]|协调[前后])(?:用时|时长|时间|分钟|数)?")
"""What stands before sums of what was asked for, and of what was allowed."""
_GROUP_TOTAL = expression(
    r"^(.{1,12}?)(?:[本当今][日天])?(?:书面|笔头|动笔)?(?:作业)?(?:合计|小计|总计|共计|累计|subtotal|total)(?:时长|时间|用时|分钟|数)*(?:\(.*\))?:?$"
)
_OF_A_WEEK = expression(r"[本上下]?第?[一二三四五六七八九十\d]{1,3}周|[本上]周")
_OF_A_TEACHER = expression(r"[\u4e00-\u9fff·]{2,4}(?:老师)?小计")
"""«安丽 小计»."""
_AVERAGE = expression(
    rf"^(?:[一二两三四五六七\d]+[天日]|日|单日|当日|每日|每天|人|班级|本班|本周|本月|当周|周|总)*(?:{'|'.join(heading_words.AVERAGES)})(?:每[日天人班]|书面|作业|完成|用时|时长|时间|分钟数?|值|量|minutes|time)*(?:\(.*\))?:?$"
)
_MARGIN = expression(
    r"(?:距|与|离)(?:上限|标准|限额|\d{2,3}(?:分钟?)?)(?:的?差距?|之差|余|还[有差])?|(?:剩余|富余)(?:量|分钟|时间)?|余量(?:[/、]?超出)?|(?:每日|每天|规定|作业|[各每]?学?科|调控|控制|最高|建议|时长|时间|总量)*(?:上限|标准|限额)(?:\(分钟?\))?|规定(?:时长|时间)|班级数|人数|应[交到]|实[交到]|占比|(?:上周|上月|去年)(?:平均|同期)?|超出(?:分钟|时间)?|差额|余[/、]超"
)
"""«距90分钟», «余量/超出»: how far a sum is from what is allowed."""
_GROUP_AVERAGE = expression(rf"^(.{{1,8}}?)(?:{'|'.join(heading_words.AVERAGES)})(?:值|用时|时长|时间|分钟)*(?:\(.*\))?$")
_LOOSE = ("注", "说明", "要求", "提示", "note", "notes", "remark", "remarks")
"""Words that begin a note only where nothing but punctuation follows: «说明文阅读» and «notebook» are homework."""
_SIGNS = "|".join(sorted((compact(word) for word in sheet_words.NOTES if word not in _LOOSE), key=len, reverse=True))
_NOTE = expression(
    rf"^(?:※|[★*]+(?=注|说明|备注|提示|请|以上|本表)|[★*]*(?:{'|'.join(_LOOSE)})(?=[:、.,(\[\d]|$|意[:、,]|意事项|意$)|{_SIGNS})"
)
_ROLE = expression(rf"^[\u4e00-\u9fff/、]{{0,8}}(?:{'|'.join(sheet_words.SIGNING)})(?:签名|签字|意见|确认)?(?:[(:].*)?$")
_OFFICE = expression(
    rf"^[\u4e00-\u9fff/、]{{0,6}}(?:{'|'.join(sheet_words.OFFICES)})长?(?:签名|签字|意见|确认|审核|审批|检查|盖章){{1,2}}(?:[(:].*)?$"
)
_ASIDE = expression(r"[\u4e00-\u9fff/、]{1,10}(?:意见|审[批核]结果)(?:\([^()]*\))?:?|审[批核]结果:?|[\u4e00-\u9fff]{0,4}提醒:?")
_OF_PARENTS = expression(r"家长(?:的话|留言|寄语|反馈|评价|签字|意见|心声)[:：]?|(?:老师|孩子|学生)的话[:：]?")
_ABOUT_THE_FORM = expression(
    r"^[\u4e00-\u9fff]{1,4}人:|^[\u4e00-\u9fff/、]{2,10}:_*$|^[\u4e00-\u9fff]{2,5}:[\u4e00-\u9fff]{2,5}:|^值班领导|^批改(?:方式|情况|要求)?:|^[\u4e00-\u9fff]{0,4}(?:学年|学期|编号|电话|依据):|^(?:时间|时长|用时|分钟数?)(?:均|都)?[为由是以按]"
    r"|^[\u4e00-\u9fff]{2,12}\(?(?:签名|签字|签章|盖章)\)?:?(?:年月日)?$|^以上(?:内容|作业|数据|各项)?(?:均|都)?由|^[本上][周月表]?(?:共计?)?(?:申报|备案|提交|收到|报送)\d+[件份项条]"
    r"|^[\u4e00-\u9fff]{1,4}(?:老师|主任|校长|组长)已?(?:签|检查|审|阅|批)"
    r"|^[\u4e00-\u9fff]{2,12}(?:签名|签字|签章|盖章):|^(?:[\u4e00-\u9fff]{1,2}=[\u4e00-\u9fff]{2,6}[\s,;、]*){2,}$"
    r"|^\(?(?:时[间长])?单位:?分钟?\)?$|^(?:全年?级|全体)[=＝为指].*班$|^(?:[(（][\u4e00-\u9fff]{2,4}[)）]){1,4}的?(?:都|均)?不(?:是|算|属于?)书面(?:作业)?。?$"
)
"""«统筹人：», «备案学年：2026-2027学年», «时间为老师预计»."""
_OF_THE_OFFICE = expression(
    r"^(?:检查|审核|领导|学校)(?:意见|评语|情况):|^(?:填[报表写]|上报|报送|统计|汇总|整理|登记|制作|录入|记录)(?:者|单位|部门|日期|时间)?:"
    r"|^(?:共计?\d+个?[班人条项份次],?;?)?[^\d:,;。]{0,10}(?:20\d\d[年.])?\d{1,2}[月.]\d{1,2}日?(?:前|已)?(?:收齐?|交齐?|上[交报]|报送?|填[写报表]?|汇总|整理|公布|制表?)$"
)
"""«学校意见：», «汇总：», «共12个班，9月18日收齐», unless homework follows."""
_EXAMPLE_OF = expression(r"[(\[【](?:填[写报表])?(?:示?例|样例|范例|举例)[)\]】]|(?:填[写报表])?(?:示例|样例|范例|例):")
_ABOUT_THE_TABLE = expression(r"为休息|空白|同学|老师说|老师布置|各做|本表|填写|统计|单位")
_PAGE = expression(r"^第[\d一二三四五六七八九十]+页(?:[,，]?共[\d一二三四五六七八九十]+页)?$")
_NUMBERED_NOTE = expression(r"^\(?[一二三四五六七八九十\d]{1,2}[.、)](?!\d)")


@lru_cache(maxsize=8192)
def is_example(text: str) -> bool:
    """Whether a row that begins with that shows how a form is to be filled in: «示例», «（例）9月1日»."""
    text = compact(text)
    return text.strip("()[]【】") in sheet_words.EXAMPLES or _EXAMPLE_OF.match(text) is not None


@lru_cache(maxsize=8192)
def is_total(text: str) -> bool:
    """Whether a text names a sum: 合计, 小计, 书面作业合计, 语文小计, 三(2)班合计, Total."""
    text = _THEN_ENGLISH.sub("", _IN_ENGLISH.sub("", _OF_THE_DAY.sub("", compact(text))))
    if _OF_OTHERS.match(text):
        return False
    if text == "合":
        return True
    if _TOTAL.match(text):
        return True
    if _OF_A_TEACHER.fullmatch(text):
        return True
    group = _GROUP_TOTAL.match(text)
    return group is not None and _names_a_group(group[1])


def _names_a_group(text: str) -> bool:
    """Whether a sum or an average is that of a subject, a class or a day."""
    return _OF_A_WEEK.fullmatch(text) is not None or any(read(text) for read in (subject, read_classes, read_weekday, read_date))


@lru_cache(maxsize=8192)
def is_average(text: str) -> bool:
    """Whether a text names an average, or the highest or the lowest of several: 平均, 日均用时, 三年级平均, 全校最高."""
    text = _OF_THE_DAY.sub("", compact(text))
    group = _GROUP_AVERAGE.match(text)
    return (
        bool(_AVERAGE.match(text))
        or _MARGIN.fullmatch(text) is not None
        or (group is not None and (group[1].endswith(("校", "级", "部", "段")) or _names_a_group(group[1])))
    )


def is_stage(text: str) -> bool:
    """Whether what stands before figures below a list says at what stage they are sums: «申报», «核定 Approved»."""
    return _STAGE.fullmatch(_THEN_ENGLISH.sub("", compact(text))) is not None


@lru_cache(maxsize=8192)
def is_note(text: str) -> bool:
    """Whether a text begins like a footnote or a line of signatures: 备注：…, 班主任签字：, 填表人."""
    text = compact(text)
    if _ROLE.match(text) or _OFFICE.match(text):
        return not names_amount(text.partition(":")[2])  # «学校意见：再加一张卷子»
    if any(pattern.match(text) for pattern in (_NOTE, _PAGE, _ABOUT_THE_FORM)):
        return True
    return _OF_THE_OFFICE.match(text) is not None and not may_be_homework(text)


def is_of_parents(text: str) -> bool:
    """Whether a text is the label of what parents say of the homework that was done: «家长的话»."""
    return _OF_PARENTS.fullmatch(compact(text)) is not None


def is_aside(text: str) -> bool:
    """Whether a text is the label of what somebody says beside the homework: «教导处审批意见», «晚上提醒»."""
    return bool(_ASIDE.fullmatch(compact(text)))


def is_numbered_note(text: str) -> bool:
    """Whether a text is one of a list of instructions: «1. 口头作业不计入书面作业总量。»"""
    return len(text) > 8 and bool(_NUMBERED_NOTE.match(plain(text)))


def is_explanation(text: str) -> bool:
    """Whether a text is a sentence about how a table is to be read: «A层、B层的同学各做自己那一份。分钟数是老师说的。»"""
    text = compact(text)
    if tells_rules(text):
        return True
    return text.endswith(("。", ".")) and _ABOUT_THE_TABLE.search(text) is not None and not states_time(text) and not may_be_homework(text)


def joined(row: Sequence[Cell]) -> str:
    """The cells of a row as one text, for titles and notes."""
    return " ".join(shown(value).strip() for value in row if value != "")
