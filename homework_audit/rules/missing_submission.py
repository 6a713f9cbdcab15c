"""The rule `missing-submission`."""

from __future__ import annotations

from homework_audit.models.record import Cause
from homework_audit.rules.base import ReadingRule


class MissingSubmission(ReadingRule):
    """A subject of a class from which the roster expects homework, or a declared «none», and nothing came.

    Nothing reported is not zero: what a teacher has not handed in may be any number of minutes, and the class-day cannot be
    judged. A subject without a lesson on a day is not expected on it.

    Source: offices have teachers declare 无 too; which subjects report when is the office's own roster.

    Where every folder is a school of its own, a school of the roster without any file is one finding, not one a class and day.

    Example: the roster expects 数学 of 三(1)班 daily, and nothing of it is dated Tuesday.
    """

    def _bears(self, cause: Cause) -> bool:
        """A school that handed in nothing has no class-day that its silence could bear on, and is no smaller matter for that."""
        return cause.reason == "school" or super()._bears(cause)
