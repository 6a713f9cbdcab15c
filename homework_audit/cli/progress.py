"""A progress bar on standard error, on a terminal only, and only once a run takes long enough to be worth one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MANY = 48
"""Files below which nobody waits long enough to want a bar."""


@contextmanager
def shown_progress(label: str, *, wanted: bool) -> Iterator[Callable[[int, int], None]]:
    """A function to be told how many of how many files are done."""
    if not wanted or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=None, visible=False)

        def show(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of, visible=of >= MANY)

        yield show
