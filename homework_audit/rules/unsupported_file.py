"""The rule `unsupported-file`."""

from __future__ import annotations

from homework_audit.rules.base import Level, ReadingRule


class UnsupportedFile(ReadingRule):
    """A file that may be a submission, in a form that cannot be read: a Word document, a PDF, a picture, an archive.

    Somebody may have handed in homework that nobody has counted, so the report is incomplete. Files that are no submissions
    are excluded in the configuration (`[input] exclude`).

    Example: 三年级作业.docx lies among the workbooks.
    """

    severity: Level = "error"
