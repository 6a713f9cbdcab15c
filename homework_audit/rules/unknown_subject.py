"""The rule `unknown-subject`."""

from __future__ import annotations

from typing import ClassVar

from homework_audit.models.report import Severity
from homework_audit.rules.base import Level, ReadingRule


class UnknownSubject(ReadingRule):
    """A subject that is none we know by this name.

    Its minutes count under the name that stands there; two spellings of one subject would hide duplicates.

    Example: 学科: 国学.
    """

    softened: ClassVar[Severity] = "warning"
    severity: Level = "warning"
