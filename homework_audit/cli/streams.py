"""Standard output and error: results go to the one, everything else to the other, and no console's encoding ever raises."""

from __future__ import annotations

import io
import os
import shutil
import sys


def prepare_streams() -> None:
    """A console of cp936 cannot show every character: it gets a «?» instead of an exception."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def print_text(data: bytes) -> None:
    """Prints text that was rendered in UTF-8, in the encoding of the console."""
    sys.stdout.write(data.decode("utf-8", "replace"))
    sys.stdout.flush()


def print_bytes(data: bytes) -> None:
    """Writes the bytes of a machine format as they are, whatever the console's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def complain(message: str, hint: str = "") -> None:
    """One line on standard error that says what happened, and one that says what to do."""
    from homework_audit.renderers.safe_text import safe

    sys.stderr.write(f"homework-audit: {safe(message)}\n")
    if hint:
        sys.stderr.write(f"    {safe(hint)}\n")


def is_terminal() -> bool:
    """Whether results go to a terminal that a person looks at."""
    return sys.stdout.isatty()


def width() -> int:
    """The terminal's columns; COLUMNS outdoes them."""
    return max(60, shutil.get_terminal_size((100, 24)).columns)


def wants_colour() -> bool:
    """On a terminal, unless NO_COLOR is set; everywhere, if FORCE_COLOR is."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal() and os.environ.get("TERM") != "dumb")


def print_paragraphs(text: str) -> None:
    """Prints lines as they are, or wraps each on a terminal, where it goes on under its own beginning."""
    if not is_terminal():
        print_text(text.encode())
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(width=width(), markup=False, highlight=False, emoji=False, no_color=True)
    for line in text.splitlines():
        told = line.lstrip()
        console.print(Padding(Text(told, overflow="fold"), (0, 0, 0, len(line) - len(told))))
