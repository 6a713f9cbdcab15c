"""What headings are about. A column taken for the minutes that is not the teacher's estimate gives wrong sums."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.layouts.headings import LONGEST_HEADING, Heading, heading, is_remark, known_fields
from homework_audit.values.heading_words import HEADINGS
from tests.values.blocks import split


class Minutes(NamedTuple):
    """What a heading of minutes says."""

    unit: str = ""
    kind: str = ""
    estimate: bool = False


MINUTES: dict[Minutes, str] = {
    Minutes(): """
    时长|用时|耗时|作业时长|作业用时|作业时间|完成时间|作业完成时间|作业量|所需时间|完成所需时间|作业时限|完成时限|单科时长|時長
    作業時間|Duration|Time needed|时 长|时长：|*时长|时长*|【必填】时长|1.时长|一、时长|时长1|时长（小时/分钟）
    家庭作业时间|校内完成时间
    """,
    Minutes(estimate=True): """
    预计用时|预计时长|预计完成时间|预计完成时长|作业预计完成时间|预估时长|建议用时|建议时长|计划用时|预 计 用 时
    预计时间|3.预计用时（必填）|预计所需时长|学生完成作业预计时间|预计学生完成时间|预计用时（中等学生）
    您布置的作业预计用时是多少|請填寫預計用時|Estimated time needed
    """,
    Minutes("minutes"): """
    分钟|分钟数|时长（分钟）|时长(分)|时长/分钟|用时/分|用时（分）|作业量（分钟）|时间（分钟）|时间(分)|时间/min
    完成时间（分钟）|所需时间(min)|限时（分钟）|时长（分钟）*|Duration (min)|Minutes|Mins|Time (min)|time(mins)
    Completion time (min)|作业时长(mins)|学生大约需要多长时间完成（分钟）
    """,
    Minutes("minutes", estimate=True): """
    预计用时（分钟）|预计完成时间(分钟)|建议时长（分钟）|预估时间（分钟）|5、预计时长（分钟）*
    预计学生用时(分钟)|Estimated Minutes|Estimated time (min)|Est. minutes|预计完成作业需要多少分钟？
    """,
    Minutes("hours"): "小时|小时数|时长（小时）|用时（h）|时长(hour)|Hours|作业时长（小时）|时间（小时）|用时/h",
    Minutes("hours", estimate=True): "预计用时（小时）|Estimated hours",
    Minutes("", "written", estimate=True): "书面时长|书面作业时长|书面作业用时",
    Minutes("minutes", "written", estimate=True): """
    书面作业预计时长（分钟）|5. 今日书面作业预计时长（分钟）（必填）|书面作业时长(分钟)|您今天布置的书面作业预计需要多少分钟完成？
    6. 请填写今日书面作业预计完成时间（单位：分钟，只填数字）（必填）
    """,
    Minutes("", "oral"): "口头作业时长|口头用时|口头作业时间|6. 口头、阅读、实践类作业及时长（选填）",
    Minutes("minutes", "oral"): "口头用时(分钟)|口头作业时长（分钟）",
    Minutes("minutes", "reading"): "阅读时长（分钟）|课外阅读时间（分钟）",
    Minutes("minutes", "practical"): "实践作业时长（分钟）",
}
FIELDS: dict[str, str] = {
    "time": "时间|时 间|Time|时间要求|所用时间|完成作业所用时间",
    "date": """
    日期|日 期|作业日期|布置日期|布置时间|作业布置时间|布置日|布置作业日期|2. 布置日期（必填）
    2.布置日期（请填写年月日）（必填）|3. 作业布置日期（必填）|日期（星期）|日期/星期|日|Date|Assigned|Assigned on|Set on|Day
    日期：
    """,
    "weekday": "星期|周几|星期几|Weekday|星 期",
    "week": "周次|第几周|教学周|Week",
    "due": "截止日期|截止时间|上交日期|上交时间|交作业时间|完成期限|完成日期|Due|Due date|Due time|Deadline",
    "grade": "年级|年級|任教年级|所在年级|1. 您任教的年级（单选）|Grade|Grade level|Year group",
    "class": """
    班级|班級|班|班别|任教班级|2.任教班级|1. 您的班级（必填）|班级名称|所教班级|年级(班)|年级（班级）|年级班级|年级/班级
    班级（可多选）|任教班级（如：三年级2班）|Class|Classes|Form|班 级
    """,
    "school": "学校|学校名称|校名",
    "subject": "学科|科目|學科|任教学科|3. 任教学科（必填）|学科名称|Subject|Course|学 科|课程",
    "content": """
    作业内容|作業內容|内容|作业|今日作业|今日作业内容|4. 今日作业内容（必填）|4. 今日书面作业内容（必填，没有填“无”）|书面作业
    口头作业|书面作业内容|作业布置内容|作业内容及要求|内容描述|作业要求|作业名称|作业安排|今日作业清单|作业1|作业内容2|增补内容
    Homework|Assignment|Content|Task|Description|作业内容（预计时间）
    """,
    "kind": "作业类型|类型|作业类别|类别|作业形式|作业性质|作业方式|Type|Kind|Mode",
    "place": "完成地点|完成场所|校内/校外|是否家庭作业|Place|Where",
    "requirement": "必做/选做|必做选做|是否必做|完成要求|Required|Compulsory",
    "layer": "层次|分层|作业层次|是否分层|适用对象|Layer|Level",
    "status": "审核状态|状态|审批状态|发布状态|審核狀態|Status",
    "other": """
    实际用时|学生实际用时（分钟）|用时(实际)|实际完成时间|学生用时|学生反馈用时|家长反馈时间|原时长|合计时长|总时长
    书面作业总时长|预计总时长|每日总时长（分钟）|平均用时|累计时长|时长（合计）|Actual time|Actual minutes|Total minutes
    Average time|用时(秒)|作业量（题）|作业量(页)|时长单位|答题时长|填写用时|提交时间|提交时间（自动）|提交答卷时间
    填写时间|填表日期|填报日期|提交日期|审核时间|审批时间|创建时间|更新时间|开始时间|结束时间|批改时间|检查日期|签字日期|时间戳
    统计日期|答题时间|Timestamp|Start time|Completion time|Submission time|提交方式|反馈方式|评价方式|批改方式
    作业提交方式|班级类型|附件类型|序号|编号|教师|任课教师|布置教师|教师姓名|备注|说明|审核人|班主任签字|填写人|班级人数|题量
    难易程度|难度|附件|合计|小计|总计|页码|学期|学年|ID|No.|Teacher|Name|Remarks|难度层次|Difficulty level
    """,
}
NONE = [
    *split("""
|语文|数学|English|第一组|学号|年级主任审核|电话|30|30分钟|约30分钟|半小时|一小时|1小时20分|20-30分钟|A层30分钟|三(2)班|三年级
Grade 3|2班|全年级|周一|周日|星期三|今日|2026-09-14|9月14日|抄写第3课生词两遍|完成练习册第12页|整理第3课时间轴
整理第3课时间轴（22分钟）|练习册P33  12分钟|阅读课外书20分钟|跟读Unit 1录音，10分钟|书面作业共50分钟
习作：我的心爱之物　时间不限|班级：三(2)班|统计时段：2026年9月14日至17日　　单位：分钟|五（1）班　　　九月十六日　　　星期三
求和项:时长(分钟)|计数项:作业内容|三年级2班一周作业公示|三年级书面作业时长统计表|七（7）班 课程表
云桥路初级中学九年级统一作业安排（第8周）|日期未定的作业请注明|备注：口头作业不计入书面作业总量。|说明；时长|作业等级|作业情况
作业质量|作业公示|全班|值班|三班|生日|节日|答卷人|表现
    """),
    *("\n", "　", "时长" * 30, "作业" + "很" * 40),
]
MANY = sum(len(split(texts)) for texts in (*MINUTES.values(), *FIELDS.values())) + len(NONE)


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert MANY >= 300


OF_MINUTES = [(text, means) for means, texts in MINUTES.items() for text in split(texts)]


@pytest.mark.parametrize(("text", "means"), OF_MINUTES)
def test_a_heading_of_minutes(text: str, means: Minutes) -> None:
    said = heading(text)
    assert said is not None
    assert said.field == "minutes"
    assert Minutes(said.unit, said.kind, said.estimate) == means


@pytest.mark.parametrize(("text", "field"), [(text, field) for field, texts in FIELDS.items() for text in split(texts)])
def test_a_heading_of_another_field(text: str, field: str) -> None:
    said = heading(text)
    assert said is not None
    assert said.field == field


@pytest.mark.parametrize("text", NONE, ids=lambda text: ascii(text)[:60])
def test_what_stands_below_or_above_a_heading_is_none(text: str) -> None:
    assert heading(text) is None


@pytest.mark.parametrize("value", [30, 30.5, True, None, 46279], ids=repr)
def test_a_cell_that_is_no_text_is_no_heading(value: object) -> None:
    assert heading(value) is None


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("书面作业", "written", ""),
        ("口头作业", "oral", ""),
        ("家庭作业", "", "home"),
        ("校内书面作业内容", "written", "school"),
        ("作业内容", "", ""),
    ],
)
def test_a_heading_of_content_says_kind_and_place(text: str, kind: str, place: str) -> None:
    said = heading(text)
    assert said is not None
    assert (said.field, said.kind, said.place) == ("content", kind, place)


def test_the_configuration_adds_words() -> None:
    extra = (("minutes", "大概费时"), ("class", "对象"))
    assert heading("大概费时") is None
    assert heading("大概费时", extra) == Heading("minutes")
    assert heading("今日大概费时（分钟）", extra) == Heading("minutes", "minutes")
    assert heading("对象", extra) == Heading("class")


def test_remarks_are_told_from_what_matters() -> None:
    assert is_remark("备注")
    assert is_remark("其他说明")
    assert not is_remark("作业内容")
    assert not is_remark(3)


def test_the_fields_of_a_row_by_column() -> None:
    known = known_fields(["序号", "", "班级", "抄写生字", 20.0, "时长(分钟)"])
    assert {column: about.field for column, about in known.items()} == {0: "other", 2: "class", 5: "minutes"}


# --- relations ---

WORDS = sorted({word for words in HEADINGS.values() for word in words})
AROUND = st.sampled_from(["", "（分钟）", "(必填)", "：", "*", "1", "30", "第3课", "。", "表", "请填写", "您的", "实际", "\n"])


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_vocabulary_is_a_heading(word: str) -> None:
    assert heading(word) is not None


MADE = st.tuples(AROUND, st.sampled_from(WORDS), AROUND, st.sampled_from(WORDS), AROUND).map("".join)
BARE = [text for text, _ in OF_MINUTES if text[0] not in "*0123456789一【" and len(text) < 30]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=LONGEST_HEADING + 5), MADE))
def test_any_text_is_a_known_field_or_none(text: str) -> None:
    said = heading(text)
    if said is not None:
        assert said.field in HEADINGS
        assert said.unit in ("", "minutes", "hours")
        assert said.place in ("", "home", "school")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(BARE), st.sampled_from(["实际", "合计", "平均", "原", "累计", "总"]))
def test_a_veto_makes_it_no_estimate(text: str, veto: str) -> None:
    vetoed = heading(veto + text)
    assert vetoed is None or vetoed.field == "other"


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(BARE), st.sampled_from(["{}（必填）", "12. {}", "3、{}", "{}*", "{}：", " {} ", "{}\n"]))
def test_how_a_form_asks_changes_nothing(text: str, form: str) -> None:
    assert heading(form.format(text)) == heading(text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(BARE), st.integers(1, 30), st.sampled_from(["\n", " ", "　"]))
def test_breaks_within_a_heading_change_nothing(text: str, at: int, gap: str) -> None:
    assert heading(text[:at] + gap + text[at:]) == heading(text)
