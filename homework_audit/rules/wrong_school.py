"""The rule `wrong-school`."""

from __future__ import annotations

from typing import ClassVar

from homework_audit.models.report import Severity
from homework_audit.rules.base import Level, ReadingRule


class WrongSchool(ReadingRule):
    """A sheet that names another school than the folder in which it lies, where every folder is a school of its own.

    The folder decides, and the homework counts there. If the sheet was put into it by mistake, it is missing at the school that it
    names.

    Example: In the folder 城关中学 lies a sheet headed 实验小学作业登记表.
    """

    severity: Level = "warning"
    softened: ClassVar[Severity] = "warning"
