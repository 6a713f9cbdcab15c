"""What the text of one cell says of homework: its pieces, their minutes, what marks say of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.values.clock_spans import clock_minutes
from homework_audit.values.homework import label_of_layer, read_homework, read_pair
from homework_audit.values.items import names_subject
from homework_audit.values.pieces import Piece
from homework_audit.values.stated_times import states_time

CASES = [
    ("整理第3课时间轴（约33分钟）", [("整理第3课时间轴", 33, "")]),
    ("课后习题2.1第1—4题（33'）", [("课后习题2.1第1-4题", 33, "")]),
    ("片段作文一篇（200字）  18分钟", [("片段作文一篇(200字)", 18, "")]),
    ("测试卷一张（100分）40分钟", [("测试卷一张(100分)", 40, "")]),
    ("1分钟跳绳3组 15min", [("1分钟跳绳3组", 15, "")]),
    ("第6课生字词抄写两遍 15-20min", [("第6课生字词抄写两遍", 20, "")]),
    ("家庭小实验：测身高  15分钟（实践）", [("家庭小实验:测身高", 15, "practical")]),
    ("仿写句子5句 25min\nUnit 1对话录音 15min（口头）", [("仿写句子5句", 25, ""), ("Unit 1对话录音", 15, "oral")]),
    ("①抄写生字（10分钟）②背诵课文（口头，5分钟）", [("抄写生字", 10, ""), ("背诵课文", 5, "oral")]),
    ("口头：①朗读5分钟②背诵5分钟\n抄写生字10分钟", [("朗读", 5, "oral"), ("背诵", 5, "oral"), ("抄写生字", 10, "")]),
    ("口算5分钟，笔算10分钟，共15分钟", [("口算", 5, ""), ("笔算", 10, "")]),
    ("1.抄写生字\n2.口算一页\n共30分钟", [("抄写生字；口算一页", 30, "")]),
    ("语：小卷 25分钟\n数：口算 25分钟\n（书面共50分钟）", [("小卷", 25, ""), ("口算", 25, "")]),
    ("语：小卷 25分钟\n数：口算 25分钟\n（书面共70分钟）", [("小卷", 25, ""), ("口算", 25, ""), ("书面合计", 70, "written")]),
    ("今日作业：\n1、语文：周记（30分钟）\n2、数学：卷子（40分钟）", [("周记", 30, ""), ("卷子", 40, "")]),
    ("【9月15日作业】\n语文：周记（30分钟）\n数学：课课练", [("周记", 30, ""), ("课课练", None, "")]),
    ("@所有人 今天的数学作业（周末完成）：\n①小卷（15分钟）", [("小卷", 15, "")]),
    ("今天的数学作业", [("今天的数学作业", None, "")]),
    ("语文：小卷（20分钟）\n英语：课课练\n书面作业共20分钟（英语没写时间，未算）", [("小卷", 20, ""), ("课课练", None, "")]),
    ("跳绳100个（不计入书面作业）20分钟", [("跳绳100个(不计入书面作业)", 20, "other")]),
    ("抄写生字（不计入书面作业）20分钟", [("抄写生字(不计入书面作业)", 20, "")]),
    ("家长好，今天作业如下：\n语文——周记（40分钟）", [("周记", 40, "")]),
    ("Exercise: possessive 's 20 min", [("Exercise: possessive 's", 20, "")]),
    ("练习册P12\n（20分钟）", [("练习册P12", 20, "")]),
    ("练习册P12 15分钟，家长签字", [("练习册P12,家长签字", 15, "")]),
    ("读后感400字/30分钟", [("读后感400字", 30, "")]),
    ("练习册第30页", [("练习册第30页", None, "")]),
    ("错题整理3道（时间因人而异）", [("错题整理3道(时间因人而异)", None, "")]),
    ("听读5遍，每遍3分钟", [("听读5遍,每遍", None, "")]),
    ("8:00-8:30 练习册", [("8:00-8:30 练习册", None, "")]),
    ("书面：无；口头：读课文 10分钟", [("口头:读课文", 10, "oral")]),
    ("秋季运动会,无作业", [("", 0, "")]),
    ("20分钟", [("", 20, "")]),
    ("无", [("", 0, "")]),
    ("口算15分钟 练习册20分钟 家长签字", [("口算", 15, ""), ("练习册家长签字", 20, "")]),
    ("口算15分钟、练习册20分钟 家长签字", [("口算", 15, ""), ("练习册家长签字", 20, "")]),
    ("20分钟阅读、15分钟练字", [("阅读", 20, ""), ("练字", 15, "")]),
    ("限时10分钟口算题卡1张，练习册15分钟", [("口算题卡1张", 10, ""), ("练习册", 15, "")]),
    ("每天阅读30分钟并打卡，练字15分钟", [("每天阅读", 30, ""), ("并打卡,练字", 15, "")]),
    ("听写10分钟 改错5分钟共15分钟家长签字", [("听写", 10, ""), ("改错共15分钟家长签字", 5, "")]),
    ("3分钟口算、计算题20分钟", [("3分钟口算、计算题", 20, "")]),
    ("语文：无\n数学：无", [("", 0, "")]),
    ("语文无 数学无", [("", 0, "")]),
    ("语文无 数学10分钟", [("", 10, "")]),
    ("语26 数10 英14 科无", [("", 26, ""), ("", 10, ""), ("", 14, "")]),
    ("无书面，讲故事（口头）10分", [("讲故事(口头)", 10, "oral")]),
    ("无书面作业，抄写10分钟", [("", 10, "written")]),
    ("语26分 数10分 科无", [("", 26, ""), ("", 10, "")]),
    ("数学无纸化练习10分钟", [("数学无纸化练习", 10, "")]),
]


@pytest.mark.parametrize(("text", "pieces"), CASES, ids=[ascii(text)[:40] for text, _ in CASES])
def test_pieces(text: str, pieces: list[tuple[str, float | None, str]]) -> None:
    assert [(piece.content, piece.minutes.high, piece.label.kind) for piece in read_homework(text)] == pieces


def test_subjects_classes_and_layers_that_a_cell_names() -> None:
    told = read_homework("语文：练习册P5（20分钟）；数学：口算一页 10分钟；英语：无")
    assert [(piece.label.subject, piece.minutes.high) for piece in told] == [("语文", 20), ("数学", 10)]
    assert [(piece.classes, piece.minutes.high) for piece in read_homework("三1:20分钟;三2:20分钟")] == [("三1", 20), ("三2", 20)]
    layers = read_homework("A层：练习册P5 30分钟；B层：课本P6 20分钟")
    assert [(piece.label.layer, piece.minutes.high) for piece in layers] == [("A", 30), ("B", 20)]
    assert [(piece.label.subject, piece.minutes.high) for piece in read_homework("语20 数15\n英10")] == [
        ("语文", 20),
        ("数学", 15),
        ("英语", 10),
    ]
    assert [piece.label.subject for piece in read_homework("数学\n作业本第11课时")] == ["数学"]


def test_numbers_and_layers_join_two_cells() -> None:
    pair = read_pair("①抄写生字②【口头】背诵", "①10分②5分")
    assert [(piece.minutes.high, piece.label.kind) for piece in pair] == [(10, ""), (5, "oral")]
    assert read_pair("①抄写②口算", "①10分②5分") == ()
    label = label_of_layer("A层（选做）：中考真题2道\nB层（必做）：练习册", "A")
    assert label is not None
    assert label.optional is True


def test_bare_numbers_count_only_where_the_heading_gives_the_unit() -> None:
    assert read_homework("练习册P5（20）", "minutes")[0].minutes.high == 20
    assert read_homework("练习册P5（20）")[0].minutes.high is None


@pytest.mark.parametrize(
    ("text", "minutes"), [("18:30—18:50", 20), ("18：30-20:00", 90), ("21:30", None), ("20:00-19:00", None), ("第1节", None)]
)
def test_spans_of_the_clock(text: str, minutes: int | None) -> None:
    assert clock_minutes(text) == minutes


def test_what_names_a_subject_and_what_states_a_time() -> None:
    assert names_subject("1.语文：抄写")
    assert names_subject("三（1）班：语文 练习册")
    assert not names_subject("请家长督促")
    assert states_time("约20分钟")
    assert not states_time("第20页")


@given(st.text(max_size=60))
def test_no_text_raises_and_every_piece_is_a_piece(text: str) -> None:
    for piece in read_homework(text):
        assert isinstance(piece, Piece)
        assert piece.minutes.low is None or piece.minutes.low >= 0


@given(st.lists(st.integers(5, 60), min_size=1, max_size=5))
def test_numbered_items_are_as_many_as_were_written(minutes: list[int]) -> None:
    text = "\n".join(f"{n}. 练习册第{n}页 {m}分钟" for n, m in enumerate(minutes, 1))
    assert [piece.minutes.high for piece in read_homework(text)] == minutes


@given(
    st.lists(
        st.tuples(st.sampled_from(("口算", "练习册", "抄写生字", "阅读课外书", "背诵课文")), st.integers(5, 60)), min_size=1, max_size=4
    ),
    st.sampled_from(("，", "、", " ", "；", "\n", "", "+", "，然后", "并", "后 ")),
    st.sampled_from(("", " 家长签字", "，家长签字", "以内完成", "。")),
    st.booleans(),
)
def test_no_time_that_stands_with_a_task_is_lost(tasks: list[tuple[str, int]], between: str, tail: str, task_first: bool) -> None:
    text = between.join(f"{task}{minutes}分钟" if task_first else f"{minutes}分钟{task}" for task, minutes in tasks) + tail
    assert sum(piece.minutes.high or 0 for piece in read_homework(text)) == sum(minutes for _, minutes in tasks)
