"""Draws every picture of the documents anew; what of it needs Chromium or LibreOffice is drawn where they are installed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from docs.pictures.reports import page_drawn, workbook_drawn
from docs.pictures.terminal import drawn, printed

HERE: Final = Path(__file__).parent

if __name__ == "__main__":
    for language in ("zh", "en"):
        (HERE / f"run.{language}.svg").write_text(drawn(printed(language)), encoding="utf-8", newline="\n")
        if shutil.which("chromium"):
            page_drawn(language, HERE / f"page.{language}.png")
        if shutil.which("soffice") and shutil.which("pdftoppm"):
            workbook_drawn(language, HERE / f"workbook.{language}.png")
