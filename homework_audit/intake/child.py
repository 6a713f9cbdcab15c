"""The child process: turns the bytes of one file after another into a FileReading, as JSON, until its input ends.

It is given bytes, never a path, and may die at any of them: its supervisor expects that.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys

from homework_audit.errors import UnreadableFile
from homework_audit.intake.bundles import read_bundle
from homework_audit.intake.frames import read_frame, write_frame
from homework_audit.intake.memory import OUT_OF_MEMORY
from homework_audit.intake.refusals import refusal
from homework_audit.intake.request import Request
from homework_audit.intake.wire import to_json
from homework_audit.layouts.workbooks import understand_workbook
from homework_audit.models.reading import FileReading, Problem
from homework_audit.models.sheet import Contents
from homework_audit.readers import READERS
from homework_audit.readers.delimited import read_delimited
from homework_audit.readers.formats import BUNDLE, SUFFIXES, Format, format_of
from homework_audit.readers.workbook import OwnReport

_NEW_OBJECTS = 2_000_000
"""How many may come before cycles are looked for: a large sheet is a million tuples that form none."""

_USUAL = """\
三年级数学作业登记表（2026年9月14日—9月18日）
日期,班级,学科,作业内容,作业类型,预计时长,备注
9月14日,三(1)班,数学,练习册P12,书面,20分钟,
9月15日,三(1)班,数学,口算1页；预习第3课,书面,15分钟,
9月16日,三(2)班,数学,（选做）思考题,书面,约10分钟,已订正
合计,,,,,45分钟,
"""
"""A list such as most are: what reading it asks, every audit asks."""


def read_bytes(data: bytes, request: Request) -> FileReading:
    """What the bytes of one file say. Raises nothing for what they hold but MemoryError."""
    try:
        kind = format_of(data)
        contents = _contents(kind, data, request)
    except OwnReport:
        return _skipped("own-report")
    except UnreadableFile as refused:
        if refused.reason == BUNDLE and not request.bundled:
            return read_bundle(data, request, read_bytes)
        return refusal("archive" if refused.reason == BUNDLE else refused.reason, request, refused.params)
    return _skipped("own-form") if contents.is_form else _understood(kind, contents, request)


def _skipped(reason: str) -> FileReading:
    return FileReading("skipped", reason, witnessed=False, encoding="", sheets=[], problems=[])


def grid_of(data: bytes, request: Request) -> tuple[str, list[tuple[str, list[list[object]]]]]:
    """The cells of a file's visible sheets, or why there are none."""
    try:
        contents = _contents(format_of(data), data, request)
    except (UnreadableFile, OwnReport) as refused:
        return (refused.reason if isinstance(refused, UnreadableFile) else "own-report"), []
    return "", [(sheet.name, sheet.rows) for sheet in contents.sheets if sheet.visible]


def _grid_as_json(data: bytes, request: Request) -> bytes:
    return json.dumps(grid_of(data, request), ensure_ascii=False, default=str).encode("utf-8", "replace")


def _contents(kind: Format, data: bytes, request: Request) -> Contents:
    if kind == "text":
        return read_delimited(data, request.limits, request.encoding)
    return READERS[kind](data, request.limits)


def _understood(kind: Format, contents: Contents, request: Request) -> FileReading:
    sheets = understand_workbook(contents.sheets, request.names, request.layouts)
    problems = []
    if request.suffix not in SUFFIXES[kind] and request.suffix:
        problems.append(Problem("wrong-file-name", kind, params={"suffix": request.suffix}))
    return FileReading("read", "", contents.witnessed, contents.encoding, sheets, problems)


def main() -> None:
    """Reads requests and bytes from standard input and writes readings to what was standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_NEW_OBJECTS)
    _limit_memory(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        _get_ready()
        while (head := read_frame(requests)) is not None and (data := read_frame(requests)) is not None:
            request = Request.from_json(head)
            write_frame(answers, _grid_as_json(data, request) if request.as_grid else to_json(read_bytes(data, request)))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    os._exit(0)  # nothing is left to be saved, and the supervisor need not wait until all memory is taken apart


def _get_ready() -> None:
    """Imports and compiles what is used at all times while the parent still gets ready itself."""
    import python_calamine  # noqa: F401 (so that it is at hand)

    to_json(read_bytes(_USUAL.encode(), Request(("作业",), ".csv", named=True)))


def _limit_memory(mib: int) -> None:
    """A hard limit where the system has one; elsewhere the supervisor watches."""
    if sys.platform == "win32" or not mib:
        return
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = mib << 20 if most == resource.RLIM_INFINITY else min(mib << 20, most)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, wanted))


if __name__ == "__main__":
    main()
