"""Homework that stands beside a table, in a remark, or in a column of its own: no class is cleared over it, however it is written."""

from __future__ import annotations

import pytest

from homework_audit.models.report import Report
from tests.conftest import Office
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes
from tests.layouts.test_no_false_clear import audited, is_cleared

Rows = list[list[object]]
DAY, CLASS = "2026-09-14", "三(1)班"
TITLE: list[object] = ["三年级作业公示 2026年9月14日"]
HEADINGS: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
CHINESE: list[object] = [DAY, CLASS, "语文", "抄写生字", 25]
MATHS: list[object] = [DAY, CLASS, "数学", "口算一页", 25]
SUBJECTS: list[object] = ["班级", "语文", "数学", "英语"]
FIRST: list[object] = ["三(1)班", "抄写20分钟", "口算20分钟", "单词10分钟"]
SECOND: list[object] = ["三(2)班", "抄写20分钟", "口算20分钟", "单词10分钟"]

LIST: Rows = [HEADINGS, CHINESE, MATHS]
MATRIX: Rows = [TITLE, SUBJECTS, FIRST, SECOND]
FIGURES: Rows = [["三年级作业时长(分钟) 2026年9月14日"], SUBJECTS, ["三(1)班", 20, 20, 10], ["三(2)班", 20, 20, 10]]
OF_ONE_CLASS: Rows = [["三(1)班作业 2026年9月14日"], ["学科", "作业内容", "时长"], ["语文", "抄写生字", 25], ["数学", "口算", 25]]
FORM: Rows = [["班级", CLASS, "日期", DAY], ["学科", "语文"], ["作业内容", "抄写"], ["预计时长", "20分钟"]]
LINES: Rows = [["三(1)班 2026年9月14日作业"], ["语文：抄写生字 20分钟"], ["数学：口算 10分钟"], ["英语：单词 10分钟"]]


def cleared(rows: Rows) -> bool:
    return is_cleared(audited(rows), day=DAY)


@pytest.mark.parametrize("rows", [LIST, MATRIX, FIGURES, OF_ONE_CLASS, LINES], ids=range(5))
def test_each_table_is_within_its_cap_as_it_stands(rows: Rows) -> None:
    assert cleared(rows)


@pytest.mark.parametrize(
    "line", ["英语抄写单词20分钟", "数学改为50分钟", "书面作业合计：90分钟", "备注：英语抄写20分钟", "备注 字帖一页20分钟"]
)
@pytest.mark.parametrize("table", [LIST, MATRIX, FIGURES, OF_ONE_CLASS], ids=range(4))
def test_a_line_below_a_table(table: Rows, line: str) -> None:
    assert not cleared([*table, [line]])


@pytest.mark.parametrize(
    "row", [["备注", "英语抄写20分钟"], ["备注：", "", "英语抄写20分钟"], ["班主任", "日记一篇20分钟"], ["备注", "日记一篇20分钟", "", ""]]
)
def test_a_row_below_a_matrix_whose_label_is_no_class(row: list[object]) -> None:
    assert not cleared([*MATRIX, row])


@pytest.mark.parametrize("heading", ["备注", "说明", "反馈"])
@pytest.mark.parametrize("text", ["字帖一页20分钟", "英语听写20分钟", "数学改为50分钟"])
def test_a_remark_that_sets_homework(heading: str, text: str) -> None:
    assert not cleared([[*HEADINGS, heading], [*CHINESE, text], [*MATHS, ""]])
    assert not cleared([TITLE, [*SUBJECTS, heading], [*FIRST, text], [*SECOND, ""]])


@pytest.mark.parametrize("heading", ["练字(分钟)", "预习用时", "订正(分钟)", "加练", "练字时间(分钟)", "额外用时", "时长(分钟)"])
def test_a_second_column_of_minutes(heading: str) -> None:
    assert not cleared([[*HEADINGS, heading], [*CHINESE, 20], [*MATHS, 10]])
    if heading != "时长(分钟)":
        assert not cleared([FIGURES[0], [*SUBJECTS, heading], ["三(1)班", 20, 20, 10, 20], ["三(2)班", 20, 20, 10, 20]])


@pytest.mark.parametrize("heading", ["订正人数", "练习册版本", "预习情况", "周末作业是否超标", "加练次数"])
def test_a_column_about_the_homework_is_none(heading: str) -> None:
    assert cleared([[*HEADINGS, heading], [*CHINESE, 20], [*MATHS, 10]])


@pytest.mark.parametrize("heading", ["补充", "订正", "周末", "家庭", "拓展", "加练内容"])
def test_a_second_column_of_homework(heading: str) -> None:
    assert not cleared([[*HEADINGS, heading], [*CHINESE, "小练笔一篇"], [*MATHS, "练习册P12"]])


@pytest.mark.parametrize("heading", ["订正", "预习", "练字"])
def test_a_second_pair_of_homework_and_minutes(heading: str) -> None:
    headings: list[object] = ["日期", "班级", "学科", "书面作业", "时长", heading, "时长"]
    assert not cleared([headings, [DAY, CLASS, "语文", "抄写", 25, "誊抄", 30], [DAY, CLASS, "数学", "口算", 20, "", ""]])


def test_a_small_table_beside_a_list() -> None:
    rows = [[*HEADINGS, "", "", ""], [*CHINESE, "", "", ""], [*MATHS, "", "学科", "时长"], ["", "", "", "", "", "", "英语", 40]]
    assert not cleared(rows)
    assert not cleared([HEADINGS, [*CHINESE, "", "英语抄写20分钟"], MATHS])


def test_a_sum_above_nothing_says_that_something_was_set() -> None:
    assert not cleared([TITLE, [*SUBJECTS, "合计"], ["三(1)班", "", "", "", 90], ["三(2)班", 10, 10, 10, 30]])


@pytest.mark.parametrize("line", [["备注：合计90分钟"], ["合计", 90], ["注：三(1)班合计90分钟"]])
def test_a_sum_that_is_more_than_what_was_read(line: list[object]) -> None:
    assert not cleared([*LIST, [], line])


@pytest.mark.parametrize("line", [["备注：合计50分钟"], ["合计", 50], ["以上共50分钟"]])
def test_a_sum_of_what_was_read_says_nothing_new(line: list[object]) -> None:
    assert cleared([*LIST, [], line])


@pytest.mark.parametrize("ditto", ["同上", "〃"])
def test_the_same_as_above_with_nothing_above(ditto: str) -> None:
    assert not cleared([TITLE, SUBJECTS, ["三(1)班", ditto, "口算20分钟", ""], SECOND])
    assert not cleared([["三(1)班作业"], ["学科", "9月14日", "9月15日"], ["语文", ditto, 20], ["数学", 20, 20]])


@pytest.mark.parametrize("line", ["计算20题", "单词三遍", "字帖一页", "课后题", "各位家长辛苦了，完成英语报纸！"])
def test_a_line_that_states_neither_subject_nor_time(line: str) -> None:
    assert not cleared([*LINES, [line]])


@pytest.mark.parametrize("line", ["各位家长辛苦了！", "请督促孩子早睡。", "家长签字"])
def test_a_line_that_is_polite_sets_nothing(line: str) -> None:
    assert cleared([*LINES, [line]])


@pytest.mark.parametrize("row", [["", "小练笔一篇50分钟"], ["备注", "另数学练习册50分钟"], ["补充作业", "抄写50分钟"]])
def test_homework_below_a_form(row: list[object]) -> None:
    assert not cleared([*FORM, row])


def test_numbers_in_circles_are_homeworks_and_no_classes() -> None:
    assert not cleared([["三(1)班 2026年9月14日 作业时长"], ["学科", "①", "②"], ["语文", 20, 20], ["数学", 20, 20]])


@pytest.mark.parametrize("unit", ["单位：10分钟", "每格10分钟"])
def test_figures_that_count_something_else_than_minutes(unit: str) -> None:
    assert not cleared([["三年级作业时长 2026年9月14日"], [unit], ["班级", "语文", "数学"], ["三(1)班", 4, 4]])
    rows: Rows = [["三年级 2026年9月14日"], ["班级", "语文时长（15分钟/格）", "数学时长（15分钟/格）"], ["三(1)班", 4, 4]]
    assert not cleared(rows)


def of_cells(chinese: str, maths: str = "口算25分钟") -> Rows:
    return [TITLE, ["班级", "语文", "数学"], ["三(1)班", chinese, maths]]


@pytest.mark.parametrize(
    "text",
    [
        *("抄写课文（鼓励背诵）40分钟", "抄写课文40分钟（鼓励背诵）", "抄写课文（可选背诵）40分钟", "练习册40分钟 选做：第5题"),
        *("口头：背诵；生字三遍40分钟", "自愿：日记。练习册40分钟", "选做：日记；练习册40分钟"),
        *(f"口头背诵，{task}，40分钟" for task in ("生字三遍", "组词", "仿写", "计算5题", "单元检测", "批注", "导学案", "《同步》")),
        *("作文（构思10分钟，写30分钟）", "作文(草稿20分钟、誊写30分钟)", "抄写20′练习20′", "抄写、练习分别需要15、25分钟"),
        *("作文20分钟，誊写另算", "作文20分钟写不完", "抄写大半小时", "抄写半小时+", "练习20分钟（1班40分钟）", "50（周末80）"),
        *(f"课文抄写20分钟，{more}" for more in ("造句5个", "生字本", "抄词语", "计算20道", "写话", "手抄报", "其余见群")),
    ],
)
def test_what_a_cell_says_beside_its_first_words(text: str) -> None:
    assert not cleared(of_cells(text))


@pytest.mark.parametrize(
    "text",
    ["抄写20分钟，家长签字", "抄写20分钟，写在作业本上", "抄写20分钟，注意书写工整", "朗读课文（口头）40分钟", "（选做）练习册40分钟"],
)
def test_how_it_is_to_be_done_is_no_homework(text: str) -> None:
    assert cleared(of_cells(text))


@pytest.mark.parametrize("text", ["50，不含口头", "50（另口头10）", "50(含订正另10)"])
def test_minutes_with_something_beside_them(text: str) -> None:
    assert not cleared([TITLE, ["班级", "语文(分钟)", "数学(分钟)"], ["三(1)班", text, 25]])


def of_column(heading: str, text: str) -> Rows:
    return [[*HEADINGS, heading], [DAY, CLASS, "语文", "抄写", 40, text], [DAY, CLASS, "数学", "口算", 40, text]]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        *(("审核意见", text) for text in ("同意（首次退回）", "取消罚抄", "曾退回", "可撤回", "无退回", "2人未通过", "原稿作废")),
        *(("家长意见", "退回"), ("批改", "退回"), ("提交状态", "退回"), ("备注", "拓展练习册"), ("必做选做", "最后一题选做")),
        *(("要求", "鼓励用钢笔"), ("要求", "自选题目"), ("检查", "口头"), ("验收方式", "口头")),
    ],
)
def test_what_a_column_says_of_something_else(heading: str, text: str) -> None:
    assert not cleared(of_column(heading, text))


@pytest.mark.parametrize("state", ["退回", "退回修改", "超量，退回不予布置", "教务处退回：时间过长", "已撤回", "通过后撤回"])
def test_what_was_turned_down_was_not_set(state: str) -> None:
    assert cleared(of_column("审核意见", state))


@pytest.mark.parametrize("kind", ["操作题", "实验题", "探究单"])
def test_exercises_are_written_whatever_they_are_about(kind: str) -> None:
    rows: Rows = [
        ["日期", "班级", "学科", "作业类型", "作业内容", "时长"],
        [DAY, CLASS, "数学", kind, "第5题", 40],
        [DAY, CLASS, "语文", "书面", "抄写", 25],
    ]
    assert not cleared(rows)


@pytest.mark.parametrize(("subject", "task"), [("课外阅读", "批注"), ("课外阅读", "仿写"), ("体育与健康", "单元检测")])
def test_writing_in_a_subject_that_is_mostly_unwritten(subject: str, task: str) -> None:
    assert not cleared([HEADINGS, [DAY, CLASS, subject, task, 40], MATHS])


@pytest.mark.parametrize("text", ["抄写第5课、练习册P12（选做）", "抄写第5课+练习册P12（选做）", "抄写生字并完成练习册（选做）"])
def test_a_mark_behind_several_tasks_may_be_that_of_the_last(text: str) -> None:
    assert not cleared([HEADINGS, [DAY, CLASS, "语文", text, 40], [DAY, CLASS, "数学", "口算", 25]])


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("教辅", "同步练习", "伴你学"),
        ("册别", "上册", "下册"),
        ("课次", "第1课", "第2课"),
        ("范围", "P1", "P2"),
        ("页", 1, 2),
        ("栏目", "积累", "运用"),
    ],
)
def test_what_tells_two_homeworks_apart(heading: str, one: object, other: object) -> None:
    headings: list[object] = ["日期", "班级", "学科", heading, "作业内容", "时长"]
    assert not cleared([headings, [DAY, CLASS, "语文", one, "练习", 35], [DAY, CLASS, "语文", other, "练习", 35]])


def test_the_same_words_of_two_teachers_are_two_homeworks_where_no_subject_is_named() -> None:
    headings: list[object] = ["日期", "班级", "教师", "作业内容", "时长"]
    assert not cleared([headings, [DAY, CLASS, "王老师", "练习册一页", 35], [DAY, CLASS, "李老师", "练习册一页", 35]])


def test_types_of_homework_are_no_layers() -> None:
    headings: list[object] = ["日期", "班级", "学科", "作业类型", "时长"]
    assert not cleared([headings, [DAY, CLASS, "数学", "基础巩固", 35], [DAY, CLASS, "数学", "能力提升", 35]])


BARE: Rows = [["日期", "班级", "学科", "时长(分钟)"], [DAY, CLASS, "语文", 20], [DAY, CLASS, "数学", 20]]


def of_files(**sheets: str) -> Report:
    office = Office()
    office.files = {f"{name}.xlsx": xlsx_bytes([DrawnSheet(sheet, BARE)]) for name, sheet in sheets.items()}
    return office.audit()


def test_the_same_figures_in_parts_of_a_day_s_homework_are_no_copies() -> None:
    assert not is_cleared(of_files(必做作业="表", 补充作业="表"), day=DAY)
    assert is_cleared(of_files(作业="表", 作业副本="表"), day=DAY)
