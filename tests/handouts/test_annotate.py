"""Annotated copies: a comment and a colour where a finding points, all else as it was; what a copy would lose is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from xlsxwriter import Workbook as NewWorkbook

from homework_audit.handouts.annotate import CannotAnnotate, annotated
from homework_audit.models.report import Finding, Location, Severity
from tests.command import homework_audit, json_report, write
from tests.conftest import HEADINGS, row, table
from tests.libreoffice import converted, needs_libreoffice


def _workbook(*rows: list[object], sheet: str = "第1周") -> Workbook:
    book = Workbook()
    active = book.worksheets[0]
    active.title = sheet
    for values in (HEADINGS, *rows):
        active.append(list(values))
    return book


def _bytes(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _with_part(data: bytes, name: str, content: bytes = b"<x/>") -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, content)
    return out.getvalue()


def _finding(cell: str = "F2", sheet: str = "第1周", *, message: str = "说明", severity: Severity = "error") -> tuple[Finding, Location]:
    place = Location(file="a.xlsx", sheet=sheet, cell=cell, text="70")
    return Finding(rule="daily-minutes-cap", severity=severity, message=message, hint="请改"), place


@pytest.fixture
def audited(tmp_path: Path) -> Path:
    write(tmp_path / "in", {"三年级/a.xlsx": _bytes(_workbook(row(70), row(20, day="2026-09-15")))})
    run = homework_audit("check", "in", "--annotate", "back", cwd=tmp_path)
    assert run.returncode == 1, run.stderr.decode()
    return tmp_path


def test_the_cell_has_a_comment_and_a_colour_and_the_first_sheet_lists_it(audited: Path) -> None:
    book = load_workbook(audited / "back" / "三年级" / "a.xlsx")
    listed, sheet = book.worksheets
    assert "超出 10 分钟" in (sheet["F2"].comment.text if sheet["F2"].comment else "")
    assert sheet["F2"].fill.fgColor.rgb == "00F8CBAD"
    assert sheet["F3"].comment is None
    assert [cell.value for cell in listed[4]][4:6] == ["第1周", "F2"]
    assert listed["F4"].hyperlink.location == "'第1周'!F2"
    assert [[cell.value for cell in line] for line in sheet.iter_rows()] == [[*HEADINGS], row(70), row(20, day="2026-09-15")]


def test_the_original_is_as_it_was_and_the_copy_is_audited_alike(audited: Path) -> None:
    before, after = json_report("in", cwd=audited), json_report("back", cwd=audited)
    assert before["files"][0]["sha256"] != after["files"][0]["sha256"]
    for name in ("class_days", "summary", "entries"):
        assert before[name] == after[name]
    assert [sheet["reason"] for sheet in after["files"][0]["sheets"]] == ["own-findings", None]


def test_a_corrected_copy_loses_what_was_noted_before(audited: Path) -> None:
    copy = audited / "back" / "三年级" / "a.xlsx"
    book = load_workbook(copy)
    book.worksheets[1]["F2"] = 40
    book.worksheets[1]["F3"] = 75
    book.save(copy)
    homework_audit("check", "back", "--annotate", "again", cwd=audited)
    again = load_workbook(audited / "again" / "三年级" / "a.xlsx")
    assert len(again.worksheets) == 2
    assert again.worksheets[1]["F2"].comment is None
    assert again.worksheets[1]["F2"].fill.fill_type is None
    assert again.worksheets[1]["F3"].comment is not None


def test_a_comment_of_the_teacher_stays() -> None:
    book = _workbook(row(70))
    book.worksheets[0]["F2"].comment = Comment("量太大？", "王")
    for _ in range(2):
        book = load_workbook(io.BytesIO(annotated(_bytes(book), [_finding()], "zh")))
    noted = book.worksheets[1]["F2"].comment
    assert noted is not None
    assert (noted.text.count("量太大？"), noted.text.count("说明"), noted.author) == (1, 1, "王")


def test_a_merged_cell_is_noted_where_it_shows_its_value() -> None:
    book = _workbook(row(70), row(70))
    book.worksheets[0].merge_cells("F2:F3")
    noted = load_workbook(io.BytesIO(annotated(_bytes(book), [_finding("F3")], "zh")))
    assert noted.worksheets[1]["F2"].comment is not None


@pytest.mark.parametrize("text", ["=1+1", "+x", "@a", "\x00\x1b", "a\u202eb", "</comment>", "'x"])
def test_any_text_stays_text(text: str) -> None:
    noted = load_workbook(io.BytesIO(annotated(_bytes(_workbook(row(70))), [_finding(message=text)], "zh")))
    assert noted.worksheets[0]["C4"].data_type == "s"
    assert "\x1b" not in str(noted.worksheets[0]["C4"].value)


@pytest.mark.parametrize("cell", ["", "F2:G3", "ZZZZ1", "F0", "x"])
@pytest.mark.parametrize("sheet", ["第1周", "没有", ""])
def test_a_place_that_is_no_cell_is_listed_all_the_same(cell: str, sheet: str) -> None:
    noted = load_workbook(io.BytesIO(annotated(_bytes(_workbook(row(70))), [_finding(cell, sheet)], "en")))
    assert noted.worksheets[0]["C4"].value == "说明"


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("xl/media/image1.png", "pictures"),
        ("xl/cellimages.xml", "wps-pictures"),
        ("xl/vbaProject.bin", "macros"),
        ("xl/ctrlProps/ctrlProp1.xml", "controls"),
        ("xl/pivotTables/pivotTable1.xml", "pivots"),
        ("xl/threadedComments/threadedComment1.xml", "discussions"),
        ("xl/drawings/drawing1.xml", "drawings"),
        ("xl/metadata.xml", "new-functions"),
        ("_xmlsignatures/sig1.xml", "signature"),
    ],
)
def test_what_a_copy_would_lose_is_refused(part: str, reason: str) -> None:
    with pytest.raises(CannotAnnotate) as refused:
        annotated(_with_part(_bytes(_workbook(row(70))), part), [_finding()], "zh")
    assert refused.value.reason == reason


def test_buttons_of_the_old_kind_are_refused() -> None:
    drawing = b'<xml><v:shape><x:ClientData ObjectType="Button"/></v:shape></xml>'
    with pytest.raises(CannotAnnotate) as refused:
        annotated(_with_part(_bytes(_workbook(row(70))), "xl/drawings/vmlDrawing1.vml", drawing), [_finding()], "zh")
    assert refused.value.reason == "controls"


def test_charts_and_sparklines_are_refused() -> None:
    book = _workbook(row(70))
    chart = BarChart()
    chart.add_data(Reference(book.worksheets[0], min_col=6, min_row=1, max_row=2))
    book.worksheets[0].add_chart(chart, "H2")
    out = io.BytesIO()
    with NewWorkbook(out, {"in_memory": True}) as sparkling:
        sparkling.add_worksheet().add_sparkline("A1", {"range": "Sheet1!B1:D1"})
    for data, reason in ((_bytes(book), "charts"), (out.getvalue(), "extensions"), (table(row(70)), "format")):
        with pytest.raises(CannotAnnotate) as refused:
            annotated(data, [_finding()], "zh")
        assert refused.value.reason == reason


def test_what_cannot_be_annotated_is_said_and_the_rest_is_written(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.csv": table(row(70)), "b.xlsx": _bytes(_workbook(row(70, to="三(2)班")))})
    run = homework_audit("check", "in", "--annotate", "back", cwd=tmp_path)
    assert run.returncode == 1
    assert "a.csv 未生成批注副本：只有 .xlsx 工作簿能加批注" in run.stderr.decode()
    assert [path.name for path in (tmp_path / "back").iterdir()] == ["b.xlsx"]


def test_a_folder_that_is_audited_itself_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.csv": table(row(70))})
    for folder in ("in", "in/back", "in/../in/x"):
        run = homework_audit("check", "in", "--annotate", folder, cwd=tmp_path)
        assert (run.returncode, run.stdout) == (2, b"")


@needs_libreoffice
def test_an_office_program_opens_a_copy(audited: Path) -> None:
    calculated = converted(audited / "back" / "三年级" / "a.xlsx", "ods", audited)
    assert json_report(calculated)["summary"] == json_report("in", cwd=audited)["summary"]
