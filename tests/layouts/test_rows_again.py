"""A row says the same whether it stands first or after others like it: what was understood before changes nothing."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.models.reading import Entry, SheetReading
from homework_audit.models.sheet import Lost
from tests.layouts.sheets import read

HEAD = ["日期", "星期", "班级", "学科", "作业内容", "时长(分钟)", "形式", "状态"]
CONTENTS: tuple[object, ...] = (
    "练习册P12", "日记（口头）", "【选做】口算", "无", "无作业", "0分钟", "口算20题（约10分钟）", "1.背诵 2.抄写", " ", "-",
    "示例：练习册第12页第1—4题（本行为示例，不计入，可删除）", 12.0,
)  # fmt: skip
MINUTES: tuple[object, ...] = (
    20.0, 20, "20分钟", "20", "", 0.0, "无", "0分钟", True, False, "20-30", "30分钟以上", "半小时", "语文20+数学25",
    "A层30/B层20", "约15分钟（含背诵5分钟）", "1.10分钟 2.15分钟", "(1)10 (2)15", "很多", -5.0, 0.5, 300.0,
)  # fmt: skip
PLACES: tuple[tuple[object, ...], ...] = (
    ("2026-09-14", "", "三(1)班"), ("9月14日", "周一", "三(1)班"), ("2026-09-14", "周二", "三(1)班"), ("9.1", "", "三(1)班"),
    ("2026-09-14", "", ""), ("2026-09-14", "", "三年级"), ("见黑板", "", "三(1)班"), ("2026-09-14", "", "三(1)班、三(2)班"),
)  # fmt: skip
SUBJECTS = ("语文", "语", "体育锻炼", "书法社", "", "数学作业")


def said(reading: SheetReading, row: int) -> list[tuple[object, ...]]:
    """What the entries of a row say beside their place, and what is wrong with them."""
    return [
        (entry[1:6], entry.posted, [_wrong(reading, entry, number) for number in entry.problems])
        for entry in reading.entries
        if entry.cell[1:] == str(row)
    ]


def _wrong(reading: SheetReading, entry: Entry, number: int) -> tuple[object, ...]:
    problem = reading.problems[number]
    return (problem.kind, problem.reason, problem.cell[1:] == entry.cell[1:], problem.text, problem.scope)


def twice(row: list[object], lost: tuple[Lost, ...] = ()) -> None:
    reading = read(HEAD, row, row, lost=lost)
    assert said(reading, 2) == said(reading, 3)
    assert [problem.kind for problem in reading.problems if problem.cell.endswith("2")] == [
        problem.kind for problem in reading.problems if problem.cell.endswith("3") or problem.kind == "unknown-subject"
    ]


@pytest.mark.parametrize(("content", "stated"), list(product(CONTENTS, MINUTES)))
def test_any_content_beside_any_minutes(content: object, stated: object) -> None:
    twice(["2026-09-14", "", "三(1)班", "语文", content, stated, "", ""])


@given(
    st.sampled_from(PLACES),
    st.sampled_from(SUBJECTS),
    st.sampled_from(CONTENTS),
    st.sampled_from(MINUTES),
    st.sampled_from(("", "书面", "口头", "实践")),
    st.sampled_from(("", "已通过", "已撤回", "退回")),
)
def test_any_row(place: tuple[object, ...], subject: str, content: object, stated: object, form: str, state: str) -> None:
    twice([*place, subject, content, stated, form, state])


@pytest.mark.parametrize("text", ["=", "#N/A"])
def test_minutes_that_could_not_be_read_are_not_those_of_the_row_above(text: str) -> None:
    plain: list[object] = ["2026-09-14", "", "三(1)班", "语文", "日记", 20.0, "", ""]
    blank: list[object] = [*plain[:5], "", "", ""]
    reading = read(HEAD, plain, plain, blank, lost=(Lost(3, 5, text),))
    assert [entry.low for entry in reading.entries] == [20, 20, None]


def test_a_truth_value_is_no_minute() -> None:
    reading = read(HEAD, *(["2026-09-14", "", "三(1)班", "语文", "日记", stated, "", ""] for stated in (1.0, True, 1.0)))
    assert [entry.low for entry in reading.entries] == [1, None, 1]


def test_a_row_that_was_turned_down_is_not_like_the_one_above() -> None:
    reading = read(HEAD, *(["2026-09-14", "", "三(1)班", "语文", "日记", 20.0, "", state] for state in ("", "已撤回", "")))
    assert [entry.state for entry in reading.entries] == ["set", "not-set", "set"]
