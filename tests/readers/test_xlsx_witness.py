"""What calamine leaves out of an xlsx workbook is named or the file is refused; what is there is never said to be missing."""

from __future__ import annotations

import pytest

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.sheet import Lost, Sheet
from homework_audit.readers.workbook import read_xlsx
from homework_audit.readers.xlsx_witness import check_bounds
from tests.readers.by_hand import joined, text_cell, worksheet, xlsx, xlsx_parts, zipped

ROW = text_cell("A1", "日期") + text_cell("B1", "时长")


def read(data: bytes) -> Sheet:
    """The only sheet of the workbook, vouched for by the witness."""
    contents = read_xlsx(data, Limits())
    assert contents.witnessed
    (sheet,) = contents.sheets
    return sheet


def refused(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_xlsx(data, Limits())
    return caught.value


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A", id="an error"),
        pytest.param('<c r="B2" t="e" vm="1"><v>#VALUE!</v></c>', "#VALUE!", id="an error of a newer kind"),
        pytest.param('<c r="B2" t="e"><f>VLOOKUP(1,A:A,2)</f><v>#REF!</v></c>', "#REF!", id="a formula's error"),
        pytest.param("<c r='B2' t='e'><v>#DIV/0!</v></c>", "#DIV/0!", id="single quotes"),
        pytest.param('<c\nr="B2"\nt = "e"><v>#NAME?</v\n></c>', "#NAME?", id="line breaks within tags"),
        pytest.param('<c r="B2"><f>A1+1</f></c>', "=", id="a formula never calculated"),
        pytest.param('<c r="B2"><f>A1+1</f><v/></c>', "=", id="one with an empty value"),
        pytest.param('<c r="B2"><f>A1+1</f><v></v></c>', "=", id="one with a value of no text"),
        pytest.param('<c r="B2"><f t="shared" si="0"/></c>', "=", id="one that shares its formula"),
        pytest.param('<c r="B2"><f\n>A1+1</f></c>', "=", id="one with a line break in its tag"),
        pytest.param('<c r="B2" t="str"><f>A1</f></c>', "=", id="one of text"),
    ],
)
def test_a_value_that_the_reader_cannot_give_is_lost_not_blank(cell: str, text: str) -> None:
    sheet = read(xlsx(joined([ROW, text_cell("A2", "周一") + cell])))
    assert sheet.lost == (Lost(1, 1, text),)
    assert sheet.rows[1][0] == "周一"
    assert sheet.rows[1][1:] in ([], [""])


def test_lost_cells_are_found_in_a_part_with_prefixes() -> None:
    rows = joined([ROW, '<c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>1+1</f></c>'])
    part = worksheet(rows)
    for tag in ("worksheet", "sheetData", "row", "c", "v", "f", "is", "t"):
        part = part.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>")
    sheet = read(zipped(xlsx_parts({"S": part.replace("xmlns=", "xmlns:x=")})))
    assert sheet.rows[0] == ["日期", "时长"]
    assert sheet.lost == (Lost(1, 0, "#N/A"), Lost(1, 1, "="))


def test_lost_cells_without_references_have_their_place() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c><c t='e'><v>#N/A</v></c></row>"
    assert read(xlsx(rows)).lost == (Lost(2, 1, "#N/A"),)


def test_lost_cells_are_kept_apart_in_two_sheets_of_one_name() -> None:
    parts = xlsx_parts({"甲": joined([ROW]), "乙": joined([ROW, '<c r="B2" t="e"><v>#N/A</v></c>'])})
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("乙", "甲")
    first, second = read_xlsx(zipped(parts), Limits()).sheets
    assert (first.lost, second.lost) == ((), (Lost(1, 1, "#N/A"),))


@pytest.mark.parametrize(
    ("cell", "strings"),
    [
        pytest.param('<c r="B2"><v></v></c>', "", id="empty value"),
        pytest.param('<c r="B2"><v/></c>', "", id="no value"),
        pytest.param('<c r="B2" s="3"/>', "", id="a style alone"),
        pytest.param('<c r="B2" t="str"><f>""</f><v></v></c>', "", id="a formula that gives no text"),
        pytest.param('<c r="B2" t="str"><f>" "</f><v> </v></c>', "", id="a formula that gives a blank"),
        pytest.param('<c r="B2" t="inlineStr"><is><t></t></is></c>', "", id="empty text"),
        pytest.param('<c r="B2" t="inlineStr"><is><t/></is></c>', "", id="no text"),
        pytest.param('<c r="B2" t="inlineStr"><is/></c>', "", id="nothing inside"),
        pytest.param('<c r="B2" t="inlineStr"><is><t>  </t></is></c>', "", id="blanks that are cut"),
        pytest.param('<c r="B2" t="inlineStr"><is><t xml:space="preserve">  </t></is></c>', "", id="blanks that are kept"),
        pytest.param('<c r="B2" t="inlineStr"><is><t>\u3000</t></is></c>', "", id="a wide blank"),
        pytest.param('<c r="B2" t="inlineStr"><is><rPh sb="0" eb="1"><t>qi</t></rPh></is></c>', "", id="a reading of nothing"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si><t/></si>", id="empty shared text"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si/>", id="no shared text"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si><t> \n </t></si>", id="shared blanks"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', '<si><t xml:space="preserve"> </t></si>', id="shared blanks that are kept"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si><t>&#xA;</t></si>", id="a line break as an entity"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si><t>_x000D_</t></si>", id="an escaped line break"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si><r><t/></r><r><t> </t></r></si>", id="rich text of nothing"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', '<si><rPh sb="0" eb="1"><t>qi</t></rPh></si>', id="a shared reading of nothing"),
    ],
)
@pytest.mark.parametrize("formula", ["", '<c r="C2"><f>1+1</f><v>2</v></c>'], ids=["alone", "beside a formula"])
def test_a_blank_cell_is_not_missed(cell: str, strings: str, formula: str) -> None:
    sheet = read(xlsx(joined([ROW, text_cell("A2", "周一") + cell + formula]), strings=strings or None))
    assert (sheet.rows[1][0], sheet.lost) == ("周一", ())


@pytest.mark.parametrize(
    ("cell", "strings", "value"),
    [
        pytest.param('<c r="B2"><v>30</v></c>', "", 30.0, id="number"),
        pytest.param('<c r="B2"><f>10+20</f><v>30</v></c>', "", 30.0, id="calculated number"),
        pytest.param('<c r="B2"><f>10-10</f><v>0</v></c>', "", 0.0, id="calculated nought"),
        pytest.param('<c r="B2" t="str"><f>"30"</f><v>30</v></c>', "", "30", id="calculated text"),
        pytest.param('<c r="B2"><f t="shared" si="0"/><v>31</v></c>', "", 31.0, id="shared formula"),
        pytest.param('<c r="B2" t="b"><v>1</v></c>', "", True, id="boolean"),
        pytest.param('<c r="B2" t="b"><v>0</v></c>', "", False, id="boolean that is false"),
        pytest.param('<c r="B2" t="inlineStr"><is><r><t>3</t></r><r><t>0</t></r></is></c>', "", "30", id="rich text"),
        pytest.param('<c r="B2" t="s"><v>0</v></c>', "<si><t><![CDATA[30]]></t></si>", "30", id="marked text"),
        pytest.param(
            '<c r="B2" t="s"><v>0</v></c>',
            '<si><r><t>三年级</t></r><r><t>1班</t></r><rPh sb="0" eb="1"><t>san</t></rPh></si>',
            "三年级1班",
            id="readings",
        ),
    ],
)
def test_a_value_is_read_and_witnessed(cell: str, strings: str, value: object) -> None:
    sheet = read(xlsx(joined([ROW, text_cell("A2", "周一") + cell]), strings=strings or None))
    assert (sheet.rows[1], sheet.lost) == (["周一", value], ())


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            joined([ROW, ROW.replace("1", "2")]).replace('<row r="2">', '</sheetData><sheetData><row r="2">'), id="two tables of data"
        ),
        pytest.param(joined([ROW, ROW.replace("1", "2")]) + joined(["", ROW.replace("1", "2")]), id="a row written twice"),
        pytest.param(joined([ROW + text_cell("B1", "二")]), id="a cell written twice"),
        pytest.param(joined([ROW + '<c r="C1" t="inlineStr"><v>30</v></c>']), id="a value where a text is announced"),
        pytest.param(joined([ROW + '<c r="C1"><v><![CDATA[30]]></v></c>']), id="a marked number"),
    ],
)
def test_cells_that_the_reader_does_not_give_are_missed(rows: str) -> None:
    fault = refused(xlsx(rows))
    assert (fault.reason, fault.params["sheet"]) == ("cells-missing", "S")
    assert int(fault.params["read"]) < int(fault.params["present"])


def test_blanks_do_not_make_up_for_cells_that_are_missing() -> None:
    blanks = "".join(f'<c r="{letter}1" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>' for letter in "CDEF")
    fault = refused(
        xlsx(joined([ROW + blanks]) + joined(["", ROW.replace("1", "2"), ""]).replace('<row r="2">', '</sheetData><sheetData><row r="2">'))
    )
    assert fault.reason == "cells-missing"


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(worksheet(joined([ROW, ROW])).partition('<row r="2">')[0] + "</sheetData>", id="cut short and zipped again"),
        pytest.param(worksheet(joined([ROW])).replace("</is></c></row>", "</-s></c></row>"), id="a broken closing tag"),
        pytest.param(worksheet(joined([ROW])).replace("</t></is></c><c r=", "<x ", 1), id="two cells run into one"),
    ],
)
def test_a_part_that_is_no_xml_is_damaged_though_the_reader_takes_it(part: str) -> None:
    assert refused(zipped(xlsx_parts({"S": part}))).reason == "damaged"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"])
def test_a_book_of_parts_that_is_no_xml_is_damaged(part: str) -> None:
    parts = xlsx_parts({"S": joined([ROW])})
    assert refused(zipped(parts | {part: str(parts[part])[:-1]})).reason == "damaged"


def test_a_sheet_that_is_gone_is_missed() -> None:
    parts = xlsx_parts({"甲": joined([ROW]), "乙": joined([ROW])})
    assert refused(zipped({name: part for name, part in parts.items() if not name.endswith("sheet2.xml")})).reason == "damaged"


def test_a_workbook_without_sheets_is_damaged() -> None:
    assert refused(zipped(xlsx_parts({}))).reason == "damaged"


def test_rows_in_a_comment_are_nobodys() -> None:
    rows = joined([ROW, ROW.replace("1", "2"), ROW.replace("1", "3")])
    rows = rows.replace('<row r="2">', '<!--<row r="2">').replace('<row r="3">', '--><row r="3">')
    assert len(read(xlsx(rows)).rows) == 3


def test_a_comment_in_marked_text_is_text() -> None:
    rows = joined(
        ['<c r="A1" t="inlineStr"><is><t><![CDATA[<!--]]></t></is></c>', '<c r="A2" t="e"><v>#N/A</v></c>', text_cell("A3", "-->")]
    )
    sheet = read(xlsx(rows))
    assert (sheet.rows[0], sheet.lost) == (["<!--"], (Lost(1, 0, "#N/A"),))


@pytest.mark.parametrize(
    ("old", "new", "in_parts"),
    [
        pytest.param("xl/", "XL/", False, id="capitals"),
        pytest.param("xl/", "xl\\", False, id="backslashes"),
        pytest.param("xl/", "", True, id="no folder"),
        pytest.param("worksheets/sheet1.xml", "worksheets/Tabelle.xml", True, id="another name"),
        pytest.param("worksheets/sheet1.xml", "data/1.xml", True, id="another folder"),
    ],
)
def test_parts_are_found_by_their_relationships(old: str, new: str, *, in_parts: bool) -> None:
    parts = xlsx_parts({"S": joined([ROW, '<c r="B2" t="e"><v>#N/A</v></c>'])})
    renamed = {name.replace(old, new): str(part).replace(f'"{old}', f'"{new}') if in_parts else part for name, part in parts.items()}
    assert read(zipped(renamed)).lost == (Lost(1, 1, "#N/A"),)


def test_a_workbook_of_strict_namespaces_is_read() -> None:
    parts = {
        name: str(part).replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        for name, part in xlsx_parts({"S": joined([ROW])}).items()
    }
    assert read(zipped(parts)).rows == [["日期", "时长"]]


@pytest.mark.parametrize("dimension", ["A1", "A1:B2", "A1:XFD1048576", "Z9:AA10"])
def test_what_a_sheet_says_of_its_size_takes_no_row_away(dimension: str) -> None:
    part = worksheet(joined([ROW, *[text_cell(f"A{row}", "x") for row in range(2, 32)]]))
    sheet = read(zipped(xlsx_parts({"S": part.replace("<sheetData>", f'<dimension ref="{dimension}"/><sheetData>')})))
    assert len(sheet.rows) == 31


@pytest.mark.parametrize(
    ("rows", "limit"),
    [
        pytest.param('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "rows", id="below the last row"),
        pytest.param('<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>', "rows", id="far below"),
        pytest.param('<row r="4294967295"><c><v>1</v></c></row>', "rows", id="a row far below, a cell without a reference"),
        pytest.param("<row r='1'><c r='XFD1'><v>1</v></c></row>", "columns", id="single quotes"),
        pytest.param('<row r="1"><c r="xfd1"><v>1</v></c></row>', "columns", id="small letters"),
        pytest.param('<row r="1"><c s="1" r="ZZZZZZ99999999999"><v>1</v></c></row>', "rows", id="nonsense"),
        pytest.param('<row r="1"><c r="ZZZZZZZZZZZZZZ1"><v>1</v></c></row>', "columns", id="letters without end"),
        pytest.param('<row r="1"><c r="A00000000000001048577"><v>1</v></c></row>', "rows", id="noughts before"),
        pytest.param('<row r="1"><c r="XFD1"><f>1+1</f></c></row>', "columns", id="a formula far away"),
    ],
)
def test_a_cell_far_away_is_refused_before_room_is_made_for_it(rows: str, limit: str) -> None:
    fault = refused(xlsx(joined([ROW]) + rows))
    assert (fault.reason, fault.params["limit"]) == ("limit", limit)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('<row r="2"><c r="XFD2" s="1"/></row>', id="a cell"),
        pytest.param('<row r="2"><c r="XFD2" s="1"></c></row>', id="a cell that is opened and closed"),
        pytest.param('<row r="1048577" s="1" customFormat="1"/>', id="a row"),
    ],
)
def test_a_style_far_away_costs_nothing(rows: str) -> None:
    assert len(read(xlsx(joined([ROW]) + rows)).rows) <= 2


def test_other_attributes_are_no_references() -> None:
    check_bounds(b'<mergeCell ref="A1:XFD1048577"/><x pointer="XFD9999999">y</x>', Limits())
