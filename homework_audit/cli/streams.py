"""Standard output and error: results go to the one, everything else to the other, and no console's encoding ever raises."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, TextIO

from homework_audit.errors import OutputError

_OF_A_STREAM: Final = (errno.ENOSPC, errno.EPIPE, errno.EIO, errno.EBADF)


def prepare_streams() -> None:
    """A console of cp936 cannot show every character: it gets a «?» instead of an exception. A stream that is closed swallows all."""
    for name, errors in (("stdout", "replace"), ("stderr", "backslashreplace")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 (it is the process's own from now on)
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def print_text(data: bytes) -> None:
    """Prints text that was rendered in UTF-8, in the encoding of the console. Raises OutputError where nothing more can be written."""
    with _printing():
        sys.stdout.write(data.decode("utf-8", "replace"))
        sys.stdout.flush()


def print_bytes(pieces: Iterable[bytes]) -> None:
    """Writes the bytes of a machine format as they are, whatever the console's encoding. Raises OutputError likewise."""
    with _printing():
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.flush()


@contextmanager
def _printing() -> Iterator[None]:
    """A reader that has seen enough and went away is no fault; a disk that is full is one."""
    try:
        yield
    except OSError as refused:
        _close(sys.stdout)
        if not isinstance(refused, BrokenPipeError):
            raise OutputError("not-printed", error=refused.strerror or type(refused).__name__) from refused


def blame_output(fault: OSError) -> None:
    """Raises OutputError if a library could not print: the system then names no file. A reader that went away is no fault."""
    if fault.filename is None and fault.errno in _OF_A_STREAM:
        with _printing():
            raise fault


def _close(stream: TextIO) -> None:
    """Nothing more may be written to the stream, also not by the interpreter as it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str, hint: str = "") -> None:
    """One line on standard error that says what happened, and one that says what to do; where nobody can be told, the exit code says it."""
    from homework_audit.renderers.safe_text import safe

    try:
        sys.stderr.write(f"homework-audit: {safe(message)}\n")
        if hint:
            sys.stderr.write(f"    {safe(hint)}\n")
        sys.stderr.flush()
    except OSError:
        _close(sys.stderr)


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
