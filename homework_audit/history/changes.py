"""Turns two recorded runs into what changed between them, and the history into what is open: by whom, since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple, get_args

from homework_audit.errors import ConfigurationError
from homework_audit.history.comparing import OPEN
from homework_audit.history.rows import RecordedRun
from homework_audit.history.store import History
from homework_audit.judging import order_of
from homework_audit.locale import Lang
from homework_audit.messages import in_words
from homework_audit.models.report import Finding, State
from homework_audit.policy.keeping import HistorySettings

_PRESENT = ("new", "persisting")


class OpenFinding(NamedTuple):
    """A finding that somebody still has to see to; `age` is in days, counted from the day on which it was opened."""

    finding: Finding
    last_seen: date
    age: int
    owner: str


def run_of(history: History, number: int | None) -> RecordedRun:
    """The run of that number, the last one for None, the last but one for -1. Raises ConfigurationError where there is none."""
    runs = history.runs()
    if number is None or number < 0:
        place = -1 + (number or 0)
        found = runs[place] if len(runs) >= -place else None
    else:
        found = next((run for run in runs if run.number == number), None)
    if found is None and number is not None and number < 0:
        raise ConfigurationError("one-run-only")
    if found is None:
        known = f"{runs[0].number}–{runs[-1].number}" if runs else "0"
        raise ConfigurationError("no-such-run", run="" if number is None else number, known=known)
    return found


def found_in(history: History, run: int, lang: Lang) -> list[Finding]:
    """What a run found and what became there of earlier findings, each with its state, as they were last seen."""
    return _told(history, history.sightings(run), lang)


def changes(history: History, first: int, second: int, lang: Lang) -> list[Finding]:
    """What became by the second run of all that the first had or knew of, and what is new since."""
    before, after = history.sightings(first), history.sightings(second)
    states: dict[str, State] = {}
    for fingerprint, state in after.items():
        if state in _PRESENT:
            known = before.get(fingerprint) in OPEN
            states[fingerprint] = "persisting" if known else "new"
        elif fingerprint in before:
            states[fingerprint] = state
    gone = {fingerprint for fingerprint, state in before.items() if state in OPEN and fingerprint not in after}
    return _told(history, states | dict.fromkeys(gone, "resolved"), lang)


def still_open(history: History, settings: HistorySettings, today: date, lang: Lang) -> list[OpenFinding]:
    """Every finding that no run has shown to be resolved and no waiver covers today, the oldest first; information is left out."""
    seen = history.last_seen()
    found = []
    for fingerprint, earlier in history.known().items():
        finding = earlier.finding
        if finding.severity == "info" or (finding.waived and today <= finding.waived.until):
            continue
        age = max(0, (today - (finding.since or today)).days)
        found.append(OpenFinding(in_words(finding, lang), seen[fingerprint], age, settings.owner_of(finding)))
    return sorted(found, key=lambda one: (-one.age, *order_of(one.finding)))


def _told(history: History, states: dict[str, State], lang: Lang) -> list[Finding]:
    known = history.findings(states)
    told = [in_words(replace(known[fingerprint], state=state), lang) for fingerprint, state in states.items() if fingerprint in known]
    return sorted(told, key=lambda finding: (get_args(State).index(finding.state), *order_of(finding)))
