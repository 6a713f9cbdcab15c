"""A line that tells a rule of the school leaves every class where it is; one that may set homework leaves it open."""

from __future__ import annotations

import pytest

from homework_audit.layouts.rules_told import tells_rules
from tests.layouts.test_no_false_clear import D, H, K, Rows, audited, is_cleared

RULES = [
    "备注:口头作业、课外阅读不计入书面合计。体育锻炼每天1小时。",
    "阅读为课外阅读，不计入书面作业。    2026年11月20日",
    "注：阅读、劳动、体育均不计入书面作业时间",
    "选做题不计入总时长",
    "口头作业不算书面",
    "按规定一、二年级不布置家庭书面作业，书面练习请在校内安排完成。",
    "体育锻炼每天1小时",
]
NO_RULES = [
    "练习册不计入书面作业",
    "作文不计入",
    "英语未计入",
    "不计入书面作业",
    "口头作业不计入，语文30分钟",
    "语文20分钟，锻炼1小时",
    "数学20分钟锻炼1小时",
    "按教务处要求，加一张卷子",
    "按要求完成练习册",
    "按规定校内完成，没写完的带回家",
    "按学校要求数学另布置，不得超时",
    "",
]


@pytest.mark.parametrize("text", RULES)
def test_a_rule_below_the_homework_clears_as_before(text: str) -> None:
    assert tells_rules(text)
    assert is_cleared(audited([H, [D, K, "语文", "抄词语", 20], [text]]))


@pytest.mark.parametrize("text", NO_RULES)
def test_what_may_be_homework_is_no_rule(text: str) -> None:
    assert not tells_rules(text)


@pytest.mark.parametrize("heading", ["阅读及其他作业", "口头及其他作业", "阅读、练字等其他作业"])
def test_other_homework_beside_what_needs_no_pen_counts(heading: str) -> None:
    rows: Rows = [["日期", "班级", "语文作业", heading], [D, K, "抄词语20分钟", "见练习册50分钟"]]
    assert not is_cleared(audited(rows))


def test_homework_with_both_its_minutes_blank_leaves_the_class_open() -> None:
    head: list[object] = ["日期", "班级", "学科", "作业内容", "作业性质", "校内完成(分钟)", "校外完成(分钟)"]
    told: Rows = [[D, K, "语文", "抄词语", "书面", 10, ""], [D, K, "数学", "口算一页", "书面", "", 15]]
    assert is_cleared(audited([head, *told]))
    assert not is_cleared(audited([head, *told, [D, K, "英语", "抄单词", "书面", "", ""]]))
    assert is_cleared(audited([head, *told, [D, K, "英语", "读课文", "口头", "", ""], [D, K, "科学", "无", "书面", "", ""]]))


def test_times_that_take_turns_with_homework_are_those_of_the_homework_before_them() -> None:
    head: list[object] = ["班级", "日期", "语文书面作业", "语文用时", "数学书面作业", "数学用时", "科学或道法书面作业", "科学道法用时"]
    within = audited([head, [K, D, "抄词语", 20, "练习册", 20, "活动手册", 10]])
    over = audited([head, [K, D, "抄词语", 20, "练习册", 20, "活动手册", 30]])
    assert is_cleared(within)
    assert [(day.minutes, day.verdict) for day in over.class_days] == [(70, "over")]
