"""Messages that were exported from a chat group: several lines in one cell, with who sent them and when beside it."""

from __future__ import annotations

import pytest

from homework_audit.models.reading import SheetReading
from tests.layouts.sheets import kinds, read

HEAD = ["序号", "接龙人", "接龙内容", "接龙时间"]
FIRST = "【五(1)班 9月15日书面作业】\n语文：无\n数学：口算（约7分钟）；练习册P3（约10分钟）\n英语：抄写单词 12分钟"
SECOND = "【五(2)班 9月15日书面作业】\n语文：读后感（约20分钟）\n家长们辛苦了"


def told(reading: SheetReading) -> list[tuple[str, str | None, tuple[int | None, int, int] | None, str, float | None]]:
    """Cell, class, day, subject and minutes of every entry that sets something."""
    return [
        (entry.cell, entry.classes[0].label if entry.classes else None, entry.date and entry.date[:3], entry.subject, entry.high)
        for entry in reading.entries
        if entry.state == "set"
    ]


def test_every_line_of_a_message_is_homework_of_its_class_and_day() -> None:
    reading = read(HEAD, [1.0, "甲", FIRST, "2026-09-15 16:24"], [2.0, "乙", SECOND, "2026-09-15 17:50"])
    day = (2026, 9, 15)
    assert reading.layout == "messages"
    assert told(reading) == [
        ("C2", "1", day, "数学", 7),
        ("C2", "1", day, "数学", 10),
        ("C2", "1", day, "英语", 12),
        ("C3", "2", day, "语文", 20),
    ]
    assert reading.problems == []


@pytest.mark.parametrize(
    ("opening", "sender", "sent", "day"),
    [
        ("【五(1)班 1月4日作业】", "甲", "2026-12-31 20:00", (2027, 1, 4)),
        ("【五(1)班 12月31日作业】", "甲", "2027-01-02 08:00", (2026, 12, 31)),
        ("【五(1)班今日作业】", "甲", "2026-09-15 17:00", (2026, 9, 15)),
        ("9月15日作业", "五1班钱老师", "2026-09-15 17:00", (2026, 9, 15)),
        ("数学：练习册P3 10分钟", "五1班钱老师", "2026-09-15 17:00", (2026, 9, 15)),
    ],
)
def test_a_message_takes_from_its_sender_what_it_does_not_say(opening: str, sender: str, sent: str, day: tuple[int, int, int]) -> None:
    reading = read(HEAD, *([1.0, sender, f"{opening}\n语文：日记 20分钟", sent] for _ in range(2)))
    found = [(label, date) for _, label, date, subject, _ in told(reading) if subject == "语文"]
    assert found == [("1", day), ("1", day)]


def test_a_message_owes_nothing_to_the_one_before_it() -> None:
    nameless = "9月16日作业\n语文：日记 20分钟\n数学：口算 5分钟"
    reading = read(HEAD, [1.0, "甲", FIRST, ""], [2.0, "乙", nameless, ""], [3.0, "丙", SECOND, ""])
    assert [label for cell, label, *_ in told(reading) if cell == "C3"] == [None, None]
    assert ("unreadable-class", "blank") in kinds(reading) or ("missing-column", "class") in kinds(reading)


LOG = ["群名称", "发送人", "发送时间", "消息类型", "消息内容"]


def sent(group: str, text: str, moment: str = "2026-10-26 16:02:26") -> list[object]:
    return [group, "邬老师", moment, "文本", text]


def test_messages_of_several_teachers_to_the_groups_of_their_classes() -> None:
    rows = [
        sent("七年级4班家校群", "语文作业：\n①小练笔（20分钟）\n②同步作业第13课（10分钟）"),
        sent("七年级2班家校群", "【数学作业】摘抄好词好句，预计30分钟"),
        sent("七年级4班家校群", "今日英语作业：同步作业第10课，大约35分钟，写完请家长签字"),
        sent("七年级4班家校群", "【英语口头作业】朗读课文三遍，10分钟，不用写"),
        sent("七年级2班家校群", "数学：计算题8道（用时15分钟）", "2026-10-27 16:00:00"),
        sent("七年级2班家校群", "好的老师👍", "2026-10-27 16:30:00"),
        sent("七年级2班家校群", "今天语文没有书面作业。", "2026-10-27 17:00:00"),
    ]
    reading = read(LOG, *rows)
    first, second = (2026, 10, 26), (2026, 10, 27)
    assert told(reading) == [
        ("E2", "4", first, "语文", 20), ("E2", "4", first, "语文", 10), ("E3", "2", first, "数学", 30), ("E4", "4", first, "英语", 35),
        ("E5", "4", first, "英语", 10), ("E6", "2", second, "数学", 15),
    ]  # fmt: skip
    assert [entry.kind for entry in reading.entries if entry.cell == "E5"] == ["oral"]
    assert [entry.state for entry in reading.entries if entry.cell == "E8"] == ["none-declared"]
    assert reading.problems == []


def test_a_message_that_names_a_task_without_subject_or_time_is_a_problem() -> None:
    rows = [
        sent("七年级4班家校群", "语文：小练笔（20分钟）"),
        sent("七年级4班家校群", "数学：口算5分钟"),
        sent("七年级4班家校群", "别忘了练习册第12页"),
    ]
    assert kinds(read(LOG, *rows)) == [("unexplained-row", "")]
