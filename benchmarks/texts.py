"""What the teachers of a subject write into the columns of content, kind and minutes, drawn at random."""

from __future__ import annotations

from random import Random
from typing import Final

SUBJECTS_OF_PRIMARY: Final = (("语文",), ("数学", "英语"), ("科学", "道德与法治", "信息科技"))
SUBJECTS_OF_JUNIOR: Final = (("语文",), ("数学", "英语"), ("物理", "历史", "生物"))

_WRITTEN: Final = {
    "语文": (
        "抄写第{a}课生字词各{b}遍，并组词",
        "完成《课时练》第{p}页第{b}—{a}题",
        "默写《{poem}》并翻译",
        "写一段话：{topic}，不少于{p}字",
        "预习第{a}课，完成预习单第{b}题；摘抄好词好句{b}处",
    ),
    "数学": (
        "《口算题卡》第{p}页",
        "课本第{p}页练习{b}第{a}题，写清过程",
        "完成《同步练习》第{p}页；订正第{b}单元错题{a}道",
        "{topic}应用题{b}道（练习册P{p}）",
    ),
    "英语": (
        "抄写Unit {b}单词各{b}遍，默写并家长签字",
        "《英语作业本》Unit {b}第{p}页",
        "用Unit {b}句型造句{a}个（见P{p}）",
        "完成阅读短文{b}篇，练习册第{p}页",
    ),
    "": ("完成《作业本》第{p}页第{a}题", "填写第{b}课学习单第{a}题", "整理第{b}章笔记，完成思考题{a}", "绘制第{b}单元思维导图（参考P{p}）"),
}
_ORAL: Final = ("朗读第{a}课课文{b}遍", "背诵《{poem}》", "跟读Unit {b}录音，第{p}页", "和家长说一说：{topic}（第{a}课）")
_POEMS: Final = ("山行", "望庐山瀑布", "静夜思", "春晓", "九月九日忆山东兄弟", "早发白帝城", "泊船瓜洲", "观沧海", "次北固山下")
_TOPICS: Final = ("我的校园", "秋天的田野", "一次难忘的旅行", "节约用水", "我的家乡", "分数的意义", "周末的早晨", "课间十分钟")
_NUMBERS: Final = (5, 8, 10, 10, 12, 15, 15, 20, 25)
_SHORT: Final = (5, 5, 8, 10)


def content(random: Random, subject: str, kind: str) -> str:
    """One homework of that subject and kind, with figures that rarely repeat."""
    templates = _ORAL if kind == "口头" else _WRITTEN.get(subject, _WRITTEN[""])
    return random.choice(templates).format(
        a=random.randint(2, 26), b=random.randint(2, 9), p=random.randint(10, 180), poem=random.choice(_POEMS), topic=random.choice(_TOPICS)
    )


def kind(random: Random, subject: str) -> str:
    """书面 mostly, 口头 at times, 实践 in the smaller subjects."""
    choices = ("书面", "书面", "书面", "书面", "口头") if subject in _WRITTEN else ("书面", "实践")
    return random.choice(choices)


def minutes(random: Random, subject: str) -> int:
    """How long it takes; the smaller subjects set less."""
    return random.choice(_NUMBERS if subject in _WRITTEN else _SHORT)


def minutes_in_words(random: Random, figure: int) -> str:
    """The ways in which a teacher writes a figure."""
    return random.choice(("{}分钟", "{}分钟", "约{}分钟", "{}分钟左右", "{} min", "{}分")).format(figure)
