"""Turns a batch of sources into answers, by the children of this machine: for this very process, or for one far away."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from homework_audit import __version__
from homework_audit.errors import ClusterError
from homework_audit.intake.answers import Answer, Ask, answer, reading_of
from homework_audit.intake.cache import Cache
from homework_audit.intake.request import Request
from homework_audit.intake.settings import InputSettings
from homework_audit.intake.supervisor import ChildLimits, Supervisor
from homework_audit.intake.supervisors import Supervisors
from homework_audit.models.reading import FileReading
from homework_audit.sources import Source

SIZE = 16
"""Files a batch: enough to make the cost of handing over vanish, few enough to share the work evenly."""


def answer_here(batch: Sequence[Source], settings: InputSettings, supervisors: Supervisors, kept: Cache | None) -> list[Answer]:
    """The answers about a batch; what the cache has is not parsed again. Never raises for what a file holds."""
    with supervisors.one() as supervisor:
        ask = _asking(supervisor, kept)
        answers = [answer(source, settings, ask) for source in batch]
    if kept:
        kept.commit()
    return answers


def answer_there(batch: Sequence[Source], settings: InputSettings, version: str) -> list[Answer]:
    """The answers about a batch for a program of that `version` on another machine, which sees the same files as this one.

    Raises ClusterError where the versions differ: one report is the work of one program.
    """
    if version != __version__:
        raise ClusterError("cluster-other-version", here=version, there=__version__)
    return answer_here(batch, settings, _supervisors(settings.seconds, settings.memory_mib), None)


@cache
def _supervisors(seconds: float, memory_mib: int) -> Supervisors:
    """Those of a worker, kept as long as it lives: their children see its end, and end."""
    return Supervisors(ChildLimits(seconds=seconds, memory_mib=memory_mib))


def _asking(supervisor: Supervisor, kept: Cache | None) -> Ask:
    """Who is asked: the child, or the cache before it, which keeps what a child says if it makes sense."""
    if kept is None:
        return lambda request, data, _: supervisor.ask(request, data)

    def ask(request: Request, data: bytes, sha256: str) -> FileReading:
        key = kept.key(request.to_json(), sha256.encode())
        if before := kept.get(key):
            with suppress(ValueError):  # whatever it is that was kept, the file is at hand
                return reading_of(before)
        said = supervisor.ask(request, data)
        reading = reading_of(said)
        kept.put(key, said)
        return reading

    return ask
