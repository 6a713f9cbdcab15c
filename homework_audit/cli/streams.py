"""Standard output and error: results go to the one, everything else to the other, and no console's encoding ever raises."""

from __future__ import annotations

import io
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
