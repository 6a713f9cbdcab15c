"""A workbook is read to the same grid in every format: true rows and columns, real dates, merged ranges, hidden sheets."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time
from typing import cast

import pytest
import xlsxwriter
import xlwt

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.marks import OWN_PROPERTY
from homework_audit.models.sheet import Contents, cell_name
from homework_audit.readers.workbook import OwnReport, read_binary, read_ods, read_xlsx
from tests.readers.by_hand import joined, ods, ods_row, ods_text, text_cell, worksheet, xlsx, xlsx_parts, zipped

TOP, LEFT = 5, 2
"""The table starts at C6."""
MONDAY = date(2026, 9, 14)
TABLE: list[list[object]] = [
    ["日期", "班级", "学科", "作业内容", "时长(分钟)", "完成"],
    [MONDAY, "三(1)班", "语文", "日记一篇\n背诵第3课", 30, True],
    ["", "三(2)班", "数学", "练习册 <第5页> & “口算”", 12.5, False],
    [date(2026, 9, 15), "", "英语", "𠮷野家菜单", 0, True],
]
MERGED = ((6, 2, 7, 2),)
Writer = Callable[[], bytes]


def written_xlsx() -> bytes:
    """The table in C6 of an .xlsx file, its first date merged over two rows, and a hidden sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("三年级")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(TABLE, TOP):
        for column, value in enumerate(row, LEFT):
            sheet.write(number, column, value, day if isinstance(value, date) else None)
    sheet.merge_range(6, 2, 7, 2, MONDAY, day)
    book.add_worksheet("藏").hide()
    book.close()
    return out.getvalue()


def written_xls() -> bytes:
    """The same as an .xls file."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("三年级")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, row in enumerate(TABLE, TOP):
        for column, value in enumerate(row, LEFT):
            if value != "" and (number, column) != (6, 2):
                sheet.write(number, column, value, day if isinstance(value, date) else xlwt.Style.default_style)
    sheet.write_merge(6, 7, 2, 2, MONDAY, day)
    book.add_sheet("藏").visibility = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written_ods() -> bytes:
    """The same as an .ods file."""
    blank = ods_row('<table:table-cell table:number-columns-repeated="9"/>', attributes=f' table:number-rows-repeated="{TOP}"')
    rows = [
        ods_row(f'<table:table-cell table:number-columns-repeated="{LEFT}"/>', *[_ods_cell(value, merged=value is MONDAY) for value in row])
        for row in TABLE
    ]
    hidden = '<office:automatic-styles><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
    table = f'{blank}{"".join(rows)}</table:table><table:table table:name="藏" table:style-name="h">{ods_row("<table:table-cell/>")}'
    return ods(table, sheet="三年级", before=f"{hidden}</style:style></office:automatic-styles>")


def _ods_cell(value: object, *, merged: bool) -> str:
    if value == "" and not isinstance(value, bool):
        return "<table:covered-table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, date):
        span = ' table:number-rows-spanned="2"' if merged else ""
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"{span}><text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return ods_text(cast("str", value)).replace("\n", "</text:p><text:p>")


def contents_of(name: str) -> Contents:
    """What a reader makes of the table in that format."""
    if name == "xlsx":
        return read_xlsx(written_xlsx(), Limits())
    return read_ods(written_ods(), Limits()) if name == "ods" else read_binary(written_xls(), Limits())


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods"])
def test_the_same_table_gives_the_same_grid(name: str) -> None:
    sheet = contents_of(name).sheets[0]
    assert sheet.name == "三年级"
    assert [row[LEFT:] for row in sheet.rows[TOP:]] == TABLE
    assert all(value == "" for row in sheet.rows[:TOP] for value in row)
    assert all(value == "" for row in sheet.rows for value in row[:LEFT])
    assert cell_name(TOP, LEFT) == "C6"


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods"])
def test_merged_ranges_have_true_places(name: str) -> None:
    assert contents_of(name).sheets[0].merged == MERGED


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods"])
def test_a_hidden_sheet_is_known_to_be_hidden(name: str) -> None:
    assert [(sheet.name, sheet.visible) for sheet in contents_of(name).sheets] == [("三年级", True), ("藏", False)]


@pytest.mark.parametrize(("name", "witnessed"), [("xlsx", True), ("xls", False), ("ods", True)])
def test_only_packages_have_a_witness(name: str, *, witnessed: bool) -> None:
    assert contents_of(name).witnessed is witnessed


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_sheets_hidden_by_hand_or_by_macro_are_hidden(state: str) -> None:
    parts = xlsx_parts({"甲": joined([text_cell("A1", "x")]), "乙": joined([text_cell("A1", "y")])}, states={"乙": state})
    assert [sheet.visible for sheet in read_xlsx(zipped(parts), Limits()).sheets] == [True, False]


def test_hidden_rows_and_columns_are_read_like_others() -> None:
    rows = joined([text_cell("A1", "x"), text_cell("A2", "y")]).replace('<row r="2"', '<row r="2" hidden="1"')
    part = worksheet(rows).replace("<sheetData>", '<cols><col min="1" max="1" hidden="1" width="9"/></cols><sheetData>')
    assert read_xlsx(zipped(xlsx_parts({"S": part})), Limits()).sheets[0].rows == [["x"], ["y"]]


def dated(serials: list[object], *, since_1904: bool, number_format: str = "yyyy-mm-dd") -> list[object]:
    """What the reader makes of these dates and times."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"date_1904": since_1904})
    sheet = book.add_worksheet()
    sheet.write_column(0, 0, serials, book.add_format({"num_format": number_format}))
    book.close()
    return [row[0] for row in read_xlsx(out.getvalue(), Limits()).sheets[0].rows]


@pytest.mark.parametrize("since_1904", [False, True])
def test_dates_are_dates_in_either_way_of_counting(*, since_1904: bool) -> None:
    days: list[object] = [MONDAY, date(2027, 2, 28), datetime(2026, 9, 14, 16, 30)]
    assert dated(days, since_1904=since_1904) == days


def test_a_day_number_means_another_day_where_years_are_counted_from_1904() -> None:
    assert dated([44439], since_1904=False) == [date(2021, 8, 31)]
    assert dated([44439], since_1904=True) == [date(2025, 9, 1)]


def test_times_of_day_are_times() -> None:
    assert dated([time(0, 30), 0.0625], since_1904=False, number_format="h:mm") == [time(0, 30), time(1, 30)]


@pytest.mark.parametrize("place", ["xlsx", "zip"])
def test_a_report_of_ours_is_no_submission(place: str) -> None:
    if place == "xlsx":
        out = io.BytesIO()
        book = xlsxwriter.Workbook(out)
        book.set_custom_property(OWN_PROPERTY, "1")
        book.close()
        data = out.getvalue()
    else:
        data = zipped(xlsx_parts({"S": "<row/>"}) | {"docProps/custom.xml": f'<property name="{OWN_PROPERTY}"/>'})
    with pytest.raises(OwnReport):
        read_xlsx(data, Limits())


def test_a_property_that_only_speaks_of_the_program_makes_no_report_of_a_submission() -> None:
    custom = '<property name="ContentPath"><vt:lpwstr>D:/homework-audit/三年级.xlsx</vt:lpwstr></property>'
    parts = xlsx_parts({"S": '<row r="1"><c r="A1"><v>5</v></c></row>'}) | {"docProps/custom.xml": custom}
    assert [sheet.name for sheet in read_xlsx(zipped(parts), Limits()).sheets] == ["S"]


def test_a_chart_on_a_sheet_of_its_own_is_left_out() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("数据")
    sheet.write_column(0, 0, [1, 2])
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=数据!$A$1:$A$2"})
    book.add_chartsheet("图").set_chart(chart)
    book.close()
    contents = read_xlsx(out.getvalue(), Limits())
    assert ([sheet.name for sheet in contents.sheets], contents.witnessed) == (["数据"], True)


def test_a_formula_that_was_calculated_gives_its_value() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_formula(0, 0, "=10+20", None, 30)
    sheet.write_formula(1, 0, '="三"&"班"', None, "三班")
    book.close()
    assert read_xlsx(out.getvalue(), Limits()).sheets[0].rows == [[30.0], ["三班"]]


def test_a_million_empty_rows_with_a_style_are_no_rows() -> None:
    styled = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(2, 200_000))
    assert read_xlsx(xlsx(joined([text_cell("A1", "x")]) + styled), Limits()).sheets[0].rows == [["x"]]


def test_a_cell_in_the_last_row_is_found_there() -> None:
    rows = joined([text_cell("A1", "x")]) + f'<row r="1048576">{text_cell("A1048576", "y")}</row>'
    sheet = read_xlsx(xlsx(rows), Limits()).sheets[0]
    assert (len(sheet.rows), sheet.rows[-1]) == (1_048_576, ["y"])


@pytest.mark.parametrize("kept", [10, 50, 90])
def test_an_xls_that_was_cut_short_is_damaged(kept: int) -> None:
    whole = written_xls()
    with pytest.raises(UnreadableFile) as refused:
        read_binary(whole[: len(whole) * kept // 100], Limits())
    assert refused.value.reason == "damaged"


@pytest.mark.parametrize("before", [b"", b"\x86\x00\x00\x00"], ids=["plain", "write-protected"])
def test_an_xls_with_a_password_is_called_so(before: bytes) -> None:
    whole = written_xls()
    first = whole.index(b"\x09\x08\x10\x00")
    password = before + b"\x2f\x00\x06\x00\x00\x00\x12\x34\x56\x78"
    with pytest.raises(UnreadableFile) as refused:
        read_binary(whole[: first + 20] + password + whole[first + 20 + len(password) :], Limits())
    assert refused.value.reason == "encrypted"
