"""The Excel report and the bare writing of its cells, each timed in a process of its own.

`python -m benchmarks.excel render FOLDER ROWS FILE` audits the folder, repeats what it finds until the report has so many rows,
and renders that; `python -m benchmarks.excel bare FILE` writes the cells of that file again. Both print seconds of processor. Neither
looks for cycles of objects meanwhile: the command line does not either.
"""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.floors import write_with_xlsxwriter

_DAYS: Final = 200
"""Days of a school year; so many columns has the report's grid."""
_FIRST: Final = date(2025, 9, 1)


def render(folder: Path, rows: int, target: Path) -> float:
    """Seconds of processor to render a report of so many findings, each of one class-day over its cap."""
    from homework_audit.auditing import audit
    from homework_audit.policy import load_policy
    from homework_audit.renderers import RENDERERS, RenderOptions

    report = audit([folder], load_policy(), as_of=_FIRST)
    over = {day.because[0]: day for day in report.class_days if day.verdict == "over" and day.because}
    found = [finding for finding in report.findings if finding.fingerprint in over]
    days, findings = [], []
    for number, finding in enumerate(islice(cycle(found), rows)):
        label, day = str(number // _DAYS + 1), _FIRST + timedelta(days=number % _DAYS)
        findings.append(replace(finding, school_class=label, day=day, fingerprint=str(number)))
        days.append(replace(over[finding.fingerprint], school_class=label, day=day, because=(str(number),)))
    whole = report.model_copy(update={"class_days": tuple(days), "findings": tuple(findings)})
    RENDERERS["xlsx"].render(report, RenderOptions())  # so that imports are not counted
    start = time.process_time()
    target.write_bytes(RENDERERS["xlsx"].render(whole, RenderOptions()))
    return time.process_time() - start


def bare(report: Path) -> float:
    """Seconds of processor to write all cells of the rendered report again, without any format."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(report)
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    with TemporaryDirectory() as folder:
        write_with_xlsxwriter([], Path(folder) / "empty.xlsx")  # so that imports are not counted
        start = time.process_time()
        write_with_xlsxwriter(sheets, Path(folder) / "bare.xlsx")
        return time.process_time() - start


def main() -> None:
    """Times what the command line names."""
    gc.disable()
    work, *arguments = sys.argv[1:]
    if work == "render":
        folder, rows, target = arguments
        print(render(Path(folder), int(rows), Path(target)))
    else:
        print(bare(Path(arguments[0])))


if __name__ == "__main__":
    main()
