"""Turns a remark into whether it corrects a figure beside it: another one, without something, of one page, before more was set."""

from __future__ import annotations

from functools import lru_cache

from homework_audit.values.expressions import expression
from homework_audit.values.subjects import ANY
from homework_audit.values.text import compact

_NOT_WRITTEN = r"(?!体育|音乐|美术|劳动|阅读|口头|朗读|背诵|心理|信息|综合|书法)"
_WORK = rf"{_NOT_WRITTEN}(?:{ANY}|作文|[日周]记|[试小]?卷子?|练字|抄写|默写|听写|订正|改错|练习|口算|习作|附加)"
_ONE = r"(?:单|每|一)[个]?[项页张课篇题遍科次]"
_MAY_CORRECT = expression(
    r"[写填登报]错|有误|[改→现是]\D?\d|[未不没](?:包|含|计|算|统|列|填|报)|[漏少忘][填报写登算列]|缺|没算|不统计|不含|[只仅][算填计含报为]|[单每一]个?[项页张课篇题遍科次]|课时|节数"
    r"|又布|布置了|群里|[加发]了|[又后上时]加|补发|追加|新增|[听按看]老师|也要做|另[发行有]|见另|还有|倍|[×x]\s*1\.|优秀?等?生|最[少低短]|双面|背面|应为|原|实[为要]"
)
_SAYS_WHAT_COUNTS = expression(r"不?计入?(?:书面)?(?:总|作业总|作业量)|试做|撤回|重[发填交新]|家长|检查|上限|要求|填写")
_CORRECTIONS = expression(
    r"(?:[写填登报]错(?!班|日期|行)|数据有误|时[长间]有误)|\d+(?:分钟?)?[改→]\d+|原定?\d+.{0,4}[现改]\d+|(?<!就)(?:是|应为)\d+分|实[为要]\d+"
    rf"|[未不没](?:包?含|包括|计入?|算|统计|列入|填|报)[^,，。;]{{0,2}}{_WORK}|{_WORK}[^,，。;:]{{0,4}}(?:未|没)(?:计|算|统计|报|填|含)|{_WORK}不算在内"
    rf"|(?:漏|少|忘)(?:填|报|写了|登|算|列)|缺{_WORK}|(?:只|仅)(?:算|填|计|含|报|为){_WORK}|(?:只|仅)(?:算|填|计)了|时间没算|第\d项未计"
    rf"|(?:为|系|是|按){_ONE}(?:的?(?:时间|用时|时长|所需|计))|(?:时[长间]|用时)(?:填的)?(?:为|是)(?:课时|节数|{_ONE})"
    rf"|(?:又|后面|后来|晚上|临时|后)[^,，。;]{{0,6}}(?:布置|加)了?{_WORK}?|(?:老师|教师)[^,，。;]{{0,6}}(?:又布置|加了|补发)|补发了?|追加|新增"
    rf"|{_WORK}[^,，。;]{{0,8}}(?:也要做|另发|见另|另行通知|单独发)|另有{_WORK}|还有[一两几][项样]|另附{_WORK}|(?:又|群里)布置了?|加了?{_WORK}|固定作业不统计|不含{_WORK}"
    r"|(?:1\.5|[两二2三3])倍|倍计|[×x]\s*1\.\d|优(?:[秀等]|秀学)?生(?:的?用时|的?时间)|为?最[少低短](?:的?时[长间])|双面都?做|背面|[听按看]老师(?:布置|安排|通知|要求|当堂|说)"
)


@lru_cache(maxsize=65536)
def corrects(text: str) -> bool:
    """Whether a text corrects a figure beside it: «30改50», «未含作文», «漏填英语», «为每课用时», «晚上又加了小卷»."""
    text = compact(text)
    return _MAY_CORRECT.search(text) is not None and _CORRECTIONS.search(text) is not None and not _SAYS_WHAT_COUNTS.search(text)
