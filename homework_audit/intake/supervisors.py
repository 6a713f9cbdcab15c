"""Supervisors to be borrowed by the threads that read; each keeps its child from batch to batch."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager

from homework_audit.intake.supervisor import ChildLimits, Supervisor


class Supervisors:
    """As many as threads read at once, made when they are needed."""

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
