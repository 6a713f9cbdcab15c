"""The run, from paths and a policy to the report: read it from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import closing
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from homework_audit.filters import Filters, filtered
from homework_audit.intake.cache import Cache
from homework_audit.intake.reading import read_each
from homework_audit.intake.settings import InputSettings
from homework_audit.judging import find
from homework_audit.locale import Lang
from homework_audit.models.reading import Read
from homework_audit.models.report import Report
from homework_audit.policy import Policy
from homework_audit.reporting import Inputs, KeptParts, Part, build_report, completeness, part_of
from homework_audit.resolve import Expecting, resolve
from homework_audit.rules import Judged
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.schools import by_school, roster_of
from homework_audit.sources import Source, find_sources
from homework_audit.workload import class_days

_NONE_KNOWN: Mapping[str | None, Part] = {}


def audit(
    paths: Sequence[Path],
    policy: Policy,
    *,
    as_of: date,
    filters: Filters | None = None,
    lang: Lang = "zh",
    plan: bool = False,
    workers: int | Executor | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """The report on everything under the paths, as far as the filters want it.

    `as_of` gives its year to dates that state none. `filters` choose what is shown, never what is read and summed. `plan` says
    that the lists are for days to come, so that subjects can still give way. `workers` is how many files are read at once, or an
    executor whose workers see the same files under the same paths; `progress` is told how many of how many are done. Raises
    PathError for a path that does not exist, MissingCalendar for a calendar that is not at hand; whatever the files hold is a
    finding, never an exception.
    """
    sources = find_sources(paths, include=policy.input.include, exclude=policy.input.exclude)
    whole = audit_sources(sources, policy, as_of=as_of, filters=filters, lang=lang, plan=plan, workers=workers, progress=progress)
    return filtered(whole, filters) if filters else whole


def audit_sources(
    sources: Sequence[Source],
    policy: Policy,
    *,
    as_of: date,
    filters: Filters | None = None,
    lang: Lang = "zh",
    plan: bool = False,
    workers: int | Executor | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cache: Cache | None = None,
) -> Report:
    """The report on these files, unfiltered: what filters leave out still proves what became of earlier findings.

    A file whose reading the `cache` has is not parsed again, and a school of which it has all is not judged again. One school is
    judged after another, so that of the entries of a whole county only those of one are ever held.
    """
    judging = Judging(policy, SchoolCalendar(policy.calendar), as_of, lang, filters, plan)
    settings = reading_settings(policy, judging.calendar, as_of)
    schools = by_school(sources, policy)
    kept = _kept_parts(cache, judging, settings) if cache else None
    known = kept.known(schools, settings.limits.file_mib) if kept else {}
    unknown = chain.from_iterable(own for school, own in schools.items() if school not in known)
    with closing(read_each(unknown, settings, workers, progress, cache)) as reads:
        return judge_each(schools, reads, judging, kept, known)


def reading_settings(policy: Policy, calendar: SchoolCalendar, as_of: date) -> InputSettings:
    """The settings of reading, with the first week of the term that is meant on the day of the audit."""
    term = calendar.term_around(as_of)
    if policy.input.week_one or term is None:
        return policy.input
    return policy.input.model_copy(update={"week_one": term.first})


class Judging(NamedTuple):
    """By what and for when homework is judged. The days of `filters` are those on which the roster expects submissions."""

    policy: Policy
    calendar: SchoolCalendar
    as_of: date
    lang: Lang = "zh"
    filters: Filters | None = None
    plan: bool = False


def judge_each(
    schools: Mapping[str | None, Sequence[Source]],
    reads: Iterator[Read],
    judging: Judging,
    kept: KeptParts | None = None,
    known: Mapping[str | None, Part] = _NONE_KNOWN,
) -> Report:
    """The report on the files of all schools, whose readings come in the same order: of one school's entries after another.

    What is `known` of a school is its part, and none of its readings come; what others come to is kept in `kept`.
    """
    parts = []
    for school, own in schools.items():
        part = known.get(school)
        if part is None:
            inputs = Inputs(own, list(islice(reads, sum(source.is_read for source in own))), school)
            part = kept.judged(inputs, partial(judge, judging=judging)) if kept else judge(inputs, judging)
        parts.append(part)
    return build_report(parts, judging.policy, lang=judging.lang, as_of=judging.as_of, plan=judging.plan)


def _kept_parts(cache: Cache, judging: Judging, settings: InputSettings) -> KeptParts:
    """The parts of earlier runs that were judged as they would be now."""
    policy, days = judging.policy, judging.filters or Filters()
    given = (policy.model_dump_json(), settings.model_dump_json(), judging.lang, str(judging.plan), str(days.first), str(days.last))
    return KeptParts(cache, given, judging.as_of, is_dated=bool(policy.roster or policy.waivers))


def judge(inputs: Inputs, judging: Judging) -> Part:
    """What was read of one school, judged: entries become records, records class-days, class-days findings."""
    policy, calendar, school = judging.policy, judging.calendar, inputs.school
    first, last = (judging.filters.first, judging.filters.last) if judging.filters else (None, None)
    expecting = Expecting(
        roster_of(policy, school),
        calendar,
        first,
        last,
        None if judging.plan else judging.as_of,
        is_silent=bool(school) and not inputs.sources,
    )
    resolved = resolve(inputs.reads, policy.counting, judging.as_of, expecting, school)
    lines = completeness(resolved, calendar)
    caps = policy.caps_by_grade
    loads = class_days(resolved.records, resolved.uncertainties, resolved.causes, caps=caps, settings=policy.counting, calendar=calendar)
    findings = find(Judged(loads, resolved.records, caps, calendar), resolved.causes, policy, judging.lang, judging.as_of, school=school)
    return part_of(inputs, resolved, lines, loads, findings)
