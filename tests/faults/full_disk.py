"""Plays nights on a small disk that fills up: `python -m tests.faults.full_disk FOLDER`, where file systems may be mounted.

Ends with an AssertionError where a report, the history or the cache is not whole, or a verdict is lost.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.command import write
from tests.faults.test_faults import FILES, assert_whole, check

KIB_OF_DISK = 600
KIB_LEFT = (0, 4, 12, 40, 100)


def main() -> None:
    """Makes the disk, and audits on it with ever more room left."""
    folder = Path(sys.argv[1])
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={KIB_OF_DISK}k", "tmpfs", str(folder)], check=True)
    write(folder / "in", FILES)
    assert check(folder).returncode == 1
    codes = []
    for left in KIB_LEFT:
        free = shutil.disk_usage(folder).free
        (folder / "filler").write_bytes(b"\0" * max(0, free - left * 1024))
        run = check(folder)
        assert b"Traceback" not in run.stderr, run.stderr.decode()
        assert run.returncode in {1, 3}, run.stderr.decode()
        assert "三(1)班" in run.stdout.decode()
        assert_whole(folder)
        assert json.loads((folder / "报告.json").read_bytes())["summary"]["over"] == 1
        assert not list(folder.glob(".*.part"))
        codes.append(run.returncode)
        (folder / "filler").unlink()
    assert codes[0] == 3
    assert check(folder).returncode == 1
    assert_whole(folder)


if __name__ == "__main__":
    main()
