"""One width, one kind of dash, no stray spaces, and nothing that turns one number into another."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values import heading_words, sheet_words, vocabulary
from homework_audit.values.text import compact, plain, shown

PLAIN = {
    "３０分": "30分",
    "三（２）班": "三(2)班",
    "1½小时": "1.5小时",
    "１½小时": "1.5小时",
    "10¼": "10.25",
    "½": "0.5",
    "①10": "(1)10",
    "三②班": "三(2)班",
    "三⑵班": "三(2)班",
    "⑳": "(20)",
    "㉑10": "(21)10",
    "㊱10": "(36)10",
    "❷10": "(2)10",
    "➂10": "(3)10",
    "⒈20": "(1)20",
    "30²": "30^2",
    "30¹²": "30^1^2",
    "9月14日—18日": "9月14日-18日",
    "20～30": "20~30",
    "20–30": "20-30",
    "−5": "-5",
    "a  b\u00a0c\u3000d\te": "a b c d e",
    "a \r\n b\n\nc": "a\nb\nc",
    "\ufeffa\u200bb": "a b",
    "“a”": '"a"',
    "  a  ": "a",
    "\n": "",
    "": "",
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.items(), ids=ascii)
def test_a_text_is_made_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "預 計\n用 時": "预计用时",
        "書面作業時長（分鐘）": "书面作业时长(分钟)",
        "Est. Time (Min)": "est.time(min)",
        "約一個半小時": "约一个半小时",
        "兩節課": "两节课",
        "三年級": "三年级",
        "週一": "周一",
        "沒有": "没有",
        "實驗報告": "实验报告",
        "簽字": "签字",
    }.items(),
)
def test_a_text_is_made_compact(text: str, expected: str) -> None:
    assert compact(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a ", "a "),
        (30.0, "30"),
        (30, "30"),
        (22.5, "22.5"),
        (-0.0, "0"),
        (1e300, "1e+300"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (True, "TRUE"),
        (date(2026, 9, 14), "2026-09-14"),
        (datetime.fromisoformat("2026-09-14T08:00:00"), "2026-09-14T08:00:00"),
        (time(0, 30), "00:30:00"),
        ("", ""),
    ],
    ids=repr,
)
def test_a_cell_is_shown(value: object, expected: str) -> None:
    assert shown(value) == expected


def words() -> list[str]:
    """Every word of the vocabulary."""
    tables = [vars(words)[name] for words in (vocabulary, heading_words, sheet_words) for name in dir(words) if name.isupper()]
    found: list[str] = []
    for table in tables:
        groups = table.values() if isinstance(table, dict) else [table]
        found += [word for group in groups for word in ([group] if isinstance(group, str) else group)]
    return found


def test_every_word_of_the_vocabulary_stands_as_texts_are_compared() -> None:
    assert len(words()) > 400
    assert [word for word in words() if compact(word) != word] == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_made_plain_without_a_fault(text: str) -> None:
    once = plain(text)
    assert once == once.strip()
    assert not any(c in once for c in "\r\t\u00a0\u3000\u200b")
    assert "  " not in once
    assert "\n\n" not in once
    assert " " not in compact(text)
    assert "\n" not in compact(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="gb18030"), max_size=60))
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 9999).map(str), st.sampled_from(["分钟", "班", "", "-20", "月"]))
def test_full_width_is_half_width(number: str, after: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and not c.isspace() else c for c in number + after)
    assert plain(wide) == number + after
