"""What calamine leaves out of an .ods workbook is named or the file is refused; its merged ranges are found."""

from __future__ import annotations

import pytest

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.sheet import Lost, Sheet
from homework_audit.readers.workbook import read_ods
from tests.readers.by_hand import ods, ods_parts, ods_row, ods_text, zipped

X = ods_text("x")
NOTE = "<office:annotation><text:p>请核对</text:p></office:annotation>"
ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"{}>'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
)


def read(data: bytes) -> Sheet:
    """The only sheet of the workbook, vouched for by the witness."""
    contents = read_ods(data, Limits())
    assert contents.witnessed
    (sheet,) = contents.sheets
    return sheet


def spreadsheet(tables: str, instead: dict[str, str | bytes] | None = None) -> bytes:
    """An .ods file of these tables, with some parts replaced."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"} | ods_parts(tables) | (instead or {}))


def refused(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_ods(data, Limits())
    return caught.value


def typed(kind: str, attributes: str, text: str) -> str:
    """A cell of that type."""
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(ERROR.format(""), "#DIV/0!", id="as LibreOffice writes an error"),
        pytest.param('<table:table-cell calcext:value-type="error" office:value-type="string"/>', "#", id="an error without its text"),
        pytest.param(
            typed("float", 'table:formula="of:=1/0" office:value="0"', "#DIV/0!"),
            "#DIV/0!",
            id="as Excel writes it, with a nought for a value",
        ),
        pytest.param(
            typed("float", 'table:formula="of:=X()" office:value="0"', "Err:508"),
            "Err:508",
            id="as an old LibreOffice writes it",
        ),
        pytest.param('<table:table-cell table:formula="of:=[.A1]+1"/>', "=", id="a formula never calculated"),
        pytest.param(
            "<table:table-cell table:formula='of:=[.A1]>1'><text:p/></table:table-cell>", "=", id="one with a sign that ends a tag"
        ),
    ],
)
def test_a_value_that_the_reader_cannot_give_is_lost_not_blank_and_not_nought(cell: str, text: str) -> None:
    sheet = read(ods(ods_row(X, X) + ods_row(X, cell, X)))
    assert sheet.lost == (Lost(1, 1, text),)
    assert sheet.rows[1] == ["x", "", "x"]


def test_a_lost_cell_that_is_repeated_is_lost_each_time() -> None:
    cell = ERROR.format(' table:number-columns-repeated="2"')
    sheet = read(ods(ods_row(X) + ods_row(X, cell, attributes=' table:number-rows-repeated="2"') + ods_row(X)))
    assert [(lost.row, lost.column) for lost in sheet.lost] == [(1, 1), (1, 2), (2, 1), (2, 2)]


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("<table:table-cell/>", id="nothing"),
        pytest.param('<table:table-cell office:value-type="string"/>', id="a type alone"),
        pytest.param('<table:table-cell office:value-type="string"><text:p></text:p></table:table-cell>', id="empty text"),
        pytest.param('<table:table-cell office:value-type="string"><text:p/></table:table-cell>', id="no text"),
        pytest.param(ods_text("  "), id="blanks"),
        pytest.param(
            '<table:table-cell office:value-type="string"><text:p><text:s text:c="3"/></text:p></table:table-cell>', id="kept blanks"
        ),
        pytest.param(
            '<table:table-cell office:value-type="string"><text:p>&#10;</text:p></table:table-cell>', id="a line break as an entity"
        ),
        pytest.param(
            typed("string", 'table:formula="of:=&quot;&quot;" office:string-value=""', ""),
            id="a formula that gives no text",
        ),
        pytest.param(f"<table:table-cell>{NOTE}</table:table-cell>", id="a note"),
        pytest.param(f'<table:table-cell office:value-type="string">{NOTE}</table:table-cell>', id="a note on an empty text"),
        pytest.param(
            "<table:table-cell><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame></table:table-cell>",
            id="a drawing",
        ),
        pytest.param("<table:covered-table-cell/>", id="a covered cell"),
    ],
)
def test_a_blank_cell_is_not_missed(cell: str) -> None:
    sheet = read(ods(ods_row(X, cell, X)))
    assert (len(sheet.rows[0]), str(sheet.rows[0][1]).strip(), sheet.lost) == (3, "", ())


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param(ods_text("30分钟"), "30分钟", id="text"),
        pytest.param(typed("float", 'office:value="30"', "30"), 30.0, id="number"),
        pytest.param(typed("float", 'office:value="0"', "0"), 0.0, id="nought"),
        pytest.param(typed("percentage", 'office:value="0.3"', "30%"), 0.3, id="per cent"),
        pytest.param(typed("boolean", 'office:boolean-value="true"', "TRUE"), True, id="boolean"),
        pytest.param('<table:table-cell office:value-type="string" office:string-value="30"/>', "30", id="text in an attribute"),
        pytest.param(
            f'<table:table-cell office:value-type="string">{NOTE}<text:p>30</text:p></table:table-cell>', "30", id="text with a note"
        ),
        pytest.param(
            "<table:table-cell office:value-type='float' office:value='30'><text:p>30</text:p></table:table-cell>", 30.0, id="single quotes"
        ),
        pytest.param(
            typed("float", 'table:formula="of:=IF(1>0;1;2)" office:value="1"', "1"),
            1.0,
            id="a sign that ends a tag in a formula",
        ),
        pytest.param(
            '<table:covered-table-cell office:value-type="string"><text:p>30</text:p></table:covered-table-cell>', "30", id="covered"
        ),
        pytest.param(
            typed("string", "", "3<text:span>0</text:span><text:line-break/></text:p><text:p>分"),
            "30\n分",
            id="several paragraphs",
        ),
    ],
)
def test_a_value_is_read_and_witnessed(cell: str, value: object) -> None:
    sheet = read(ods(ods_row(X, cell, X)))
    assert (sheet.rows[0], sheet.lost) == (["x", value, "x"], ())


def test_repeated_cells_and_rows_are_counted_each_time() -> None:
    cell = ods_text("y", ' table:number-columns-repeated="3"')
    sheet = read(ods(ods_row(cell, attributes=' table:number-rows-repeated="2"') + ods_row(X)))
    assert [row.count("y") for row in sheet.rows] == [3, 3, 0]


def test_blank_rows_that_fill_the_sheet_cost_nothing() -> None:
    filling = ods_row('<table:table-cell table:number-columns-repeated="16384"/>', attributes=' table:number-rows-repeated="1048575"')
    assert read(ods(ods_row(X) + filling)).rows == [["x"]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(ods_row(X, "<table:table-cell><text:p>30</text:p></table:table-cell>"), id="a text without a type"),
        pytest.param(ods_row(X, typed("float", "", "30")), id="a number without its value"),
        pytest.param(ods_row(X, typed("void", "", "30")), id="a type that is none"),
        pytest.param(
            ods_row(f"<table:table-cell><table:table>{ods_row(X, X)}</table:table></table:table-cell>", X), id="a table within a cell"
        ),
    ],
)
def test_cells_that_the_reader_does_not_give_are_missed(rows: str) -> None:
    assert refused(ods(rows)).reason in {"cells-missing", "damaged"}


def test_blanks_do_not_make_up_for_cells_that_are_missing() -> None:
    assert (
        refused(ods(ods_row(X, ods_text(" "), ods_text(" "), "<table:table-cell><text:p>30</text:p></table:table-cell>"))).reason
        == "cells-missing"
    )


def test_a_sheet_that_the_reader_does_not_know_is_missed() -> None:
    tables = f'<sheet:table sheet:name="S">{ods_row(X)}</sheet:table>'
    assert refused(spreadsheet(tables)).reason == "damaged"


def test_a_workbook_without_sheets_is_damaged() -> None:
    assert refused(spreadsheet("")).reason == "damaged"


def test_two_sheets_keep_their_own() -> None:
    first_table = f'<table:table table:name="甲&amp;乙">{ods_row(X)}</table:table>'
    second_table = f'<table:table table:name="丙">{ods_row(X, ERROR.format(""))}</table:table>'
    first, second = read_ods(spreadsheet(first_table + second_table), Limits()).sheets
    assert (first.name, first.lost) == ("甲&乙", ())
    assert (second.name, second.lost) == ("丙", (Lost(0, 1, "#DIV/0!"),))


def test_merged_ranges_have_their_places() -> None:
    blank = ods_row('<table:table-cell table:number-columns-repeated="5"/>', attributes=' table:number-rows-repeated="3"')
    wide = ods_row(
        "<table:table-cell/>",
        ods_text("周一", ' table:number-columns-spanned="2" table:number-rows-spanned="1"'),
        "<table:covered-table-cell/>",
        X,
    )
    tall = ods_row(ods_text("三(1)班", ' table:number-rows-spanned="2"'), X) + ods_row("<table:covered-table-cell/>", X)
    assert read(ods(blank + wide + tall)).merged == ((3, 1, 3, 2), (4, 0, 5, 0))


def test_rows_in_groups_and_rows_without_cells_are_rows() -> None:
    rows = (
        f"<table:table-header-rows>{ods_row(X)}</table:table-header-rows>"
        f"<table:table-row-group><table:table-rows>{ods_row(X)}</table:table-rows></table:table-row-group>"
        f'<table:table-row table:number-rows-repeated="2"/>{ods_row(X, ERROR.format(""))}'
    )
    sheet = read(ods(rows))
    assert [row[0] for row in sheet.rows] == ["x", "x", "", "", "x"]
    assert sheet.lost == (Lost(4, 1, "#DIV/0!"),)


def test_a_password_is_called_so() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>'
        "</manifest:manifest>"
    )
    noise: dict[str, str | bytes] = {"content.xml": bytes(range(256)), "META-INF/manifest.xml": manifest}
    assert refused(spreadsheet("", noise)).reason == "encrypted"
