"""A verification from the draw to the verdict: the form is filled in as people do, read back, and held against the reports."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.bureau.answers import Answer, ClassOn, Filled, read_forms
from homework_audit.bureau.form import Draw, form
from homework_audit.bureau.formats import DOCUMENT_FORMATS
from homework_audit.bureau.handed import Handed, read_handed
from homework_audit.bureau.sampling import Wanted, sample_of
from homework_audit.bureau.verification_document import verification_document
from homework_audit.bureau.verifying import Group, Settings, Verification, verify
from homework_audit.errors import ConfigurationError
from homework_audit.intake.child import read_bytes
from homework_audit.intake.request import Request
from homework_audit.locale import Lang
from homework_audit.renderers import RenderOptions
from tests.bureau.test_rollup import as_json, rolled, school, stored
from tests.conftest import Office, row, table

MONDAY = date(2026, 9, 14)
DECLARED = {"语文": 20, "数学": 30}
PLACE = ClassOn("甲校", 3, "1", MONDAY)


def reports(days: Sequence[date] = (MONDAY,), classes: int = 1, **declared: int) -> list[Handed]:
    """The report of a school: so many classes of grade 3, with the same homework on every day."""
    office = Office()
    office.files["三.csv"] = table(
        *(
            row(minutes, subject=subject, to=f"三({label})班", day=str(day))
            for day in days
            for label in range(1, classes + 1)
            for subject, minutes in (declared or DECLARED).items()
        )
    )
    return [Handed("甲校.json", "甲校", read_handed(as_json(office.audit()), "甲校.json"))]


def drawn(handed: Sequence[Handed], numbers: str = "1,2,…", pupils: int = 12, share: float = 1) -> Draw:
    return sample_of(handed, Wanted(None, share, 7, numbers, pupils))


def filled(
    tmp_path: Path, draw: Draw, fill: Callable[[dict[str, Any]], Mapping[str, object] | None], lang: Lang = "zh", teacher: str = ""
) -> Filled:
    """The form with what `fill` says of each row, given the row's first cells; None leaves the pupil's row blank."""
    book = openpyxl.load_workbook(io.BytesIO(form(draw, lang)))
    sheet: Any = book["登记" if lang == "zh" else "Form"]
    heads = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2):
        said = fill(dict(zip(heads, (cell.value for cell in cells), strict=True)))
        for head, value in (said or {}).items():
            cells[heads.index(head)].value = value
    if teacher:
        for cells in book["任课教师"].iter_rows(min_row=2):
            cells[3].value = teacher
    book.save(tmp_path / "form.xlsx")
    return read_forms([tmp_path / "form.xlsx"])


def answers(*totals: float | None, **more: Any) -> Filled:
    """Answers of pupils of one class who say only how much it was in all; None did not answer."""
    given_ = [Answer(PLACE, {}, 0, total, f"!{number}", **more) for number, total in enumerate(totals) if total is not None]
    return Filled({PLACE: len(totals)}, given_, {})


def whole(found: Verification) -> Group:
    return found.groups[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_is_filled_in_and_read_back(tmp_path: Path, lang: Lang) -> None:
    subjects = ("语文", "数学") if lang == "zh" else ("Chinese", "maths")
    number = "学号" if lang == "zh" else "No."
    found = filled(tmp_path, drawn(reports()), lambda row: dict.fromkeys(subjects, "半小时" if row[number] == 1 else 10), lang)
    assert found.asked == {PLACE: 12}
    assert [answer.subjects for answer in found.answers] == [{"语文": 30, "数学": 30}, *[{"语文": 10, "数学": 10}] * 11]
    assert found.answers[0].place == f"form.xlsx:{'登记' if lang == 'zh' else 'Form'}!2"


def test_a_blank_is_not_a_zero_and_a_blank_row_no_answer(tmp_path: Path) -> None:
    said: dict[int, Mapping[str, object] | None] = {
        1: {"语文": 0, "数学": 0},
        2: None,
        3: {"语文": 20},
        4: {"合计": 45},
        5: {"语文": 20, "数学": 30, "其他": 15},
        6: {"语文": 20, "数学": "适量"},
        7: {"语文": 20, "数学": 30, "合计": 90},
        8: {"语文": "20-30", "数学": 10},
        9: {"语文": "(跳过)", "数学": ""},
    }
    found = filled(tmp_path, drawn(reports()), lambda row: said.get(row["学号"]))
    told = verify(found, reports(), Settings(), "zh")
    assert (whole(told).asked, whole(told).answered) == (12, 3)
    assert [(one.why, one.place.rpartition("!")[2]) for one in told.odd] == [("blank", "4"), ("unread", "7"), ("sum", "8"), ("unread", "9")]


def test_what_pupils_needed_is_held_against_the_cap(tmp_path: Path) -> None:
    found = filled(tmp_path, drawn(reports()), lambda row: {"语文": 20, "数学": 30 if row["学号"] % 3 else 60})
    told = verify(found, reports(), Settings(), "zh")
    measured = whole(told).measured
    assert measured is not None
    assert (measured.n, measured.within, measured.mean, measured.median, measured.p90, measured.p90_is_indicative) == (
        12,
        8,
        60,
        50,
        80,
        True,
    )
    assert (round(measured.interval.low, 3), round(measured.interval.high, 3)) == (0.391, 0.862)
    assert whole(told).verdict == "not-met"
    assert [group.by for group in told.groups] == ["all", "school", "grade", "class-day"]
    assert len({group.answered for group in told.groups}) == 1


def test_of_fewer_than_five_answers_nothing_is_told(tmp_path: Path) -> None:
    told = verify(answers(10, 20, 30, 40, None), reports(), Settings(), "zh")
    assert [(group.measured, group.verdict, group.plausible) for group in told.groups] == [(None, None, None)] * 4
    document = verification_document(told)
    for name, renderer in DOCUMENT_FORMATS.items():
        if name not in ("xlsx", "html"):
            text = renderer.render(document, RenderOptions()).decode("utf-8-sig")
            assert not [figure for figure in ("25", "40", "100") if figure in text.replace("2026-09-14", "").replace("95.0", "")], name


def test_implausible_answers_count_and_are_told_with_and_without(tmp_path: Path) -> None:
    told = verify(answers(*[50] * 10, 240, 320), reports(), Settings(), "zh")
    assert [one.why for one in told.odd] == ["implausible", "implausible"]
    measured, plausible = whole(told).measured, whole(told).plausible
    assert measured is not None
    assert plausible is not None
    assert (measured.n, measured.within, plausible.n, plausible.within, plausible.mean) == (12, 10, 10, 10, 50)


def test_a_class_day_that_no_report_has_or_no_cap_is_pointed_out() -> None:
    unknown = Filled({PLACE: 5}, [Answer(PLACE._replace(label="9"), {}, 0, 50, "!2")], {})
    assert [one.why for one in verify(unknown, reports(), Settings(), "zh").odd] == ["not-audited"]
    office = Office()
    office.files["高.csv"] = table(row(70, to="高一(1)班"))
    senior = [Handed("甲校.json", "甲校", read_handed(as_json(office.audit()), "x"))]
    of = ClassOn("甲校", 10, "1", MONDAY)
    assert [one.why for one in verify(Filled({of: 1}, [Answer(of, {}, 0, 50, "!2")], {}), senior, Settings(), "zh").odd] == ["no-cap"]


DAYS = [date(2026, 9, day) for day in (14, 15, 16, 17, 21)]


def measured_on(days: Sequence[date], minutes: Mapping[str, float], teacher: str = "") -> Filled:
    """Five pupils of a class who needed the same on every day."""
    places = [PLACE._replace(day=day) for day in days]
    given_ = [Answer(place, minutes, 0, None, f"!{number}") for place in places for number in range(5)]
    teachers = {("甲校", 3, "1", subject): teacher for subject in minutes} if teacher else {}
    return Filled(dict.fromkeys(places, 5), given_, teachers)


def test_a_subject_that_takes_longer_than_declared_is_pointed_out_and_changes_nothing() -> None:
    handed = reports(DAYS)
    told = verify(measured_on(DAYS, {"语文": 20, "数学": 60}), handed, Settings(), "zh")
    assert [(one.subject, one.assignments, one.middle, one.warns) for one in told.ratios] == [("数学", 5, 2, True), ("语文", 5, 1, False)]
    assert told.groups == verify(measured_on(DAYS, {"语文": 20, "数学": 60}), handed, Settings(ratio=99), "zh").groups
    lead = verification_document(told).lead
    assert lead[-1] == "提醒：数学 的实际用时是申报的 2.00 倍（5 个班日的中位数）。"


def test_four_assignments_prove_nothing_and_a_teacher_is_told_where_one_is_named() -> None:
    told = verify(measured_on(DAYS[:4], {"数学": 60, "语文": 20}, "T07"), reports(DAYS), Settings(), "zh")
    assert [(one.subject, one.school, one.teacher, one.assignments, one.warns) for one in told.ratios] == [
        ("数学", "甲校", "T07", 4, False),
        ("语文", "甲校", "T07", 4, False),
    ]


def test_teachers_are_read_from_their_sheet(tmp_path: Path) -> None:
    found = filled(tmp_path, drawn(reports()), lambda row: {"语文": 20, "数学": 30}, teacher="T1")
    assert found.teachers == {("甲校", 3, "1", "语文"): "T1", ("甲校", 3, "1", "数学"): "T1"}


@given(st.lists(st.floats(min_value=0, max_value=200), min_size=1, max_size=60), st.floats(min_value=0.05, max_value=0.95))
def test_a_verdict_never_contradicts_the_share_that_was_measured(totals: list[float], target: float) -> None:
    found = whole(verify(answers(*totals), HANDED, Settings(target=target), "zh"))
    assert found.answered == len(totals)
    if found.measured is None:
        assert len(totals) < 5
        assert found.verdict is None
    else:
        assert found.measured.within == sum(total <= 60 for total in totals)
        assert found.verdict != "met" or found.measured.share > target
        assert found.verdict != "not-met" or found.measured.share < target


HANDED = reports()


def test_groups_add_up() -> None:
    handed = reports(classes=3)
    places = [PLACE._replace(label=str(label)) for label in (1, 2, 3)]
    given_ = [Answer(place, {}, 0, 50 + 10 * number, "!") for place in places for number in range(4)]
    told = verify(Filled(dict.fromkeys(places, 6), given_, {}), handed, Settings(), "zh")
    by: dict[str, list[Group]] = {}
    for group in told.groups:
        by.setdefault(group.by, []).append(group)
    assert {name: sum(group.answered for group in groups) for name, groups in by.items()} == dict.fromkeys(by, 12)
    assert [group.measured for group in by["class-day"]] == [None] * 3
    assert by["all"][0].measured is not None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda sheet: sheet.cell(2, 2, "三班级"), "form-row"),
        (lambda sheet: sheet.cell(2, 3, "周一"), "form-row"),
        (lambda sheet: sheet.cell(3, 4, 1), "form-twice"),
        (lambda sheet: sheet.cell(1, 4, "姓名"), "no-form"),
    ],
)
def test_a_form_that_was_changed_is_refused(tmp_path: Path, change: Callable[[Any], object], reason: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(form(drawn(reports()), "zh")))
    change(book["登记"])
    book.save(tmp_path / "form.xlsx")
    with pytest.raises(ConfigurationError, match=reason):
        read_forms([tmp_path / "form.xlsx"])


def test_a_rollup_is_no_report_of_a_school() -> None:
    rollup = [Handed("县.json", "县", read_handed(stored(rolled({"甲.json": school(20)})), "县.json"))]
    for using in (lambda: verify(answers(10), rollup, Settings(), "zh"), lambda: drawn(rollup)):
        with pytest.raises(ConfigurationError, match="verify-rollup"):
            using()


def test_a_draw_of_nothing_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="sample-of-nothing"):
        sample_of(reports(), Wanted(date(2026, 10, 1), 0.1, 1, "1,3", 45))
    with pytest.raises(ConfigurationError, match="sample-of-nothing"):
        sample_of([], Wanted(None, 0.1, 1, "1,3", 45))


def test_a_form_asks_about_the_subjects_that_were_declared_and_about_the_last_day() -> None:
    draw = drawn(reports([*DAYS, date(2026, 9, 25)], classes=20), numbers="1,3,6,9,12,…", pupils=20, share=0.1)
    assert (draw.day, draw.classes, len(draw.drawn)) == (DAYS[-1], 20, 2)  # what is set on a Friday is for the days off
    assert draw.drawn[0].subjects == ("数学", "语文") or set(draw.drawn[0].subjects) == set(DECLARED)
    assert draw.drawn[0].numbers == [1, 3, 6, 9, 12, 15, 18]
    assert form(draw, "zh") == form(draw, "zh")


def test_no_audit_takes_a_filled_form_for_homework(tmp_path: Path) -> None:
    filled(tmp_path, drawn(reports()), lambda row: {"语文": 20, "数学": 30})
    for data in (form(drawn(reports()), "zh"), (tmp_path / "form.xlsx").read_bytes()):
        reading = read_bytes(data, Request(("核查登记表",), ".xlsx", named=False))
        assert (reading.status, reading.reason) == ("skipped", "own-form")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", DOCUMENT_FORMATS)
def test_every_format_is_whole_and_the_same_every_time(name: str, lang: Lang) -> None:
    told = verify(measured_on(DAYS, {"语文": 20, "数学": 60}), reports(DAYS), Settings(), lang)
    first, second = (DOCUMENT_FORMATS[name].render(verification_document(told), RenderOptions()) for _ in range(2))
    assert first == second
    if name == "xlsx":
        sheets = openpyxl.load_workbook(io.BytesIO(first)).sheetnames
        assert len(sheets) == 6
    elif name != "json":
        assert ("50.0%" in first.decode("utf-8-sig")) or ("0.0%" in first.decode("utf-8-sig")) or name == "csv"
