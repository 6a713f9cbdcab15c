"""What a cell of minutes means to a careful reader: the figure, a declared «none», or the trouble with it.

A wrong figure may become a false clear, so whatever is not plain must be trouble.
"""

from __future__ import annotations

import pytest

from homework_audit.values.minutes import NOTHING, Minutes, read_minutes
from tests.values.blocks import split

FIGURES: list[tuple[str, dict[tuple[float, float | None], str]]] = [
    (
        "one figure",
        {
            (30, 30): """
            30|30.0|030|30分钟|30分|30 分钟|30分钟。|30分钟！|30钟|30 min|30mins|30mins.|30 Minutes|30'|30′|30’
            """,
            (22.5, 22.5): "22.5",
            (5, 5): "5",
            (90, 90): "90m",
            (15, 15): "约15'",
            (0.5, 0.5): "0.5分钟",
            (1.5, 1.5): "1.5分钟",
            (2, 2): "2分钟",
            (1440, 1440): "1440分钟",
        },
    ),
    (
        "full width, circles, fractions, invisible characters",
        {
            (30, 30): "３０|３０分|３０分鐘|½小时|⑳30分钟",
            (90, 90): "１．５小时|1½小时|１½小时",
            (75, 75): "1¼h",
            (45, 45): "¾小时",
            (10, 10): "①10|㉑10分钟",
            (20, 20): "⒈20分钟",
        },
    ),
    (
        "in words",
        {
            (40, 40): "四十",
            (30, 30): "三十分钟|三〇分钟",
            (25, 25): "二十五分",
            (120, 120): "一百二十分钟|一百二",
            (105, 105): "一百零五分钟",
            (2, 2): "两分钟",
            (10, 10): "十分",
        },
    ),
    (
        "about, at most",
        {
            (30, 30): """
            约30分钟|大约30|30分钟左右|约 30 分钟左右|30上下|预计30分钟|用时：30分钟|共30分钟|不超过30分钟
            不得超过30分钟|将近半小时
            """,
            (35, 35): "合计35",
            (20, 20): """
            每人20分钟|20以下|最多20分钟|不到20分钟|≤20|<20|＜20分钟|～20|about 20 min|up to 20 minutes|(20分钟)
            """,
            (15, 15): "控制在15分钟以内|15分钟内|15分钟以内完成",
        },
    ),
    (
        "at least: no upper end",
        {
            (30, None): "30分钟以上|30分钟以上。|30分钟及以上|30分钟或以上|30（以上）|超过30分钟|半小时以上",
            (20, None): "20-30分钟以上|至少20-30分钟|至少20分钟|不少于20分钟|20分钟起|20+|≥20",
        },
    ),
    (
        "hours",
        {
            (60, 60): "1小时|1 hour",
            (90, 90): "1.5小时|1 1/2 hours|1h 30分钟|一个半小时|一個半小時|1个半小时|一小时半|1：30",
            (75, 75): "1.25小时|1个小时15分钟|1小时一刻钟",
            (
                30,
                30,
            ): "0.5h|1/2 hr|１／２ hr|1/4 hr + 1/4 hr|1/2 hr 半小时|30 min 半小时|半小时|半个小时|半小时左右|半小時|0:30|00:30|0:30:00",
            (120, 120): "两小时|兩小時|两个钟头|2hrs",
            (80, 80): "1小时20分|1小时20|1h20|1h20m|1hr 20min",
            (65, 65): "一个小时零五分",
            (150, 150): "2小时30|2:30",
            (15, 15): "一刻钟|一刻",
            (45, 45): "三刻钟",
        },
    ),
    (
        "ranges",
        {
            (20, 30): "20-30分钟|20～30|约20-30|20～30分钟左右|20至30分|20到30",
            (15, 20): "15—20分钟|15－20|15–20",
            (10, 15): "10分钟-15|10min-15min",
            (5, 8): "5-8",
            (60, 120): "1-2小时|一个小时到两个小时",
            (60, 90): "1~1.5h",
            (30, 60): "0.5-1小时|30分-1小时|半小时到一小时|0:30-1:00",
            (30, 40): "半小时至40分钟",
        },
    ),
    (
        "sums",
        {
            (35, 35): "20+15|20'+15'|20分钟＋15分钟|约20+15",
            (30, 30): "①10分钟②20分钟|（1）10分钟（2）20分钟|①10 ②20",
            (30, 35): "①10②20-25",
        },
    ),
    (
        "said twice",
        {
            (60, 60): "1小时(60分钟)|60分钟（1小时）",
            (35, 35): "20+15=35|20+15（35）",
            (40, 40): "一节课(40分钟)|约1节课（约40分钟）",
        },
    ),
    (
        "remarks that change nothing",
        {
            (30, 30): "30（分钟）|0.5（小时）|30（左右）|30分钟（预计）",
            (20, 20): "(约)20|20分钟（课时练）|20（背诵、朗读）",
            (40, 40): "40（含背诵）|40分钟（含背诵课文两段）",
        },
    ),
]
UNDERSTOOD = {text: ends for _, groups in FIGURES for ends, texts in groups.items() for text in split(texts)}
UNDERSTOOD |= {"30\n分钟": (30, 30), "\ufeff30分钟": (30, 30), "30\u00a0分钟": (30, 30)}

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
    当天未布置|本课时不布置家庭作业|本节课无作业|本学科不留作业|该科没有作业
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
    百分钟|1千|quarter of an hour|True
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
