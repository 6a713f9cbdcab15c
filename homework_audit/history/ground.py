"""Turns a finding into the ground it stands on: the policy, what was stated by which subject in which files, and the cells' sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from homework_audit.history.looked import Looked, class_key, days_of
from homework_audit.models.report import Finding


class Statement(NamedTuple):
    """What a subject stated for the class: the day it was set, the class-day on which it lies, and the files that gave it."""

    subject: str
    set_on: date
    day: date
    files: tuple[str, ...]


class Origin(NamedTuple):
    """A file that the finding points to or rests on; `entries` is how many its sheet held (None where no sheet is named)."""

    path: str
    sha256: str | None
    was_read: bool
    sheet: str = ""
    entries: int | None = None


class Ground(NamedTuple):
    """All that a later run must have looked at before it can say that a finding is gone."""

    policy: str
    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]


def ground_of(finding: Finding, looked: Looked, policy: str) -> Ground:
    """The ground of a finding of the run that looked; `policy` is the fingerprint of the policy that it judged by."""
    statements = tuple(_statements(finding, looked))
    places = [(looked.path(location.file), location.sheet) for location in finding.locations if location.file]
    places += [(path, "") for statement in statements for path in statement.files]
    cited = {path for path, sheet in places if sheet}
    wanted = sorted({place for place in places if place[1] or place[0] not in cited})
    return Ground(policy, statements, tuple(_origin(path, sheet, looked) for path, sheet in wanted))


def _statements(finding: Finding, looked: Looked) -> Iterator[Statement]:
    key = class_key(finding)
    for day in days_of(finding):
        by_subject = looked.sources(key, day)
        subjects = [finding.subject] if finding.subject else sorted(by_subject)
        for subject in subjects:
            yield Statement(subject, looked.set_on(key, day, subject), day, tuple(sorted(by_subject.get(subject, ()))))


def _origin(path: str, sheet: str, looked: Looked) -> Origin:
    file = looked.file(path)
    entries = next((each.entries for each in file.sheets if each.name == sheet), None) if file else None
    return Origin(path, file.sha256 if file else None, bool(file and file.status == "read"), sheet, entries)
