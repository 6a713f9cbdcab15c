"""Turns the reports on the sample sheets into pictures: the page as Chromium shows it, the workbook as LibreOffice prints it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import sync_playwright

_WIDTH: Final = 1000
_HEIGHT: Final = 780
_DOTS: Final = "70"
"""Dots an inch of a printed page: enough to read, small enough to keep."""


def page_drawn(lang: str, file: Path) -> None:
    """The upper part of the page."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = _rendered(lang, Path(folder) / "report.html")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, color_scheme="light")
        page.goto(report.as_uri())
        page.screenshot(path=file)
        browser.close()


def workbook_drawn(lang: str, file: Path) -> None:
    """The first sheet, as it is printed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        report = _rendered(lang, folder / "report.xlsx")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        printing = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(report)]
        subprocess.run(printing, check=True, capture_output=True)
        pdf, picture = str(folder / "report.pdf"), str(file.with_suffix(""))
        subprocess.run(["pdftoppm", "-r", _DOTS, "-png", "-singlefile", pdf, picture], check=True)


def _rendered(lang: str, file: Path) -> Path:
    command = [sys.executable, "-m", "homework_audit", "check", "sample_sheets", "--lang", lang, "-q", "-o", str(file)]
    subprocess.run(command, check=False, capture_output=True)
    return file
