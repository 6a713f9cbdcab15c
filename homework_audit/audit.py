"""The run, from paths and a policy to the report: read it from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from homework_audit.filters import Filters, filtered
from homework_audit.intake.cache import ReadingCache
from homework_audit.intake.reading import read_all
from homework_audit.intake.settings import InputSettings
from homework_audit.judging import find
from homework_audit.locale import Lang
from homework_audit.models.reading import Read
from homework_audit.models.report import Report
from homework_audit.policy import Policy
from homework_audit.reporting import Inputs, build_report
from homework_audit.resolve import Expecting, resolve
from homework_audit.rules import Judged
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.sources import Source, find_sources
from homework_audit.workload import class_days


def audit(
    paths: Sequence[Path],
    policy: Policy,
    *,
    as_of: date,
    filters: Filters | None = None,
    lang: Lang = "zh",
    plan: bool = False,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """The report on everything under the paths, as far as the filters want it.

    `as_of` gives its year to dates that state none. `filters` choose what is shown, never what is read and summed. `plan` says
    that the lists are for days to come, so that subjects can still give way. `jobs` is how many files are read at once,
    `progress` is told how many of how many are done. Raises PathError for a path that does not exist, MissingCalendar for a
    calendar that is not at hand; whatever the files hold is a finding, never an exception.
    """
    sources = find_sources(paths, include=policy.input.include, exclude=policy.input.exclude)
    whole = audit_sources(sources, policy, as_of=as_of, filters=filters, lang=lang, plan=plan, jobs=jobs, progress=progress)
    return filtered(whole, filters) if filters else whole


def audit_sources(
    sources: Sequence[Source],
    policy: Policy,
    *,
    as_of: date,
    filters: Filters | None = None,
    lang: Lang = "zh",
    plan: bool = False,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cache: ReadingCache | None = None,
) -> Report:
    """The report on these files, unfiltered: what filters leave out still proves what became of earlier findings.

    A file whose reading the `cache` has is not parsed again.
    """
    calendar = SchoolCalendar(policy.calendar)
    reads = read_all(sources, reading_settings(policy, calendar, as_of), jobs, progress, cache)
    return judge(sources, reads, policy, calendar, as_of=as_of, lang=lang, filters=filters, plan=plan)


def reading_settings(policy: Policy, calendar: SchoolCalendar, as_of: date) -> InputSettings:
    """The settings of reading, with the first week of the term that is meant on the day of the audit."""
    term = calendar.term_around(as_of)
    if policy.input.week_one or term is None:
        return policy.input
    return policy.input.model_copy(update={"week_one": term.first})


def judge(
    sources: Sequence[Source],
    reads: Sequence[Read],
    policy: Policy,
    calendar: SchoolCalendar,
    *,
    as_of: date,
    lang: Lang = "zh",
    filters: Filters | None = None,
    plan: bool = False,
) -> Report:
    """The report on what was read, unfiltered: entries become records, records class-days, class-days findings.

    The days of `filters` are those on which the roster expects submissions.
    """
    first, last = (filters.first, filters.last) if filters else (None, None)
    expecting = Expecting(policy.roster, calendar, first, last, None if plan else as_of)
    resolved = resolve(reads, policy.counting, as_of, expecting)
    caps = policy.caps_by_grade
    loads = class_days(resolved.records, resolved.uncertainties, resolved.causes, caps=caps, settings=policy.counting, calendar=calendar)
    findings = find(Judged(loads, resolved.records, caps, calendar), resolved.causes, policy, lang, as_of)
    return build_report(
        Inputs(sources, reads), resolved, loads, findings, policy=policy, calendar=calendar, lang=lang, as_of=as_of, plan=plan
    )
