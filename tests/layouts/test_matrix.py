"""What stands in a matrix beside the homework that its headings name: nothing of it may be dropped without a word."""

from __future__ import annotations

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
    assert kinds(read(TITLE, [*ACROSS, "晚托"], [*DAY[:4], 75.0, 30.0])) == [("total-mismatch", "more")]


def test_a_time_in_a_column_that_nothing_explains_is_said() -> None:
    assert kinds(read(TITLE, [*ACROSS, "晚托"], [*DAY, "订正30分钟"])) == [("unexplained-row", "")]


def test_columns_that_hold_a_sum_against_the_cap_are_known() -> None:
    for heading in ("超出", "超时(分钟)", "剩余", "上限", "是否超标"):
        assert kinds(read(TITLE, [*ACROSS, heading], [*DAY, 30.0])) == [], heading


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
