"""One check from what was asked to its exit code: audit, compare, write, print, record, tell."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homework_audit.cli.alerting import Alert, alert
from homework_audit.cli.annotate import write_annotated
from homework_audit.cli.delivery import Writing, print_report, write_report
from homework_audit.cli.exit_codes import INCOMPLETE, NOTHING, FailLevel, exit_code
from homework_audit.cli.keeping import Looking, Wanted, cache_of, history_file, keeping
from homework_audit.cli.outputs import Output
from homework_audit.cli.progress import shown_progress
from homework_audit.cli.streams import complain
from homework_audit.errors import OutputError
from homework_audit.filters import Filters, filtered
from homework_audit.locale import Lang
from homework_audit.messages import fault_text, say
from homework_audit.models.report import Report
from homework_audit.policy import Policy
from homework_audit.renderers import RENDERERS, RenderOptions
from homework_audit.sources import Source, find_sources

if TYPE_CHECKING:
    from homework_audit.notify import Channel

_NO_SUBMISSION: Final = frozenset({"own-report", "other-type"})


@dataclass(frozen=True)
class Job:
    """What one check is asked for. `today` is the day it is made for, `configuration` the file that was found, if any."""

    paths: Sequence[Path]
    configuration: Path | None
    policy: Policy
    filters: Filters
    today: date
    plan: bool
    jobs: int | None
    cluster: str | None
    outputs: Sequence[Output]
    format: str
    options: RenderOptions
    annotate: Path | None
    fail_on: FailLevel
    only_new: bool
    record: bool
    cache: bool
    lang: Lang
    report_lang: Lang

    @property
    def history(self) -> Wanted:
        """What it wants of the history."""
        return Wanted(history_file(self.policy, self.configuration), self.record, self.only_new)


def run(job: Job) -> int:
    """Makes the check and gives its exit code. Raises LockHeld where another run records."""
    from homework_audit.history.looked import place_of

    with keeping(job.history, job.lang) as keeper:
        settings = job.policy.input
        sources = find_sources(job.paths, include=settings.include, exclude=settings.exclude)
        whole, looking = _audited(job, sources), Looking(place_of(job.paths, sources), job.policy, job.today, job.filters)
        report = keeper.compared(filtered(whole, job.filters), whole, looking)
        unwritten = _delivered(job, report, sources)
        code = exit_code(report, job.fail_on, unwritten=unwritten or keeper.failed, only_new=job.only_new)
        ways = _channels(job)
        keeper.record(report, looking, code, [way.key for way in ways], quiet=job.options.quiet)
        alert(ways, keeper, Alert(report, job.policy.notify, job.outputs, job.fail_on, is_empty=code == NOTHING), job.lang)
    if code == NOTHING:
        complain(say(job.lang, "nothing-to-audit"), say(job.lang, "nothing-to-audit.hint"))
    return INCOMPLETE if keeper.failed else code


def _channels(job: Job) -> list[Channel]:
    """Whom the run tells, if it is one that is recorded."""
    if not job.record:
        return []
    from homework_audit.notify import channels  # the network is slow to import

    return channels(job.policy.notify)


def _audited(job: Job, sources: Sequence[Source]) -> Report:
    """The whole report, of files that are read or taken from the cache."""
    from homework_audit.auditing import audit_sources

    kept = cache_of(job.policy, job.configuration) if job.cache and job.cluster is None else nullcontext()
    progress_wanted = not job.options.quiet
    with kept as cache, _workers(job) as workers, shown_progress(say(job.lang, "reading"), wanted=progress_wanted) as progress:
        return audit_sources(
            sources,
            job.policy,
            as_of=job.today,
            filters=job.filters,
            lang=job.report_lang,
            plan=job.plan,
            workers=workers,
            progress=progress,
            cache=cache,
        )


def _workers(job: Job) -> AbstractContextManager[int | Executor | None]:
    """Who reads: threads of this machine, or a cluster."""
    if job.cluster is None:
        return nullcontext(job.jobs)
    from homework_audit.intake.cluster import cluster

    return cluster(job.cluster)


def _submissions(report: Report, sources: Sequence[Source]) -> list[Path]:
    """The files that no output may replace: all but our own earlier reports and what nobody takes for a submission."""
    ours = {file.path for file in report.files if file.reason in _NO_SUBMISSION}
    return [source.path for source in sources if source.name not in ours]


def _delivered(job: Job, report: Report, sources: Sequence[Source]) -> bool:
    """Writes and prints the report, and says whether something could not be written."""
    quiet = job.options.quiet
    unwritten = write_report(report, job.outputs, RENDERERS, job.options, Writing(_submissions(report, sources), job.lang, quiet))
    if job.annotate:
        unwritten = write_annotated(report, sources, job.annotate, job.lang, quiet=quiet) or unwritten
    try:
        print_report(report, RENDERERS[job.format], job.options)
    except OutputError as fault:
        complain(*fault_text(fault, job.lang))
        return True
    return unwritten
