"""The page in a real Chromium, at the widths of a desk and of a phone: it works alone, and text from sheets stays text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from homework_audit.locale import Lang
from homework_audit.models.report import Report
from homework_audit.renderers import RENDERERS, RenderOptions
from tests.chromium import HOSTILE, WIDTHS, needs_chromium, overflow
from tests.command import homework_audit
from tests.conftest import ROOT, Office, row


def _page(report: Report) -> str:
    return RENDERERS["html"].render(report, RenderOptions()).decode()


@pytest.fixture(scope="module")
def hostile() -> Report:
    office = Office()
    for number, text in enumerate(HOSTILE):
        office.hand_in(f"{number}{text[:20].replace('/', '_')}.csv", row(70, subject=text[:30], content=text), row(text, day="2026-09-15"))
    return office.audit()


@pytest.fixture(scope="module", params=["zh", "en"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    lang: Lang = request.param
    file = tmp_path_factory.mktemp("page") / "report.html"
    homework_audit("check", "sample_sheets", "--lang", lang, "-o", file, cwd=ROOT)
    return file


@needs_chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_the_sample_page_opens_without_a_complaint(opened: tuple[Page, list[str]], sample: Path, width: int) -> None:
    page, troubles = opened
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(sample.as_uri())
    assert overflow(page) == 0
    assert troubles == []
    expect(page.locator("#over tbody tr")).to_have_count(5)
    expect(page.locator("#undetermined tbody tr")).to_have_count(1)
    expect(page.locator("button[data-day]")).to_have_count(70)


@needs_chromium
def test_filters_choose_rows_by_words_grade_and_severity(opened: tuple[Page, list[str]], sample: Path) -> None:
    page, troubles = opened
    page.goto(sample.as_uri())
    page.locator("#grade").select_option("8")
    assert page.locator("#over tbody tr:visible").count() == 1
    assert page.locator("#grid tbody tr:visible").count() == page.locator("#grid tbody tr[data-grade='8']").count() > 0
    page.locator("#grade").select_option("")
    page.locator("#words").fill("2026-09-19 H27")
    assert page.locator("#over tbody tr:visible").count() == 1
    page.locator("#words").fill("")
    page.locator("#severity").select_option("warning")
    assert page.locator("#over tbody tr:visible").count() == 0
    assert page.locator("#others tbody tr:visible").count() == 2
    assert troubles == []


@needs_chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_day_shows_the_cells_that_prove_it(opened: tuple[Page, list[str]], sample: Path, width: int) -> None:
    page, troubles = opened
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(sample.as_uri())
    page.locator("td.day-over button", has_text="130").click()
    told = page.locator("dialog[open] #told")
    expect(told).to_contain_text("理科组/八九年级理科分层作业.xlsx:分层作业!H27")
    assert overflow(page) == 0
    page.locator("dialog[open] form button").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert troubles == []


@needs_chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_texts_stay_text(opened: tuple[Page, list[str]], hostile: Report, tmp_path: Path, width: int) -> None:
    page, troubles = opened
    (tmp_path / "page.html").write_text(_page(hostile), "utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())
    assert page.title().startswith("作业负荷审计报告")
    assert page.locator("script").count() == 1
    assert page.locator("img, b, a, iframe, [onclick]").count() == 0
    assert overflow(page) == 0
    page.locator("button[data-day]").first.click()
    assert page.title().startswith("作业负荷审计报告")
    assert troubles == []


@needs_chromium
def test_no_script_runs_but_its_own(opened: tuple[Page, list[str]], sample: Path, tmp_path: Path) -> None:
    page, troubles = opened
    taken = sample.read_text("utf-8").replace("</body>", "<script>document.title = 'taken'</script></body>")
    (tmp_path / "page.html").write_text(taken, "utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    assert page.title() != "taken"
    assert any("Content Security Policy" in trouble for trouble in troubles)


def test_the_same_report_gives_the_same_page_and_names_no_other_place(hostile: Report) -> None:
    page = _page(hostile)
    assert page == _page(hostile)
    assert not re.findall(r"<[^>]+\s(?:src|href|style|on\w+)=", page)
    assert "\x00" not in page
    assert "\u202e" not in page


def test_a_report_of_nothing_is_a_page(tmp_path: Path) -> None:
    run = homework_audit("check", tmp_path, "--format", "html")
    assert run.returncode == 4
    assert "没有可审计的内容" in run.stdout.decode()


@needs_chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_who_contributes_and_who_did_not_report_is_told(opened: tuple[Page, list[str]], sample: Path, width: int) -> None:
    page, troubles = opened
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(sample.as_uri())
    ninth = page.locator("#composition tbody tr[data-grade='9']")
    assert ninth.locator("td").all_inner_texts()[:3] == ["5", "90", "29"]
    assert ninth.locator("rect").count() == 6
    assert page.locator("#completeness tbody tr:visible").count() == 0
    page.locator("#completeness summary").click()
    assert page.locator("#completeness tbody tr:visible").count() > 20
    assert overflow(page) == 0
    assert troubles == []
