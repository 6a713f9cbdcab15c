"""How minutes become class-days: shares of days, layers, places, grades, all exact."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.policy import load_policy
from tests.conftest import MONDAY, Office, findings, row, the_day

FRIDAY = "2026-09-11"
DUE = ("日期", "班级", "学科", "作业内容", "类型", "时长(分钟)", "截止日期")
LAYERED = ("日期", "班级", "学科", "作业内容", "层次", "时长(分钟)")
PLACED = ("日期", "班级", "学科", "作业内容", "完成地点", "时长(分钟)")


def test_a_friday_list_is_shared_by_saturday_and_sunday_and_is_one_finding(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(70, day=FRIDAY), row(60, day=FRIDAY, subject="数学")).audit()
    assert [(str(day.day), day.minutes, day.verdict) for day in report.class_days] == [
        ("2026-09-12", 65, "over"),
        ("2026-09-13", 65, "over"),
    ]
    (finding,) = findings(report, "daily-minutes-cap")
    assert (finding.touches, finding.measured, finding.params["days"]) == (2, 65, ["2026-09-12", "2026-09-13"])
    assert {day.because for day in report.class_days} == {(finding.fingerprint,)}
    assert [(share.minutes, share.of) for share in report.class_days[0].evidence] == [(30, 60), (35, 70)]


def test_a_project_from_monday_to_friday_is_shared_by_four_school_days(office: Office) -> None:
    report = office.hand_in("三年级.csv", [*row(100), "2026-09-18"], headings=DUE).audit()
    assert [day.minutes for day in report.class_days] == [25, 25, 25, 25]


def test_shares_are_exact_and_rounded_only_when_shown(office: Office) -> None:
    """Three thirds of 180 minutes are 60, which is within: 3 × 20 from three lists of 100, 50 and 30."""
    rows = [[*row(minutes, content=f"第{minutes}页"), "2026-09-17"] for minutes in (100, 50, 30)]
    report = office.hand_in("三年级.csv", *rows, headings=DUE).audit()
    assert [(day.minutes, day.verdict) for day in report.class_days] == [(60, "within")] * 3
    assert [share.minutes for share in report.class_days[0].evidence] == [33.3, 16.7, 10]


def test_the_assigned_day_can_carry_it_all(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "homework-audit.toml"
    file.write_text('[counting]\nspread = "assigned-day"\n', encoding="utf-8")
    report = office.under(load_policy(file)).hand_in("三年级.csv", row(70, day=FRIDAY)).audit()
    assert [(str(day.day), day.minutes) for day in report.class_days] == [(FRIDAY, 70)]


def test_of_layers_the_largest_compulsory_one_counts(office: Office) -> None:
    layers = [("A层", 30), ("B层", 20), ("A层", 25), ("C层", 40)]
    rows = [[MONDAY, "三(1)班", "数学", f"第{n}题", layer, minutes] for n, (layer, minutes) in enumerate(layers)]
    rows.append([MONDAY, "三(1)班", "数学", "共同题", "", 5])
    report = office.hand_in("三年级.csv", *rows, headings=LAYERED).audit()
    assert the_day(report).minutes == 60
    assert report.entries.not_counted["lower-layer"] == 2


def test_layers_inside_one_cell_are_alternatives_too(office: Office) -> None:
    report = office.hand_in("三年级.csv", row("A层30/B层20")).audit()
    assert the_day(report).minutes == 30
    assert (report.entries.read, report.entries.not_counted["lower-layer"]) == (2, 1)


def test_optional_and_other_kinds_stand_beside_the_minutes(office: Office) -> None:
    rows = [
        row(20),
        row(15, subject="英语", kind="口头", content="朗读课文"),
        row(10, subject="数学", content="（选做）第7题"),
        row("书面20分钟，口头10分钟", subject="科学"),
    ]
    day = the_day(office.hand_in("三年级.csv", *rows).audit())
    assert (day.minutes, day.non_written_minutes, day.optional_minutes) == (40, 25, 10)


def test_the_subject_s_usual_kind_counts_where_none_is_said(office: Office) -> None:
    day = the_day(
        office.hand_in(
            "三年级.csv",
            row(20, kind=""),
            row(30, subject="体育", content="跳绳", kind=""),
            row(30, subject="劳动", content="扫地", kind=""),
        ).audit()
    )
    assert (day.minutes, day.non_written_minutes) == (20, 60)


def test_practice_in_school_is_outside_a_cap_that_speaks_of_home_and_inside_the_others(office: Office) -> None:
    rows = [[MONDAY, to, "语文", f"练习{to}", place, 20] for to in ("二(1)班", "三(1)班") for place in ("校内", "家庭")]
    report = office.hand_in("校内外.csv", *rows, headings=PLACED).audit()
    assert [(day.grade, day.minutes, day.verdict) for day in report.class_days] == [(2, 20, "over"), (3, 40, "within")]
    assert report.entries.not_counted["in-school"] == 1


def test_the_upper_end_of_a_range_counts(office: Office) -> None:
    assert the_day(office.hand_in("三年级.csv", row("20-30分钟")).audit()).minutes == 30


def test_a_whole_grade_is_every_class_that_anyone_names(office: Office) -> None:
    office.hand_in("语文组.csv", row(10), row(10, to="三(3)班"), row(10, to="四(1)班"))
    report = office.hand_in("英语组.csv", row(25, to="三年级全年级", subject="英语")).audit()
    assert [(day.grade, day.school_class, day.minutes) for day in report.class_days] == [(3, "1", 35), (3, "3", 35), (4, "1", 10)]


def test_a_whole_grade_whose_classes_nobody_names_is_one_class_day(office: Office) -> None:
    report = office.hand_in("英语组.csv", row(25, to="三年级", subject="英语")).audit()
    assert [(day.grade, day.school_class, day.minutes) for day in report.class_days] == [(3, None, 25)]


def test_minutes_of_the_cap_itself_are_within(office: Office) -> None:
    report = office.hand_in("三年级.csv", row(60), row("60.5", to="三(2)班")).audit()
    assert [day.verdict for day in report.class_days] == ["within", "over"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 120), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_files_changes_no_minutes(minutes: list[int], shuffle: object) -> None:
    rows = [row(value, content=f"第{n}页") for n, value in enumerate(minutes)]
    one = the_day(Office().hand_in("a.csv", *rows).audit())
    other = Office()
    for n, value in enumerate(reversed(rows)):
        other.hand_in(f"{n}.csv", value)
    two = the_day(other.audit())
    assert (one.minutes, one.verdict) == (two.minutes, two.verdict) == (sum(minutes), "over" if sum(minutes) > 60 else "within")
