"""Turns a tick, or a row of boxes, into what is ticked: «☑书面 □口头 □实践» → 书面."""

from __future__ import annotations

import re

from homework_audit.values.text import Cell, compact, plain
from homework_audit.values.vocabulary import TICKS

_TICKED, _EMPTY = "☑☒√✓✔■●◉★", "□☐○〇◯◻▢"
_BOX = re.compile(rf"[(\[【]?\s*([{_TICKED}{_EMPTY}])\s*[)\]】]?")
_BEHIND = re.compile(rf"([^\s{_TICKED}{_EMPTY}()\[\]]+)\s*[(\[]?\s*([{_TICKED}{_EMPTY}])")


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


def is_tick(value: Cell) -> bool:
    """Whether a cell holds a tick and nothing else."""
    return isinstance(value, str) and compact(value) in TICKS
