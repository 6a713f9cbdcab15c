"""Keeps a check in the history: under the lock, compared with what was known. A history that fails is said, and costs no audit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_audit.cli.streams import complain
from homework_audit.errors import HistoryError
from homework_audit.filters import Filters, wants_finding
from homework_audit.messages import fault_text, say
from homework_audit.models.report import Finding, Lang, Report
from homework_audit.policy import Policy

if TYPE_CHECKING:
    from homework_audit.history.looked import Looked, Place
    from homework_audit.history.store import History
    from homework_audit.intake.cache import ReadingCache


def history_file(policy: Policy, configuration: Path | None) -> Path:
    """Where the history lies: a relative path is beside the configuration, or in the current folder where there is none."""
    return (configuration.parent if configuration else Path.cwd()) / policy.history.file


def cache_of(policy: Policy, configuration: Path | None) -> AbstractContextManager[ReadingCache | None]:
    """The readings of unchanged files, beside the history; none where the configuration wants none."""
    if not policy.history.cache_mib:
        return nullcontext()
    from homework_audit.intake.cache import ReadingCache

    return ReadingCache(history_file(policy, configuration).with_name("readings.sqlite"), policy.history.cache_mib)


class Wanted(NamedTuple):
    """What a check wants of its history: to be recorded there, to be compared with it, both or neither."""

    file: Path
    record: bool
    compare: bool


class Keeper:
    """The history as one check sees it. `failed` says that it could not be used, whatever it was wanted for."""

    def __init__(self, wanted: Wanted, lang: Lang) -> None:
        self.failed = False
        self._wanted = wanted
        self._lang = lang
        self._history: History | None = None
        self._looked: Looked | None = None

    def open(self, stack: ExitStack) -> None:
        """Takes the lock and opens the file, as far as that is wanted. Raises LockHeld while another run records."""
        from homework_audit.history.lock import locked
        from homework_audit.history.store import History

        try:
            if self._wanted.record:
                stack.enter_context(locked(self._wanted.file))
            if self._wanted.record or self._wanted.file.exists():
                self._history = stack.enter_context(History(self._wanted.file, create=self._wanted.record))
            else:
                complain(say(self._lang, "no-history-yet", file=self._wanted.file), say(self._lang, "no-history-yet.hint"))
        except HistoryError as fault:
            self._fail(fault)

    def compared(self, report: Report, whole: Report, place: Place, policy: Policy, today: date, filters: Filters) -> Report:
        """The report with what is new and what became of the rest; all of it is new where nothing is known."""
        if not (self._wanted.record or self._wanted.compare):
            return report
        from homework_audit.history.comparing import compared
        from homework_audit.history.lateness import with_late
        from homework_audit.history.looked import Looked

        def wanted(finding: Finding) -> bool:
            return wants_finding(filters, finding)

        self._looked = Looked(whole, place)
        known = {}
        try:
            if self._history:
                report = with_late(report, whole, self._history.missed(), policy, today=today, wanted=wanted)
                known = self._history.known({finding.fingerprint for finding in report.findings})
        except HistoryError as fault:
            self._fail(fault)
        return compared(report, self._looked, known, policy, today=today, wanted=wanted)

    def record(self, report: Report, place: Place, today: date, code: int, *, keep_days: int, quiet: bool) -> None:
        """Keeps the run, says so unless `quiet`, and forgets the runs that are older than is wanted."""
        if self._history is None or self._looked is None or not self._wanted.record or self.failed:
            return
        from homework_audit.history.rows import Run

        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            number = self._history.record(Run(today, moment, place.named, code), report, self._looked)
            if not quiet:
                complain(say(self._lang, "recorded", run=number, moment=moment, code=code))
            self._history.prune(today, keep_days)
        except HistoryError as fault:
            self._fail(fault)

    def untold(self) -> frozenset[str]:
        """The fingerprints of what is to be told: what is new, and what an earlier message could not tell."""
        try:
            return self._history.untold() if self._history else frozenset()
        except HistoryError:  # it was said when the run was recorded
            return frozenset()

    def told(self) -> None:
        """Remembers that all was told."""
        try:
            if self._history and not self.failed:
                self._history.told()
        except HistoryError as fault:
            self._fail(fault)

    def _fail(self, fault: HistoryError) -> None:
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
