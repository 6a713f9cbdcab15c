"""Says whether two processes really run at once: a shared machine may have two processors and give us one."""

from __future__ import annotations

import subprocess
import time
from typing import Final

from benchmarks.timing import python

MOST: Final = 1.25
"""Two at once that take longer than this many times one are not really running at once."""
_BURN: Final = "for number in range(8_000_000): pass"


def together() -> float:
    """How long two busy processes take together, as a multiple of one alone: 1 is ideal, 2 is one processor."""
    alone = _seconds(1)
    return _seconds(2) / alone


def _seconds(processes: int) -> float:
    start = time.perf_counter()
    running = [subprocess.Popen(python("-c", _BURN)) for _ in range(processes)]
    for process in running:
        process.wait()
    return time.perf_counter() - start
