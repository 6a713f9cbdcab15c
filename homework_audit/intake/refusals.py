"""Turns the reason why a file gave no entries into a reading that says so, with what its names say of where it may belong."""

from __future__ import annotations

from homework_audit.intake.request import Request
from homework_audit.models.reading import FileReading, FileStatus, Problem

NOT_A_SUBMISSION_FORM = frozenset({"document", "pdf", "picture", "archive"})
"""Reasons that make a file unsupported rather than unreadable: it may be somebody's homework list all the same."""

BY_CHANCE = frozenset({"crashed", "memory", "timeout", "no-child"})
"""Reasons that the next try may not meet: they are of the machine and the moment, not of the file alone."""


def refusal(reason: str, request: Request, params: dict[str, str | int | float]) -> FileReading:
    """A file that gave no entries, with what its names say of where it may belong."""
    from homework_audit.layouts.context import context_of  # its patterns are compiled where they are needed
    from homework_audit.layouts.junior_years import FOUR_YEARS, four_junior_years

    names = tuple(map(four_junior_years, request.names)) if request.layouts.junior_years == FOUR_YEARS else request.names
    scope = context_of((), names, request.layouts.monday).scope
    unsupported = reason in NOT_A_SUBMISSION_FORM
    kind = "unsupported-file" if unsupported else "unreadable-file"
    problem = Problem(kind, reason, params=params, scope=scope, extra=None)
    status: FileStatus = "unsupported" if unsupported else "unreadable"
    return FileReading(status, reason, witnessed=False, encoding="", sheets=[], problems=[problem])
