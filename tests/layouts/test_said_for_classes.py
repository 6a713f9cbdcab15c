"""A remark that changes homework for single classes is believed, shown beside the homework, and never heard for others."""

from __future__ import annotations

import pytest

from tests.conftest import Office, table

DAY = "2026-10-19"
HEADS = ("日期", "年级", "班级", "学科", "作业内容", "时长（分钟）", "备注")
REST: list[tuple[object, ...]] = [(DAY, "七年级", f"{label}班", "语文", f"第{label}课练习册", 10, "") for label in (1, 2, 3)]


def minutes_of(remark: str, classes: str = "全年级") -> dict[str | None, tuple[float, str]]:
    office = Office()
    rows = [*REST, (DAY, "七年级", classes, "数学", "混合运算卷", 35, remark)]
    office.files = {"七年级作业.xlsx": table(*rows, headings=HEADS)}
    return {day.school_class: (day.minutes, day.verdict) for day in office.audit().class_days if str(day.day) == DAY}


def like(one: float, two: float, three: float) -> dict[str | None, tuple[float, str]]:
    return {"1": (one, "within"), "2": (two, "within"), "3": (three, "within")}


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("", like(45, 45, 45)),
        ("2班不做", like(45, 10, 45)),
        ("仅3班", like(10, 10, 45)),
        ("除1班外", like(10, 45, 45)),
        ("1、3班免做", like(10, 45, 10)),
        ("2班改为20分钟", like(45, 30, 45)),
        ("3班改为口头", like(45, 45, 10)),
    ],
)
def test_of_a_whole_grade(remark: str, told: dict[str | None, tuple[float, str]]) -> None:
    assert minutes_of(remark) == told


def test_of_classes_that_are_named() -> None:
    assert minutes_of("2班不做", "1-2班") == like(45, 10, 10)
    assert minutes_of("3班不做", "1-2班") == like(45, 45, 10)


def test_the_remark_is_shown_as_evidence() -> None:
    office = Office()
    rows = [*REST, (DAY, "七年级", "全年级", "数学", "混合运算卷", 35, "2班改为20分钟")]
    office.files = {"七年级作业.xlsx": table(*rows, headings=HEADS)}
    (day,) = [day for day in office.audit().class_days if day.school_class == "2" and str(day.day) == DAY]
    assert [shown.text for shown in day.evidence if shown.subject == "数学"] == ["混合运算卷(2班改为20分钟)"]


def test_a_class_that_only_an_exception_names_has_no_homework_of_it() -> None:
    office = Office()
    rows = [(DAY, "七年级", "1班", "语文", "练习册", 10, ""), (DAY, "七年级", "全年级", "数学", "卷", 35, "4班不做")]
    office.files = {"七年级作业.xlsx": table(*rows, headings=HEADS)}
    assert {day.school_class: day.minutes for day in office.audit().class_days if str(day.day) == DAY} == {"1": 45}


@pytest.mark.parametrize("remark", ["2班另行安排30分钟", "2班加做10分钟"])
def test_what_is_not_understood_leaves_its_classes_open(remark: str) -> None:
    assert minutes_of(remark)["2"][1] == "undetermined"
