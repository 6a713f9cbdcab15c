"""`python -m benchmarks`: measures what an audit costs, in ratios, and holds them against the bars and goals of the design."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import gettempdir

from benchmarks.measurements import MEASUREMENTS, Plan
from benchmarks.results import lines
from benchmarks.timing import CommandFailed

LONG = ("scale", "rows", "unchanged")


def main() -> int:
    """Runs the measurements that are wanted, one after another, and prints the table; 1 if one could not be taken."""
    options = _options()
    plan = Plan(options.folder, options.rounds or (3 if options.quick else 5), options.quick, options.pandas)
    wanted = options.only or [name for name in MEASUREMENTS if name not in LONG or options.long]
    results, failed = [], 0
    for name in wanted:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        try:
            results += MEASUREMENTS[name](plan)
        except CommandFailed as reason:
            print(f"failed: {name}: {reason}", file=sys.stderr)
            failed = 1
    print("\n".join(lines(results)))
    print("measured: the median of the rounds, span beside it; (…): not under the conditions that the target is about")
    return failed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, help="runs of each command, in turns (default: 5, with --quick 3)")
    parser.add_argument("--quick", action="store_true", help="fewer files and rows")
    parser.add_argument("--long", action="store_true", help="also what takes long: " + ", ".join(LONG))
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="this measurement; may be repeated")
    parser.add_argument("--folder", type=Path, default=Path(gettempdir()) / "homework-audit-benchmarks", help="where workbooks are kept")
    parser.add_argument("--pandas", default=sys.executable, metavar="PYTHON", help="an interpreter that has pandas and python-calamine")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
