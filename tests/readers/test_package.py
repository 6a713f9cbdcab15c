"""A package is looked at before it is read: every limit holds at its edge, sizes are counted and never believed."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import MIB, Limits
from homework_audit.readers import READERS, package
from homework_audit.readers.formats import Format
from homework_audit.readers.package import open_package
from tests.readers.by_hand import joined, ods, ods_row, ods_text, text_cell, worksheet, xlsx, xlsx_parts, zipped


def wide(columns: int) -> bytes:
    return xlsx(f'<row r="1"><c r="A1"><v>1</v></c><c r="{_name(columns)}1"><v>1</v></c></row>')


def high(rows: int) -> bytes:
    return xlsx(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{rows}"><c r="A{rows}"><v>1</v></c></row>')


def merged(ranges: int) -> bytes:
    cells = "".join(f'<mergeCell ref="A{2 * number + 1}:A{2 * number + 2}"/>' for number in range(ranges))
    return zipped(xlsx_parts({"S": worksheet(joined([text_cell("A1", "x")]), f"<mergeCells>{cells}</mergeCells>")}))


def claiming(strings: int) -> bytes:
    parts = xlsx_parts({"S": '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'}, strings="<si><t>x</t></si>")
    parts["xl/sharedStrings.xml"] = str(parts["xl/sharedStrings.xml"]).replace("<sst", f'<sst count="1" uniqueCount="{strings}"')
    return zipped(parts)


def _name(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def with_members(members: int) -> bytes:
    parts = xlsx_parts({"S": "<row/>"})
    return zipped(parts | {f"docProps/{number}.txt": b"" for number in range(members - len(parts))})


LIMITS: list[tuple[Format, str, int, Callable[[int], bytes]]] = [
    ("xlsx", "members", 9, with_members),
    ("xlsx", "cells", 9, lambda n: xlsx(joined([f'<c r="A{row}"><v>1</v></c>' for row in range(1, n + 1)]))),
    ("xlsx", "rows", 99, high),
    ("xlsx", "columns", 30, wide),
    ("xlsx", "merged_ranges", 9, merged),
    ("xlsx", "strings", 1000, claiming),
    ("ods", "cells", 9, lambda n: ods(ods_row(ods_text("x", f' table:number-columns-repeated="{n}"')))),
    ("ods", "rows", 99, lambda n: ods(ods_row(ods_text("x"), attributes=f' table:number-rows-repeated="{n}"'))),
    ("ods", "columns", 30, lambda n: ods(ods_row(ods_text("x", f' table:number-columns-repeated="{n}"')))),
    ("ods", "merged_ranges", 9, lambda n: ods("".join(ods_row(ods_text("x", ' table:number-columns-spanned="2"')) for _ in range(n)))),
    ("text", "rows", 9, lambda n: b"a,b\n" * n),
    ("text", "csv_field", 9, lambda n: b"a," + b"x" * n + b"\n"),
]


@pytest.mark.parametrize(("kind", "limit", "allowed", "build"), LIMITS, ids=[f"{kind}-{limit}" for kind, limit, _, _ in LIMITS])
@pytest.mark.parametrize("beyond", [-1, 0, 1])
def test_each_limit_holds_at_its_edge(kind: Format, limit: str, allowed: int, build: Callable[[int], bytes], beyond: int) -> None:
    data = build(allowed + beyond)
    limits = Limits()._replace(**{limit: allowed})
    if beyond <= 0:
        assert READERS[kind](data, limits).sheets
        return
    with pytest.raises(UnreadableFile) as refused:
        READERS[kind](data, limits)
    assert (refused.value.reason, refused.value.params) == ("limit", {"limit": limit, "allowed": allowed})


@pytest.mark.parametrize(
    ("limit", "names"),
    [pytest.param("part_mib", ["a.xml"], id="one part"), pytest.param("total_mib", ["a.xml", "b.rels"], id="all together")],
)
@pytest.mark.parametrize("beyond", [-1, 0, 1])
def test_what_a_package_inflates_to_is_counted(limit: str, names: list[str], beyond: int) -> None:
    each = 2 * MIB // len(names)
    parts = {name: b" " * (each + (beyond if name == names[-1] else 0)) for name in names}
    limits = Limits()._replace(**{limit: 2})
    if beyond <= 0:
        assert open_package(zipped(parts), limits).parts == parts
        return
    with pytest.raises(UnreadableFile) as refused:
        open_package(zipped(parts), limits)
    assert refused.value.params == {"limit": limit, "allowed": 2}


def test_pictures_are_not_inflated() -> None:
    assert open_package(zipped({"xl/media/1.png": b" " * (3 * MIB), "a.xml": b"<a/>"}), Limits(total_mib=2)).parts == {"a.xml": b"<a/>"}


@pytest.mark.parametrize("most_mib", [96, 0])
def test_the_package_for_the_reader_holds_the_same(monkeypatch: pytest.MonkeyPatch, most_mib: int) -> None:
    monkeypatch.setattr(package, "_MOST_REPACKED_MIB", most_mib)
    files = {"xl/表.xml": b"<a>" + b"x" * 5000 + b"</a>", "xl/media/1.png": b"png" * 1000, "b.rels": b"", "caf\u00e9.bin": b"1"}
    data = zipped(files)
    opened = open_package(data, Limits())
    with zipfile.ZipFile(io.BytesIO(opened.plain)) as again:
        assert again.testzip() is None
        assert {member.filename: again.read(member) for member in again.infolist()} == files
    assert (opened.plain == data) is (most_mib == 0)
    assert opened.parts == {"xl/表.xml": files["xl/表.xml"], "b.rels": b""}


def test_a_bomb_is_stopped_while_it_inflates() -> None:
    bomb = zipped({"a.xml": b" " * (64 * MIB)})
    tracemalloc.start()
    with pytest.raises(UnreadableFile):
        open_package(bomb, Limits(part_mib=2))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8 * MIB


def test_a_size_that_the_directory_lies_about_is_not_believed() -> None:
    data = bytearray(zipped({"a.xml": b" " * MIB}))
    for place in (22, data.rindex(b"PK\x01\x02") + 24):
        data[place : place + 4] = struct.pack("<I", 10)
    with pytest.raises(UnreadableFile) as refused:
        open_package(bytes(data), Limits())
    assert refused.value.reason == "damaged"


DOCTYPE = '<!DOCTYPE sst [<!ENTITY a "haha">]><sst><si><t>&a;</t></si></sst>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "content.xml"])
def test_a_document_type_is_refused_wherever_it_stands(part: str, encoding: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_package(zipped(xlsx_parts({"S": "<row/>"}) | {part: DOCTYPE.encode(encoding)}), Limits())
    assert refused.value.reason == "doctype"


def test_a_word_about_document_types_is_none() -> None:
    assert open_package(zipped({"a.xml": "<t>&lt;!DOCTYPE html&gt;</t>"}), Limits()).parts


@pytest.mark.parametrize("other", ["xl/workbook.xml", "XL/WorkBook.xml", "xl\\workbook.xml"])
def test_two_parts_of_one_name_are_refused(other: str) -> None:
    data = zipped({"xl/workbook.xml": "<a/>", "xl/workbook.xmX": "<b/>"}).replace(b"xl/workbook.xmX", other.encode())
    with pytest.raises(UnreadableFile) as refused:
        open_package(data, Limits())
    assert refused.value.reason == "damaged"


def test_members_that_are_encrypted_are_called_so() -> None:
    data = bytearray(zipped({"a.xml": "<a/>"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableFile) as refused:
        open_package(bytes(data), Limits())
    assert refused.value.reason == "encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_no_spreadsheet_program_uses_is_refused(method: int) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_package(zipped({"a.xml": "<a/>"}, method), Limits())
    assert refused.value.reason == "damaged"


def test_a_member_without_a_name_breaks_nothing() -> None:
    data = zipped({"a.xml": "<a/>", "~~~": ""})
    assert open_package(data.replace(b"~~~", b"\0~~"), Limits()).parts == {"a.xml": b"<a/>"}


@pytest.mark.parametrize("kept", range(0, 100, 5))
def test_a_package_that_was_cut_short_is_damaged(kept: int) -> None:
    whole = xlsx(joined([text_cell(f"A{row}", "日记") for row in range(1, 40)]))
    with pytest.raises(UnreadableFile) as refused:
        open_package(whole[: len(whole) * kept // 100], Limits())
    assert refused.value.reason == "damaged"


def test_a_checksum_that_is_wrong_is_damage() -> None:
    data = zipped({"a.xml": "<a>30</a>"}, zipfile.ZIP_STORED).replace(b"<a>30", b"<a>90")
    with pytest.raises(UnreadableFile) as refused:
        open_package(data, Limits())
    assert refused.value.reason == "damaged"


def test_the_default_limits_are_those_that_were_agreed_on() -> None:
    assert Limits() == (64, 2_000, 128, 256, 5_000_000, 1_048_576, 1_000, 200_000, 20_000_000, 32_767)
