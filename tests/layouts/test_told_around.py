"""Rules, days, sums and signs around the homework are taken for what they say, and clear no class that may be over."""

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


@pytest.mark.parametrize("line", ["日期：2026.9.16（周三）", "◆ 布置日期：9月16日 星期三", "时间:2026年9月16日"])
def test_a_day_named_right_above_the_next_table_is_that_of_the_next_table(line: str) -> None:
    table: Rows = [["学科", "三(1)班", "三(2)班"], ["语文", 20, 20], ["数学", 30, 30]]
    report = audited([["2026年作业时长统计"], ["日期：2026.9.15（周二）"], *table, [], [line], *table])
    assert [(str(day.day), day.minutes) for day in report.class_days if day.school_class == "1"] == [("2026-09-15", 50), ("2026-09-16", 50)]


def test_the_day_on_which_homework_was_set_is_no_other_day_beside_it_nor_the_name_of_the_sheet() -> None:
    title: list[object] = ["七(3)班家庭作业清单"]
    when: list[object] = ["布置日期：2026年9月15日（周二）    交作业时间：9月16日（周三）"]
    report = audited([title, when, ["序号", "科目", "作业项目", "类别", "大约用时"], [1, "语文", "阅读理解", "书面", "20分钟"]])
    assert [(day.grade, day.school_class, str(day.day)) for day in report.class_days if day.minutes] == [(7, "3", "2026-09-15")]


def test_minutes_in_school_and_at_home_below_a_homework_are_both_of_it() -> None:
    head: Rows = [["三(1)班 2026年9月15日 作业管理记录单"], ["项目", "语文", "数学"], ["书面作业内容", "抄词语", "练习册"]]
    parts: Rows = [["其中：课后服务时段完成（分钟）", 20, 20], ["其中：回家完成（分钟）", 10, 0]]
    report = audited([*head, *parts])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(50, "within")]


@pytest.mark.parametrize("total", ["书面作业合计", "书面作业总时长"])
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_total_of_written_work_is_heard_wherever_in_its_row_it_stands(total: str, place: int) -> None:
    head: Rows = [["三(1)班 2026年9月15日 作业公示"], ["学科", "作业内容", "形式", "预计用时"]]
    told: Rows = [["语文", "抄词语", "书面", "20分钟"], ["体育", "跳绳100个", "锻炼", ""]]

    def summed(minutes: str) -> Rows:
        row: list[object] = [total, "", "", ""]
        row[place] = minutes
        return [*head, *told, row]

    assert is_cleared(audited(summed("20分钟")))
    assert not is_cleared(audited(summed("75分钟")))


def test_a_sign_for_no_homework_may_be_told_meaning_first() -> None:
    title = "三年级 2026年9月15日 书面作业日报  无作业打“×”"
    assert is_cleared(audited([[title], ["班级", "语文", "数学", "英语"], ["三(1)班", 20, 15, "×"], ["三(2)班", 20, "×", 10]]))
