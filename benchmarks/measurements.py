"""The rows of the table in section 9 of the design: one function measures one row, or a few that share their runs."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks import probe
from benchmarks.results import Result, Target, compared
from benchmarks.timing import ROOT, Command, CommandFailed, interleaved, python, ratio, seconds, timed
from benchmarks.workbooks import Workbooks, large_workbook, small_workbooks

_ALWAYS: Final = ("--as-of", "2026-07-01", "--fail-on", "never")
"""With this an audit that read everything ends with 0, and one that could not read a file still fails."""


class Plan(NamedTuple):
    """Where workbooks are kept, how many rounds are run, whether with less of everything, and the interpreter that has pandas."""

    folder: Path
    rounds: int
    quick: bool
    pandas: str

    def small(self) -> Workbooks:
        """The small workbooks of most rows."""
        return small_workbooks(self.folder, 200 if self.quick else 1_000)

    def many(self) -> Workbooks:
        """As many as a district hands in."""
        return small_workbooks(self.folder, 2_000 if self.quick else 10_000)


def against_bare_read(plan: Plan) -> list[Result]:
    """The whole command, one worker, against every cell read by calamine and dropped."""
    books = plan.small()
    _check(books)
    found = interleaved({"audit": _audit(books.folder), "bare": _floor("calamine", books)}, plan.rounds)
    each = f"{seconds(found['audit']) / books.files * 1000:.2f} against {seconds(found['bare']) / books.files * 1000:.2f} ms a file"
    return [compared(f"{books.files} small workbooks / bare read", Target(2.5, 1.8), ratio(found["audit"], found["bare"]), each)]


def against_others(plan: Plan) -> list[Result]:
    """What users would pick instead."""
    books = plan.small()
    commands = {"audit": _audit(books.folder), "openpyxl": _floor("openpyxl", books)}
    pandas = Target(2, 3, more=True)
    if _has_pandas(plan.pandas):
        commands["pandas"] = (plan.pandas, *_floor("pandas", books)[1:])
    found = interleaved(commands, plan.rounds)
    results = [
        compared("openpyxl read-only / audit", Target(6, 8, more=True), ratio(found["openpyxl"], found["audit"])),
        Result("pandas and groupby / audit", pandas, None, "pandas is not installed"),
    ]
    if "pandas" in found:
        results[1] = compared("pandas and groupby / audit", pandas, ratio(found["pandas"], found["audit"]))
    return results


def one_large_workbook(plan: Plan) -> list[Result]:
    """One sheet of very many rows, without and with one formula: a formula has every cell of the sheet looked at twice."""
    results = []
    for formula in (False, True):
        books = large_workbook(plan.folder, 20_000 if plan.quick else 200_000, formula=formula)
        work = f"{books.entries} rows{' and a formula' if formula else ''} / bare read"
        try:
            _check(books)
            found = interleaved({"audit": _audit(books.folder), "bare": _floor("calamine", books)}, plan.rounds)
        except CommandFailed as failed:
            results.append(Result(work, Target(2.5, 1.8), None, f"FAILED: {failed}"))
            continue
        each = f"{seconds(found['audit']) / books.entries * 1e6:.1f} against {seconds(found['bare']) / books.entries * 1e6:.1f} µs a row"
        results.append(compared(work, Target(2.5, 1.8), ratio(found["audit"], found["bare"]), each))
    return results


def scale_and_memory(plan: Plan) -> list[Result]:
    """Cost a file among many against among a hundred, what one audit costs at least taken off, and the peak of the parent.

    The peak is taken twice: every folder a school of its own, and all of them one school, whose entries are held together.
    """
    few, many = small_workbooks(plan.folder, 100), plan.many()
    work, target = f"cost a file, {many.files} / {few.files}", Target(1024, 500, "MiB")
    with TemporaryDirectory() as folder:
        schools, school = Path(folder) / "schools", Path(folder) / "school"
        commands = {
            "one": _audit(_one_file(few)),
            "few": _audit(few.folder),
            "many": python("-m", "benchmarks.peak", str(school), *_audit(many.folder)[3:]),
            "schools": python("-m", "benchmarks.peak", str(schools), *_audit(many.folder)[3:], "--config", _county_policy(Path(folder))),
        }
        found = interleaved(commands, max(1, plan.rounds // 2))
        peaks = [float(file.read_text("utf-8")) for file in (schools, school)]
    fixed = seconds(found["one"])
    a_file = {name: (seconds(found[name]) - fixed) / (books.files - 1) for name, books in (("few", few), ("many", many))}
    note = f"{a_file['many'] * 1000:.2f} against {a_file['few'] * 1000:.2f} ms a file"
    entries = f"{many.entries} entries"
    return [
        Result(work, Target(1.2, 1.1), a_file["many"] / a_file["few"], note, counts=not plan.quick),
        Result(f"peak of the parent, {many.files} files of many schools", target, peaks[0], entries, counts=not plan.quick),
        Result(f"peak of the parent, {many.files} files as one school", target, peaks[1], entries, counts=not plan.quick),
    ]


def rows_and_rows(plan: Plan) -> list[Result]:
    """Cost a row of a million rows, in five workbooks, against ten thousand, what one audit costs at least taken off."""
    parts, each = (5, 20_000) if plan.quick else (5, 200_000)
    few = large_workbook(plan.folder, each // 20)
    many = [large_workbook(plan.folder, each + part) for part in range(parts)]
    small = _one_file(small_workbooks(plan.folder, 100))
    found = interleaved({"one": _audit(small), "few": _audit(few.folder), "many": _audit(*(books.folder for books in many))}, 1)
    fixed, rows = seconds(found["one"]), sum(books.entries for books in many)
    a_row = [(seconds(found["many"]) - fixed) / rows, (seconds(found["few"]) - fixed) / few.entries]
    note = f"{a_row[0] * 1e6:.1f} against {a_row[1] * 1e6:.1f} µs a row"
    return [Result(f"cost a row, {rows} / {few.entries}", Target(1.2, 1.1), a_row[0] / a_row[1], note, counts=not plan.quick)]


def nothing_changed(plan: Plan) -> list[Result]:
    """The same files a second time, with the cache of readings against without."""
    books = plan.many()
    with TemporaryDirectory() as folder:
        policy = ("--config", _county_policy(Path(folder)))
        cached = (*_audit(books.folder), *policy, "--cache")
        timed(cached)  # fills the cache
        found = interleaved({"cached": cached, "read": (*_audit(books.folder), *policy, "--no-cache")}, max(1, plan.rounds // 2))
        mib = (Path(folder) / ".homework-audit" / "readings.sqlite").stat().st_size >> 20
    target, note = Target(0.25, 0.15), f"{seconds(found['cached']):.0f} against {seconds(found['read']):.0f} s; {mib} MiB of cache"
    return [compared(f"nothing changed, {books.files} files / without cache", target, ratio(found["cached"], found["read"]), note)]


def two_workers(plan: Plan) -> list[Result]:
    """Two workers against one; says beside it how well two processes run at once here and now."""
    books = plan.small()
    probes, speeds = [], []
    for _ in range(plan.rounds):
        probes.append(probe.together())
        found = interleaved({"one": _audit(books.folder), "two": _audit(books.folder, jobs=2)}, 1)
        speeds.append(found["one"][0].wall / found["two"][0].wall)
    really = median(probes) <= probe.MOST
    note = f"{min(speeds):.2f}–{max(speeds):.2f}; two busy processes take {median(probes):.2f} × one ({min(probes):.2f}–{max(probes):.2f})"
    note += "" if really else ": they do not run at once here"
    return [Result("two workers / one", Target(1.45, 1.7, more=True), median(speeds), note, counts=really)]


def start_up(plan: Plan) -> list[Result]:
    """What a person waits for before anything happens, and for one small workbook."""
    program = ("-m", "homework_audit")
    commands = {
        "bare": python("-c", "pass"),
        "--version": python(*program, "--version"),
        "--help": python(*program, "--help"),
        "one small audit": _audit(_one_file(small_workbooks(plan.folder, 100))),
    }
    targets = {"--version": Target(3, 2), "--help": Target(14, 12), "one small audit": Target(28, 20)}
    found = interleaved(commands, 3 * plan.rounds)
    bare = f"against {seconds(found['bare']) * 1000:.0f} ms"
    return [
        compared(f"{name} / python -c pass", target, ratio(found[name], found["bare"]), f"{seconds(found[name]) * 1000:.0f} {bare}")
        for name, target in targets.items()
    ]


def excel_report(plan: Plan) -> list[Result]:
    """The styled report against its bare cells."""
    rows = 5_000 if plan.quick else 50_000
    work, target = f"Excel report of {rows} rows / bare XlsxWriter", Target(1.5, 1.2)
    few = small_workbooks(plan.folder, 100)
    with TemporaryDirectory() as folder:
        report = str(Path(folder) / "report.xlsx")
        try:
            pairs = [
                (
                    _said(python("-m", "benchmarks.excel", "render", str(few.folder), str(rows), report)),
                    _said(python("-m", "benchmarks.excel", "bare", report)),
                )
                for _ in range(plan.rounds)
            ]
        except CommandFailed as failed:
            return [Result(work, target, None, f"not there yet: {str(failed)[-120:]}")]
    ratios = [float(ours) / float(bare) for ours, bare in pairs]
    return [Result(work, target, median(ratios), f"{min(ratios):.2f}–{max(ratios):.2f}")]


MEASUREMENTS: Final[dict[str, Callable[[Plan], list[Result]]]] = {
    "bare": against_bare_read,
    "others": against_others,
    "large": one_large_workbook,
    "workers": two_workers,
    "startup": start_up,
    "excel": excel_report,
    "scale": scale_and_memory,
    "rows": rows_and_rows,
    "unchanged": nothing_changed,
}
"""Name on the command line → measurement, the long ones last."""


def _audit(*paths: Path, jobs: int = 1) -> Command:
    return python("-m", "homework_audit", "check", *map(str, paths), "--format", "json", "--jobs", str(jobs), *_ALWAYS)


def _county_policy(folder: Path) -> str:
    """A configuration by which every folder is a school of its own."""
    policy = folder / "homework-audit.toml"
    policy.write_text('[input]\nschools = "folder"\n[history]\ncache_mib = 4096\n', "utf-8")
    return str(policy)


def _floor(name: str, books: Workbooks) -> Command:
    return python("-m", "benchmarks.floors", name, str(books.folder))


def _one_file(books: Workbooks) -> Path:
    return min(books.folder.rglob("*.xlsx"))


def _has_pandas(interpreter: str) -> bool:
    done = subprocess.run([interpreter, "-c", "import pandas, python_calamine"], capture_output=True, check=False)
    return done.returncode == 0


def _check(books: Workbooks) -> None:
    """One audit before any is timed: it must find every entry. Raises CommandFailed."""
    done = subprocess.run(_audit(books.folder), cwd=ROOT, capture_output=True, check=False)
    read = re.search(rb'"read":\s*(\d+)', done.stdout)
    if done.returncode or not read or int(read[1]) != books.entries:
        reason = re.search(rb'"reason":\s*"([^"]+)"', done.stdout)
        told = f", reason: {reason[1].decode()}" if reason else ""
        raise CommandFailed(f"exit {done.returncode}, {read[1].decode() if read else 'no'} of {books.entries} entries{told}")


def _said(command: Command) -> str:
    """What a command prints. Raises CommandFailed where it fails."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        raise CommandFailed(done.stderr.strip() or f"exit {done.returncode}")
    sys.stdout.flush()
    return done.stdout.strip()
