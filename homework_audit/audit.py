"""The run, from paths and a policy to the report: read it from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from homework_audit.filters import Filters, filtered
from homework_audit.intake.reading import read_all
from homework_audit.judging import find
from homework_audit.models.reading import Read
from homework_audit.models.report import Lang, Report
from homework_audit.policy import Policy
from homework_audit.reporting import Inputs, build_report
from homework_audit.resolve import resolve
from homework_audit.sources import Source, find_sources
from homework_audit.workload import class_days


def audit(
    paths: Sequence[Path],
    policy: Policy,
    *,
    as_of: date,
    filters: Filters | None = None,
    lang: Lang = "zh",
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """The report on everything under the paths.

    `as_of` gives its year to dates that state none. `filters` choose what is shown, never what is read and summed.
    `jobs` is how many files are read at once, `progress` is told how many of how many are done. Raises PathError for a
    path that does not exist; whatever the files hold is a finding, never an exception.
    """
    sources = find_sources(paths, include=policy.input.include, exclude=policy.input.exclude)
    reads = read_all(sources, policy.input, jobs, progress)
    report = judge(sources, reads, policy, as_of=as_of, lang=lang)
    return filtered(report, filters) if filters else report


def judge(sources: Sequence[Source], reads: Sequence[Read], policy: Policy, *, as_of: date, lang: Lang = "zh") -> Report:
    """The report on what was read: entries become records, records class-days, class-days findings."""
    resolved = resolve(reads, policy.counting, as_of)
    loads = class_days(resolved.records, resolved.uncertainties, resolved.causes, policy.caps, policy.counting)
    findings = find(loads, resolved.causes, policy, lang)
    return build_report(Inputs(sources, reads), resolved, loads, findings, policy, lang=lang, as_of=as_of)
