"""How a list is understood: where its headings are, what stands around it, which rows are entries and which are not."""

from __future__ import annotations

import pytest

from homework_audit.layouts.settings import LayoutSettings
from homework_audit.layouts.understanding import understand
from homework_audit.models.reading import Entry, SheetReading
from homework_audit.models.sheet import Lost, Sheet
from homework_audit.values.references import ClassRef, DateRef
from tests.layouts.sheets import kinds, read

HEAD = ["日期", "班级", "学科", "作业内容", "时长(分钟)"]
FIRST = ["2026-09-14", "三(1)班", "语文", "日记", 20.0]
SECOND = ["2026-09-15", "三(1)班", "数学", "练习册", 25.0]
HEARD = ["2026-09-15", "三(1)班", "语文", "第3课", 25.0]


def placed(reading: SheetReading) -> list[tuple[str, tuple[ClassRef, ...], tuple[int | None, int, int] | None, float | None]]:
    return [(entry.cell, entry.classes, entry.date and entry.date[:3], entry.low) for entry in reading.entries]


def only(reading: SheetReading) -> Entry:
    assert len(reading.entries) == 1, reading
    return reading.entries[0]


def test_a_plain_list() -> None:
    reading = read(HEAD, FIRST, SECOND)
    assert (reading.layout, reading.status, reading.problems) == ("list", "read", [])
    assert placed(reading) == [
        ("E2", (ClassRef(3, "1"),), (2026, 9, 14), 20),
        ("E3", (ClassRef(3, "1"),), (2026, 9, 15), 25),
    ]


def test_a_table_that_starts_at_c6_keeps_its_true_cells() -> None:
    rows: list[list[object]] = [[""] * 7 for _ in range(5)] + [["", "", *row] for row in (HEAD, FIRST)]
    assert only(read(*rows)).cell == "G7"


def test_columns_in_any_order_and_columns_that_do_not_matter() -> None:
    headings = ["流水号", "时长", "备注", "学科", "提交时间", "作业内容", "班 级", "学生实际用时(分钟)", "布置\n日期"]
    row = [7.0, "20分钟", "", "语文", "2026-09-13 20:00", "日记", "三⑴班", 55.0, "2026年9月14日"]
    assert placed(read(headings, row)) == [("B2", (ClassRef(3, "1"),), (2026, 9, 14), 20)]


def test_a_title_gives_what_no_column_says() -> None:
    reading = read(["塞上湖学校三年级2班作业公示 2026年9月14日（星期一）"], ["学科", "作业内容", "预计时长"], ["语文", "日记", "20分钟"])
    assert placed(reading) == [("C3", (ClassRef(3, "2"),), (2026, 9, 14), 20)]


@pytest.mark.parametrize(
    ("title", "sheet", "names", "label"),
    [
        ("三(1)班", "三(2)班", ["三(3)班"], "1"),
        ("作业", "三(2)班", ["三(3)班"], "2"),
        ("作业", "Sheet1", ["三(3)班", "三(4)班"], "3"),
        ("作业", "Sheet1", ["作业", "三(4)班"], "4"),
        ("三年级作业", "5班", [], "5"),
    ],
)
def test_context_comes_from_title_sheet_file_and_folder_in_this_order(title: str, sheet: str, names: list[str], label: str) -> None:
    headings = ["日期", "学科", "作业内容", "时长"]
    reading = read([title], headings, ["2026-09-14", "语文", "日记", 20.0], sheet=sheet, names=names)
    assert only(reading).classes == (ClassRef(3, label),)


def test_the_day_of_filling_in_is_not_that_of_the_homework() -> None:
    reading = read(["三(1)班作业"], ["填表日期：2026年9月18日"], ["学科", "作业内容", "时长"], ["语文", "日记", 20.0])
    assert only(reading).date is None
    assert kinds(reading) == [("missing-column", "date")]


def test_of_several_columns_of_minutes_the_estimate_counts() -> None:
    reading = read([*HEAD[:4], "原定时长", "预计时长", "实际用时"], [*FIRST[:4], 40.0, 20.0, 35.0])
    assert (only(reading).cell, only(reading).low) == ("F2", 20)


def test_of_several_columns_of_dates_the_day_it_was_set_for_counts() -> None:
    headings = ["提交时间", "布置日期", "截止日期", *HEAD[1:]]
    entry = only(read(headings, ["2026-09-13", "2026-09-14", "2026-09-16", *FIRST[1:]]))
    assert (entry.date, entry.on.due) == (DateRef(2026, 9, 14), DateRef(2026, 9, 16))


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(["节次", "星期一", "星期二"], id="a timetable"),
        pytest.param(["序号", "姓名", "任教班级", "学科", "短号"], id="a list of teachers"),
        pytest.param(["时段", "开始", "结束", "时长（分钟）"], id="a bell schedule"),
        pytest.param(["姓名", "语文", "数学", "英语", "总分"], id="marks"),
    ],
)
def test_what_is_no_homework_is_not_taken_for_any(headings: list[str]) -> None:
    reading = read(headings, ["2026-09-14", *["20"] * (len(headings) - 1)])
    assert (reading.status, reading.entries) == ("not-homework", [])


def test_of_two_columns_of_minutes_alike_nobody_can_tell_which_counts() -> None:
    reading = read(["日期", "班级", "学科", "作业内容", "时长", "时长"], ["2026-09-14", "三(1)班", "语文", "练习册", "20", "20"])
    assert (reading.status, reading.entries) == ("not-understood", [])
    assert kinds(reading) == [("sheet-not-understood", "")]


def test_a_column_called_time_is_what_its_cells_are() -> None:
    assert only(read(["时间", *HEAD[1:4], "用时"], [*FIRST])).date == DateRef(2026, 9, 14)
    assert only(read([*HEAD[:4], "时间"], [*FIRST])).low == 20


def test_two_heading_rows() -> None:
    headings: list[list[object]] = [["日期", "班级", "学科", "作业", ""], ["", "", "", "内容", "预计用时（分）"]]
    assert placed(read(*headings, FIRST)) == [("E3", (ClassRef(3, "1"),), (2026, 9, 14), 20)]


def test_merged_cells_speak_for_all_their_rows() -> None:
    rows: list[list[object]] = [[*HEAD], FIRST, ["", "", "数学", "练习册", 25.0], ["", "", "英语", "单词", 5.0]]
    reading = read(*rows, merged=((1, 0, 3, 0), (1, 1, 3, 1)))
    assert [entry.date and entry.date.day for entry in reading.entries] == [14, 14, 14]
    assert not reading.problems


def test_a_date_written_once_a_group_speaks_for_the_rows_below_it() -> None:
    rows = [FIRST, ["", "", "数学", "练习册", 25.0], SECOND, ["", "", "英语", "单词", 5.0]]
    assert [entry.date and entry.date.day for entry in read(HEAD, *rows).entries] == [14, 14, 15, 15]


def test_a_blank_among_dates_that_are_repeated_is_an_omission() -> None:
    rows = [FIRST, ["2026-09-14", "三(1)班", "数学", "练习册", 25.0], ["", "三(1)班", "英语", "单词", 5.0]]
    reading = read(HEAD, *rows)
    assert reading.entries[2].date is None
    assert kinds(reading) == [("unreadable-date", "blank")]


@pytest.mark.parametrize("mark", ["同上", "〃", '"', "″"])
def test_ditto_marks(mark: str) -> None:
    reading = read(HEAD, FIRST, [mark, mark, mark, "练习册", 25.0])
    assert [(entry.date and entry.date.day, entry.classes, entry.subject) for entry in reading.entries] == [
        (14, (ClassRef(3, "1"),), "语文")
    ] * 2


def test_totals_notes_signatures_and_blank_forms_are_no_entries() -> None:
    rows: list[list[object]] = [
        FIRST,
        ["小计", "", "", "", 20.0],
        ["2026-09-15", "三(1)班", "英语", "", ""],
        SECOND,
        ["合计", "", "", "", 45.0],
        ["日均", "", "", "", 22.5],
        [],
        ["备注：口头作业不计入。"],
        ["班主任签字：", "", "年级组长审核：", ""],
        ["1. 时长为教师试做时间的两倍。"],
    ]
    reading = read(HEAD, *rows)
    assert len(reading.entries) == 2
    assert not reading.problems


def test_a_row_that_nothing_explains_is_a_problem_at_its_cell() -> None:
    reading = read(HEAD, FIRST, ["", "", "", "", 30.0], ["见黑板"])
    assert [(problem.kind, problem.cell) for problem in reading.problems] == [("unexplained-row", "E3"), ("unexplained-row", "A4")]


def test_homework_noted_among_remarks_is_not_a_blank_form() -> None:
    reading = read([*HEAD, "备注"], [*FIRST, ""], ["2026-09-15", "三(1)班", "语文", "", "", "做试卷一张"])
    assert kinds(reading) == [("unexplained-row", "")]


def test_stacked_tables_have_their_own_titles() -> None:
    board: list[list[object]] = [["学科", "作业内容", "时长"], ["语文", "日记", 20.0]]
    blocks: list[list[object]] = [["三(1)班 2026年9月14日"], *board, ["班主任签字："], [], ["三(2)班 2026年9月15日"], *board]
    assert placed(read(*blocks)) == [
        ("C3", (ClassRef(3, "1"),), (2026, 9, 14), 20),
        ("C8", (ClassRef(3, "2"),), (2026, 9, 15), 20),
    ]


def test_a_line_that_stands_alone_speaks_for_the_rows_below_it() -> None:
    rows: list[list[object]] = [["9月14日 星期一"], ["语文", "日记", 20.0], ["9月15日 星期二"], ["语文", "练习册", 25.0]]
    reading = read(["2026年秋季三(1)班作业"], ["学科", "作业内容", "时长"], *rows)
    assert [entry.date and entry.date[:3] for entry in reading.entries] == [(2026, 9, 14), (2026, 9, 15)]


def test_a_column_in_hours() -> None:
    assert only(read([*HEAD[:4], "时长（小时）"], [*FIRST[:4], 0.5])).low == 30


def test_bare_numbers_that_may_be_hours_are_not_guessed_at() -> None:
    reading = read([*HEAD[:4], "时长"], [*FIRST[:4], 1.0], [*SECOND[:4], 2.0])
    assert [entry.duration.trouble for entry in reading.entries] == ["unit", "unit"]


def test_error_values_and_formulas_never_calculated_are_problems_at_their_cells() -> None:
    lost = (Lost(1, 4, "#N/A"), Lost(2, 4, "="))
    reading = read(HEAD, [*FIRST[:4], ""], [*SECOND[:4], ""], lost=lost)
    assert [(problem.cell, problem.reason) for problem in reading.problems] == [("E2", "error-value"), ("E3", "not-calculated")]


def test_a_list_without_a_column_of_minutes_is_one_finding() -> None:
    reading = read(HEAD[:4], FIRST[:4], SECOND[:4])
    assert kinds(reading) == [("missing-column", "minutes")]
    assert [entry.duration.trouble for entry in reading.entries] == ["blank", "blank"]


def test_a_list_without_any_class_is_one_finding() -> None:
    reading = read(["日期", "学科", "作业内容", "时长"], ["2026-09-14", "语文", "日记", 20.0], ["2026-09-15", "语文", "日记", 20.0])
    assert kinds(reading) == [("missing-column", "class")]


def test_grade_and_class_in_two_columns_must_agree() -> None:
    headings = ["日期", "年级", "班级", "学科", "作业内容", "时长"]
    reading = read(
        headings, ["2026-09-14", "三年级", "2班", "语文", "日记", 20.0], ["2026-09-14", "三年级", "四(2)班", "语文", "日记", 20.0]
    )
    assert [entry.classes for entry in reading.entries] == [(ClassRef(3, "2"),), ()]
    assert kinds(reading) == [("unreadable-class", "conflict")]


def test_one_cell_may_hold_the_homework_of_two_subjects() -> None:
    reading = read(HEAD, ["2026-09-14", "三(1)班", "语文、数学", "练习册", "语文20+数学25"])
    assert [(entry.subject, entry.low) for entry in reading.entries] == [("语文", 20), ("数学", 25)]


def test_a_number_that_may_have_lost_its_nought_is_decided_by_its_neighbours() -> None:
    rows = [[day, "三(1)班", "语文", "日记", 20.0] for day in (9.8, 9.9, 9.1, 9.11)]
    assert [entry.date and entry.date[1:3] for entry in read(HEAD, *rows).entries] == [(9, 8), (9, 9), (9, 10), (9, 11)]
    alone = read(HEAD, [9.1, "三(1)班", "语文", "日记", 20.0])
    assert kinds(alone) == [("unreadable-date", "tenth")]


def test_a_hidden_sheet_is_left_aside_and_an_empty_one_is_no_homework() -> None:
    hidden = understand(Sheet("旧", [list(HEAD), list(FIRST)], visible=False), (), LayoutSettings())
    assert (hidden.status, hidden.entries) == ("hidden", [])
    assert (read([""]).status, read([""]).reason) == ("not-homework", "empty")


def test_extra_headings_of_the_configuration() -> None:
    settings = LayoutSettings((("minutes", "大约多久"),))
    reading = understand(Sheet("s", [[*HEAD[:4], "大约多久"], list(FIRST)]), (), settings)
    assert only(reading).low == 20


@pytest.mark.parametrize("heading", ["书面/口头", "书面或其他", "要求", "备注", "甲"])
def test_cells_that_are_words_for_a_kind_name_their_column(heading: str) -> None:
    rows = [[*HEARD, "口头"], [*HEARD, "其他（口头）"], [*SECOND, ""]]
    assert [entry.kind for entry in read([*HEAD, heading], *rows).entries] == ["oral", "oral", "written"]


def test_cells_that_are_classes_or_choices_name_their_column() -> None:
    headings = ["日期", "任课班", "学科", "作业内容", "时长", "层面"]
    entry = only(read(headings, [*FIRST, "选做"]))
    assert (entry.classes, entry.task.optional) == ((ClassRef(3, "1"),), True)


def test_remarks_that_are_sentences_name_nothing() -> None:
    entry = only(read([*HEAD, "备注"], [*FIRST, "口头作业另行布置"]))
    assert (entry.kind, entry.task.kind_assumed) == ("written", True)


def test_month_and_day_in_two_columns() -> None:
    rows: list[list[object]] = [[9.0, 14.0, *FIRST[1:]], ["", 15.0, *FIRST[1:]]]
    assert [entry.date and entry.date[1:3] for entry in read(["月", "日", *HEAD[1:]], *rows).entries] == [(9, 14), (9, 15)]


@pytest.mark.parametrize("sheet", ["301", " 301 "])
def test_a_sheet_may_be_called_by_the_number_of_its_class(sheet: str) -> None:
    assert only(read(["日期", "学科", "作业内容", "时长"], ["2026-09-14", "语文", "日记", 20.0], sheet=sheet)).classes == (
        ClassRef(3, "1"),
    )


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param([["日期", "学科", "作业内容", "1班", "2班"]], id="minutes below the classes"),
        pytest.param(
            [["日期", "学科", "作业内容", "完成时间（分钟）", ""], ["", "", "", "三(1)班", "三(2)班"]], id="minutes of each class"
        ),
    ],
)
def test_classes_across_are_no_plain_list(headings: list[list[str]]) -> None:
    reading = read(["三年级"], *headings, ["2026-09-14", "语文", "日记", 20.0, 25.0])
    assert (reading.layout, [(entry.classes, entry.low) for entry in reading.entries]) == (
        "matrix",
        [((ClassRef(3, "1"),), 20), ((ClassRef(3, "2"),), 25)],
    )


def test_a_total_that_cannot_be_read_still_ends_its_group() -> None:
    rows: list[list[object]] = [FIRST, ["小计", "", "", "", "?"], SECOND, ["小计", "", "", "", 25.0]]
    assert not read(HEAD, *rows).problems


def test_a_line_of_signatures_may_reach_into_every_column() -> None:
    assert not read(HEAD, FIRST, ["备课组长（签字）：", "", "", "", "教务处："]).problems


@pytest.mark.parametrize("minutes", ["", "无", 0.0, "/"])
def test_a_declared_none_needs_no_minutes(minutes: object) -> None:
    reading = read(HEAD, [*FIRST[:3], "无", minutes])
    assert (only(reading).state, only(reading).low, reading.problems) == ("none-declared", 0, [])
