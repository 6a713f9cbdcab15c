"""The Excel report: what an office prints, filters and hands on. It is read back with openpyxl, and opened once by LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from homework_audit.locale import Lang
from homework_audit.messages import finding_text, say
from homework_audit.models.report import (
    Accounts,
    ClassDay,
    Evidence,
    FileReport,
    Finding,
    Location,
    Period,
    PolicyReport,
    Report,
    SheetReport,
    Summary,
    Tool,
    Verdict,
    Waived,
)
from homework_audit.renderers import RENDERERS, RenderOptions
from homework_audit.renderers.xlsx import sheet as sheet_module
from homework_audit.renderers.xlsx import table
from homework_audit.renderers.xlsx.links import source_link
from homework_audit.rules import RULES
from tests.conftest import Office
from tests.conftest import row as homework
from tests.libreoffice import converted, needs_libreoffice

MONDAY, TUESDAY, SATURDAY = date(2026, 9, 14), date(2026, 9, 15), date(2026, 9, 19)
SHEETS: dict[Lang, list[str]] = {
    "zh": ["汇总", "超标清单", "班级×日期", "学科构成", "周与半月", "完整性", "无法判定", "其他问题", "文件清单", "规则与口径"],
    "en": [
        "Summary",
        "Over the cap",
        "Class × date",
        "Who contributes",
        "Weeks and half-months",
        "Completeness",
        "Not judged",
        "Other findings",
        "Files",
        "Rules",
    ],
}
HOSTILE = ["=1+1", "{=1}", "http://x", "+1", "-1", "@SUM(A1)", "<r><t>x</t></r>", "<r>&", "external:x.exe", "_x0041_", "#N/A", "＝1", "NaN"]


def class_day(verdict: Verdict, minutes: float, high: float | None, **more: Any) -> ClassDay:
    """三(2)班 on a Monday under a cap of 60, unless it is said otherwise."""
    values: dict[str, Any] = {
        "school": None,
        "grade": 3,
        "school_class": "2",
        "day": MONDAY,
        "day_type": "school-day",
        "limit": 60,
        "limit_source": "",
        "limit_basis": "school-day",
        "subjects": {"数学": minutes} if minutes else {},
        "non_written_minutes": 0,
        "optional_minutes": 0,
        "evidence": (Evidence(subject="数学", minutes=minutes, of=minutes, text="练习册", file="数学组.xlsx", sheet="第3周", cell="F5"),),
    }
    return ClassDay(verdict=verdict, minutes=minutes, minutes_high=high, **(values | more))


def over_cap(day: ClassDay, *, fingerprint: str = "over", **more: Any) -> Finding:
    """What the rule says about a class-day that is over."""
    params = {"minutes": day.minutes, "limit": day.limit, "excess": day.minutes - (day.limit or 0), "subjects": dict(day.subjects)}
    values: dict[str, Any] = {
        "rule": "daily-minutes-cap",
        "severity": "error",
        "params": params,
        "school": day.school,
        "grade": day.grade,
        "school_class": day.school_class,
        "day": day.day,
        "measured": day.minutes,
        "allowed": day.limit,
        "touches": 1,
        "locations": (Location(file="数学组.xlsx", sheet="第3周", cell="F5", text="75分钟"), Location(file="语文组.xlsx")),
    }
    return worded(Finding(fingerprint=fingerprint, **(values | more)))


def unreadable(text: str = "适量", *, fingerprint: str = "why", **more: Any) -> Finding:
    """Minutes that nobody can read."""
    place = Location(file="六年级/六(1)班.xlsx", sheet="第3周", cell="E16", text=text)
    values: dict[str, Any] = {"params": {"reason": "words", "content": "修改习作"}, "locations": (place,), "touches": 1}
    return worded(Finding(rule="unreadable-minutes", severity="error", fingerprint=fingerprint, **(values | more)))


def worded(finding: Finding, lang: Lang = "zh") -> Finding:
    message, hint = finding_text(finding, lang)
    return replace(finding, message=message, hint=hint)


def report_of(*days: ClassDay, findings: tuple[Finding, ...] = (), lang: Lang = "zh", **more: Any) -> Report:
    """A report on these class-days, with its figures counted."""
    verdicts = [day.verdict for day in days]
    dates = [day.day for day in days]
    caps = ({"grades": [3, 4], "minutes": 60.0, "places": ["home", "school"], "source": "通知"},)
    sheets = (SheetReport(name="第3周", layout="list", status="read", entries=7),)
    values: dict[str, Any] = {
        "lang": lang,
        "as_of": date(2026, 11, 23),
        "tool": Tool(name="homework-audit", version="1.0"),
        "policy": PolicyReport(
            name="cn-2021", source="通知", fingerprint="sha256:0", caps=caps, rules={name: {"severity": "error"} for name in RULES}
        ),
        "period": Period(first=min(dates, default=None), last=max(dates, default=None)),
        "filters": {},
        "complete": True,
        "entries": Accounts(read=9, counted=7, rejected=1, not_counted={"optional": 1}),
        "summary": Summary(
            files=4,
            files_unreadable=1,
            classes=len({(day.school, day.grade, day.school_class) for day in days}),
            class_days=len(days),
            over=verdicts.count("over"),
            within=verdicts.count("within"),
            undetermined=verdicts.count("undetermined"),
            no_cap=verdicts.count("no-cap"),
            findings={"error": len(findings)},
        ),
        "class_days": days,
        "findings": findings,
        "completeness": (),
        "files": (FileReport(path="数学组.xlsx", sha256="abc" * 20, status="read", reason=None, witnessed=True, sheets=sheets),),
    }
    return Report(**(values | more))


@pytest.fixture
def report() -> Report:
    """One class-day of each kind."""
    over = class_day("over", 75, 75, because=("over",))
    days = (
        over,
        class_day("over", 75.04, None, day=TUESDAY, because=("more",)),
        class_day("within", 30, 45, school_class="10"),
        class_day("undetermined", 20, None, school_class="10", day=TUESDAY, because=("why",)),
        class_day("undetermined", 20, 80, school_class="10", day=SATURDAY, day_type="day-off", because=("why",)),
        class_day("no-cap", 100, 100, grade=10, school_class="1", limit=None),
    )
    return report_of(*days, findings=(over_cap(over), over_cap(days[1], fingerprint="more"), unreadable()))


def rendered(report: Report) -> bytes:
    return RENDERERS["xlsx"].render(report, RenderOptions())


def opened(report: Report) -> Workbook:
    return load_workbook(io.BytesIO(rendered(report)))


def sheet_of(report: Report, key: str) -> Worksheet:
    sheet = opened(report)[say(report.lang, f"sheet.{key}")]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(report: Report, key: str) -> list[dict[str, object]]:
    """The rows of a sheet that is one table, by their headings."""
    headings, *rows = sheet_of(report, key).iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def cells_of(book: Workbook) -> Iterator[Cell]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell) and cell.value is not None)


def texts_of(sheet: Worksheet) -> list[object]:
    return [value for row in sheet.iter_rows(values_only=True) for value in row if value is not None]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sheets_have_the_names_that_an_office_knows(report: Report, lang: Lang) -> None:
    assert opened(report.model_copy(update={"lang": lang})).sheetnames == SHEETS[lang]


def test_the_same_report_is_the_same_bytes(report: Report) -> None:
    assert rendered(report) == rendered(report.model_copy(deep=True))


def test_our_own_reports_are_never_audited(report: Report) -> None:
    office = Office()
    office.files["报告.xlsx"] = rendered(report)
    (file,) = office.audit().files
    assert (file.status, file.reason) == ("skipped", "own-report")


def test_every_sheet_prints_on_a4_with_page_numbers_and_one_page_wide(report: Report) -> None:
    for sheet in opened(report).worksheets:
        first = sheet.title == "汇总"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == ("portrait" if first else "landscape")
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) in ([(1, None), (1, 1)] if first else [(1, 0)])
        assert sheet.oddFooter
        assert sheet.oddFooter.center
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


@pytest.mark.parametrize("key", ["over", "grid", "undetermined", "findings", "files"])
def test_headings_stay_in_sight_and_filter(report: Report, key: str) -> None:
    sheet = sheet_of(report, key)
    headings = 2 if key == "grid" else 1
    assert sheet.freeze_panes == ("D3" if key == "grid" else "A2")
    assert sheet.print_title_rows == f"$1:${headings}"
    assert str(sheet.auto_filter.ref).startswith(f"A{headings}:")


@pytest.mark.parametrize("key", ["over", "grid", "undetermined", "files"])
def test_a_table_has_its_lines_where_nothing_is_written_too(report: Report, key: str) -> None:
    sheet = sheet_of(report, key)
    framed = [area for areas in sheet.conditional_formatting for area in areas.cells.ranges]
    at = 2 if key == "grid" else 1
    headings, rows = sheet[at], sheet.iter_rows(min_row=at + 1)
    empty = [cell for row in rows for heading, cell in zip(headings, row, strict=True) if heading.value and cell.value is None]
    assert framed
    assert all(any(cell.coordinate in area for area in framed) for cell in empty)
    assert all(rule.dxf.border.left.style == "thin" for areas in sheet.conditional_formatting for rule in areas.rules)


def test_the_grid_repeats_its_classes_on_every_page(report: Report) -> None:
    assert sheet_of(report, "grid").print_title_cols == "$A:$C"


def test_the_page_for_the_head_shows_the_figures_of_the_summary(report: Report) -> None:
    sheet = sheet_of(report, "summary")
    tiles: dict[object, object] = {}
    for values, labels in zip(sheet.iter_rows(values_only=True), sheet.iter_rows(min_row=2, values_only=True), strict=False):
        tiles = {label: value for value, label in zip(values, labels, strict=True) if label is not None} | tiles
    summary = report.summary
    for key, value in {
        "over": summary.over,
        "undetermined": summary.undetermined,
        "within": summary.within,
        "no-cap": summary.no_cap,
        "class-days": summary.class_days,
        "classes": summary.classes,
        "files": summary.files,
        "unreadable": summary.files_unreadable,
        "entries": report.entries.read,
        "rate": "33.3%",
    }.items():
        assert tiles[say("zh", f"figure.{key}")] == value
    texts = texts_of(sheet)
    assert "不达标：2 个班日超过上限" in texts
    assert "读取 9 条 = 计入 7 条 + 不计入 1 条 + 退回 1 条。" in texts
    assert "审计日为 2026-11-23：未写年份的日期、所指的学期和豁免的有效期以此为准。" in texts
    assert say("zh", "convention") in texts


WITHIN, OPEN, NO_CAP = class_day("within", 30, 30), class_day("undetermined", 30, None), class_day("no-cap", 30, 30, limit=None)


@pytest.mark.parametrize(
    ("days", "complete", "key", "colour"),
    [
        ([], True, "answer.nothing", "FFD9D9D9"),
        ([], False, "answer.incomplete", "FFFFD966"),
        ([WITHIN], True, "answer.within", "FFA9D08E"),
        ([WITHIN], False, "answer.incomplete", "FFFFD966"),
        ([WITHIN, NO_CAP], True, "answer.within-capped", "FFA9D08E"),
        ([WITHIN, OPEN], True, "answer.undetermined", "FFFFD966"),
        ([NO_CAP], True, "answer.no-cap", "FFD9D9D9"),
        ([WITHIN, class_day("over", 70, 70)], False, "answer.over", "FFC00000"),
    ],
)
def test_the_answer_is_given_in_words_and_colour(days: list[ClassDay], complete: bool, key: str, colour: str) -> None:
    report = report_of(*days, complete=complete)
    words = say("zh", key, over=1, within=1, undetermined=1)
    found = [cell for cell in cells_of(opened(report)) if cell.value == words]
    assert found[0].fill.fgColor.rgb == colour
    assert ("审计不完整" in str(texts_of(sheet_of(report, "summary")))) is not complete


def test_those_furthest_over_come_first_and_are_drawn() -> None:
    days = [class_day("over", 61 + number, 61 + number, school_class=str(number)) for number in range(1, 13)]
    sheet = sheet_of(report_of(*days), "summary")
    texts = texts_of(sheet)
    assert "超标最多的班日（前 10 个，共 12 个）" in texts
    assert texts.index("三(12)班") < texts.index("三(11)班")
    assert "三(2)班" not in texts
    with zipfile.ZipFile(io.BytesIO(rendered(report_of(*days)))) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    assert "<c:v>三(12)班 09-14</c:v>" in chart, "programs that do not calculate show the chart as well"
    assert "<c:v>13</c:v>" in chart


def test_a_finding_with_figures_is_a_row_that_leads_to_its_cells(report: Report) -> None:
    first, more = rows_of(report, "over")
    assert first["级别"] == "错误"
    assert (first["班级"], str(first["日期"])) == ("三(2)班", "2026-09-14 00:00:00")
    assert (first["分钟"], first["上限"], first["超出"]) == (75, 60, 15)
    assert (first["文件"], first["工作表"], first["单元格"], first["原文"]) == ("数学组.xlsx", "第3周", "F5", "75分钟")
    assert first["各科分钟数的出处"] == "数学 75 ← 数学组.xlsx:第3周!F5"
    assert first["说明"] == report.findings[0].message
    assert (more["分钟"], more["超出"]) == (75, 15), "minutes are shown to a tenth"
    assert "学校" not in first
    assert "豁免" not in first
    cell = sheet_of(report, "over")["K2"]
    assert cell.hyperlink
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("数学组.xlsx", "'第3周'!F5")


def test_schools_and_accepted_findings_have_columns_where_there_are_any() -> None:
    day = class_day("over", 75, 75, school="一小", because=("over",))
    accepted = over_cap(day, waived=Waived(reason="复习周", owner="教务处", until=date(2026, 12, 31)))
    (row,) = rows_of(report_of(day, findings=(accepted,)), "over")
    assert (row["学校"], row["班级"], row["豁免"]) == ("一小", "三(2)班", "复习周（教务处，至 2026-12-31）")


def test_a_day_that_is_over_is_listed_though_its_rule_is_off() -> None:
    (row,) = rows_of(report_of(class_day("over", 75, 75)), "over")
    assert (row["级别"], row["班级"], row["超出"]) == (None, "三(2)班", 15)


def test_written_work_of_unknown_length_is_over_in_words() -> None:
    day = class_day("over", 0, None, limit=0, grade=1)
    report = report_of(day)
    assert rows_of(report, "over")[0]["分钟"] == "不明"
    assert "不明" in texts_of(sheet_of(report, "summary"))
    assert "?" in texts_of(sheet_of(report, "grid"))


def test_many_places_are_named_as_far_as_anybody_reads() -> None:
    share = Evidence(subject="数学", minutes=3, of=3, text="", file="a.xlsx", sheet="s", cell="A1")
    day = class_day("over", 75, 75, evidence=(share,) * 25)
    assert str(rows_of(report_of(day), "over")[0]["各科分钟数的出处"]).endswith("\n……另有 5 处")


def test_the_grid_shows_minutes_where_they_are_known_and_bounds_where_not(report: Report) -> None:
    sheet = sheet_of(report, "grid")
    rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert rows[0][:6] == ["年级", "班级", "上限", "09-14\n周一", "09-15\n周二", "09-19\n周六\n休息日"]
    assert rows[1][:6] == [3, "三(2)班", 60, 75, 75, None]
    assert rows[2][:6] == [3, "三(10)班", 60, "30–45", "≥20", "20–80"]
    assert rows[3][:6] == [10, "高一(1)班", "无上限", 100, None, None]
    assert sheet["E3"].number_format == '"≥"General', "it is over, and may be more"
    assert sheet["D3"].fill.fgColor.rgb == "FFC00000"
    assert sheet["D3"].font.b


@pytest.mark.parametrize(("minutes", "limit", "share"), [(0, 0, 50), (30, 60, 50), (31, 60, 75), (54, 60, 90), (60, 60, 100)])
def test_colours_go_by_the_share_of_the_cap(minutes: float, limit: float, share: int) -> None:
    sheet = sheet_of(report_of(class_day("within", minutes, minutes, limit=limit)), "grid")
    legend = {cell.value: cell.fill.fgColor.rgb for cell in sheet[1]}
    assert sheet["D3"].fill.fgColor.rgb == legend[f"≤{share}%"]


def test_years_are_written_where_the_period_has_two() -> None:
    days = class_day("within", 1, 1, day=date(2026, 12, 31)), class_day("within", 1, 1, day=date(2027, 1, 4))
    assert "2026-12-31\n周四" in texts_of(sheet_of(report_of(*days), "grid"))


def test_caps_that_differ_within_a_class_are_all_named() -> None:
    days = class_day("within", 1, 1), class_day("within", 1, 1, day=SATURDAY, limit=90)
    assert "60 / 90" in texts_of(sheet_of(report_of(*days), "grid"))


def test_what_could_not_be_judged_is_explained(report: Report) -> None:
    unbounded, bounded = rows_of(report, "undetermined")
    assert (unbounded["至少"], unbounded["至多"], unbounded["上限"]) == (20, "无上界", 60)
    assert bounded["至多"] == 80
    assert unbounded["原因"] == report.findings[2].message
    assert unbounded["如何处理"] == "请填写分钟数，例如 20。"
    (finding,) = rows_of(report, "findings")
    assert str(finding["说明"]) in report.findings[2].message
    assert "E16" not in str(finding["说明"]), "the place stands in columns of its own"
    assert (finding["文件"], finding["单元格"], finding["原文"]) == ("六年级/六(1)班.xlsx", "E16", "适量")


def test_files_are_listed_with_what_became_of_their_sheets() -> None:
    lost = worded(Finding(rule="unreadable-file", severity="error", params={"reason": "empty"}, locations=(Location(file="坏.xlsx"),)))
    odd = SheetReport(name="说明", layout="", status="not-understood", reason="no-known-shape")
    files = (
        FileReport(path="坏.xlsx", sha256=None, status="unreadable", reason="empty", witnessed=False),
        FileReport(path="旧.xls", sha256="f" * 64, status="read", reason=None, witnessed=False, sheets=(odd,)),
        FileReport(path="~$a.xlsx", sha256=None, status="skipped", reason="owner-file", witnessed=False),
        FileReport(path="新.xlsx", sha256=None, status="some-new-word", reason="some-new-reason", witnessed=False),
    )
    rows = rows_of(report_of(files=files, findings=(lost,)), "files")
    assert [(row["文件"], row["状态"], row["原因"]) for row in rows] == [
        ("坏.xlsx", "无法读取", "坏.xlsx 是空文件"),
        ("旧.xls", "已读取", None),
        ("~$a.xlsx", "未读", "打开中工作簿的锁文件"),
        ("新.xlsx", "some-new-word", "some-new-reason"),
    ]
    sheet = rows[1]
    assert (sheet["工作表"], sheet["工作表状态"], sheet["工作表未读原因"], sheet["条目"]) == ("说明", "未看懂", "不是已知的表格形式", 0)
    assert (sheet["单元格已核对"], sheet["SHA-256"]) == ("否", "f" * 12)


def test_the_policy_is_told_with_its_source(report: Report) -> None:
    settings = {"daily-minutes-cap": {"severity": "off"}, "implausible-minutes": {"severity": "warning", "above": 180}}
    policy = report.policy.model_copy(update={"rules": settings})
    texts = texts_of(sheet_of(report.model_copy(update={"policy": policy}), "rules"))
    assert {"cn-2021", "通知", "sha256:0", "3、4", "家庭、校内", "关闭", "单项作业时长过大，可能是笔误 (above = 180)"} <= set(texts)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_report_is_a_workbook_as_well(lang: Lang) -> None:
    book = opened(report_of(lang=lang, files=()))
    assert book.sheetnames == SHEETS[lang]
    assert book[SHEETS[lang][1]]["A2"].value == say(lang, "no-findings")


def test_filters_are_told(report: Report) -> None:
    filters = {"from": "2026-09-01", "to": "2026-09-30", "grades": [3, 4], "classes": ["3(1)"], "subjects": ["数学"]}
    texts = texts_of(sheet_of(report.model_copy(update={"filters": filters}), "summary"))
    assert "只列出筛选范围内的班日：自 2026-09-01；至 2026-09-30；年级 3、4；班级 3(1)；学科 数学。" in texts


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    report = hostile(text)
    with zipfile.ZipFile(io.BytesIO(rendered(report))) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    cells = [cell for cell in cells_of(opened(report)) if str(cell.value).strip() == text]
    assert len(cells) > 10, "in a table each, as class, school, subject, file, sheet, cell and text"
    assert {cell.data_type for cell in cells} == {"s"}
    assert {bool(cell.hyperlink) for cell in cells} == {False}
    assert {bool(cell.quotePrefix) for cell in cells} == {text[0] in "=+-@＝"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "\\x1b[31m红"),
        ("a\ud800b", "a\\ud800b"),
        ("\u202egnp", "\\u202egnp"),
        ("一\r\n二\t三", "一\n二 三"),
        ("\x00\uffff", "\\x00\\uffff"),
    ],
)
def test_characters_that_steer_are_spelled_out(text: str, shown: str) -> None:
    assert shown in [cell.value for cell in cells_of(opened(hostile(text)))]


@pytest.mark.parametrize("text", ["长" * 40_000, "😀" * 20_000], ids=["wide", "two units each"])
def test_text_that_no_cell_can_hold_is_cut_aloud(text: str) -> None:
    cut = [str(cell.value) for cell in cells_of(opened(hostile(text))) if len(str(cell.value)) > 10_000]
    assert cut
    assert all(value.endswith("……（已截断）") for value in cut)
    assert all(len(value.encode("utf-16-le")) <= 2 * 32_767 for value in cut)


def test_text_that_a_cell_can_hold_is_whole() -> None:
    text = "长" * 32_000
    assert text in [cell.value for cell in cells_of(opened(hostile(text)))]


def hostile(text: str) -> Report:
    """A report in which a text stands wherever a text from a sheet or a file's name can stand."""
    place = Location(file=text, sheet=text, cell=text, text=text)
    share = Evidence(subject=text, minutes=75, of=75, text=text, file=text, sheet=text, cell=text)
    about = {"school": text, "school_class": text, "because": ("over", "why"), "subjects": {text: 75}, "evidence": (share,)}
    over, unsure = class_day("over", 75, 75, **about), class_day("undetermined", 20, None, day=TUESDAY, **about)
    findings = (
        over_cap(over, locations=(place,)),
        replace(unreadable(locations=(place, place), school=text, subject=text), message=text, hint=text),
    )
    sheets = (SheetReport(name=text, layout=text, status=text, reason=text),)
    files = (FileReport(path=text, sha256=text, status=text, reason=text, witnessed=True, sheets=sheets),)
    caps = ({"grades": [text], "minutes": 60, "places": [text], "source": text},)
    policy = PolicyReport(name=text, source=text, fingerprint=text, caps=caps, rules={text: {"severity": text}})
    return report_of(over, unsure, findings=findings, files=files, policy=policy)


@pytest.mark.parametrize(
    ("file", "sheet", "cell", "link"),
    [
        ("语文组/三年级 作业(1).xlsx", "第3周", "F5", "external:语文组/三年级 作业(1).xlsx#'第3周'!F5"),
        ("三⑵班作业.csv", "", "F5", "external:三⑵班作业.csv"),
        ("a.xls", "it's", "F5", "external:a.xls"),
        ("a.xlsx", "s", "F0", "external:a.xlsx"),
        ("../a.xlsx", "s", "F5", ""),
        ("x/../../a.xlsx", "s", "F5", ""),
        ("/etc/a.xlsx", "s", "F5", ""),
        ("C:/a.xlsx", "s", "F5", ""),
        ("\\\\host\\a.xlsx", "s", "F5", ""),
        ("http://x/a.xlsx", "s", "F5", ""),
        ("a.xlsx#b.xlsx", "s", "F5", ""),
        ("a%2e.xlsx", "s", "F5", ""),
        ("a.xlsm", "s", "F5", ""),
        ("a.exe", "", "", ""),
        ("a\u202e.xlsx", "s", "F5", ""),
        ("长" * 300 + ".xlsx", "s", "F5", ""),
        ("", "", "", ""),
    ],
)
def test_links_lead_to_tables_below_the_report_and_nowhere_else(file: str, sheet: str, cell: str, link: str) -> None:
    assert source_link(Location(file=file, sheet=sheet, cell=cell)) == link


def test_beyond_a_number_of_links_places_are_text(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_module, "_MOST_LINKS", 1)
    sheet = sheet_of(report, "over")
    assert [bool(sheet[name].hyperlink) for name in ("K2", "K3")] == [True, False]
    assert [sheet[name].value for name in ("K2", "K3")] == ["F5", "F5"]


def test_what_a_sheet_cannot_hold_is_told(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_ROOM", 1)
    sheet = sheet_of(report, "over")
    assert sheet["A3"].value == "……另有 1 行超出工作表容量，未列出"


def test_days_that_no_spreadsheet_knows_are_written_as_text() -> None:
    day = class_day("over", 75, 75, day=date(1899, 12, 31))
    assert rows_of(report_of(day), "over")[0]["日期"] == "1899-12-31"


def test_figures_that_are_none_leave_a_cell_empty() -> None:
    day = class_day("over", float("inf"), float("nan"))
    assert rows_of(report_of(day), "over")[0]["分钟"] is None


@needs_libreoffice
def test_an_office_program_opens_it(report: Report, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(rendered(report))
    printed = converted(tmp_path / "report.xlsx", "pdf", tmp_path)
    pages = re.findall(rb"/Type\s*/Page\b", printed.read_bytes())
    assert len(SHEETS["zh"]) <= len(pages) <= 2 * len(SHEETS["zh"]), "hardly more than a page a sheet"


def test_who_contributes_what_is_a_grid_of_classes_and_subjects() -> None:
    office = Office().hand_in("a.csv", homework(40), homework(20, subject="数学"), homework(10, day="2026-09-15"))
    sheet = sheet_of(office.audit(), "composition")
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2, max_row=3)]
    assert rows == [["班级", "班日", "日均", "语文", "数学"], ["三(1)班", 2, 35, 25, 10]]
    assert len(sheet.conditional_formatting) == 1
