"""The command line: parse, call, write, exit. `main` answers `--version` itself, before anything heavy is imported."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """The entry point of the command `homework-audit`."""
    if sys.argv[1:] == ["--version"]:
        from homework_audit import __version__

        sys.stdout.write(f"homework-audit {__version__}\n")
        return
    try:
        from homework_audit.cli.guard import guarded

        code = guarded(sys.argv[1:])
    except KeyboardInterrupt:  # before the guard could stand
        code = INTERRUPTED
    sys.exit(code)
