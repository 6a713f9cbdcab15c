"""Turns the files of a county into those of each school: every folder below the one that is audited is a school."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homework_audit.errors import ConfigurationError
from homework_audit.policy import Policy
from homework_audit.resolve import RosterLine
from homework_audit.sources import Source


def by_school(sources: Iterable[Source], policy: Policy) -> dict[str | None, list[Source]]:
    """The files of each school, in the order of their names; those of no school come first, under None, as do all where the
    policy does not tell schools apart.

    A school that the roster names is there even where it sent nothing. Raises ConfigurationError where a folder is named like a
    class or a subject: then the folder above is meant, or the schools are not told apart by folders at all.
    """
    if not policy.input.schools:
        return {None: list(sources)}
    found: dict[str | None, list[Source]] = {line.school: [] for line in policy.roster if line.school}
    for source in sources:
        found.setdefault(source.school, []).append(source)
    _refuse_classes_and_subjects(filter(None, found))
    return {school: found[school] for school in sorted(found, key=lambda name: name or "")}


def roster_of(policy: Policy, school: str | None) -> Sequence[RosterLine]:
    """The lines of the roster that hold for a school: its own, and those that name none. All, where schools are not told apart."""
    if not policy.input.schools:
        return policy.roster
    return [line for line in policy.roster if school and line.school in (None, school)]


def _refuse_classes_and_subjects(folders: Iterable[str]) -> None:
    from homework_audit.values.classes import read_classes  # slow to import, and most policies tell no schools apart
    from homework_audit.values.subjects import subject

    for folder in folders:
        if read_classes(folder) or subject(folder):
            raise ConfigurationError("no-school-folder", folder=folder)
