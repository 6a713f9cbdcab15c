"""Turns text from sheets and file names into text that a cell can hold and that no program takes for anything else."""

from __future__ import annotations

from math import ceil
from typing import Final

from homework_audit.renderers.safe_text import safe

MOST_CHARACTERS: Final = 32_767
"""What Excel keeps of a text, in UTF-16 units."""
MARGIN: Final = 2
"""Columns of a cell that its text cannot use."""
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TWO_FOR_WIDE: Final = "gbk"
"""An encoding that spends two bytes on what takes two columns in a Chinese font, and one on anything else."""


def cell_text(text: str, cut: str) -> str:
    """The text with control and direction characters spelled out, its line breaks kept, ending in `cut` if it is too long."""
    if not text.isprintable() and not text.replace("\n", "").isprintable():
        text = "\n".join(safe(line) for line in text.replace("\r\n", "\n").split("\n"))
    if len(text) > MOST_CHARACTERS // 2:
        text = _shortened(text, cut)
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "  # XlsxWriter takes a text of this shape for markup of its own and writes it unescaped
    return text


def is_active(text: str) -> bool:
    """Whether a program might run the text as a formula if somebody edited its cell or copied it into a text file."""
    return text.startswith(_ACTIVE)


def display_width(text: str) -> int:
    """Columns that the longest line takes, where a Chinese character takes two."""
    return max(map(len, text.encode(_TWO_FOR_WIDE, "replace").split(b"\n")))


def lines_needed(text: str, width: float) -> int:
    """Lines that the text takes in a column of that width, rather one too many than one too few."""
    room = width - MARGIN
    filled = max(room if text.isascii() else room * 0.92, 1)  # a full-width mark takes a character with it to the next line
    shown = text.encode(_TWO_FOR_WIDE, "replace")
    if len(shown) <= room:
        return shown.count(b"\n") + 1
    return sum([1 if len(line) <= room else ceil(len(line) / filled) for line in shown.split(b"\n")])


def _shortened(text: str, cut: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= MOST_CHARACTERS * 2:
        return text
    return units[: (MOST_CHARACTERS - len(cut)) * 2].decode("utf-16-le", "ignore") + cut
