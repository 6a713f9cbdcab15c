"""Turns Chinese numerals into numbers: 十二 → 12, 二〇二六 → 2026."""

from __future__ import annotations

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
CHARACTERS = "零〇○一二两三四五六七八九十百"
"""Every character that a numeral may hold, ready for a regular expression's class."""


def number(text: str) -> int | None:
    """The whole number written in ASCII digits or Chinese numerals (below 1000, or digit by digit), else None."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 9 else None
    if not text or text in "〇○" or any(c not in CHARACTERS for c in text):
        return None  # a circle alone is a tick, not a nought
    if "十" in text or "百" in text:
        return _placed(text)
    return int("".join(str(DIGITS[c]) for c in text)) if len(text) <= 9 else None


def _placed(text: str) -> int | None:
    """十 · 十二 · 二十 · 二十一 · 一百 · 一百零二 · 一百二 (120) · 一百二十三, and nothing looser."""
    hundreds, found, rest = text.partition("百")
    if not found:
        hundreds, rest = "", text
    elif len(rest) == 1:
        rest += "十"
    if found and rest and not rest.strip("零〇○十"):
        return None
    tens, ten, units = rest.lstrip("零〇○" if found else "").partition("十")
    if not ten:
        tens, units = "", tens
    if any(part and not DIGITS.get(part) for part in (hundreds, tens, units)) or (found and not hundreds):
        return None
    return 100 * DIGITS.get(hundreds, 0) + (10 * DIGITS.get(tens, 1) if ten else 0) + DIGITS.get(units, 0)


def chinese(value: int) -> str:
    """The Chinese numeral of 0–99, as grades and classes are written: 12 → 十二."""
    tens, units = divmod(value, 10)
    ones = "零一二三四五六七八九"
    if not tens:
        return ones[units]
    return ("" if tens == 1 else ones[tens]) + "十" + (ones[units] if units else "")
