"""What a remark changes for whom; a clause that is not wholly understood changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.values.exceptions import Change, changes_in
from homework_audit.values.references import DateRef

CASES = [
    ("2班不做", [Change("unset", ("2",))]),
    ("（3）班不做", [Change("unset", ("3",))]),
    ("4班参加作文比赛，免做", [Change("unset", ("4",))]),
    ("1班上周已做过，不再布置", [Change("unset", ("1",))]),
    ("三班没有布置", [Change("unset", ("3",))]),
    ("仅3班", [Change("only", ("3",))]),
    ("只有1、2班做", [Change("only", ("1", "2"))]),
    ("除4班外", [Change("only", ("4",), all_but=True)]),
    ("2班除外", [Change("only", ("2",), all_but=True)]),
    ("2班已当堂做完", [Change("school", ("2",))]),
    ("改在课后服务时间完成", [Change("school")]),
    ("3、4班改为口头，交流即可", [Change("oral", ("3", "4"))]),
    ("2班选做", [Change("optional", ("2",))]),
    ("1班改为20分钟（只做前半）", [Change("minutes", ("1",), minutes=20)]),
    ("同意，核减为15分钟", [Change("minutes", minutes=15)]),
    ("增为40分钟", [Change("minutes", minutes=40)]),
    ("当天未布置，顺延到10月22日布置", [Change("moved", date=DateRef(None, 10, 22))]),
    ("时间视错题多少而定；2班已当堂做完", [Change("school", ("2",))]),
]
SILENT = [
    "",
    "家长签字",
    "3班未交齐作业",
    "2班没做完的回家做",
    "1班、2班进度不同",  # which of them does what, nobody knows
    "1班做前半",
    "2班不写日期",
    "取消打卡",
    "改为20-30分钟",
    "已在课堂完成一半",
    "同1班",
    "撤回，改成只做P65",
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[ascii(text) for text, _ in CASES])
def test_what_a_remark_changes(text: str, told: list[Change]) -> None:
    assert [change for change in changes_in(text) if change.effect != "only" or change.labels] == told


@pytest.mark.parametrize("text", SILENT, ids=ascii)
def test_what_changes_nothing(text: str) -> None:
    assert changes_in(text) == ()


@given(st.text(max_size=30))
def test_any_text_is_heard(text: str) -> None:
    assert all(change.effect for change in changes_in(text))


@pytest.mark.parametrize("text", [text for text, _ in CASES], ids=ascii)
def test_a_clause_about_a_class_that_is_not_understood_spoils_all(text: str) -> None:
    assert changes_in(f"{text}；5班见黑板") == ()
