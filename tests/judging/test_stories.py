"""Days that a head teacher knows, and how they are judged. 2026: National Day 1–7 October, make-up days 20 September, 10 October."""

from __future__ import annotations

from pathlib import Path

from homework_audit.cli.arguments import parse_class
from homework_audit.models.report import Report
from homework_audit.policy import Policy, load_policy
from tests.conftest import Office, findings, row

DUE = ("日期", "班级", "学科", "作业内容", "类型", "时长(分钟)", "截止日期")


def policy(tmp_path: Path, text: str) -> Policy:
    file = tmp_path / "homework-audit.toml"
    file.write_text(text, encoding="utf-8")
    return load_policy(file)


def judged(report: Report) -> list[tuple[str, str, float, str]]:
    return [(day.day.isoformat(), day.day_type, round(day.minutes, 1), day.verdict) for day in report.class_days]


def test_a_friday_list_of_130_minutes_is_65_on_saturday_and_65_on_sunday(office: Office) -> None:
    report = office.hand_in("三.csv", row(70, day="2026-09-11"), row(60, day="2026-09-11", subject="数学")).audit()
    assert judged(report) == [("2026-09-12", "day-off", 65, "over"), ("2026-09-13", "day-off", 65, "over")]
    assert {day.limit_basis for day in report.class_days} == {"rest-day-convention"}
    (finding,) = findings(report, "daily-minutes-cap")
    assert finding.params["give_way"] == {"语文": 5, "数学": 5}, "ten minutes of the whole list, in proportion"


def test_the_last_evening_before_national_day_is_shared_by_the_seven_days_off(office: Office) -> None:
    report = office.hand_in("三.csv", row(140, day="2026-09-30")).audit()
    assert judged(report) == [(f"2026-10-0{n}", "holiday", 20, "within") for n in range(1, 8)]


def test_the_make_up_saturday_after_national_day_is_a_school_day(office: Office) -> None:
    report = office.hand_in("三.csv", row(61, day="2026-10-10")).audit()
    assert judged(report) == [("2026-10-11", "day-off", 61, "over")], "Sunday follows the make-up Saturday"
    assert judged(Office().hand_in("三.csv", row(61, day="2026-10-09")).audit()) == [("2026-10-09", "school-day", 61, "over")]


def test_the_make_up_sunday_in_september_leaves_saturday_off(office: Office) -> None:
    assert judged(office.hand_in("三.csv", row(50, day="2026-09-18")).audit()) == [("2026-09-19", "day-off", 50, "within")]
    assert judged(Office().hand_in("三.csv", row(50, day="2026-09-20")).audit()) == [("2026-09-20", "make-up-day", 50, "within")]


def test_a_project_from_monday_to_friday_is_a_quarter_of_it_on_each_of_four_evenings(office: Office) -> None:
    report = office.hand_in("三.csv", [*row(100), "2026-09-18"], headings=DUE).audit()
    assert judged(report) == [(f"2026-09-{n}", "school-day", 25, "within") for n in (14, 15, 16, 17)]


def test_a_project_due_in_three_weeks_is_shared_by_five_school_days_at_most(office: Office) -> None:
    report = office.hand_in("三.csv", [*row(150), "2026-10-09"], headings=DUE).audit()
    assert judged(report) == [(f"2026-09-{n}", "school-day", 30, "within") for n in (14, 15, 16, 17, 18)]


def test_homework_on_a_no_homework_wednesday_is_said_and_the_cap_is_judged_all_the_same(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[calendar]\nno_homework_weekdays = ["周三"]\n'))
    report = office.hand_in(
        "三.csv", row(15, day="2026-09-15"), row(15, day="2026-09-16"), row(9, day="2026-09-16", kind="口头", content="朗读课文")
    ).audit()
    (finding,) = findings(report, "no-homework-day")
    assert (str(finding.day), finding.severity, finding.measured) == ("2026-09-16", "error", 15)
    assert [verdict for *_, verdict in judged(report)] == ["within", "within"]


def test_grade_6_of_a_five_four_school_has_the_cap_of_the_junior_school(office: Office) -> None:
    office.under(load_policy(preset="shanghai"))
    assert judged(office.hand_in("六.csv", row(85, to="六(1)班")).audit()) == [("2026-09-14", "school-day", 85, "within")]


def test_where_the_first_junior_grade_is_grade_6_its_name_means_grade_6(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, 'preset = "shanghai"\n[input]\njunior_years = 4\n'))
    report = office.hand_in("初.csv", row(20, to="初一(1)班"), row(30, to="初四(2)班"), row(10, to="七年级1班")).audit()
    assert [(day.grade, day.school_class) for day in report.class_days] == [(6, "1"), (7, "1"), (9, "2")]


def test_the_office_itself_may_speak_of_the_first_junior_grade(tmp_path: Path) -> None:
    roster = '[[roster]]\nclasses = "初一1-2班"\n'
    waiver = '[[waivers]]\nrule = "no-homework-day"\nschool_class = "初四(1)班"\nuntil = 2026-12-31\nreason = "x"\nowner = "y"\n'
    found = policy(tmp_path, f"{roster}{waiver}[input]\njunior_years = 4\n")
    assert [(ref.grade, ref.label) for ref in found.roster[0].refs] == [(6, "1"), (6, "2")]
    assert found.waivers[0].school_class == "九年级(1)班"
    assert [ref.grade for ref in parse_class("初二(1)班", 4)] == [7]


def test_a_date_in_2027_is_judged_by_weekdays_and_the_report_says_so(office: Office) -> None:
    report = office.hand_in("三.csv", row(61, day="2027-03-02")).audit()
    assert judged(report) == [("2027-03-02", "school-day", 61, "over")]
    (finding,) = findings(report, "calendar-not-covered")
    assert (finding.severity, finding.params["year"]) == ("warning", 2027)


def test_a_date_in_2027_is_not_judged_where_the_office_says_so(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[calendar]\non_unknown_year = "undetermined"\n'))
    report = office.hand_in("三.csv", row(20, day="2027-03-02")).audit()
    assert judged(report) == [("2027-03-02", "school-day", 20, "undetermined")]
    (finding,) = findings(report, "calendar-not-covered")
    assert finding.severity == "error"
    assert report.class_days[0].because == (finding.fingerprint,)


def test_a_year_that_the_office_knows_is_covered(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, "[calendar]\ncovered_years = [2027]\ndays_off = [2027-03-03]\n"))
    report = office.hand_in("三.csv", row(50, day="2027-03-02")).audit()
    assert judged(report) == [("2027-03-03", "day-off", 50, "within")]
    assert not findings(report, "calendar-not-covered")


def test_the_school_s_own_days_lie_over_the_official_ones(office: Office, tmp_path: Path) -> None:
    office.under(
        policy(tmp_path, "[calendar]\nschool_days = [2026-09-12]\ndays_off = [{ from = 2026-09-15, to = 2026-09-16, name = '校运会' }]\n")
    )
    report = office.hand_in("三.csv", row(40, day="2026-09-12"), row(40, day="2026-09-14")).audit()
    assert judged(report) == [
        ("2026-09-13", "day-off", 40, "within"),
        ("2026-09-15", "day-off", 20, "within"),
        ("2026-09-16", "day-off", 20, "within"),
    ]


def test_days_off_may_have_a_cap_of_their_own(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, "[[caps]]\ngrades = [3]\nminutes = 60\nrest_day_minutes = 30\n"))
    report = office.hand_in("三.csv", row(80, day="2026-09-11")).audit()
    assert [(day.limit, day.limit_basis, day.verdict) for day in report.class_days] == [(30, "rest-day", "over")] * 2


def test_a_day_without_any_cap_is_in_no_rate(office: Office) -> None:
    report = (
        office.under(load_policy(preset="ten-minute").model_copy(update={"caps": load_policy().caps}))
        .hand_in("高.csv", row(300, to="高一(1)班"))
        .audit()
    )
    assert [(day.limit, day.limit_basis, day.verdict) for day in report.class_days] == [(None, "none", "no-cap")]
    assert report.summary.no_cap == 1


def test_what_counts_is_the_policy_s_to_say(office: Office, tmp_path: Path) -> None:
    rows = [row("20-30"), row(10, kind="口头", subject="英语", content="背诵课文"), row(10, content="（选做）第7题", subject="数学")]
    assert Office().hand_in("三.csv", *rows).audit().class_days[0].minutes == 30
    text = '[counting]\nkinds = ["written", "oral"]\noptional = true\nranges = "middle"\n'
    assert office.under(policy(tmp_path, text)).hand_in("三.csv", *rows).audit().class_days[0].minutes == 45


def test_unknown_minutes_of_a_kind_that_counts_leave_the_day_open(office: Office, tmp_path: Path) -> None:
    """What counts under this policy is what can be missing under it."""
    office.under(policy(tmp_path, '[counting]\nkinds = ["written", "oral"]\n'))
    report = office.hand_in("三.csv", row(20), row("", kind="口头", subject="英语", content="背诵课文")).audit()
    assert report.class_days[0].verdict == "undetermined"
    assert {finding.severity for finding in findings(report, "missing-minutes")} == {"error"}


def test_of_layers_the_office_may_count_the_smallest(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, '[counting]\nlayers = "smallest"\n'))
    assert office.hand_in("三.csv", row("A层30/B层20")).audit().class_days[0].minutes == 20


def test_a_week_that_is_only_counted_is_dated_by_the_term(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, "[calendar]\nterms = [{ name = '秋', from = 2026-09-01, to = 2027-01-22 }]\n"))
    rows = [["第3周", "周一", "三(1)班", "语文", "练习册", 20], ["第3周", "周二", "三(1)班", "语文", "练习册", 25]]
    report = office.hand_in("三.csv", *rows, headings=("周次", "星期", "班级", "学科", "作业内容", "时长(分钟)")).audit()
    assert [(str(day.day), day.minutes) for day in report.class_days] == [("2026-09-14", 20), ("2026-09-15", 25)]


def test_a_date_outside_every_term_is_said(office: Office, tmp_path: Path) -> None:
    office.under(policy(tmp_path, "[calendar]\nterms = [{ name = '秋', from = 2026-09-01, to = 2027-01-22 }]\n"))
    report = office.hand_in("三.csv", row(20), row(20, day="2026-07-28")).audit()
    assert [str(finding.day) for finding in findings(report, "date-outside-term")] == ["2026-07-28"]


def test_a_counted_week_of_another_year_than_the_term_s_is_not_dated(office: Office, tmp_path: Path) -> None:
    """Last year's sheets lie in the folder too: their third week is not that of this autumn."""
    office.under(policy(tmp_path, "[calendar]\nterms = [{ name = '秋', from = 2026-09-01, to = 2027-01-22 }]\n"))
    rows = [["第3周", "周一", "三(1)班", "语文", "练习册", 20]]
    headings = ("周次", "星期", "班级", "学科", "作业内容", "时长(分钟)")
    report = office.hand_in("2025年秋季学期/三.csv", *rows, headings=headings).audit()
    assert not report.class_days
    assert findings(report, "unreadable-date")


def test_where_there_are_several_terms_the_day_of_the_audit_chooses_and_is_told(office: Office, tmp_path: Path) -> None:
    terms = "{ from = 2026-09-01, to = 2027-01-22 }, { from = 2027-02-22, to = 2027-07-02 }"
    office.under(policy(tmp_path, f"[calendar]\nterms = [{terms}]\n"))
    assert office.hand_in("三.csv", row(20)).audit().as_of == office.as_of
