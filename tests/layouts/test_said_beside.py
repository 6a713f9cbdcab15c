"""What a sheet says about its own figures, or beside them: it may not be passed over where it makes a day heavier."""

from __future__ import annotations

import pytest

from homework_audit.models.report import Report
from tests.conftest import Office
from tests.drawn.workbooks import DrawnSheet, xlsx_bytes
from tests.layouts.test_no_false_clear import H, K, Rows, audited, is_cleared

D = "2026-09-15"
LIST: Rows = [[D, K, "语文", "抄写", 30], [D, K, "数学", "练习册P12", 25]]
GRID: Rows = [["三年级作业用时（分钟） 2026年9月15日"], ["班级", "语文", "数学"], ["三(1)班", 30, 25], ["三(2)班", 10, 10]]


def beside(heading: str, *cells: object) -> Rows:
    return [[*H, heading], *([*row, cell] for row, cell in zip(LIST, cells, strict=True))]


def below(*row: object) -> Rows:
    return [["日期", "三(1)班语文", "三(1)班数学"], [D, 30, 25], list(row)]


@pytest.mark.parametrize("heading", ["教导处核定(分钟)", "审核后用时", "修正时长", "班主任核实", "复核", "修改后", "→"])
def test_corrected_minutes_that_are_more(heading: str) -> None:
    assert not is_cleared(audited(beside(heading, 40, 40)))
    assert is_cleared(audited(beside(heading, 20, 25)))


@pytest.mark.parametrize("heading", ["审核时间", "修改日期", "复核人", "核实情况"])
def test_when_and_by_whom_it_was_corrected_changes_nothing(heading: str) -> None:
    assert is_cleared(audited(beside(heading, "9月16日", "王老师")))


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("是否超标", "超"),
        ("超标分钟", 15),
        ("自查", "超"),
        ("检查结果", "超标"),
        ("审核意见", "超量，请核实"),
        ("超时原因", "题量大"),
        ("检查", "15日超时"),
    ],
)
def test_what_the_sheet_itself_calls_too_much(heading: str, said: object) -> None:
    assert not is_cleared(audited(beside(heading, said, "")))
    assert not is_cleared(audited([[*GRID[1], heading], [*GRID[2], said], GRID[3]], name="三年级2026年9月15日作业用时.xlsx"))


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("是否超标", "否"),
        ("超标分钟", 0),
        ("自查", "未超"),
        ("检查结果", "不合格"),
        ("审核意见", "超量，退回"),
        ("超时原因", "无"),
        ("检查", "已查"),
    ],
)
def test_what_it_does_not_call_too_much(heading: str, said: object) -> None:
    assert is_cleared(audited(beside(heading, said, "")))


@pytest.mark.parametrize("row", [["是否超时", "是", ""], ["超时", "", "20分钟"], ["是否达标", "否", ""]])
def test_a_row_below_the_homework_that_calls_it_too_much(row: list[object]) -> None:
    assert not is_cleared(audited(below(*row)))


def books(first: str, second: str, *, sheets: tuple[str, str] = ("Sheet1", "Sheet2")) -> Report:
    office = Office()
    office.files = {
        "作业.xlsx": xlsx_bytes([DrawnSheet(name, [[title], *GRID[1:]]) for name, title in zip(sheets, (first, second), strict=True)])
    }
    return office.audit()


@pytest.mark.parametrize("title", ["三年级2026年9月15日补充作业用时", "三年级2026年9月15日晚自习作业用时"])
def test_the_same_figures_under_another_title_are_no_copy(title: str) -> None:
    assert not is_cleared(books("三年级2026年9月15日作业用时", title))


def test_the_same_figures_under_the_same_title_are_a_copy() -> None:
    assert is_cleared(books("三年级2026年9月15日作业用时", "三年级2026年9月15日作业用时"))


@pytest.mark.parametrize("heading", ["课型", "题目类型", "学习方式", "通知方式", "组织形式"])
def test_the_manner_of_a_lesson_is_no_kind_of_homework(heading: str) -> None:
    rows = beside(heading, "阅读", "口头")
    assert not is_cleared(audited([*rows, [D, K, "英语", "抄写", 20, "阅读"]]))


@pytest.mark.parametrize("heading", ["打印状态", "附件状态", "订正状态"])
def test_the_state_of_something_else_turns_no_homework_down(heading: str) -> None:
    rows = beside(heading, "草稿", "退回")
    assert not is_cleared(audited([*rows, [D, K, "英语", "抄写", 20, ""]]))


@pytest.mark.parametrize("question", ["7、选做作业", "7、拓展作业（选填）", "7、自选作业"])
def test_an_optional_question_makes_nothing_else_optional(question: str) -> None:
    head: list[object] = ["序号", "1、班级", "2、布置日期", "3、学科", "4、作业内容", "5、预计完成时间（分钟）", question]
    rows: Rows = [[n, K, D, subject, "抄写", 35, ""] for n, subject in enumerate(("语文", "数学"), 1)]
    assert not is_cleared(audited([head, *rows[:1], [*rows[1][:-1], "课外阅读"]]))


@pytest.mark.parametrize(
    "title",
    ["（每题用时）", "（优生用时）", "（最短用时）", "（不含练字）", "（其余学科未统计）", "（各项单独计时）", "作业超时分钟"],
)
def test_a_title_by_which_figures_are_not_all_there_is(title: str) -> None:
    assert not is_cleared(audited([[f"三年级{title}2026年9月15日"], *GRID[1:]]))


@pytest.mark.parametrize("title", ["（不含口头作业）", "（各科作业用时）", "（未超标）", "（每班一行）"])
def test_a_title_by_which_they_are(title: str) -> None:
    assert is_cleared(audited([[f"三年级作业用时{title}2026年9月15日"], *GRID[1:]]))


@pytest.mark.parametrize("content", ["抄写单词（每晚）", "抄写单词（当晚完成）", "抄写单词（今晚写完，周五收）"])
def test_what_is_done_tonight_is_not_spread_until_it_is_collected(content: str) -> None:
    rows = [[*H, "截止日期"], [D, K, "语文", "抄写", 30, ""], [D, K, "英语", content, 40, "2026-09-18"]]
    assert not is_cleared(audited(rows))


def test_corrections_are_collected_later_than_the_homework_is_done() -> None:
    rows = [[*H, "订正截止"], [D, K, "语文", "抄写", 35, "2026-09-18"], [D, K, "英语", "默写", 35, "2026-09-18"]]
    assert not is_cleared(audited(rows))


def test_a_second_column_of_the_same_class() -> None:
    rows: Rows = [["六年级各班书面作业总时长（分钟）2026年9月"], ["日期", "六(1)班", "六(2)班", "六(1)班补"], ["9月15日", 55, 50, "20"]]
    assert not is_cleared(audited(rows), 6)


@pytest.mark.parametrize("text", ["每天统一练字20分钟，不在表中", "另：抄写单词20分钟"])
def test_instructions_that_set_homework_are_none(text: str) -> None:
    office = Office()
    office.files = {"作业.xlsx": xlsx_bytes([DrawnSheet("作业", [H, *LIST]), DrawnSheet("说明", [["说明"], [text]])])}
    assert not office.audit().complete


@pytest.mark.parametrize("text", ["初中每天书面作业90分钟", "例：抄写生字20分钟", "书面作业平均完成时间不超过60分钟"])
def test_instructions_that_set_none_are_instructions(text: str) -> None:
    office = Office()
    office.files = {"作业.xlsx": xlsx_bytes([DrawnSheet("作业", [H, *LIST]), DrawnSheet("说明", [["填写说明"], [text]])])}
    assert office.audit().complete
