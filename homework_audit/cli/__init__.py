"""The command line: parse, call, write, exit. `main` answers `--version` itself, before anything heavy is imported."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

INTERRUPTED = 130
INCOMPLETE = 3


def main() -> None:
    """The entry point of the command `homework-audit`."""
    if sys.argv[1:] == ["--version"]:
        from homework_audit import __version__

        try:
            sys.stdout.write(f"homework-audit {__version__}\n")
            sys.stdout.flush()
        except (OSError, AttributeError):  # nobody can be told, and nothing more may be written as the interpreter ends
            os._exit(INCOMPLETE)
        return
    try:
        from homework_audit.cli.guard import guarded

        code = guarded(sys.argv[1:])
    except KeyboardInterrupt:  # before the guard could stand
        code = INTERRUPTED
    with suppress(OSError, AttributeError, ValueError):  # it was said if they could not be written to
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)  # all is written and closed, and a million entries need not be taken apart one by one
