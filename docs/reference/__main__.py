"""Writes every page of the reference, in both languages, beside the pages that people wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, get_args

from docs.reference import policy, rules
from homework_audit.locale import Lang

DOCS: Final = Path(__file__).parents[1]
_PAGES: Final[dict[str, Callable[[Lang], str]]] = {"policy": policy.page, "rules": rules.page}


def pages() -> dict[Path, str]:
    """Each generated file and what it is to hold: «rules.zh.md» in Chinese, «rules.md» in English."""
    return {
        DOCS / (f"{name}.md" if lang == "en" else f"{name}.{lang}.md"): page(lang)
        for name, page in _PAGES.items()
        for lang in get_args(Lang)
    }


if __name__ == "__main__":
    for file, text in pages().items():
        file.write_text(text, "utf-8", newline="\n")
