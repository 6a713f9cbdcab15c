"""Runs the command line in this process and says its peak memory: `python -m benchmarks.peak FILE check …`.

FILE gets the MiB that this process took at most. The children that parse files have memory of their own, with a limit of its
own, and are not in it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from homework_audit.cli.guard import guarded


def main() -> None:
    """Runs the command, then writes the peak and ends as the command ended."""
    target = Path(sys.argv.pop(1))
    code = guarded(sys.argv[1:])
    target.write_text(f"{peak_mib():.1f}", "utf-8")
    sys.exit(code)


def peak_mib() -> float:
    """The most memory that this process ever held, in MiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if status.is_file():
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) / 1024
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
