"""Cells in the codes of a legend are read as what the legend says, and never as less than they may be."""

from __future__ import annotations

import pytest

from tests.layouts.sheets import kinds, read

HEADS = ["班级", "语文", "数学"]
TITLE = ["四年级 2026年11月2日作业布置一览"]


def entries(*rows: list[object]) -> list[tuple[str, float | None, str, bool]]:
    return [(entry.subject, entry.high, entry.kind, entry.task.optional) for entry in read(TITLE, HEADS, *rows).entries]


@pytest.mark.parametrize(
    ("legend", "cell", "said"),
    [
        ("B＝必做书面作业，后面是分钟数；K＝口头，后面是分钟数", "B25+K5", [(25, "written", False), (5, "oral", False)]),
        ("B=书面 \n X=选做", "B20+X10", [(20, "written", False), (10, "written", True)]),
        ("带“口”的是口头；“免”=当天没有布置", "口15", [(15, "oral", False)]),
        ("带*的是选做", "15*", [(15, "written", True)]),
        ("A：≤10分钟  B：10—20分钟  C：20—30分钟", "C", [(30, "written", False)]),
        ("书=书面作业 口=口头(读、背) 实=动手实践", "书15/口10", [(15, "written", False), (10, "oral", False)]),
        ("【口】口头 【选】选做 【动】动手", "【动】做风车（15分钟）", [(15, "practical", False)]),
        ("×表示该年级不开这门课", "×", [(0, "written", False)]),
        ("○表示当天这一科没有布置", "○", [(0, "written", False)]),
        ("△表示口头，★表示选做", "20+10△+15★", [(20, "written", False), (10, "oral", False), (15, "written", True)]),
    ],
)
def test_codes_are_read_as_their_legend_says(legend: str, cell: str, said: list[tuple[float, str, bool]]) -> None:
    told = entries(["1班", cell, "20分钟"], [], [legend])
    assert [one[1:] for one in told if one[0] == "语文"] == said


@pytest.mark.parametrize(
    ("legend", "cell"), [("B?＝布置了书面作业，老师没报时长；B＝书面", "B?"), ("“甲”=没给时间", "甲"), ("B=书面", "B?")]
)
def test_a_code_for_nobody_knows_leaves_the_minutes_open(legend: str, cell: str) -> None:
    reading = read(TITLE, HEADS, ["1班", cell, "20分钟"], [], [legend])
    assert [entry.high for entry in reading.entries if entry.subject == "语文"] == [None]


@pytest.mark.parametrize(
    "legend", ["√＝布置 ×＝没有布置", "Y=书面 N=口头", "今天的作业是口头", "说明：作业=书面+口头", "A：张老师 B：李老师", "B级同学选做"]
)
def test_what_is_no_legend_explains_nothing(legend: str) -> None:
    reading = read(TITLE, HEADS, ["1班", "B", "20分钟"], [], [legend])
    assert [entry.high for entry in reading.entries if entry.subject == "语文"] == [None]
    assert ("missing-minutes", "blank") in kinds(reading)


def test_a_sheet_without_a_legend_keeps_its_letters() -> None:
    reading = read(TITLE, HEADS, ["1班", "B", "20分钟"])
    assert [entry.text for entry in reading.entries] == ["B", "20分钟"]


def test_figures_beside_subjects_and_codes() -> None:
    rows = [["四（1）班", "语20 数? 英15 语口10 数10*"], ["记法：后面的数是分钟数；带“口”的是口头；带*的是选做；“?”表示老师没说多久"]]
    told = read(["四年级组长记 2026年11月2日"], ["班级", "作业"], *rows).entries
    assert {(entry.subject, entry.high, entry.kind, entry.task.optional) for entry in told} == {
        ("语文", 20, "written", False),
        ("数学", None, "written", False),
        ("英语", 15, "written", False),
        ("语文", 10, "oral", False),
        ("数学", 10, "written", True),
    }
