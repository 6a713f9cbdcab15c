"""Rules of wording are precise: of two hundred ordinary homework texts none fires, and what they are for does."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework_audit.rules import RULES
from homework_audit.rules.wording import WordingRule
from homework_audit.values.text import plain

ORDINARY = (Path(__file__).parent / "ordinary_homework.txt").read_text("utf-8").splitlines()
WORDING = [rule() for rule in RULES.values() if issubclass(rule, WordingRule)]


def test_there_are_two_hundred_ordinary_texts_and_four_rules() -> None:
    assert len(set(ORDINARY)) >= 200
    assert len(WORDING) == 4


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_homework_gives_rise_to_no_hint(text: str) -> None:
    assert {rule.name(): rule.found(plain(text)) for rule in WORDING} == dict.fromkeys((rule.name() for rule in WORDING), "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("听写不合格的罚抄10遍", "punitive-wording"),
        ("没背会的同学罚写课文", "punitive-wording"),
        ("错一个抄十遍", "punitive-wording"),
        ("默写错一题罚抄20遍", "punitive-wording"),
        ("未交作业的加倍完成", "punitive-wording"),
        ("惩罚性作业：抄课文", "punitive-wording"),
        ("口算一页，家长批改", "parent-task"),
        ("试卷请家长签字", "parent-task"),
        ("家长检查并签名", "parent-task"),
        ("请家长帮忙报听写", "parent-task"),
        ("由家长听写第5课词语", "parent-task"),
        ("家长每天监督背诵", "parent-task"),
        ("请爸爸妈妈打分", "parent-task"),
        ("背给家长听，家长签字", "parent-task"),
        ("parents' signature please", "parent-task"),
        ("朗读打卡", "phone-task"),
        ("背诵后录视频上传", "phone-task"),
        ("拍照发到班级群", "phone-task"),
        ("录音发微信", "phone-task"),
        ("在小程序上完成口算", "phone-task"),
        ("用手机完成听力", "phone-task"),
        ("英语 APP 跟读", "phone-task"),
        ("钉钉提交作业", "phone-task"),
        ("线上答题", "phone-task"),
        ("扫码听课文", "phone-task"),
        ("生字每个写10遍", "mechanical-copying"),
        ("抄写单词，每个20遍", "mechanical-copying"),
        ("抄课文十遍", "mechanical-copying"),
        ("默写生字各8遍", "mechanical-copying"),
    ],
)
def test_what_a_rule_is_for_is_found_and_nothing_else_fires(text: str, name: str) -> None:
    found = {rule.name() for rule in WORDING if rule.found(plain(text))}
    assert name in found
    assert found <= {name, "punitive-wording", "mechanical-copying"} if "抄" in text else found == {name}


@pytest.mark.parametrize(
    "text", ["无需家长签字", "不要求家长批改", "不用打卡", "禁止罚抄", "家长不必签字", "取消微信群打卡", "严禁用手机完成作业"]
)
def test_what_is_denied_gives_rise_to_no_hint(text: str) -> None:
    assert not [rule.name() for rule in WORDING if rule.found(plain(text))]


def test_how_many_times_are_left_alone_is_the_office_s_to_say() -> None:
    rule = RULES["mechanical-copying"].model_validate({"times": 2})
    assert isinstance(rule, WordingRule)
    assert rule.found("生字写3遍") == "写3遍"
