"""Times of several things in one text: each is counted, and none is taken for the time of all."""

from __future__ import annotations

import pytest

from homework_audit.values.homework import read_homework


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("上午30分钟下午30分钟", [30, 30]),
        ("上午练习30分钟，下午作文20分钟", [30, 20]),
        ("语文20分钟数学30分钟", [20, 30]),
        ("语文20分钟数学30分钟英语10分钟", [20, 30, 10]),
        ("1分钟跳绳3组 15min", [15]),
        ("15分钟英语听力", [15]),
        ("练习册（20分钟）+作文（40分钟）", [20, 40]),
        ("第1—3题10分钟，第4—6题15分钟", [10, 15]),
    ],
)
def test_every_time_is_counted(text: str, minutes: list[float]) -> None:
    assert [piece.minutes.low for piece in read_homework(text)] == minutes


EACH = [
    "每科20分钟",
    "每门课15分钟",
    "20分钟×3科",
    "练习册20分钟×2",
    "5分钟/题，共4题",
    "语数英各20分钟",
    "语文、数学各15分钟",
    "每项10分钟",
]


@pytest.mark.parametrize("text", EACH)
def test_what_is_a_time_for_each_of_several_is_not_the_time_of_all(text: str) -> None:
    assert all(piece.minutes.high is None for piece in read_homework(text))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("30(其中口头10)", [("", 20, False), ("oral", 10, False)]),
        ("30分钟（含阅读10分钟）", [("", 20, False), ("reading", 10, False)]),
        ("练习册30分钟（其中选做10分钟）", [("written", 20, False), ("", 10, True)]),
        ("30分钟(其中书面20分钟)", [("other", 10, False), ("written", 20, False)]),
        ("作文40分钟(包括修改10分钟)", [("", 40, False)]),
    ],
)
def test_a_part_that_is_something_else_is_taken_out_of_the_whole(text: str, pieces: list[tuple[str, float, bool]]) -> None:
    found = [(piece.label.kind, piece.minutes.low, bool(piece.label.optional)) for piece in read_homework(text)]
    assert found == pieces


@pytest.mark.parametrize("text", ["30(其中口头若干)", "练习册（含选做）20分钟", "练习30分钟(其中口头若干)"])
def test_what_is_said_of_a_part_is_not_said_of_all(text: str) -> None:
    assert all(piece.label.kind in ("", "written") and not piece.label.optional for piece in read_homework(text))
