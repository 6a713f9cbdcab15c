"""Keeps a check in the history: under the lock, compared with what was known. A history that fails is said, and costs no audit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_audit.cli.streams import complain
from homework_audit.errors import HistoryError
from homework_audit.filters import Filters, wants_finding
from homework_audit.locale import Lang
from homework_audit.messages import fault_text, say
from homework_audit.models.report import Finding, Report
from homework_audit.policy import Policy

if TYPE_CHECKING:
    from homework_audit.history.looked import Looked, Place
    from homework_audit.history.store import History
    from homework_audit.intake.cache import Cache


def history_file(policy: Policy, configuration: Path | None) -> Path:
    """Where the history lies: a relative path is beside the configuration, or in the current folder where there is none."""
    return (configuration.parent if configuration else Path.cwd()) / policy.history.file


def cache_of(policy: Policy, configuration: Path | None) -> AbstractContextManager[Cache | None]:
    """The readings of unchanged files, beside the history; none where the configuration wants none."""
    if not policy.history.cache_mib:
        return nullcontext()
    from homework_audit.intake.cache import Cache

    return Cache(history_file(policy, configuration).with_name("readings.sqlite"), policy.history.cache_mib)


class Wanted(NamedTuple):
    """What a check wants of its history: to be recorded there, to be compared with it, both or neither."""

    file: Path
    record: bool
    compare: bool


class Looking(NamedTuple):
    """One check as its history sees it: where it looked, by which policy, for which day, and what it shows."""

    place: Place
    policy: Policy
    today: date
    filters: Filters

    def shows(self, finding: Finding) -> bool:
        """Whether its filters would show a finding."""
        return wants_finding(self.filters, finding)


class Keeper:
    """The history as one check sees it. `failed` says that it could not be used, whatever it was wanted for."""

    def __init__(self, wanted: Wanted, lang: Lang) -> None:
        self.failed = False
        self._wanted = wanted
        self._lang = lang
        self._history: History | None = None
        self._looked: Looked | None = None
        self._recorded = False

    def open(self, stack: ExitStack) -> None:
        """Takes the lock and opens the file, as far as that is wanted. Raises LockHeld while another run records.

        A history in which nothing can be written is still one to compare with.
        """
        from homework_audit.history.lock import locked
        from homework_audit.history.store import History

        file = self._wanted.file
        if self._wanted.record:
            try:
                stack.enter_context(locked(file))
                self._history = stack.enter_context(History(file, create=True))
            except HistoryError as fault:
                self._fail(fault)
        if self._history is None and os.path.lexists(file):
            try:
                self._history = stack.enter_context(History(file))
            except HistoryError as fault:
                self._fail(fault)
        elif self._history is None and not self.failed:
            complain(say(self._lang, "no-history-yet", file=file), say(self._lang, "no-history-yet.hint"))

    def compared(self, report: Report, whole: Report, looking: Looking) -> Report:
        """The report with what is new and what became of the rest; all is new where nothing was recorded yet.

        Where the history cannot be read nobody knows what is new, and no finding is said to be.
        """
        if not (self._wanted.record or self._wanted.compare):
            return report
        from homework_audit.history.comparing import compared
        from homework_audit.history.lateness import late_findings, with_more
        from homework_audit.history.looked import Looked

        self._looked = Looked(whole, looking.place)
        known = {}
        place, policy, today, _ = looking
        try:
            if self._history:
                late = late_findings(whole, self._history.missed(), policy, place, today)
                report = with_more(report, list(filter(looking.shows, late)))
                known = self._history.known({finding.fingerprint for finding in report.findings})
            elif self.failed:
                return report
        except HistoryError as fault:
            self._fail(fault)
            return report
        return compared(report, self._looked, known, policy, today=today, wanted=looking.shows)

    def record(self, report: Report, looking: Looking, code: int, channels: Sequence[str], *, quiet: bool) -> None:
        """Keeps the run, says so unless `quiet`, and forgets the runs that are older than is wanted.

        What is new is to be told by each of the channels.
        """
        if self._history is None or self._looked is None or not self._wanted.record or self.failed:
            return
        from homework_audit.history.rows import Run

        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        run = Run(looking.today, moment, looking.place.named, code)
        try:
            number = self._history.record(run, report, self._looked, looking.policy, channels)
            self._recorded = True
            if not quiet:
                complain(say(self._lang, "recorded", run=number, moment=moment, code=code))
            believed = min(looking.today, self._history.day_before() or looking.today)  # a clock may be wrong for one night
            self._history.prune(believed, looking.policy.history.keep_days)
        except HistoryError as fault:
            self._fail(fault)

    def untold(self, channel: str) -> frozenset[str]:
        """The fingerprints of what a channel is to tell: what is new, and what an earlier message by it could not tell."""
        try:
            return self._history.untold(channel) if self._history and self._recorded else frozenset()
        except HistoryError as fault:
            self._fail(fault)
            return frozenset()

    def told(self, channel: str, fingerprints: Sequence[str]) -> None:
        """Remembers what a channel told."""
        try:
            if self._history and self._recorded:
                self._history.told(channel, fingerprints)
        except HistoryError as fault:
            self._fail(fault)

    def _fail(self, fault: HistoryError) -> None:
        if not self.failed:
            complain(*fault_text(fault, self._lang))
        self.failed = True


@contextmanager
def keeping(wanted: Wanted, lang: Lang) -> Iterator[Keeper]:
    """The history for one check, closed and unlocked when the check is done."""
    keeper = Keeper(wanted, lang)
    with ExitStack() as stack:
        if wanted.record or wanted.compare:
            keeper.open(stack)
        yield keeper
