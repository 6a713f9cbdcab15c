"""Which rows are no entries. A homework that is taken for a total, an average or a note is lost without a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.layouts.rows import is_average, is_note, is_numbered_note, is_total, joined
from tests.values.blocks import split

TOTALS = split("""
合计|合 计|合计：|合计:|合计（分钟）|（合计）|小计|总计|总计(分钟)|共计|总和|汇总|累计|总时长|总用时|总量|今日总用时|每日合计
当日书面作业合计|书面作业合计|书面合计|书面小计|口头小计|作业总量|全天合计|本周累计|家庭作业总时长|合计书面作业时长|语文小计
数学合计|三(2)班合计|三年级小计|周一小计|9月14日合计|合計|Total|TOTAL|Subtotal|Grand total|Sum|三(2)班作业合计（分钟）
星期一 小计
""")
AVERAGES = split("""
平均|平均值|平均用时|平均时长（分钟）|日均|日均用时|每日平均|人均|人均作业时长|班均|平均每天|平均每班时长|平均：|Average
average minutes|Mean
""")
NOTES = split("""
备注|备注：口头作业不计入总量。|备 注|注：以上为预计用时|注意：不超过60分钟|注意事项|说明：|说明|填表说明|温馨提示：早睡
要求：独立完成|提示：|※ 以上作业必做|★注：选做|填表人：王老师|填表人 王老师|班主任签字：|审核人：|教务处（盖章）|年级组长：
制表：|日期：|签字|校长：|检查人|联系人|Note: see below|Notes|Remarks: none|Prepared by Wang|checked by
""")
HOMEWORK = split("""
|语文|数学|抄写生字|练习册P12|总结本课|总复习|汇总错题|小计算|合计算一算|平均数应用题|平均数|平均分物品|购物小票合计|计算总和
计算合计金额|说明文阅读|要求背诵课文|注音练习|注意力训练|提示语改写|*思考题|★选做：拓展题|Notebook p. 12
notes on chapter 3 and 4|Meaning of words|Average speed problems|Summary of chapter 3|Total eclipse reading|1|30|三(2)班|9.14
2026-09-14|周一
""")
NUMBERED = split("""
1. 口头作业不计入书面作业总量。|2、书面作业总量不超过60分钟|（3）请班主任每日核查签字|(1)作业时长为预计完成时间
一、请各位老师按时填写|十、本表一式两份交教务处|① 口头作业不计入书面总量|12. 有疑问请联系教务处王老师|3）请各位老师按时填写本表
""")
NOT_NUMBERED = split("""
|9.14|9.14（周一）作业公示安排|9.14语文抄写第三课生字词|3.2班作业公示一周安排表|1.5小时以内完成的作业内容|1.抄写|1、背诵
抄写生字：1. 两遍 2. 三遍|2026年9月14日作业公示|三（2）班一周作业公示|第1课生字词每个抄写两遍|12.5分钟完成的口算练习题
""")


@pytest.mark.parametrize("text", TOTALS)
def test_a_total_is_told(text: str) -> None:
    assert is_total(text)
    assert not is_average(text)


@pytest.mark.parametrize("text", AVERAGES)
def test_an_average_is_told(text: str) -> None:
    assert is_average(text)
    assert not is_total(text)


@pytest.mark.parametrize("text", NOTES)
def test_a_note_or_a_signature_is_told(text: str) -> None:
    assert is_note(text)
    assert not is_total(text)


@pytest.mark.parametrize("text", HOMEWORK)
def test_homework_is_neither_a_sum_nor_a_note(text: str) -> None:
    assert not is_total(text)
    assert not is_average(text)
    assert not is_note(text)
    assert not is_numbered_note(text)


@pytest.mark.parametrize("text", NUMBERED)
def test_an_instruction_is_told(text: str) -> None:
    assert is_numbered_note(text)


@pytest.mark.parametrize("text", NOT_NUMBERED)
def test_a_date_or_a_short_item_is_no_instruction(text: str) -> None:
    assert not is_numbered_note(text)


def test_a_row_as_one_text() -> None:
    assert joined(["", " 三(2)班 ", 30.0, "", True, "王"]) == "三(2)班 30 TRUE 王"
    assert joined([]) == ""


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_looked_at_without_a_fault(text: str) -> None:
    assert {is_total(text), is_average(text), is_note(text), is_numbered_note(text)} <= {True, False}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([*TOTALS, *AVERAGES, *NOTES]), st.sampled_from([" ", "　", "\n"]))
def test_spaces_change_nothing(text: str, space: str) -> None:
    spaced = space.join(["", *text, ""])
    assert (is_total(spaced), is_average(spaced), is_note(spaced)) == (is_total(text), is_average(text), is_note(text))


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 12), st.integers(1, 31), st.sampled_from(["", "作业公示三年级一周安排", "（周一）作业公示安排表"]))
def test_a_date_with_a_point_is_never_an_instruction(month: int, day: int, after: str) -> None:
    assert not is_numbered_note(f"{month}.{day}{after}")
