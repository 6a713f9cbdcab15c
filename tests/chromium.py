"""A real Chromium in which pages are opened, and texts that try to be more than text."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDTHS = [1280, 390]
HOSTILE = [
    "<script>document.title='taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "{{ 7 * 7 }}{% raw %}",
    "</style></script></template><b>bold</b>",
    '" onclick="document.title=1" x="',
    "javascript:alert(1)",
    "https://example.org/x",
    "a\u202eb\x1b[31m\x00",
    "长" * 400,
    "x" * 400,
]
needs_chromium = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium here")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )


@pytest.fixture
def opened(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and everything that it complains of or asks the network for."""
    page = browser.new_page()
    troubles: list[str] = []

    def told(message: ConsoleMessage) -> None:
        troubles.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith("file:"):
            troubles.append(request.url)

    page.on("console", told)
    page.on("pageerror", lambda fault: troubles.append(str(fault)))
    page.on("request", asked)
    yield page, troubles
    page.close()


def overflow(page: Page) -> int:
    """By how much the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
