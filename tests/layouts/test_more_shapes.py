"""Shapes and words beyond the plain table: remarks on rows, examples, sums in tables of their own, fields down, days in cells."""

from __future__ import annotations

import pytest

from homework_audit.models.reading import Entry, SheetReading
from homework_audit.values.references import ClassRef
from tests.layouts.sheets import kinds, read

HEAD: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)", "备注"]


def told(reading: SheetReading) -> list[tuple[str, tuple[int, int] | None, str, float | None]]:
    """Cell, month and day, subject and minutes of every entry that sets something."""
    return [
        (entry.cell, entry.date and (entry.date.month, entry.date.day), entry.subject, entry.high)
        for entry in reading.entries
        if entry.state == "set"
    ]


def only(reading: SheetReading) -> Entry:
    assert len(reading.entries) == 1, reading
    return reading.entries[0]


@pytest.mark.parametrize(
    ("remark", "optional", "kind", "place"),
    [
        ("选做，不计入", True, "written", "home"),
        ("选做（不计入总时长）", True, "written", "home"),
        ("口头", False, "oral", "home"),
        ("校内完成", False, "written", "school"),
        ("选做的同学请家长签字", False, "written", "home"),
        ("不计入", False, "written", "home"),
        ("当天未布置", False, "written", "home"),
        ("", False, "written", "home"),
    ],
)
def test_a_remark_that_is_a_mark_and_nothing_else_is_heard(remark: str, optional: bool, kind: str, place: str) -> None:
    task = only(read(HEAD, ["2026-09-14", "三(1)班", "语文", "日记", 20.0, remark])).task
    assert (task.optional, task.kind, task.place) == (optional, kind, place)


def test_a_remark_speaks_for_its_row_alone() -> None:
    rows: list[list[object]] = [["2026-09-14", "三(1)班", "语文", "日记", 20.0, remark] for remark in ("", "选做", "", "记得带书")]
    assert [entry.task.optional for entry in read(HEAD, *rows).entries] == [False, True, False, False]


def test_what_a_column_says_outdoes_a_remark() -> None:
    head = [*HEAD, "类型"]
    assert only(read(head, ["2026-09-14", "三(1)班", "语文", "日记", 20.0, "口头", "书面"])).kind == "written"


@pytest.mark.parametrize("label", ["示例", "例", "填写示例", "Example"])
def test_the_example_of_a_template_is_no_homework(label: str) -> None:
    head, row = ["序号", *HEAD], ["", "2026-09-14", "三(1)班", "语文", "日记", 20.0, ""]
    reading = read(head, [label, *row[1:]], [1.0, *row[1:]])
    assert [entry.state for entry in reading.entries] == ["example", "set"]
    assert reading.problems == []


@pytest.mark.parametrize("heading", ["班号", "年级.班", "年班", "年级/班", "班名", "行政班"])
def test_headings_of_classes(heading: str) -> None:
    for label in ("302", "3.2"):
        assert only(read([heading, *HEAD[2:], "日期"], [label, "语文", "日记", 20.0, "", "2026-09-14"])).classes == (ClassRef(3, "2"),)


def test_a_class_written_like_a_date_below_a_heading_of_classes() -> None:
    head: list[object] = ["年级.班", "9月7日", "9月8日"]
    reading = read(["三年级书面作业用时 2026年"], head, ["3.1", 20.0, 30.0], ["3.2", 25.0, 35.0], sheet="语文")
    assert [entry.classes for entry in reading.entries] == [(ClassRef(3, "1"),)] * 2 + [(ClassRef(3, "2"),)] * 2


@pytest.mark.parametrize(
    ("label", "fine", "over"),
    [("是否超标", "否", "是"), ("是否超过60分钟", "否", "是"), ("是否达标", "是", "否"), ("超标情况", "无", "超标")],
)
def test_what_somebody_made_of_the_homework_is_none(label: str, fine: str, over: str) -> None:
    rows: list[list[object]] = [["9月14日作业用时(分钟) 2026年"], ["学科", "三(1)班", "三(2)班"], ["语文", 20.0, 25.0], [label, fine, over]]
    reading = read(*rows)
    assert [entry.high for entry in reading.entries] == [20, 25]
    assert [(problem.cell, problem.scope.classes) for problem in reading.problems] == [("C4", (ClassRef(3, "2"),))]
    assert read(*rows[:3], [label, fine, fine]).problems == []


@pytest.mark.parametrize("heading", ["作业上限(分钟)", "超时分钟", "剩余时间"])
def test_a_bound_is_no_estimate(heading: str) -> None:
    reading = read([*HEAD, heading], ["2026-09-14", "三(1)班", "语文", "日记", 20.0, "", 60.0])
    assert [entry.high for entry in reading.entries] == [20]


def test_several_dates_in_a_title_name_the_week_of_the_weekdays_below() -> None:
    title = "周一为2026年10月12日，周四为10月15日"
    reading = read(["五(1)班作业用时(分钟)"], [title], ["学科", "周一", "周四"], ["语文", 20.0, 30.0])
    assert told(reading) == [("B4", (10, 12), "语文", 20), ("C4", (10, 15), "语文", 30)]


def test_dates_of_two_weeks_name_none() -> None:
    reading = read(["五(1)班作业用时(分钟)"], ["2026年10月12日布置，10月19日检查"], ["学科", "周一", "周四"], ["语文", 20.0, 30.0])
    assert [entry.date for entry in reading.entries] == [None, None]


def test_a_calendar_with_the_homework_below_the_day_in_one_cell() -> None:
    week: list[object] = ["周一", "周二", "周三", "周四", "周五"]
    first: list[object] = ["", "", "", "1日\n国庆假期", "2日\n国庆假期"]
    second: list[object] = ["12日\n语26 数10 科无", "13日\n语文：日记 20分钟", "14日\n无", "15日", "16日\n语5"]
    reading = read(["2026年10月 五(1)班书面作业时长(分钟)"], week, first, second)
    assert told(reading) == [
        ("A4", (10, 12), "语文", 26),
        ("A4", (10, 12), "数学", 10),
        ("B4", (10, 13), "语文", 20),
        ("E4", (10, 16), "语文", 5),
    ]
    assert reading.problems == []


STACKED: list[list[object]] = [
    ["四年级书面作业时长(分钟) 2026年"],
    ["一、语文"], ["班级", "9月14日", "9月15日"], ["四1班", 20.0, 10.0], [],
    ["二、数学"], ["班级", "9月14日", "9月15日"], ["四1班", 15.0, 30.0], [],
]  # fmt: skip


def test_a_table_that_sums_those_above_it_is_a_check() -> None:
    total: list[list[object]] = [["三、各科合计"], ["班级", "9月14日", "9月15日"], ["四1班", 35.0, 40.0]]
    reading = read(*STACKED, *total)
    assert ([entry.high for entry in reading.entries], reading.problems) == ([20, 10, 15, 30], [])


def test_a_sum_of_more_than_was_read_is_told() -> None:
    total: list[list[object]] = [["三、各科合计"], ["班级", "9月14日", "9月15日"], ["四1班", 55.0, 40.0]]
    reading = read(*STACKED, *total)
    assert kinds(reading) == [("total-mismatch", "more")]
    assert [problem.extra for problem in reading.problems] == [20]


def test_a_sum_of_nothing_that_was_read_counts() -> None:
    total: list[list[object]] = [["三、各科合计"], ["班级", "9月14日", "9月15日"], ["四2班", 55.0, 40.0]]
    assert [entry.high for entry in read(*STACKED, *total).entries] == [20, 10, 15, 30, 55, 40]


def test_fields_down_and_a_homework_a_column() -> None:
    rows: list[list[object]] = [
        ["", "三年级作业登记 2026年"],
        ["", "日期", "9月14日", "9月14日", "9月15日", "9月15日"],
        ["", "班级", "三(1)班", "三(1)班", "三(1)班", "三(2)班"],
        ["", "科目", "语文", "语文", "数学", "数学"],
        ["", "作业内容", "日记", "抄写", "口算", "口算"],
        ["", "用时(分)", 20.0, 10.0, "很多", 5.0],
        ["", "布置人", "甲", "乙", "丙", "丁"],
    ]
    reading = read(*rows)
    assert told(reading) == [
        ("C6", (9, 14), "语文", 20),
        ("D6", (9, 14), "语文", 10),
        ("E6", (9, 15), "数学", None),
        ("F6", (9, 15), "数学", 5),
    ]
    assert [(problem.kind, problem.cell) for problem in reading.problems] == [("unreadable-minutes", "E6")]


def test_who_teaches_what_is_no_homework() -> None:
    rows: list[list[object]] = [["年级", "班", "语文", "数学"], [4.0, 2.0, "周砚秋", "王梓衡"], [5.0, 2.0, "吴知夏", "冯若溪"]]
    reading = read(*rows, sheet="任课教师", names=["作业明细"])
    assert (reading.status, reading.entries, reading.problems) == ("not-homework", [], [])


def test_the_grade_of_a_class_by_the_department_of_its_teacher() -> None:
    head: list[object] = ["所在部门", "班级", "日期", "学科", "作业内容", "时长(分钟)"]
    assert only(read(head, ["八年级组", "1班", "2026-09-14", "语文", "日记", 20.0])).classes == (ClassRef(8, "1"),)


def test_pictures_in_headings_and_cells_say_nothing() -> None:
    head: list[object] = ["📅 日子", "📖 语文", "🧮 数学", "🏃 体育锻炼（不算书面）"]
    rows: list[list[object]] = [["9/14 周一", 25.0, "15~20", 15.0], ["9/15 周二", "无🎉", 5.0, 15.0]]
    reading = read(["🌈 三年级（1）班 作业小晴雨表 2026年（分钟⏰）"], head, *rows)
    found = [(entry.subject, entry.kind, entry.high) for entry in reading.entries]
    assert found[:2] == [("语文", "written", 25), ("数学", "written", 20)]
    assert [(kind, high) for _, kind, high in found[2:]] == [("sport", 15), ("written", 0), ("written", 5), ("sport", 15)]


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("五年级三班家庭作业登记 二〇二六年秋季", ClassRef(5, "3")),
        ("二〇二六年六年级一班作业", ClassRef(6, "1")),
        ("八年级Ⅲ班书面作业登记 2026年", ClassRef(8, "3")),
    ],
)
def test_a_year_in_numerals_is_no_grade_and_a_roman_class_is_one(title: str, ref: ClassRef) -> None:
    reading = read([title], ["学科", "9月14日", "9月15日"], ["语文", "日记20分钟", "练字10分钟"])
    assert [entry.classes for entry in reading.entries] == [(ref,), (ref,)]


@pytest.mark.parametrize("name", ["字段说明", "简写说明", "How to fill in", "图例"])
def test_a_legend_is_no_homework(name: str) -> None:
    reading = read(["字段", "意思"], ["语", "语文"], ["数字", "该科当天书面作业的分钟数"], sheet=name, names=["三年级作业"])
    assert (reading.status, reading.problems) == ("not-homework", [])


def test_a_sheet_that_is_called_so_and_states_times_is_no_legend() -> None:
    reading = read(["字段", "意思"], ["语文", "抄写20分钟"], sheet="字段说明", names=["三年级作业"])
    assert reading.status != "not-homework"


def test_minutes_that_nobody_told_of_one_subject_of_several() -> None:
    reading = read(["六年级作业(分钟) 2026年"], ["日期", "六1班", "六2班"], ["10月20日", "语10/数？/英5", "语10/数5/英5"])
    assert sorted((entry.cell, entry.subject, entry.high) for entry in reading.entries if entry.high is not None) == [
        ("B3", "英语", 5), ("B3", "语文", 10), ("C3", "数学", 5), ("C3", "英语", 5), ("C3", "语文", 10),
    ]  # fmt: skip
    assert kinds(reading) == [("unreadable-minutes", "words")]


PIVOT: list[list[object]] = [
    ["求和项:预计时长(分钟)", "列标签"], ["行标签", "语文", "数学", "总计"],
    ["八年级1班", 50.0, 25.0, 75.0], ["10月26日", 20.0, 10.0, 30.0], ["10月27日", 30.0, 15.0, 45.0],
    ["八年级2班", 5.0, 7.0, 12.0], ["10月26日", 5.0, 7.0, 12.0], ["10月27日", 0.0, 0.0, 0.0],
]  # fmt: skip


def test_the_outline_of_a_pivot_table_with_days_below_their_classes() -> None:
    reading = read(*PIVOT, names=["作业时长2026年"])
    assert [(entry.classes, entry.high) for entry in reading.entries if entry.high] == [
        *(((ClassRef(8, "1"),), minutes) for minutes in (20, 10, 30, 15)),
        *(((ClassRef(8, "2"),), minutes) for minutes in (5, 7)),
    ]
    assert reading.problems == []


def test_a_class_whose_figures_are_no_sum_of_the_days_below_it_is_no_outline() -> None:
    rows = [*PIVOT[:2], ["八年级1班", 55.0, 25.0, 80.0], *PIVOT[3:]]
    assert kinds(read(*rows, names=["作业时长2026年"])) != []


def test_numbered_items_with_times_of_their_own() -> None:
    head: list[object] = ["日期", "班级", "学科", "作业1", "时长1", "作业2", "时长2", "备注"]
    rows: list[list[object]] = [
        ["2026-09-14", "三(1)班", "语文", "日记", 20.0, "练字", 10.0, ""],
        ["2026-09-14", "三(1)班", "数学", "口算", 5.0, "订正", "没填", "作业2没有时长"],
    ]
    reading = read(head, *rows)
    assert told(reading) == [
        ("E2", (9, 14), "语文", 20), ("G2", (9, 14), "语文", 10), ("E3", (9, 14), "数学", 5), ("G3", (9, 14), "数学", None),
    ]  # fmt: skip


def test_a_bare_time_belongs_to_the_homework_right_beside_it() -> None:
    head: list[object] = ["学科", "必做书面作业", "用时（分）", "选做作业", "选做用时（分）"]
    reading = read(["三(1)班作业公示 2026年9月14日"], head, ["语文", "日记", 20.0, "读诗", 10.0], ["数学", "口算", 15.0, "无", 0.0])
    assert [(entry.high, entry.task.optional) for entry in reading.entries if entry.high] == [(20, False), (10, True), (15, False)]


def test_a_form_with_a_label_for_each_subject() -> None:
    rows: list[list[object]] = [
        ["书面作业公示单"],
        ["年级", "六年级", "班级", "2班"],
        ["布置日期", "2026年11月2日", "上交日期", "2026年11月3日"],
        ["语文作业", "小练笔一则", "预计用时", "25分钟"],
        ["数学作业", "计算题8道", "预计用时", "20分钟"],
        ["口头作业", "朗读课文", "预计用时", "10分钟"],
        ["书面作业总时长", "", "", "45分钟"],
    ]
    reading = read(*rows)
    assert [(entry.subject, entry.kind, entry.high) for entry in reading.entries] == [
        ("语文", "written", 25), ("数学", "written", 20), ("", "oral", 10),
    ]  # fmt: skip


def test_a_name_with_its_kind_in_brackets() -> None:
    rows: list[list[object]] = [
        ["三年级作业(分钟) 2026年9月14日"],
        ["学科", "三1班"],
        ["语文", 20.0],
        ["国学社（非书面）", 15.0],
        ["语文（口头）", 5.0],
    ]
    assert [(entry.kind, entry.high) for entry in read(*rows).entries] == [("written", 20), ("practical", 15), ("oral", 5)]


def test_a_running_sum_proves_nothing() -> None:
    rows: list[list[object]] = [
        ["三年级作业时长(分钟) 2026年"], ["班级", "日期", "语文", "数学", "日合计", "累计"],
        ["三1班", "9月14日", 20.0, 10.0, 30.0, 30.0], ["三1班", "9月15日", 15.0, 15.0, 30.0, 60.0],
    ]  # fmt: skip
    assert read(*rows).problems == []


@pytest.mark.parametrize("label", ["Written total for the day", "Daily total", "Total"])
def test_sums_in_english(label: str) -> None:
    rows: list[list[object]] = [["Grade 6 homework, minutes"], ["Monday 9 November 2026"], ["Subject", "Class 1", "Class 2", "Average"]]
    more: list[list[object]] = [
        ["Maths", 20.0, 25.0, 22.5],
        ["English", 10.0, 5.0, 7.5],
        [label, 30.0, 30.0, 30.0],
        ["Limit", 60.0, 60.0, ""],
    ]
    aside: list[list[object]] = [
        ["Within limit?", "Y", "Y", ""],
        ["Reading aloud (oral, not counted)", 10.0, 10.0, ""],
        ["Mean per day", 1.0, 2.0, ""],
    ]
    reading = read(*rows, *more, *aside)
    assert [(entry.kind, entry.high) for entry in reading.entries] == [
        ("written", 20),
        ("written", 25),
        ("written", 10),
        ("written", 5),
        ("oral", 10),
        ("oral", 10),
    ]
    assert reading.problems == []


def test_kinds_and_places_down_below_a_corner_of_days_and_classes() -> None:
    reading = read(
        ["一年级作业公示 2026年"],
        ["日期", "", "9月14日", "", "9月15日", ""],
        ["班级", "", "一(1)班", "一(2)班", "一(1)班", "一(2)班"],
        ["口头作业", "内容", "语文：朗读课文", "数学：说口诀", "无", "无"],
        ["", "用时", "10分钟", "5分钟", "无", "无"],
        ["书面练习（课后服务时在校完成）", "内容", "语文：描红", "数学：练习册第2页", "无", "无"],
        ["", "用时", "10分钟", "15分钟", "无", "无"],
        ["书面家庭作业", "内容", "无", "无", "无", "数学：口算一页"],
        ["", "用时", "无", "无", "无", "8分钟"],
        merged=((0, 0, 0, 5), (1, 0, 1, 1), (2, 0, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5), (3, 0, 4, 0), (5, 0, 6, 0), (7, 0, 8, 0)),
    )
    assert [(entry.subject, entry.kind, entry.task.place, entry.high) for entry in reading.entries if entry.state == "set"] == [
        ("语文", "oral", "home", 10),
        ("数学", "oral", "home", 5),
        ("语文", "written", "school", 10),
        ("数学", "written", "school", 15),
        ("数学", "written", "home", 8),
    ]


def test_classes_across_as_bare_numbers() -> None:
    reading = read(
        ["四年级作业统筹单 2026年"],
        ["学科", "10.19（周一）", "", "10.20（周二）", ""],
        ["", 401, 402, 401, 402],
        ["语文", 20, 25, 30, 35],
        ["数学", 25, 20, 20, 15],
        merged=((0, 0, 0, 4), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4)),
    )
    assert [(entry.classes, entry.date and entry.date.day, entry.high) for entry in reading.entries[:4]] == [
        ((ClassRef(4, "1"),), 19, 20),
        ((ClassRef(4, "2"),), 19, 25),
        ((ClassRef(4, "1"),), 20, 30),
        ((ClassRef(4, "2"),), 20, 35),
    ]


def test_minutes_in_school_and_at_home_are_held_against_their_sum() -> None:
    head = [["日期", "学科", "书面作业内容", "用时", "", ""], ["", "", "", "作业总量", "晚辅导在校完成", "带回家完成"]]
    reading = read(*head, ["2026-10-19", "英语", "抄写", 45, 25, 20], names=("九(1)班",), merged=((0, 3, 0, 5),))
    assert [(entry.kind, entry.task.place, entry.high) for entry in reading.entries] == [("written", "school", 25), ("written", "home", 20)]
    assert kinds(reading) == []
    wrong = read(*head, ["2026-10-19", "英语", "抄写", 75, 25, 20], names=("九(1)班",), merged=((0, 3, 0, 5),))
    assert kinds(wrong) == [("total-mismatch", "more")]


def test_the_time_between_two_columns_of_homework_is_that_of_the_first() -> None:
    reading = read(
        ["布置日期", "书面家庭作业", "大约用时", "口头、实践作业"],
        ["2026-10-19", "抄写", "三刻钟", "跟读对话，一刻钟"],
        ["2026-10-20", "当天未布置", "—", "—"],
        names=("七(1)班英语",),
    )
    assert [(entry.kind, entry.state, entry.high) for entry in reading.entries] == [
        ("written", "set", 45),
        ("oral", "set", 15),
        ("written", "none-declared", 0),
        ("oral", "none-declared", 0),
    ]
    assert kinds(reading) == []


@pytest.mark.parametrize(
    ("sign", "kind", "optional"), [("必", "written", False), ("选", "written", True), ("口", "oral", False), ("实", "practical", False)]
)
def test_one_character_says_of_what_nature_homework_is(sign: str, kind: str, optional: bool) -> None:
    reading = read(["日期", "班级", "学科", "作业内容", "性质", "时长(分钟)"], ["2026-10-19", "九(1)班", "数学", "压轴题一道", sign, 20])
    assert (only(reading).kind, only(reading).task.optional) == (kind, optional)


def test_the_time_of_filling_in_an_online_form_is_none_of_homework() -> None:
    reading = read(
        [
            "所用时间",
            "任教的学科",
            "作业布置日期",
            "布置班级",
            "书面家庭作业内容",
            "预计完成用时（分钟）",
            "是否另外布置口头或实践作业",
            "口头或实践作业的内容与时间",
        ],
        ["60秒", "英语", "2026-10-19", "七年级1班", "仿写句子", "20", "没有", "(跳过)"],
        ["95秒", "语文", "2026-10-19", "七年级1班", "抄写", "15分钟", "有", "朗读5分钟"],
    )
    assert [(entry.subject, entry.kind, entry.high) for entry in reading.entries] == [
        ("英语", "written", 20),
        ("语文", "written", 15),
        ("语文", "oral", 5),
    ]
    assert kinds(reading) == []
