"""What a sheet says in passing, in words that are no task, no time and no state by themselves, clears no class that may be over."""

from __future__ import annotations

import pytest

from tests.layouts.test_no_false_clear import D, H, K, Rows, audited, is_cleared

WEEK: Rows = [["学科", "周一", "周二", "周三", "周四", "周五"], ["语文", 5, 25, 10, 5, 5], ["数学", 5, 30, 5, 5, 5]]
OF_THE_WEEK = "三(1)班 2026年9月14日—9月18日 作业时长统计表"


def of_a_day(text: str) -> Rows:
    return [
        ["三年级 2026年9月15日 作业公示"],
        ["班级", "语文", "数学"],
        ["三(1)班", "抄词30分钟", text],
        ["三(2)班", "抄词20分钟", "口算10分钟"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.口算20分钟\n2.完成练习册",
        "①口算20分钟②思考题",
        "口算20分钟；做完试卷",
        "口算20分钟，完成优化设计",
        "口算20分钟，其他同2班",
        "口算20分钟，改错",
        "B层30分钟；A层在此基础上增加40分钟",
        "基础：口算30分钟；A层另加应用题40分钟",
    ],
)
def test_a_task_behind_a_time_and_a_layer_on_top_of_another_leave_the_class_open(text: str) -> None:
    assert not is_cleared(audited(of_a_day(text)))


@pytest.mark.parametrize("text", ["口算20分钟，家长签字", "口算20分钟，做完检查", "口算20分钟，写在作业本上", "口算20分钟，做到书写工整"])
def test_words_about_homework_behind_its_time_change_nothing(text: str) -> None:
    assert is_cleared(audited(of_a_day(text)))


@pytest.mark.parametrize("state", ["驳回（复议通过）", "草稿(已发布)", "退回修改（已改）", "取消驳回", "不同意撤回"])
def test_a_state_that_was_mended_is_one_of_homework_that_was_set(state: str) -> None:
    assert not is_cleared(audited([[*H, "审核状态"], [D, K, "语文", "抄词语", 20, "通过"], [D, K, "数学", "应用题", 50, state]]))


@pytest.mark.parametrize("heading", ["教务处复核", "变更后", "改为", "最终时长", "审批时长", "年级组审核时长"])
def test_later_minutes_that_are_more_are_heard(heading: str) -> None:
    rows: Rows = [[*H[:4], "预计时长", heading], [D, K, "语文", "抄词", 20, 20], [D, K, "数学", "应用题", 20, 50]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize(
    "remark",
    ["英语待报", "英语另布置", "英语老师请假，作业未报", "时长以50为准", "核定50", "约50", "超标", "时长偏少，按70分钟计"],
)
def test_a_remark_in_passing_leaves_the_class_open(remark: str) -> None:
    rows: Rows = [[*H, "备注"], [D, K, "语文", "抄词语", 20, ""], [D, K, "数学", "应用题", 35, remark]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("told", ["（英语未报）", "（不含英语）", "（英语待补）"])
def test_a_title_that_leaves_a_subject_out_is_heard(told: str) -> None:
    assert is_cleared(audited([[OF_THE_WEEK], *WEEK]))
    assert not is_cleared(audited([[f"{OF_THE_WEEK}{told}"], *WEEK]))


@pytest.mark.parametrize("note", ["教务处：周二超标，请整改", "注：英语作业没有统计在内"])
def test_a_note_that_calls_the_figures_wrong_is_heard(note: str) -> None:
    assert not is_cleared(audited([[OF_THE_WEEK], *WEEK, [note]]))


@pytest.mark.parametrize("heading", ["次序", "批次", "类别"])
def test_a_column_that_tells_two_homeworks_apart_is_heard(heading: str) -> None:
    rows: Rows = [[*H, heading], [D, K, "数学", "练习题", 35, "第一次"], [D, K, "数学", "练习题", 35, "第二次"]]
    assert not is_cleared(audited(rows))


def test_a_task_merged_over_a_week_is_homework_though_it_is_called_after_the_weekend() -> None:
    rows: Rows = [
        ["五年级作业公示栏 2026年9月15日"],
        ["科目", "501", "502"],
        ["语文", "抄写（40分钟）", "抄写（40分钟）"],
        ["数学", "周末卷第12张（30分钟）"],
    ]
    report = audited(rows)
    assert [(day.school_class, day.minutes) for day in report.class_days if day.minutes == 70] == [("1", 70)]
