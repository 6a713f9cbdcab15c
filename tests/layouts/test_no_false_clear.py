"""Sheets on which a reading that looks right would clear a class that is over: each must say over, or that it cannot be told."""

from __future__ import annotations

import pytest

from homework_audit.models.report import Report
from tests.conftest import Office
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes

Rows = list[list[object]]
D, K = "2026-09-15", "三(1)班"
H: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
A: list[object] = [D, K, "语文", "抄写", 40]
B: list[object] = [D, K, "数学", "口算", 40]
A30: list[object] = [D, K, "语文", "抄写", 30]
B30: list[object] = [D, K, "数学", "口算", 30]
SMALL: list[object] = ["学科", "作业内容", "时长(分钟)"]
X: list[object] = ["语文", "抄写", 40]
Y: list[object] = ["数学", "口算", 40]
TITLE: list[object] = ["三(1)班 2026年9月15日作业"]
TITLE_ONLY: Rows = [["三（1）班 2026年9月15日作业"]]
FIRST = ["2026-09-15", "一(1)班"]


def audited(rows: Rows, name: str = "作业.xlsx", sheet: str = "Sheet1") -> Report:
    office = Office()
    office.files = {name: xlsx_bytes([DrawnSheet(sheet, rows)])}
    return office.audit()


def is_cleared(report: Report, grade: int = 3, label: str = "1", day: str = D) -> bool:
    """Whether somebody who reads the report takes the class for one within its cap, or hears nothing at all."""
    found = [one for one in report.class_days if (one.grade, one.school_class, str(one.day)) == (grade, label, day)]
    if found:
        return found[0].verdict == "within"
    return report.complete and not any(finding.severity == "error" for finding in report.findings)


def listed(*columns: object, rows: Rows | None = None) -> Rows:
    return [[*H, *columns], *(rows or [])]


TITLES = (
    "填表人：王劳动",
    "检查人：李体育",
    "观察员：王芳",
    "制作日期：2026年9月16日",
    "调查时间：9月15日",
    "说明：口头作业不填",
    "（不含口头作业）",
    "体育锻炼另行安排",
    "操作说明见背面",
    "作业量调查表",
    "实验二小每日作业登记表",
    "校运动会期间作业",
    "阅读月作业登记",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_word_in_a_title_makes_no_homework_another_kind(title: str) -> None:
    assert not is_cleared(audited([[title], H, A, B]))
    assert not is_cleared(audited([[f"{title}（单位：分钟）"], ["日期", "班级", "语文", "数学"], [D, K, 40, 40]]))


@pytest.mark.parametrize("heading", ["时长（分钟，不含口头）", "时长(分钟)（阅读不计）"])
def test_what_a_heading_excepts_is_not_its_kind(heading: str) -> None:
    assert not is_cleared(audited([[*H[:4], heading], A, B]))
    assert not is_cleared(audited([["日期", "班级", "学科", "作业内容（不含口头）", "时长(分钟)"], A, B]))


@pytest.mark.parametrize("heading", ["时长（分钟，不含校内）", "时长(分钟)(校内完成的不填)"])
def test_what_a_heading_excepts_is_not_its_place(heading: str) -> None:
    report = audited([[*H[:4], heading], [*FIRST, "语文", "抄写", 20]])
    assert not is_cleared(report, 1)


@pytest.mark.parametrize(
    "kind", ["非口头", "听说读写", "口头+练习", "阅读卷", "观察并记录", "不是口头", "背诵+写", "阅读+做题", "朗读、计算", "实践+计算"]
)
def test_a_kind_beside_writing_is_written(kind: str) -> None:
    assert not is_cleared(audited([[*H, "类型"], [*A, kind], [*B, "书面"]]))


@pytest.mark.parametrize(
    "content",
    [
        "先口头说一说，再完成课本第12页",
        "不用口头，完成课本第12页",
        "完成课本第12页、读课文（口头）",
        "【口头】说算理，完成课本第12页",
        "听读：Unit 1，并抄单词",
        "【实践】量一量，列式计算并填写记录单",
        "作文：春游",
        "先口头说一说再写下来",
    ],
)
def test_writing_named_in_the_homework_counts(content: str) -> None:
    assert not is_cleared(audited([H, [D, K, "语文", content, 40], B]))


@pytest.mark.parametrize(
    ("name", "content"), [("体育", "体育知识试卷"), ("劳动", "写一篇劳动日记"), ("阅读", "完成阅读理解题两篇"), ("口语", "抄写对话并翻译")]
)
def test_writing_counts_for_any_subject(name: str, content: str) -> None:
    assert not is_cleared(audited([H, [D, K, name, content, 40], B]))


def test_what_is_excepted_from_the_optional_is_not_optional() -> None:
    assert not is_cleared(audited([[*H, "必做/选做"], [*A, "选做题除外"], [*B, "必做"]]))


@pytest.mark.parametrize("place", ["校内未完成", "校内（部分）", "在校（未写完带回）", "尽量在校完成", "非在校", "可在校完成"])
def test_what_is_taken_home_is_homework(place: str) -> None:
    assert not is_cleared(audited([[*H, "完成地点"], [*FIRST, "语文", "抄写", 20, place]]), 1)
    assert not is_cleared(audited([H, [*FIRST, "语文", "【校内】没写完的回家写完", 20]]), 1)


@pytest.mark.parametrize(
    "status",
    [
        *("退回修改，已重新提交", "未退回", "驳回，已改正", "不予退回", "不同意减少", "不通过，仍按原计划布置", "取消了撤回"),
        *("同意/不同意", "□同意 □不同意", "家长不同意", "不同意见：少一题"),
    ],
)
def test_what_was_mended_was_set(status: str) -> None:
    assert not is_cleared(audited([[*H, "状态"], [*A, status], [*B, "已通过"]]))


@pytest.mark.parametrize("status", ["不同意", "不同意，当日超量", "教务处不同意", "暂不同意", "□同意 ☑不同意"])
def test_what_the_office_did_not_agree_to_was_not_set(status: str) -> None:
    days = audited([[*H, "教务处意见"], [*A, status], [*B, "同意"]]).class_days
    assert [(day.minutes, day.verdict) for day in days] == [(40, "within")]


SWALLOWED: list[Rows] = [
    [["", "语文", "数学"], ["作业", "抄写40分钟", "口算40分钟"]],
    [["项目", "语文", "数学", "英语"], ["作业内容", "抄写40分钟", "口算40分钟", ""]],
    [["项目", "语文", "数学"], ["课堂作业", 20, 20], ["课后作业", 20, 20]],
    [["项目", "语文", "数学"], ["用时(分钟)", 40, 40]],
    [["", "语文", "数学", "英语"], ["用时", "30分钟", "30分钟", "20分钟"]],
    [["语文（30分钟）", "数学（30分钟）", "英语（20分钟）"], ["抄写", "练习题", "默写"]],
    [["", "语文", "数学"], ["书面作业", "抄写40分钟", "口算40分钟"], ["口头作业", "朗读10分钟", "无"]],
    [["", "语文", "数学"], ["作业一", "抄写", "口算"], ["时长", 20, 20], ["作业二", "默写", "练习册"], ["时长", 20, 20]],
]


@pytest.mark.parametrize("rows", SWALLOWED, ids=range(len(SWALLOWED)))
def test_a_row_of_homework_is_no_heading(rows: Rows) -> None:
    assert not is_cleared(audited([TITLE, *rows]))


@pytest.mark.parametrize("title", ["期末复习计划", "三(1)班值日及练习安排", "每日练习（咨询电话138…）"])
def test_a_list_of_homework_is_one_whatever_its_title_says(title: str) -> None:
    head: list[object] = ["日期", "班级", "学科", "内容", "时长(分钟)"]
    assert not is_cleared(audited([[title], head, A, B], "练习.xlsx"))


@pytest.mark.parametrize("title", ["考试周作业", "三(1)班作业（人数42人）", "期末复习作业"])
def test_a_matrix_of_homework_too(title: str) -> None:
    assert not is_cleared(audited([[title], ["日期", "语文", "数学"], [D, 40, 40]], "三(1)班作业.xlsx"))


@pytest.mark.parametrize(
    "lines",
    [
        ["三(1)班作业要求（9月15日）", "语文：抄写第1-3课生字并组词，约80分钟", "请家长签字"],
        ["三(1)班作业方案", "9月15日练习册用时40分钟。", "抄写用时40分钟。"],
    ],
)
def test_sentences_that_set_homework_are_no_instructions(lines: list[str]) -> None:
    assert not is_cleared(audited([[line] for line in lines]))


ADDED: list[Rows] = [
    [["日期", "语文", "数学"], [D, 30, 30], ["另：每天练字20分钟"]],
    [["日期", "语文", "数学"], [D, 30, 30], ["另完成数学试卷一张，20分钟"]],
    [["日期", "语文", "数学"], [D, 20, 20], ["备注", "另抄写20分钟", "另口算20分钟"]],
    [["日期", "语文", "数学", "备注"], [D, 30, 30, "另加练字20分钟"]],
    [["日期", "语文", "数学", "校本作业"], [D, 20, 20, "练习册40分钟"]],
]


@pytest.mark.parametrize("rows", ADDED, ids=range(len(ADDED)))
def test_homework_that_is_added_in_words(rows: Rows) -> None:
    assert not is_cleared(audited(rows, "三(1)班作业（分钟）.xlsx"))


@pytest.mark.parametrize("heading", ["备注", "教师", "反馈", "补充作业", "附件", "说明", "其他作业"])
def test_homework_that_is_added_in_another_column(heading: str) -> None:
    assert not is_cleared(audited([[*H, heading], [*A30, "另加练字20分钟"], [*B30, ""]]))


@pytest.mark.parametrize("note", ["备注：数学另加试卷一张，40分钟", "注：除上表外另有练字20分钟"])
def test_homework_that_is_added_in_a_note(note: str) -> None:
    assert not is_cleared(audited([H, A30, B30, [note]]))


@pytest.mark.parametrize("note", ["以上时间单位为小时", "注：以上为每课所需时间", "每日固定作业：练字20分钟"])
def test_a_note_that_changes_what_the_figures_mean(note: str) -> None:
    assert not is_cleared(audited([H, A30, B30, [note]]))
    assert not is_cleared(audited([[note], H, A30, B30]))


FORM: Rows = [["三(1)班 2026年9月15日作业公示"], ["班级", K, "日期", D], ["学科", "语文"], ["作业内容", "抄写"], ["预计用时", "30分钟"]]


@pytest.mark.parametrize("more", [[["其他作业", "抄写"], ["预计用时", "40分钟"]], [["补充作业", "抄写40分钟"]]], ids=range(2))
def test_homework_that_is_added_to_a_form(more: Rows) -> None:
    assert not is_cleared(audited([*FORM, *more]))


@pytest.mark.parametrize("label", ["教师补充", "补充作业", "其他"])
def test_homework_that_is_added_in_a_row_of_its_own(label: str) -> None:
    assert not is_cleared(audited([["三(1)班每日作业（分钟）"], ["日期", "语文", "数学"], [D, 30, 20], [label, 20, ""]]))


def test_a_total_of_homework_that_stands_nowhere() -> None:
    report = audited([H, [D, K, "合计", "", 80]])
    assert [finding.rule for finding in report.findings] == ["total-mismatch"]
    assert not is_cleared(report)


@pytest.mark.parametrize("day", ["10/09/26", "15/9/26", "10.9.26"])
def test_a_day_that_may_begin_or_end_with_its_year(day: str) -> None:
    assert not is_cleared(audited([H, [day, K, "语文", "抄写", 80]]))


def test_a_title_speaks_for_its_own_table_alone() -> None:
    rows: Rows = [["三(1)班 2026年9月15日"], ["口头作业"], SMALL, ["英语", "朗读", 10], [], SMALL, X, Y]
    assert not is_cleared(audited(rows))


def test_a_second_table_to_the_right_without_headings() -> None:
    assert not is_cleared(audited([TITLE, SMALL, ["语文", "抄写", 40, "", "数学", "口算", 40]]))


@pytest.mark.parametrize("line", ["请完成英语练习册第10页并家长签字", "请家长督促孩子完成英语试卷一张", "数学小卷一张", "订正试卷"])
def test_a_polite_line_may_set_homework(line: str) -> None:
    assert not is_cleared(audited([TITLE, ["语文：抄写生字30分钟"], ["数学：口算20分钟"], [line]]))


def test_a_table_called_a_sum_whose_figures_are_new() -> None:
    upper: Rows = [TITLE, ["一、语文"], ["学科", "时长(分钟)"], ["语文", 40], []]
    assert not is_cleared(audited([*upper, ["二、合计"], ["学科", "时长(分钟)"], ["数学", 40]]))


PAIRS: list[tuple[list[object], list[object]]] = [
    (["用时下限(分钟)", "用时上限(分钟)"], [40, 70]),
    (["页数", "每页用时(分钟)"], [4, 20]),
    (["时长(分钟)", "补充作业", "补充作业时长(分钟)"], [40, "练字", 40]),
]


@pytest.mark.parametrize(("heads", "values"), PAIRS, ids=range(len(PAIRS)))
def test_two_columns_of_minutes(heads: list[object], values: list[object]) -> None:
    assert not is_cleared(audited([[*H[:4], *heads], [D, K, "语文", "抄写", *values]]))


def test_two_homeworks_of_a_row_with_a_time_each() -> None:
    head: list[object] = ["日期", "班级", "学科", "课堂作业", "用时", "家庭作业", "预计用时"]
    assert not is_cleared(audited([head, [D, K, "语文", "抄写", 40, "练习册", 40]]))


@pytest.mark.parametrize("content", ["试卷A（40分钟）、试卷B（40分钟）", "口算20分钟×2", "抄写3课，每课20分钟"])
def test_homework_that_states_more_time_than_its_column(content: str) -> None:
    assert not is_cleared(audited([H, [D, K, "语文", content, 20]]))


@pytest.mark.parametrize(
    "stated", ["（作文除外）", "（最少）", "（下限）", "（一课）", "（单面）", "（不含作文）", "（保底）", "（最快）", "（外加默写）"]
)
def test_a_remark_that_may_change_a_figure(stated: str) -> None:
    assert not is_cleared(audited([H, [D, K, "语文", "抄写", f"20分钟{stated}"], [D, K, "数学", "口算", 30]]))


@pytest.mark.parametrize(
    ("one", "other"), [("口算P1-2", "口算P12"), ("习题第3-5题", "习题第35题"), ("习题1.2", "习题12"), ("抄写第1、2课", "抄写第12课")]
)
def test_homework_with_other_figures_is_other_homework(one: str, other: str) -> None:
    assert not is_cleared(audited([H, [D, K, "数学", one, 40], [D, K, "数学", other, 40]]))


def test_homework_on_another_page_is_other_homework() -> None:
    head: list[object] = ["日期", "班级", "学科", "作业内容", "页码", "时长(分钟)"]
    report = audited([head, [D, K, "数学", "练习册", "P12", 40], [D, K, "数学", "练习册", 13, 40]])
    assert [one.text for one in report.class_days[0].evidence] == ["练习册 P12", "练习册 P13"]
    assert not is_cleared(report)


@pytest.mark.parametrize("line", ["9月16日交手抄报", "9月16日带齐学具", "9月18日前交", "与三(2)班交换批改"])
def test_a_line_about_something_else_moves_no_homework(line: str) -> None:
    assert not is_cleared(audited([TITLE, ["语文：抄写生字40分钟"], [line], ["数学：口算40分钟"], ["英语：朗读5分钟"]]))


@pytest.mark.parametrize(
    "title",
    [
        "发布日期：2026年9月14日",
        "公示日期：2026年9月14日",
        "上交时间：9月16日",
        "9月1日起执行",
        "版本：9.16",
        "与三(2)班同步",
        "（2班共用教室）",
        "班主任兼任三(2)班",
    ],
)
def test_another_line_above_the_table_does_not_outdo_the_title(title: str) -> None:
    assert not is_cleared(audited([["三(1)班作业 2026年9月15日"], [title], SMALL, X, Y]))


def test_a_period_is_not_its_first_day() -> None:
    report = audited([["三(1)班9月14日—17日每日作业"], SMALL, X, Y])
    assert not is_cleared(report)


@pytest.mark.parametrize("classes", ["1.2班", "3.4班"])
def test_two_classes_with_a_full_stop(classes: str) -> None:
    report = audited(
        [
            ["三年级作业"],
            ["日期", "班级", "学科", "作业内容", "时长(分钟)"],
            [D, classes, "语文", "抄写", 80],
            [D, "5班", "语文", "抄写", 10],
        ]
    )
    assert not is_cleared(report, 3, classes[0])


@pytest.mark.parametrize("text", ["作文：春游", "作文：我的假期", "日记：秋游"])
def test_a_composition_about_a_day_off_is_homework(text: str) -> None:
    assert not is_cleared(audited([TITLE, ["学科", "作业"], ["语文", text], ["数学", "口算30分钟"]]))


CELLS = (
    "抄写20分，练字15分钟",
    "抄写20'，练字15分钟",
    "一起作业APP20分钟，抄写20分钟",
    "听力VOA20分钟，抄写20分钟",
    "抄写20分钟（另加练字15分钟）",
    "抄写20分钟（不含默写15分钟）",
    "抄写生字（20分钟+15分钟）",
    "抄写生字20+15分钟",
    "抄写1时20分",
    "试卷每张20分钟，共2张",
    "两张试卷，一张20分钟",
    "20分钟一张，共2张",
    "每套20分钟，做两套",
    "15分钟/张，共3张",
    "抄3课，15分钟/课",
    "一课15分钟，抄三课",
    "默写4首古诗，10分钟/首",
    "每面10分钟，写4面",
    "抄4遍（10分钟一遍）",
    "10分钟一遍，抄四遍",
    "抄写10分钟/行，写4行",
    "练习册20分钟两次",
    "练习册（20分钟两遍）",
    "20分钟，早晚各一次",
    "早晚各练字20分钟",
    "一天两次，一次20分钟",
    "2课时，每课时40分钟",
    "语、数均20分钟",
    "语数都是20分钟",
    "先口头说一说再写下来40分钟",
    "阅读：完成阅读理解2篇 40分钟",
    "抄写20分钟多",
    "抄写20分钟（周末40分钟）",
    "抄写1小时½",
    "课本第12页和第13页（选做）",
)


@pytest.mark.parametrize("text", CELLS)
def test_the_text_of_one_cell(text: str) -> None:
    assert not is_cleared(audited([TITLE, ["学科", "作业"], ["语文", text], ["数学", "口算30分钟"]]))


@pytest.mark.parametrize("text", ["抄写(20)，练字(20)", "抄写 20 练字 20", "①抄写（20）②练字（20）", "抄写/20/练字/20", "抄写:20,练字:20"])
def test_bare_figures_of_several_things(text: str) -> None:
    assert not is_cleared(
        audited([["三(1)班 2026年9月15日作业（分钟）"], ["学科", "作业及用时(分钟)"], ["语文", text], ["数学", "口算(30)"]])
    )


def test_a_row_without_its_date_need_not_be_of_the_day_in_the_name_of_the_file() -> None:
    other: list[object] = ["2026-09-14", K, "语文", "日记", 10]
    undated: list[object] = ["", K, "数学", "口算", 40]
    assert not is_cleared(audited([H, other, A, A[:], undated, other], name="作业导出_2026-09-18.xlsx"))


@pytest.mark.parametrize("kind", ["□口头 ☑书面", "口头□ 书面☑", "□口头 □实践 □书面", "☑口头 ☑书面"])
def test_boxes_of_kinds(kind: str) -> None:
    assert not is_cleared(audited([[*H, "类型"], [*A, kind], [*B, kind]]))


@pytest.mark.parametrize("choice", ["□选做 ☑必做", "周五（选做）", "第3题（选做）", "附加题（选做）"])
def test_boxes_of_choice(choice: str) -> None:
    assert not is_cleared(audited([[*H, "要求"], [*A, choice], [*B, choice]]))


def test_lines_of_a_record_that_was_turned_down_and_of_one_that_was_not() -> None:
    heads: list[object] = ["审批编号", "审批状态", "审批结果", "班级", "布置日期", "学科", "作业内容", "时长(分钟)"]
    rows: Rows = [
        [1001, "完成", "拒绝", K, D, "语文", "抄写", 50],
        ["", "", "", "", "", "数学", "口算", 50],
        [1002, "完成", "同意", K, D, "语文", "抄写", 40],
        ["", "", "", "", "", "数学", "口算", 40],
    ]
    report = audited([heads, *rows])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(80, "over")]


def test_what_one_line_of_a_record_says_is_not_said_of_the_next() -> None:
    heads: list[object] = ["编号", "填报人", "班级", "布置日期", "要求", "学科", "作业内容", "时长(分钟)"]
    rows: Rows = [
        [1001, "李老师", K, D, "选做", "语文", "日记", 10],
        ["", "", "", "", "", "数学", "口算", 40],
        [1002, "王老师", K, D, "选做", "英语", "听写", 10],
        ["", "", "", "", "", "语文", "抄写", 40],
    ]
    assert not is_cleared(audited([heads, *rows]))


@pytest.mark.parametrize("answer", ["有", "是", "布置了"])
def test_homework_that_was_set_and_not_named(answer: str) -> None:
    heads: list[object] = ["班级", "日期", "学科", "今天是否布置书面作业", "作业内容", "时长(分钟)"]
    rows: Rows = [[K, D, "语文", "有", "抄写", 30], [K, D, "数学", answer, "(跳过)", "(跳过)"]]
    assert not is_cleared(audited([heads, *rows]))


@pytest.mark.parametrize("opinion", ["同意，另加口算40分钟", "请再布置练习册第20页40分钟"])
def test_an_opinion_that_adds_homework(opinion: str) -> None:
    assert not is_cleared(audited([TITLE, SMALL, [*X[:2], 30], ["教导处意见", opinion, ""]]))


@pytest.mark.parametrize("alone", ["抄写", "习题", "书面", "必做", "B", "A层"])
def test_a_word_alone_in_a_cell_is_homework_of_unknown_length(alone: str) -> None:
    rows: Rows = [["三(1)班一周作业"], ["学科", "9月14日", "9月15日"], ["语文", "日记20分钟", alone], ["数学", "口算30分钟", "口算20分钟"]]
    assert not is_cleared(audited(rows))


def test_the_highest_layer_is_no_optional_work() -> None:
    heads: Rows = [["学科", "基础层（C）", "", "拓展层（A）", ""], ["", "题目", "用时", "题目", "用时"]]
    assert not is_cleared(audited([TITLE, *heads, ["语文", "抄写", "30分", "作文", "70分"]]))


@pytest.mark.parametrize("aside", [[], ["档案号", "A-17"], ["档案号"]])
def test_every_form_on_a_sheet_is_of_its_own_class(aside: list[object]) -> None:
    about: list[object] = ["周次", "第3周", "起止日期", "2026年9月14日至9月17日", "班主任", "方明", *aside]
    days: list[object] = ["学科", "周一（9-14）", "周二（9-15）"]
    one: Rows = [["作业统筹单"], ["班级", "三(2)班", *about], days, ["语文", "日记20分钟", "抄写20分钟"], ["年级部意见", "同意。"], []]
    report = audited([*one, ["作业统筹单"], ["班级", K, *about], days, ["语文", "日记20分钟", "抄写70分钟"], ["年级部意见", "同意。"]])
    assert not is_cleared(report)
    assert {day.school_class for day in report.class_days} == {"1", "2"}


@pytest.mark.parametrize("mark", ["已撤回", "已取消"])
def test_a_card_that_was_withdrawn_takes_no_other_with_it(mark: str) -> None:
    cell = f"语文【{mark}】\n预习单\n30分\n数学\n练习册\n70分"
    assert not is_cleared(audited([["三(1)班一周作业"], ["", "9月14日", "9月15日"], ["作业", "语文\n日记\n20分", cell]]))


@pytest.mark.parametrize("sheet", ["首页", "封面", "目录"])
def test_a_sheet_with_homework_is_no_cover_whatever_its_name(sheet: str) -> None:
    assert not is_cleared(audited([["三(1)班 2026年9月15日"], ["语文", "练习册第12页"], ["数学", "试卷一张"]], sheet=sheet))


def test_layers_that_are_added_are_done_by_everybody() -> None:
    assert not is_cleared(audited([TITLE, SMALL, ["语文", "练习", "基础20+提高45"]]))


def test_homework_in_a_column_that_nothing_explains_beside_a_blank_time() -> None:
    heads: Rows = [["日期", "班级", "语文", "", "数学", ""], ["", "", "活计", "完成时限", "活计", "完成时限"]]
    assert not is_cleared(audited([*heads, [D, K, "抄写", "30分钟", "试卷", ""]]))


def test_a_column_of_another_homework_under_a_name_in_two_languages() -> None:
    heads: Rows = [["Date", "Grade 3 Class 1\n三（1）班", ""], ["", "Written 书面", "Oral 口头"]]
    assert not is_cleared(audited([["English homework 2026"], *heads, [D, 70, 10]]))


def test_homework_of_other_subjects() -> None:
    assert not is_cleared(audited([TITLE, ["语文", "数学", "其他学科"], ["30分钟", "20分钟", "历史20分钟"]]))
    assert not is_cleared(audited([["三年级作业 2026年9月15日"], ["班级", "语文", "其他学科"], ["1班", "50分钟", "适量"]]))


@pytest.mark.parametrize("kind", ["不动笔以外都要写", "写的", "动笔"])
def test_words_of_writing_in_a_column_of_kinds(kind: str) -> None:
    assert not is_cleared(audited([[*H, "写的还是读的"], [*A, kind], [*B, kind]]))


def test_sums_in_a_message_take_no_homework_with_them() -> None:
    text = "【三(1)班 9月15日作业】\n语文：朗读课文（20分钟）\n数学：练习册（40分钟）\n书面作业共60分钟。\n英语：抄写（20分钟）"
    assert not is_cleared(audited([["时间", "发送人", "内容"], ["2026-09-15 16:00", "李老师", text]]))


@pytest.mark.parametrize(
    "cell",
    [
        *("抄写20分钟；默写", "①抄写20分钟②默写", "抄写20分钟\n默写", "抄写20分钟 练习册第3页", "抄写20分钟，另完成周记"),
        *("抄写（20分钟）、练习册、周记", "抄写20分钟，订正试卷", "【口头】背诵20分钟【书面】抄写", "选做阅读20分钟，必做试卷"),
        *("抄写20分钟（选做：背诵）试卷", "晚上6点到7点10分 抄写", "抄写至少20分钟", "听写15分钟，练习册20分钟以上"),
    ],
)
def test_another_task_of_a_cell_has_no_time_of_its_own(cell: str) -> None:
    rows: Rows = [["三(1)班一周作业"], ["学科", "9月14日", "9月15日"], ["语文", "日记20分钟", cell], ["数学", "口算5分钟", "口算5分钟"]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("heading", ["补充作业", "家庭作业", "周末作业", "作业二", "备注"])
def test_homework_in_a_second_column(heading: str) -> None:
    assert not is_cleared(audited([[*H, heading], [*A30, "抄写词语50分钟"], [*B30[:4], 5, ""]]))


@pytest.mark.parametrize("heads", [["课堂作业", "家庭作业"], ["作业1", "作业2"], ["必做作业", "补充作业"]])
def test_two_columns_of_homework_with_their_times(heads: list[object]) -> None:
    rows: Rows = [["班级", "日期", "学科", *heads], [K, D, "语文", "抄写20分钟", "试卷50分钟"], [K, D, "数学", "口算5分钟", ""]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("title", ["补：英语抄写50分钟", "英语 抄写单词 50分钟", "英语听写50分钟"])
def test_homework_above_the_table(title: str) -> None:
    assert not is_cleared(audited([[title], H, A30, [*B[:4], 5]]))


@pytest.mark.parametrize("heading", ["补充时长", "订正用时", "额外用时"])
def test_minutes_on_top_of_others(heading: str) -> None:
    assert not is_cleared(audited([[*H, heading], [*A30, 70], [*B[:4], 5, 10]]))


@pytest.mark.parametrize("session", ["时段", "节次"])
def test_lessons_of_a_day_with_homework_are_no_bell_schedule(session: str) -> None:
    rows: Rows = [["三(1)班"], ["日期", session, "语文"], ["9月15日", "上午", "练习册35分钟"], ["9月15日", "下午", "作文35分钟"]]
    assert not is_cleared(audited(rows))
    untimed: Rows = [["三(1)班"], ["日期", session, "语文"], ["9月15日", "上午", "练习册"], ["9月15日", "下午", "作文"]]
    assert not is_cleared(audited(untimed))


def test_a_line_without_a_time_among_others() -> None:
    assert not is_cleared(audited([["9月15日作业 三(1)班"], ["语文：抄写20分钟"], ["数学：口算5分钟"], ["周记一篇"]]))


def test_cells_behind_the_last_heading_of_a_text_file() -> None:
    office = Office()
    text = "班级,日期,学科,作业内容,时长(分钟)\n三(1)班,2026-09-15,语文,抄写,5,70\n三(1)班,2026-09-15,数学,口算,5\n"
    office.files = {"作业.csv": text.encode()}
    assert not is_cleared(office.audit())


@pytest.mark.parametrize("kind", ["其他", "其它"])
def test_another_kind_is_no_reason_not_to_count_what_is_written(kind: str) -> None:
    assert not is_cleared(audited([[*H, "类型"], [*A[:4], 70, kind]]))


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("备注", "第一篇", "第二篇"),
        ("课题", "秋天", "落叶"),
        ("节次", "第1节", "第5节"),
        ("题量", "第1-10题", "第11-20题"),
        ("页数", 12, 13),
    ],
)
def test_homework_that_differs_in_what_stands_beside_it(heading: str, one: object, other: object) -> None:
    row: list[object] = [D, K, "语文", "练习册", 35]
    assert not is_cleared(audited([[*H, heading], [*row, one], [*row, other]]))


@pytest.mark.parametrize(
    "content", ["抄写生字两页", "完成练习册第3页", "描红一页", "数学试卷一张", "默写古诗", "临摹生字", "练字", "一课一练", "卷子一张"]
)
def test_what_is_done_with_a_pen_is_not_spoken_whatever_its_column_says(content: str) -> None:
    rows = listed("类型", rows=[[D, K, "语文", content, 40, "口头"], [*B, "书面"]])
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("content", ["朗读课文", "口述作文", "背诵练习册第3页的古诗", "说一说日记里的事", "口头作文"])
def test_what_is_said_aloud_is_spoken_where_its_column_says_so(content: str) -> None:
    assert is_cleared(audited(listed("类型", rows=[[D, K, "语文", content, 40, "口头"], [*B, "书面"]])))


@pytest.mark.parametrize("below", ["描红两页", "写一篇班会感想", "抄写作文一篇"])
def test_a_column_of_a_matrix_that_nobody_knows_holds_homework_where_its_cells_name_writing(below: str) -> None:
    rows: Rows = [
        ["三(1)班", "语文", "数学", "练字"],
        [D, "抄写30分钟", "口算20分钟", below],
        ["2026-09-16", "抄写30分钟", "口算20分钟", below],
    ]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("heading", ["当日合计", "当天总时长(分钟)", "每日书面总量"])
@pytest.mark.parametrize("again", ["", 90])
def test_a_column_of_sums_is_held_against_its_day(heading: str, again: object) -> None:
    rows = listed(heading, rows=[[*A30, 90], [*B30, again], ["2026-09-16", K, "数学", "口算", 30, 30]])
    assert not is_cleared(audited(rows))
    rows[1][-1], rows[2][-1] = 60, 60 if again else ""
    assert is_cleared(audited(rows))


def test_what_a_row_comes_to_by_itself_is_no_sum_of_its_day() -> None:
    assert is_cleared(audited(listed("合计", rows=[[*A30, 30], [*B30, 30]])))


def test_a_column_of_sums_under_any_heading_is_held_against_its_days_where_most_of_them_agree() -> None:
    later: Rows = [[f"2026-09-{day}", K, "数学", "口算", 30, 30] for day in (16, 17, 18)]
    assert not is_cleared(audited(listed("合计", rows=[[*A30, 90], [*B30, ""], *later])))


def test_a_sum_above_the_rows_of_a_list_is_held_against_those_below_it() -> None:
    assert not is_cleared(audited([H, ["合计", "", "", "", 90], A30, B30]))
    assert is_cleared(audited([H, ["合计", "", "", "", 60], A30, B30]))
    assert is_cleared(audited([H, ["合计不超过60分钟", "", "", "", "不超过90分钟"], A30, B30]))
    by_class: Rows = [
        ["三(1)班小计", "", "", "", 60],
        A30,
        B30,
        ["三(2)班小计", "", "", "", 90],
        [D, "三(2)班", *A30[2:]],
        [D, "三(2)班", *B30[2:]],
    ]
    report = audited([H, *by_class])
    assert is_cleared(report)
    assert not is_cleared(report, label="2")


def test_groups_of_exercises_that_everybody_does_are_no_layers() -> None:
    both = "A组题20分钟，B组题50分钟"
    assert not is_cleared(audited([H, [D, K, "数学", f"{both}（都做）", ""]]))
    assert not is_cleared(audited([["日期", "班级", "语文", "数学"], [D, K, "", f"{both}；两组都要做"]]))
    assert is_cleared(audited([H, [D, K, "数学", both, ""]]))


def test_what_is_taken_home_from_school_is_homework() -> None:
    rows: Rows = [[*H, "地点"], [*FIRST, "语文", "抄写生字，没写完的回家写", 20, "校内"]]
    assert not is_cleared(audited(rows), 1)


@pytest.mark.parametrize("corner", ["三(1)班", "班级：三(1)班", "三年级1班"])
def test_the_class_in_the_corner_of_a_matrix_is_that_of_the_whole(corner: str) -> None:
    assert not is_cleared(audited([[corner, "语文", "数学"], ["9月15日", 40, "口算40分钟"], ["9月16日", 10, 10]]))
    across: Rows = [[corner, 9.7, 9.8, 9.9, 9.1, 9.11], ["语文", 20, 20, 20, 40, 20], ["数学", 20, 20, 20, 40, 20]]
    assert not is_cleared(audited(across), day="2026-09-10")
    down: Rows = [[corner, "语文", "数学"], [9.8, 20, 20], [9.9, 20, 20], [9.1, 40, 40], [9.11, 20, 20]]
    assert not is_cleared(audited(down), day="2026-09-10")
    assert is_cleared(audited(down), day="2026-09-09")


def test_a_day_in_the_corner_of_a_matrix_is_that_of_the_whole() -> None:
    assert not is_cleared(audited([["9月15日", "语文", "数学"], [K, 40, 40], ["三(2)班", 10, 10]]))


def test_an_example_in_a_title_names_no_class() -> None:
    rows: Rows = [
        [
            "作业时长监测",
        ],
        ["班级代码：首位为年级，如702为七年级2班、911为九年级11班。"],
        ["月", "日", "班级代码", *H[2:]],
    ]
    rows += [[9, 15, 704, "语文", "抄写", 50], ["", "", 704, "数学", "口算", 50]]
    assert not is_cleared(audited(rows), 7, "4")
    assert [(one.grade, one.school_class) for one in audited(rows).class_days] == [(7, "4")]


@pytest.mark.parametrize(
    "task",
    ["练习册（口算10分钟，竖式30分钟）", "练习册（第1页10分钟 第2页30分钟）", "练习册30多分钟，口算10分钟", "练习册一刻钟多，口算25分钟"],
)
def test_every_time_in_brackets_counts_and_one_that_is_open_is_not_lost(task: str) -> None:
    assert not is_cleared(audited([*TITLE_ONLY, ["学科", "作业"], ["语文", "作文一篇35分钟"], ["数学", task]]))


@pytest.mark.parametrize("task", ["练习册（预计10分钟，实际40分钟）", "口算练习册，各用20分钟", "口算本、练习册每本20分钟"])
def test_times_of_which_nobody_knows_what_they_come_to_are_not_cleared(task: str) -> None:
    assert not is_cleared(audited([*TITLE_ONLY, ["学科", "作业"], ["语文", "作文一篇35分钟"], ["数学", task]]))


def test_a_time_before_a_bracket_is_the_whole_of_what_stands_in_it() -> None:
    rows: Rows = [*TITLE_ONLY, ["学科", "作业"], ["语文", "作文一篇20分钟"], ["数学", "练习册40分钟（口算10分钟，竖式30分钟）"]]
    (day,) = audited(rows).class_days
    assert day.minutes == 60


@pytest.mark.parametrize("heading", ["是否选做", "选做（是/否）"])
@pytest.mark.parametrize("no", ["否", "不是", "×", "N"])
def test_homework_that_is_said_not_to_be_optional_counts(heading: str, no: str) -> None:
    rows: Rows = [*TITLE_ONLY, ["学科", "作业", heading], ["语文", "抄写40分钟", no], ["数学", "练习册35分钟", no]]
    assert not is_cleared(audited(rows))
    assert is_cleared(audited([*rows[:2], ["语文", "抄写40分钟", "是"], ["数学", "练习册35分钟", no]]))


@pytest.mark.parametrize("heading", ["选做时长", "口头时长", "自愿作业时长"])
def test_minutes_of_what_is_no_load_leave_the_minutes_beside_them(heading: str) -> None:
    assert not is_cleared(audited([*TITLE_ONLY, ["学科", "作业", "时长", heading], ["语文", "抄写", 40, 10], ["数学", "练习册", 35, 10]]))


@pytest.mark.parametrize("heading", ["语文（选做请注明）", "语文（含拓展）", "语文（弹性除外）", "语文（选做用*表示）"])
def test_a_heading_that_speaks_of_some_homework_makes_no_other_optional(heading: str) -> None:
    rows: Rows = [["三(1)班"], ["日期", heading, "数学"], [D, "抄写40分钟", "练习册35分钟"], ["2026-09-16", "抄写4分钟", "练习册3分钟"]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize(
    "line", ["英语：抄写单词两遍", "通知：英语加作业，约20分钟", "注：以上时长不含检查订正20分钟", "总时长：80", "书面合计80", "总计80分钟"]
)
def test_homework_or_a_sum_in_a_line_below_a_list_is_told(line: str) -> None:
    rows: Rows = [*TITLE_ONLY, SMALL, ["语文", "抄写", 20], ["数学", "练习册", 35], [line]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("remark", ["另加20", "加20", "实为40", "共40", "以40计", "默写古诗20", "日记（20）", "周记约20"])
def test_more_minutes_in_a_remark_are_told(remark: str) -> None:
    assert not is_cleared(audited(listed("备注", rows=[[D, K, "语文", "抄写", 20, remark], [D, K, "数学", "练习册", 35, ""]])))


def test_homework_below_a_heading_of_its_own_is_told() -> None:
    rows: Rows = [[D, K, "语文", "抄写", 20, "默写古诗两首"], [D, K, "数学", "练习册", 20, "试卷一张"]]
    assert not is_cleared(audited(listed("晚自习", rows=rows)))


def test_the_day_is_that_of_the_column_called_day() -> None:
    rows: Rows = [["三(1)班"], ["编制日期", "日期", "学科", "作业", "时长"]]
    rows += [["2026-09-11", D, "语文", "同步练习", 40], ["2026-09-12", D, "数学", "练习册", 35]]
    assert not is_cleared(audited(rows))


@pytest.mark.parametrize("heading", ["补充作业", "额外作业", "周末作业", "班级作业", "课后任务", "补充"])
def test_a_column_of_more_homework_beside_subjects_is_none_of_theirs(heading: str) -> None:
    across: list[object] = ["日期", "班级", "语文", "数学", heading]
    assert not is_cleared(audited([across, [D, K, 25, 25, "日记一篇"]]))
    assert not is_cleared(audited([across, [D, K, "抄写25分钟", "口算25分钟", "日记一篇"]]))
    report = audited([[*across, "用时"], [D, K, 25, 25, "日记一篇", 20]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(70, "over")]


@pytest.mark.parametrize("heading", ["作业内容", "各科作业内容", "内容"])
def test_a_column_that_says_what_is_done_in_all_subjects_adds_none(heading: str) -> None:
    assert is_cleared(audited([["日期", "班级", "语文", "数学", heading], [D, K, 25, 25, "语文抄写，数学口算"]]))


@pytest.mark.parametrize("heading", ["时长（每项）", "每项用时(分钟)", "单次时长(分钟)"])
def test_the_minutes_of_one_homework_are_not_those_of_several(heading: str) -> None:
    of_each: list[object] = ["日期", "班级", "学科", "作业内容", heading]
    assert not is_cleared(audited([of_each, [D, K, "语文", "1.抄写 2.日记", 25], [D, K, "数学", "口算", 25]]))
    assert not is_cleared(audited([of_each, [D, K, "语文", "抄写生词、日记一篇", 25], [D, K, "数学", "口算", 25]]))


def test_the_minutes_of_each_homework_are_those_of_a_row_with_one() -> None:
    assert is_cleared(
        audited([["日期", "班级", "学科", "作业内容", "每项用时(分钟)"], [D, K, "语文", "抄写第3、4课", 25], [D, K, "数学", "口算", 25]])
    )


SMALL_X: list[object] = ["语文", "抄写", 25]
SMALL_Y: list[object] = ["数学", "口算", 25]


@pytest.mark.parametrize("said", ["总时长：80", "合计80分钟", "日记20", "书面作业共计80"])
def test_a_title_that_states_more_than_its_table_is_heard(said: str) -> None:
    assert not is_cleared(audited([[f"三(1)班2026年9月15日作业 {said}"], SMALL, SMALL_X, SMALL_Y]))
    assert not is_cleared(audited([[f"三(1)班2026年9月15日作业（{said}）"], SMALL, SMALL_X, SMALL_Y]))
    assert not is_cleared(audited([[*TITLE, None, said], SMALL, SMALL_X, SMALL_Y]))


def test_a_title_that_states_the_sum_of_its_table_says_nothing_new() -> None:
    assert is_cleared(audited([["三(1)班2026年9月15日作业 总时长：50"], SMALL, SMALL_X, SMALL_Y]))
    assert is_cleared(audited([[*TITLE, None, "合计50分钟"], SMALL, SMALL_X, SMALL_Y]))


@pytest.mark.parametrize(
    "line", ["班主任布置周记一篇", "美术：画一幅画20", "英语补布置：抄写单词（20）", "注：英语抄写单词20", "英语老师：日记20"]
)
def test_homework_in_a_line_below_a_list_is_heard(line: str) -> None:
    assert not is_cleared(audited([TITLE, SMALL, SMALL_X, SMALL_Y, [line]]))


@pytest.mark.parametrize("line", ["注：抄写认真", "班主任：王老师", "共2项", "填表人：张红20260915", "说明：每天一练"])
def test_other_lines_below_a_list_set_nothing(line: str) -> None:
    assert is_cleared(audited([TITLE, SMALL, SMALL_X, SMALL_Y, [line]]))


def test_a_sum_beside_a_table_is_held_against_it() -> None:
    assert not is_cleared(audited([H, [*A[:4], 25], [*B[:4], 25, None, "总计", None, 80]]))
    assert is_cleared(audited([H, [*A[:4], 25], [*B[:4], 25, None, "总计", None, 50]]))


@pytest.mark.parametrize("said", ["+20", "40分钟为准", "多20分钟", "40为准"])
def test_a_remark_of_other_minutes_is_heard(said: str) -> None:
    assert not is_cleared(audited([[*H, "备注"], [*A[:4], 30, said], [*B[:4], 25, ""]]))


@pytest.mark.parametrize("content", ["听写生词", "家长听写第3课", "口算题卡一页", "填一填", "连一连", "描一描", "读一读写一写"])
def test_what_needs_a_pen_is_not_oral_because_a_column_says_so(content: str) -> None:
    assert not is_cleared(audited([[*H, "类型"], [*FIRST, "语文", content, 20, "口头"]]), 1)


@pytest.mark.parametrize("said", ["改到周二（15日）", "推迟到周二", "调整到9月15日完成", "改到15日", "改到明天"])
def test_homework_that_was_moved_leaves_both_days_open(said: str) -> None:
    report = audited([[*H, "备注"], ["2026-09-14", *A[1:], said], [*B, ""]])
    assert not is_cleared(report)
    assert not is_cleared(report, day="2026-09-14")


@pytest.mark.parametrize("said", ["改到第15页", "9月15日交", "移到作业本上"])
def test_other_remarks_move_nothing(said: str) -> None:
    assert is_cleared(audited([[*H, "备注"], ["2026-09-14", *A[1:], said], [*B, ""]]))


def test_a_form_goes_on_below_with_its_class_and_day() -> None:
    report = audited(
        [
            ["作业审批表"],
            ["班级", "三(1)班", "日期", D],
            ["学科", "语文", "时长", 25],
            ["作业", "抄写"],
            ["学科", "语文", "时长", 25],
            ["作业", "日记"],
            ["学科", "数学", "时长", 25],
            ["作业", "口算"],
        ]
    )
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(75, "over")]
