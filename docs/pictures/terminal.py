"""Turns what `check` prints on the sample sheets into one SVG a language, every character in its own terminal cell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import escape

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.text import Text

COLUMNS = 92
CELL, LINE, MARGIN = 9.0, 20.0, 18.0
COLOURS = {1: "#ff6b6b", 3: "#e5c07b"}  # red and yellow of a terminal
FONTS = "'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace"


def printed(lang: str) -> Text:
    """What a real run prints on a terminal."""
    arguments = [sys.executable, "-m", "homework_audit", "check", "sample_sheets", "--format", "table", "--lang", lang]
    surroundings = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"}
    out = subprocess.run(arguments, capture_output=True, encoding="utf-8", env=surroundings, check=False).stdout
    return Text.from_ansi("$ homework-audit check sample_sheets\n" + out)


def drawn(text: Text) -> str:
    """The terminal as a picture; rich's own export stretches wide characters over half their cells."""
    console = Console(width=COLUMNS, force_terminal=True, color_system="standard")
    lines = list(Segment.split_lines(console.render(text)))
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    rows = "\n".join(_row(line, MARGIN + (number + 0.75) * LINE) for number, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" font-family="{FONTS}" font-size="15" fill="#d6d6d6">\n'
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#22262e"/>\n{rows}\n</svg>\n'
    )


def _row(segments: list[Segment], y: float) -> str:
    """One element a word: a picture's reader would fold the spaces between them."""
    parts, column = [], 0
    for segment in segments:
        for word in re.findall(r"\s+|\S+", segment.text):
            starts = [column + cell_len(word[:place]) for place in range(len(word))]
            column += cell_len(word)
            if not word.isspace():
                places = " ".join(f"{MARGIN + start * CELL:g}" for start in starts)
                parts.append(f'<text y="{y:g}" x="{places}"{_style(segment)}>{escape(word)}</text>')
    return "".join(parts)


def _style(segment: Segment) -> str:
    style = segment.style
    if style is None:
        return ""
    colour = COLOURS.get(style.color.number or 0, "") if style.color else ""
    return (f' fill="{colour}"' if colour else "") + (' font-weight="bold"' if style.bold else "") + (' opacity="0.6"' if style.dim else "")
