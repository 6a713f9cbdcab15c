"""Runs a command and turns whatever happens into one line on standard error and an exit code."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from homework_audit.cli.exit_codes import CLEAN, FAULT, INTERRUPTED
from homework_audit.cli.language import interface_language
from homework_audit.cli.streams import blame_output, complain, prepare_streams
from homework_audit.errors import HomeworkAuditError


def _heed_termination() -> None:
    """A scheduler that stops the run is an interruption: children end, no half output stays. Called in the main thread."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame  # whatever asks, the run ends alike
    raise KeyboardInterrupt


def _will_read(arguments: list[str]) -> bool:
    """Whether files will most likely be read on this machine: a child can get ready while the command line is still understood."""
    asks = {argument.partition("=")[0] for argument in arguments}
    return arguments[:1] == ["check"] and asks.isdisjoint({"-h", "--help", "--cluster"})


@contextmanager
def _without_looking_for_cycles() -> Iterator[None]:
    """An audit makes millions of objects that form no cycles: to look for some again and again takes a third of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_looking_for_cycles()
def guarded(arguments: list[str]) -> int:
    """The exit code of the command; a traceback appears only with `--debug`."""
    lang = interface_language(arguments)
    prepare_streams()
    _heed_termination()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some takes time, and none is to see a submission
    try:
        if _will_read(arguments):
            from homework_audit.intake.start import start_ahead

            start_ahead()
        from homework_audit.cli.app import run

        try:
            return run(arguments, lang)
        except OSError as fault:
            blame_output(fault)
            if not isinstance(fault, BrokenPipeError):
                raise
            return CLEAN
    except HomeworkAuditError as fault:
        from homework_audit.messages import fault_text

        complain(*fault_text(fault, lang))
        return fault.exit_code
    except KeyboardInterrupt:
        from homework_audit.messages import say

        complain(say(lang, "interrupted"))
        return INTERRUPTED
    except Exception as fault:
        if "--debug" in arguments:
            raise
        from homework_audit.messages import say

        complain(say(lang, "fault", error=f"{type(fault).__name__}: {fault}"), say(lang, "fault.hint"))
        return FAULT
