"""Turns raw cell values into comparable text: one width, one kind of dash, no stray spaces."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from homework_audit.values.expressions import expression

Cell = object
"""What a reader may put into a cell: str, float, int, bool, date, datetime, time or timedelta; blank is ''."""

LONGEST_VALUE = 1000
"""Characters: what is longer states no date, no classes and no minutes, and only so much of a title is looked at."""

_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_FRACTION = expression(r"(\d?)([½¼¾])")
_AS_ONE_SIGN = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
_OF_AN_HOUR = expression(r"(?<![\d/.])(?:(\d) +)?([13]/4|1/2)(?= *(?:h(?:(?:ou)?rs?)?\b|an? hour|of an hour))")
"""«1/2 hr», «1 1/2 hours»; «1/2» alone is a day, and «1/2小时» may be one or two hours."""
_NUMBERS = ((0x2460, 1, 20), (0x2776, 1, 10), (0x2780, 1, 10), (0x278A, 1, 10), (0x2488, 1, 20), (0x3251, 21, 15), (0x32B1, 36, 15))
"""Ranges of numbers in a circle, or with a full stop, that are one character: code point, first number, how many."""
_CIRCLED = {chr(start + n): f"({first + n})" for start, first, many in _NUMBERS for n in range(many)}
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", (f"^{n}" for n in range(10)), strict=True))
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－─"), "-") | dict.fromkeys(map(ord, "～〜∼﹏"), "~")
_ROMAN = {chr(0x2160 + n): str(n + 1) for n in range(12)}
_BEFORE_NFKC = str.maketrans(_CIRCLED | _RAISED | _ROMAN | {"“": '"', "”": '"'})
_TRADITIONAL = str.maketrans(
    "級科時間鐘數學語國體業無預計書頭閱讀實踐類別師內題標註備審狀態駁勞動樂術資訊會歷政識對應選層組彈拓課後練習總長顯節個兩鍾約過寫聽筆試誦當務運鍛煉鍊驗觀調製檢適視況發佈銷刪廢戰勵願擇單週號沒簽負責處導聯繫領綜隨說參與氣報請",
    "级科时间钟数学语国体业无预计书头阅读实践类别师内题标注备审状态驳劳动乐术资讯会历政识对应选层组弹拓课后练习总长显节个两钟约过写听笔试诵当务运锻炼炼验观调制检适视况发布销删废战励愿择单周号没签负责处导联系领综随说参与气报请",
)
_ONE_WIDTH = _BEFORE_NFKC | {0xFF01 + n: 0x21 + n for n in range(94)} | _DASHES
"""What NFKC and the dashes come to for the signs that teachers use; most texts hold nothing else that is to be rewritten."""
_SIMPLE = expression(r"[\u4e00-\u9fff\u3001\u3002\u3008-\u3011!-~]+(?: [\u4e00-\u9fff\u3001\u3002\u3008-\u3011!-~]+)*")
_PICTURES = expression(
    "[\U0001f000-\U0001faff\u23e9-\u23fa\u2600-\u2604\u2614\u2615\u26a1\u26bd\u2708-\u270f\u2728\u2753-\u2757\u2763\u2764\u2b50\ufe0f\u200d]+"
)
"""Emoji that decorate headings and texts; ticks, crosses and stars, which mean something, are not among them."""
_OLD_SIGNS = expression(f"[{''.join(map(chr, _TRADITIONAL))}]")
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_OTHER_SCRIPTS = expression(r"[\u0f00-\u0fff\u0600-\u06ff\u1800-\u18af]+")
"""Tibetan, Uyghur and Mongolian beside the Chinese of bilingual texts."""
_CHINESE = expression(r"[\u4e00-\u9fff]")
_CLASS_SIGNS = expression(r"[〈<]([\d一二三四五六七八九十]{1,2})[〉>]|[壹贰叁肆伍陆柒捌玖拾]{1,2}(?=班)")
"""«三〈2〉班», «叁班»."""
_HALF_MORE = expression("(?<=[时头点])½")
_ANY_FRACTION = expression("[½¼¾]")
_ANY_SPACE = expression(r"[\s\u200b\ufeff]")
_SPACES = expression(r"[^\S\n\u200b\ufeff]+|[\u200b\ufeff]+")
_LINES = expression(r" ?[\n\r]\s*")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in one width with single spaces and single line breaks: what a person reads, ready to be compared.

    ½, ① and ² are rewritten before NFKC, which would turn «1½» into «11⁄2», «①10» into «110» and «30²» into «302».
    """
    if "/" in text or "／" in text:
        text = _OF_AN_HOUR.sub(lambda m: (m[1] or "") + _AS_ONE_SIGN[m[2]], text.translate(_ONE_WIDTH))
    if _SIMPLE.fullmatch(text):
        return text
    text = _PICTURES.sub("", text).translate(_ONE_WIDTH)
    if _ANY_FRACTION.search(text):
        text = _FRACTION.sub(lambda m: (m[1] or "0") + "." + _FRACTIONS[m[2]], _HALF_MORE.sub("半", text))
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip() if _ANY_SPACE.search(text) else text


@lru_cache(maxsize=65536)
def compact(text: str) -> str:
    """`plain`, in lower case and simplified characters, without any space: to be compared with the vocabulary."""
    text = plain(text).replace(" ", "").replace("\n", "").lower()
    if _OTHER_SCRIPTS.search(text) and _CHINESE.search(text):
        text = _OTHER_SCRIPTS.sub("", text)
    if _CLASS_SIGNS.search(text):
        text = _CLASS_SIGNS.sub(lambda m: f"({m[1]})" if m[1] else m[0].translate(_FORMAL), text)
    return text.translate(_TRADITIONAL) if _OLD_SIGNS.search(text) else text


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
