"""What a cell of minutes means to a careful reader: the figure, a declared «none», or the trouble with it.

A wrong figure may become a false clear, so whatever is not plain must be trouble.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values.minutes import LONGEST, NOTHING, Minutes, read_minutes, says_nothing, write_minutes
from tests.values.blocks import split

UNDERSTOOD: dict[str, tuple[float, float | None]] = {
    # one figure
    "30": (30, 30),
    "30.0": (30, 30),
    "030": (30, 30),
    "22.5": (22.5, 22.5),
    "5": (5, 5),
    "30分钟": (30, 30),
    "30分": (30, 30),
    "30 分钟": (30, 30),
    "30\n分钟": (30, 30),
    "30分钟。": (30, 30),
    "30分钟！": (30, 30),
    "30钟": (30, 30),
    "30 min": (30, 30),
    "30mins": (30, 30),
    "30mins.": (30, 30),
    "30 Minutes": (30, 30),
    "90m": (90, 90),
    "30'": (30, 30),
    "30′": (30, 30),
    "30’": (30, 30),
    "约15'": (15, 15),
    "0.5分钟": (0.5, 0.5),
    "1.5分钟": (1.5, 1.5),
    "2分钟": (2, 2),
    "1440分钟": (1440, 1440),
    # full width, circles, fractions, invisible characters
    "３０": (30, 30),
    "３０分": (30, 30),
    "３０分鐘": (30, 30),
    "１．５小时": (90, 90),
    "½小时": (30, 30),
    "1½小时": (90, 90),
    "１½小时": (90, 90),
    "1¼h": (75, 75),
    "¾小时": (45, 45),
    "①10": (10, 10),
    "⑳30分钟": (30, 30),
    "㉑10分钟": (10, 10),
    "⒈20分钟": (20, 20),
    "\ufeff30分钟": (30, 30),
    "30\u00a0分钟": (30, 30),
    # in words
    "四十": (40, 40),
    "三十分钟": (30, 30),
    "二十五分": (25, 25),
    "一百二十分钟": (120, 120),
    "一百二": (120, 120),
    "一百零五分钟": (105, 105),
    "三〇分钟": (30, 30),
    "两分钟": (2, 2),
    "十分": (10, 10),
    # about, at most
    "约30分钟": (30, 30),
    "大约30": (30, 30),
    "30分钟左右": (30, 30),
    "约 30 分钟左右": (30, 30),
    "30上下": (30, 30),
    "预计30分钟": (30, 30),
    "用时：30分钟": (30, 30),
    "共30分钟": (30, 30),
    "合计35": (35, 35),
    "每人20分钟": (20, 20),
    "不超过30分钟": (30, 30),
    "不得超过30分钟": (30, 30),
    "控制在15分钟以内": (15, 15),
    "15分钟内": (15, 15),
    "15分钟以内完成": (15, 15),
    "20以下": (20, 20),
    "最多20分钟": (20, 20),
    "不到20分钟": (20, 20),
    "将近半小时": (30, 30),
    "≤20": (20, 20),
    "<20": (20, 20),
    "＜20分钟": (20, 20),
    "～20": (20, 20),
    "about 20 min": (20, 20),
    "up to 20 minutes": (20, 20),
    "(20分钟)": (20, 20),
    # at least: no upper end
    "30分钟以上": (30, None),
    "30分钟以上。": (30, None),
    "30分钟及以上": (30, None),
    "30分钟或以上": (30, None),
    "30（以上）": (30, None),
    "20-30分钟以上": (20, None),
    "至少20-30分钟": (20, None),
    "至少20分钟": (20, None),
    "不少于20分钟": (20, None),
    "超过30分钟": (30, None),
    "20分钟起": (20, None),
    "20+": (20, None),
    "≥20": (20, None),
    "半小时以上": (30, None),
    # hours
    "1小时": (60, 60),
    "1.5小时": (90, 90),
    "1.25小时": (75, 75),
    "0.5h": (30, 30),
    "半小时": (30, 30),
    "半个小时": (30, 30),
    "半小时左右": (30, 30),
    "半小時": (30, 30),
    "一个半小时": (90, 90),
    "一個半小時": (90, 90),
    "1个半小时": (90, 90),
    "一小时半": (90, 90),
    "两小时": (120, 120),
    "兩小時": (120, 120),
    "两个钟头": (120, 120),
    "1 hour": (60, 60),
    "2hrs": (120, 120),
    "1小时20分": (80, 80),
    "1小时20": (80, 80),
    "1个小时15分钟": (75, 75),
    "一个小时零五分": (65, 65),
    "1小时一刻钟": (75, 75),
    "1h20": (80, 80),
    "1h20m": (80, 80),
    "1hr 20min": (80, 80),
    "2小时30": (150, 150),
    "一刻钟": (15, 15),
    "一刻": (15, 15),
    "三刻钟": (45, 45),
    "0:30": (30, 30),
    "00:30": (30, 30),
    "0:30:00": (30, 30),
    "1：30": (90, 90),
    "2:30": (150, 150),
    # ranges
    "20-30分钟": (20, 30),
    "20～30": (20, 30),
    "15—20分钟": (15, 20),
    "15－20": (15, 20),
    "15–20": (15, 20),
    "约20-30": (20, 30),
    "20～30分钟左右": (20, 30),
    "20至30分": (20, 30),
    "20到30": (20, 30),
    "10分钟-15": (10, 15),
    "10min-15min": (10, 15),
    "5-8": (5, 8),
    "1-2小时": (60, 120),
    "1~1.5h": (60, 90),
    "0.5-1小时": (30, 60),
    "半小时至40分钟": (30, 40),
    "30分-1小时": (30, 60),
    "半小时到一小时": (30, 60),
    "一个小时到两个小时": (60, 120),
    "0:30-1:00": (30, 60),
    # sums
    "20+15": (35, 35),
    "20'+15'": (35, 35),
    "20分钟＋15分钟": (35, 35),
    "约20+15": (35, 35),
    "①10分钟②20分钟": (30, 30),
    "（1）10分钟（2）20分钟": (30, 30),
    "①10 ②20": (30, 30),
    "①10②20-25": (30, 35),
    # said twice
    "1小时(60分钟)": (60, 60),
    "60分钟（1小时）": (60, 60),
    "20+15=35": (35, 35),
    "20+15（35）": (35, 35),
    "一节课(40分钟)": (40, 40),
    "约1节课（约40分钟）": (40, 40),
    # remarks that change nothing
    "30（分钟）": (30, 30),
    "0.5（小时）": (30, 30),
    "30（左右）": (30, 30),
    "(约)20": (20, 20),
    "40（含背诵）": (40, 40),
    "40分钟（含背诵课文两段）": (40, 40),
    "30分钟（预计）": (30, 30),
    "20分钟（课时练）": (20, 20),
    "20（背诵、朗读）": (20, 20),
}

PARTS: dict[str, tuple[tuple[str, float, float | None], ...]] = {
    "语文20": (("语文", 20, 20),),
    "语文20+数学25": (("语文", 20, 20), ("数学", 25, 25)),
    "语20、数25": (("语", 20, 20), ("数", 25, 25)),
    "语文：20分钟；数学：约25分钟": (("语文", 20, 20), ("数学", 25, 25)),
    "A层30/B层20": (("a层", 30, 30), ("b层", 20, 20)),
    "A:30;B:20;C:10": (("a", 30, 30), ("b", 20, 20), ("c", 10, 10)),
    "A层30-40/B层半小时": (("a层", 30, 40), ("b层", 30, 30)),
    "必做35分钟，选做10分钟": (("必做", 35, 35), ("选做", 10, 10)),
    "书面20，口头10": (("书面", 20, 20), ("口头", 10, 10)),
    "书面0，口头10": (("书面", 0, 0), ("口头", 10, 10)),
    "书面作业20分钟以上、口头作业10分钟": (("书面作业", 20, None), ("口头作业", 10, 10)),
    "15分(口头)": (("口头", 15, 15),),
    "10分钟以内(书面)": (("书面", 10, 10),),
    "20（书面）+10（口头）": (("书面", 20, 20), ("口头", 10, 10)),
    "【选做】20分钟": (("选做", 20, 20),),
    "（口头）15分钟": (("口头", 15, 15),),
    "30(选做)": (("选做", 30, 30),),
    "亲子阅读30分钟": (("亲子阅读", 30, 30),),
    "20分钟（练习册）": (("练习册", 20, 20),),
    "阅读理解20": (("阅读理解", 20, 20),),
    "读书笔记20": (("读书笔记", 20, 20),),
    "校内20分钟，家庭10分钟": (("校内", 20, 20), ("家庭", 10, 10)),
}

NONE = [
    *split("""
    无|無|没有|沒有|暂无|免|无作业|无书面作业|今天没有作业|今日无作业。|不布置|未布置作业|未留书面作业|/|／|//|-|——
    －|--|0|0.0|00|０|0分钟|0min|零|0小时|0:00|零分钟|N/A|none|No homework|书面0，口头0
    """),
    *("\\",),
]

NOT_UNDERSTOOD = {
    "blank": ["", " ", "\u3000\n", "\ufeff"],
    "negative": ["-30", "-30分钟", "－10", "-1.5"],
    "too-long": ["1441", "99999", "30小时", "9" * 400, "语文1000+数学1000", "20-2000"],
    "lesson": ["一节课", "两节课", "大约一节课", "半节课", "1-2节", "1课时", "2（节）"],
    "unit": ["0.5", "1.5", "½", "1.2", "0.5-1", "1-1.5", "1", "2", "1-2", "三", "1.30小时", "0.001分钟"],
}
NOT_UNDERSTOOD["words"] = [
    # how long is not said
    *split("""
    适量|视情况|视情况而定|因人而异|自定|不限|待定|若干|一会儿|?|？|30?|约|分钟|—分钟|半|一|*
    """),
    # figures that stand apart, or are many
    *split("""
    20 30|5 10|1 000|1,000|30/40|1/2|20或30|20、30|20，30|20;30|20分钟30分钟|20分钟、30分钟|20-30-40|30-20|10-|10--20
    20~30~|10++20|+10|20+15+|20+语文|①10③20|①10②|1)20 2)30
    """),
    *(
        "5\n10",
        "20\u200b30",
    ),
    # a day, a time, an exercise, or for several of them
    *split("""
    每天20分钟|20分钟/天|20min/人|每次30分钟|30分钟/次|20分钟×2|20分钟*3天|2遍20分钟|20分钟2遍|平均20分钟
    20分钟(周末)|20分钟（每天）|周末60分钟|30分钟（两天）|共60分钟，每天30分钟|20（两科）|30分钟（每题）
    两节课（40分钟）|语文20（每天）+数学25|(每天)20|1节课(1)|2节课(每节40分钟)
    """),
    # something else is counted, or it may be
    *split("""
    3题|第3页|P20|2（张）|1（试卷）|3（道题）|2(页)|试卷2|20%|20元|20个字|20遍|30(3)|30①|3O分钟|l0分钟|1.20分钟|1.20
    9.14|5.20|9月14日|2026-09-14|周一|20:00|20:00前|19:00-19:30|8:00-8:30|3:30-4:00|10:30|20分30秒|30″|5'30|1点30分
    30²|三层|○|1小时90分|1节课(30分钟)(40分钟)|60分钟(2小时)|20+15=40
    """),
    *('30"',),
    # more or less than the figure
    *split("""
    20多分钟|20来分钟|二三十分钟|十几分钟|几分钟|三五分钟|七八分钟|十五六分钟|半小时多|一小时多|30不止
    """),
    # what it is spent on is no label that speaks for all of it
    *split("""
    早读10分钟|不含背诵20|除口头外20分钟|读20分钟，写10分钟|口头10书面20|20+15(口头)|30选做|共3项30分钟|3项共30分钟
    40(含背诵10分钟)|语文20数学25|1班20/2班30|男生20女生30|30/无|无/30|AB层30|(30)|【30】|10.|.5|1/2小时|十百分钟
    百分钟|1千|half an hour|True
    """),
    *("语文20\n数学25",),
]


def ids(texts: object) -> str:
    return repr(texts)[:40]


@pytest.mark.parametrize(("text", "ends"), UNDERSTOOD.items(), ids=ids)
def test_a_figure_is_understood(text: str, ends: tuple[float, float | None]) -> None:
    said = read_minutes(text)
    assert said == Minutes(*ends)


@pytest.mark.parametrize(("text", "parts"), PARTS.items(), ids=ids)
def test_labelled_shares_are_told_apart(text: str, parts: tuple[tuple[str, float, float | None], ...]) -> None:
    said = read_minutes(text, "minutes")
    assert said.parts == parts
    assert said.low == sum(low for _, low, _ in parts)
    assert said.high == (None if any(high is None for _, _, high in parts) else sum(high or 0 for _, _, high in parts))


@pytest.mark.parametrize("text", NONE, ids=ids)
def test_none_is_declared(text: str) -> None:
    assert read_minutes(text) == NOTHING


@pytest.mark.parametrize(("trouble", "text"), [(trouble, text) for trouble, texts in NOT_UNDERSTOOD.items() for text in texts], ids=ids)
def test_what_is_not_plain_is_trouble(trouble: str, text: str) -> None:
    assert read_minutes(text) == Minutes(trouble=trouble)


@pytest.mark.parametrize(
    "text", [text for texts in NOT_UNDERSTOOD.values() for text in texts if text not in ("1", "2", "1-2", "三")], ids=ids
)
def test_a_heading_in_minutes_does_not_make_it_plain(text: str) -> None:
    assert read_minutes(text, "minutes").low is None


CELLS: list[tuple[object, str, Minutes]] = [
    (30, "", Minutes(30, 30)),
    (30.0, "", Minutes(30, 30)),
    (22.5, "", Minutes(22.5, 22.5)),
    (33.333333, "", Minutes(33.33, 33.33)),
    (1440, "", Minutes(1440, 1440)),
    (1441, "", Minutes(trouble="too-long")),
    (10**400, "", Minutes(trouble="too-long")),
    (-(10**400), "", Minutes(trouble="negative")),
    (float("inf"), "", Minutes(trouble="too-long")),
    (float("-inf"), "", Minutes(trouble="negative")),
    (float("nan"), "", Minutes(trouble="words")),
    (-5, "", Minutes(trouble="negative")),
    (-5, "hours", Minutes(trouble="negative")),
    (0, "", NOTHING),
    (0.0, "hours", NOTHING),
    (-0.0, "minutes", NOTHING),
    (0, "unknown", NOTHING),
    (0.5, "", Minutes(trouble="unit")),
    (1.5, "minutes", Minutes(trouble="unit")),
    (1 / 48, "", Minutes(trouble="unit")),
    (2, "", Minutes(trouble="unit")),
    (2, "minutes", Minutes(2, 2)),
    (5, "", Minutes(5, 5)),
    (30, "unknown", Minutes(trouble="unit")),
    (9.14, "", Minutes(trouble="words")),
    (9.14, "minutes", Minutes(trouble="words")),
    (7.5, "minutes", Minutes(7.5, 7.5)),
    (0.5, "hours", Minutes(30, 30)),
    (1, "hours", Minutes(60, 60)),
    (1.25, "hours", Minutes(75, 75)),
    (1 / 48, "hours", Minutes(trouble="unit")),
    (30, "hours", Minutes(trouble="too-long")),
    ("0.5", "hours", Minutes(30, 30)),
    ("1.5", "hours", Minutes(90, 90)),
    ("1", "hours", Minutes(60, 60)),
    ("0.5-1", "hours", Minutes(30, 60)),
    ("1.30", "hours", Minutes(trouble="unit")),
    ("30分钟", "hours", Minutes(30, 30)),
    ("1:30", "hours", Minutes(90, 90)),
    ("2", "minutes", Minutes(2, 2)),
    ("3-5", "minutes", Minutes(3, 5)),
    ("30", "unknown", Minutes(trouble="unit")),
    ("30分钟", "unknown", Minutes(30, 30)),
    ("A层30/B层20", "unknown", Minutes(trouble="words")),
    (True, "", Minutes(trouble="words")),
    (False, "", Minutes(trouble="words")),
    (None, "", Minutes(trouble="words")),
    (date(2026, 5, 8), "", Minutes(trouble="date")),
    (datetime.fromisoformat("2026-05-08T12:00:00"), "", Minutes(trouble="date")),
    (time(0, 30), "", Minutes(30, 30)),
    (time(1, 20), "hours", Minutes(80, 80)),
    (time(0, 0), "", NOTHING),
    (time(19, 30), "", Minutes(trouble="words")),
    (time(20, 0), "", Minutes(trouble="words")),
    (timedelta(minutes=45), "", Minutes(45, 45)),
    (timedelta(hours=1, minutes=20), "", Minutes(80, 80)),
    (timedelta(0), "", NOTHING),
    (timedelta(hours=20), "", Minutes(trouble="words")),
    (timedelta(hours=30), "", Minutes(trouble="too-long")),
    (timedelta(minutes=-5), "", Minutes(trouble="negative")),
    (timedelta.max, "", Minutes(trouble="too-long")),
]


@pytest.mark.parametrize(("value", "per", "said"), CELLS, ids=ids)
def test_a_cell_is_read_in_the_unit_of_its_heading(value: object, per: str, said: Minutes) -> None:
    assert read_minutes(value, per) == said


LESSONS = {
    "一节课": (40, 40),
    "两节课": (80, 80),
    "半节课": (20, 20),
    "1-2节": (40, 80),
    "一至两节课": (40, 80),
    "约1课时": (40, 40),
    "半小时到一节课": (30, 40),
    "30分钟": (30, 30),
}


@pytest.mark.parametrize(("text", "ends"), LESSONS.items(), ids=ids)
def test_a_lesson_is_as_long_as_the_configuration_says(text: str, ends: tuple[float, float]) -> None:
    said = read_minutes(text, "", 40.0)
    assert (said.low, said.high) == ends


@pytest.mark.parametrize("text", ["无", "无作业", "-", "/", "今日无书面作业", "不布置作业", "No written homework"])
def test_a_content_may_declare_none(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text", ["", "不", "未", "抄写生字", "无障碍阅读", "没有共享单车的城市", "不懂就要问", "免费师范生", "第0课", "0.5"]
)
def test_a_content_that_is_homework_declares_nothing(text: str) -> None:
    assert not says_nothing(text)


# --- relations ---

PER = st.sampled_from(["", "minutes", "hours", "unknown"])
LESSON = st.one_of(st.none(), st.sampled_from([35.0, 40.0, 45.0]))
ALPHABET = (
    "0123456789.０１①②½²:：-—~～+＋/、，,;；()（）【】 \n　'′″\"≤≥<>=?*×%"
    "约大概每天人共无没不分钟小时个半刻节课时min h语数书面口头背诵选做必层ABabc一二三十百两零〇○以上内左右含"
)
STATED = st.from_regex(r"\A[\d一二三十半约]{1,3}[.:\-~+/(（]?[\d分钟小时刻节]{0,6}\Z")
TEXT = st.one_of(st.text(max_size=30), st.text(ALPHABET, max_size=16), STATED)
CELL = st.one_of(
    TEXT,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(max_examples=400, deadline=None)
@given(CELL, PER, LESSON)
def test_every_cell_is_a_figure_of_a_day_none_or_trouble(value: object, per: str, lesson: float | None) -> None:
    said = read_minutes(value, per, lesson)
    if said.trouble:
        assert said == Minutes(trouble=said.trouble)
        return
    assert said.low is not None
    assert 0 <= said.low <= LONGEST
    assert said.high is None or said.low <= said.high <= LONGEST
    assert said.nothing == (said.high == 0)
    assert all(0 <= part.low <= (LONGEST if part.high is None else part.high) for part in said.parts)
    if said.parts:
        assert said.low == pytest.approx(sum(part.low for part in said.parts), abs=0.01)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 2 * LONGEST), PER)
def test_what_the_program_writes_it_reads_back(halves: int, per: str) -> None:
    assert read_minutes(write_minutes(halves / 2), per) == Minutes(halves / 2, halves / 2)


WHOLE = st.integers(5, 200)
BEFORE = st.sampled_from(["", "约", "大约", "预计", "不超过", "共", "用时："])
AFTER = st.sampled_from(["", "左右", "以内", "。", "（左右）"])
UNIT = st.sampled_from(["分钟", "分", "min", "'", " 分钟", "mins"])


@settings(max_examples=200, deadline=None)
@given(
    WHOLE,
    UNIT,
    st.sampled_from(["", "约", "大约", "预计", "不超过", "共", "用时："]),
    st.sampled_from(["", "左右", "以内", "。", "（左右）"]),
)
def test_words_around_a_figure_do_not_change_it(figure: int, unit: str, before: str, after: str) -> None:
    assert read_minutes(f"{before}{figure}{unit}{after}") == Minutes(figure, figure)


@settings(max_examples=200, deadline=None)
@given(WHOLE, WHOLE, st.sampled_from("-~－～—–至到"), UNIT)
def test_a_range_keeps_both_ends_or_is_trouble(first: int, last: int, dash: str, unit: str) -> None:
    said = read_minutes(f"{first}{dash}{last}{unit}")
    assert said == (Minutes(first, last) if first <= last else Minutes(trouble="words"))


@settings(max_examples=200, deadline=None)
@given(st.lists(WHOLE, min_size=2, max_size=5), st.sampled_from(["+", "＋", " + "]), UNIT)
def test_a_sum_is_added_up(figures: list[int], plus: str, unit: str) -> None:
    assert read_minutes(plus.join(f"{figure}{unit}" for figure in figures)) == Minutes(sum(figures), sum(figures))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([text for text in UNDERSTOOD if text.isprintable()]), st.sampled_from([" ", "　", "\n", "\u00a0"]))
def test_spaces_around_and_full_width_do_not_change_a_figure(text: str, space: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() and c.isascii() else c for c in text)
    assert read_minutes(f"{space}{text}{space}") == read_minutes(text)
    assert read_minutes(wide) == read_minutes(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 4), st.integers(0, 59))
def test_a_clock_is_a_duration_up_to_five_hours(hours: int, minutes: int) -> None:
    expected = Minutes(60 * hours + minutes, 60 * hours + minutes) if hours or minutes else NOTHING
    assert read_minutes(f"{hours}:{minutes:02}") == read_minutes(time(hours, minutes)) == expected
    assert read_minutes(timedelta(hours=hours, minutes=minutes)) == expected
