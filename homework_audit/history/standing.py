"""Turns an earlier finding that a run does not have into what became of it: not judged, withdrawn or resolved.

Resolved means judged again and gone. Where the homework that proved it was taken away, it is withdrawn; where this run could not
have found it, it is not judged. Both stay open: silence closes nothing.
"""

from __future__ import annotations

from homework_audit.history.ground import Ground, Origin, Statement, judged_by
from homework_audit.history.looked import Looked, class_key, days_of
from homework_audit.models.report import Finding, State
from homework_audit.policy import Policy


def standing(finding: Finding, ground: Ground, looked: Looked, policy: Policy) -> State:
    """What became of a finding that the run by that policy does not have, though its filters would show it."""
    fates = {origin.path: looked.fate(origin.path, origin.sha256, was_read=origin.was_read) for origin in ground.origins}
    if judged_by(policy, finding) != ground.policy or not {"not-looked-at", "unread"}.isdisjoint(fates.values()):
        return "not-judged"
    gone = {path for path, fate in fates.items() if fate == "gone"}
    if ground.statements:
        return _of_class_days(finding, ground, looked, gone)
    if gone or any(_lost_entries(origin, looked) for origin in ground.origins):
        return "withdrawn"
    return "resolved"


def _of_class_days(finding: Finding, ground: Ground, looked: Looked, gone: set[str]) -> State:
    key = class_key(finding)
    if not any(each.files for each in ground.statements):  # it was missed that nobody had said anything
        spoken = any(looked.states(key, each.set_on, each.subject) for each in ground.statements)
        return "resolved" if spoken else "not-judged"
    if not all(looked.states(key, each.set_on, each.subject) or looked.states(key, each.day, each.subject) for each in ground.statements):
        return "withdrawn"
    proving = {path for each in ground.statements for path in each.files}
    if gone - proving or any(not _replaced(each, gone, finding, looked) for each in ground.statements):
        return "withdrawn"
    if finding.measured is not None and any(looked.verdict(key, day) == "undetermined" for day in days_of(finding)):
        return "not-judged"
    return "resolved"


def _replaced(statement: Statement, gone: set[str], finding: Finding, looked: Looked) -> bool:
    """Whether another file speaks for each that is gone: it gives minutes now, or says that there is nothing."""
    if gone.isdisjoint(statement.files):
        return True
    key = class_key(finding)
    now = looked.sources(key, statement.day).get(statement.subject, set())
    return bool(now - set(statement.files)) or (not now and looked.declares_none(key, statement.set_on, statement.subject))


def _lost_entries(origin: Origin, looked: Looked) -> bool:
    """Whether the sheet holds less than it did: what was to be mended may have been deleted."""
    file = looked.file(origin.path)
    if origin.entries is None or file is None:
        return False
    return sum(sheet.entries for sheet in file.sheets if sheet.name == origin.sheet) < origin.entries
