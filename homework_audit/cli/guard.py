"""Runs a command and turns whatever happens into one line on standard error and an exit code."""

from __future__ import annotations

import signal
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


def guarded(arguments: list[str]) -> int:
    """The exit code of the command; a traceback appears only with `--debug`."""
    lang = interface_language(arguments)
    prepare_streams()
    _heed_termination()
    try:
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
