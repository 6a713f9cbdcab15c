"""What the configuration says about reading tables, as plain data that crosses to the child process."""

from __future__ import annotations

from typing import NamedTuple


class LayoutSettings(NamedTuple):
    """`headings`: extra (field, word) pairs; `lesson_minutes`: how long «一节课» is, None where nobody said.

    `explain` asks for an account of how every table was understood.
    """

    headings: tuple[tuple[str, str], ...] = ()
    lesson_minutes: float | None = None
    explain: bool = False
