"""Columns that offices fill in, lines that speak of a day, ticks, and headings over two rows."""

from __future__ import annotations

import pytest

from tests.layouts.sheets import kinds, read

TITLE: list[object] = ["三年级作业登记 2026年9月"]
DAY, CLASS = "2026-09-14", "三(1)班"


def minutes(*rows: list[object]) -> list[float | None]:
    return [entry.high for entry in read(*rows).entries if entry.state == "set"]


@pytest.mark.parametrize("line", ["9月18日 星期五：无作业日", "周五不布置", "周五无书面作业日", "9月18日（周五）不布置书面作业"])
def test_a_line_may_say_of_a_day_that_nothing_is_set(line: str) -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
    reading = read(TITLE, heads, [DAY, CLASS, "语文", "抄写", 20], [line])
    assert kinds(reading) == []
    assert [entry.high for entry in reading.entries] == [20]


@pytest.mark.parametrize("line", ["周五无作业，但数学抄写50分钟", "周五练习册50分钟"])
def test_a_line_of_a_day_with_homework_is_told(line: str) -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
    assert kinds(read(TITLE, heads, [DAY, CLASS, "语文", "抄写", 20], [line])) != []


@pytest.mark.parametrize(("group", "office", "counts"), [("同意", "同意", True), ("同意", "退回", False), ("退回", "同意", False)])
def test_an_opinion_of_two_offices_turns_homework_down_if_one_of_them_does(group: str, office: str, counts: bool) -> None:
    heads: list[object] = ["日期", "对象", "", "学科", "作业内容", "时长", "审核意见", ""]
    below: list[object] = ["", "年级", "班级", "", "", "", "教研组", "教导处"]
    row: list[object] = [DAY, "三年级", "1班", "语文", "抄写", 20, group, office]
    assert minutes(heads, below, row) == ([20] if counts else [])


@pytest.mark.parametrize("heading", ["教研组", "备案", "某处"])
def test_a_column_of_decisions_is_one_of_states_whatever_it_is_called(heading: str) -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长", heading]
    rows: list[list[object]] = [[DAY, CLASS, "语文", "抄写", 20, "同意"], [DAY, CLASS, "数学", "练习", 30, "退回"]]
    assert minutes(heads, *rows) == [20]


def test_pupils_who_did_not_pass_turn_no_homework_down() -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长", "口头过关"]
    rows: list[list[object]] = [[DAY, CLASS, "语文", "抄写", 20, "通过"], [DAY, CLASS, "数学", "练习", 30, "未通过"]]
    assert minutes(heads, *rows) == [20, 30]


def test_homework_withdrawn_beside_its_kind_is_not_set() -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长", "说明"]
    rows: list[list[object]] = [[DAY, CLASS, "语文", "抄写", 20, "书面"], [DAY, CLASS, "数学", "练习", 30, "书面，已撤回"]]
    rows += [[DAY, CLASS, "英语", "朗读", 10, "口头"]]
    assert minutes(heads, *rows) == [20, 10]


def test_what_is_carried_out_counts_and_not_what_was_asked_for() -> None:
    heads: list[object] = ["班级", "学科", "申报作业", "类别", "申报时长", "协调意见", "执行时长"]
    rows: list[list[object]] = [[CLASS, "语文", "练笔", "书面", 30, "压缩", 20], [CLASS, "数学", "练习", "书面", 25, "取消", 25]]
    assert minutes(["三年级作业统筹 2026年9月14日"], heads, *rows) == [20]


@pytest.mark.parametrize(("heads", "told"), [(("学生用时(分)", "批改用时(分)"), 15), (("学生用时(分)", "预计用时(分)"), 60)])
def test_how_long_pupils_need_counts_where_nobody_estimates_it_otherwise(heads: tuple[str, str], told: float) -> None:
    assert minutes(["日期", "班级", "学科", "作业内容", *heads], [DAY, CLASS, "数学", "练习十三", 15, 60]) == [told]


def test_reading_below_a_subject_may_be_comprehension() -> None:
    reading = read(["三(1)班 2026年9月14日"], ["学科", "语文", "英语"], ["作业", "抄写 20分钟", "阅读 30分钟"], ["备注", "", ""])
    assert {(entry.subject, entry.kind) for entry in reading.entries if entry.high == 30} == {("英语", "written")}


def test_ticks_below_pen_and_no_pen() -> None:
    heads: list[object] = ["接龙内容", "多长时间", "动笔", "不动笔"]
    rows: list[list[object]] = [["口算第20页", "一刻钟", "√", ""], ["读背课文", "10min", "", "√"]]
    reading = read(["三(1)班作业接龙 2026年9月14日"], heads, *rows)
    assert [(entry.high, entry.kind) for entry in reading.entries] == [(15, "written"), (10, "practical")]


def test_a_tick_below_school_says_where_it_is_done() -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业", "类别", "", "完成地点", "", "时长"]
    below: list[object] = ["", "", "", "", "口头", "书面", "学校", "家里", ""]
    rows: list[list[object]] = [
        [DAY, "二(1)班", "数学", "练习", "", "√", "√", "", 15],
        [DAY, "二(1)班", "语文", "背诵", "√", "", "", "√", 10],
    ]
    reading = read(heads, below, *rows)
    assert [(entry.kind, entry.task.place) for entry in reading.entries] == [("written", "school"), ("oral", "home")]


def test_classes_to_tick_beside_grades_of_marking() -> None:
    heads: list[object] = ["月", "日", "作业内容", "形式", "用时(分钟)", "布置班级（打√）", "", "抽查等级", ""]
    below: list[object] = ["", "", "", "", "", "1班", "2班", "A", "B"]
    rows: list[list[object]] = [[9, 8, "表格", "书面", 10, "√", "", 12, 20], ["", "", "醋与蛋壳", "家庭小实验", 20, "√", "√", "", ""]]
    reading = read(["九年级化学 2026年9月"], heads, below, *rows, merged=((1, 5, 1, 6), (1, 7, 1, 8)))
    assert [(entry.classes[0].label, entry.high, entry.kind) for entry in reading.entries] == [
        ("1", 10, "written"),
        ("1", 20, "practical"),
        ("2", 20, "practical"),
    ]


@pytest.mark.parametrize(
    ("cell", "told"), [("15+口10", [("written", 15), ("oral", 10)]), ("口15", [("oral", 15)]), ("20+10", [("written", 30)])]
)
def test_a_mark_of_one_character_before_a_figure(cell: str, told: list[tuple[str, float]]) -> None:
    reading = read(["2026年9月14日 单位：分钟"], ["学科", "701班", "702班"], ["英语", cell, 20], ["语文", 20, 20])
    assert [(entry.kind, entry.high) for entry in reading.entries if entry.classes[0].label == "1" and entry.subject == "英语"] == told


@pytest.mark.parametrize("title", ["Harbour Bilingual School", "Home and School Planner", "School"])
def test_the_name_of_a_school_says_of_no_homework_where_it_is_done(title: str) -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
    reading = read([title], heads, [DAY, "二(1)班", "语文", "抄写", 20], sheet="Homework")
    assert [entry.task.place for entry in reading.entries] == ["home"]


def test_what_is_not_written_in_english_counts_nothing() -> None:
    rows: list[list[object]] = [
        ["Chinese 语文", "写日记", 20],
        ["Reading log 阅读 (not written)", "Read at home", 20],
        ["Total written 书面合计", "", 20],
    ]
    reading = read(["Homework G4 Class 1"], ["Subject", "Monday 16 Nov", ""], ["", "Task", "Min."], *rows, merged=((1, 1, 1, 2),))
    assert [(entry.high, entry.kind) for entry in reading.entries] == [(20, "written"), (20, "practical")]
    assert reading.problems == []


def test_minutes_of_another_kind_in_a_column_of_their_own() -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "书面用时", "非书面用时", "当日书面计"]
    rows: list[list[object]] = [[DAY, CLASS, "语文", "抄写", 20, "", 20], [DAY, CLASS, "英语", "读故事", "", 10, ""]]
    reading = read(heads, *rows)
    assert [(entry.high, entry.kind) for entry in reading.entries] == [(20, "written"), (10, "practical")]
    assert kinds(reading) == []


def test_of_codes_and_names_of_classes_the_names_are_read() -> None:
    heads: list[object] = ["布置日期", "班级代码", "班级名称", "学科代码", "学科", "作业内容", "预计时长"]
    reading = read(heads, [DAY, "20260301;20260302", "三年级(1)班，三年级(2)班", "104", "数学", "竖式", 15])
    assert [[ref.label for ref in entry.classes] for entry in reading.entries] == [["1", "2"]]


def test_a_list_of_messages_is_one_of_homework_by_its_kinds() -> None:
    heads: list[object] = ["消息编号", "发送时间", "发送人", "类型", "标题", "内容", "预计用时", "状态"]
    rows: list[list[object]] = [
        [1, "2026-11-02 15:48:42", "阮老师", "作业", "【数学】11月2日作业", "练习册P45", "约20分钟", "正常"],
        [2, "2026-11-02 15:57:04", "陆老师", "作业", "【语文】11月2日作业", "1. 生字(10分钟)\n2. 课文第3题(15分钟)", "见内容", "正常"],
        [3, "2026-11-02 16:00:00", "陆老师", "通知", "家长会", "周五开会", "", "正常"],
        [4, "2026-11-02 16:01:00", "顾老师", "作业", "【英语】11月2日作业", "抄写单词", "20分钟", "已撤回"],
    ]
    reading = read(["群名称：五（1）班家校群"], heads, *rows)
    told = [(entry.subject, entry.high) for entry in reading.entries if entry.state == "set"]
    assert told == [("数学", 20), ("语文", 10), ("语文", 15)]


def test_a_sheet_that_explains_fields_is_no_homework() -> None:
    reading = read(["字段", "说明"], ["作业类型", "书面作业 / 口头作业"], ["预计时长（分钟）", "由教师填写"])
    assert (reading.status, reading.reason) == ("not-homework", "instructions")


def test_a_matrix_goes_on_below_a_blank_row() -> None:
    heads: list[object] = ["日期", "班级", "书面作业", "用时（分钟）", "朗读背诵（不算书面）", "用时（分钟）", "教师"]
    rows: list[list[object]] = [
        ["10月19日", "5.1班", "抄写词语", 20, "背诵", 10, "佘敏"],
        [],
        ["10月20日", "5.1班", "小练笔", "10-15", "", "", "佘敏"],
    ]
    reading = read(["语文组作业登记 2026年"], heads, *rows)
    told = {(entry.date and entry.date.day, entry.high) for entry in reading.entries if entry.kind == "written" and entry.state == "set"}
    assert told == {(19, 20), (20, 15)}


def test_the_day_of_homework_is_no_moment() -> None:
    heads: list[object] = ["班级", "学科", "作业名称", "布置时间", "作业日期", "预计用时(分钟)"]
    reading = read(heads, ["三(1)班", "语文", "抄写", "2026-10-19 20:53:19", "2026-10-20", 20])
    assert [(entry.date and entry.date.day, entry.high) for entry in reading.entries] == [(20, 20)]


def test_of_what_was_asked_for_and_what_was_agreed_the_latter_counts() -> None:
    heads: list[object] = ["日期", "学科", "拟布置的书面作业", "备课组申报时长", "", "协调后执行时长", ""]
    below: list[object] = ["", "", "", "七1", "七2", "七1", "七2"]
    rows: list[list[object]] = [["11月16日", "数学", "12题", 30, 30, 25, 25], ["", "地理", "填图", 15, 15, "不布置", "不布置"]]
    reading = read(["七年级作业协调表 2026年 单位：分钟"], heads, below, *rows, merged=((1, 3, 1, 4), (1, 5, 1, 6)))
    assert [(entry.cell, entry.high) for entry in reading.entries if entry.state == "set"] == [("F4", 25), ("G4", 25)]
    assert kinds(reading) == []


def test_days_of_a_month_as_bare_numbers() -> None:
    days, weekdays = list(range(1, 32)), ["四", "五", "六", "日", "一", "二", "三"] * 5
    minutes_of: list[object] = [""] * 31
    minutes_of[7], minutes_of[8], minutes_of[11] = 40, "无", 70
    heads: list[object] = ["班级", *days, "日均", "最长"]
    reading = read(["六年级书面作业时长月报"], ["月份：2026年10月 单位：分钟"], heads, ["", *weekdays[:31]], ["6.1班", *minutes_of, 55, 70])
    assert [(entry.date and entry.date.day, entry.high) for entry in reading.entries if entry.high] == [(8, 40), (12, 70)]


def test_names_of_teachers_among_headings() -> None:
    heads: list[list[object]] = [["日期", "701班", "", "702班", ""], ["", "任课：纪淑兰", "", "任课：樊磊", ""]]
    below: list[object] = ["", "作业安排", "时长（分钟）", "作业安排", "时长（分钟）"]
    reading = read(
        ["语文备课组周作业安排 2026年"], *heads, below, ["11/9（一）", "生字", 20, "造句", 25], merged=((1, 1, 1, 2), (1, 3, 1, 4))
    )
    assert [(entry.classes[0].label, entry.high) for entry in reading.entries] == [("1", 20), ("2", 25)]


def test_a_row_may_name_the_classes_of_each_column() -> None:
    heads: list[object] = ["项目", "", "11月9日 周一", "11月10日 周二"]
    rows: list[list[object]] = [
        ["作业一", "内容", "作业本P52", "作业本P53"],
        ["", "类型", "书面", "书面"],
        ["", "预计时长（分钟）", 20, 15],
    ]
    reading = read(["六年级数学学科作业计划表 2026年"], heads, *rows, ["布置班级", "", "六1班、六2班", "六1班"])
    assert [(len(entry.classes), entry.high) for entry in reading.entries] == [(2, 20), (1, 15)]


@pytest.mark.parametrize(
    ("written", "compulsory", "valid", "counts"),
    [("Y", "Y", "Y", True), ("N", "Y", "Y", False), ("Y", "N", "Y", False), ("Y", "Y", "N", False)],
)
def test_columns_of_yes_and_no(written: str, compulsory: str, valid: str, counts: bool) -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "预计(分钟)", "书面(Y/N)", "必做(Y/N)", "有效(Y/N)"]
    (entry,) = read(heads, [DAY, CLASS, "语文", "抄写", 20, written, compulsory, valid]).entries
    assert (entry.kind == "written" and not entry.task.optional and entry.state == "set") is counts


@pytest.mark.parametrize("content", ["【示例，请勿删除】练习册P1", "（示例）练习册P1"])
def test_an_example_may_say_so_in_its_homework(content: str) -> None:
    heads: list[object] = ["序号", "日期", "班级", "学科", "作业内容", "时长"]
    assert [entry.state for entry in read(heads, [1, DAY, CLASS, "语文", content, 15]).entries] == ["example"]


def test_other_minutes_of_a_form_are_minutes() -> None:
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长"]
    assert [(entry.high, entry.kind) for entry in read(heads, [DAY, CLASS, "语文", "作文", "其他：35分钟"]).entries] == [(35, "written")]


def test_a_form_of_layers_above_other_forms_is_read() -> None:
    first: list[list[object]] = [["学科", "数学", "布置班级", "八（3）班"], ["布置日期", "2026年11月23日", "作业形式", "☑书面 □口头"]]
    layers: list[list[object]] = [["A层", "因式分解综合6题", "预计用时", "35分钟"], ["B层", "因式分解基础8题", "预计用时", "25分钟"]]
    second: list[list[object]] = [["作业内容", "分式导学案", "预计用时", "30分钟"]]
    reading = read(["学科作业审批单"], *first, *layers, [], ["学科作业审批单"], *first, *second)
    assert [(entry.high, entry.task.layer) for entry in reading.entries] == [(35, "A"), (25, "B"), (30, "")]


def test_times_above_the_first_table_are_told() -> None:
    lost: list[object] = ["甲类", "因式分解综合6题", "", "预计用时", "35分钟"]
    heads: list[object] = ["日期", "班级", "学科", "作业内容", "时长"]
    reading = read(["作业登记"], lost, [], heads, [DAY, CLASS, "语文", "抄写", "20分钟"])
    assert ("unexplained-row", "beside") in kinds(reading)


@pytest.mark.parametrize(("group", "grade", "counts"), [("同意", "同意", True), ("同意", "退回", False), ("退回", "同意", False)])
def test_of_two_opinions_on_a_form_the_one_that_turns_down_holds(group: str, grade: str, counts: bool) -> None:
    rows: list[list[object]] = [["学科", "物理", "布置班级", "八（3）班"], ["布置日期", "2026年11月23日", "作业形式", "书面"]]
    rows += [["作业内容", "小测补答", "预计用时", "15分钟"], ["备课组意见", group, "年级组意见", grade]]
    assert [entry.state == "set" for entry in read(["学科作业审批单"], *rows).entries] == [counts]


def test_a_sheet_of_samples_is_no_homework() -> None:
    rows: list[list[object]] = [
        ["学科", "语文", "布置班级", "八（9）班"],
        ["布置日期", "2026年9月14日", "作业内容", "抄写"],
        ["预计用时", "15分钟"],
    ]
    assert read(["审批单（样例，勿交）"], *rows, sheet="填写样例").status == "not-homework"
    assert read(["审批单"], *rows, sheet="语文组").status == "read"


def test_days_of_a_calendar_with_weeks_down() -> None:
    heads: list[object] = ["周次", "星期一", "星期二", "星期三"]
    first: list[list[object]] = [
        ["第6周", "10/12", "10/13", "10/14"],
        ["", "语 抄写词语 10′\n数 练习册 20′", "数 无\n英 句子 15′", "周五不留作业"],
    ]
    second: list[list[object]] = [["第7周", "10/19", "10/20", "10/21"], ["", "语 缩写 30′", "数 小卷 25′", "英 抄写 10′"]]
    reading = read(["五（3）班 作业日历 2026年秋"], heads, *first, *second)
    told = {(entry.date.day, entry.high) for entry in reading.entries if entry.date and entry.high}
    assert told == {(12, 10), (12, 20), (13, 15), (19, 30), (20, 25), (21, 10)}


@pytest.mark.parametrize(
    ("name", "place"),
    [("三年级1班（在校完成）", "school"), ("三年级1班（回家完成）", "home"), ("三年级1班（托管）", "home"), ("三年级1班（重点）", "home")],
)
def test_the_name_of_a_class_may_say_where_its_homework_is_done(name: str, place: str) -> None:
    rows: list[list[object]] = [TITLE, ["日期", "班级", "语文", "用时", "数学", "用时"], [DAY, name, "抄写", 20, "口算", 10]]
    rows += [["2026-09-15", name, "抄写", 15, "口算", 20]]
    assert {entry.task.place for entry in read(*rows).entries} == {place}
    rows = [["日期", "班级", "学科", "作业内容", "时长(分钟)"], [DAY, name, "语文", "抄写", 20]]
    assert {entry.task.place for entry in read(*rows).entries} == {place}


_LAYERED: list[list[object]] = [
    ["三年级1班分层作业 2026-09-14"],
    ["学科", "全班", "", "A层", "", "B层", ""],
    ["", "内容", "用时", "内容", "用时", "内容", "用时"],
    ["语文", "抄写", 25, "", "", "", ""],
    ["数学", "口算", 15, "综合题", 20, "练习题", 10],
]


@pytest.mark.parametrize(("total", "told"), [(60, []), (70, []), (55, ["more"]), (90, ["more"])])
def test_one_sum_below_all_groups_is_held_against_all_of_them(total: int, told: list[str]) -> None:
    line = f"当天最多{total}分钟（按用时最长的一层算）"
    reading = read(*_LAYERED, ["小计", line, "", "", "", "", ""])
    assert kinds(reading) == [("total-mismatch", reason) for reason in told]
