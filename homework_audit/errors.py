"""The faults of a run, as exceptions; faults of the data are findings and are never raised.

    HomeworkAuditError            a message key and what to do, shown in one line
    ├── ConfigurationError        the configuration or the command line is wrong: nothing is audited (exit 2)
    ├── PathError                 a named path does not exist (exit 2)
    ├── OutputError               a report could not be written (exit 3)
    ├── HistoryError              what is kept from run to run cannot be read or written (exit 3)
    ├── NotifyError               a message could not be sent (exit 3; an audit's verdict stands)
    ├── ClusterError              the machines that were to read cannot be reached, or gave up (exit 3)
    └── LockHeld                  another recording run is at work (exit 5)

`UnreadableFile` stands apart: readers raise it for one file, and intake turns it into a finding.
"""

from __future__ import annotations


class HomeworkAuditError(Exception):
    """A fault of the run: `kind` and `params` say what (messages.py has the words), `exit_code` what to end with."""

    exit_code = 70

    def __init__(self, kind: str, **params: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.params = params


class ConfigurationError(HomeworkAuditError):
    """The configuration or the command line is wrong, and nothing was audited."""

    exit_code = 2


class PathError(HomeworkAuditError):
    """A path named on the command line does not exist."""

    exit_code = 2


class OutputError(HomeworkAuditError):
    """A report could not be written where it was wanted."""

    exit_code = 3


class HistoryError(HomeworkAuditError):
    """What is kept from run to run cannot be read or written."""

    exit_code = 3


class NotifyError(HomeworkAuditError):
    """A message could not be sent."""

    exit_code = 3


class ClusterError(HomeworkAuditError):
    """The machines that were to read the files cannot be reached, or gave up: nothing was judged."""

    exit_code = 3


class LockHeld(HomeworkAuditError):
    """Another recording run holds the lock."""

    exit_code = 5


class UnreadableFile(Exception):
    """One file that cannot be read: `reason` is a word for messages.py, `params` its figures."""

    def __init__(self, reason: str, **params: str | float) -> None:
        super().__init__(reason)
        self.reason = reason
        self.params = params
