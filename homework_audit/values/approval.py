"""Turns a state of approval into whether the homework was set, or turned down or withdrawn."""

from __future__ import annotations

from homework_audit.values import vocabulary as words
from homework_audit.values.boxes import chosen
from homework_audit.values.expressions import expression
from homework_audit.values.text import compact, shown

_STATES = dict.fromkeys(words.NOT_SET, False) | dict.fromkeys((*words.SET, *words.PENDING), True)
_NOT_TURNED_DOWN = expression(
    r"(?:退回|撤回|撤销|取消|作废)了?(?:其中|最后)?[一二两三四五\d]+[题道页项个遍]|(?:未|没有?|不予|请?勿|不要)(?:退回|驳回|撤回|取消|作废|拒绝)"
)
_MENDED = expression(
    r"(?:退回|驳回|撤回)(?:(?!请|[须需]要?|望).)*(?:重新提交|重交|重报|已改正|已修改|已更正|后即?可|修改后布置)|退回[^,，。;]{0,3}者|退回(?:后|订正|修改)?[,，]?(?:已?改正|订正|更正|补交)|取消了?撤回|退回重做|(?:退回|驳回|草稿)[^,，。;]{0,4}[(（,，](?:复议)?(?:后|现)?(?:已)?(?:通过|改正?|修改|发布|布置|同意)[)）]?|(?:取消|撤销|收回)了?(?:驳回|退回|撤回)|不同意撤回|未通过[(（,，]?已布置|不同意(?:减|取消)"
    r"|(?:未|不)?(?:通过|发布|同意|退回|驳回|撤回).*(?:仍[按旧然照]|坚持|照[旧常]布|口头布置|恢复)"
    r"|(?<!不)同意.*不同意|不同意.*(?<!不)同意"
)
"""«退回修改，已重新提交»: turned down, and set all the same; «同意/不同意» is what was printed on the form."""
_STATE = expression("|".join(sorted(_STATES, key=len, reverse=True)))
_BEFORE_REFUSED = (
    rf"[已被予以并后又再最终现经由均全暂→>\s\d./年月日-]|{'|'.join(sorted(_STATES, key=len, reverse=True))}|审[核批查]"
    r"|教[务导研]处?组?|年级组?|教师|老师|本人|[\u4e00-\u9fff]{0,2}(?:主任|校长|组长|老师)|状态|结果|意见|超[量时标]|时间过?长|量[太过]?[大多]"
)
_REFUSED = expression(
    rf"(?>{_BEFORE_REFUSED}){{0,12}}(?:{'|'.join(sorted(words.NOT_SET, key=len, reverse=True))})"
    r"(?:$|了|[重修整调减]|请|后|不[予得]|给|本|该|此|当[天日]|[今明]|作业|布置|发布|原因|理由|[:：!~\s])"
)
_BY_THE_SCHOOL = expression(r"撤回|撤销|取消|作废|教务|教导|校长|主任|审[核批]")
_TWICE = expression(r"(?:此[条行项])?(?:记重|录重|填重|重复(?:登记|记录|填报|录入)|误[填录报])了?(?:$|[,，。;；!])")
"""«记重了»: it stands in another row."""
_CLAUSES, _BRACKETS = expression(r"[,，。;；]"), expression(r"[(\[【][^()\[\]【】]*[)\]】]")


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


def was_withdrawn(remark: str) -> bool:
    """Whether a remark says that the homework was turned down or withdrawn by the school: «教务处退回», «已取消», not «退回订正»."""
    if _TWICE.match(compact(remark)):
        return True
    return was_set(remark) is False and _BY_THE_SCHOOL.search(remark) is not None
