"""Turns a line beside the homework into whether it tells no more than rules: what does not count, how long to exercise, what is not set."""

from __future__ import annotations

from functools import lru_cache

from homework_audit.layouts.evidence import is_bound, names_amount, names_task, names_written_work
from homework_audit.values.expressions import expression
from homework_audit.values.labels import Label, is_mark, label
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject_within
from homework_audit.values.text import compact
from homework_audit.values.vocabulary import USUAL_KIND

_OPENING = expression(r"^(?:备注|附注|说明|注意?|提示|note)?[:：]?(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[.、．])?")
_SENTENCES = expression(r"[。；;!！]+")
_CLAUSES = expression(r"[,，]+")
_NOT_COUNTED = expression(
    r"(.+?)[,，]?(?:均|都|一律|一般|也)*(?:不再?(?:计入?|算入?|作为?|纳入|统计|列入|属于?|是)|未(?:计入|纳入|列入)|另[记计列]|另行?登记)"
    r"(?:书面|家庭|作业|总|合计|小计|量|时长|时间|用时|以内|之内|在内|内|里|的|统计|本?表)*"
)
"""«口头作业、课外阅读不计入书面合计», «阅读为课外阅读,不计入书面作业»."""
_NAMED_TOGETHER = expression(r"[、,，和及与或/]|均?[为是属]于?")
_NO_PART_OF_A_NAME = expression(
    r"(?:作业|任务|活动|内容|项目|时间|时长|用时|部分|类|等|均|都|的|其中)+$|^(?:其中|各科|所有|另外?|表中|本表)"
)
_HEALTH = expression(r"运动|锻炼|户外|睡眠|用眼|护眼|屏幕|休息|未超")
_BY_RULE = expression(r"^[(（]?(?:按照?|依据?|根据|遵照|落实)[^,，。;；]{0,10}(?:规定|要求|政策|精神|文件|双减)")
_FORBIDS = expression(r"不(?:得|再|能)?(?:布置|留|超|准)|不得|在?校内|在校|严禁|禁止|控制")
_OF_ALL = expression(r"^(?:以上|均为|都是|全是|全班|全体|人人|均|都)+")
_SIGNED = expression(r"20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?")
_ASKS_FOR_MORE = expression(r"[加增补另]|回家|在家|家里|带回|改|调整")


@lru_cache(maxsize=8192)
def tells_rules(text: str) -> bool:
    """Whether every sentence of a text is a rule, and none sets homework or says of any that is written that it does not count."""
    sentences = [sentence for sentence in _SENTENCES.split(_OPENING.sub("", compact(text))) if sentence]
    return bool(sentences) and all(
        _is_rule(sentence) or all(_is_rule(clause) for clause in _CLAUSES.split(sentence) if clause) for sentence in sentences
    )


def is_advice(text: str) -> bool:
    """Whether a line says how much homework may be, or how long to sleep or to be out of doors: «每日作业上限：60分钟»."""
    return (is_bound(text) or _HEALTH.search(text) is not None) and not names_task(text) and not names_written_work(text)


def _is_rule(text: str) -> bool:
    return _asks_of_all(text) or _leaves_out(text) or _forbids(text) or _keeps_fit(text) or _SIGNED.fullmatch(text) is not None


def _asks_of_all(text: str) -> bool:
    """Whether a text says that homework is written and compulsory, as it is where nobody says anything: «书面作业，全班必做»."""
    said = label(_OF_ALL.sub("", text)) if is_mark(_OF_ALL.sub("", text)) else None
    return (
        said is not None and said._replace(kind="", optional=None) == Label() and said.kind in ("", "written") and said.optional is not True
    )


def _keeps_fit(text: str) -> bool:
    """Whether a text tells how long to exercise or to sleep, and speaks of no other subject: «体育锻炼每天1小时»."""
    is_alone = _CLAUSES.search(text) is None and subject_within(text) in (None, "体育")
    return is_alone and states_time(text) and _HEALTH.search(text) is not None and is_advice(text)


def _leaves_out(text: str) -> bool:
    """Whether a text says of homework that is not written, or optional, that it does not count."""
    found = _NOT_COUNTED.fullmatch(text)
    named = [_NO_PART_OF_A_NAME.sub("", name) for name in _NAMED_TOGETHER.split(found[1])] if found else []
    return any(named) and all(_never_counts(name) for name in named if name)


def _never_counts(name: str) -> bool:
    said = label(name)
    return said is not None and (
        said.optional is True or (said.kind or USUAL_KIND.get(said.subject, "written")) not in ("written", "other")
    )


def _forbids(text: str) -> bool:
    """Whether a text tells what the policy forbids: «按规定一、二年级不布置家庭书面作业»."""
    is_policy = _BY_RULE.match(text) is not None and _FORBIDS.search(text) is not None and _ASKS_FOR_MORE.search(text) is None
    return is_policy and not (states_time(text) or names_amount(text) or names_task(text))
