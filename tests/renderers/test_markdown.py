"""Markdown shows every text word for word: nothing of a sheet becomes a link, a tag or a table's edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from homework_audit.renderers import RENDERERS, RenderOptions
from homework_audit.renderers.markdown import escaped
from homework_audit.renderers.safe_text import safe
from tests.conftest import Office, row

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def _text(markdown: str) -> tuple[str, set[str]]:
    """What a reader sees of one paragraph, and the kinds of inline tokens that it is made of."""
    tokens = MARKDOWN.parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in inline), {token.type for token in tokens} | {child.type for child in inline}


@given(st.text(max_size=60))
def test_any_text_is_shown_word_for_word(text: str) -> None:
    shown, kinds = _text(f"- {escaped(text)}")
    assert " ".join(shown.split()) == " ".join(safe(text).split())
    assert kinds <= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close"} | {
        "inline",
        "text",
    }


@pytest.mark.parametrize(
    "text", ["https://example.org", "www.example.org", "a@b.cn", "<script>", "![x](y)", "1. 抄写", "12) 题", "- 题", "|"]
)
def test_what_would_be_markup_is_not(text: str) -> None:
    shown, kinds = _text(escaped(text))
    assert shown == text
    assert kinds == {"paragraph_open", "inline", "paragraph_close", "text"}


def test_a_table_keeps_its_columns_whatever_the_cells_hold() -> None:
    office = Office()
    office.hand_in("a|b.csv", row(70, subject="数|学", content="<b>x</b> | y"), row("适|量", content="z", day="2026-09-15"))
    tokens = MARKDOWN.parse(RENDERERS["md"].render(office.audit(), RenderOptions(verbose=True)).decode())
    assert not [token for token in tokens if token.type.startswith("html")]
    rows: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append(0)
        if token.type in ("td_open", "th_open"):
            rows[-1] += 1
    assert set(rows) <= {4, 6, 7}
    assert len(rows) >= 4
