"""Titles, remarks, totals, units and second classes that change what a table says: no class is cleared over them."""

from __future__ import annotations

import pytest

from tests.conftest import Office
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes
from tests.layouts.test_no_false_clear import audited, is_cleared

Rows = list[list[object]]
DAY, CLASS = "2026-09-15", "三(1)班"
HEADINGS: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
CHINESE: list[object] = [DAY, CLASS, "语文", "抄写", 25]
MATHS: list[object] = [DAY, CLASS, "数学", "口算", 25]
LIST: Rows = [HEADINGS, CHINESE, MATHS]
FIGURES: list[object] = ["三年级作业时长(分钟) 2026年9月15日"]


def cleared(rows: Rows, day: str = DAY) -> bool:
    return is_cleared(audited(rows), day=day)


def remarked(heading: str, text: object) -> Rows:
    return [[*HEADINGS, heading], [*CHINESE, text], [*MATHS, ""]]


@pytest.mark.parametrize(
    "title",
    [
        *("三年级书面作业与口头作业登记表", "三年级书面作业、口头作业登记表", "三年级书面作业与实践作业登记表", "三年级家庭作业与体育作业"),
        *("三年级文化课作业与体育作业登记表", "三年级学科作业和劳动作业"),
    ],
)
def test_a_title_of_two_kinds_makes_no_homework_unwritten(title: str) -> None:
    assert not cleared([[title], HEADINGS, [*CHINESE[:4], 35], [*MATHS[:4], 35]])
    assert not cleared([[f"{title} {DAY}（单位：分钟）"], ["班级", "语文", "数学"], [CLASS, 35, 35]])


@pytest.mark.parametrize("heading", ["口头作业除外时长(分钟)", "非口头作业时长(分钟)", "语数英作业及体育作业时长(分钟)"])
def test_a_heading_of_what_is_not_meant(heading: str) -> None:
    assert not cleared([[*HEADINGS[:4], heading], [*CHINESE[:4], 35], [*MATHS[:4], 35]])


@pytest.mark.parametrize(
    "text",
    [
        *("×2", "做两遍", "早晚各一次", "加倍", "时间加倍", "共3份", "一式两份", "改为40分钟", "应为40分钟", "更正：40分钟", "更正为40"),
        *(
            "实际用时40分钟",
            "家长反映40分钟以上",
            "+15分钟",
            "延长15分钟",
            "时长有误",
            "严重超时",
            "每页",
            "单题用时",
            "按页计",
            "单位：课时",
            "作文另算",
        ),
    ],
)
def test_a_remark_that_changes_the_figure(text: str) -> None:
    assert not cleared(remarked("备注", text))


@pytest.mark.parametrize("text", ["书写工整", "家长签字", "已批改", "明天交", "练习册在书包里", "第3单元", "预计25分钟"])
def test_a_remark_that_changes_nothing(text: str) -> None:
    assert cleared(remarked("备注", text))


@pytest.mark.parametrize(("heading", "count"), [("次数", 3), ("遍数", 3), ("份数", 2), ("系数", 2)])
def test_a_column_of_how_often(heading: str, count: int) -> None:
    assert not cleared(remarked(heading, count))
    assert cleared(remarked(heading, 1))


@pytest.mark.parametrize(
    "name", ["三科合计", "语数外合计", "主科合计", "日总量", "一天合计", "分钟合计", "总分钟数", "预计总时长", "学生完成总时长"]
)
def test_totals_by_other_names(name: str) -> None:
    assert not cleared([FIGURES, ["班级", "语文", "数学", name], [CLASS, 25, 25, 75], ["三(2)班", 20, 20, 40]])
    assert cleared([FIGURES, ["班级", "语文", "数学", name], [CLASS, 25, 25, 50], ["三(2)班", 20, 20, 40]])


@pytest.mark.parametrize("line", ["总时长：75分钟", "当日总量：75分钟", "作业总时长：75分钟", "各科总和：75分钟"])
def test_a_total_below_a_list(line: str) -> None:
    assert not cleared([*LIST, [line]])


@pytest.mark.parametrize("heading", ["周二、周三", "9月15、16日", "固定", "周二晚", "加", "临时", ""])
def test_figures_under_a_heading_that_is_no_day(heading: str) -> None:
    title: list[object] = ["三(1)班一周作业时长(分钟)（2026年9月14日—9月17日）"]
    rows: Rows = [title, ["学科", "周一", "周二", heading, "周三"], ["语文", 20, 20, 30, 20], ["数学", 20, 20, "", 20]]
    assert not cleared(rows)


@pytest.mark.parametrize("heading", ["人数", "超标天数", "序号"])
def test_figures_that_are_no_minutes(heading: str) -> None:
    assert cleared([FIGURES, ["班级", "语文", "数学", heading], [CLASS, 25, 25, 45], ["三(2)班", 20, 20, 44]])


@pytest.mark.parametrize("headings", [("班级1", "班级2"), ("班级", "适用班级"), ("班级", "合班")])
def test_a_second_column_of_classes(headings: tuple[str, str]) -> None:
    rows: Rows = [
        ["日期", *headings, "学科", "作业内容", "时长"],
        [DAY, "三(2)班", "三(1)班", "语文", "抄写", 40],
        [DAY, "三(2)班", "三(1)班", "数学", "口算", 40],
    ]
    assert not cleared(rows)


@pytest.mark.parametrize("title", ["三年级(除3班)9月15日作业", "三年级2班除外 2026年9月15日作业", "三年级共2班 2026年9月15日作业"])
def test_a_class_that_is_left_out_of_a_title_is_not_the_class_of_its_table(title: str) -> None:
    report = audited([[title], ["学科", "作业内容", "时长(分钟)"], ["语文", "抄写", 40], ["数学", "口算", 40]])
    assert all(day.school_class not in ("2", "3") for day in report.class_days)


@pytest.mark.parametrize("figure", [40, "40"])
def test_a_row_of_figures_is_no_line_between_tables(figure: object) -> None:
    assert not cleared([["三(1)班 2026年9月15日作业时长(分钟)"], ["语文", "数学"], [figure, figure]])
    assert not cleared([["三(1)班 2026年9月15日作业时长(分钟)"], ["学科", "语文", "数学"], ["", "抄写", "口算"], ["", figure, figure]])


def test_a_second_row_of_a_day_is_no_class() -> None:
    rows: Rows = [["三(1)班作业时长(分钟)"], ["日期", "语文", "数学"], [DAY, "20", "20"], ["", "20", "20"], ["2026-09-16", "20", "20"]]
    assert [day.school_class for day in audited(rows).class_days] == ["1", "1"]
    assert not cleared(rows)


FORM: Rows = [
    ["三年级作业设计审批表"],
    ["班级", CLASS, "学科", "语文"],
    ["日期", DAY, "教师", "王老师"],
    ["作业内容", "抄写", "时长", "25分钟"],
]


@pytest.mark.parametrize(
    "row", [["当天其他学科作业", "数学口算40分钟"], ["默写", "40分钟"], ["数学", "口算", "40分钟"], ["说明", "用时翻倍"]]
)
def test_more_homework_on_a_form(row: list[object]) -> None:
    assert cleared(FORM)
    assert not cleared([*FORM, row])


def test_homework_that_states_more_time_than_the_minutes_beside_it() -> None:
    title: list[object] = ["三(1)班 2026年9月15日"]
    assert not cleared([title, ["", "语文", "数学"], ["作业", "抄写40分钟", "口算40分钟"], ["时长", 20, 20]])
    assert not cleared([*FORM[:3], ["作业内容", "抄写80分钟", "时长", "20分钟"]])


@pytest.mark.parametrize(
    "text", ["抄写、默写分别20分钟", "抄写10分钟乘4", "抄写10分钟 共4次", "抄写≥20分钟", "抄写20分钟（更正为40分钟）", "抄写20分钟，同昨天"]
)
def test_times_of_each_of_several(text: str) -> None:
    assert not cleared([["三年级作业 2026年9月15日"], ["班级", "语文", "数学"], [CLASS, text, "口算25分钟"]])


@pytest.mark.parametrize("line", ["英语20", "英语（20）", "昨天没写完的接着写", "后面的也做", "改错", "小报", "续写", "第3页", "8-10"])
def test_lines_that_point_to_more(line: str) -> None:
    rows: Rows = [["三(1)班 2026年9月15日作业"], ["语文：抄写25分钟"], ["数学：口算15分钟"], ["道法：练习册15分钟"]]
    assert cleared(rows)
    assert not cleared([*rows, [line]])


@pytest.mark.parametrize("content", ["朗读课文，抄写生字", "朗读课文，完成练习册", "背诵并默写", "看图说话并写下来"])
def test_writing_beside_reading_aloud_is_writing(content: str) -> None:
    headings: list[object] = ["日期", "班级", "学科", "类型", "作业内容", "时长"]
    assert not is_cleared(audited([headings, [DAY, "一(1)班", "语文", "口头", content, 20]]), 1, day=DAY)
    assert is_cleared(audited([headings, [DAY, "一(1)班", "语文", "口头", "朗读课文，读《作文选》", 20]]), 1, day=DAY)


@pytest.mark.parametrize("name", ["体育", "阅读", "口头作业", "实践作业"])
def test_the_name_of_a_sheet_does_not_outdo_its_homework(name: str) -> None:
    rows: Rows = [["日期", "班级", "作业内容", "时长"], [DAY, CLASS, "抄写生字", 40], [DAY, CLASS, "练习册", 40]]
    assert not is_cleared(audited(rows, sheet=name), day=DAY)


def test_a_day_that_returns_speaks_for_the_rows_below_it() -> None:
    small: list[object] = ["学科", "作业内容", "时长(分钟)"]
    rows: Rows = [
        [CLASS],
        small,
        ["9月15日"],
        ["语文", "抄写", 40],
        ["9月16日"],
        ["语文", "抄写", 20],
        ["9月15日（补）"],
        ["数学", "口算", 40],
    ]
    assert not cleared(rows)


@pytest.mark.parametrize(("one", "other"), [("早", "晚"), ("作业一", "作业二"), ("教材", "教辅"), ("A卷", "B卷")])
def test_the_same_figures_in_sheets_of_other_parts(one: str, other: str) -> None:
    bare: Rows = [["日期", "班级", "学科", "时长(分钟)"], [DAY, CLASS, "语文", 20], [DAY, CLASS, "数学", 20]]
    office = Office()
    office.files = {"作业.xlsx": xlsx_bytes([DrawnSheet(one, bare), DrawnSheet(other, bare)])}
    assert not is_cleared(office.audit(), day=DAY)


@pytest.mark.parametrize(
    "line",
    ["英语作业另发", "英语作业见附件", "英语：待补", "以上不含英语作业", "数学时长有误，应为50分钟", "附：数学试卷一张", "语文抄写×2"],
)
def test_a_line_above_a_table_that_opens_a_question(line: str) -> None:
    assert not cleared([[line], *LIST])


@pytest.mark.parametrize("text", ["另有周记", "加练字", "加试卷一张", "还有报纸"])
def test_a_remark_that_adds_homework_without_a_time(text: str) -> None:
    assert not cleared(remarked("备注", text))


@pytest.mark.parametrize("text", ["1班同", "三(1)班同步布置", "1、2班都做", "两个班都布置", "年级统一"])
def test_a_remark_that_gives_the_homework_to_another_class(text: str) -> None:
    rows: Rows = [[*HEADINGS, "备注"], [DAY, "三(2)班", "语文", "抄写", 40, text], [DAY, "三(2)班", "数学", "口算", 40, ""]]
    assert not cleared([*rows, [DAY, CLASS, "英语", "抄写", 10, ""]])


@pytest.mark.parametrize("unit", ["1格=10分钟", "单位：10min", "1课时=40分钟"])
def test_what_one_of_a_figure_is(unit: str) -> None:
    assert not cleared([FIGURES, [unit], ["班级", "语文", "数学"], [CLASS, 2, 2]])
