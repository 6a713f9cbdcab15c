"""Titles, notes, remarks and columns around homework: what may add to it or change it leaves the class open, what is harmless does not."""

from __future__ import annotations

import itertools

import pytest

from homework_audit.models.report import Report
from tests.layouts.test_no_false_clear import FIRST, SMALL, TITLE, A, B, D, H, K, Rows, audited, is_cleared

ONE: list[object] = ["语文", "抄写", 25]
TWO: list[object] = ["数学", "口算", 25]
MINUTES = [D, K, "语文", "抄写", 30]
OTHERS: list[object] = [D, K, "数学", "口算", 25]
OF_CLASSES: Rows = [["三年级作业 9月15日 2026年"], ["班级", "语文", "数学"], ["三(1)班", 30, 40], ["三(2)班", 5, 5]]
OF_DAYS: Rows = [["三(1)班作业 2026年"], ["日期", "语文", "数学"], ["9月14日", 5, 5], ["9月15日", 30, 40]]

OF_TWO_DAYS: Rows = [
    ["三(1)班作业 2026年"],
    ["学科", "9月14日", "9月15日"],
    ["语文", "抄写5分钟", "抄写20分钟"],
    ["数学", "口算5分钟", "口算20分钟"],
]


def remarked(text: str) -> Rows:
    return [[*H, "备注"], [*MINUTES, text], [*OTHERS, ""]]


def said(report: Report) -> list[tuple[str, float, str]]:
    return [(str(day.day), day.minutes, day.verdict) for day in report.class_days]


def noted(text: str) -> Rows:
    return [TITLE, SMALL, ONE, TWO, [text]]


CORRECTIONS = (
    *(
        "写错了，是50分钟",
        "30改50",
        "原定30，现50",
        "约1小时",
        "1h",
        "50min",
        "三刻钟",
        "不止30分钟",
        "30分钟以上",
        "至少30分钟",
        "未含作文",
        "练字不算在内",
    ),
    *(
        "漏填英语20分钟",
        "英语未统计",
        "时间没算第2题",
        "每篇30分钟",
        "追加口算两页",
        "晚上又加了小卷",
        "群里补发了一张卷子",
        "双面都做",
        "练习册P12也要做",
    ),
    *("日记一篇", "另写周记1篇", "一张试卷", "加小卷两张"),
    *("周记一篇，周一交", "订正试卷", "听写本订正", "完成小练笔", "做练习册第12页", "回家写日记"),
    *("大部分学生要做1小时", "语文为每课用时", "1班语文实为50", "还有一项见班级群", "+20", "40为准"),
)


@pytest.mark.parametrize("text", CORRECTIONS)
def test_a_remark_that_corrects_leaves_the_class_open(text: str) -> None:
    assert not is_cleared(audited(remarked(text)))


REMARKED = ("周记一篇", "订正试卷", "背诵并默写古诗", "抄写生字", "完成《练习册》第3课")


@pytest.mark.parametrize("text", REMARKED)
def test_homework_among_the_remarks_of_any_shape_leaves_the_class_open(text: str) -> None:
    days: Rows = [["日期", "语文", "数学"], ["9月15日", "抄写词语（20分钟）", "P5（20分钟）"], ["9月16日", "P4（20分钟）", "P6（20分钟）"]]
    title: Rows = [["三(1)班作业 2026年"]]
    form: Rows = [["作业审批单"], ["班级", "三(1)班", "日期", "2026-09-15"], ["学科", "语文", "用时", "20分钟"], ["作业内容", "抄写词语"]]
    assert is_cleared(audited([*title, [*days[0], "备注"], [*days[1], ""], [*days[2], ""]]))
    assert not is_cleared(audited([*title, [*days[0], "备注"], [*days[1], text], [*days[2], ""]]))
    assert not is_cleared(audited([*title, *map(list, zip(*days, strict=True)), ["备注", text, ""]]))
    assert is_cleared(audited([*form, ["备注", ""]]))
    assert not is_cleared(audited([*form, ["备注", text]]))


HARMLESS = (
    *("认真书写", "书写在作文本上", "做完检查", "写完订正的已交", "分两次完成", "做到书写工整", "带字典"),
    *("上交日记一篇情况良好", "抄写一篇", "已收试卷一套费用", "日记"),
    *(
        "30分钟",
        "家长签字",
        "明天检查",
        "9月16日交",
        "完成后读课文",
        "请在21:20前睡觉",
        "书写工整",
        "口头作业不计入总量",
        "阅读30分钟",
    ),
    *("每天运动1小时", "已公示", "教务处已审", "按上限控制", "同意", "个别辅导3人", "上课前上交", "教师试做时间的两倍"),
)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_remark_changes_nothing(text: str) -> None:
    report = audited(remarked(text))
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(55, "within")]


NOTES = (
    *(
        "英语作业见另表",
        "漏填英语20分钟",
        "周二另有英语",
        "数学为单页用时",
        "以上为最少时间",
        "时长填的是课时",
        "实际用时约为表中1.5倍",
        "超标10分钟",
    ),
    *(
        "写日记",
        "抄单词",
        "练习册P3",
        "改50",
        "英语（全年级）20",
        "1班+20",
        "英语：卷子",
        "完成全部作业约：70分钟",
        "当日：70分钟",
        "9.15数学加卷子一张",
    ),
)


@pytest.mark.parametrize("text", NOTES)
def test_a_note_below_homework_that_adds_or_corrects_leaves_the_class_open(text: str) -> None:
    assert not is_cleared(audited(noted(text)))


@pytest.mark.parametrize(
    "text",
    ["书面作业总时长：50", "当日：50分钟", "填表人：张老师", "坚持练字，写好人生", "检查情况：良好", "1. 时长为教师预计。", "班主任签字："],
)
def test_a_harmless_note_changes_nothing(text: str) -> None:
    assert is_cleared(audited(noted(text)))


WORDS_OF_OTHER_RECORDS = ("检查人", "值日", "人数", "评价", "批改", "完成率", "考勤", "请假", "电话")


@pytest.mark.parametrize("word", WORDS_OF_OTHER_RECORDS)
def test_a_column_or_a_line_of_something_else_hides_no_minutes(word: str) -> None:
    beside = [[*row, word if number == 1 else "王芳" if number else ""] for number, row in enumerate(OF_CLASSES)]
    assert not is_cleared(audited(beside))
    for rows in (OF_CLASSES, OF_DAYS):
        assert not is_cleared(audited([rows[0], [f"{word}：王芳"], *rows[1:]]))


TASKS = ("口头：朗读课文", "劳动：整理书包", "体育：跳绳200个", "早读：背诵", "口头作业：朗读课文", "课外阅读：《西游记》")


@pytest.mark.parametrize("task", TASKS)
def test_a_task_of_another_kind_in_a_title_speaks_for_no_other_homework(task: str) -> None:
    for rows in (OF_CLASSES, OF_DAYS):
        assert not is_cleared(audited([rows[0], [task], *rows[1:]]))
        assert not is_cleared(audited([[*rows[0], None, task], *rows[1:]]))
    assert not is_cleared(audited([[f"{TITLE[0]}（{task}）"], SMALL, ["语文", "第3课", 30], ["数学", "P5", 40]]))
    assert not is_cleared(audited([[*H, "备注"], [*A, task], [*B, ""]]))


MARKS = (
    "没标的都是必做书面作业;【口】口头 【选】选做",
    "（口）为口头作业，（选）为选做，其余为书面",
    "【口】口头",
    "【口】= 口头作业",
    "[口]口头作业",
    "带△的是口头作业",
    "标★为选做，标▲为口头",
    "斜体为口头作业",
    "红字为选做",
    "R=阅读",
)


@pytest.mark.parametrize("marks", MARKS)
def test_what_a_title_explains_of_marks_makes_no_homework_without_one_another_kind(marks: str) -> None:
    for rows in (OF_CLASSES, OF_DAYS, OF_TWO_DAYS):
        assert said(audited([rows[0], [marks], *rows[1:]])) == said(audited(rows))
    listed: Rows = [H, [D, K, "语文", "第3课", 30], [D, K, "数学", "P5", 40]]
    assert said(audited([TITLE, [marks], *listed])) == said(audited([TITLE, *listed]))


@pytest.mark.parametrize("caption", ["口头作业", "【口头】", "校内作业", "在校完成：", "实践作业"])
@pytest.mark.parametrize("second", ["二、数学", "必做", "二、家庭作业"])
def test_a_caption_speaks_for_its_own_table_alone(caption: str, second: str) -> None:
    rows: Rows = [["一(1)班 2026年9月15日作业"], [caption], SMALL, ["语文", "第3课", 10], [], [second], SMALL, ["数学", "第5页", 15]]
    assert not is_cleared(audited(rows), 1)


@pytest.mark.parametrize("heading", ["", "班主任", "第三科"])
def test_a_subject_nobody_knows_between_others_is_counted_or_said(heading: str) -> None:
    pairs: Rows = [
        ["三(1)班 2026年"],
        ["日期", "语文", "时长", "数学", "时长", heading, "时长"],
        ["9月14日", "抄写", "5分", "口算", "5分", "单词", "5分"],
        ["9月15日", "抄写", "25分", "口算", "25分", "单词四遍", "20分"],
    ]
    assert not is_cleared(audited(pairs))


PASSING = (
    *("与三(2)班同", "抄送：三(2)班", "三(2)班参照执行", "参考三(2)班作业", "同步三(2)班", "三(2)班不做", "备课组：三(2)班张老师"),
    *(
        "9月16日讲评",
        "上次作业（9月14日）反馈：良好",
        "9月16日星期三上交",
        "明天（9月16日）交",
        "教研组9月14日审",
        "发布：9月14日",
        "9月17日默写",
    ),
)


@pytest.mark.parametrize("line", PASSING)
def test_a_class_or_a_day_that_a_line_only_mentions_takes_no_homework(line: str) -> None:
    assert not is_cleared(audited([TITLE, SMALL, ONE, [line], SMALL, ["数学", "口算", 45]]))
    assert not is_cleared(audited([["三(1)班2026年9月15日作业"], ["语文：抄写25分钟"], [line], ["数学：口算45分钟"]]))


@pytest.mark.parametrize("heading", ["填报截止时间", "统计截止", "公示截止"])
def test_the_deadline_of_a_form_spreads_no_homework(heading: str) -> None:
    report = audited([[*H, heading], [*A, "2026-09-18"], [*B, "2026-09-18"]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(80, "over")]


@pytest.mark.parametrize(("minutes", "content"), [("每天时长(分钟)", "抄写"), ("日均时长(分钟)", "抄写"), ("时长(分钟)", "每日抄写")])
def test_homework_of_each_day_is_not_shared_by_the_days_until_it_is_due(minutes: str, content: str) -> None:
    rows: Rows = [["日期", "截止日期", "班级", "学科", "作业内容", minutes]]
    rows += [[D, "2026-09-18", K, "语文", content, 40], [D, "2026-09-18", K, "数学", f"{content}二", 40]]
    report = audited(rows)
    assert not is_cleared(report)
    assert not is_cleared(report, day="2026-09-16")


LAYERED = (
    "A层：抄写20分钟；B层：A层+默写20分钟；C层：B层+日记20分钟",
    "A层做1-3题（20分钟），B层在A层基础上再做4-6题（20分钟）",
    "A层：抄写20分钟；B层：日记20分钟（两部分均需完成）",
    "A层：抄写20分钟；B层：日记20分钟（A、B层全做）",
    "A层：抄写20分钟；B层：日记20分钟（A层必做，B层必做）",
)


@pytest.mark.parametrize("content", LAYERED)
def test_layers_that_everybody_does_are_added_up(content: str) -> None:
    assert not is_cleared(audited([H, [D, K, "语文", content, None], [D, K, "数学", "口算", 30]]))


def test_layers_are_alternatives_all_the_same() -> None:
    report = audited([H, [D, K, "语文", "A层：抄写20分钟；B层：日记25分钟", None], [D, K, "数学", "口算", 30]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(55, "within")]


@pytest.mark.parametrize(("heading", "said"), [("是否超标", "是"), ("是否达标", "否"), ("达标情况", "不达标"), ("结论", "超标")])
def test_a_sheet_that_calls_its_homework_too_much_is_heard(heading: str, said: str) -> None:
    assert not is_cleared(audited([[*H, heading], [*MINUTES, said], [*OTHERS, ""]]))


@pytest.mark.parametrize(("heading", "said"), [("是否超标", "否"), ("是否达标", "是"), ("达标情况", "达标"), ("结论", "未超标")])
def test_a_sheet_that_calls_its_homework_right_changes_nothing(heading: str, said: str) -> None:
    assert is_cleared(audited([[*H, heading], [*MINUTES, said], [*OTHERS, ""]]))


def test_a_sheet_that_calls_one_of_its_days_too_much_leaves_the_others_alone() -> None:
    days: Rows = [["三年级作业 2026年"], ["班级", "9月14日", "9月15日", "是否超60"], ["三(1)班", 40, 50, "15日超"], ["三(2)班", 5, 5, ""]]
    assert [(str(day.school_class), str(day.day)[-2:], day.verdict) for day in audited(days).class_days] == [
        ("1", "14", "within"),
        ("1", "15", "undetermined"),
        ("2", "14", "within"),
        ("2", "15", "within"),
    ]


def test_two_requirements_under_one_title_are_two_homeworks() -> None:
    heads: list[object] = ["发布时间", "班级", "学科", "作业标题", "作业要求", "预计用时（分钟）"]
    rows: Rows = [
        heads,
        ["2026-09-15 15:00", K, "语文", "9月15日语文作业", "抄写生字", 40],
        ["2026-09-15 16:00", K, "语文", "9月15日语文作业", "日记一篇", 25],
    ]
    assert said(audited(rows)) == [(D, 65, "over")]
    rows[2][3] = rows[1][3] = "语文作业"
    rows[1][4] = rows[2][4] = "见作业本"
    assert said(audited(rows)) == [(D, 40, "within")], "the same homework with other minutes: the larger"


@pytest.mark.parametrize("part", ["题型", "卷别", "版块"])
def test_parts_of_homework_are_no_layers(part: str) -> None:
    heads: list[object] = ["日期", "班级", "学科", part, "作业内容", "时长(分钟)"]
    for one, other in (("基础", "提高"), ("A", "B")):
        rows: Rows = [heads, [D, K, "数学", one, "口算", 40], [D, K, "数学", other, "应用题", 40]]
        assert said(audited(rows)) == [(D, 80, "over")]


LINES = ("英语作业：抄单词", "英语 抄单词", "音乐：抄歌词", "英语老师布置了抄写", "作业补充：日记", "别忘了英语抄写")


@pytest.mark.parametrize("line", LINES)
def test_a_task_above_a_table_or_behind_its_rows_leaves_the_class_open(line: str) -> None:
    table: Rows = [H, [D, K, "语文", "抄写词语", 25], [D, K, "数学", "口算", 25]]
    assert not is_cleared(audited([TITLE, [line], *table]))
    if "：" in line and "补充" not in line:
        assert not is_cleared(audited([H, [*table[1], line], table[2]]))


@pytest.mark.parametrize("heading", ["每天", "小四门", "晚托", "国学"])
def test_a_short_task_under_a_heading_that_nobody_knows_leaves_the_class_open(heading: str) -> None:
    assert not is_cleared(audited([[*H, heading], [D, K, "语文", "抄写词语", 25, "练字一页"], [D, K, "数学", "口算", 25, ""]]))
    days: Rows = [["日期", "语文", "数学", heading], ["9月15日", "抄写（20分钟）", "P4（20分钟）", "科学记录单"]]
    assert not is_cleared(audited([["三(1)班作业 2026年"], *days, ["9月16日", "抄写（20分钟）", "P4（20分钟）", ""]]))


@pytest.mark.parametrize("heading", ["合计", "小计", "总用时"])
def test_a_sum_that_stands_once_for_the_day_is_held_against_it(heading: str) -> None:
    assert not is_cleared(audited([TITLE, [*SMALL, heading], [*ONE, 70], [*TWO, None]]))
    assert is_cleared(audited([TITLE, [*SMALL, heading], [*ONE, 50], [*TWO, None]]))


@pytest.mark.parametrize("text", ["抄写生字30分钟", "英语：抄写单词20分钟", "补：作文40分钟"])
def test_homework_in_a_row_of_headings_or_of_sums_is_heard(text: str) -> None:
    assert not is_cleared(audited([TITLE, [*SMALL, text], ONE, TWO]))
    assert not is_cleared(audited([TITLE, SMALL, ONE, TWO, ["合计", text, 50]]))


@pytest.mark.parametrize(
    ("heading", "text"),
    [*itertools.product(["", "课后延伸"], ["日记", "试卷", "练习册P3", "字帖一页", "第3课"]), ("", 20)],
)
def test_homework_under_a_heading_that_says_nothing_is_heard(heading: str, text: object) -> None:
    assert not is_cleared(audited([TITLE, [*SMALL, heading], [*ONE, text], [*TWO, None]]))


@pytest.mark.parametrize(
    ("heading", "text"),
    [("课时", "第1课时"), ("作业来源", "教材P32"), ("记事", "收作业本三十一本"), ("建议", "建议英语少抄写"), ("归档号", "档案03号")],
)
def test_what_stands_under_other_headings_is_no_homework(heading: str, text: str) -> None:
    assert is_cleared(audited([TITLE, [*SMALL, heading], [*ONE, text], [*TWO, text]]))


@pytest.mark.parametrize("kind", ["口头为主", "主要口头", "部分口头", "口头书面结合", "实践（含报告）", "非书面？", "口头或书面"])
def test_a_kind_that_holds_in_part_is_written(kind: str) -> None:
    assert not is_cleared(audited([[*H, "类型"], [D, K, "语文", "第12页", 40, kind], [*B, "书面"]]))


@pytest.mark.parametrize("place", ["校内、家", "延时班/家", "校内做一半", "以校内为主", "校内20 家10"])
def test_a_place_that_holds_in_part_is_home(place: str) -> None:
    assert not is_cleared(audited([[*H, "完成地点"], [*FIRST, "语文", "抄写生字", 20, place]]), 1)


@pytest.mark.parametrize("choice", ["选做（全班均做）", "选做（须交）", "部分选做"])
def test_a_choice_that_holds_in_part_is_none(choice: str) -> None:
    assert not is_cleared(audited([[*H, "性质"], [*A, choice], [*B, "必做"]]))


@pytest.mark.parametrize("note", ["没完成的回家完成", "未在校完成的，回家继续", "实际均为回家完成"])
def test_homework_done_in_school_that_a_note_sends_home_is_open(note: str) -> None:
    rows: Rows = [["一(1)班 2026年9月15日作业"], [*SMALL, "完成地点"], ["语文", "抄写生字", 20, "校内"]]
    assert not is_cleared(audited([*rows, [note]]), 1)
    assert is_cleared(audited(rows), 1)


@pytest.mark.parametrize("note", ["口头栏实为抄写", "以上均需书写", "背完要默写"])
def test_oral_homework_that_a_note_has_written_is_open(note: str) -> None:
    rows: Rows = [["一(1)班 2026年9月15日作业"], [*SMALL, "类型"], ["语文", "第3课", 20, "口头"]]
    assert not is_cleared(audited([*rows, [note]]), 1)
    assert is_cleared(audited(rows), 1)


@pytest.mark.parametrize("heading", ["时长（×10分钟）", "时长（10分钟）", "时长（十分钟为单位）"])
def test_figures_that_stand_for_several_minutes_are_no_minutes(heading: str) -> None:
    assert not is_cleared(audited([[*H[:4], heading], [*A[:4], 4], [*B[:4], 3]]))


@pytest.mark.parametrize("content", ["抄写20，日记20", "18:00-19:00抄写", "试卷A(40分钟)、试卷B(40分钟)"])
def test_homework_that_says_itself_that_it_takes_longer_is_open(content: str) -> None:
    assert not is_cleared(audited([H, [D, K, "语文", content, 20], [D, K, "数学", "口算", 25]]))


@pytest.mark.parametrize("label", ["二、补充", "回家", "②", "另外", "课后习题"])
def test_a_row_of_a_form_with_homework_beside_a_label_nobody_knows_is_heard(label: str) -> None:
    rows: Rows = [["作业设计审批表"], ["班级", K, "日期", D], ["学科", "语文"], ["作业内容", "抄写"], ["时长", "25分钟"]]
    assert not is_cleared(audited([*rows, [label, "练习册第3页"]]))
    assert is_cleared(audited([*rows, ["设计意图", "巩固练习册第3页的内容"]]))


@pytest.mark.parametrize(
    "text",
    ["课外阅读自愿", "体育锻炼自愿", "口头作业自愿", "课外阅读：自愿", "体育锻炼（自愿）", "口头作业：详见班级群", "实践作业：见周末单"],
)
def test_what_a_title_says_of_another_part_makes_no_homework_optional(text: str) -> None:
    for rows in (OF_CLASSES, OF_DAYS):
        assert not is_cleared(audited([rows[0], [text], *rows[1:]]))
        assert not is_cleared(audited([[*rows[0], text], *rows[1:]]))


@pytest.mark.parametrize("text", ["朗读自愿", "阅读自愿", "打卡自愿", "家长检查自愿"])
def test_a_remark_that_another_part_is_optional_leaves_the_homework_compulsory(text: str) -> None:
    assert not is_cleared(audited([[*H, "备注"], [*A, text], [*B, text]]))
    assert not is_cleared(audited([[*H, "完成方式"], [*A, text], [*B, text]]))
    assert not is_cleared(audited([H, [D, K, "语文", f"抄写40分钟（{text}）", None], B]))


@pytest.mark.parametrize("heading", ["拍照上传", "打卡", "打印", "课后服务", "课外阅读", "体育锻炼", "微课观看"])
def test_a_column_of_something_else_makes_no_homework_optional(heading: str) -> None:
    assert not is_cleared(audited([[*H, heading], [*A, "自愿"], [*B, "自愿"]]))


def test_a_table_beside_makes_no_homework_optional() -> None:
    assert not is_cleared(audited([[*H, None, "社团", "性质"], [*A, None, "书法", "自愿"], [*B, None, "合唱", "自愿"]]))


@pytest.mark.parametrize("choice", ["没有选做", "无选做"])
def test_a_cell_that_denies_any_choice_makes_homework_compulsory(choice: str) -> None:
    assert not is_cleared(audited([[*H, "必做/选做"], [*A, choice], [*B, choice]]))


@pytest.mark.parametrize(
    "line",
    [
        "9月25日召开秋季运动会",
        "9月10日教师节",
        "家长会时间：9月18日",
        "作业请于9月16日早上交给课代表",
        "1/3",
        "班级口号：三班三班，非同一般",
    ],
)
def test_a_line_of_something_else_above_a_table_moves_no_homework(line: str) -> None:
    report = audited([TITLE, [line], SMALL, ["语文", "抄写", 40], ["数学", "口算", 40]])
    assert [(day.school_class, str(day.day), day.minutes, day.verdict) for day in report.class_days] == [("1", D, 80, "over")]


@pytest.mark.parametrize("heading", ["上限", "标准(分钟)", "应交", "平均分", "上周平均", "去年同期"])
def test_a_column_of_limits_or_counts_beside_subjects_is_no_subject(heading: str) -> None:
    report = audited([["三(1)班 2026年9月15日作业时长（分钟）"], ["班级", "语文", "数学", heading], [K, 15, 20, 60]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(35, "within")]


@pytest.mark.parametrize("line", ["好好学习，天天向上", "打印日期：2026年9月16日", "请家长督促孩子早睡早起", "教育的本质是唤醒"])
def test_a_line_below_a_list_that_speaks_of_no_homework_is_a_note(line: str) -> None:
    report = audited([H, MINUTES, OTHERS, [line]])
    assert report.complete
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(55, "within")]


@pytest.mark.parametrize("behind", ["明早交", "书写工整", "家长签字"])
def test_a_word_behind_the_time_of_homework_is_no_homework(behind: str) -> None:
    report = audited([["三(1)班 2026年"], ["日期", "语文", "数学"], ["9月15日", f"抄写生字20分钟\n{behind}", "口算20分钟"]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(40, "within")]


def test_a_word_to_parents_in_the_midst_of_a_form_loses_nothing() -> None:
    rows: Rows = [["作业申报表"], ["班级", K, "日期", D], ["学科", "语文"], ["请家长签字"], ["作业内容", "抄写"], ["时长", "65分钟"]]
    assert [(day.minutes, day.verdict) for day in audited(rows).class_days] == [(65, "over")]


@pytest.mark.parametrize("content", ["作文《那一刻》", "作文《课间十分钟》", "以“课间十分钟”为题写作文", "小练笔：课间十分钟"])
def test_a_time_in_a_title_is_none_of_the_homework(content: str) -> None:
    report = audited([["三(1)班 2026年"], ["日期", "语文", "数学"], ["9月15日", content, "口算25分钟"]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(25, "undetermined")]


@pytest.mark.parametrize("content", ["Worksheet 1", "Spelling list 6", "小卷 5", "天天练 23"])
def test_the_number_of_a_sheet_is_no_time(content: str) -> None:
    across: list[object] = ["日期", "语文", "数学", "书面合计（分钟）"]
    report = audited([["三(1)班 2026年"], across, ["9月15日", content, "口算25分钟", ""]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(25, "undetermined")]


def test_a_time_that_is_corrected_in_its_cell_is_the_last_one() -> None:
    report = audited(
        [["三(1)班 2026年"], ["日期", "语文", "数学"], ["9月15日", "学练优P30 25分钟　更正：只做P30，改为15分钟", "口算20分钟"]]
    )
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(35, "within")]


CHAT: Rows = [["三(1)班 2026年9月15日作业"], ["语文：抄写生字15分钟"], ["数学：练习册第5页20分钟"], ["英语：抄单词5分钟"]]


SUMS_OF_CHATS = (
    "合计约40分钟",
    "今天书面作业共40分钟左右",
    "共2科，合计40分钟",
    "4.总时长40分钟，未超标",
    "4.合计：40分钟",
)


@pytest.mark.parametrize("line", SUMS_OF_CHATS)
def test_a_sum_below_the_lines_of_a_chat_is_not_counted(line: str) -> None:
    report = audited([*CHAT, [line]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(40, "within")]


WORDS_OF_CHATS = (
    "每日作业上限：60分钟",
    "控制标准：≤60分钟",
    "每天阳光体育运动一小时",
    "连续用眼不超过20分钟，注意休息",
    "同学们好，今天的作业如下：",
    "【今日作业】",
    "每日作业公示表",
)


@pytest.mark.parametrize("line", WORDS_OF_CHATS)
@pytest.mark.parametrize("place", [1, len(CHAT)])
def test_a_line_of_a_chat_that_sets_nothing_is_not_counted(line: str, place: int) -> None:
    report = audited([*CHAT[:place], [line], *CHAT[place:]])
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(40, "within")]


@pytest.mark.parametrize("line", ["合计约80分钟", "作文30分钟以内", "卷子一张，40分钟以内", "口算一页，至少30分钟"])
def test_a_line_of_a_chat_that_sets_more_is_heard(line: str) -> None:
    assert not is_cleared(audited([*CHAT, [line]]))


DEFERRED = (
    *("数学作业听老师布置", "数学听老师布置。", "数学完成老师布置的任务。", "同学们做数学", "同学们订正错题。", "画一张统计图。"),
    *("英语另行通知。", "数学未填写，另行布置。", "本表另加一张数学卷。", "各做各的练习。"),
    *(
        "数学老师已布置一张卷子",
        "数学卷9月15日前上交",
        "周记9月16日前交",
        "汇总：卷子一张",
        "学校意见：再加一张卷子",
        "养成每天写日记的习惯",
    ),
)


@pytest.mark.parametrize("text", DEFERRED)
def test_a_sentence_below_that_sets_homework_leaves_the_class_open(text: str) -> None:
    assert not is_cleared(audited(noted(text)))
    assert not is_cleared(audited([*OF_TWO_DAYS, [text]]))


@pytest.mark.parametrize(
    "text", ["中间空出的几分钟为休息，不布置作业。", "A层、B层的同学各做自己那一份。分钟数是老师说的。", "日期空白同上。"]
)
def test_a_sentence_below_about_the_table_leaves_nothing_open(text: str) -> None:
    assert is_cleared(audited(noted(text)))
    assert is_cleared(audited([*OF_TWO_DAYS, [text]]))
