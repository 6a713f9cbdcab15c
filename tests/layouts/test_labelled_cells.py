"""Texts that label their parts are read part by part, and shown where they stand."""

from __future__ import annotations

import json

import pytest

from tests.layouts.sheets import kinds, minutes, read

HEADS = ["发布时间", "班级", "发布人", "通知内容"]


def labelled(subject: str, content: str, time: str) -> str:
    return f"【学科】{subject}【内容】{content}【形式】书面【预计用时】{time}"


def as_json(subject: str, content: str, time: object) -> str:
    return json.dumps({"subject": subject, "content": content, "type": "书面", "estimatedMinutes": time}, ensure_ascii=False)


@pytest.mark.parametrize("form", [labelled, as_json])
def test_every_part_is_read(form: object) -> None:
    assert callable(form)
    reading = read(
        HEADS,
        ["2026-11-03 15:52", "四(3)班", "班主任", form("语文", "课堂作业本第17课", "20分钟")],
        ["2026-11-03 16:03", "四(3)班", "班主任", form("数学", "课本P66第3题", "10分钟")],
    )
    assert minutes(reading) == [("D2", "语文", 20), ("D3", "数学", 10)]
    assert kinds(reading) == []


def test_a_part_without_minutes_is_a_problem_at_its_cell() -> None:
    reading = read(
        HEADS,
        ["2026-11-03 15:52", "四(3)班", "班主任", as_json("语文", "课堂作业本第17课", 20)],
        ["2026-11-03 16:03", "四(3)班", "班主任", as_json("数学", "单元卷", None)],
    )
    assert [(problem.kind, problem.cell) for problem in reading.problems] == [("missing-minutes", "D3")]


def test_a_message_among_them_that_sets_nothing() -> None:
    reading = read(
        HEADS,
        ["2026-11-03 15:52", "四(3)班", "班主任", labelled("语文", "课堂作业本第17课", "20分钟")],
        ["2026-11-04 15:52", "四(3)班", "班主任", labelled("数学", "口算", "10分钟")],
        ["2026-11-05 15:36", "四(3)班", "班主任", "今天没有作业，好好休息。"],
    )
    assert [entry.state for entry in reading.entries] == ["set", "set", "none-declared"]


@pytest.mark.parametrize("text", ["【今日作业】语文：抄写生字20分钟", "{不是JSON", "[1]抄写[2]口算", '["抄写", 20]', "{}"])
def test_what_labels_no_parts_is_left_as_it_is(text: str) -> None:
    reading = read(HEADS, *([f"2026-11-0{day} 15:52", "四(3)班", "班主任", text] for day in (3, 4)))
    assert all(text in (entry.content, entry.text) or entry.cell.startswith("D") for entry in reading.entries)
