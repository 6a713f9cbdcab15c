"""Turns a finding into the ground it stands on: the policy, what was stated by which subject in which files, and the cells' sheets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from homework_audit.history.looked import Looked, class_key, days_of
from homework_audit.models.report import Finding
from homework_audit.policy import Policy
from homework_audit.resolve import RosterLine
from homework_audit.rules import JudgingRule

_BY_ROSTER: Final = "missing-submission"


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


def judged_by(policy: Policy, finding: Finding) -> str:
    """A fingerprint of all in the policy that may let such a finding come or go, and of nothing else.

    A finding about what could not be read hangs on no cap. A severity changes no finding; a rule that is off judges nothing.
    """
    rule = policy.rules.get(finding.rule)
    if rule is None or rule.severity == "off":
        return "off"
    settings: list[object] = [rule.model_dump(mode="json", exclude={"severity"})]
    if isinstance(rule, JudgingRule) or finding.rule == _BY_ROSTER:
        cap = policy.caps_by_grade.get(finding.grade or 0)
        settings += [cap.model_dump(mode="json") if cap else None, policy.counting.model_dump(mode="json"), _days(policy)]
    if finding.rule == _BY_ROSTER:
        settings += [line.model_dump(mode="json") for line in policy.roster if _names(line, finding)]
    return hashlib.sha256(json.dumps(settings, ensure_ascii=True, sort_keys=True).encode()).hexdigest()[:20]


def _days(policy: Policy) -> object:
    """What the policy says of the calendar, without terms, which change no kind of day, and without names."""
    return policy.calendar.model_dump(mode="json", exclude={"terms": True, "file": True, "days_off": {"__all__": {"name"}}})


def _names(line: RosterLine, finding: Finding) -> bool:
    return any((ref.grade, ref.label) == (finding.grade, finding.school_class) for ref in line.refs)


def ground_of(finding: Finding, looked: Looked, policy: Policy) -> Ground:
    """The ground of a finding of the run that looked, and judged by that policy."""
    statements = tuple(_statements(finding, looked))
    places = [(looked.path(location.file), location.sheet) for location in finding.locations if location.file]
    places += [(path, "") for statement in statements for path in statement.files]
    cited = {path for path, sheet in places if sheet}
    wanted = sorted({place for place in places if place[1] or place[0] not in cited})
    return Ground(judged_by(policy, finding), statements, tuple(_origin(path, sheet, looked) for path, sheet in wanted))


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
