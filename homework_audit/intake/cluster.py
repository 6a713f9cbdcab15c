"""Turns the address of a Dask scheduler into an executor: its workers read as the threads of this machine would."""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from homework_audit.errors import ClusterError, ConfigurationError

if TYPE_CHECKING:
    from distributed import Client

_KINDS: Final = ("tcp://", "tls://", "ws://", "wss://")
_REACHED_WITHIN: Final = 15
"""Seconds until the scheduler must have answered."""
_WORKERS_WITHIN: Final = 60
"""Seconds that there may be no worker, at the start or later: a night's job must end, and a worker that is replaced needs a moment."""
_LOOKED_EVERY: Final = 2


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """An executor that hands work to the workers of the scheduler at the address, such as tcp://10.0.0.5:8786.

    What a lost worker had in hand another one does again. Raises ConfigurationError for what is no address and where the extra is
    not installed, ClusterError where the scheduler does not answer or has no worker; where all workers are lost for good, what is
    not yet read is cancelled.
    """
    client = _connected(address)
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(client, ended), name="cluster-watch", daemon=True)
    try:
        try:
            client.wait_for_workers(1, timeout=_WORKERS_WITHIN)
        except TimeoutError as none:
            raise ClusterError("cluster-no-workers", address=address, seconds=_WORKERS_WITHIN) from none
        watch.start()
        yield client.get_executor(pure=False)
    finally:
        ended.set()
        client.close(timeout=_LOOKED_EVERY)


def _connected(address: str) -> Client:
    if not any(address.startswith(kind) and address != kind for kind in _KINDS):
        raise ConfigurationError("cluster-bad-address", address=address)
    try:
        from distributed import Client
    except ImportError as missing:
        raise ConfigurationError("cluster-missing") from missing
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)  # what matters is raised, in our own words
    warnings.filterwarnings("ignore", module="distributed")
    try:
        return Client(address, timeout=_REACHED_WITHIN, set_as_default=False)
    except (OSError, ValueError) as refused:  # TimeoutError is an OSError
        raise ClusterError("cluster-unreachable", address=address) from refused


def _watch(client: Client, ended: threading.Event) -> None:
    """Cancels what is not yet read once there has been no worker for too long: a scheduler would wait for ever."""
    alone = 0
    while not ended.wait(_LOOKED_EVERY):
        alone = 0 if client.scheduler_info().get("workers") else alone + _LOOKED_EVERY
        if alone >= _WORKERS_WITHIN:
            client.close(timeout=_LOOKED_EVERY)
            return
