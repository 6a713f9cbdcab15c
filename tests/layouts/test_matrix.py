"""What stands in a matrix beside the homework that its headings name: nothing of it may be dropped without a word."""

from __future__ import annotations

import itertools

import pytest

from tests.layouts.sheets import kinds, minutes, read

Rows = list[list[object]]

TITLE: list[object] = ["三(1)班家庭作业统计 2026年10月"]
ACROSS: list[object] = ["日期", "语文", "数学", "英语", "合计"]
DAY: list[object] = ["10月19日", 20.0, 15.0, 10.0, 45.0]


def test_a_total_merged_over_the_rows_that_it_sums_is_checked() -> None:
    rows: Rows = [
        ["三(1)班作业 2026年10月19日"],
        ["学科", "作业", "时长(分钟)", "合计"],
        ["语文", "日记", 20.0, 90.0],
        ["数学", "口算", 15.0, ""],
    ]
    merged = ((2, 3, 3, 3),)
    assert kinds(read(*rows, merged=merged)) == [("total-mismatch", "more")]
    rows[2][3] = 35.0
    assert kinds(read(*rows, merged=merged)) == []


def test_a_total_merged_over_the_rows_of_a_matrix_is_checked() -> None:
    head: list[object] = ["日期", "", "语文", "数学", "合计"]
    rows: Rows = [TITLE, head, ["10月19日", "书面", 20.0, 15.0, 60.0], ["", "口头", 5.0, 10.0, ""]]
    merged = ((2, 0, 3, 0), (2, 4, 3, 4))
    assert ("total-mismatch", "more") in kinds(read(*rows, merged=merged))
    rows[2][4] = 50.0
    assert kinds(read(*rows, merged=merged)) == []


def test_a_column_of_a_subject_that_nobody_knows_counts() -> None:
    reading = read(TITLE, ["日期", "语文", "国学诵写", "数学"], ["10月19日", 20.0, 25.0, 15.0])
    assert [(cell, high) for cell, _, high in minutes(reading)] == [("B3", 20), ("C3", 25), ("D3", 15)]


def test_figures_that_the_sheets_own_sum_leaves_out_are_no_homework() -> None:
    assert [high for *_, high in minutes(read(TITLE, [*ACROSS, "晚托"], [*DAY, 30.0]))] == [20, 15, 10]
    assert kinds(read(TITLE, [*ACROSS, "晚托"], [*DAY[:4], 75.0, 30.0])) == [("unexplained-row", ""), ("total-mismatch", "more")]


def test_a_time_in_a_column_that_nothing_explains_is_said() -> None:
    assert kinds(read(TITLE, [*ACROSS, "晚托"], [*DAY, "订正30分钟"])) == [("unexplained-row", "")]


def test_columns_that_hold_a_sum_against_the_cap_are_known() -> None:
    for heading, figure in (("超出", 0.0), ("超时(分钟)", 0.0), ("剩余", 30.0), ("上限", 30.0), ("是否超标", 30.0)):
        assert kinds(read(TITLE, [*ACROSS, heading], [*DAY, figure])) == [], heading


def test_a_row_called_remarks_that_states_homework_is_no_remark() -> None:
    reading = read(TITLE, ["学科", "10月19日", "10月20日"], ["语文", "日记30分钟", "抄写20分钟"], ["备注", "数学练习40分钟", ""])
    assert [problem.cell for problem in reading.problems] + [cell for cell, *_ in minutes(reading) if cell == "B4"]


def test_one_text_over_several_days_in_a_subjects_row_is_no_remark() -> None:
    rows: Rows = [
        TITLE,
        ["学科", "10月19日", "10月20日", "10月21日"],
        ["语文", "日记30分钟", "抄写20分钟", "背诵"],
        ["数学", "完成练习册第三单元", "", ""],
    ]
    reading = read(*rows, merged=((3, 1, 3, 3),))
    assert {entry.subject for entry in reading.entries} == {"语文", "数学"} or kinds(reading)


def test_two_ticked_times_in_one_row_are_no_time() -> None:
    rows: Rows = [
        ["三(1)班作业 2026年10月19日"],
        ["学科", "作业内容", "10分钟", "20分钟", "30分钟"],
        ["语文", "日记", "√", "", "√"],
        ["数学", "口算", "√", "", ""],
    ]
    reading = read(*rows)
    assert [(entry.subject, entry.high) for entry in reading.entries] == [("语文", None), ("数学", 10)]


def test_a_remark_behind_the_homework_does_not_make_it_oral() -> None:
    rows: Rows = [["学科", "10月19日", "10月20日", "说一说"], ["语文", "日记30分钟", "抄写20分钟", "周五（口头）"]]
    assert {entry.kind for entry in read(TITLE, *rows).entries} == {"written"}


def test_an_evening_across_is_homework() -> None:
    reading = read(["七(1)班作业 2026年10月19日"], ["学科", "作业", "用时", "晚自习"], ["数学", "练习", "20分钟", "订正30分钟"])
    assert kinds(reading) or len(reading.entries) == 2


def test_subjects_with_a_word_behind_them_under_a_title_of_homework_are_no_timetable() -> None:
    rows: Rows = [
        ["三(1)班家庭作业安排 2026年10月19日-23日"],
        ["", "周一", "周二"],
        ["第一项", "语文 练习", "数学 口算"],
        ["第二项", "数学 练习", "英语 抄写"],
    ]
    assert kinds(read(*rows))


def test_times_in_the_cells_are_no_inspection() -> None:
    rows: Rows = [["三(1)班作业检查与布置"], ["班级", "10月19日", "10月20日"], ["三(1)班", "语文日记30分钟", "数学练习40分钟"]]
    assert read(*rows, names=["作业批改检查2026"]).status != "not-homework"
    lists: Rows = [["日期", "班级", "学科", "作业批改检查"], ["2026-10-19", "三(1)班", "语文", "日记30分钟"]]
    assert read(*lists, names=["作业批改检查"]).status != "not-homework"


def test_a_mark_list_above_a_table_that_nobody_understands_is_not_understood() -> None:
    marks: Rows = [["期中成绩"], ["姓名", "语文", "数学"], ["甲", 90.0, 95.0], ["乙", 80.0, 85.0]]
    riddle: Rows = [[""], ["家庭作业时长"], ["班级", "语文", "语文"], ["三(1)班", 20.0, 30.0], ["三(2)班", 25.0, 35.0]]
    assert read(*marks, *riddle).status == "not-understood"


def test_a_row_of_one_table_is_no_row_of_the_table_beside_it() -> None:
    head: list[object] = ["学科", "作业", "用时", "", "学科", "作业", "用时"]
    rows: Rows = [
        ["三(1)班", "", "", "", "三(2)班"],
        head,
        ["语文", "日记", 20.0, "", "语文", "日记", 30.0],
        ["", "", "", "", "三(3)班", "", ""],
        ["数学", "口算", 15.0, "", "数学", "口算", 25.0],
    ]
    reading = read(["家庭作业 2026年10月19日"], *rows, merged=((1, 0, 1, 2), (1, 4, 1, 6)))
    labels = {entry.cell: [ref.label for ref in entry.classes] for entry in reading.entries}
    assert labels["C6"] == ["1"]


def test_homework_without_minutes_right_above_the_next_headings_is_not_lost() -> None:
    head: list[object] = ["学科", "作业内容", "用时"]
    rows: Rows = [["三(1)班作业 2026年10月19日"], head, ["语文", "日记", 20.0], ["数学", "第3课：口算", ""], head, ["英语", "抄写", 10.0]]
    reading = read(*rows)
    assert "数学" in {entry.subject for entry in reading.entries}


def test_pieces_joined_to_one_time_are_written_unless_all_of_them_are_not() -> None:
    content: Rows = [["作业内容"], ["学科", "10月19日", "10月20日"], ["语文", "朗读课文；抄写生字", "日记"], ["数学", "口算", "练习册"]]
    times: Rows = [[""], ["作业时长(分钟)"], ["学科", "10月19日", "10月20日"], ["语文", 40.0, 20.0], ["数学", 10.0, 20.0]]
    reading = read(["三(1)班作业 2026年10月"], *content, *times)
    assert {entry.kind for entry in reading.entries} == {"written"}


def test_one_text_over_several_classes_is_every_classs() -> None:
    rows: Rows = [
        ["五年级作业 2026年11月9日"],
        ["学科", "1班", "2班", "3班"],
        ["语文", "日记20分钟", "", ""],
        ["数学", "口算10分钟", "", "卷子30分钟"],
    ]
    reading = read(*rows, merged=((2, 1, 2, 3), (3, 1, 3, 2)))
    told = sorted((entry.classes[0].label, entry.subject, entry.high) for entry in reading.entries)
    assert told == [("1", "数学", 10), ("1", "语文", 20), ("2", "数学", 10), ("2", "语文", 20), ("3", "数学", 30), ("3", "语文", 20)]


def test_one_text_over_several_days_is_of_the_first_and_a_problem_of_the_others() -> None:
    rows: Rows = [TITLE, ["学科", "10月19日", "10月20日"], ["语文", "日记30分钟", ""], ["数学", "无", ""]]
    reading = read(*rows, merged=((2, 1, 2, 2), (3, 1, 3, 2)))
    assert kinds(reading) == [("unexplained-row", "several-days")]
    assert [entry.state for entry in reading.entries if entry.subject == "数学"] == ["none-declared"] * 2


def test_a_column_of_kinds_beside_each_day_is_that_days() -> None:
    head: Rows = [["学科", "10月19日", "", "", "10月20日", "", ""], ["", "作业", "类型", "分钟", "作业", "类型", "分钟"]]
    rows: Rows = [TITLE, *head, ["语文", "课文", "口头", 15.0, "生字", "书面", 20.0], ["数学", "口算", "书面", 10.0, "无", "—", "—"]]
    reading = read(*rows, merged=((1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6)))
    assert [(entry.kind, entry.high) for entry in reading.entries] == [("oral", 15), ("written", 20), ("written", 10), ("written", 0)]


def test_a_row_that_begins_with_a_teachers_name_is_no_note() -> None:
    rows: Rows = [["语文作业 2026年11月"], ["任课教师", "班级", "11月16日", "11月17日"], ["邓老师", "八1班", "日记15分钟", "生字20分钟"]]
    assert [entry.high for entry in read(*rows).entries] == [15, 20]


def test_numbers_with_a_point_across_are_classes_where_the_day_is_said() -> None:
    rows: Rows = [["五年级作业公示 2026年11月9日"], ["", "5.1", "5.2", "5.3"], ["语文", "日记20分钟", "日记25分钟", "日记30分钟"]]
    reading = read(*rows)
    assert [(entry.classes[0].label, entry.date and entry.date[1:3]) for entry in reading.entries] == [
        ("1", (11, 9)),
        ("2", (11, 9)),
        ("3", (11, 9)),
    ]


def test_a_sheets_name_says_the_kind_and_the_place() -> None:
    rows: Rows = [["一年级作业登记 2026年9月"], ["班级", "9月14日", "9月15日"], ["1班", "背诗10分钟", "数数5分钟"]]
    assert {(entry.kind, entry.task.place) for entry in read(*rows, sheet="家庭口头").entries} == {("oral", "home")}
    assert {(entry.kind, entry.task.place) for entry in read(*rows, sheet="校内完成").entries} == {("written", "school")}


def test_sums_that_stand_first_are_held_against_what_follows() -> None:
    head: list[object] = ["班级", "学科", "11月9日"]
    rows: Rows = [["三年级作业 2026年"], head, ["1班", "合计", 30.0], ["", "语文", 20.0], ["", "数学", 10.0]]
    more: Rows = [["2班", "合计", 45.0], ["", "语文", 25.0], ["", "数学", 20.0]]
    assert kinds(read(*rows, *more)) == []
    more[0][2] = 95.0
    assert kinds(read(*rows, *more)) == [("total-mismatch", "more")]


def test_what_a_total_has_more_may_all_be_written_work() -> None:
    head: list[object] = ["日期", "语文", "数学", "数学(选做)", "合计"]
    reading = read(TITLE, head, ["10月19日", 15.0, 5.0, 15.0, 60.0])
    assert [(problem.kind, problem.extra) for problem in reading.problems] == [("total-mismatch", 40)]


def test_subjects_with_their_homework_below_a_line_for_each_day() -> None:
    rows: Rows = [["六(1)班 今日作业"], ["2026年9月14日", "星期一"], ["语文", "1. 练习10分钟\n2. 短文10分钟"], ["体育", "跳绳10分钟"]]
    reading = read(*rows, ["六(1)班 今日作业"], ["2026年9月15日", "星期二"], ["数学", "口算10分钟"], ["家长签名", ""])
    told = [(entry.date and entry.date[2], entry.subject, entry.high) for entry in reading.entries]
    assert (reading.layout, told) == ("lines", [(14, "语文", 10), (14, "语文", 10), (14, "体育", 10), (15, "数学", 10)])


def test_the_sum_of_pasted_lines_is_no_homework() -> None:
    rows: Rows = [
        ["【三(1)班 2026年11月2日 作业】"],
        ["语文：日记，25分钟。"],
        ["数学：口算，10分钟。"],
        ["书面作业合计35分钟"],
        ["收到请回复"],
    ]
    assert [entry.high for entry in read(*rows).entries] == [25, 10]
    rows[3] = ["书面作业合计95分钟"]
    assert kinds(read(*rows)) == [("total-mismatch", "more")]


def test_a_list_with_the_day_of_sending_beside_the_day_of_the_homework() -> None:
    rows: Rows = [
        ["发起时间", "班级", "作业日期", "学科", "作业内容", "时长"],
        ["2026-11-13", "三(1)班", "2026-11-09", "语文", "日记", 20.0],
    ]
    assert [entry.date and entry.date[:3] for entry in read(*rows).entries] == [(2026, 11, 9)]


def test_of_two_states_the_one_that_turns_homework_down_holds() -> None:
    head: list[object] = ["审批状态", "审批结果", "班级", "作业日期", "学科", "作业内容", "时长"]
    row: list[object] = ["已完成", "拒绝", "三(1)班", "2026-11-09", "语文", "日记", 20.0]
    assert [entry.state for entry in read(head, row).entries] == ["not-set"]


def test_classes_on_a_sheet_of_names_are_told() -> None:
    rows: Rows = [["四年级班级信息"], ["班级", "班主任", "人数"], ["四(1)班", "甲", 44.0], ["四(2)班", "乙", 45.0]]
    reading = read(*rows)
    assert (reading.status, [ref.label for ref in reading.classes]) == ("not-homework", ["1", "2"])


@pytest.mark.parametrize("order", list(itertools.permutations(["内容", "形式", "用时"])))
def test_a_kind_below_one_place_says_nothing_of_the_homework_of_another(order: tuple[str, ...]) -> None:
    told = {"内容": "亲子共读", "形式": "阅读", "用时": 20.0}
    rows: Rows = [
        ["三(1)班 2026年9月作业"],
        ["日期", "学科", "在校完成（书面）", "", "居家完成", "", ""],
        ["", "", "内容", "用时", *order],
        *(["9月21日", subject, "写字本", 40.0, *(told[name] for name in order)] for subject in ("语文", "数学")),
    ]
    merged = ((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 6))
    entries = read(*rows, merged=merged).entries
    assert sorted((entry.kind, entry.task.place) for entry in entries) == [("reading", "home")] * 2 + [("written", "school")] * 2
