"""A child's memory: how it ends when it has none left, and a watch where the system has no hard limit (Windows, macOS)."""

from __future__ import annotations

import subprocess
import threading
import time

OUT_OF_MEMORY = 77
"""How the child ends when it was refused memory: what earlier files left behind may be to blame, so it must not go on."""
_EVERY_SECONDS = 0.1


def watch_memory(child: subprocess.Popen[bytes], most_mib: int) -> threading.Thread:
    """Starts a thread that looks at the child's resident memory until the child ends."""
    thread = threading.Thread(target=_watch, args=(child, most_mib), daemon=True)
    thread.start()
    return thread


def _watch(child: subprocess.Popen[bytes], most_mib: int) -> None:
    import psutil

    try:
        process = psutil.Process(child.pid)
        while child.poll() is None:
            if process.memory_info().rss > most_mib << 20:
                child.kill()
                return
            time.sleep(_EVERY_SECONDS)
    except psutil.Error:
        return  # it ended while being looked at
