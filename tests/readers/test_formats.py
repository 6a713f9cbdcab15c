"""What a file is, is decided by its content; what it cannot be read for, is said by its right name."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlwt

from homework_audit.errors import UnreadableFile
from homework_audit.readers import READERS
from homework_audit.readers.formats import SUFFIXES, format_of
from tests.readers.by_hand import OLE, compound, ods, ods_row, ods_text, xlsx, xlsx_parts, zipped

ODS = ods(ods_row(ods_text("日期")))
TEXT = "日期,班级,学科,作业内容,时长\n2026-09-14,三(1)班,语文,练习册,20\n"


def xls_bytes() -> bytes:
    """A small .xls file."""
    book = xlwt.Workbook()
    book.add_sheet("S").write(0, 0, "日期")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_mimetype(kind: str) -> bytes:
    """An OpenDocument package of that kind."""
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(xlsx("<row/>"), "xlsx", id="xlsx"),
        pytest.param(zipped({"[Content_Types].xml": "", "xl/workbook.bin": b""}), "xlsb", id="xlsb"),
        pytest.param(zipped({"[CONTENT_TYPES].XML": "", "XL\\WORKBOOK.XML": ""}), "xlsx", id="parts in upper case, with backslashes"),
        pytest.param(ODS, "ods", id="ods"),
        pytest.param(with_mimetype("spreadsheet-template"), "ods", id="ods template"),
        pytest.param(xls_bytes(), "xls", id="xls"),
        pytest.param(compound("Book"), "xls", id="xls of Excel 5"),
        pytest.param(compound("BOOK"), "xls", id="xls with its part in capitals"),
        pytest.param(b"\x09\x08\x10\x00\x00\x06\x05\x00", "xls", id="bare BIFF"),
        pytest.param(TEXT.encode(), "text", id="utf-8"),
        pytest.param(TEXT.encode("gbk"), "text", id="gbk"),
        pytest.param(TEXT.encode("utf-16"), "text", id="utf-16"),
        pytest.param(TEXT.encode("utf-16-le"), "text", id="utf-16 without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), "text", id="utf-16, the other way round, without a mark"),
        pytest.param(TEXT.encode("utf-32"), "text", id="utf-32"),
        pytest.param(b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "text", id="utf-32, the other way round"),
        pytest.param(("作" * 2000 + "\n").encode(), "text", id="a character cut in two where the look ends"),
        pytest.param("BMI,班级\n".encode(), "text", id="begins like a bitmap"),
        pytest.param("PK赛,班级\n".encode(), "text", id="begins like a zip"),
        pytest.param("<三年级>,班级\n".encode(), "text", id="a bracket, but no markup"),
    ],
)
def test_format(data: bytes, kind: str) -> None:
    assert format_of(data) == kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\0" * 5000, "empty", id="zero bytes"),
        pytest.param(b" \r\n\t\n", "empty", id="blanks"),
        pytest.param(b"PK\x03\x04 cut short", "damaged", id="a zip cut short"),
        pytest.param(zipped({"word/document.xml": "", "[Content_Types].xml": ""}), "document", id="docx"),
        pytest.param(zipped({"ppt/presentation.xml": "", "[Content_Types].xml": ""}), "document", id="pptx"),
        pytest.param(with_mimetype("text"), "document", id="odt"),
        pytest.param(zipped({"三年级.xlsx": b""}), "bundle", id="zip of files"),
        pytest.param(zipped({}), "bundle", id="zip of nothing"),
        pytest.param(
            zipped({"mimetype": "x", "encrypted-package": b"noise"}), "encrypted", id="ods with a password, as LibreOffice 24.8 does"
        ),
        pytest.param(compound("EncryptedPackage", "EncryptionInfo"), "encrypted", id="xlsx with a password"),
        pytest.param(compound("\x09DRMContent"), "encrypted", id="xlsx with restricted rights"),
        pytest.param(compound("WordDocument"), "document", id="doc"),
        pytest.param(compound("PowerPoint Document"), "document", id="ppt"),
        pytest.param(compound("Something"), "damaged", id="a compound file of nothing we know"),
        pytest.param(OLE + bytes(504), "damaged", id="an xls cut short after its head"),
        pytest.param(b"%PDF-1.7 \xe2\xe3", "pdf", id="pdf"),
        pytest.param(b"{\\rtf1 ", "document", id="rtf"),
        pytest.param(b"Rar!\x1a\x07", "archive", id="rar"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", "archive", id="7z"),
        pytest.param(b"\x1f\x8b\x08\x00", "archive", id="gz"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "picture", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "picture", id="jpeg"),
        pytest.param(b"GIF89a", "picture", id="gif"),
        pytest.param(b"BM\x36\x00\x0c\x00", "picture", id="bmp"),
        pytest.param(b"\xef\xbb\xbf \r\n<HTML><table>", "web-page", id="a web page named .xls"),
        pytest.param(b"<meta charset=gbk><table>", "web-page", id="a table without its page"),
        pytest.param(b"MIME-Version: 1.0\r\n", "web-page", id="a web page in one file"),
        pytest.param(b'<?xml version="1.0"?><Workbook/>', "xml", id="XML of Excel 2003"),
        pytest.param(bytes(range(256)) * 16, "unknown-format", id="bytes of no meaning"),
    ],
)
def test_refused_with_the_right_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        format_of(data)
    assert refused.value.reason == reason


def test_a_word_in_a_cell_does_not_make_a_workbook_encrypted() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for number in range(40):
        sheet.write(number, 0, "x" * number + "作EncryptedPackage WordDocument")
    out = io.BytesIO()
    book.save(out)
    assert format_of(out.getvalue()) == "xls"


def test_members_of_a_zip_that_are_encrypted_are_no_reason_yet() -> None:
    data = bytearray(zipped(xlsx_parts({"S": "<row/>"}), zipfile.ZIP_STORED))
    data[6] |= 1
    assert format_of(bytes(data)) == "xlsx"


def test_every_format_has_a_reader_and_its_endings() -> None:
    assert set(READERS) == set(SUFFIXES)
