"""Turns sources into readings, a batch at a time, through an executor: the one place where work leaves this process."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import closing
from itertools import islice

from homework_audit import __version__
from homework_audit.errors import ClusterError
from homework_audit.intake.answers import Answer, as_read
from homework_audit.intake.batches import SIZE, answer_here, answer_there
from homework_audit.intake.cache import Cache
from homework_audit.intake.settings import InputSettings
from homework_audit.intake.supervisor import ChildLimits
from homework_audit.intake.supervisors import Supervisors
from homework_audit.models.reading import Read
from homework_audit.sources import Source

AHEAD = 256
"""Batches that are handed over at once: enough for as many workers, few enough to hold what they read."""

Batch = Sequence[Source]
Answers = Generator[list[Answer], None, None]
Submit = Callable[[Batch], Future[list[Answer]]]


def read_each(
    sources: Iterable[Source],
    settings: InputSettings,
    workers: int | Executor | None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cache: Cache | None = None,
) -> Generator[Read, None, None]:
    """The readings of all sources that are to be read, one after another in their order, a little ahead of who takes them.

    `workers` is how many files are read at once here (None: as many as there are processors), or an executor whose workers see
    the same files under the same paths; each of them then has its own children, and none has the cache. `progress` is told how
    many of how many files are done. A file whose reading the cache has is not parsed again. Closed before its end, it ends every
    child of this machine.
    """
    wanted = [source for source in sources if source.is_read]
    batches = [wanted[start : start + SIZE] for start in range(0, len(wanted), SIZE)]
    answers = _far(batches, settings, workers) if isinstance(workers, Executor) else _near(batches, settings, workers, cache)
    done = 0
    with closing(answers):
        for batch, found in zip(batches, answers, strict=True):
            done += len(batch)
            progress(done, len(wanted))
            for source, given in zip(batch, found, strict=True):
                yield as_read(source, settings, given)


def _near(batches: Sequence[Batch], settings: InputSettings, jobs: int | None, cache: Cache | None) -> Answers:
    supervisors = Supervisors(ChildLimits(seconds=settings.seconds, memory_mib=settings.memory_mib))
    try:
        with ThreadPoolExecutor(max(1, min(jobs or os.cpu_count() or 1, len(batches)))) as executor:
            try:
                yield from _in_order(batches, lambda batch: executor.submit(answer_here, batch, settings, supervisors, cache))
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                supervisors.kill()
                raise
    finally:
        supervisors.close()


def _far(batches: Sequence[Batch], settings: InputSettings, executor: Executor) -> Answers:
    def submit(batch: Batch) -> Future[list[Answer]]:
        return executor.submit(answer_there, [source.from_anywhere() for source in batch], settings, __version__)

    try:
        yield from _in_order(batches, submit)
    except ClusterError:
        raise
    except CancelledError as lost:
        raise ClusterError("cluster-lost") from lost
    except Exception as fault:  # whatever a worker raises, and whatever became of it
        raise ClusterError("cluster-failed", why=f"{type(fault).__name__}: {fault}") from fault


def _in_order(batches: Iterable[Batch], submit: Submit) -> Answers:
    """The answers in order. Only so many batches are handed over that every worker is busy: what is answered waits in memory."""
    todo = iter(batches)
    running = deque(map(submit, islice(todo, AHEAD)))
    while running:
        answers = running.popleft().result()
        running.extend(map(submit, islice(todo, 1)))
        yield answers
