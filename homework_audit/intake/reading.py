"""Turns sources into readings, a batch at a time, through an executor: the one place where work leaves this process."""

from __future__ import annotations

import hashlib
import os
import queue
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import PurePosixPath

from pydantic import TypeAdapter

from homework_audit.errors import UnreadableFile
from homework_audit.intake.cache import ReadingCache
from homework_audit.intake.files import read_file
from homework_audit.intake.refusals import refusal
from homework_audit.intake.request import Request
from homework_audit.intake.settings import InputSettings
from homework_audit.intake.supervisor import ChildFailed, ChildLimits, Supervisor
from homework_audit.intake.wire import WireFile, from_wire
from homework_audit.models.reading import FileReading, Read
from homework_audit.sources import Source

BATCH = 16
"""Files a task: enough to make the cost of handing over vanish, few enough to share the work evenly."""
AHEAD = 256
"""Batches that are handed over at once: enough for as many workers, few enough to hold what they read."""

_ANSWER: TypeAdapter[WireFile] = TypeAdapter(WireFile)


class Supervisors:
    """Supervisors to be borrowed by the threads that read; each keeps its child from batch to batch."""

    def __init__(self, limits: ChildLimits) -> None:
        self._limits = limits
        self._idle: queue.SimpleQueue[Supervisor] = queue.SimpleQueue()
        self._all: list[Supervisor] = []

    @contextmanager
    def one(self) -> Iterator[Supervisor]:
        """A supervisor that nobody else uses meanwhile."""
        try:
            supervisor = self._idle.get_nowait()
        except queue.Empty:
            supervisor = Supervisor(self._limits)
            self._all.append(supervisor)
        try:
            yield supervisor
        finally:
            self._idle.put(supervisor)

    def close(self) -> None:
        """Ends every child."""
        for supervisor in self._all:
            supervisor.close()

    def kill(self) -> None:
        """Ends every child at once, also those that are reading: the run was interrupted."""
        for supervisor in self._all:
            supervisor.kill()


def read_each(
    sources: Iterable[Source],
    settings: InputSettings,
    jobs: int | None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cache: ReadingCache | None = None,
) -> Generator[Read, None, None]:
    """The readings of all sources that are to be read, one after another in their order, a little ahead of who takes them.

    `progress` is told how many of how many files are done. A file whose reading the cache has is not parsed again. Closed before
    its end, it ends every child.
    """
    wanted = [source for source in sources if source.is_read]
    batches = [wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH)]
    workers = max(1, min(jobs or os.cpu_count() or 1, len(batches)))
    supervisors = Supervisors(ChildLimits(seconds=settings.seconds, memory_mib=settings.memory_mib))
    try:
        with ThreadPoolExecutor(workers) as executor:
            try:
                yield from _results(executor, batches, lambda batch: read_batch(batch, settings, supervisors, cache), progress)
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                supervisors.kill()
                raise
    finally:
        supervisors.close()


def _results(
    executor: Executor,
    batches: Sequence[Sequence[Source]],
    read: Callable[[Sequence[Source]], list[Read]],
    progress: Callable[[int, int], None],
) -> Iterator[Read]:
    """The readings in order. Only so many batches are handed over that every worker is busy: what is read waits in memory."""
    files, done = sum(map(len, batches)), 0
    todo, running = iter(batches), deque[Future[list[Read]]]()
    for batch in islice(todo, AHEAD):
        running.append(executor.submit(read, batch))
    while running:
        reads = running.popleft().result()
        running.extend(executor.submit(read, batch) for batch in islice(todo, 1))
        done += len(reads)
        progress(done, files)
        yield from reads


def read_batch(batch: Sequence[Source], settings: InputSettings, supervisors: Supervisors, cache: ReadingCache | None = None) -> list[Read]:
    """The readings of one batch, by one child after another. Never raises for what a file holds."""
    with supervisors.one() as supervisor:
        reads = [_read(source, settings, supervisor, cache) for source in batch]
    if cache:
        cache.commit()
    return reads


def _read(source: Source, settings: InputSettings, supervisor: Supervisor, cache: ReadingCache | None) -> Read:
    path = PurePosixPath(source.name)
    request = Request(
        (path.stem, *reversed(path.parts[:-1])),
        path.suffix.lower(),
        source.named,
        settings.encoding,
        settings.limits,
        settings.layout_settings(source.name),
    )
    sha256 = None
    allowed: dict[str, str | int | float] = {"seconds": settings.seconds, "memory_mib": settings.memory_mib}
    try:
        data = read_file(source.path, settings.limits.file_mib)
        sha256 = hashlib.sha256(data).hexdigest()
        if source.disposal == "unsupported":
            return Read(source.name, sha256, refusal(_unsupported(path.suffix), request, {}))
        reading = _reading(request, data, sha256, supervisor, cache)
        if settings.schools and source.school is None and any(sheet.entries for sheet in reading.sheets):
            raise UnreadableFile("no-school")
        return Read(source.name, sha256, reading)
    except UnreadableFile as refused:
        return Read(source.name, sha256, refusal(refused.reason, request, refused.params))
    except ChildFailed as failed:
        return Read(source.name, sha256, refusal(failed.reason, request, allowed))
    except ValueError:  # ValidationError is one
        return Read(source.name, sha256, refusal("crashed", request, allowed))


def _reading(request: Request, data: bytes, sha256: str, supervisor: Supervisor, cache: ReadingCache | None) -> FileReading:
    """What the child makes of the file, or made of it before. Raises ChildFailed, and ValueError for an answer that is none."""
    key = cache.key(request, sha256) if cache else b""
    if cache and (kept := cache.get(key)):
        with suppress(ValueError):
            return from_wire(_ANSWER.validate_json(kept))
    answer = supervisor.ask(request, data)
    reading = from_wire(_ANSWER.validate_json(answer))
    if cache:
        cache.put(key, answer)
    return reading


def _unsupported(suffix: str) -> str:
    """The reason for an ending that is not opened at all."""
    suffix = suffix.lower()
    if suffix in (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".heic", ".tif", ".tiff"):
        return "picture"
    if suffix in (".rar", ".7z"):
        return "archive"
    return "pdf" if suffix in (".pdf", ".ofd") else "document"
