"""A rollup in every format: whole, in both languages, the same bytes every time, and names that stay names."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import openpyxl
import pytest
from playwright.sync_api import Page

from homework_audit.bureau.formats import DOCUMENT_FORMATS
from homework_audit.bureau.handed import Handed, read_handed
from homework_audit.bureau.rolling import Asked, roll_up
from homework_audit.bureau.rollup_document import rollup_document
from homework_audit.bureau.unit import Rollup
from homework_audit.locale import Lang
from homework_audit.renderers import RenderOptions
from tests.bureau.test_rollup import rolled, school, stored
from tests.chromium import HOSTILE, WIDTHS, needs_chromium, overflow


def city(lang: Lang = "zh") -> Rollup:
    """Two counties, with a school of every status."""
    first = rolled({"甲校.json": school(70, 20), "乙校.json": school(20)}, "东县", listed=["甲校", "乙校", "丙校"])
    second = rolled({"丁校.json": school(20, "适量"), "戊校.json": school(60)}, "西县")
    handed = [Handed(file, file, read_handed(stored(part), file)) for file, part in (("东", first), ("西", second))]
    return roll_up(handed, Asked("某市" if lang == "zh" else "A city"), lang)


def drawn(rollup: Rollup, name: str) -> bytes:
    """The rollup in a format."""
    return DOCUMENT_FORMATS[name].render(rollup_document(rollup), RenderOptions())


@pytest.fixture(scope="module")
def hostile() -> Rollup:
    """Schools and counties named by texts that try to be more than text."""
    schools = {f"{number}.json": Handed("x", text, read_handed(school(70), "x")) for number, text in enumerate(HOSTILE)}
    return roll_up(schools.values(), Asked("=1+1<b>"), "zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", DOCUMENT_FORMATS)
def test_every_format_is_whole_and_the_same_every_time(name: str, lang: Lang) -> None:
    first, second = (drawn(city(lang), name) for _ in range(2))
    assert first == second
    if name != "xlsx":
        text = first.decode("utf-8-sig")
        assert all(unit.name in text for _, unit in city(lang).unit.below())


def test_the_sentences_say_who_keeps_to_the_standard() -> None:
    lines = drawn(city(), "plain").decode().splitlines()
    assert lines[:4] == [
        "某市：5 所学校，4 所有报告，已审 6 个班日。",
        "班日达标率 66.6%（达标 4、超标 1、无法判定 1）；无法判定的若全部达标为 83.3%。",
        "学校：达标 2 所、不达标 1 所、无法判定 1 所、未报送 1 所。",
        "未报送（1）：丙校。",
    ]
    assert "东县/甲校：不达标，已审 2，达标率 50.0%，超标 1，无法判定 0，报送率 100.0%，未办结问题 1" in lines


def test_the_workbook_has_a_sheet_for_each_level_and_its_figures() -> None:
    book = openpyxl.load_workbook(io.BytesIO(drawn(city(), "xlsx")))
    assert book.sheetnames == ["汇总", "县区", "学校", "半月", "年级", "未办结问题", "各单位半月", "各单位问题"]
    counties = [[cell.value for cell in row] for row in book["县区"].iter_rows()]
    assert counties[0] == ["单位", "结论", "学校数", "有报告", "已审班日", "达标", "超标", "无法判定", "达标率", "报送率", "未办结"]
    assert counties[1] == ["东县", "不达标", 3, 2, 3, 2, 1, 0, 66.6, 100, 1]
    schools = [[cell.value for cell in row][:4] for row in book["学校"].iter_rows(min_row=2)]
    assert schools == [
        ["东县", "甲校", "不达标", 2],
        ["东县", "丙校", "未报送", 0],
        ["东县", "乙校", "达标", 1],
        ["西县", "丁校", "无法判定", 2],
        ["西县", "戊校", "达标", 1],
    ]


def test_csv_has_a_row_for_the_whole_and_every_unit() -> None:
    rows = list(csv.DictReader(io.StringIO(drawn(city(), "csv").decode("utf-8-sig"))))
    assert [(row["level"], row["in"], row["unit"], row["status"], row["over"]) for row in rows][:4] == [
        ("city", "", "某市", "not-met", "1"),
        ("county", "某市", "东县", "not-met", "1"),
        ("school", "某市/东县", "丙校", "silent", "0"),
        ("school", "某市/东县", "乙校", "met", "0"),
    ]


def test_names_run_nowhere(hostile: Rollup) -> None:
    for name in ("table", "plain"):
        assert "\x1b" not in drawn(hostile, name).decode()
    rows = list(csv.reader(io.StringIO(drawn(hostile, "csv").decode("utf-8-sig"))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    with ZipFile(io.BytesIO(drawn(hostile, "xlsx"))) as package:
        sheets = "".join(package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/"))
    assert "<f>" not in unescape(sheets)


@needs_chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_opens_without_a_complaint(opened: tuple[Page, list[str]], tmp_path: Path, width: int) -> None:
    page, troubles = opened
    (tmp_path / "page.html").write_bytes(drawn(city(), "html"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())
    assert overflow(page) == 0
    assert troubles == []
    assert page.locator("#county tbody tr").count() == 2
    assert page.locator("#school tbody tr").count() == 5


@needs_chromium
def test_hostile_names_stay_names_on_the_page(opened: tuple[Page, list[str]], hostile: Rollup, tmp_path: Path) -> None:
    page, troubles = opened
    (tmp_path / "page.html").write_bytes(drawn(hostile, "html"))
    page.goto((tmp_path / "page.html").as_uri())
    assert page.title().startswith("作业负荷汇总")
    assert page.locator("script, img, b, a, iframe, [onclick]").count() == 0
    assert overflow(page) == 0
    assert troubles == []
