"""A CSV file is read in the encoding and with the delimiter that it has, every line accounted for; or it is refused."""

from __future__ import annotations

import codecs

import pytest

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.models.marks import OWN_CSV_HEADINGS
from homework_audit.models.sheet import Contents, Grid
from homework_audit.readers.delimited import read_delimited
from homework_audit.readers.workbook import OwnReport

HEADINGS = ["日期", "班级", "学科", "教师", "作业内容", "时长(分钟)"]
ROWS = [HEADINGS, *[["2026-09-14", "三(1)班", "语文", "王老师", f"练习册第{page}页", "20"] for page in range(8)]]
TRADITIONAL = str.maketrans("级学师业内时长钟练习册页语", "級學師業內時長鐘練習冊頁語")


def written(rows: list[list[str]], delimiter: str = ",", end: str = "\n") -> str:
    """The rows as a program without any care for quotes writes them."""
    return "".join(delimiter.join(row) + end for row in rows)


def read(text: str | bytes, encoding: str | None = None) -> Contents:
    data = text.encode() if isinstance(text, str) else text
    return read_delimited(data, Limits(), encoding)


def grid(text: str | bytes) -> Grid:
    (sheet,) = read(text).sheets
    return sheet.rows


def refused(data: str | bytes, encoding: str | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(data, encoding)
    return caught.value


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(written(ROWS).encode(), "utf-8", id="utf-8"),
        pytest.param(written(ROWS).encode("utf-8-sig"), "utf-8-sig", id="utf-8 with a mark"),
        pytest.param(written(ROWS).encode("utf-16"), "utf-16", id="utf-16"),
        pytest.param(codecs.BOM_UTF16_BE + written(ROWS).encode("utf-16-be"), "utf-16", id="utf-16, the other way round"),
        pytest.param(written(ROWS).encode("utf-32"), "utf-32", id="utf-32, whose mark begins like that of utf-16"),
        pytest.param(codecs.BOM_UTF32_BE + written(ROWS).encode("utf-32-be"), "utf-32", id="utf-32, the other way round"),
        pytest.param(written(ROWS).encode("utf-16-le"), "utf-16-le", id="utf-16 without a mark"),
        pytest.param(written(ROWS).encode("utf-16-be"), "utf-16-be", id="utf-16, the other way round, without a mark"),
        pytest.param(written(ROWS).encode("gbk"), "gbk", id="gbk"),
        pytest.param("班级,时长\n一班,30\n".encode("gbk"), "gbk", id="gbk, a few bytes of it"),
    ],
)
def test_the_encoding_is_found_out(data: bytes, encoding: str) -> None:
    contents = read(data)
    assert (contents.encoding, contents.witnessed) == (encoding, True)
    assert contents.sheets[0].rows in (ROWS, [["班级", "时长"], ["一班", "30"]])


def test_characters_that_only_gb18030_has_are_read() -> None:
    rows = [HEADINGS, ["2026-09-14", "三(1)班", "语文", "𠮷老师", "日记", "20"]]
    assert (read(written(rows).encode("gb18030")).encoding, grid(written(rows).encode("gb18030"))) == ("gb18030", rows)


def test_big5_is_not_taken_for_other_characters_that_its_bytes_mean() -> None:
    text = written(ROWS).translate(TRADITIONAL)
    assert text.encode("big5").decode("gb18030") != text
    contents = read(text.encode("big5"))
    assert (contents.encoding, contents.sheets[0].rows[0][1]) == ("big5", "班級")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("größe,prüfung\n1,2\n".encode("latin-1"), id="another language"),
        pytest.param("甲,乙\n丙,丁\n".encode("gbk"), id="no heading that we know"),
        pytest.param(written(ROWS).encode() + written(ROWS).encode("gbk"), id="two encodings in one file"),
        pytest.param(codecs.BOM_UTF8 + written(ROWS).encode("gbk"), id="a mark that lies"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00", id="half a character"),
        pytest.param("name,value\n1,2\n".encode("utf-16-le"), id="utf-16 without a mark or a heading"),
    ],
)
def test_an_encoding_that_cannot_be_decided_is_not_guessed(data: bytes) -> None:
    assert refused(data).reason == "encoding"


def test_the_encoding_that_the_user_names_is_used() -> None:
    assert read("甲,乙\n丙,丁\n".encode("gbk"), "gbk").sheets[0].rows == [["甲", "乙"], ["丙", "丁"]]


def test_a_mark_outdoes_what_the_user_says_of_other_files() -> None:
    assert read(written(ROWS).encode("utf-8-sig"), "gbk").encoding == "utf-8-sig"


@pytest.mark.parametrize("encoding", ["utf-8", "no-such", "hex", "undefined", "utf\0"])
def test_an_encoding_that_the_file_is_not_written_in_is_said_to_be_wrong(encoding: str) -> None:
    fault = refused("日期".encode("gbk"), encoding)
    assert (fault.reason, fault.params) == ("encoding-given", {"encoding": encoding})


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n \n", "\u3000\r\n".encode()])
def test_a_file_of_nothing_is_empty(data: bytes) -> None:
    assert refused(data).reason == "empty"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(written(ROWS).replace("语文", "语\0文").encode(), id="sprinkled"),
        pytest.param(written(ROWS).encode() + b"\0" * 90, id="at the end, as a full disk leaves them"),
    ],
)
def test_zero_bytes_are_damage(data: bytes) -> None:
    assert refused(data).reason == "damaged"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "，"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    assert grid(written(ROWS, delimiter)) == ROWS


def test_the_delimiter_is_that_of_the_headings() -> None:
    rows = [["周报;公示;三年级", "", ""], ["日期", "班级", "时长"], ["2026-09-14", "三(1)班", "甲;乙;丙;丁;戊"]]
    assert grid(written(rows, "\t")) == rows


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line_ends_a_row(end: str) -> None:
    assert grid(written(ROWS, end=end)) == ROWS


def test_blank_lines_are_rows() -> None:
    assert grid("日期,班级\n\n\n2026-09-14,三(1)班\n") == [["日期", "班级"], [], [], ["2026-09-14", "三(1)班"]]


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"])
def test_marks_that_end_no_line_in_a_csv_stay_in_their_cell(mark: str) -> None:
    rows = [HEADINGS, ["2026-09-14", "三(1)班", "语文", "王", f"日记{mark}一篇", "20"], ROWS[1]]
    assert grid(written(rows)) == rows


def test_cells_of_blanks_are_blank() -> None:
    assert grid("日期,班级,时长\n , \u3000,20\n")[1] == ["", "", "20"]


def test_rows_of_any_length_are_kept() -> None:
    assert [len(row) for row in grid("日期,班级,时长\n1,2\n1,2,3,4,5\n")] == [3, 2, 5]


def test_a_cell_of_several_lines_is_one_row_and_the_next_row_the_next() -> None:
    text = '日期,班级,作业内容,时长\n2026-09-14,三(1)班,"背诵\n默写\r\n抄写",20\n2026-09-15,三(1)班,日记,15\n'
    rows = grid(text)
    assert len(rows) == 3
    assert rows[1][2] == "背诵\n默写\r\n抄写"
    assert rows[2][0] == "2026-09-15"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param('第"3"页', '第"3"页', id="in the middle"),
        pytest.param('5" 图', '5" 图', id="one of them"),
        pytest.param('"第""3""页"', '第"3"页', id="written twice"),
        pytest.param('"读,写"', "读,写", id="around a delimiter"),
        pytest.param('"重点"练习', "重点练习", id="around the first word"),
    ],
)
def test_a_quote_that_swallows_nothing_is_read(cell: str, value: str) -> None:
    read_row = ["2026-09-14", "三(1)班", value, "20"]
    assert grid(f"日期,班级,作业内容,时长\n2026-09-14,三(1)班,{cell},20\n2026-09-14,三(1)班,{cell},20")[1:] == [read_row, read_row]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('"背诵\n第1,2,3,4,5题"', id="with many delimiters"),
        pytest.param('"第1,2,3,4,5题\n背诵"', id="with many delimiters at first"),
        pytest.param('"读""课文""\n写"', id="with quotes inside"),
    ],
)
def test_a_cell_of_several_lines_that_is_properly_quoted_is_read(content: str) -> None:
    rows = grid(written([HEADINGS, ["2026-09-14", "三(1)班", "语文", "王", content, "20"], ROWS[1]]))
    assert [len(row) for row in rows] == [6, 6, 6]


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        pytest.param({3: '"练习册'}, 4, id="one that is never closed"),
        pytest.param({3: '"练习册', 4: '"练习册'}, 4, id="two on lines that follow each other"),
        pytest.param({3: '"练习册', 6: '"练习册'}, 4, id="two on lines further apart"),
        pytest.param({3: '"练习册', 6: '练习册"'}, 4, id="two that look like a pair"),
        pytest.param({2: '"练习册', 3: '"练习册', 6: '"练习册'}, 3, id="three"),
        pytest.param({8: '"练习册'}, 9, id="one on the last line"),
    ],
)
def test_a_quote_that_swallows_rows_is_refused_with_its_line(changed: dict[int, str], line: int) -> None:
    rows = [[*row[:4], changed.get(number, row[4]), row[5]] for number, row in enumerate(ROWS)]
    for text in (written(rows), written(rows).rstrip("\n"), written(rows, end="\r\n")):
        fault = refused(text)
        assert (fault.reason, fault.params) == ("quotes", {"line": line})


@pytest.mark.parametrize("column", range(6))
def test_a_quote_is_found_in_whatever_column_it_opens(column: int) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][column] = '"' + rows[2][column]
    rows[5][column] = '"' + rows[5][column]
    assert refused(written(rows)).reason == "quotes"


def test_the_line_of_a_quote_is_counted_in_lines_not_in_rows() -> None:
    text = '日期,班级,作业内容,时长\n2026-09-14,三(1)班,"背诵\n默写",20\n2026-09-15,三(1)班,"日记,15\n2026-09-16,三(1)班,日记,15\n'
    assert refused(text).params == {"line": 4}


def test_a_field_without_end_is_a_limit_not_a_quote() -> None:
    fault = refused("日期,班级\n" + "x" * 400_000 + ",三(1)班\n")
    assert (fault.reason, fault.params["limit"]) == ("limit", "csv_field")


def test_a_report_of_ours_is_no_submission() -> None:
    with pytest.raises(OwnReport):
        read(codecs.BOM_UTF8 + ",".join((*OWN_CSV_HEADINGS, "minutes")).encode() + b"\n")


def test_texts_are_not_taken_as_typed() -> None:
    assert not read(written(ROWS)).sheets[0].typed
