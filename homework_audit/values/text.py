"""Turns raw cell values into comparable text: one width, one kind of dash, no stray spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Cell = object
"""What a reader may put into a cell: str, float, int, bool, date, datetime, time or timedelta; blank is ''."""

_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_FRACTION = re.compile(r"(\d?)([½¼¾])")
_CIRCLED = {chr(0x2460 + n): f"({n + 1})" for n in range(20)} | {chr(0x2776 + n): f"({n + 1})" for n in range(10)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－─"), "-") | dict.fromkeys(map(ord, "～〜∼﹏"), "~")
_BEFORE_NFKC = str.maketrans(_CIRCLED | {"“": '"', "”": '"'})
_TRADITIONAL = str.maketrans(
    "級科時間鐘數學語國體業無預計書頭閱讀實踐類別師內題標註備審狀態駁勞動樂術資訊會歷政識對應選層組彈拓課後練習總長顯節",
    "级科时间钟数学语国体业无预计书头阅读实践类别师内题标注备审状态驳劳动乐术资讯会历政识对应选层组弹拓课后练习总长显节",
)
_SPACES = re.compile(r"[^\S\n\u200b\ufeff]+|[\u200b\ufeff]+")
_LINES = re.compile(r" ?[\n\r]\s*")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in one width with single spaces and single line breaks: what a person reads, ready to be compared.

    ½ and ① are rewritten before NFKC, which would turn «1½» into «11⁄2» and «①10» into «110».
    """
    text = _FRACTION.sub(lambda m: (m[1] or "0") + "." + _FRACTIONS[m[2]], text.translate(_BEFORE_NFKC))
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


@lru_cache(maxsize=65536)
def compact(text: str) -> str:
    """`plain`, in lower case and simplified characters, without any space: to be compared with the vocabulary."""
    return plain(text).replace(" ", "").replace("\n", "").lower().translate(_TRADITIONAL)


def shown(value: Cell) -> str:
    """A cell as a person sees it in the sheet: 30.0 is «30», a date is ISO, blank is ''."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat else str(value)
