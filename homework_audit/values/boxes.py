"""Turns a tick, a row of boxes or an answer into what it says: «☑书面 □口头 □实践» → 书面, «否» → no."""

from __future__ import annotations

from functools import lru_cache

from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, compact, plain, shown
from homework_audit.values.vocabulary import TICKS

_TICKED, _EMPTY = "☑☒√✓✔■●◉★", "□☐○〇◯◻▢"
_BOX = expression(rf"[(\[【]?\s*([{_TICKED}{_EMPTY}])\s*[)\]】]?")
_BEHIND = expression(rf"([^\s{_TICKED}{_EMPTY}()\[\]]+)\s*[(\[]?\s*([{_TICKED}{_EMPTY}])")

_YES = expression(r"(?:y(?:es)?/?)?是|√|✓|☑|y|yes|true|1|要|会")
_NO = expression(r"(?:no?/?)?(?:否|不是)|×|✗|n|no|false|0|不要|不用|不")


@lru_cache(maxsize=65536)
def ticked(text: str) -> tuple[str, ...] | None:
    """The options with a tick before them (or behind them, where the text begins with an option); None without boxes."""
    shown = plain(text)
    boxes = list(_BOX.finditer(shown))
    if not boxes:
        return None
    if shown[: boxes[0].start()].strip():
        pairs = [(found[1], found[2]) for found in _BEHIND.finditer(shown)]
    else:
        ends = [*(box.start() for box in boxes[1:]), len(shown)]
        pairs = [(shown[box.end() : end], box[1]) for box, end in zip(boxes, ends, strict=True)]
    return tuple(option.strip(" ,;、:") for option, box in pairs if box in _TICKED)


def chosen(value: Cell) -> Cell:
    """What a cell says once only what is ticked in it counts; a cell without named boxes as it is, '' where none is ticked."""
    options = ticked(value) if isinstance(value, str) and value else None
    if options is None or options == ("",):
        return value
    return "、".join(filter(None, options))


def answer(value: Cell) -> bool | None:
    """What a cell answers to a question («是否必做»): yes, no, or None where it answers neither."""
    text = compact(shown(value))
    return True if _YES.fullmatch(text) else False if _NO.fullmatch(text) else None


def is_tick(value: Cell) -> bool:
    """Whether a cell holds a tick and nothing else."""
    return isinstance(value, str) and compact(value) in TICKS
