"""Where the system sets no limit a child's memory is watched, and a child that takes too much is ended."""

from __future__ import annotations

import subprocess
import sys
import time

from homework_audit.intake.memory import watch_memory

GREEDY = "import sys, time\nheld = []\nfor _ in range(400):\n    held.append(bytearray(8 << 20))\n    time.sleep(0.01)\n"
MODEST = "import time\nheld = bytearray(1 << 20)\ntime.sleep(0.6)\n"


def test_a_child_that_takes_too_much_is_ended() -> None:
    started = time.monotonic()
    with subprocess.Popen([sys.executable, "-c", GREEDY]) as child:
        watcher = watch_memory(child, 200)
        assert child.wait(timeout=30) != 0
        watcher.join(timeout=5)
    assert not watcher.is_alive()
    assert time.monotonic() - started < 10


def test_a_child_that_keeps_within_is_left_alone() -> None:
    with subprocess.Popen([sys.executable, "-c", MODEST]) as child:
        watcher = watch_memory(child, 200)
        assert child.wait(timeout=30) == 0
        watcher.join(timeout=5)
    assert not watcher.is_alive()


def test_a_child_that_is_gone_needs_no_watch() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child:
        child.wait(timeout=30)
        watcher = watch_memory(child, 200)
        watcher.join(timeout=5)
    assert not watcher.is_alive()
