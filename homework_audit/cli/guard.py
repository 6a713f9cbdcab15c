"""Runs a command and turns whatever happens into one line on standard error and an exit code."""

from __future__ import annotations

from homework_audit.cli.exit_codes import FAULT, INTERRUPTED
from homework_audit.cli.language import interface_language
from homework_audit.cli.streams import complain, prepare_streams
from homework_audit.errors import HomeworkAuditError


def guarded(arguments: list[str]) -> int:
    """The exit code of the command; a traceback appears only with `--debug`."""
    lang = interface_language(arguments)
    prepare_streams()
    try:
        from homework_audit.cli.app import run

        return run(arguments, lang)
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
